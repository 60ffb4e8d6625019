#include "codec/words.hpp"

namespace ats::codec {
namespace {

/// The value from 0 to `last` that has this name, by the one table that writes it.
template <class Enum>
std::optional<Enum> named(const std::string& name, Enum last) {
  for (int i = 0; i <= static_cast<int>(last); ++i) {
    if (name_of(static_cast<Enum>(i)) == name) return static_cast<Enum>(i);
  }
  return std::nullopt;
}

}  // namespace

std::optional<flow::Step> step_named(const std::string& name) { return named(name, flow::Step::failed); }

std::optional<model::ErrorCode> code_named(const std::string& name) {
  return named(name, model::ErrorCode::internal);
}

std::optional<flow::ExitReason> reason_named(const std::string& name) {
  return named(name, flow::ExitReason::error);
}

}  // namespace ats::codec
