#include "flow/evidence.hpp"
#include "view/page.hpp"

namespace ats::view {
namespace {

/// `state_word`: waiting, checking, done or failed.
void add_line(Page& page, const std::string& id, const std::string& label, const std::string& state_word) {
  Node& node = page.add(NodeKind::status, id, label);
  node.state = state_word;
  node.help = page.say("verifying." + state_word);
}

/// `unanswered`: what is said of a probe that has no answer.
void add_probes(Page& page, const flow::Replies& replies, const char* unanswered) {
  for (const auto& [id, reply] : replies) {
    for (const model::Probe& probe : page.provider->probes) {
      if (probe.id != id) continue;
      const char* ended = flow::went_well(reply) ? "done" : "failed";
      const bool waits = std::holds_alternative<flow::Waiting>(reply);
      add_line(page, "probe:" + id, probe.label, waits ? unanswered : ended);
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
  add_probes(page, screen.replies, "checking");
  add_line(page, "handover", page.say("verifying.handover"), "waiting");
  announce_start(page);
}

void describe(Page& page, const flow::HandingOver& screen) {
  if (page.provider == nullptr) return;
  page.title("verifying");
  if (screen.replies.empty()) page.view.heading = page.say("verifying.handover");  // Nothing was checked.
  page.view.lead = page.setup.page.plaintext ? "" : page.say("verifying.handing_over");
  add_probes(page, screen.replies, "failed");
  add_line(page, "handover", page.say("verifying.handover"), "checking");
  announce_start(page);
}

}  // namespace ats::view
