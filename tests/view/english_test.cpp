#include <catch2/catch_test_macros.hpp>

#include "base/contains.hpp"
#include "view/view_tools.hpp"

using namespace ats;
using namespace ats::test;
using namespace ats::flow;

namespace {

/// The real providers in a German page; `lang`: what their details are in.
view::ViewModel in_german(const State& state, const std::string& lang,
                          const std::vector<std::string>& english = {}) {
  Setup setup = real_boot().setup;
  for (auto& [id, details] : setup.details) {
    details.lang = lang;
    details.english = english;
  }
  view::Messages messages = real_boot().messages;
  messages.language = "de";
  return view::describe(setup, state, messages).view;
}

/// What a screen may show of it as it stands.
std::vector<std::string> words_of(const model::Provider& provider) {
  std::vector<std::string> words{provider.revoke};
  for (const model::Field& field : provider.fields) {
    if (!field.optional) words.push_back(field.label);
    words.push_back(field.help);
    for (const model::ChoiceOption& option : field.options) words.push_back(option.label);
  }
  for (const model::Scope& scope : provider.scopes) words.push_back(scope.means);
  for (const model::Probe& probe : provider.probes) words.push_back(probe.label);
  std::erase(words, std::string{});
  return words;
}

}  // namespace

TEST_CASE("what an ATS has in English alone is named wherever it is shown, and nothing else is") {
  std::size_t named = 0;
  for (const auto& [name, state] : sample_states()) {
    CAPTURE(name);
    const view::ViewModel view = in_german(state, "en");
    const std::vector<std::string> shown = texts_of(view);
    for (const std::string& text : view.english) {
      CAPTURE(text);
      CHECK(base::contains(shown, text));
    }
    named += view.english.size();
    if (state.draft.provider.empty()) continue;
    for (const std::string& text : words_of(real_provider(state.draft.provider))) {
      CAPTURE(text);
      CHECK((!base::contains(shown, text) || base::contains(view.english, text)));
    }
  }
  CHECK(named > 20);
}

TEST_CASE("where words of the language are there, only those that it lacks are named") {
  const State state = on_screen(ReviewingPermissions{});
  CHECK(in_german(state, "de").english.empty());
  const std::string lacking = "See your jobs, their stages and your hiring team";
  CHECK(in_german(state, "de", {lacking, "Not on this screen"}).english == std::vector<std::string>{lacking});
}

TEST_CASE("an English page names nothing, as all of it is English") {
  for (const auto& [name, state] : sample_states()) CHECK(see(state).english.empty());
}

TEST_CASE("a sentence about what was typed is named as it is shown") {
  State state = on_screen(EnteringDetails{});
  state.draft.fields["subdomain"] = "support";
  const view::ViewModel view = in_german(state, "en");
  const std::string warning = node_of(view, "warn:subdomain").label;
  CHECK(warning.rfind("“support”", 0) == 0);
  CHECK(base::contains(view.english, warning));
}
