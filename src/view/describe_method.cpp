#include "view/account.hpp"
#include "view/page.hpp"

namespace ats::view {
namespace {

/// A link is promised only where the host gave one.
std::string invite_help(const Page& page, const std::string& key) {
  return page.say(page.state.config.invite_url.empty() ? "invite.lead_no_link" : key);
}

}  // namespace

void describe(Page& page, const flow::ChoosingMethod&) {
  page.title("method");
  add_known_down(page);
  const std::string title = page.say("method.api_key");
  Choice& key = page.choice("method:api_key", page.say("method.recommended", {{"choice", title}}),
                            page.say("method.api_key.help"), flow::KeyMethodChosen{});
  key.recommended = true;
  key.title = title;
  key.chip = page.say("method.mark");
  page.choice("method:invite", page.say("method.invite"), invite_help(page, "method.invite.help"),
              flow::InviteChosen{});
}

void describe(Page& page, const flow::ConfirmingAdmin&) {
  page.title("admin");
  page.choice("admin:yes", page.say("admin.yes"), page.say("admin.yes.help"), flow::AdminConfirmed{});
  page.choice("admin:no", page.say("admin.no"), invite_help(page, "admin.no.help"), flow::InviteChosen{});
}

}  // namespace ats::view
