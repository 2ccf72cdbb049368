#include "indexer/base/date.hpp"

#include <fmt/format.h>

#include <chrono>
#include <iterator>

#include "indexer/base/utf8.hpp"

namespace pressoir::base {
namespace {

namespace chrono = std::chrono;

chrono::year_month_day to_chrono(Date date) noexcept {
  return chrono::year{date.year} / chrono::month{static_cast<unsigned>(date.month)} /
         chrono::day{static_cast<unsigned>(date.day)};
}

// The value of `text` when it has digits only: parse_number takes a sign too.
int parse_digits(std::string_view text) noexcept {
  return text.front() == '-' ? -1 : parse_number<int>(text).value_or(-1);
}

}  // namespace

// By hand: std::chrono::parse is missing from libstdc++ 12, and strptime takes blanks, signs and
// short numbers (`2012-1-5`), which in a record are mistakes that should be reported.
std::optional<Date> parse_date(std::string_view text) noexcept {
  if (text.size() != 4 && text.size() != 7 && text.size() != 10) return std::nullopt;
  const int year = parse_digits(text.substr(0, 4));
  if (year < 1) return std::nullopt;
  Date date{.year = static_cast<std::int16_t>(year)};
  if (text.size() >= 7) {
    const int month = parse_digits(text.substr(5, 2));
    if (text[4] != '-' || month < 1) return std::nullopt;
    date.month = static_cast<std::int8_t>(month);
  }
  if (text.size() == 10) {
    const int day = parse_digits(text.substr(8, 2));
    if (text[7] != '-' || day < 1) return std::nullopt;
    date.day = static_cast<std::int8_t>(day);
  }
  return is_valid(date) ? std::optional(date) : std::nullopt;
}

std::string to_string(Date date) {
  if (!date) return {};
  std::string text = fmt::format("{:04}", date.year);
  for (const std::int8_t part : {date.month, date.day}) {
    if (part != 0) fmt::format_to(std::back_inserter(text), "-{:02}", part);
  }
  return text;
}

bool is_plausible(Date date, Date latest) noexcept {
  constexpr Date kPrinting{1450, 1, 1};
  if (last_day(date) < kPrinting) return false;
  return !latest || first_day(date) <= last_day(latest);
}

bool is_valid(Date date) noexcept {
  if (date.year < 1 || date.year > 9999) return false;
  if (date.month == 0) return date.day == 0;
  if (date.month < 1 || date.month > 12) return false;
  return date.day == 0 || to_chrono(date).ok();
}

// The bounds of a partial date make comparisons of dates comparisons of days: 2012 and 2012-12-05
// overlap when neither begins after the other has ended.
Date first_day(Date date) noexcept {
  if (!date) return date;
  if (date.month == 0) date.month = 1;
  if (date.day == 0) date.day = 1;
  return date;
}

Date last_day(Date date) noexcept {
  if (!date || date.day != 0) return date;
  if (date.month == 0) date.month = 12;
  const chrono::year_month_day_last last =
      chrono::year{date.year} / chrono::month{static_cast<unsigned>(date.month)} / chrono::last;
  date.day = static_cast<std::int8_t>(static_cast<unsigned>(last.day()));
  return date;
}

std::int32_t days_since_epoch(Date date) noexcept {
  return static_cast<std::int32_t>(
      chrono::sys_days{to_chrono(first_day(date))}.time_since_epoch().count());
}

Date date_from_days(std::int32_t days) noexcept {
  const chrono::year_month_day day{chrono::sys_days{chrono::days{days}}};
  return {.year = static_cast<std::int16_t>(static_cast<int>(day.year())),
          .month = static_cast<std::int8_t>(static_cast<unsigned>(day.month())),
          .day = static_cast<std::int8_t>(static_cast<unsigned>(day.day()))};
}

Date date_of_instant(std::int64_t seconds) noexcept {
  return date_from_days(
      static_cast<std::int32_t>(chrono::floor<chrono::days>(chrono::seconds{seconds}).count()));
}

// Rounded down to the day, not towards zero: the seconds of the day of an instant before 1970 are
// positive too.
std::string instant_to_string(std::int64_t seconds) {
  const chrono::sys_seconds instant{chrono::seconds{seconds}};
  const chrono::hh_mm_ss time(instant - chrono::floor<chrono::days>(instant));
  return fmt::format("{}T{:02}:{:02}:{:02}Z", to_string(date_of_instant(seconds)),
                     time.hours().count(), time.minutes().count(), time.seconds().count());
}

}  // namespace pressoir::base
