#include <utility>

#include "view/account.hpp"
#include "view/page.hpp"
#include "view/report.hpp"
#include "view/scope_list.hpp"

namespace ats::view {
namespace {

void add_account(Page& page, const model::Connection& connection) {
  std::vector<Item> items;
  if (connection.account && !connection.account->name.empty()) {
    items.push_back({connection.account->name, page.say("connected.account_name"), Mark::none});
  }
  for (const model::Field* field : page.provider->detail_fields()) {
    const auto value = page.fields.find(field->id);
    if (value == page.fields.end() || value->second.empty()) continue;
    items.push_back({page.own(shown_value(*field, value->second)), page.own(field->label), Mark::none});
  }
  if (!items.empty()) page.add("account", page.say("connected.account"), List{std::move(items)});
}

void add_scopes(Page& page, const model::Connection& connection) {
  const model::ScopeResult& scopes = connection.scopes;
  std::vector<Item> items;
  const auto add = [&](const std::vector<std::string>& ids, Mark mark, const char* key) {
    for (const std::string& id : ids) {
      items.push_back({page.own(means_of(page, id)), page.say(key, {{"scope", id}}), mark});
    }
  };
  add(scopes.granted, Mark::done, "connected.granted");
  add(scopes.missing, Mark::failed, "connected.missing");
  add(scopes.unverified, Mark::unknown, "connected.unverified");
  add(connection.more, Mark::done, "connected.more");
  if (!items.empty()) page.add("scopes", page.say("connected.scopes"), List{std::move(items)});
}

}  // namespace

void describe(Page& page, const flow::Connected& screen) {
  if (page.provider == nullptr) return;
  page.title("connected");
  page.view.mood = Tone::success;
  // Whoever checks a key lets only one that works come this far.
  if (page.setup.page.verify == model::VerifyMode::none)
    page.notice("unchecked", Tone::warning, page.say("connected.unchecked"));
  add_account(page, screen.connection);
  add_scopes(page, screen.connection);
  if (!page.provider->revoke.empty()) page.add<Text>("revoke", page.own(page.provider->revoke));
  add_copy(page, flow::Report::receipt, receipt(page), screen.copied);
  page.text("next", "connected.next");
  page.primary("connected.done", flow::DonePressed{});
}

}  // namespace ats::view
