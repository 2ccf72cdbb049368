#include "indexer/base/date.hpp"

#include <charconv>
#include <chrono>
#include <cstdio>

namespace pressoir::base {
namespace {

namespace chrono = std::chrono;

chrono::year_month_day to_chrono(Date date) noexcept {
  return chrono::year{date.year} / chrono::month{static_cast<unsigned>(date.month)} /
         chrono::day{static_cast<unsigned>(date.day)};
}

// The value of `text` when it has digits only (from_chars alone takes a sign too); -1 otherwise.
int parse_digits(std::string_view text) noexcept {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size() || text.front() == '-') return -1;
  return value;
}

}  // namespace

// By hand: std::chrono::parse is missing from libstdc++ 12, and strptime takes much that is no
// date.
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
  char buffer[16];
  int size = std::snprintf(buffer, sizeof buffer, "%04d", date.year);
  if (date.month != 0) size += std::snprintf(buffer + size, 4, "-%02d", date.month);
  if (date.day != 0) size += std::snprintf(buffer + size, 4, "-%02d", date.day);
  return {buffer, static_cast<std::size_t>(size)};
}

bool is_valid(Date date) noexcept {
  if (date.year < 1 || date.year > 9999) return false;
  if (date.month == 0) return date.day == 0;
  if (date.month < 1 || date.month > 12) return false;
  return date.day == 0 || to_chrono(date).ok();
}

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

std::string instant_to_string(std::int64_t seconds) {
  // % of a negative number is negative; instants before 1970 have positive seconds of the day too.
  const std::int64_t day_seconds = ((seconds % 86400) + 86400) % 86400;
  char buffer[16];
  std::snprintf(buffer, sizeof buffer, "T%02d:%02d:%02dZ", static_cast<int>(day_seconds / 3600),
                static_cast<int>(day_seconds / 60 % 60), static_cast<int>(day_seconds % 60));
  return to_string(date_of_instant(seconds)) + buffer;
}

}  // namespace pressoir::base
