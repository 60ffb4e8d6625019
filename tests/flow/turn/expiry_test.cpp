#include <catch2/catch_test_macros.hpp>

#include "flow/turn/expiry.hpp"
#include "model/date.hpp"
#include "support/flow_printers.hpp"
#include "support/flow_walk.hpp"

using namespace ats;
using namespace ats::flow;
using sample::Walk;

namespace {

// 2026-11-26.
constexpr int today = 20783;

State with(const std::string& choice, const std::string& date = "", int when = today) {
  State state;
  state.today = when;
  CHECK(edit_expiry(state.draft, expiry_field, choice));
  CHECK(edit_expiry(state.draft, expiry_date_field, date));
  return state;
}

std::string expiry(const State& state) {
  const int day = key_expires(state);
  return day == 0 ? "" : model::written_day(day);
}

std::string problem(const State& state) {
  const auto found = expiry_problem(state);
  if (!found) return "";
  CHECK(found->field == expiry_date_field);
  return found->message_key;
}

Walk at_key(const std::string& choice, const std::string& date) {
  Walk walk;
  walk.comes_to_key();
  walk.state.today = today;
  walk.does(FieldEdited{expiry_field, choice}).does(FieldEdited{expiry_date_field, date});
  return walk;
}

}  // namespace

TEST_CASE("a preset is counted from the person's date", "[flow]") {
  CHECK(expiry(with("30")) == "2026-12-26");
  CHECK(expiry(with("365")) == "2027-11-26");
  CHECK(expiry(with("30", "", 0)).empty());
}

TEST_CASE("who does not know, or whose key never expires, says no date", "[flow]") {
  for (const char* choice : {"", "never", "unknown", "date"}) {
    CHECK(expiry(with(choice)).empty());
    CHECK(problem(with(choice)).empty());
  }
}

TEST_CASE("a date is taken as it is written, from today on", "[flow]") {
  CHECK(expiry(with("date", " 2027-01-31 ")) == "2027-01-31");
  CHECK(problem(with("date", "2026-11-26")).empty());
  CHECK(problem(with("date", "2026-11-25")) == "expiry.past");
  CHECK(problem(with("date", "31.1.2027")) == "expiry.unreadable");
  CHECK(problem(with("date", "2027-02-30")) == "expiry.unreadable");
  CHECK(problem(with("date", "2020-01-01", 0)).empty());
}

TEST_CASE("a date counts only where another date was chosen", "[flow]") {
  State state = with("date", "soon");
  CHECK(edit_expiry(state.draft, expiry_field, "unknown"));
  CHECK(problem(state).empty());
  CHECK(expiry(state).empty());
  CHECK_FALSE(edit_expiry(state.draft, "subdomain", "acme"));
}

TEST_CASE("a date that is past is refused at its field before the key is checked", "[flow]") {
  Walk walk = at_key("date", "2026-11-25");
  walk.does(KeySubmitted{});
  const auto* shown = walk.screen<EnteringKey>();
  REQUIRE(shown != nullptr);
  REQUIRE(shown->problems.size() == 1);
  CHECK(shown->problems.front().field == expiry_date_field);
  CHECK(Walk::count<SendProbe>(walk.all) == 0);
  walk.does(FieldEdited{expiry_date_field, "2027-01-31"});
  CHECK(walk.screen<EnteringKey>()->problems.empty());
  CHECK(walk.does(KeySubmitted{}).on<Verifying>());
}

TEST_CASE("the expiry is told with the success, and is not sealed", "[flow]") {
  Walk walk = at_key("90", "");
  walk.does(KeySubmitted{});
  walk.answers(sample::good_answer(), sample::good_answer(), sample::good_answer());
  const auto* seal = Walk::first<Seal>(walk.all);
  REQUIRE(seal != nullptr);
  CHECK(seal->fields == std::map<std::string, std::string>{{"subdomain", "acme"}});
  walk.does(Sealed{walk.state.attempts, "token"});
  const auto* told = Walk::first<TellSuccess>(walk.last);
  REQUIRE(told != nullptr);
  CHECK(model::written_day(told->key_expires) == "2027-02-24");
}

TEST_CASE("a date that was typed is asked about before closing, and goes with another ATS", "[flow]") {
  Walk walk = at_key("date", "2027-01-31");
  CHECK(typed_something(walk.setup, walk.state));
  walk.does(
      {BackPressed{}, BackPressed{}, BackPressed{}, BackPressed{}, BackPressed{}, ProviderChosen{"south"}});
  CHECK(walk.state.draft.fields.empty());
}

TEST_CASE("what is said of the key stays when the details are entered again", "[flow]") {
  Walk walk = at_key("date", "2027-01-31");
  walk.does(BackPressed{}).does(FieldEdited{"subdomain", "globex"}).does(DetailsSubmitted{});
  CHECK(expiry(walk.state) == "2027-01-31");
  CHECK(walk.state.draft.fields.at("subdomain") == "globex");
}
