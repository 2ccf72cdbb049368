// The grammar of dates in running French text, read from left to right. For find_written_dates();
// everybody else calls that. One thread at a time.
//
// The scanner looks for a digit or a letter that begins a token, tries each form there in order,
// ISO before numeric before words, and goes on behind what it has read, so that no date is read
// twice and the time is linear. Forms that it knows:
//   2012-12-05, 2012/12/05          read_iso
//   05/12/2012, 5.12.2012, 05/12/12 read_numeric
//   5 décembre 2012, 4, 5 et 6 déc. read_in_words
//   décembre 2012                   read_month_and_year
// A new form is a function beside these, called from read_at().
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "indexer/extract/dates/written_date.hpp"

namespace pressoir::extract::dates {

class DateScanner {
 public:
  // `text` must outlive the scanner.
  explicit DateScanner(std::string_view text) : text_(text) {}

  // The next date, or nothing at the end of the text.
  std::optional<WrittenDate> next();

  // True for `du 30 décembre 2012 au 2 janvier 2013`: two dates of which `au` makes a range.
  bool joins_range(const WrittenDate& from, const WrittenDate& to) const;

 private:
  struct Number {
    int value = 0;
    std::size_t digits = 0;
    std::size_t end = 0;
  };
  struct Month {
    int number = 0;
    std::size_t end = 0;
  };
  // Days of a month without the month itself: `5`, `1er`, `5 et 6`, `4, 5 et 6`, `5 au 7`.
  struct Days {
    int first = 0;
    std::size_t end = 0;
    bool is_range = false;
  };

  std::optional<WrittenDate> read_at(std::size_t at) const;
  std::optional<WrittenDate> read_iso(std::size_t at) const;
  std::optional<WrittenDate> read_numeric(std::size_t at) const;
  std::optional<WrittenDate> read_in_words(std::size_t at) const;
  std::optional<WrittenDate> read_month_and_year(std::size_t at) const;
  std::optional<WrittenDate> read_second_half(const WrittenDate& first, std::size_t at) const;

  std::optional<Number> read_number(std::size_t at) const;
  std::optional<Number> read_day(std::size_t at) const;
  std::optional<Number> read_year(std::size_t at) const;
  std::optional<Month> read_month(std::size_t at) const;
  std::optional<Days> read_days(std::size_t at) const;
  // Positions are bytes; each of these may be asked beyond the end of the text.
  std::string_view word_at(std::size_t at) const;
  std::size_t skip_gap(std::size_t at) const;
  std::size_t weekday_before(std::size_t at) const;
  bool starts_token(std::size_t at) const;
  bool is_digit(std::size_t at) const;

  std::string_view text_;
  std::size_t at_ = 0;
};

}  // namespace pressoir::extract::dates
