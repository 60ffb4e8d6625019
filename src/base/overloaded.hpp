#pragma once

namespace ats::base {

/// Makes one visitor of several lambdas: `std::visit(Overloaded{...}, variant)`.
template <class... Functions>
struct Overloaded : Functions... {
  using Functions::operator()...;
};
// clang 14 cannot deduce an aggregate template's arguments without this guide.
template <class... Functions>
Overloaded(Functions...) -> Overloaded<Functions...>;

}  // namespace ats::base
