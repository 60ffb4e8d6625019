#include "view/screens/credentials.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "flow/turn/expiry.hpp"
#include "view/account.hpp"
#include "view/form.hpp"
#include "view/guide.hpp"
#include "view/scope_list.hpp"

namespace ats::view {
namespace {

/// Whether there was anything to list.
bool list_scopes(Page& page, const std::vector<ScopeWords>& scopes, bool write) {
  std::vector<Item> items;
  for (const ScopeWords& scope : scopes) {
    if (scope.write != write) continue;
    const std::string detail =
        scope.required ? scope.id : page.say("permissions.optional", {{"scope", scope.id}});
    items.push_back({page.own(scope.means), detail, Mark::none});
  }
  if (items.empty()) return false;
  page.add(write ? "write" : "read", page.say(write ? "permissions.write" : "permissions.read"),
           List{std::move(items)});
  return true;
}

}  // namespace

void describe(Page& page, const flow::ReviewingPermissions&) {
  page.title("permissions");
  const std::vector<ScopeWords> scopes = wanted_scopes(page);
  list_scopes(page, scopes, false);
  if (!list_scopes(page, scopes, true)) page.text("read_only", "permissions.read_only");
  page.primary("form.next", flow::PermissionsAccepted{});
}

namespace {

/// Where to look for it, in the address that the person knows.
void add_address(Page& page, const model::Field& field) {
  if (!field.address || field.suffix.empty() || field.example.empty()) return;
  page.add("address", page.say("address.look", {{"suffix", field.suffix}}),
           Address{"https://", field.example, field.suffix});
}

}  // namespace

void describe(Page& page, const flow::EnteringDetails& screen) {
  if (page.provider == nullptr) return;
  const std::vector<const model::Field*> fields = page.provider->detail_fields();
  page.title(fields.size() == 1 && fields[0]->address ? "address" : "details");
  add_relink_reason(page);
  const FormTrouble trouble{screen.problems, screen.refused, fields.empty() ? std::string{} : fields[0]->id};
  for (const model::Field* field : fields) {
    add_address(page, *field);
    add_field(page, *field, trouble);
  }
  announce_trouble(page, trouble);
  page.primary("form.next", flow::DetailsSubmitted{});
}

namespace {

/// Several are not all keys: a Client ID is called what the ATS calls it.
void name_what_is_asked(Page& page, const std::vector<const model::Field*>& fields) {
  if (fields.size() < 2) return;
  std::string labels;
  for (const model::Field* field : fields) enlist(labels, field->label);
  page.view.lead = page.say("api_key.lead_several", {{"fields", labels}});
}

void add_reveal(Page& page, const model::Field& field, bool alone) {
  const std::string label =
      alone ? page.say("api_key.show") : page.say("api_key.show_other", {{"label", field.label}});
  const std::string id = "show:" + field.id;
  page.on(id, ActionKind::press, flow::KeyVisibilityToggled{});
  page.add(id, label, Reveal{page.state.draft.show_key});
  page.belongs_to("field:" + field.id);
}

Field& ask(Page& page, const char* id, const std::string& label) {
  const auto said = page.state.draft.fields.find(id);
  return add_own_field(page, id, label, said == page.state.draft.fields.end() ? "" : said->second);
}

/// How long it is valid, where the ATS lets one choose: the host can ask for a new key in time.
void add_expiry(Page& page, const std::vector<model::FieldProblem>& problems) {
  if (!page.provider->key_expires) return;
  Field& choice =
      ask(page, flow::expiry_field, page.say("form.optional", {{"label", page.say("expiry.label")}}));
  choice.input = Input::select;
  for (const char* option : flow::expiry_choices)
    choice.options.push_back({page.say(std::string("expiry.") + option), option});
  if (choice.value != flow::expiry_on_date) return;
  Field& date = ask(page, flow::expiry_date_field, page.say("expiry.on"));
  date.example = page.say("expiry.form");
  for (const model::FieldProblem& problem : problems) {
    if (problem.field == flow::expiry_date_field) date.error = page.say(problem.message_key);
  }
}

/// One button for all steps, and not in the guide, of which every step is to be seen beside the field.
void add_pictures_button(Page& page) {
  const std::vector<model::GuideStep>& guide = page.provider->guide;
  const auto drawn = [](const model::GuideStep& step) { return !step.picture.empty(); };
  if (std::none_of(guide.begin(), guide.end(), drawn)) return;
  const bool shown = page.state.draft.show_pictures;
  page.button("pictures", page.say(shown ? "picture.hide" : "picture.show"), flow::PicturesToggled{});
}

}  // namespace

void describe(Page& page, const flow::EnteringKey& screen) {
  if (page.provider == nullptr) return;
  page.title("api_key");
  add_relink_reason(page);
  add_relink_account(page);
  const std::vector<const model::Field*> fields = page.provider->secret_fields();
  name_what_is_asked(page, fields);
  const FormTrouble trouble{screen.problems, screen.refused, fields.empty() ? std::string{} : fields[0]->id};
  announce_trouble(page, trouble);
  add_guide(page, screen);
  if (!fields.empty()) page.view.second_column = "field:" + fields[0]->id;
  for (const model::Field* field : fields) {
    add_field(page, *field, trouble);
    add_reveal(page, *field, fields.size() == 1);
  }
  if (page.state.draft.key_forgotten) {
    const std::string sentence = page.say("api_key.forgotten");
    page.notice("forgotten", Tone::info, sentence);
    if (!page.view.announce) page.view.announce = Announcement{sentence, false};
  }
  add_expiry(page, screen.problems);
  add_pictures_button(page);
  page.view.jump = Jump{page.say("api_key.have"), page.view.second_column};
  page.primary("form.next", flow::KeySubmitted{});
}

}  // namespace ats::view
