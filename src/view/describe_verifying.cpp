#include <algorithm>

#include "flow/verdict.hpp"
#include "view/page.hpp"

namespace ats::view {
namespace {

/// `state_word`: waiting, checking, done or failed.
void add_line(Page& page, const std::string& id, const std::string& label, const std::string& state_word) {
  Node& node = page.add(NodeKind::status, id, label);
  node.state = state_word;
  node.help = page.say("verifying." + state_word);
}

const model::Probe* probe_of(const Page& page, const std::string& id) {
  for (const model::Probe& probe : page.provider->probes) {
    if (probe.id == id) return &probe;
  }
  return nullptr;
}

std::string state_of(const flow::ProbeReply& reply) {
  if (std::holds_alternative<flow::Waiting>(reply)) return "checking";
  const auto* answer = std::get_if<model::UpstreamAnswer>(&reply);
  return answer != nullptr && answer->body == model::Body::ok ? "done" : "failed";
}

/// After the verdict only the missing scopes are known, so a probe failed if it was to prove one of them.
bool proves_missing(const Page& page, const std::string& probe, const model::ScopeResult& scopes) {
  for (const model::Scope& scope : page.provider->scopes) {
    const bool missing =
        std::find(scopes.missing.begin(), scopes.missing.end(), scope.id) != scopes.missing.end();
    if (scope.probe == probe && missing) return true;
  }
  return false;
}

std::vector<std::string> sent_probes(const Page& page) {
  if (page.setup.page.verify == model::VerifyMode::none) return {};
  return flow::probes_to_send(*page.provider, flow::wanted_scopes(*page.provider, page.state.config));
}

void announce_start(Page& page) {
  page.view.busy = true;
  page.view.announce = Announcement{page.say("verifying.heading"), false};
}

}  // namespace

void describe(Page& page, const flow::Verifying& screen) {
  if (page.provider == nullptr) return;
  page.title("verifying");
  for (const auto& [id, reply] : screen.replies) {
    if (const model::Probe* probe = probe_of(page, id)) {
      add_line(page, "probe:" + id, probe->label, state_of(reply));
    }
  }
  add_line(page, "handover", page.say("verifying.handover"), "waiting");
  announce_start(page);
}

void describe(Page& page, const flow::HandingOver& screen) {
  if (page.provider == nullptr) return;
  page.title("verifying");
  page.view.lead = page.say("verifying.handing_over");
  for (const std::string& id : sent_probes(page)) {
    const bool failed = proves_missing(page, id, screen.connection.scopes);
    if (const model::Probe* probe = probe_of(page, id)) {
      add_line(page, "probe:" + id, probe->label, failed ? "failed" : "done");
    }
  }
  add_line(page, "handover", page.say("verifying.handover"), "checking");
  announce_start(page);
}

}  // namespace ats::view
