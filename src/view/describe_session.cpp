#include "view/page.hpp"

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

void describe(Page& page, const flow::AwaitingProvider& screen) {
  if (screen.wait == flow::Wait::brief) {
    if (screen.from == flow::Step::method) return describe(page, flow::ChoosingMethod{});
    return describe(page, flow::ConfirmingAdmin{});
  }
  page.view.screen = "loading";
  if (screen.wait == flow::Wait::failed) {
    page.title("loading.failed");
    page.view.mood = Tone::danger;
    page.view.announce = Announcement{page.view.heading, true};
    page.primary("failed.retry", flow::RetryPressed{});
    return;
  }
  page.title("loading");
  page.view.busy = true;
  page.view.announce = Announcement{page.view.heading, false};
}

}  // namespace ats::view
