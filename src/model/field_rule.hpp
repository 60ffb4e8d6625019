#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "model/clean.hpp"

namespace ats::model {

/// The words of providers/README.md "fields"; read there what each does.
enum class FieldKind { text, secret, choice };
enum class Like {
  email,
  userinfo,
  spaces,
  foreign,
  punycode,
  key,
  masked,
  jwt,
  uuid,
  url,
  scope,
  field,
  lookalike,
  address,
  labels
};
enum class Take { label, path, none };

struct HostRule {
  std::string suffix;
  Take take = Take::none;
  int segment = 0;    // For Take::path, counted from 1.
  std::string after;  // For Take::path; empty: anywhere.
  std::vector<std::string> except;
  std::string message;
  bool operator==(const HostRule&) const = default;
};

struct Refusal {
  Like like = Like::email;
  std::string field;  // For Like::field.
  std::string message;
  bool operator==(const Refusal&) const = default;
};

struct Reserved {
  std::vector<std::string> block;
  std::vector<std::string> warn;
  std::string block_message;  // May hold {value}.
  std::string warn_message;
  bool operator==(const Reserved&) const = default;
};

/// Three sets of characters, each ASCII ranges such as "a-z0-9_-".
struct Chars {
  std::string first, middle, last;
  bool operator==(const Chars&) const = default;
};

struct ChoiceOption {
  std::string value, label;
  bool operator==(const ChoiceOption&) const = default;
};

struct Field {
  std::string id;
  std::string label;
  FieldKind kind = FieldKind::text;
  bool optional = false;
  bool address = false;  // Says which of the ATS's customers this is, as in the address of their account.
  std::string suffix, example, help;
  std::vector<ChoiceOption> options;
  std::vector<Clean> clean;
  Chars chars;
  int min = 0;
  int max = 512;
  std::vector<HostRule> hosts;
  std::vector<Refusal> refuse;
  Reserved reserved;
  int short_under = 0;  // 0: no warning.
  std::string short_message;
  bool operator==(const Field&) const = default;
};

/// Why a field was refused. Either a sentence of the provider file, or a key of the message catalogue.
struct FieldProblem {
  std::string field;
  std::string message;      // As it stands in the provider file; may be empty.
  std::string message_key;  // `field.empty`, `field.short`, `field.long`, `field.chars`, `field.ends`,
                            // `field.option`.
  std::map<std::string, std::string>
      values;  // For the placeholders of `message`: value; of `message_key`: label, count, min, max.
  std::string suggestion;  // What to use instead; empty: nothing known.
  bool operator==(const FieldProblem&) const = default;
};

struct FieldAccepted {
  std::string value;    // Cleaned.
  std::string warning;  // As it stands in the provider file; may be empty, may hold {value}.
  bool operator==(const FieldAccepted&) const = default;
};

using FieldVerdict = std::variant<FieldAccepted, FieldProblem>;

/// What the rules need to know besides the text itself.
struct FieldContext {
  std::map<std::string, std::string> others;  // Other non-secret fields: id -> cleaned value.
  std::vector<std::string> scope_ids;
  std::string_view key_name = {};  // The name that a new key is given; not its value.
  std::map<std::string, std::string_view> secrets =
      {};  // Other secret fields, as typed; only Like::field looks at them.
};

/// Runs the rules of `field` over what was typed, in the order of providers/README.md. Never logs, never
/// keeps `typed`.
[[nodiscard]] FieldVerdict check_field(const Field& field, std::string_view typed,
                                       const FieldContext& context);

}  // namespace ats::model
