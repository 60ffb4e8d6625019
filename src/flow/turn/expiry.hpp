#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>

#include "flow/state.hpp"

namespace ats::flow {

/// Two fields of our own among those of the draft, both of which may be left out: how long the key is valid
/// (one of `expiry_choices`, numbers are days), and until when, where that is `expiry_on_date`.
inline constexpr const char* expiry_field = "key_expiry";
inline constexpr const char* expiry_date_field = "key_expiry_date";
inline constexpr const char* expiry_on_date = "date";
inline constexpr std::array expiry_choices{"30",  "90",           "180",   "365",
                                           "730", expiry_on_date, "never", "unknown"};

/// True: it was one of these two.
bool edit_expiry(Draft& draft, const std::string& field, const std::string& value);
/// The details as they passed go in the place of those that were typed; what is said of the key stays.
void keep_details(Draft& draft, std::map<std::string, std::string> clean);
/// A date that is none, or is past.
[[nodiscard]] std::optional<model::FieldProblem> expiry_problem(const State& state);
/// The last day of the key in days since 1970, as far as it was said; 0: it was not, or there is none.
[[nodiscard]] int key_expires(const State& state);

}  // namespace ats::flow
