#pragma once

#include <string>
#include <vector>

#include "flow/step.hpp"

/// Made-up ATSs and one state of each screen, for the tests of the flow.
namespace ats::flow::sample {

inline constexpr Attempt attempt = 7;
inline const std::string key = "Key0123456789abcdef";

/// `north` (subdomain, one key), `south` (only a key), `east` (an optional region, two secrets).
[[nodiscard]] model::Provider provider(const std::string& id);
/// Verification by relay, hand-over by callback, opened by a host page; the details of all of them are there.
[[nodiscard]] Setup setup();
[[nodiscard]] Setup setup_without_details();
/// A hosted link: hand-over by post, no host page.
[[nodiscard]] Setup hosted_setup();

/// The account of north as a verified key gives it.
[[nodiscard]] model::Connection connection();
/// What was typed for north, as it passed.
[[nodiscard]] CheckedDraft checked();
[[nodiscard]] model::UpstreamAnswer good_answer();
[[nodiscard]] model::UpstreamAnswer answer(int status, const std::string& error = {});
[[nodiscard]] model::LinkError error(model::ErrorCode code);

/// `screen` as a person comes to it on north: provider chosen, `acme` and the key typed where they are by
/// then.
[[nodiscard]] State at(Screen screen);
/// The screen that `at` was made for, one of each, in the order of the variant.
[[nodiscard]] std::vector<Screen> screens();
/// One of each, in the order of the variant; replies belong to `attempt`.
[[nodiscard]] std::vector<Event> events();

}  // namespace ats::flow::sample
