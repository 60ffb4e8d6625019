#include "view/page.hpp"

#include <cstddef>
#include <utility>
#include <vector>

#include "base/contains.hpp"

namespace ats::view {

Page::Page(const flow::Setup& setup_in, const flow::State& state_in, const Messages& messages_in)
    : setup(setup_in),
      state(state_in),
      entry(flow::chosen_entry(setup_in, state_in)),
      provider(flow::chosen_provider(setup_in, state_in)),
      fields(provider == nullptr ? Values{} : flow::clean_fields(*provider, state_in.draft)),
      messages_(messages_in) {
  const std::string& brand = flow::brand_name(setup, state);
  always_["host"] = brand.empty() ? messages_.say("host.unnamed") : brand;
  always_["ats"] = entry != nullptr ? entry->name : messages_.say("ats.unnamed");
}

std::string Page::say(const std::string& key, Values values) const {
  values.insert(always_.begin(), always_.end());
  const std::string again = key + ".relink";
  return messages_.say(state.config.mode == model::Mode::relink && has(again) ? again : key, values);
}

std::string Page::count(const std::string& key, int count) const {
  return messages_.count(key, count, always_);
}

/// Details without a word of the page's language are the English ones; else they name those that are.
bool Page::is_english(const std::string& text) const {
  const std::string& language = messages_.language;
  if (provider == nullptr || text.empty() || language.empty() || language == "en") return false;
  return provider->lang == "en" || base::contains(provider->english, text);
}

std::string Page::own(const std::string& text, const Values& values) {
  std::string shown = values.empty() ? text : model::fill(text, values);
  if (is_english(text) && !base::contains(view.english, shown)) view.english.push_back(shown);
  return shown;
}

std::string Page::logo_of(const std::string& id) const {
  const auto found = setup.page.logos.find(id);
  return found == setup.page.logos.end() ? std::string{} : found->second;
}

bool Page::has(const std::string& key) const { return messages_.text.count(key) != 0; }

void Page::title(const std::string& prefix, const Values& values) {
  view.heading = say(prefix + ".heading", values);
  view.lead = say(prefix + ".lead", values);
}

void Page::text(const std::string& id, const std::string& key, const Values& values) {
  add<Text>(id, say(key, values));
}

void Page::notice(const std::string& id, Tone tone, const std::string& label) {
  add(id, label, Notice{tone});
}

Choice& Page::choice(const std::string& id, const std::string& label, const std::string& help,
                     flow::Event event) {
  on(id, ActionKind::press, std::move(event));
  Choice& made = add<Choice>(id, label);
  made.help = help;
  return made;
}

Button& Page::button(const std::string& id, const std::string& label, flow::Event event) {
  on(id, ActionKind::press, std::move(event));
  return add<Button>(id, label);
}

void Page::primary(const std::string& key, flow::Event event) {
  view.primary = FootButton{"primary", say(key), false};
  on("primary", ActionKind::submit, event);
  on("primary", ActionKind::press, std::move(event));
}

void Page::secondary(const std::string& key, flow::Event event) {
  const std::string id = "secondary:" + std::to_string(view.secondary.size());
  view.secondary.push_back({id, say(key), false});
  on(id, ActionKind::press, std::move(event));
}

void Page::on(const std::string& id, ActionKind kind, flow::Event event) {
  controls.push_back({id, kind, std::move(event)});
}

namespace {

bool continues(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }

/// The character at `start`, which may be several bytes of UTF-8.
std::string character_at(const std::string& text, std::size_t start) {
  std::size_t end = start + 1;
  while (end < text.size() && continues(text[end])) ++end;
  return text.substr(start, end - start);
}

std::string upper(std::string character) {
  if (character.size() == 1 && character[0] >= 'a' && character[0] <= 'z') {
    character[0] = static_cast<char>(character[0] - 'a' + 'A');
  }
  return character;
}

}  // namespace

std::string monogram(const std::string& name) {
  std::vector<std::size_t> words;
  for (std::size_t i = 0; i < name.size(); ++i) {
    if (name[i] != ' ' && (i == 0 || name[i - 1] == ' ')) words.push_back(i);
  }
  if (words.empty()) return {};
  const std::string first = character_at(name, words[0]);
  if (words.size() > 1) return upper(first) + upper(character_at(name, words[1]));
  const std::size_t second = words[0] + first.size();
  const bool alone = second >= name.size() || name[second] == ' ';
  return upper(first) + (alone ? std::string{} : character_at(name, second));
}

}  // namespace ats::view
