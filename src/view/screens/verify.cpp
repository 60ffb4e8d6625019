#include "view/screens/verify.hpp"

#include <array>
#include <string>
#include <variant>

#include "flow/verdict/evidence.hpp"

namespace ats::view {
namespace {

void add_line(Page& page, const std::string& id, const std::string& label, Phase phase) {
  static constexpr std::array<const char*, 4> keys{"verifying.waiting", "verifying.checking",
                                                   "verifying.done", "verifying.failed"};
  static_assert(keys.size() == static_cast<std::size_t>(Phase::failed) + 1);
  page.add(id, label, Status{page.say(keys[static_cast<std::size_t>(phase)]), phase});
}

/// `unanswered`: what is said of a probe that has no answer.
void add_probes(Page& page, const flow::Replies& replies, Phase unanswered) {
  for (const auto& [id, reply] : replies) {
    for (const model::Probe& probe : page.provider->probes) {
      if (probe.id != id) continue;
      const Phase ended = flow::went_well(reply) ? Phase::done : Phase::failed;
      const bool waits = std::holds_alternative<flow::Waiting>(reply);
      add_line(page, "probe:" + id, page.own(probe.label), waits ? unanswered : ended);
    }
  }
}

void announce_start(Page& page) {
  page.view.busy = true;
  page.view.announce = Announcement{page.view.heading, false};
}

}  // namespace

void describe(Page& page, const flow::Verifying& screen) {
  if (page.provider == nullptr) return;
  page.title("verifying");
  add_probes(page, screen.replies, Phase::checking);
  add_line(page, "handover", page.say("verifying.handover"), Phase::waiting);
  announce_start(page);
}

void describe(Page& page, const flow::HandingOver& screen) {
  if (page.provider == nullptr) return;
  page.title("verifying");
  if (screen.replies.empty()) page.view.heading = page.say("verifying.handover");  // Nothing was checked.
  page.view.lead = page.setup.page.plaintext ? "" : page.say("verifying.handing_over");
  add_probes(page, screen.replies, Phase::failed);
  add_line(page, "handover", page.say("verifying.handover"), Phase::checking);
  announce_start(page);
}

}  // namespace ats::view
