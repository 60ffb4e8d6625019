#include "view/account.hpp"

#include <array>

#include "base/contains.hpp"
#include "model/clean.hpp"

namespace ats::view {
namespace {

bool relinks(const Page& page) { return page.state.config.mode == model::Mode::relink; }

/// What the person has to know the account by; empty where the key alone tells.
std::string account_of(const Page& page) {
  std::string account;
  for (const model::Field* field : page.provider->detail_fields()) {
    const auto value = page.fields.find(field->id);
    if (value == page.fields.end()) continue;
    enlist(account, shown_value(*field, value->second));
  }
  return account;
}

/// The host's word on it, cleaned as the person's is; empty where it gave none.
std::string former_address(const Page& page) {
  const model::Field* field = page.provider->address_field();
  return field == nullptr ? "" : model::clean_text(page.state.config.prefill_subdomain, field->clean);
}

}  // namespace

std::string shown_value(const model::Field& field, const std::string& value) {
  for (const model::ChoiceOption& option : field.options) {
    if (option.value == value) return option.label + field.suffix;
  }
  return value + field.suffix;
}

void add_known_down(Page& page) {
  if (page.entry != nullptr && base::contains(page.setup.page.notices, page.entry->id))
    page.notice("down", Tone::warning, page.say("method.down"));
}

void add_relink_reason(Page& page) {
  if (relinks(page)) add_known_down(page);
  constexpr std::array names{"expired", "revoked", "permissions", "other"};
  static_assert(names.size() == static_cast<std::size_t>(model::RelinkReason::none));
  const auto reason = static_cast<std::size_t>(page.state.config.relink_reason);
  if (!relinks(page) || reason >= names.size()) return;
  page.notice("relink_reason", Tone::info, page.say(std::string("relink.") + names[reason]));
}

void add_relink_account(Page& page) {
  const std::string account = account_of(page);
  if (!relinks(page) || account.empty()) return;
  const std::string* typed = page.provider->address_in(page.fields);
  page.text("account", "relink.account", {{"account", account}});
  page.button("edit_account", page.say(typed == nullptr ? "failed.edit_details" : "failed.edit_subdomain"),
              flow::BackPressed{});
  page.belongs_to("account");
  const std::string former = former_address(page);
  if (typed != nullptr && !former.empty() && former != *typed)
    page.notice("another_account", Tone::warning, page.say("relink.another", {{"account", former}}));
}

}  // namespace ats::view
