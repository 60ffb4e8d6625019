#include "codec/field_reader.hpp"

#include <algorithm>

namespace ats::codec {
namespace {

const std::vector<std::string>& clean_words() {
  static const std::vector<std::string> words{"trim", "lower", "width", "unquote", "unwrap", "unprefix"};
  return words;
}

/// In the order of model::Like.
const std::vector<std::string>& like_words() {
  static const std::vector<std::string> words{"email", "userinfo", "spaces",    "foreign", "punycode",
                                              "key",   "masked",   "jwt",       "uuid",    "url",
                                              "scope", "field",    "lookalike", "address", "labels"};
  return words;
}

int index_of(const std::vector<std::string>& words, const std::string& word) {
  const auto found = std::find(words.begin(), words.end(), word);
  return found == words.end() ? -1 : static_cast<int>(found - words.begin());
}

void read_clean(ObjectReader& in, std::vector<model::Clean>& into, Presence presence) {
  std::vector<std::string> words;
  in.texts("clean", words, presence);
  for (std::size_t i = 0; i < words.size(); ++i) {
    const int index = index_of(clean_words(), words[i]);
    if (index < 0) return in.refuse("clean." + std::to_string(i), "a word of the list in README.md");
    into.push_back(static_cast<model::Clean>(index));
  }
}

model::Refusal read_refusal(ObjectReader in) {
  model::Refusal refusal;
  std::string like;
  in.text("like", like);
  in.text("message", refusal.message);
  in.close();
  const bool about_field = like.rfind("field:", 0) == 0;
  const int index = about_field ? static_cast<int>(model::Like::field) : index_of(like_words(), like);
  if (index < 0 || like == "field") in.refuse("like", "a shape of the list in README.md");
  refusal.like = static_cast<model::Like>(std::max(index, 0));
  if (about_field) refusal.field = like.substr(6);
  return refusal;
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
  if (take == "label") {
    rule.take = model::Take::label;
  } else if (take.size() == 6 && take.rfind("path:", 0) == 0 && take[5] >= '1' && take[5] <= '9') {
    rule.take = model::Take::path;
    rule.segment = take[5] - '0';
  } else if (take != "none") {
    in.refuse("take", "label, none or path:N");
  }
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
  field.kind = static_cast<model::FieldKind>(in.word("kind", {"text", "secret", "choice"}, 0));
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
