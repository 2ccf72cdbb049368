#include "indexer/extract/dates/written_date.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string>

#include "indexer/base/utf8.hpp"
#include "indexer/text/fold.hpp"

namespace pressoir::extract::dates {
namespace {

constexpr std::array<std::string_view, 7> kPublishedWords = {
    "publie le", "publiee le", "mis en ligne le", "mise en ligne le", "paru le", "parue le", "le"};
constexpr std::array<std::string_view, 12> kSeparators = {"-", "–", "—", "|", "(", "[",
                                                          ":", "•", "·", "_", "»", "~"};
constexpr std::string_view kBlank = " \t\r\n";

// Titles come with no-break spaces before their separators, which French typography asks for.
std::string_view trim_right(std::string_view text) {
  for (;;) {
    if (text.ends_with("\u00a0")) text.remove_suffix(2);
    if (text.ends_with("\u202f")) text.remove_suffix(3);
    const std::size_t last = text.find_last_not_of(kBlank);
    const std::size_t size = last == std::string_view::npos ? 0 : last + 1;
    if (size == text.size() && !text.ends_with("\u00a0") && !text.ends_with("\u202f")) return text;
    text = text.substr(0, size);
  }
}

// What may follow a date that ends a title: a time of day and closing marks.
bool is_closing(std::string_view tail) {
  return tail.size() <= 24 &&
         tail.find_first_not_of(" ()[].,:-\u00c2\u00a0à0123456789hHmM") == std::string_view::npos &&
         std::ranges::count_if(tail, base::is_digit) <= 6;
}

// Bytes of `text` without a last `publié le`, whatever its case and accents.
std::string_view without_published_word(std::string_view text) {
  constexpr std::size_t kLongest = 24;
  for (const std::string_view words : kPublishedWords) {
    // Accents make the words as written longer than as folded.
    for (std::size_t size = words.size(); size <= std::min(text.size(), kLongest); ++size) {
      const std::size_t cut = text.size() - size;
      const bool starts_word = cut == 0 || text[cut - 1] == ' ' || text[cut - 1] == '(';
      if (starts_word && text::fold(text.substr(cut)) == words) return text.substr(0, cut);
    }
  }
  return text;
}

// The title before a separator at its end, or nothing when it ends otherwise.
std::optional<std::string_view> before_separator(std::string_view text) {
  for (const std::string_view separator : kSeparators) {
    if (text.ends_with(separator))
      return trim_right(text.substr(0, text.size() - separator.size()));
  }
  return std::nullopt;
}

// 1970-01-01 is what a programme writes that has no date.
bool is_plausible(base::Date date) {
  constexpr base::Date kUnixEpoch{1970, 1, 1};
  return date.year >= 1900 && date != kUnixEpoch;
}

// The last Sunday of a month of 31 days.
int last_sunday(int year, int month) {
  constexpr int kThursday = 4;  // 1 January 1970
  const int last = base::days_since_epoch(
      {static_cast<std::int16_t>(year), static_cast<std::int8_t>(month), 31});
  return 31 - (last + kThursday) % 7;
}

// Hours from universal time to that of Paris on a day: summer time as it is since 1996, changes
// counted from the day after.
int paris_offset(base::Date day) {
  const bool is_summer =
      (day.month > 3 || (day.month == 3 && day.day > last_sunday(day.year, 3))) &&
      (day.month < 10 || (day.month == 10 && day.day < last_sunday(day.year, 10)));
  return is_summer ? 2 : 1;
}

// `day` of an instant as RFC 3339 writes it, or the next day when the instant is in universal time
// and later in Paris.
base::Date in_paris(base::Date day, std::string_view instant) {
  const bool is_instant = instant.size() > 16 && day.day != 0 &&
                          (instant[10] == 'T' || instant[10] == ' ') && base::is_digit(instant[11]) &&
                          base::is_digit(instant[12]);
  const bool is_universal =
      is_instant && (instant.ends_with('Z') || instant.ends_with("+00:00") ||
                     instant.ends_with("+0000") || instant.ends_with("GMT"));
  if (!is_universal) return day;
  const int hour = (instant[11] - '0') * 10 + (instant[12] - '0');
  return hour + paris_offset(day) < 24 ? day : base::date_from_days(base::days_since_epoch(day) + 1);
}

// `20121205`, alone or before a time.
std::optional<base::Date> read_compact(std::string_view value) {
  if (value.size() < 8 || value.find_first_not_of("0123456789") < 8) return std::nullopt;
  if (value.size() > 8 && base::is_digit(value[8]) && value.size() != 14) {
    return std::nullopt;
  }
  const std::string iso = std::string(value.substr(0, 4)) + "-" + std::string(value.substr(4, 2)) +
                          "-" + std::string(value.substr(6, 2));
  return base::parse_date(iso);
}

}  // namespace

// The scanner knows ranges whose first date has no year; those of two whole dates are joined here.
std::vector<WrittenDate> find_written_dates(std::string_view text, base::Date latest) {
  std::vector<WrittenDate> dates;
  DateScanner scanner(text, latest);
  while (const std::optional<WrittenDate> found = scanner.next()) {
    if (!dates.empty() && scanner.joins_range(dates.back(), *found)) {
      dates.back().end = found->end;
      dates.back().is_range = true;
    } else {
      dates.push_back(*found);
    }
  }
  return dates;
}

// Only after a separator: `Loi du 9 décembre 1905` keeps its date.
std::string_view strip_date_suffix(std::string_view title) {
  const std::vector<WrittenDate> dates = find_written_dates(title);
  if (dates.empty() || dates.back().date.day == 0 || dates.back().is_range) return title;
  if (!is_closing(title.substr(dates.back().end))) return title;
  const std::string_view head =
      trim_right(without_published_word(trim_right(title.substr(0, dates.back().begin))));
  const std::optional<std::string_view> rest = before_separator(head);
  return rest && !rest->empty() ? *rest : title;
}

// Templates write midnight in Paris in universal time, which is a day earlier.
base::Date read_machine_date(std::string_view value, base::Date latest) {
  const std::size_t first = value.find_first_not_of(kBlank);
  if (first == std::string_view::npos) return {};
  value = trim_right(value.substr(first)).substr(0, 64);
  std::optional<base::Date> date = base::parse_date(value);
  if (!date) date = base::parse_date(value.substr(0, 10));
  if (date) *date = in_paris(*date, value);
  if (!date) date = read_compact(value);
  if (!date) {
    const std::vector<WrittenDate> written = find_written_dates(value, latest);
    if (!written.empty() && !written.front().is_range) date = written.front().date;
  }
  return date && is_plausible(*date) ? *date : base::Date{};
}

}  // namespace pressoir::extract::dates
