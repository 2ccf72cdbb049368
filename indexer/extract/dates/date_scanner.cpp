#include "indexer/extract/dates/written_date.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "indexer/base/utf8.hpp"
#include "indexer/text/fold.hpp"
#include "indexer/text/month_names.hpp"

namespace pressoir::extract::dates {
namespace {

// Between the parts of one date. Bounds the work where tags or spaces stand in rows.
constexpr std::size_t kMaxGapBytes = 64;
constexpr std::size_t kMaxWordBytes = 16;

constexpr std::array<std::string_view, 7> kWeekdays = {"lundi",    "mardi",  "mercredi", "jeudi",
                                                       "vendredi", "samedi", "dimanche"};
// White space in every width, and what stands for it in text that was HTML.
constexpr std::array<std::string_view, 11> kSpaces = {
    " ", "\t", "\n", "\r", "\u00a0", "\u202f", "\u2009", "\u200b", "&nbsp;", "&#160;", "&#8239;"};

// Bytes of the character that starts at `at`; 1 in the middle of one.
std::size_t char_size(std::string_view text, std::size_t at) {
  const auto lead = static_cast<unsigned char>(text[at]);
  const std::size_t size = lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  return std::min(size, text.size() - at);
}

// True where a letter starts. Spaces and punctuation beyond ASCII start with C2 or E2.
// Cheaper than ICU, and exact for what stands around dates in French texts.
bool is_letter(std::string_view text, std::size_t at) {
  const auto lead = static_cast<unsigned char>(text[at]);
  return base::is_ascii_letter(text[at]) || (lead >= 0xC3 && lead != 0xE2);
}

// True when the character before `at` is a letter.
bool follows_letter(std::string_view text, std::size_t at) {
  while (at > 0 && base::is_utf8_continuation(text[at - 1])) --at;
  return at > 0 && is_letter(text, at - 1);
}

base::Date make_date(int year, int month, int day) {
  return {static_cast<std::int16_t>(year), static_cast<std::int8_t>(month),
          static_cast<std::int8_t>(day)};
}

std::optional<WrittenDate> checked(const WrittenDate& found) {
  return base::is_valid(found.date) ? std::optional(found) : std::nullopt;
}

int month_number(std::string_view word) {
  if (word.size() < 3 || word.size() > kMaxWordBytes) return 0;
  return text::month_of(text::fold(word));
}

}  // namespace

// A weekday before a date is part of it, so that what precedes the date is not taken for a word
// about it.
std::optional<WrittenDate> DateScanner::next() {
  while (at_ < text_.size()) {
    std::optional<WrittenDate> found = starts_token(at_) ? read_at(at_) : std::nullopt;
    if (!found) {
      ++at_;
      continue;
    }
    found->begin = weekday_before(found->begin);
    at_ = found->end;
    return found;
  }
  return std::nullopt;
}

bool DateScanner::joins_range(const WrittenDate& from, const WrittenDate& to) const {
  const std::size_t word = skip_gap(from.end);
  if (from.date.day == 0 || word == from.end || word >= to.begin) return false;
  if (word_at(word) == "au") return skip_gap(word + 2) == to.begin;
  constexpr auto kDashes = std::to_array<std::string_view>({"-", "–", "—"});
  const std::string_view joint = text_.substr(word);
  const auto* dash =
      std::ranges::find_if(kDashes, [&](std::string_view d) { return joint.starts_with(d); });
  return dash != kDashes.end() && from.date < to.date && skip_gap(word + dash->size()) == to.begin;
}

std::optional<WrittenDate> DateScanner::read_at(std::size_t at) const {
  if (!is_digit(at)) {
    const std::optional<WrittenDate> english = read_month_first(at);
    return english ? english : read_month_and_year(at);
  }
  if (std::optional<WrittenDate> iso = read_iso(at)) return iso;
  if (std::optional<WrittenDate> numeric = read_numeric(at)) return numeric;
  return read_in_words(at);
}

// `2012-12-05` and `2012/12/05`, with or without a time behind.
std::optional<WrittenDate> DateScanner::read_iso(std::size_t at) const {
  const std::string_view date = text_.substr(at, 10);
  if (date.size() < 10 || (date[4] != '-' && date[4] != '/') || date[7] != date[4]) {
    return std::nullopt;
  }
  std::string iso(date);
  std::replace(iso.begin(), iso.end(), '/', '-');
  const std::optional<base::Date> value = base::parse_date(iso);
  if (!value || is_digit(at + 10)) return std::nullopt;
  return WrittenDate{.begin = at, .end = at + 10, .date = *value};
}

// `05/12/2012`, `5.12.2012`, `05-12-2012`; with a year of two digits only where nothing else
// (versions, telephone numbers) is written so.
std::optional<WrittenDate> DateScanner::read_numeric(std::size_t at) const {
  const std::optional<Number> day = read_number(at);
  if (!day || day->digits > 2 || day->end >= text_.size()) return std::nullopt;
  const char separator = text_[day->end];
  if (separator != '/' && separator != '.' && separator != '-') return std::nullopt;
  const std::optional<Number> month = read_number(day->end + 1);
  if (!month || month->digits > 2 || month->end >= text_.size()) return std::nullopt;
  if (text_[month->end] != separator) return std::nullopt;
  const std::optional<Number> year = read_number(month->end + 1);
  if (!year || (year->digits != 2 && year->digits != 4)) return std::nullopt;
  if (year->end + 1 < text_.size() && text_[year->end] == separator && is_digit(year->end + 1)) {
    return std::nullopt;
  }
  const bool is_short = year->digits == 2;
  if (is_short && separator == '-') return std::nullopt;
  if (is_short && separator == '.' && day->digits + month->digits < 4) return std::nullopt;
  const int century = is_short ? century_of(year->value, month->value, day->value) : 0;
  if (month->value == 0 || day->value == 0) return std::nullopt;
  return checked({.begin = at,
                  .end = year->end,
                  .date = make_date(century + year->value, month->value, day->value)});
}

// The year may stand behind a second date only: `du 30 novembre au 2 décembre 2012`.
std::optional<WrittenDate> DateScanner::read_in_words(std::size_t at) const {
  const std::optional<Days> days = read_days(at);
  if (!days) return std::nullopt;
  const std::optional<Month> month = read_month(skip_gap(days->end));
  if (!month) return std::nullopt;
  WrittenDate found{.begin = at, .end = month->end, .is_range = days->is_range};
  found.date = make_date(0, month->number, days->first);
  std::size_t year_at = skip_gap(month->end);
  if (year_at < text_.size() && text_[year_at] == ',') year_at = skip_gap(year_at + 1);
  std::optional<Number> year = read_year(year_at);
  if (!year) year = read_short_year(year_at);
  if (!year) return read_second_half(found, skip_gap(month->end));
  if (year->digits == 2) year->value += century_of(year->value, month->number, days->first);
  found.date = make_date(year->value, month->number, days->first);
  found.end = year->end;
  return checked(found);
}

// `au 2 décembre 2012` after `30 novembre`, which is `first` without its year.
std::optional<WrittenDate> DateScanner::read_second_half(const WrittenDate& first,
                                                         std::size_t at) const {
  const std::string_view word = word_at(at);
  if (word != "au" && word != "et") return std::nullopt;
  const std::size_t second_at = skip_gap(at + word.size());
  const std::optional<Number> day = read_day(second_at);
  const std::optional<Month> month = day ? read_month(skip_gap(day->end)) : std::nullopt;
  const std::optional<Number> year = month ? read_year(skip_gap(month->end)) : std::nullopt;
  if (!year) return std::nullopt;
  const int first_year = year->value - (first.date.month > month->number ? 1 : 0);
  return checked({.begin = first.begin,
                  .end = year->end,
                  .date = make_date(first_year, first.date.month, first.date.day),
                  .is_range = word == "au"});
}

// `December 5, 2012`, `Dec. 5th 2012`: how English has it.
std::optional<WrittenDate> DateScanner::read_month_first(std::size_t at) const {
  const std::optional<Month> month = read_month(at);
  if (!month || skip_gap(month->end) == at + word_at(at).size()) return std::nullopt;
  const std::optional<Number> day = read_day(skip_gap(month->end));
  if (!day) return std::nullopt;
  std::size_t year_at = skip_gap(day->end);
  if (year_at < text_.size() && text_[year_at] == ',') year_at = skip_gap(year_at + 1);
  const std::optional<Number> year = read_year(year_at);
  if (!year || year_at == day->end) return std::nullopt;
  return checked({.begin = at,
                  .end = year->end,
                  .date = make_date(year->value, month->number, day->value)});
}

// The weakest form; a month without a year is no date at all.
std::optional<WrittenDate> DateScanner::read_month_and_year(std::size_t at) const {
  const std::string_view word = word_at(at);
  if (word.size() < 3 || word.size() > kMaxWordBytes) return std::nullopt;
  const std::size_t after = at + word.size();
  const std::size_t dot = after < text_.size() && text_[after] == '.' ? after + 1 : after;
  const std::optional<Number> year = read_year(skip_gap(dot));
  if (!year || skip_gap(dot) == after) return std::nullopt;
  const int month = month_number(word);
  if (month == 0) return std::nullopt;
  return checked({.begin = at, .end = year->end, .date = make_date(year->value, month, 0)});
}

std::optional<DateScanner::Number> DateScanner::read_number(std::size_t at) const {
  Number number{.end = at};
  while (is_digit(number.end) && number.digits < 9) {
    number.value = number.value * 10 + (text_[number.end++] - '0');
    ++number.digits;
  }
  return number.digits == 0 ? std::nullopt : std::optional(number);
}

// `5`, `05`, `1er`, `1 er`, `1<sup>er</sup>`; `5.` of German, `5th` of English.
std::optional<DateScanner::Number> DateScanner::read_day(std::size_t at) const {
  std::optional<Number> day = read_number(at);
  if (!day || day->digits > 2 || day->value < 1 || day->value > 31) return std::nullopt;
  const std::size_t suffix = skip_gap(day->end);
  const std::string_view word = word_at(suffix);
  constexpr auto kSuffixes =
      std::to_array<std::string_view>({"er", "ER", "ᵉʳ", "Er", "st", "nd", "rd", "th"});
  if (base::is_one_of(word, kSuffixes)) day->end = suffix + word.size();
  // Before a word only: `5.12.2012` is read elsewhere.
  const bool is_dotted = day->end < text_.size() && text_[day->end] == '.' &&
                         month_number(word_at(skip_gap(day->end + 1))) != 0;
  if (is_dotted) ++day->end;
  return day;
}

std::optional<DateScanner::Number> DateScanner::read_year(std::size_t at) const {
  const std::optional<Number> year = read_number(at);
  if (!year || year->digits != 4 || year->value < 1000 || year->value > 2999) return std::nullopt;
  if (year->end < text_.size() && base::is_ascii_letter(text_[year->end]) &&
      text_[year->end] != 'T') {
    // `Paris le 5 décembre 2012Madame,`: blocks that were joined without a space.
    const bool is_capital = text_[year->end] >= 'A' && text_[year->end] <= 'Z';
    if (!is_capital) return std::nullopt;
  }
  return year;
}

// `99`, `'99` at the end of a line or of a part of a sentence: `14 mars 12 personnes` has none.
std::optional<DateScanner::Number> DateScanner::read_short_year(std::size_t at) const {
  for (const std::string_view mark : {"'", "’"}) {
    if (text_.substr(std::min(at, text_.size())).starts_with(mark)) {
      at += mark.size();
      break;
    }
  }
  const std::optional<Number> year = read_number(at);
  if (!year || year->digits != 2) return std::nullopt;
  const std::size_t next = skip_gap(year->end);
  if (next == text_.size()) return year;
  constexpr std::string_view kEnds = ".,;)]|\"";
  const bool is_end = next == year->end && kEnds.find(text_[next]) != std::string_view::npos &&
                      !is_digit(next + 1);
  return is_end ? year : std::nullopt;
}

int DateScanner::century_of(int short_year, int month, int day) const {
  constexpr int kPivot = 58;
  if (!latest_) return short_year >= kPivot ? 1900 : 2000;
  return make_date(2000 + short_year, month, day) > base::last_day(latest_) ? 1900 : 2000;
}

std::optional<DateScanner::Month> DateScanner::read_month(std::size_t at) const {
  const std::string_view word = word_at(at);
  const int number = month_number(word);
  if (number == 0) return std::nullopt;
  const std::size_t end = at + word.size();
  return Month{.number = number, .end = end < text_.size() && text_[end] == '.' ? end + 1 : end};
}

std::optional<DateScanner::Days> DateScanner::read_days(std::size_t at) const {
  const std::optional<Number> first = read_day(at);
  if (!first) return std::nullopt;
  Days days{.first = first->value, .end = first->end};
  int last = first->value;
  bool is_open_list = false;  // a comma that no `et` has closed yet
  for (int joined = 0; joined < 6; ++joined) {
    const std::size_t joint = skip_gap(days.end);
    const std::string_view word = word_at(joint);
    const bool is_comma = joint < text_.size() && text_[joint] == ',';
    const bool is_hyphen = joint == days.end && text_.substr(joint).starts_with('-');
    if (word != "et" && word != "au" && word != "ou" && !is_comma && !is_hyphen) break;
    const std::size_t size = word.empty() ? 1 : word.size();
    const std::optional<Number> next = read_day(skip_gap(joint + size));
    if (!next || next->value <= last) return is_comma ? std::nullopt : std::optional(days);
    is_open_list = is_comma;
    days.is_range |= word == "au" || is_hyphen;
    days.end = next->end;
    last = next->value;
  }
  return is_open_list ? std::nullopt : std::optional(days);
}

// The letters from `at` on; empty when there is none.
std::string_view DateScanner::word_at(std::size_t at) const {
  std::size_t end = at;
  while (end < text_.size() && is_letter(text_, end)) end += char_size(text_, end);
  return at < text_.size() ? text_.substr(at, end - at) : std::string_view();
}

std::size_t DateScanner::skip_gap(std::size_t at) const {
  const std::size_t limit = std::min(text_.size(), at + kMaxGapBytes);
  while (at < limit) {
    const std::string_view rest = text_.substr(at, limit - at);
    const auto* space =
        std::ranges::find_if(kSpaces, [rest](std::string_view s) { return rest.starts_with(s); });
    if (space != kSpaces.end()) {
      at += space->size();
      continue;
    }
    const std::size_t close = rest.starts_with('<') ? rest.find('>') : std::string_view::npos;
    if (close == std::string_view::npos) break;
    at += close + 1;
  }
  return at;
}

// Where the weekday before `at` starts; `at` when there is none.
std::size_t DateScanner::weekday_before(std::size_t at) const {
  std::size_t end = at;
  for (const std::string_view space : {" ", "\u00a0", "\u202f"}) {
    if (text_.substr(0, end).ends_with(space)) end -= space.size();
  }
  for (const std::string_view weekday : kWeekdays) {
    if (end == at || end < weekday.size()) continue;
    const std::size_t begin = end - weekday.size();
    if (!follows_letter(text_, begin) && text::fold(text_.substr(begin, weekday.size())) == weekday)
      return begin;
  }
  return at;
}

// A digit or a letter that continues neither a word nor a number (`12.05.12.05.12`, `a5`).
bool DateScanner::starts_token(std::size_t at) const {
  if (!is_digit(at) && !is_letter(text_, at)) return false;
  if (at == 0) return true;
  if (is_digit(at - 1) || follows_letter(text_, at)) return false;
  if (!is_digit(at)) return true;
  const char before = text_[at - 1];
  const bool is_joint = before == '/' || before == '.' || before == '-';
  return !(is_joint && at > 1 && is_digit(at - 2));
}

bool DateScanner::is_digit(std::size_t at) const {
  return at < text_.size() && base::is_digit(text_[at]);
}

}  // namespace pressoir::extract::dates
