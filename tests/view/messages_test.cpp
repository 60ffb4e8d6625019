#include <catch2/catch_test_macros.hpp>

#include <set>

#include "view/view_tools.hpp"

using namespace ats;
using namespace ats::test;

namespace {

/// English in which every sentence starts with its own key in brackets.
view::Messages marked() {
  view::Messages messages = real_boot().messages;
  for (auto& [key, sentence] : messages.text) sentence = "[" + key + "]" + sentence;
  return messages;
}

/// Keys of the marks in a text; in a link they are percent-encoded.
void collect(const std::string& text, std::set<std::string>& keys) {
  for (const char* brackets : {"[]", "%5B%5D"}) {
    const std::string all(brackets);
    const std::string open = all.substr(0, all.size() / 2), close = all.substr(all.size() / 2);
    for (std::size_t at = text.find(open); at != std::string::npos; at = text.find(open, at + 1)) {
      const std::size_t start = at + open.size();
      const std::size_t end = text.find(close, start);
      if (end != std::string::npos) keys.insert(text.substr(start, end - start));
    }
  }
}

std::set<std::string> used_keys() {
  std::set<std::string> keys;
  const view::Messages messages = marked();
  for (const auto& [name, state] : sample_states()) {
    const view::ViewModel view = view::describe(real_boot().setup, state, messages).view;
    for (const std::string& text : texts_of(view)) collect(text, keys);
  }
  flow::Setup setup = real_boot().setup;
  setup.page.notices = {"ashby", "workable"};
  for (const flow::State& state : {on_screen(flow::ChoosingProvider{}), on_screen(flow::ChoosingMethod{})}) {
    for (const std::string& text : texts_of(view::describe(setup, state, messages).view)) collect(text, keys);
  }
  // Where there is no host page to be told.
  setup.hosted = true;
  flow::State lost;
  lost.screen = flow::ChoosingProvider{};
  lost.draft.search = "zzz";
  for (const std::string& text : texts_of(view::describe(setup, lost, messages).view)) collect(text, keys);
  setup.hosted = false;
  setup.page.verify = model::VerifyMode::none;
  for (const std::string& text : texts_of(view::describe(setup, on_screen(flow::Connected{}), messages).view))
    collect(text, keys);
  // No field of a real provider may be left out yet.
  for (auto& [id, provider] : setup.details) provider.fields[0].optional = true;
  const view::ViewModel view = view::describe(setup, on_screen(flow::EnteringDetails{}), messages).view;
  for (const std::string& text : texts_of(view)) collect(text, keys);
  return keys;
}

}  // namespace

TEST_CASE("every sentence of en.json is on some screen") {
  const std::set<std::string> used = used_keys();
  for (const auto& [key, sentence] : real_boot().messages.text) {
    CAPTURE(key);
    CHECK(used.count(key) == 1);
  }
}

TEST_CASE("no screen shows a key instead of a sentence or an open placeholder") {
  for (const auto& [name, state] : sample_states()) {
    const view::ViewModel view = see(state);
    CAPTURE(name);
    std::vector<std::string> texts{view.heading, view.lead, view.progress,
                                   view.announce ? view.announce->text : ""};
    if (view.primary) texts.push_back(view.primary->label);
    for (const view::FootButton& button : view.secondary) texts.push_back(button.label);
    for (const view::Node& node : view.nodes) {
      texts.push_back(node.label);
      if (const auto* list = as<view::List>(node)) {
        for (const view::Item& item : list->items) texts.insert(texts.end(), {item.label, item.detail});
      }
      if (const auto* choice = as<view::Choice>(node)) texts.push_back(choice->help);
      if (const auto* field = as<view::Field>(node)) texts.insert(texts.end(), {field->help, field->error});
      if (const auto* status = as<view::Status>(node)) texts.push_back(status->help);
    }
    for (const std::string& text : texts) {
      CAPTURE(text);
      CHECK(text.find('{') == std::string::npos);
      CHECK_FALSE(real_boot().messages.text.count(text) == 1);
      const bool looks_like_key = text.find(' ') == std::string::npos &&
                                  text.find('_') != std::string::npos && text.find('.') != std::string::npos;
      CHECK_FALSE(looks_like_key);
    }
  }
}

TEST_CASE("an unknown key stands for itself") { CHECK(view::Messages{}.say("no.such") == "no.such"); }

TEST_CASE("a count takes the sentence of its plural category") {
  view::Messages messages;
  messages.text = {{"n#one", "{count} thing"}, {"n#few", "{count} things"}, {"n#other", "{count} of {what}"}};
  messages.plurals = {{"1", "one"}, {"2", "few"}, {"5", "many"}, {"100", "one"}};
  CHECK(messages.count("n", 1) == "1 thing");
  CHECK(messages.count("n", 2) == "2 things");
  CHECK(messages.count("n", 5, {{"what", "them"}}) == "5 of them");
  CHECK(messages.count("n", 7, {{"what", "them"}}) == "7 of them");
  CHECK(messages.count("n", 1000) == "1000 thing");
}
