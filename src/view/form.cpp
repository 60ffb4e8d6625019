#include "view/form.hpp"

#include "flow/turn/field_check.hpp"
#include "view/error_words.hpp"

namespace ats::view {
namespace {

struct FieldError {
  std::string sentence, suggestion;
};

std::string sentence_of(Page& page, const model::FieldProblem& problem) {
  return problem.message.empty() ? page.say(problem.message_key, problem.values)
                                 : page.own(problem.message, problem.values);
}

FieldError error_of(Page& page, const model::Field& field, const FormTrouble& trouble) {
  for (const model::FieldProblem& problem : trouble.problems) {
    if (problem.field != field.id) continue;
    return {sentence_of(page, problem), problem.suggestion};
  }
  if (trouble.problems.empty() && trouble.refused && trouble.blamed == field.id) {
    const std::string suggestion = field.address ? trouble.refused->suggestion : std::string{};
    return {page.say(error_key(trouble.refused->code) + ".lead"), suggestion};
  }
  return {};
}

Field shown_field(Page& page, const model::Field& field) {
  Field shown;
  shown.name = field.id;
  shown.help = page.own(field.help);
  shown.suffix = field.suffix;
  shown.example = field.example;
  if (field.kind == model::FieldKind::secret) {
    shown.input = Input::secret;
    return shown;
  }
  if (field.kind == model::FieldKind::choice) shown.input = Input::select;
  for (const model::ChoiceOption& option : field.options)
    shown.options.push_back({page.own(option.label), option.value});
  const auto typed = page.state.draft.fields.find(field.id);
  if (typed != page.state.draft.fields.end()) shown.value = typed->second;
  return shown;
}

}  // namespace

void add_field(Page& page, const model::Field& field, const FormTrouble& trouble) {
  const std::string id = "field:" + field.id;
  const FieldError error = error_of(page, field, trouble);
  page.add(id, field.optional ? page.say("form.optional", {{"label", field.label}}) : page.own(field.label),
           shown_field(page, field))
      .error = error.sentence;
  const bool secret = field.kind == model::FieldKind::secret;
  page.on(id, ActionKind::input,
          secret ? flow::Event{flow::SecretEdited{field.id}} : flow::Event{flow::FieldEdited{field.id, {}}});
  if (!error.suggestion.empty()) {
    page.button("suggest:" + field.id, page.say("form.use", {{"value", error.suggestion}}),
                flow::SuggestionTaken{field.id, error.suggestion});
    page.belongs_to(id);
  }
  if (!error.sentence.empty()) return;
  const flow::FieldWarning warning = flow::warning_of(*page.provider, page.state.draft, field, page.fields);
  if (warning.message.empty()) return;
  page.notice("warn:" + field.id, Tone::warning, page.own(warning.message, {{"value", warning.value}}));
}

Field& add_own_field(Page& page, const std::string& name, const std::string& label,
                     const std::string& value) {
  const std::string id = "field:" + name;
  page.on(id, ActionKind::input, flow::FieldEdited{name, {}});
  Field& field = page.add<Field>(id, label);
  field.name = name;
  field.value = value;
  return field;
}

void announce_trouble(Page& page, const FormTrouble& trouble) {
  if (!trouble.problems.empty()) {
    page.view.focus = "field:" + trouble.problems.front().field;
    const std::string sentence = sentence_of(page, trouble.problems.front());
    const std::string more = trouble.problems.size() > 1 ? page.say("form.problems") + " " : "";
    page.view.announce = Announcement{more + sentence, true};
  } else if (trouble.refused) {
    page.view.focus = "field:" + trouble.blamed;
    page.view.announce = Announcement{page.say(error_key(trouble.refused->code) + ".lead"), true};
  }
}

}  // namespace ats::view
