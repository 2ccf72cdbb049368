// Dates as French texts write them: `mercredi 5 décembre 2012`, `1er août 2013`, `05/12/2012`,
// `2012-12-05`, `déc. 2012`; and with the months of other languages (text/month_names.hpp). Pure functions, any thread; every offset falls between two characters.
//
// What a date means (publication, update, event) is not decided here but by the words around it:
// date_finder.hpp. Texts without HTML and attributes with remains of HTML are read alike.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "indexer/base/date.hpp"

namespace pressoir::extract::dates {

// A date written in a text: where it stands (bytes, its weekday included) and what it says; partial
// forms included (`décembre 2012`), a year alone not.
struct WrittenDate {
  std::size_t begin = 0;
  std::size_t end = 0;
  base::Date date = {};   // of several days (`5 et 6 décembre 2012`) the first
  bool is_range = false;  // `du 5 au 7 décembre 2012`: an event, never a publication
};

// Every date of the text, in order. Spaces of any width, `&nbsp;` and tags may stand between the
// parts of one. Years of two digits are the latest of that number not after `latest`; 1958 to 2057
// when that is none.
std::vector<WrittenDate> find_written_dates(std::string_view text, base::Date latest = {});

// `title` without a date suffix such as ` - 05/12/2012`, ` – 5 décembre 2012` or ` (05/12/2012)`.
std::string_view strip_date_suffix(std::string_view title);

// A date as programs write it in attributes and JSON: `2012-12-05T10:00:00+01:00` (the day as
// written), `2012-12-05T23:00:00Z` (the day in Paris, the 6th: programs that write universal time mean
// an instant), `20121205`, `2012-12`, `Wed, 05 Dec 2012 10:00:00 GMT`, else any
// form of find_written_dates. No date when there is none, or one that means none (1970-01-01).
base::Date read_machine_date(std::string_view value, base::Date latest = {});

// The grammar of dates in running French text, read from left to right; find_written_dates() is its
// caller. It looks for a digit or a letter that begins a token, tries each form there in order, ISO
// before numeric before words, and goes on after what it has read, so that no date is read twice
// and the time is linear. Forms that it knows:
//
//   2012-12-05, 2012/12/05          read_iso
//   05/12/2012, 5.12.2012, 05/12/12 read_numeric
//   5 décembre 2012, 14 mars 99     read_in_words
//   décembre 2012                   read_month_and_year
//   December 5, 2012                read_month_first
//
// A new form is a function beside these, called from read_at(). One thread at a time.
class DateScanner {
 public:
  // `text` must outlive the scanner; `latest` as in find_written_dates().
  explicit DateScanner(std::string_view text, base::Date latest = {})
      : text_(text), latest_(latest) {}

  // The next date, or nothing at the end of the text.
  std::optional<WrittenDate> next();

  // True for `du 30 décembre 2012 au 2 janvier 2013` and `5 mars 2018 – 9 mars 2018`: two dates of
  // which `au` or a dash makes a range.
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
  std::optional<WrittenDate> read_month_first(std::size_t at) const;
  std::optional<WrittenDate> read_second_half(const WrittenDate& first, std::size_t at) const;

  std::optional<Number> read_number(std::size_t at) const;
  std::optional<Number> read_day(std::size_t at) const;
  std::optional<Number> read_year(std::size_t at) const;
  std::optional<Number> read_short_year(std::size_t at) const;
  int century_of(int short_year, int month, int day) const;
  std::optional<Month> read_month(std::size_t at) const;
  std::optional<Days> read_days(std::size_t at) const;
  // Positions are bytes; each of these may be called beyond the end of the text.
  std::string_view word_at(std::size_t at) const;
  std::size_t skip_gap(std::size_t at) const;
  std::size_t weekday_before(std::size_t at) const;
  bool starts_token(std::size_t at) const;
  bool is_digit(std::size_t at) const;

  std::string_view text_;
  base::Date latest_;
  std::size_t at_ = 0;
};

}  // namespace pressoir::extract::dates
