#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "flow/step.hpp"

namespace ats::flow::table {

/// Where a kind of event stands in the variant.
template <class Wanted, std::size_t I = 0>
constexpr std::size_t place_of() {
  if constexpr (std::is_same_v<std::variant_alternative_t<I, Event>, Wanted>) {
    return I;
  } else {
    return place_of<Wanted, I + 1>();
  }
}

/// What one event makes of the table's state; nothing: it changes nothing.
struct Row {
  std::size_t event = 0;
  std::optional<Transition> expected;
};

/// The answers of one state to every event.
struct Table {
  std::string name;
  Setup setup;
  State start;
  std::vector<Row> rows;

  template <class Kind>
  Table& row(Transition expected) {
    rows.push_back({place_of<Kind>(), std::move(expected)});
    return *this;
  }
  template <class... Kinds>
  Table& stays() {
    (rows.push_back({place_of<Kinds>(), std::nullopt}), ...);
    return *this;
  }
};

Table idle();
Table awaiting_session();
Table confirming_session();
Table choosing_provider();
Table requesting_provider();
Table choosing_method();
Table confirming_admin();
Table inviting();
Table awaiting_provider();
Table reviewing_permissions();
Table entering_details();
Table entering_key();
Table verifying();
Table handing_over();
Table connected();
Table failed();
Table refused();
Table closed();
Table asking_to_close();
Table showing_help();

}  // namespace ats::flow::table
