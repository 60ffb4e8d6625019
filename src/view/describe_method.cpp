#include "view/page.hpp"

namespace ats::view {

void describe(Page& page, const flow::ChoosingMethod&) {
  page.title("method");
  page.choice("method:api_key", page.say("method.api_key"), page.say("method.api_key.help"),
              flow::KeyMethodChosen{})
      .state = "recommended";
  page.choice("method:invite", page.say("method.invite"), page.say("method.invite.help"),
              flow::InviteChosen{});
}

void describe(Page& page, const flow::ConfirmingAdmin&) {
  page.title("admin");
  page.choice("admin:yes", page.say("admin.yes"), page.say("admin.yes.help"), flow::AdminConfirmed{});
  page.choice("admin:no", page.say("admin.no"), page.say("admin.no.help"), flow::InviteChosen{});
}

}  // namespace ats::view
