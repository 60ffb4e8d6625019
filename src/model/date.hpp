#pragma once

#include <string>
#include <string_view>

namespace ats::model {

/// Days since 1970 of a later day that the calendar has, written `YYYY-MM-DD`; 0: it is no such day.
[[nodiscard]] int day_of(std::string_view written);
/// The same the other way round.
[[nodiscard]] std::string written_day(int day);

}  // namespace ats::model
