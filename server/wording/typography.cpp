#include "server/wording/typography.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace pressoir::wording {
namespace {

std::string replaced(std::string_view text, std::string_view what, std::string_view by) {
  std::string result;
  while (true) {
    const auto found = text.find(what);
    result += text.substr(0, found);
    if (found == std::string_view::npos) return result;
    result += by;
    text.remove_prefix(found + what.size());
  }
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
  text += value < 2 ? noun.singular : noun.plural;
  return text;
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
  // One text of thousands must not read as 0,0 %, which says that there is none.
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
  for (const Pair& pair : kPairs) result = replaced(result, pair.plain, pair.french);
  return result;
}

std::string in_guillemets(std::string_view text) {
  std::string inner(text);
  // Longest match first: the space inside inner guillemets goes with them, whichever it is.
  for (const std::string_view space : {" ", "\u00A0", "\u202F", ""}) {
    inner = replaced(inner, "«" + std::string(space), "“");
    inner = replaced(inner, std::string(space) + "»", "”");
  }
  return "«\u00A0" + inner + "\u00A0»";
}

std::string theme_in_words(std::string_view path) {
  return replaced(path, "/", "\u00A0› ");
}

}  // namespace pressoir::wording
