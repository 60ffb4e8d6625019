#include "web/ports.hpp"

#include <cstdint>
#include <utility>
#include <variant>
#include <vector>

#include "base/variant.hpp"
#include "codec/effect_writer.hpp"
#include "codec/relay_answer.hpp"
#include "codec/view_writer.hpp"
#include "web/js.hpp"
#include "web/relay_request.hpp"

namespace ats::web {

namespace {

flow::ProbeReply reply_of(const Response& response) {
  // XHR calls every failure status 0; running out of time is the flow's own timer.
  if (response.status == 0) return ats_js_online() != 0 ? model::NoAnswer::network : model::NoAnswer::offline;
  // XHR follows redirects (docs/adr/0013): what another address says is not the relay's word.
  if (response.elsewhere) return model::RelayAnswer{response.status, {}, -1};
  return codec::parse_relay_answer(response.status, response.body);
}

std::uint32_t address(const void* start) {
  return static_cast<std::uint32_t>(reinterpret_cast<std::uintptr_t>(start));
}

void seal(const flow::Seal& effect) {
  std::vector<std::uint32_t> table;  // Per secret: id, its length, bytes, their count.
  for (const auto& [id, secret] : effect.secrets) {
    const std::string_view bytes = secret.reveal();
    table.insert(table.end(), {address(id.data()), static_cast<std::uint32_t>(id.size()),
                               address(bytes.data()), static_cast<std::uint32_t>(bytes.size())});
  }
  const std::string json = codec::write_seal(effect);
  ats_js_seal(json.data(), json.size(), table.data(), effect.secrets.size());
}

}  // namespace

BrowserPorts::BrowserPorts(std::string relay, const runtime::Runtime& runtime, Post post, Show show)
    : relay_(std::move(relay)), runtime_(runtime), post_(std::move(post)), show_(std::move(show)) {}

void BrowserPorts::send(const flow::SendProbe& probe) {
  if (ats_js_relay_refused() != 0) {
    post_(flow::ProbeAnswered{probe.attempt, probe.probe, model::RelayAnswer{}});
    return;
  }
  const base::Secret header = authorization(probe.secrets);
  fetcher_.get(probe.attempt, probe_url(relay_, probe), header, codec::reply_limit,
               [this, attempt = probe.attempt, id = probe.probe](const Response& response) {
                 post_(flow::ProbeAnswered{attempt, id, reply_of(response)});
               });
}

void BrowserPorts::perform(const flow::Effect& effect) {
  std::visit(base::Overloaded{[&](const flow::SendProbe& probe) { send(probe); },
                              [](const flow::Seal& sealing) { seal(sealing); },
                              [&](const flow::PageEffect& of_page) { tell(of_page); }},
             effect);
}

void BrowserPorts::tell(const flow::PageEffect& effect) {
  if (const auto* aborted = std::get_if<flow::AbortRequests>(&effect)) fetcher_.abort(aborted->attempt);
  const std::string json = codec::write_effect(effect, runtime_.setup().catalogue, runtime_.messages());
  ats_js_perform(json.data(), json.size());
}

void BrowserPorts::show(const view::ViewModel& view) {
  const std::string json = codec::write_view(view);
  ats_js_show(json.data(), json.size());
  show_(view);
}

}  // namespace ats::web
