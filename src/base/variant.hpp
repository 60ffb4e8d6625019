#pragma once

#include <variant>

namespace ats::base {

/// Makes one visitor of several lambdas: `std::visit(Overloaded{...}, variant)`.
template <class... Functions>
struct Overloaded : Functions... {
  using Functions::operator()...;
};
// clang 14 cannot deduce an aggregate template's arguments without this guide.
template <class... Functions>
Overloaded(Functions...) -> Overloaded<Functions...>;

/// Whether a variant holds one of these kinds.
template <class... Kinds, class Variant>
[[nodiscard]] bool is_any(const Variant& variant) {
  return (std::holds_alternative<Kinds>(variant) || ...);
}

}  // namespace ats::base
