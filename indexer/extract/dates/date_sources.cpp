#include "indexer/extract/dates/date_finder.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "indexer/base/utf8.hpp"
#include "indexer/extract/dates/written_date.hpp"
#include "indexer/text/analyzer.hpp"

namespace pressoir::extract::dates {
namespace {

// The provisional government: an earlier date is what a page is about.
constexpr base::Date kEarliest{1944, 1, 1};
// Limits in bytes of what is read for a date, for hostile pages.
constexpr std::size_t kMaxNoticeBytes = 400;
constexpr std::size_t kMaxDatelineBytes = 160;
// From either end of a text, below the kickers and above the footnotes.
constexpr int kDatelineLines = 6;

// From the most to the least reliable; the first that is there is believed.
constexpr std::array<std::string_view, 26> kDateMetas = {"article:published_time",
                                                         "og:article:published_time",
                                                         "article:published",
                                                         "datepublished",
                                                         "dc.date.issued",
                                                         "dcterms.issued",
                                                         "dc.issued",
                                                         "dcterms.date.issued",
                                                         "publication_date",
                                                         "publication-date",
                                                         "publish_date",
                                                         "publish-date",
                                                         "pubdate",
                                                         "date.publication",
                                                         "prism.publicationdate",
                                                         "citation_publication_date",
                                                         "sailthru.date",
                                                         "parsely-pub-date",
                                                         "dc.date.created",
                                                         "dcterms.created",
                                                         "dc.created",
                                                         "dc.date",
                                                         "dcterms.date",
                                                         "dcterms.available",
                                                         "date",
                                                         "creation_date"};

// Parts of folded words, so that gender and number need no list of their own.
constexpr std::array<std::string_view, 13> kPublishedWords = {
    "publi",  "mis en ligne", "mise en ligne",    "prononc", "paru",   "parution", "diffuse",
    "poste ", "redige",       "date de creation", "cree le", "date :", "fait a"};
constexpr std::array<std::string_view, 17> kOtherEventWords = {
    "a jour",   "modifi",   "maj ",     "maj:",
    "actualis", "consult",  "imprim",   "revis",
    "expir",    "echeance", "valable",  "jusqu",
    "captur",   "archiv",   "derniere", "entree en vigueur",
    "cloture"};

// `Source https://www.diplomatie.gouv.fr, le 25 septembre 2020`: another page's date, often later.
bool cites_a_source(std::string_view folded) {
  return folded.starts_with("source") || folded.find("http") != std::string_view::npos;
}

// Of meetings, calls and pictures, which have dates of their own.
constexpr auto kOtherDateWords = std::to_array<std::string_view>(
    {"inscri", "rendez", "reunion", "rencontre", "colloque", "lieu", "deadline", "register", "photo",
     "credit", "©"});

// What a notice says of one of its dates.
enum class Meaning { kPublished, kChanged, kAlone, kCited, kOther };

// Words of change are looked for first: `Publié le 3 mai, mis à jour le` stands before an update.
Meaning meaning_of(std::string_view before, std::string_view after) {
  const std::string folded = text::fold(before);
  if (base::contains_one_of(folded, kOtherEventWords)) return Meaning::kChanged;
  if (base::contains_one_of(folded, kPublishedWords)) return Meaning::kPublished;
  if (cites_a_source(folded)) return Meaning::kCited;
  if (base::contains_one_of(folded, kOtherDateWords)) return Meaning::kOther;
  const auto letters = [](std::string_view text) {
    return std::ranges::count_if(text, base::is_ascii_letter);
  };
  const bool is_place = folded.empty() || folded.ends_with("le ") || folded.ends_with(", ");
  return is_place && letters(before) <= 24 && letters(after) <= 3 ? Meaning::kAlone
                                                                  : Meaning::kOther;
}

struct NoticeDate {
  base::Date date;
  Meaning meaning = Meaning::kOther;
};

void read_notice(std::string_view notice, base::Date latest, std::vector<NoticeDate>& found) {
  const std::string_view line = base::clip_utf8(notice, kMaxNoticeBytes);
  std::size_t from = 0;
  for (const WrittenDate& written : find_written_dates(line, latest)) {
    const std::string_view before = line.substr(from, written.begin - from);
    from = written.end;
    if (written.is_range) continue;
    found.push_back({written.date, meaning_of(before, line.substr(written.end))});
  }
}

std::vector<NoticeDate> read_notices(const std::vector<std::string>& notices, base::Date latest) {
  std::vector<NoticeDate> found;
  for (const std::string& notice : notices) read_notice(notice, latest, found);
  return found;
}

std::string_view last_word(std::string_view folded_words) {
  const std::size_t space = folded_words.find_last_of(' ');
  return space == std::string_view::npos ? folded_words : folded_words.substr(space + 1);
}

// What stands before a bare date, folded, is apart from it: nothing, a mark, or how a date of
// publication is introduced; `déposé au Sénat le` is a sentence about the day.
bool is_apart(std::string_view before) {
  constexpr auto kIntroductions = std::to_array<std::string_view>({"le", "am", "on", "vom", "op"});
  constexpr std::string_view kMarks = ",;:|/-)]>*";
  while (before.ends_with(' ')) before.remove_suffix(1);
  const bool is_introduced = base::is_one_of(last_word(before), kIntroductions);
  if (is_introduced) before.remove_suffix(last_word(before).size());
  while (before.ends_with(' ')) before.remove_suffix(1);
  if (before.empty()) return true;
  const bool is_marked = kMarks.find(before.back()) != std::string_view::npos || before.back() < 0;
  const bool is_statement = base::contains_one_of(before, kPublishedWords) ||
                            last_word(before) == "posted" || before.starts_with("par ") ||
                            before.starts_with("by ") || before.starts_with("von ");
  return is_marked || is_statement;
}

// A line that is a dateline: `Paris, le 5 décembre 2012`, alone or before a dash.
base::Date dateline(std::string_view line, base::Date latest) {
  line = base::clip_utf8(line, kMaxDatelineBytes);
  const std::vector<WrittenDate> dates = find_written_dates(line, latest);
  if (dates.empty() || dates[0].is_range || dates[0].date.day == 0) return {};
  const std::string before = text::fold(line.substr(0, dates[0].begin));
  const std::string_view after = line.substr(dates[0].end);
  const std::size_t next = after.find_first_not_of(" )");
  const bool ends =
      next == std::string_view::npos ||
      std::ranges::any_of(std::array{"-", "–", "—", ":", ".", "/"},
                          [&](const char* mark) { return after.substr(next).starts_with(mark); });
  const bool opens = before.empty() || before == "le " || before.ends_with(", le ") ||
                     before.ends_with(", ") || before.ends_with("- ") || before.ends_with("(");
  const auto spaces = std::ranges::count(before, ' ');
  // Figures and quotation marks: a reference.
  const bool is_other = base::contains_one_of(before, kOtherEventWords) ||
                        base::contains_one_of(before, kOtherDateWords) || cites_a_source(before) ||
                        before.find_first_of("0123456789\"/") != std::string::npos;
  return ends && opens && spaces <= 9 && !is_other ? dates[0].date : base::Date{};
}

// `Fait à Paris, le 5 décembre 2012` at the end of the text.
base::Date signature_date(std::string_view text) {
  for (int lines = 0; lines < kDatelineLines && !text.empty(); ++lines) {
    const std::size_t cut = text.rfind('\n');
    const std::string_view line = text.substr(cut == std::string_view::npos ? 0 : cut + 1);
    if (line.starts_with("Fait à ") || line.starts_with("Fait le ")) {
      const std::vector<WrittenDate> dates =
          find_written_dates(base::clip_utf8(line, kMaxDatelineBytes));
      if (!dates.empty() && dates[0].date.day != 0) return dates[0].date;
    }
    text = text.substr(0, cut == std::string_view::npos ? 0 : cut);
  }
  return {};
}

bool is_digit_at(std::string_view text, std::size_t at) {
  return at < text.size() && base::is_digit(text[at]);
}

// `/2012/12/` without a day.
base::Date month_in(std::string_view path) {
  for (std::size_t at = path.find('/'); at != std::string_view::npos; at = path.find('/', at + 1)) {
    if (at + 8 > path.size() || path[at + 5] != '/') continue;
    if (at + 8 < path.size() && path[at + 8] != '/') continue;
    std::string month(path.substr(at + 1, 7));
    month[4] = '-';
    if (const std::optional<base::Date> date = base::parse_date(month)) return *date;
  }
  return {};
}

// `20121205` among other characters than digits.
base::Date compact_in(std::string_view path) {
  for (std::size_t at = 0; at + 8 <= path.size(); ++at) {
    if (!is_digit_at(path, at) || (at > 0 && is_digit_at(path, at - 1))) continue;
    std::size_t end = at;
    while (is_digit_at(path, end)) ++end;
    const base::Date date = end - at == 8 ? read_machine_date(path.substr(at, 8)) : base::Date{};
    if (date) return date;
    at = end;
  }
  return {};
}

// `dcterms:created`, as RDFa writes a property of Dublin Core, in the way of <meta name>.
std::string in_html(std::string_view key) {
  std::string name(key);
  if (key.starts_with("dc:") || key.starts_with("dcterms:")) {
    std::ranges::replace(name, ':', '.');
  }
  return name;
}

// The first whole day that an address has.
base::Date first_day_in(std::string_view address, base::Date latest) {
  for (const WrittenDate& written : find_written_dates(address)) {
    if (written.date.day != 0 && is_possible(written.date, latest)) return written.date;
  }
  return {};
}

}  // namespace

base::Date read_bare_date(std::string_view line, base::Date latest) {
  constexpr std::ptrdiff_t kMostLetters = 60;
  line = base::clip_utf8(line, kMaxDatelineBytes);
  const std::vector<WrittenDate> dates = find_written_dates(line, latest);
  const auto is_same = [&](const WrittenDate& other) { return other.date == dates[0].date; };
  if (dates.empty() || dates[0].is_range || dates[0].date.day == 0 ||
      !std::ranges::all_of(dates, is_same)) {
    return {};
  }
  const std::string before = text::fold(line.substr(0, dates[0].begin));
  const std::string after = text::fold(line.substr(dates[0].end));
  const auto letters = std::ranges::count_if(before, base::is_ascii_letter) +
                       std::ranges::count_if(after, base::is_ascii_letter);
  if (letters > kMostLetters || cites_a_source(before)) return {};
  for (const std::string& words : {before, after}) {
    if (base::contains_one_of(words, kOtherEventWords) || base::contains_one_of(words, kOtherDateWords))
      return {};
  }
  return is_apart(before) ? dates[0].date : base::Date{};
}

// A partial date is possible when any of its days is.
bool is_possible(base::Date date, base::Date latest) {
  if (!date || base::last_day(date) < kEarliest) return false;
  return !latest || base::first_day(date) <= base::last_day(latest);
}

DateClue meta_clue(const std::vector<std::pair<std::string, std::string>>& metas,
                   base::Date latest) {
  for (const std::string_view name : kDateMetas) {
    for (const auto& [key, content] : metas) {
      if (key != name && in_html(key) != name) continue;
      const base::Date date = read_machine_date(base::clip_utf8(content, kMaxNoticeBytes));
      if (is_possible(date, latest)) return {date, Plainness::kPlain};
    }
  }
  return {};
}

// What a vocabulary names, else the <time> next to the heading, else the only one: several that differ
// are a list of articles or of events, of which the first is only a guess.
DateClue mark_clue(const facts::PageFacts& facts, base::Date latest) {
  const std::vector<NoticeDate> notices = read_notices(facts.notices, latest);
  DateClue clue;
  for (const facts::DateMark& mark : facts.date_marks) {
    if (mark.kind >= facts::DateMarkKind::kHeadline) break;
    const base::Date date = read_machine_date(mark.value, latest);
    const bool is_update = std::ranges::any_of(notices, [date](const NoticeDate& notice) {
      return notice.meaning == Meaning::kChanged && notice.date == date;
    });
    if (is_update || !is_possible(date, latest)) continue;
    if (mark.kind == facts::DateMarkKind::kPublished || mark.is_near) {
      return {date, Plainness::kPlain};
    }
    const bool is_time = mark.kind == facts::DateMarkKind::kTime;
    if (clue.plainness == Plainness::kNone) {
      clue = {date, is_time ? Plainness::kPlain : Plainness::kLikely};
    }
    if (date != clue.date) clue.plainness = Plainness::kWeak;
  }
  return clue;
}

// A bare date next to the main heading, as the page shows it; none when an element there that is marked
// as a date says otherwise.
base::Date headline_date(const facts::PageFacts& facts, base::Date latest) {
  const auto is_marked = [](const facts::DateMark& mark) {
    return mark.is_near && mark.kind < facts::DateMarkKind::kHeadline;
  };
  const auto marked = std::ranges::find_if(facts.date_marks, is_marked);
  for (const facts::DateMark& mark : facts.date_marks) {
    if (mark.kind != facts::DateMarkKind::kHeadline) continue;
    const base::Date date = read_bare_date(mark.value, latest);
    const bool is_other = marked != facts.date_marks.end() && date != read_machine_date(marked->value);
    if (is_possible(date, latest) && !is_other) return date;
  }
  return {};
}

// `Publié le` in the chrome, if all that is said so is one day: several are those of other articles.
base::Date margin_date(const facts::PageFacts& facts, base::Date latest) {
  base::Date found;
  for (const facts::DateMark& mark : facts.date_marks) {
    if (mark.kind != facts::DateMarkKind::kLine) continue;
    std::vector<NoticeDate> notices;
    read_notice(mark.value, latest, notices);
    for (const NoticeDate& notice : notices) {
      if (notice.meaning != Meaning::kPublished || !is_possible(notice.date, latest)) continue;
      if (found && found != notice.date) return {};
      found = notice.date;
    }
  }
  return found;
}

// True when an element of the content that is marked as a date has this one.
bool is_marked(const facts::PageFacts& facts, base::Date date) {
  return std::ranges::any_of(facts.date_marks, [&](const facts::DateMark& mark) {
    return mark.kind < facts::DateMarkKind::kHeadline && read_machine_date(mark.value) == date;
  });
}

// `Publié le` anywhere beats a date next to the heading, that one a date alone on its line
// elsewhere.
DateClue line_clue(const facts::PageFacts& facts, base::Date latest) {
  DateClue alone;
  DateClue cited;
  base::Date changed;
  for (const NoticeDate& notice : read_notices(facts.notices, latest)) {
    if (!is_possible(notice.date, latest)) continue;
    if (notice.meaning == Meaning::kPublished) return {notice.date, Plainness::kPlain};
    // `Mis à jour` may stand on the line before.
    if (notice.meaning == Meaning::kChanged) changed = notice.date;
    if (notice.date.day == 0 || notice.date == changed) continue;
    if (notice.meaning == Meaning::kCited && !cited.date) cited = {notice.date, Plainness::kWeak};
    if (notice.meaning != Meaning::kAlone) continue;
    if (!alone.date) alone = {notice.date, Plainness::kBare};
    // Several dates without a word are the stages of something.
    if (notice.date != alone.date) alone.plainness = Plainness::kWeak;
  }
  if (const base::Date date = headline_date(facts, latest)) return {date, Plainness::kLikely};
  if (const base::Date date = margin_date(facts, latest)) return {date, Plainness::kLikely};
  if (alone.plainness == Plainness::kBare && is_marked(facts, alone.date)) {
    alone.plainness = Plainness::kLikely;
  }
  return alone.date ? alone : cited;
}

// The first lines before the last: a dateline is the rule, `Fait à Paris, le …` the exception.
DateClue dateline_clue(std::string_view text, base::Date latest) {
  std::string_view rest = text;
  for (int lines = 0; lines < kDatelineLines && !rest.empty(); ++lines) {
    const base::Date date = dateline(base::take_until(rest, "\n"), latest);
    if (is_possible(date, latest)) return {date, Plainness::kLikely};
  }
  const base::Date signed_on = signature_date(text);
  return is_possible(signed_on, latest) ? DateClue{signed_on, Plainness::kLikely} : DateClue{};
}

// Pictures are stored by the day on which they come to a site: `/uploads/2020/10/13/`.
DateClue picture_clue(const facts::PageFacts& facts, base::Date latest) {
  for (const auto& [name, content] : facts.metas) {
    if (name != "og:image") continue;
    const base::Date day = first_day_in(base::clip_utf8(content, kMaxNoticeBytes), latest);
    if (day) return {day, Plainness::kWeak};
  }
  return {};
}

// Eight digits may be a number of anything, so that they are the weakest clue.
DateClue url_clue(std::string_view url, base::Date latest) {
  const std::size_t scheme = url.find("://");
  const std::size_t path_at = scheme == std::string_view::npos ? 0 : url.find('/', scheme + 3);
  if (path_at == std::string_view::npos) return {};
  const std::string_view path = url.substr(path_at);
  if (const base::Date day = first_day_in(path, latest)) return {day, Plainness::kLikely};
  const base::Date month = month_in(path);
  if (is_possible(month, latest)) return {month, Plainness::kLikely};
  const base::Date compact = compact_in(path);
  return is_possible(compact, latest) ? DateClue{compact, Plainness::kWeak} : DateClue{};
}

}  // namespace pressoir::extract::dates
