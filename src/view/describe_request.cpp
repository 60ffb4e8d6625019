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
  const std::string id = std::string("field:") + flow::request_field;
  Field& field = page.add<Field>(id, page.say("request.label"));
  field.name = flow::request_field;
  field.value = page.state.draft.requested;
  page.on(id, ActionKind::input, flow::FieldEdited{flow::request_field, {}});
  if (screen.problem) {
    field.error = page.say(screen.problem->message_key, screen.problem->values);
    page.view.focus = id;
    page.view.announce = Announcement{field.error, true};
  }
  page.primary("request.send", flow::RequestSubmitted{});
}

}  // namespace ats::view
