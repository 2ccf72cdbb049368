#include "indexer/base/french_date.hpp"

#include <array>
#include <cstddef>

namespace pressoir::base {
namespace {

struct MonthName {
  std::string_view whole;
  std::string_view cut;
};

constexpr std::array<MonthName, 12> kMonths = {{
    {"janvier", "janv."},
    {"février", "févr."},
    {"mars", "mars"},
    {"avril", "avr."},
    {"mai", "mai"},
    {"juin", "juin"},
    {"juillet", "juill."},
    {"août", "août"},
    {"septembre", "sept."},
    {"octobre", "oct."},
    {"novembre", "nov."},
    {"décembre", "déc."},
}};

// Month 1 to 12, as every valid date with a month has it.
const MonthName& month_name(Date date) {
  return kMonths[static_cast<std::size_t>(date.month - 1) % kMonths.size()];
}

// A full date takes an article (`du 5 décembre`), a month or a year none (`de décembre`).
struct Preposition {
  std::string_view before_day;
  std::string_view before_period;
};
constexpr Preposition kFrom = {"du ", "de "};
constexpr Preposition kTo = {"au ", "à "};
constexpr Preposition kUntil = {"jusqu’au ", "jusqu’en "};
constexpr Preposition kSince = {"depuis le ", "depuis "};

std::string with(const Preposition& preposition, Date date) {
  const bool elides = date.day == 0 && (date.month == 4 || date.month == 8 || date.month == 10);
  if (elides && preposition.before_period == "de ") return "d’" + in_words(date);
  return std::string(date.day != 0 ? preposition.before_day : preposition.before_period) +
         in_words(date);
}

}  // namespace

std::string in_words(Date date) {
  if (!date) return "";
  std::string text;
  if (date.day != 0) text += std::to_string(date.day) + (date.day == 1 ? "er " : " ");
  if (date.month != 0) text += std::string(month_name(date).whole) + " ";
  return text + std::to_string(date.year);
}

std::string short_month(Date date) {
  return date.month == 0 ? in_words(date) : std::string(month_name(date).cut);
}

std::string period_in_words(Date from, Date to) {
  if (!from && !to) return "";
  if (!to) return with(kSince, from);
  if (!from) return with(kUntil, to);
  if (from == to) return in_words(from);
  return with(kFrom, from) + " " + with(kTo, to);
}

}  // namespace pressoir::base
