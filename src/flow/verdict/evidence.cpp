#include "flow/verdict/evidence.hpp"

#include <algorithm>
#include <optional>
#include <string_view>
#include <variant>

#include "base/variant.hpp"
#include "model/char_set.hpp"

namespace ats::flow {
namespace {

using model::Meaning;
using model::UpstreamAnswer;

bool is_success(int status) { return status >= 200 && status < 300; }
bool is_redirect(int status) { return status >= 300 && status < 400; }
bool is_failure(int status) { return status >= 500 && status < 600; }

bool applies(const model::VerdictRule& rule, const UpstreamAnswer& answer) {
  const bool text = rule.text.empty() || model::find_word(answer.error, rule.text) != std::string::npos;
  return text && (rule.status == 0 || rule.status == answer.status);
}

/// The most particular rule, whatever the order of the file.
std::optional<Meaning> meaning_of(const model::Provider& provider, const UpstreamAnswer& answer) {
  const model::VerdictRule* best = nullptr;
  const auto weight = [](const model::VerdictRule& rule) {
    return (rule.text.empty() ? 0 : 2) + (rule.status == 0 ? 0 : 1);
  };
  for (const model::VerdictRule& rule : provider.verdicts) {
    if (applies(rule, answer) && (best == nullptr || weight(rule) > weight(*best))) best = &rule;
  }
  return best == nullptr ? std::nullopt : std::optional(best->meaning);
}

Seen seen_as(Meaning meaning) {
  switch (meaning) {
    case Meaning::credentials:
      return Seen::bad_credentials;
    case Meaning::scope:
      return Seen::no_scope;
    case Meaning::account:
      return Seen::no_account;
    case Meaning::other_account:
      return Seen::other_account;
    case Meaning::unavailable:
      return Seen::unavailable;
  }
  return Seen::unexpected;
}

Seen seen_upstream(const model::Provider& provider, const UpstreamAnswer& answer) {
  if (is_success(answer.status) && answer.body == model::Body::ok) return Seen::ok;
  if (answer.status == 429) return Seen::rate_limited;
  if (const auto meaning = meaning_of(provider, answer)) return seen_as(*meaning);
  if (answer.status == 404 || is_redirect(answer.status)) {
    // Without an account in the address there is none that could be missing.
    return provider.address_field() == nullptr ? Seen::unexpected : Seen::no_account;
  }
  if (is_failure(answer.status)) return Seen::unavailable;
  // A 403 that is no JSON comes from a guard in front of the ATS and says nothing of the key.
  if (answer.status == 403 && answer.body == model::Body::json) return Seen::no_scope;
  if (answer.status == 401) return Seen::bad_credentials;
  return Seen::unexpected;
}

Seen seen_relay(const model::RelayAnswer& answer) {
  if (answer.code == "rate_limited") return Seen::rate_limited;
  if (answer.code == "timeout") return Seen::timeout;
  if (answer.code == "bad_upstream") return Seen::network;
  return Seen::relay_fault;
}

Seen seen_nothing(model::NoAnswer reason) {
  switch (reason) {
    case model::NoAnswer::offline:
      return Seen::offline;
    case model::NoAnswer::network:
      return Seen::network;
    case model::NoAnswer::timeout:
      return Seen::timeout;
  }
  return Seen::network;
}

}  // namespace

Seen seen_in(const model::Provider& provider, const ProbeReply& reply) {
  return std::visit(base::Overloaded{
                        [](const Waiting&) { return Seen::timeout; },
                        [&](const UpstreamAnswer& answer) { return seen_upstream(provider, answer); },
                        [](const model::RelayAnswer& answer) { return seen_relay(answer); },
                        [](const model::NoAnswer& reason) { return seen_nothing(reason); },
                    },
                    reply);
}

bool went_well(const ProbeReply& reply) {
  const auto* answer = std::get_if<UpstreamAnswer>(&reply);
  return answer != nullptr && is_success(answer->status) && answer->body == model::Body::ok;
}

bool lacks_scope(const model::Provider& provider, const ProbeReply& reply) {
  const auto* answer = std::get_if<UpstreamAnswer>(&reply);
  if (answer == nullptr) return false;
  if (answer->status == 401 || answer->status == 403 || answer->status == 404) return true;
  const Seen seen = seen_in(provider, reply);
  return seen == Seen::no_scope || seen == Seen::bad_credentials;
}

bool only_explains(const model::Provider& provider, const model::Probe& probe) {
  return probe.picks_accounts &&
         std::none_of(provider.scopes.begin(), provider.scopes.end(),
                      [&](const model::Scope& scope) { return scope.probe == probe.id; });
}

Evidence evidence_of(const model::Provider& provider, const std::map<std::string, std::string>& fields,
                     const Replies& replies) {
  Evidence evidence;
  if (const std::string* typed = provider.address_in(fields)) evidence.typed = *typed;
  std::vector<Witness> explainers;
  for (const auto& [id, reply] : replies) {
    const auto probe = std::find_if(provider.probes.begin(), provider.probes.end(),
                                    [&id = id](const model::Probe& known) { return known.id == id; });
    if (probe == provider.probes.end()) continue;
    const Witness witness{id, &reply, seen_in(provider, reply)};
    (only_explains(provider, *probe) ? explainers : evidence.witnesses).push_back(witness);
    if (!probe->picks_accounts || witness.seen != Seen::ok) continue;
    const auto& named = std::get<UpstreamAnswer>(reply).accounts;
    evidence.accounts.insert(evidence.accounts.end(), named.begin(), named.end());
  }
  // Nothing else was asked, so it has to tell about the key as well.
  if (evidence.witnesses.empty()) evidence.witnesses = explainers;
  return evidence;
}

}  // namespace ats::flow
