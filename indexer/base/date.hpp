// A civil date of the Gregorian calendar that may be known to the day, the month or the year only,
// and instants as seconds since 1970-01-01T00:00:00Z. Plain values: every function here may be
// called from any thread.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace pressoir::base {

// year 0: no date at all; month 0: only the year is known; day 0: only the month is. Dates compare
// by year, month, day, so that a partial date comes before the days it covers and no date before
// all.
struct Date {
  std::int16_t year = 0;
  std::int8_t month = 0;
  std::int8_t day = 0;

  auto operator<=>(const Date&) const = default;
  explicit operator bool() const noexcept { return year != 0; }
};

// Reads `2012`, `2012-12` or `2012-12-05` and nothing else. Years 1 to 9999; the day must exist
// (no 30 February). Returns nothing for anything else.
std::optional<Date> parse_date(std::string_view text) noexcept;

// The inverse of parse_date; empty for no date.
std::string to_string(Date date);

// True for a day that exists, or a month or a year alone.
bool is_valid(Date date) noexcept;

// The first and the last day that a partial date covers: 2012-02 gives 2012-02-01 and 2012-02-29.
// A date without a year is returned as it is.
Date first_day(Date date) noexcept;
Date last_day(Date date) noexcept;

// Days since 1970-01-01 of the first day of `date`, which must have a year (Howard Hinnant,
// "chrono-compatible low-level date algorithms", days_from_civil).
std::int32_t days_since_epoch(Date date) noexcept;

// False for a date that no text can have: before printing (1450), or after `latest`, by which it was
// captured; no limit when that is none. A partial date is plausible when any of its days is.
bool is_plausible(Date date, Date latest) noexcept;

// The day that many days after 1970-01-01; the inverse of days_since_epoch for full dates.
Date date_from_days(std::int32_t days) noexcept;

// The day of the instant `seconds` after 1970-01-01T00:00:00Z, in UTC, and that instant as
// `2012-12-05T10:00:00Z`.
Date date_of_instant(std::int64_t seconds) noexcept;
std::string instant_to_string(std::int64_t seconds);

}  // namespace pressoir::base
