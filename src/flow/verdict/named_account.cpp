#include "flow/verdict/named_account.hpp"

#include <variant>

#include "model/char_set.hpp"
#include "model/field_rule.hpp"

namespace ats::flow {
namespace {

const model::Account* listed(const Evidence& evidence) {
  for (const model::Account& account : evidence.accounts) {
    if (model::same_word(account.subdomain, evidence.typed)) return &account;
  }
  return nullptr;
}

}  // namespace

bool names_others_only(const Evidence& evidence) {
  return !evidence.typed.empty() && !evidence.accounts.empty() && listed(evidence) == nullptr;
}

std::string suggestion_of(const model::Provider& provider, const Evidence& evidence) {
  std::string other;
  for (const model::Account& account : evidence.accounts) {
    if (account.subdomain.empty() || model::same_word(account.subdomain, evidence.typed)) continue;
    if (!other.empty() && other != account.subdomain) return {};
    other = account.subdomain;
  }
  const model::Field* field = provider.address_field();
  if (field == nullptr || other.empty()) return {};
  const model::FieldVerdict verdict = model::check_field(*field, other, {});
  const auto* accepted = std::get_if<model::FieldAccepted>(&verdict);
  // Cleaning may lower its case but not take anything off it: that would be another name.
  const bool same = accepted != nullptr && model::same_word(accepted->value, other);
  return same ? accepted->value : std::string();
}

std::optional<model::Account> account_of(const Evidence& evidence) {
  if (!evidence.typed.empty()) {
    if (const model::Account* account = listed(evidence)) return *account;
  } else if (evidence.accounts.size() == 1) {
    return evidence.accounts.front();
  }
  for (const Witness& witness : evidence.witnesses) {
    const auto* answer = std::get_if<model::UpstreamAnswer>(witness.reply);
    if (answer == nullptr || witness.seen != Seen::ok || !answer->account) continue;
    const std::string& subdomain = answer->account->subdomain;
    if (evidence.typed.empty() || subdomain.empty() || model::same_word(subdomain, evidence.typed)) {
      return answer->account;
    }
  }
  return std::nullopt;
}

}  // namespace ats::flow
