#include "codec/field_reader.hpp"

#include <algorithm>
#include <array>

namespace ats::codec {
namespace {

constexpr std::array field_kinds{"text", "secret", "choice"};
static_assert(field_kinds.size() == count_up_to(model::FieldKind::choice));
constexpr std::array cleans{"trim", "lower", "width", "unquote", "unwrap", "unprefix"};
static_assert(cleans.size() == count_up_to(model::Clean::unprefix));
constexpr std::array likes{"email", "userinfo", "spaces", "foreign", "punycode",  "key",     "masked", "jwt",
                           "uuid",  "url",      "scope",  "field",   "lookalike", "address", "labels"};
static_assert(likes.size() == count_up_to(model::Like::labels));
constexpr std::array takes{"label", "path", "none"};
static_assert(takes.size() == count_up_to(model::Take::none));

void read_clean(ObjectReader& in, std::vector<model::Clean>& into, Presence presence) {
  std::vector<std::string> words;
  in.texts("clean", words, presence);
  for (std::size_t i = 0; i < words.size(); ++i) {
    const int place = place_of(cleans, words[i]);
    if (place < 0) return in.refuse("clean." + std::to_string(i), "a word of the list in README.md");
    into.push_back(static_cast<model::Clean>(place));
  }
}

model::Refusal read_refusal(ObjectReader in) {
  model::Refusal refusal;
  std::string like;
  in.text("like", like);
  in.text("message", refusal.message);
  in.close();
  const bool about_field = like.rfind("field:", 0) == 0;
  const int place = about_field ? static_cast<int>(model::Like::field) : place_of(likes, like);
  if (place < 0 || like == "field") in.refuse("like", "a shape of the list in README.md");
  refusal.like = static_cast<model::Like>(std::max(place, 0));
  if (about_field) refusal.field = like.substr(6);
  return refusal;
}

/// A word, and after that of a path which part of it; false: neither.
bool read_take(const std::string& text, model::HostRule& rule) {
  const bool counted = text.size() == 6 && text[4] == ':' && text[5] >= '1' && text[5] <= '9';
  const int place = place_of(takes, {text.data(), counted ? 4 : text.size()});
  const auto take = static_cast<model::Take>(place);
  if (place < 0 || counted != (take == model::Take::path)) return false;
  rule.take = take;
  if (counted) rule.segment = text[5] - '0';
  return true;
}

model::HostRule read_host(ObjectReader in) {
  model::HostRule rule;
  std::string take;
  in.text("suffix", rule.suffix);
  in.text("take", take);
  in.text("after", rule.after, optional);
  in.texts("not", rule.except, optional);
  in.text("message", rule.message);
  in.close();
  if (!read_take(take, rule)) in.refuse("take", "label, none or path:N");
  return rule;
}

model::Reserved read_reserved(ObjectReader in) {
  model::Reserved reserved;
  in.texts("block", reserved.block);
  in.texts("warn", reserved.warn);
  in.text("blockMessage", reserved.block_message);
  in.text("warnMessage", reserved.warn_message);
  in.close();
  return reserved;
}

void read_options(ObjectReader& in, std::vector<model::ChoiceOption>& into) {
  for (ObjectReader& option : in.list("options")) {
    model::ChoiceOption read;
    option.text("value", read.value);
    option.text("label", read.label);
    option.close();
    into.push_back(read);
  }
}

void read_rules(ObjectReader& in, model::Field& field) {
  read_clean(in, field.clean, Presence::required);
  ObjectReader chars = in.object("chars");
  chars.text("first", field.chars.first);
  chars.text("middle", field.chars.middle);
  chars.text("last", field.chars.last);
  chars.close();
  in.number("min", field.min, 1, 512);
  in.number("max", field.max, 1, 512);
  for (ObjectReader& rule : in.list("hosts")) field.hosts.push_back(read_host(rule));
  for (ObjectReader& refusal : in.list("refuse")) field.refuse.push_back(read_refusal(refusal));
  field.reserved = read_reserved(in.object("reserved", optional));
  ObjectReader brief = in.object("short", optional);
  brief.number("under", field.short_under, 2, 512);
  brief.text("message", field.short_message);
  brief.close();
}

}  // namespace

model::Field read_field(ObjectReader in) {
  model::Field field;
  in.text("id", field.id);
  in.text("label", field.label);
  field.kind = in.word("kind", field_kinds, model::FieldKind::text);
  in.flag("optional", field.optional);
  in.text("help", field.help, optional);
  in.text("example", field.example, optional);
  if (field.kind == model::FieldKind::choice) {
    read_options(in, field.options);
  } else {
    in.text("suffix", field.suffix, optional);
    read_rules(in, field);
  }
  in.close();
  // The contract's metadata.subdomain: where an ATS has an address for each customer, or a field of that
  // name.
  field.address = !field.suffix.empty() || field.id == "subdomain";
  return field;
}

}  // namespace ats::codec
