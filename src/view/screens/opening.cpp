#include "view/screens/opening.hpp"

namespace ats::view {

void describe(Page& page, const flow::AwaitingSession&) {
  page.title("session.waiting");
  page.view.busy = true;
  page.view.announce = Announcement{page.say("session.waiting.heading"), false};
}

void describe(Page& page, const flow::ConfirmingSession& screen) {
  const std::string who = screen.requester.empty() ? "session.who" : "session.who_person";
  const Values values{{"organisation", screen.organisation}, {"requester", screen.requester}};
  page.title("session", values);
  page.text("who", who, values);
  page.notice("unknown", Tone::warning, page.say("session.unknown"));
  page.primary("session.continue", flow::SessionAccepted{});
}

}  // namespace ats::view
