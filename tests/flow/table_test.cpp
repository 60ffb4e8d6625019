#include <set>
#include <string>
#include <vector>

#include <catch2/catch_test_macros.hpp>

#include "flow/table/expect.hpp"
#include "flow/table/table.hpp"
#include "support/flow_printers.hpp"
#include "support/flow_samples.hpp"

using namespace ats::flow;

namespace {

std::vector<table::Table> every_table() {
  std::vector<table::Table> all{table::idle(),
                                table::awaiting_session(),
                                table::confirming_session(),
                                table::choosing_provider(),
                                table::requesting_provider(),
                                table::choosing_method(),
                                table::confirming_admin(),
                                table::inviting(),
                                table::reviewing_permissions(),
                                table::entering_details(),
                                table::entering_key(),
                                table::verifying(),
                                table::handing_over(),
                                table::connected(),
                                table::failed(),
                                table::refused(),
                                table::closed(),
                                table::asking_to_close(),
                                table::showing_help()};
  // Where nobody waits for them, details that come change nothing that is shown.
  for (table::Table& each : all) {
    each.stays<ProviderArrived, ProviderFailed>();
    if (each.start.draft.provider.empty()) {
      each.stays<LanguageChanged>();
    } else {
      each.row<LanguageChanged>(table::asks_anew(each.start));
    }
  }
  all.push_back(table::awaiting_provider());
  return all;
}

/// Which events have not exactly one row.
std::string gaps(const std::vector<table::Row>& rows) {
  std::vector<int> seen(std::variant_size_v<Event>, 0);
  for (const table::Row& row : rows) ++seen[row.event];
  std::string wrong;
  for (std::size_t event = 0; event < seen.size(); ++event) {
    if (seen[event] != 1)
      wrong += " event " + std::to_string(event) + ": " + std::to_string(seen[event]) + " rows";
  }
  return wrong;
}

}  // namespace

TEST_CASE("the samples hold one event of each kind and one screen of each kind", "[flow][table]") {
  const std::vector<Event> events = sample::events();
  REQUIRE(events.size() == std::variant_size_v<Event>);
  for (std::size_t i = 0; i < events.size(); ++i) CHECK(events[i].index() == i);
  const std::vector<Screen> screens = sample::screens();
  REQUIRE(screens.size() == std::variant_size_v<Screen>);
  for (std::size_t i = 0; i < screens.size(); ++i) CHECK(screens[i].index() == i);
}

TEST_CASE("every screen and every overlay has its own table", "[flow][table]") {
  std::multiset<std::size_t> screens, overlays;
  for (const table::Table& entry : every_table()) {
    if (entry.start.overlay.index() == 0) screens.insert(entry.start.screen.index());
    overlays.insert(entry.start.overlay.index());
  }
  for (std::size_t screen = 0; screen < std::variant_size_v<Screen>; ++screen)
    CHECK(screens.count(screen) == 1);
  for (std::size_t overlay = 1; overlay < std::variant_size_v<Overlay>; ++overlay) {
    CHECK(overlays.count(overlay) == 1);
  }
}

TEST_CASE("every pair of screen and event has exactly one row", "[flow][table]") {
  for (const table::Table& entry : every_table()) {
    INFO(entry.name);
    CHECK(gaps(entry.rows) == "");
  }
}

TEST_CASE("a table without any one of its rows, or with one twice, is noticed", "[flow][table]") {
  for (const table::Table& entry : every_table()) {
    for (std::size_t i = 0; i < entry.rows.size(); ++i) {
      std::vector<table::Row> fewer = entry.rows;
      fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(i));
      std::vector<table::Row> twice = entry.rows;
      twice.push_back(entry.rows[i]);
      CHECK((gaps(fewer) != "" && gaps(twice) != ""));
    }
  }
}

TEST_CASE("every pair of screen and event gives the transition of its row", "[flow][table]") {
  const std::vector<Event> events = sample::events();
  for (const table::Table& entry : every_table()) {
    for (const table::Row& row : entry.rows) {
      INFO(entry.name << ", event " << row.event);
      const Transition expected = row.expected ? *row.expected : Transition{entry.start, {}};
      CHECK(step(entry.setup, entry.start, events[row.event]) == expected);
    }
  }
}
