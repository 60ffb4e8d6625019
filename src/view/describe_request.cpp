#include "view/form.hpp"
#include "view/page.hpp"

namespace ats::view {

void describe(Page& page, const flow::RequestingProvider& screen) {
  if (!screen.told.empty()) {
    page.view.screen = "requested";
    page.title("request.told", {{"name", screen.told}});
    page.view.mood = Tone::success;
    page.primary("request.back", flow::BackPressed{});
    return;
  }
  page.view.screen = "request";
  page.title("request");
  Field& field =
      add_own_field(page, flow::request_field, page.say("request.label"), page.state.draft.requested);
  if (screen.problem) {
    field.error = page.say(screen.problem->message_key, screen.problem->values);
    page.view.focus = page.view.nodes.back().id;
    page.view.announce = Announcement{field.error, true};
  }
  page.primary("request.send", flow::RequestSubmitted{});
}

}  // namespace ats::view
