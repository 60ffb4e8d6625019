#include <catch2/catch_test_macros.hpp>

#include "model/date.hpp"

using namespace ats::model;

TEST_CASE("a day is counted and written back as it was") {
  CHECK(day_of("1970-01-02") == 1);
  CHECK(day_of("2026-11-26") == 20783);
  for (const char* written : {"1970-01-02", "2000-02-29", "2026-12-31", "2027-01-01", "2028-02-29"}) {
    CHECK(written_day(day_of(written)) == written);
  }
  CHECK(written_day(day_of("2026-11-26") + 365) == "2027-11-26");
  CHECK(written_day(day_of("2027-11-26") + 365) == "2028-11-25");
}

TEST_CASE("what no calendar has, or is written otherwise, is no day") {
  for (const char* written : {"", "soon", "2027-02-29", "2027-13-01", "2027-00-10", "2027-01-32", "2027-1-1",
                              "27-01-01", "2027/01/01", "01.01.2027", "2027-01-0x", "2027-01-011",
                              "+027-01-01", "2027-01-0\n", "0000-00-00", "1969-12-31"}) {
    CAPTURE(written);
    CHECK(day_of(written) == 0);
  }
}
