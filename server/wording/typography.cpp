#include "server/wording/typography.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <boost/algorithm/string/replace.hpp>
#include <cstddef>

namespace pressoir::wording {
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
const MonthName& month_name(base::Date date) {
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

std::string with(const Preposition& preposition, base::Date date) {
  // `d’avril`, `d’août`, `d’octobre`: the months that begin with a vowel.
  const bool elides = date.day == 0 && (date.month == 4 || date.month == 8 || date.month == 10);
  if (elides && preposition.before_period == "de ") return "d’" + in_words(date);
  return std::string(date.day != 0 ? preposition.before_day : preposition.before_period) +
         in_words(date);
}

}  // namespace

std::string number(std::uint64_t value) {
  const std::string digits = std::to_string(value);
  std::string grouped;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (i > 0 && (digits.size() - i) % 3 == 0) grouped += kNarrowNoBreakSpace;
    grouped += digits[i];
  }
  return grouped;
}

std::string counted(std::uint64_t value, const Noun& noun) {
  std::string text = number(value);
  text += kNoBreakSpace;
  // French has the plural from two on: `0 texte`, `1,5 texte`.
  text += value < 2 ? noun.singular : noun.plural;
  return text;
}

std::string in_words(base::Date date) {
  if (!date) return "";
  std::string text;
  if (date.day != 0) text += std::to_string(date.day) + (date.day == 1 ? "er " : " ");
  if (date.month != 0) text += std::string(month_name(date).whole) + " ";
  return text + std::to_string(date.year);
}

// A year alone has no month to shorten.
std::string short_month(base::Date date) {
  return date.month == 0 ? in_words(date) : std::string(month_name(date).cut);
}

std::string period_in_words(base::Date from, base::Date to) {
  if (!from && !to) return "";
  if (!to) return with(kSince, from);
  if (!from) return with(kUntil, to);
  if (from == to) return in_words(from);
  return with(kFrom, from) + " " + with(kTo, to);
}

std::string in_figures(base::Date date) {
  if (!date) return "";
  if (date.month == 0) return fmt::format("{:04}", date.year);
  if (date.day == 0) return fmt::format("{:02}/{:04}", date.month, date.year);
  return fmt::format("{:02}/{:02}/{:04}", date.day, date.month, date.year);
}

std::string percentage(double share, int decimals) {
  // fmt, unlike printf, does not read the locale: the decimal point is always there to replace.
  std::string text = fmt::format("{:.{}f}", share * 100, decimals);
  std::replace(text.begin(), text.end(), '.', ',');
  return text + std::string(kNoBreakSpace) + "%";
}

std::string percentage(double share) {
  // One text of thousands must not read as 0,0 %, as if there were none.
  if (share <= 0) return percentage(0, 0);
  return percentage(share, share < 0.001 ? 2 : 1);
}

std::string instant_in_words(std::int64_t seconds) {
  return in_words(base::date_of_instant(seconds));
}

std::string with_french_spaces(std::string_view text) {
  struct Pair {
    std::string_view plain;
    std::string_view french;
  };
  // No pair makes the left side of another, so their order does not matter.
  static constexpr Pair kPairs[] = {
      {" ;", "\u202F;"}, {" !", "\u202F!"}, {" ?", "\u202F?"},
      {" :", "\u00A0:"}, {" »", "\u00A0»"}, {"« ", "«\u00A0"},
  };
  std::string result(text);
  for (const Pair& pair : kPairs) boost::replace_all(result, pair.plain, pair.french);
  return result;
}

std::string in_guillemets(std::string_view text) {
  std::string inner(text);
  // Longest match first: the space inside inner guillemets goes with them, whichever it is.
  for (const std::string_view space : {" ", "\u00A0", "\u202F", ""}) {
    boost::replace_all(inner, "«" + std::string(space), "“");
    boost::replace_all(inner, std::string(space) + "»", "”");
  }
  return "«\u00A0" + inner + "\u00A0»";
}

std::string theme_in_words(std::string_view path) {
  return boost::replace_all_copy(std::string(path), "/", "\u00A0› ");
}

}  // namespace pressoir::wording
