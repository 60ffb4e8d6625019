#pragma once

#include <utility>
#include <variant>

namespace ats::base {

/// A value or the reason why there is none. `T` and `E` must differ.
template <class T, class E>
class Result {
 public:
  Result(T value) : content_(std::move(value)) {}
  Result(E error) : content_(std::move(error)) {}

  [[nodiscard]] bool ok() const { return std::holds_alternative<T>(content_); }
  [[nodiscard]] explicit operator bool() const { return ok(); }
  /// Null unless `ok()`.
  [[nodiscard]] const T* value() const { return std::get_if<T>(&content_); }
  /// Null if `ok()`.
  [[nodiscard]] const E* error() const { return std::get_if<E>(&content_); }

 private:
  std::variant<T, E> content_;
};

}  // namespace ats::base
