#pragma once

#include <string>

#include <catch2/catch_tostring.hpp>

#include "flow/step.hpp"

namespace ats::flow::sample {

/// A transition in words, without the bytes of any secret.
[[nodiscard]] std::string in_words(const Transition& transition);
[[nodiscard]] std::string in_words(const Effect& effect);

}  // namespace ats::flow::sample

template <>
struct Catch::StringMaker<ats::flow::Transition> {
  static std::string convert(const ats::flow::Transition& transition) {
    return ats::flow::sample::in_words(transition);
  }
};

template <>
struct Catch::StringMaker<ats::flow::Effect> {
  static std::string convert(const ats::flow::Effect& effect) { return ats::flow::sample::in_words(effect); }
};

template <>
struct Catch::StringMaker<ats::flow::Step> {
  static std::string convert(ats::flow::Step step) { return std::string(ats::flow::name_of(step)); }
};
