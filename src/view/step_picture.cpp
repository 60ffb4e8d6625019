#include "view/step_picture.hpp"

#include "view/drawing_sheet.hpp"
#include "view/scope_list.hpp"

namespace ats::view {
namespace {

using model::Thing;

const char* sentence_of(Thing thing) {
  switch (thing) {
    case Thing::address:
      return "picture.address";
    case Thing::account:
      return "picture.account";
    case Thing::title:
      return "picture.title";
    case Thing::value:
      return "picture.value";
    case Thing::tick:
    case Thing::scopes:
      return "picture.tick";
    case Thing::secret:
      return "picture.secret";
    default:
      return "picture.press";
  }
}

/// The things with their words filled in, and the permissions as the boxes that they are.
model::Picture filled(const Page& page, const model::Picture& things, const Values& values) {
  model::Picture all;
  for (const model::PicturePart& part : things) {
    if (part.thing != Thing::scopes) {
      const std::string label = model::fill(part.label, values);
      // Of a host whose start differs, or is not known, the rest.
      all.push_back({part.thing, label.starts_with(".") ? label.substr(1) : label});
      continue;
    }
    for (const ScopeWords& scope : wanted_scopes(page)) all.push_back({Thing::tick, scope.id});
  }
  return all;
}

}  // namespace

void add_picture(Page& page, const std::string& id, const model::Picture& things, Values values) {
  values.insert(page.fields.begin(), page.fields.end());
  const model::Picture all = filled(page, things, values);
  if (all.empty()) return;
  std::string words;
  for (const model::PicturePart& part : all) {
    const std::string next = page.say(sentence_of(part.thing), {{"label", part.label}});
    words = words.empty() ? next : page.say("picture.next", {{"before", words}, {"next", next}});
  }
  page.add(id, page.say("picture.alt", {{"things", words}}), lay_out(all));
}

}  // namespace ats::view
