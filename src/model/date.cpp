#include "model/date.hpp"

namespace ats::model {
namespace {

// Years that begin in March, so that a leap day is their last; after H. Hinnant's chrono-compatible date
// algorithms.
constexpr int days_of_era = 146097, days_to_1970 = 719468;

int counted(int year, int month, int day) {
  if (month <= 2) --year;
  const int era = year / 400, of_era = year - era * 400;
  const int of_year = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
  return era * days_of_era + of_era * 365 + of_era / 4 - of_era / 100 + of_year - days_to_1970;
}

}  // namespace

std::string written_day(int day) {
  const int era = (day + days_to_1970) / days_of_era, of_era = (day + days_to_1970) % days_of_era;
  const int years = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
  const int of_year = of_era - (365 * years + years / 4 - years / 100);
  const int from_march = (5 * of_year + 2) / 153;
  const int month = from_march < 10 ? from_march + 3 : from_march - 9;
  std::string text = "0000-00-00";
  const auto write = [&](std::size_t end, int value) {
    for (; value > 0; value /= 10) text[end--] = static_cast<char>('0' + value % 10);
  };
  write(3, era * 400 + years + (month <= 2 ? 1 : 0));
  write(6, month);
  write(9, of_year - (153 * from_march + 2) / 5 + 1);
  return text;
}

int day_of(std::string_view written) {
  if (written.size() != 10) return 0;
  const auto number = [&](std::size_t from, std::size_t to) {
    int value = 0;
    for (; from < to; ++from) value = value * 10 + (written[from] - '0');
    return value;
  };
  for (const std::size_t at : {0U, 1U, 2U, 3U, 5U, 6U, 8U, 9U}) {
    if (written[at] < '0' || written[at] > '9') return 0;
  }
  const int day = counted(number(0, 4), number(5, 7), number(8, 10));
  // What is not in the calendar comes back as another day.
  return day > 0 && written_day(day) == written ? day : 0;
}

}  // namespace ats::model
