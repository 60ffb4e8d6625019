#include "support/sample_states.hpp"

namespace ats::test {
namespace {

using namespace flow;
using Samples = std::vector<std::pair<std::string, State>>;

State before_choice(Screen screen) {
  State state;
  state.screen = std::move(screen);
  state.config.brand_name = "Acme Hiring";
  return state;
}

model::Connection some_connection() {
  model::Connection connection;
  connection.account = model::Account{"1", "Acme Inc", "acme"};
  connection.scopes = {{"r_jobs"}, {"r_candidates"}, {"w_candidates"}};
  connection.more = {"r_offers"};
  return connection;
}

Replies some_replies() {
  model::UpstreamAnswer good;
  good.status = 200;
  good.body = model::Body::ok;
  return {{"jobs", good}, {"candidates", Waiting{}}, {"accounts", model::NoAnswer::network}};
}

model::FieldProblem problem(const std::string& field, const std::string& key) {
  model::FieldProblem found;
  found.field = field;
  found.message_key = key;
  found.values = {{"label", "Subdomain"}, {"count", "70"}, {"min", "1"}, {"max", "63"}};
  return found;
}

void add_choices(Samples& all) {
  all.emplace_back("session waiting", before_choice(AwaitingSession{1}));
  all.emplace_back("session", before_choice(ConfirmingSession{"Acme", "Ada"}));
  all.emplace_back("session without a person", before_choice(ConfirmingSession{"Acme", ""}));
  all.emplace_back("session failed",
                   before_choice(Failed{{model::ErrorCode::timeout, {}, 0, {}, {}}, 1, 0, {}}));
  all.emplace_back("session offline",
                   before_choice(Failed{{model::ErrorCode::offline, {}, 0, {}, {}}, 1, 0, {}}));
  all.emplace_back("provider", before_choice(ChoosingProvider{}));
  State searching = before_choice(ChoosingProvider{});
  searching.draft.search = "WORK";
  all.emplace_back("provider found one", searching);
  searching.draft.search = "e";
  all.emplace_back("provider found several", searching);
  searching.draft.search = "zzz";
  all.emplace_back("provider found none", searching);
  State everything = before_choice(ChoosingProvider{});
  everything.draft.show_all = true;
  all.emplace_back("provider all", everything);
  State naming = before_choice(RequestingProvider{});
  naming.draft.requested = "Example Hire";
  all.emplace_back("request", naming);
  for (const char* key : {"request.empty", "request.key"}) {
    naming.screen = RequestingProvider{"", problem(request_field, key)};
    all.emplace_back("request refused", naming);
  }
  all.emplace_back("requested", before_choice(RequestingProvider{"Example Hire", {}}));
  State nameless = before_choice(ChoosingProvider{});
  nameless.config.brand_name.clear();
  all.emplace_back("provider for a host without a name", nameless);
  all.emplace_back("method", on_screen(ChoosingMethod{}));
  all.emplace_back("admin", on_screen(ConfirmingAdmin{}));
  for (const Wait wait : {Wait::brief, Wait::slow, Wait::failed})
    all.emplace_back("waiting for details",
                     on_screen(AwaitingProvider{Step::permissions, Step::admin, wait}));
  for (const Screen& screen : std::vector<Screen>{ChoosingMethod{}, ConfirmingAdmin{}}) {
    State with_link = on_screen(screen);
    with_link.config.invite_url = "https://app.example.com/connect?id=1&x=2";
    all.emplace_back("a link to promise", with_link);
  }
}

void add_invites(Samples& all) {
  all.emplace_back("invite without a link", on_screen(Inviting{}));
  for (const Inviting& screen :
       {Inviting{}, Inviting{Step::method, true, false, true}, Inviting{Step::admin, false, true}}) {
    State state = on_screen(screen);
    state.config.invite_url = "https://app.example.com/connect?id=1&x=2";
    all.emplace_back("invite", state);
  }
}

void add_forms(Samples& all) {
  State writing = on_screen(ReviewingPermissions{});
  writing.config.required_scopes = {"r_jobs", "w_candidates"};
  writing.config.optional_scopes = {"r_offers"};
  all.emplace_back("permissions", on_screen(ReviewingPermissions{}));
  all.emplace_back("permissions to write", writing);
  all.emplace_back("details", on_screen(EnteringDetails{}));
  all.emplace_back("details of another kind", on_screen(EnteringDetails{}, "lever"));
  for (const char* key :
       {"field.empty", "field.short", "field.long", "field.chars", "field.ends", "field.option"}) {
    all.emplace_back("details refused", on_screen(EnteringDetails{{problem("subdomain", key)}, {}}));
  }
  model::FieldProblem pasted = problem("subdomain", "");
  pasted.message = "Enter only the part before .workable.com.";
  pasted.suggestion = "acme";
  all.emplace_back("details with a suggestion", on_screen(EnteringDetails{{pasted}, {}}));
  State warned = on_screen(EnteringDetails{});
  warned.draft.fields["subdomain"] = "careers";
  all.emplace_back("details with a warning", warned);
  all.emplace_back("key", on_screen(EnteringKey{}));
  all.emplace_back("key with its name copied", on_screen(EnteringKey{{}, {}, "Acme Hiring"}));
  all.emplace_back("key with a permission copied", on_screen(EnteringKey{{}, {}, "r_jobs"}));
  all.emplace_back("key that can do everything", on_screen(EnteringKey{}, "smartrecruiters"));
  State forgotten = on_screen(EnteringKey{});
  forgotten.draft.key_forgotten = true;
  all.emplace_back("key forgotten", forgotten);
  State optional = on_screen(EnteringKey{});
  optional.config.required_scopes = {"r_jobs"};
  optional.config.optional_scopes = {"w_candidates"};
  optional.draft.show_key = true;
  optional.draft.show_pictures = true;
  all.emplace_back("key with optional scopes", optional);
  State nameless = on_screen(EnteringKey{});
  nameless.config.brand_name.clear();
  all.emplace_back("key for a host without a name", nameless);
  State two = on_screen(
      EnteringKey{{problem("api_key", "field.empty"), problem("secret_key", "field.empty")}, {}}, "jobvite");
  all.emplace_back("two keys refused", two);
}

void add_expiries(Samples& all) {
  for (const char* key : {"expiry.past", "expiry.unreadable"}) {
    State dated = on_screen(EnteringKey{{problem("key_expiry_date", key)}, {}});
    dated.draft.fields["key_expiry"] = "date";
    dated.draft.fields["key_expiry_date"] = "2020-01-01";
    all.emplace_back("key with a wrong expiry", dated);
  }
}

/// Somebody mends a connection: of each screen that has words of its own for it, one.
void add_relinks(Samples& all) {
  const auto add = [&](const std::string& name, Screen screen) -> State& {
    State state = on_screen(std::move(screen));
    state.config.provider = "workable";
    state.config.mode = model::Mode::relink;
    state.config.prefill_subdomain = "acme";
    state.config.invite_url = "https://app.example.com/";
    return all.emplace_back("relink, " + name, std::move(state)).second;
  };
  for (int i = 0; i <= static_cast<int>(model::RelinkReason::none); ++i) {
    add("key", EnteringKey{}).config.relink_reason = static_cast<model::RelinkReason>(i);
  }
  all.emplace_back("relink, several keys", all.back().second).second.draft.provider = "jobvite";
  add("key of another account", EnteringKey{}).draft.fields["subdomain"] = "globex";
  for (const Wait wait : {Wait::slow, Wait::failed})
    add("waiting for details", AwaitingProvider{Step::api_key, Step::api_key, wait});
  add("details", EnteringDetails{}).config.relink_reason = model::RelinkReason::other;
  add("method", ChoosingMethod{});
  add("invite", Inviting{});
  add("invite without a link", Inviting{}).config.invite_url.clear();
  add("connected", Connected{some_connection()});
  add("close question", EnteringKey{}).overlay = AskingToClose{};
}

void add_ends(Samples& all) {
  all.emplace_back("verifying", on_screen(Verifying{1, some_replies()}));
  all.emplace_back("handing over", on_screen(HandingOver{1, some_connection(), "", some_replies()}));
  all.emplace_back("connected", on_screen(Connected{some_connection()}));
  all.emplace_back("connected and copied", on_screen(Connected{some_connection(), true}));
  all.emplace_back("connected unchecked", on_screen(Connected{}));
  for (int i = 0; i <= static_cast<int>(model::ErrorCode::internal); ++i) {
    const auto code = static_cast<model::ErrorCode>(i);
    model::LinkError error{code, {"r_candidates"}, 0, "globex", "Their own words"};
    all.emplace_back("failed", failed_with(code));
    all.emplace_back("refused", on_screen(Refused{error}));
    all.emplace_back("details after it", on_screen(EnteringDetails{{}, error}));
    all.emplace_back("key after it", on_screen(EnteringKey{{}, error}));
  }
  State copied = failed_with(model::ErrorCode::timeout);
  std::get<Failed>(copied.screen).copied = true;
  all.emplace_back("failed and copied", copied);
  State waiting = failed_with(model::ErrorCode::rate_limited);
  std::get<Failed>(waiting.screen).wait_s = 7;
  all.emplace_back("failed and waiting", waiting);
  all.emplace_back("failed elsewhere", failed_with(model::ErrorCode::unexpected_response, "lever"));
  all.emplace_back("failed without an account", failed_with(model::ErrorCode::subdomain_not_found, "ashby"));
}

}  // namespace

State on_screen(Screen screen, const std::string& provider) {
  State state = before_choice(std::move(screen));
  state.draft.provider = provider;
  if (provider == "workable") state.draft.fields["subdomain"] = "acme";
  state.draft.secrets["api_key"] = base::Secret(marker_key);
  return state;
}

State failed_with(model::ErrorCode code, const std::string& provider) {
  return on_screen(Failed{{code, {"r_candidates"}, 0, "globex", "Their own words"}, 1, 0, {}}, provider);
}

Samples sample_states() {
  Samples all;
  add_choices(all);
  add_invites(all);
  add_forms(all);
  add_expiries(all);
  add_relinks(all);
  add_ends(all);
  // Help over each step, with a way to write to someone; and the question before closing.
  const std::size_t shown = all.size();
  for (std::size_t i = 0; i < shown; ++i) {
    State helped = all[i].second;
    helped.overlay = ShowingHelp{};
    helped.config.support_url = "https://help.example.com/";
    helped.config.support_email = "help@example.com";
    all.emplace_back(all[i].first + ", help", helped);
  }
  State resumed = on_screen(ReviewingPermissions{});
  resumed.resumed = true;
  all.emplace_back("permissions, resumed", resumed);
  State asking = on_screen(EnteringKey{});
  asking.overlay = AskingToClose{};
  all.emplace_back("close question", asking);
  return all;
}

}  // namespace ats::test
