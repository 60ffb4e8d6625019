#include "view/page.hpp"
#include "view/scope_list.hpp"

namespace ats::view {
namespace {

void add_account(Page& page, const model::Connection& connection) {
  std::vector<Item> items;
  if (connection.account && !connection.account->name.empty()) {
    items.push_back({connection.account->name, page.say("connected.account_name"), ""});
  }
  const auto fields = flow::clean_fields(*page.provider, page.state.draft);
  for (const model::Field* field : page.provider->detail_fields()) {
    const auto value = fields.find(field->id);
    if (value == fields.end() || value->second.empty()) continue;
    std::string shown = value->second;
    for (const model::ChoiceOption& option : field->options) {
      if (option.value == shown) shown = option.label;
    }
    items.push_back({shown + field->suffix, field->label, ""});
  }
  if (!items.empty()) page.add(NodeKind::list, "account", page.say("connected.account")).items = items;
}

void add_scopes(Page& page, const model::Connection& connection) {
  const model::ScopeResult& scopes = connection.scopes;
  std::vector<Item> items;
  const auto add = [&](const std::vector<std::string>& ids, const char* state, const char* key) {
    for (const std::string& id : ids) {
      items.push_back({means_of(page, id), page.say(key, {{"scope", id}}), state});
    }
  };
  add(scopes.granted, "done", "connected.granted");
  add(scopes.missing, "failed", "connected.missing");
  add(scopes.unverified, "unknown", "connected.unverified");
  add(connection.more, "done", "connected.more");
  if (!items.empty()) page.add(NodeKind::list, "scopes", page.say("connected.scopes")).items = items;
}

}  // namespace

void describe(Page& page, const flow::Connected& screen) {
  if (page.provider == nullptr) return;
  page.title("connected");
  page.view.mood = "success";
  // Whoever checks a key lets only one that works come this far.
  if (page.setup.page.verify == model::VerifyMode::none)
    page.notice("unchecked", "warning", page.say("connected.unchecked"));
  add_account(page, screen.connection);
  add_scopes(page, screen.connection);
  page.text("next", "connected.next");
  if (!page.provider->revoke.empty()) page.add(NodeKind::text, "revoke", page.provider->revoke);
  page.primary("connected.done", flow::DonePressed{});
}

}  // namespace ats::view
