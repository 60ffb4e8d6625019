#include "flow/screen.hpp"

#include <array>
#include <cstddef>
#include <string_view>
#include <variant>

namespace ats::flow {

std::string_view name_of(Step step) {
  static constexpr std::array<std::string_view, 11> names{"session",   "provider",    "method",    "admin",
                                                          "invite",    "permissions", "subdomain", "api_key",
                                                          "verifying", "connected",   "failed"};
  static_assert(names.size() == static_cast<std::size_t>(Step::failed) + 1);
  return names[static_cast<std::size_t>(step)];
}

bool is_unseen(const Screen& screen) {
  const auto* awaiting = std::get_if<AwaitingProvider>(&screen);
  return std::holds_alternative<Idle>(screen) ||
         (awaiting != nullptr && awaiting->wait == Wait::brief && !awaiting->from);
}

Screen screen_before(std::optional<Step> from) {
  return from == Step::method ? Screen{ChoosingMethod{}} : Screen{ConfirmingAdmin{}};
}

Step step_of(const Screen& screen) {
  // In the order of the variant. Idle and Closed show nothing; they count as where the walk begins.
  static constexpr std::array<Step, 18> steps{
      Step::provider,  Step::session,   Step::session,   Step::provider,    Step::provider,  Step::method,
      Step::admin,     Step::invite,    Step::provider,  Step::permissions, Step::subdomain, Step::api_key,
      Step::verifying, Step::verifying, Step::connected, Step::failed,      Step::failed,    Step::provider};
  static_assert(steps.size() == std::variant_size_v<Screen>);
  if (const auto* awaiting = std::get_if<AwaitingProvider>(&screen))
    return awaiting->wait == Wait::brief ? awaiting->from.value_or(awaiting->to) : awaiting->to;
  return steps[screen.index()];
}

}  // namespace ats::flow
