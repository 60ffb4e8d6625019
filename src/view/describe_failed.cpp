#include "view/error_words.hpp"
#include "view/page.hpp"
#include "view/scope_list.hpp"

namespace ats::view {
namespace {

using model::ErrorCode;

/// Which screens hold what may be wrong.
struct Edits {
  bool details = false, key = false;
};

Edits edits_for(ErrorCode code) {
  switch (code) {
    case ErrorCode::subdomain_mismatch:
    case ErrorCode::invalid_credentials:
    case ErrorCode::unexpected_response:
      return {true, true};
    case ErrorCode::subdomain_not_found:
    case ErrorCode::invalid_subdomain:
      return {true, false};
    case ErrorCode::insufficient_scopes:
      return {false, true};
    default:
      return {};
  }
}

/// The account name that was asked for, as it was sent.
std::string typed_account(const Page& page) {
  const auto fields = flow::clean_fields(*page.provider, page.state.draft);
  for (const model::Field* field : page.provider->detail_fields()) {
    const auto value = fields.find(field->id);
    if (field->kind == model::FieldKind::text && value != fields.end()) return value->second;
  }
  return {};
}

void add_missing(Page& page, const std::vector<std::string>& scopes) {
  if (scopes.empty()) return;
  Node& list = page.add(NodeKind::list, "missing", page.say("failed.missing"));
  for (const std::string& id : scopes) list.items.push_back({means_of(page, id), id, "failed"});
}

/// As many of `<key>.do1`, `<key>.do2`, ... as the catalogue has.
void add_advice(Page& page, const std::string& key) {
  std::vector<Item> items;
  for (int i = 1; page.has(key + ".do" + std::to_string(i)); ++i) {
    items.push_back({page.say(key + ".do" + std::to_string(i)), "", ""});
  }
  if (!items.empty()) page.add(NodeKind::list, "advice", page.say("failed.advice")).items = items;
}

void add_edits(Page& page, ErrorCode code) {
  const Edits edits = edits_for(code);
  const std::vector<const model::Field*> details = page.provider->detail_fields();
  const std::vector<const model::Field*> secrets = page.provider->secret_fields();
  if (edits.details && !details.empty()) {
    const bool subdomain = details.front()->id == "subdomain";
    page.secondary(subdomain ? "failed.edit_subdomain" : "failed.edit_details",
                   flow::EditPressed{details.front()->id});
  }
  if (edits.key && !secrets.empty())
    page.secondary("failed.edit_key", flow::EditPressed{secrets.front()->id});
}

void add_retry(Page& page, int wait_s) {
  if (wait_s <= 0) {
    page.primary("failed.retry", flow::RetryPressed{});
    return;
  }
  const std::string label = page.say("failed.retry_in", {{"seconds", std::to_string(wait_s)}});
  page.view.primary = Button{"primary", label, true};
}

/// Without a provider it was the question for the session that failed.
void describe_failed_session(Page& page, ErrorCode code) {
  page.title(code == ErrorCode::offline ? "error.offline" : "failed.session");
  page.view.mood = "danger";
  page.primary("failed.retry", flow::RetryPressed{});
}

}  // namespace

void describe(Page& page, const flow::Failed& screen) {
  if (page.provider == nullptr) {
    describe_failed_session(page, screen.error.code);
    return;
  }
  const model::LinkError& error = screen.error;
  const std::string key = error_key(error.code);
  const std::string account = typed_account(page);
  page.title(key, {{"account", account}});
  if (error.code == ErrorCode::subdomain_not_found && account.empty()) {
    page.view.heading = page.say("failed.no_account");
  }
  page.view.mood = error.code == ErrorCode::rate_limited ? "warning" : "danger";
  add_missing(page, error.missing_scopes);
  add_advice(page, key);
  const bool known = !error.suggestion.empty() && page.provider->field("subdomain") != nullptr;
  if (known) {
    page.button("suggest:subdomain", page.say("form.use", {{"value", error.suggestion}}),
                flow::SuggestionTaken{"subdomain", error.suggestion});
  }
  if (!error.detail.empty()) page.text("said", "failed.said", {{"words", error.detail}});
  add_retry(page, screen.wait_s);
  add_edits(page, error.code);
}

void describe(Page& page, const flow::Refused& screen) {
  const std::string key = error_key(screen.error.code);
  page.title(key);
  page.view.mood = "danger";
  if (!screen.error.detail.empty()) page.text("detail", "refused.detail", {{"detail", screen.error.detail}});
  page.primary("refused.close", flow::ClosePressed{flow::ExitReason::user_closed});
}

}  // namespace ats::view
