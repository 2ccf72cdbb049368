// The date of publication of a page, with its provenance. Pure functions, any thread.
//
// Each source makes a clue of its own (the functions at the end); find_date() weighs them against
// each other. The rules and their reasons are in RULES.md. Example: a title `… - 05/12/2012` and
// `datePublished: 2019-03-14`, the day of a migration, give 5 December 2012, source kTitle,
// confidence kLow, has_conflict.
#pragma once

#include "indexer/base/date.hpp"
#include "indexer/base/document.hpp"
#include "indexer/extract/dates/written_date.hpp"
#include "indexer/extract/facts/page_facts.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace pressoir::extract::dates {

struct DateFinding {
  base::Date date;  // none when the page is undated; partial when only month or year is known
  base::DateSource source = base::DateSource::kNone;
  base::Confidence confidence = base::Confidence::kNone;
  bool has_conflict = false;  // another source names another date; weak ones do not count

  bool operator==(const DateFinding&) const = default;
};

// Reads the date from the sources of base::DateSource. Never a footer's year, never an event that
// the text announces, never a `mis à jour le`, never later than `captured` (when that is known).
// Sources that contradict each other give kLow; what the page shows its reader as its date (title,
// `Publié le`) is then believed before attributes, which templates and migrations overwrite.
// `facts` must have its text, for the dateline, and its url.
DateFinding find_date(const facts::PageFacts& facts, base::Date captured);

// The date of a short line that is a date and little else: `5 décembre 2012 | Industrie`, `Par Élisa
// Duval, le 05/12/2012 à 10 h`. None when the line has several dates, a range, a word of another
// event than publication (`mis à jour`, `inscriptions`) or too many words. Days only.
base::Date read_bare_date(std::string_view line, base::Date latest = {});

// What follows is for find_date() and its tests: what each source of base::DateSource says, one
// function a source. The functions do not know of each other, with one exception: a marked date that
// a notice calls an update (`Mis à jour le …`) is no clue.

// How plainly a source says that its date is the one of publication.
enum class Plainness {
  kNone,    // it says nothing
  kWeak,    // one of several readings: eight digits of an address, the first of many <time>
  kBare,    // a date alone on a line somewhere
  kLikely,  // a statement that usually gives it: `…, à Paris le 5 décembre 2012`
  kPlain,   // it says so: a date suffix, `Publié le`, datePublished
};

// A date and how plainly the source says that it is the one of publication.
struct DateClue {
  base::Date date;
  Plainness plainness = Plainness::kNone;
};

// The clues of JSON-LD, `<meta>`, title, marked elements, lines such as `Publié le …` or next to the
// heading, the first and last lines of the text, the path of the address. No date later than `latest` is ever returned; no
// limit when it is no date. They are in json_ld_date.cpp, title_date.cpp and date_sources.cpp.
DateClue json_ld_clue(const std::vector<std::string>& scripts, base::Date latest);
DateClue meta_clue(const std::vector<std::pair<std::string, std::string>>& metas,
                   base::Date latest);
DateClue title_clue(std::string_view title, base::Date latest);
DateClue mark_clue(const facts::PageFacts& facts, base::Date latest);
DateClue line_clue(const facts::PageFacts& facts, base::Date latest);
DateClue dateline_clue(std::string_view text, base::Date latest);
DateClue url_clue(std::string_view url, base::Date latest);
DateClue picture_clue(const facts::PageFacts& facts, base::Date latest);

// True when the date may be one of publication on the web or in print before `latest`.
bool is_possible(base::Date date, base::Date latest);

}  // namespace pressoir::extract::dates
