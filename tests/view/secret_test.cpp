#include <catch2/catch_test_macros.hpp>

#include "view/view_tools.hpp"

using namespace ats;
using namespace ats::test;

TEST_CASE("no screen holds the key or a part of it") {
  const std::string key = marker_key;
  int looked_at = 0;
  for (const auto& [name, state] : sample_states()) {
    CAPTURE(name);
    for (const std::string& text : texts_of(see(state))) {
      CHECK(text.find(key.substr(0, 12)) == std::string::npos);
      CHECK(text.find(key.substr(key.size() - 8)) == std::string::npos);
      ++looked_at;
    }
  }
  CHECK(looked_at > 1000);
}

TEST_CASE("a secret field has no value, and its button says whether it is readable") {
  flow::State state = on_screen(flow::EnteringKey{});
  CHECK(the<view::Field>(see(state), "field:api_key").value.empty());
  CHECK(the<view::Field>(see(state), "field:api_key").input == view::Input::secret);
  CHECK_FALSE(the<view::Reveal>(see(state), "show:api_key").shown);
  state.draft.show_key = true;
  CHECK(the<view::Reveal>(see(state), "show:api_key").shown);
  CHECK(node_of(see(state), "show:api_key").label == "Show key");
}

TEST_CASE("a key that was removed for being left alone is told of, also to who cannot see it") {
  flow::State state = on_screen(flow::EnteringKey{});
  CHECK_FALSE(has_node(see(state), "forgotten"));
  state.draft.key_forgotten = true;
  const view::ViewModel view = see(state);
  CHECK(the<view::Notice>(view, "forgotten").tone == view::Tone::info);
  REQUIRE(view.announce);
  CHECK(view.announce->text == node_of(view, "forgotten").label);
  CHECK(view.focus.empty());
}

TEST_CASE("a short key is told apart without being shown") {
  flow::State state = on_screen(flow::EnteringKey{});
  state.draft.secrets["api_key"] = base::Secret("abcdefghij0123456789abc");
  CHECK(the<view::Notice>(see(state), "warn:api_key").tone == view::Tone::warning);
  state.draft.secrets["api_key"] = base::Secret("abcdefghij0123456789abcdefghij0123456789");
  CHECK_FALSE(has_node(see(state), "warn:api_key"));
}
