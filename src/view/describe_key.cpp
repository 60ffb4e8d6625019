#include "flow/turn/expiry.hpp"
#include "view/account.hpp"
#include "view/form.hpp"
#include "view/page.hpp"
#include "view/scope_list.hpp"

namespace ats::view {
namespace {

void add_settings_link(Page& page) {
  const std::map<std::string, std::string> fields = flow::clean_fields(*page.provider, page.state.draft);
  const std::string url = model::fill(page.provider->settings_url, fields);
  // A field that is not filled in leaves a hole in the host name.
  if (url.empty() || url.find("//.") != std::string::npos) return;
  page.add("settings", page.say("api_key.settings"), Link{url});
}

void say_copied(Page& page) {
  const std::string words = page.say("api_key.name_copied");
  page.notice("name_copied", Tone::success, words);
  page.view.announce = Announcement{words, false};
  page.view.focus.clear();  // It stays on the button, also where a field is wrong.
}

void add_guide(Page& page, bool copied) {
  page.add<Heading>("guide", page.say("api_key.guide"));
  const std::string& name = flow::brand_name(page.setup, page.state);
  const Values values{{"host", name.empty() ? page.say("host.unnamed") : name},
                      {"scopes", wanted_scope_ids(page)}};
  int number = 0;
  for (const model::GuideStep& step : page.provider->guide) {
    const std::string text = model::fill(step.text, values);
    page.check("guide:" + std::to_string(number),
               page.say("api_key.step", {{"number", std::to_string(number + 1)}, {"text", text}}));
    ++number;
    const bool names_key = step.text.find("{host}") != std::string::npos;
    if (names_key && !name.empty()) {
      page.text("token_name", "api_key.token_name", {{"name", name}});
      page.button("copy_name", page.say("api_key.copy_name"), flow::NameCopied{}, "token_name").icon =
          Icon::copy;
      if (copied) say_copied(page);
    }
  }
}

void add_scopes(Page& page) {
  page.add<Heading>("scopes", page.say("api_key.scopes"));
  for (const ScopeWords& scope : wanted_scopes(page)) {
    page.check("scope:" + scope.id, page.say(scope.required ? "api_key.scope" : "api_key.scope_optional",
                                             {{"scope", scope.id}, {"means", scope.means}}));
  }
}

/// Several are not all keys: a Client ID is called what the ATS calls it.
void name_what_is_asked(Page& page, const std::vector<const model::Field*>& fields) {
  if (fields.size() < 2) return;
  std::string labels;
  for (const model::Field* field : fields) labels += (labels.empty() ? "" : ", ") + field->label;
  page.view.lead = page.say("api_key.lead_several", {{"fields", labels}});
}

void add_reveal(Page& page, const model::Field& field, bool alone) {
  const std::string label =
      alone ? page.say("api_key.show") : page.say("api_key.show_other", {{"label", field.label}});
  const std::string id = "show:" + field.id;
  page.on(id, ActionKind::press, flow::KeyVisibilityToggled{});
  page.add(id, label, Reveal{"field:" + field.id, page.state.draft.show_key});
}

/// A field of ours beside the provider's.
Field& ask(Page& page, const char* id, const std::string& label) {
  const std::string node = std::string("field:") + id;
  page.on(node, ActionKind::input, flow::FieldEdited{id, {}});
  Field& field = page.add<Field>(node, label);
  field.name = id;
  const auto said = page.state.draft.fields.find(id);
  if (said != page.state.draft.fields.end()) field.value = said->second;
  return field;
}

/// How long it is valid, where the ATS lets one choose: the host can ask for a new key in time.
void add_expiry(Page& page, const std::vector<model::FieldProblem>& problems) {
  if (!page.provider->key_expires) return;
  Field& choice =
      ask(page, flow::expiry_field, page.say("form.optional", {{"label", page.say("expiry.label")}}));
  choice.input = Input::select;
  for (const char* option : {"30", "90", "180", "365", "730", "date", "never", "unknown"})
    choice.options.push_back({page.say(std::string("expiry.") + option), option});
  if (choice.value != "date") return;
  Field& date = ask(page, flow::expiry_date_field, page.say("expiry.on"));
  date.example = page.say("expiry.form");
  for (const model::FieldProblem& problem : problems) {
    if (problem.field == flow::expiry_date_field) date.error = page.say(problem.message_key);
  }
}

}  // namespace

void describe(Page& page, const flow::EnteringKey& screen) {
  if (page.provider == nullptr) return;
  page.title("api_key");
  add_relink_reason(page);
  add_relink_account(page);
  // The field first: who has a key sees it at once, and who has none finds the guide right below it.
  const std::vector<const model::Field*> fields = page.provider->secret_fields();
  name_what_is_asked(page, fields);
  const FormTrouble trouble{screen.problems, screen.refused, fields.empty() ? std::string{} : fields[0]->id};
  for (const model::Field* field : fields) {
    add_field(page, *field, trouble);
    add_reveal(page, *field, fields.size() == 1);
  }
  announce_trouble(page, trouble);
  if (page.state.draft.key_forgotten) {
    const std::string sentence = page.say("api_key.forgotten");
    page.notice("forgotten", Tone::info, sentence);
    if (!page.view.announce) page.view.announce = Announcement{sentence, false};
  }
  add_expiry(page, screen.problems);
  add_settings_link(page);
  add_guide(page, screen.name_copied);
  add_scopes(page);
  page.primary("form.next", flow::KeySubmitted{});
}

}  // namespace ats::view
