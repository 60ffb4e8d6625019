#include "view/screens/failure.hpp"

#include <string>
#include <utility>
#include <vector>

#include "view/error_words.hpp"
#include "view/report.hpp"
#include "view/scope_list.hpp"

namespace ats::view {
namespace {

using model::ErrorCode;

/// Which screens hold what may be wrong, and what most likely helps: that is the primary button.
enum class Way { retry, details, key };

std::vector<Way> ways_for(ErrorCode code) {
  if (code == ErrorCode::subdomain_mismatch) return {Way::details, Way::key, Way::retry};
  if (model::about_subdomain(code)) return {Way::details, Way::retry};
  switch (code) {
    case ErrorCode::invalid_credentials:
      return {Way::key, Way::details, Way::retry};
    case ErrorCode::unexpected_response:
      return {Way::retry, Way::details, Way::key};
    case ErrorCode::insufficient_scopes:
      return {Way::key, Way::retry};
    default:
      return {Way::retry};
  }
}

/// The account name that was asked for: nothing is typed between the sending and this screen.
std::string typed_account(const Page& page) {
  const std::string* value = page.provider->address_in(page.fields);
  return value == nullptr ? std::string{} : *value;
}

void add_missing(Page& page, const std::vector<std::string>& scopes) {
  if (scopes.empty()) return;
  List& list = page.add<List>("missing", page.say("failed.missing"));
  for (const std::string& id : scopes) list.items.push_back({page.own(means_of(page, id)), id, Mark::failed});
}

/// As many of `<key>.do1`, `<key>.do2`, ... as the catalogue has.
void add_advice(Page& page, const std::string& key) {
  std::vector<Item> items;
  for (int i = 1; page.has(key + ".do" + std::to_string(i)); ++i) {
    items.push_back({page.say(key + ".do" + std::to_string(i)), "", Mark::none});
  }
  if (!items.empty()) page.add("advice", page.say("failed.advice"), List{std::move(items)});
}

/// The first one becomes the primary button.
void add_way(Page& page, const std::string& key, flow::Event event) {
  if (page.view.primary) {
    page.secondary(key, std::move(event));
  } else {
    page.primary(key, std::move(event));
  }
}

void add_edit(Page& page, const std::vector<const model::Field*>& fields, const std::string& key) {
  if (!fields.empty()) add_way(page, key, flow::EditPressed{fields.front()->id});
}

void add_ways(Page& page, ErrorCode code) {
  for (const Way way : ways_for(code)) {
    if (way == Way::retry) {
      add_way(page, "failed.retry", flow::RetryPressed{});
    } else if (way == Way::key) {
      add_edit(page, page.provider->secret_fields(), "failed.edit_key");
    } else {
      const std::vector<const model::Field*> fields = page.provider->detail_fields();
      const bool address = !fields.empty() && fields.front()->address;
      add_edit(page, fields, address ? "failed.edit_subdomain" : "failed.edit_details");
    }
  }
}

void add_countdown(Page& page, int wait_s) {
  const std::string label = page.say("failed.retry_in", {{"seconds", std::to_string(wait_s)}});
  page.view.primary = FootButton{"primary", label, true};
}

/// Without a provider it was the question for the session that failed.
void describe_failed_session(Page& page, const flow::Failed& screen) {
  const ErrorCode code = screen.error.code;
  const bool is_ours = code == ErrorCode::offline || code == ErrorCode::load_failed;
  page.title(is_ours ? error_key(code) : "failed.session");
  page.view.mood = Tone::danger;
  add_copy(page, flow::Report::diagnostic, diagnostic(page, screen.error, {}), screen.copied);
  page.primary("failed.retry", flow::RetryPressed{});
}

}  // namespace

void describe(Page& page, const flow::Failed& screen) {
  if (page.provider == nullptr) {
    describe_failed_session(page, screen);
    return;
  }
  const model::LinkError& error = screen.error;
  const std::string key = error_key(error.code);
  const std::string account = typed_account(page);
  page.title(key, {{"account", account}});
  if (error.code == ErrorCode::subdomain_not_found && account.empty()) {
    page.view.heading = page.say("failed.no_account");
  }
  page.view.mood = error.code == ErrorCode::rate_limited ? Tone::warning : Tone::danger;
  add_missing(page, error.missing_scopes);
  add_advice(page, key);
  const model::Field* address = page.provider->address_field();
  if (!error.suggestion.empty() && address != nullptr) {
    page.button("suggest:" + address->id, page.say("form.use", {{"value", error.suggestion}}),
                flow::SuggestionTaken{address->id, error.suggestion});
  }
  if (!error.detail.empty() && !model::detail_is_ours(error.code))
    page.text("said", "failed.said", {{"words", error.detail}});
  add_copy(page, flow::Report::diagnostic, diagnostic(page, error, screen.replies), screen.copied);
  if (screen.wait_s > 0) {
    add_countdown(page, screen.wait_s);
  } else {
    add_ways(page, error.code);
  }
}

void describe(Page& page, const flow::Refused& screen) {
  const std::string key = error_key(screen.error.code);
  page.title(key);
  page.view.mood = Tone::danger;
  if (!screen.error.detail.empty()) page.text("detail", "refused.detail", {{"detail", screen.error.detail}});
  add_copy(page, flow::Report::diagnostic, diagnostic(page, screen.error, {}), screen.copied);
  page.primary("refused.close", flow::ClosePressed{flow::ExitReason::user_closed});
}

}  // namespace ats::view
