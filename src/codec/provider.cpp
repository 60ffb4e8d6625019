#include "codec/provider.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "codec/boot.hpp"
#include "codec/field_reader.hpp"
#include "codec/object_reader.hpp"

namespace ats::codec {
namespace {

model::Scope read_scope(ObjectReader in) {
  model::Scope scope;
  in.text("id", scope.id);
  in.text("means", scope.means);
  in.flag("write", scope.write, optional);
  in.flag("minimum", scope.minimum, optional);
  in.text("probe", scope.probe, optional);
  in.close();
  return scope;
}

model::Probe read_probe(ObjectReader in) {
  model::Probe probe;
  in.text("id", probe.id);
  in.text("label", probe.label);
  for (const char* of_the_relay : {"method", "host", "path", "query", "body", "ok"}) in.skip(of_the_relay);
  ObjectReader pick = in.object("pick", optional);
  std::string accounts;
  pick.text("accounts", accounts, optional);
  pick.skip("account");
  pick.close();
  probe.picks_accounts = !accounts.empty();
  in.close();
  return probe;
}

constexpr std::array settings_pages{"settings", "support"};
static_assert(settings_pages.size() == count_up_to(model::SettingsPage::support));
constexpr std::array things{"address", "account", "item",   "title", "value",
                            "button",  "tick",    "scopes", "secret"};
static_assert(things.size() == count_up_to(model::Thing::secret));

/// What it is is told by the one member it has: a label, or true where it has none. False: not one.
bool read_part(ObjectReader in, model::PicturePart& part) {
  int known = 0;
  for (std::size_t i = 0; i < things.size(); ++i) {
    const auto thing = static_cast<model::Thing>(i);
    bool there = false;
    if (thing == model::Thing::account || thing == model::Thing::scopes || thing == model::Thing::secret) {
      in.flag(things[i], there, optional);
    } else {
      std::string label;
      in.text(things[i], label, optional, 64);
      there = !label.empty();
      if (there) part.label = label;
    }
    if (there) part.thing = thing;
    known += there ? 1 : 0;
  }
  in.close();
  return known == 1;
}

model::GuideStep read_step(ObjectReader in) {
  model::GuideStep step;
  in.text("text", step.text);
  in.text("url", step.url, optional);
  const auto says = [&](const char* hole) { return step.text.find(hole) != std::string::npos; };
  step.names_host = says("{host}");
  in.flag("scopes", step.scopes, optional);
  step.scopes = step.scopes || says("{scopes}");
  in.flag("expiry", step.expiry, optional);
  in.skip("copy");  // Known to the schema; no screen shows it yet.
  for (ObjectReader& part : in.list("picture", optional)) {
    if (!read_part(part, step.picture.emplace_back())) in.refuse("picture", "things of README.md");
  }
  in.close();
  return step;
}

bool is_digit(char character) { return character >= '0' && character <= '9'; }

/// `403`, `403:words` or `text:words`; false for anything else.
bool read_condition(const std::string& key, model::VerdictRule& rule) {
  const std::size_t colon = key.find(':');
  const std::string status = key.substr(0, colon);
  if (colon != std::string::npos) rule.text = key.substr(colon + 1);
  if (colon != std::string::npos && rule.text.empty()) return false;
  for (char& letter : rule.text) {
    if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
  }
  if (status == "text") return true;
  if (status.size() != 3 || !std::all_of(status.begin(), status.end(), is_digit)) return false;
  rule.status = (status[0] - '0') * 100 + (status[1] - '0') * 10 + (status[2] - '0');
  return true;
}

/// Members of a JSON object have no order, so the rule that says more comes first.
int precision(const model::VerdictRule& rule) {
  return (rule.text.empty() ? 0 : 2) + (rule.status == 0 ? 0 : 1);
}

constexpr std::array meanings{"credentials", "scope", "account", "other_account", "unavailable"};
static_assert(meanings.size() == count_up_to(model::Meaning::unavailable));

std::vector<model::VerdictRule> read_verdicts(ObjectReader& in) {
  std::vector<model::VerdictRule> rules;
  const Json* verdict = in.take("verdict", Presence::required, "an object");
  if (verdict == nullptr) return rules;
  if (!verdict->is_object()) {
    in.refuse("verdict", "an object");
    return rules;
  }
  for (auto it = verdict->begin(); it != verdict->end(); ++it) {
    model::VerdictRule rule;
    const std::string* meaning = text_of(&it.value());
    const int place = meaning != nullptr ? place_of(meanings, *meaning) : -1;
    if (place < 0 || !read_condition(it.key(), rule)) {
      in.refuse("verdict." + it.key().substr(0, 64), "a condition and a meaning of README.md");
      continue;
    }
    rule.meaning = static_cast<model::Meaning>(place);
    const auto behind = std::find_if(rules.begin(), rules.end(), [&rule](const auto& other) {
      return precision(other) < precision(rule);
    });
    rules.insert(behind, rule);
  }
  return rules;
}

/// What the schema of JSON cannot say: names that refer to something.
void check_references(ObjectReader& in, const model::Provider& provider) {
  if (provider.secret_fields().empty()) in.refuse("fields", "at least one secret field");
  for (std::size_t i = 0; i < provider.fields.size(); ++i) {
    for (const model::Refusal& refusal : provider.fields[i].refuse) {
      if (refusal.like == model::Like::field && provider.field(refusal.field) == nullptr) {
        in.refuse("fields." + std::to_string(i) + ".refuse", "only fields that exist");
      }
    }
  }
  for (std::size_t i = 0; i < provider.scopes.size(); ++i) {
    const std::string& id = provider.scopes[i].probe;
    const bool known = std::any_of(provider.probes.begin(), provider.probes.end(),
                                   [&](const model::Probe& probe) { return probe.id == id; });
    if (!id.empty() && !known) in.refuse("scopes." + std::to_string(i) + ".probe", "a probe that exists");
  }
}

}  // namespace

model::ProviderEntry read_entry(ObjectReader in) {
  model::ProviderEntry entry;
  in.text("id", entry.id, Presence::required, 32);
  in.text("name", entry.name);
  in.texts("aliases", entry.aliases, optional);
  in.flag("featured", entry.featured, optional);
  in.texts("asks", entry.asks, optional);
  in.texts("secrets", entry.secrets);
  in.texts("scopes", entry.scopes, optional);
  in.close();
  return entry;
}

model::Provider read_provider(ObjectReader in) {
  model::Provider provider;
  int schema = 0;
  in.number("schema", schema, 1, 1);
  in.text("id", provider.id, Presence::required, 32);
  in.text("lang", provider.lang, optional, 16);
  in.texts("english", provider.english, optional);
  for (const char* elsewhere : {"name", "aliases", "featured", "status", "auth", "sources", "facts"})
    in.skip(elsewhere);
  for (ObjectReader& field : in.list("fields")) provider.fields.push_back(read_field(field));
  for (ObjectReader& scope : in.list("scopes")) provider.scopes.push_back(read_scope(scope));
  for (ObjectReader& probe : in.list("probes")) provider.probes.push_back(read_probe(probe));
  provider.verdicts = read_verdicts(in);
  for (ObjectReader& step : in.list("guide")) provider.guide.push_back(read_step(step));
  in.text("settingsUrl", provider.settings_url);
  provider.settings_page = in.word("settingsPage", settings_pages, model::SettingsPage::settings, optional);
  in.text("revoke", provider.revoke);
  in.flag("keyExpires", provider.key_expires, Presence::optional);
  in.close();
  check_references(in, provider);
  return provider;
}

base::Result<model::Provider, model::ConfigError> read_provider(std::string_view text) {
  const Json json = parse_json(text, boot_limit);
  Problem problem;
  const model::Provider provider = read_provider(ObjectReader(&json, "", problem));
  if (!problem.expected.empty()) return problem;
  return provider;
}

}  // namespace ats::codec
