#include <catch2/catch_test_macros.hpp>

#include "view/view_tools.hpp"

using namespace ats;
using namespace ats::test;
using namespace ats::flow;

TEST_CASE("how long the key is valid is asked as an option, with what the ATS offers") {
  const State state = on_screen(EnteringKey{});
  const view::ViewModel view = see(state);
  CHECK(node_of(view, "field:key_expiry").label == "When does the key expire? (optional)");
  const auto field = the<view::Field>(view, "field:key_expiry");
  CHECK(field.input == view::Input::select);
  std::vector<std::string> labels;
  for (const view::Option& option : field.options) labels.push_back(option.label);
  CHECK(labels == std::vector<std::string>{"In 30 days", "In 90 days", "In 6 months", "In 1 year",
                                           "In 2 years", "On another date", "Never", "I do not know"});
  CHECK_FALSE(has_node(view, "field:key_expiry_date"));
  CHECK((act(state, "field:key_expiry", view::ActionKind::input, "90") ==
         Event{FieldEdited{"key_expiry", "90"}}));
}

TEST_CASE("an ATS that is not known to let keys expire is not asked about it") {
  CHECK_FALSE(has_node(see(on_screen(EnteringKey{}, "ashby")), "field:key_expiry"));
}

TEST_CASE("a date is asked for where it is another one, and refused with a sentence at its field") {
  State state = on_screen(EnteringKey{});
  state.draft.fields["key_expiry"] = "date";
  state.draft.fields["key_expiry_date"] = "soon";
  CHECK(the<view::Field>(see(state), "field:key_expiry").value == "date");
  CHECK(the<view::Field>(see(state), "field:key_expiry_date").value == "soon");
  CHECK(the<view::Field>(see(state), "field:key_expiry_date").example == "YYYY-MM-DD");
  model::FieldProblem problem;
  problem.field = "key_expiry_date";
  problem.message_key = "expiry.unreadable";
  state.screen = EnteringKey{{problem}, {}};
  const view::ViewModel view = see(state);
  CHECK(the<view::Field>(view, "field:key_expiry_date").error ==
        "Enter the date as YYYY-MM-DD, or choose another answer above.");
  CHECK(view.focus == "field:key_expiry_date");
  REQUIRE(view.announce);
  CHECK(view.announce->text == "Enter the date as YYYY-MM-DD, or choose another answer above.");
}
