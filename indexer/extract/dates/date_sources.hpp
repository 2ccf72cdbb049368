// What each source of base::DateSource says about the date of publication, one function a source.
// find_date() weighs them. Pure functions, any thread.
//
// A clue is a date and how plainly the source says that it is the one of publication. The functions
// do not know of each other, with one exception: a `<time>` that a notice calls an update (`Mis à
// jour le …`) is no clue.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/base/date.hpp"
#include "indexer/extract/facts/page_facts.hpp"

namespace pressoir::extract::dates {

// How plainly a source says that its date is the one of publication.
enum class Plainness {
  kNone,    // it says nothing
  kWeak,    // one of several readings: eight digits of an address, the first of many <time>
  kLikely,  // a statement that usually gives it: `…, à Paris le 5 décembre 2012`
  kPlain,   // it says so: a date suffix, `Publié le`, datePublished
};

struct DateClue {
  base::Date date;
  Plainness plainness = Plainness::kNone;
};

// No date later than `latest` is ever returned; no limit when it is no date.
// In json_ld_date.cpp, title_date.cpp and date_sources.cpp. The sources read, in this order:
// JSON-LD, `<meta>`, title, `<time>`, lines such as `Publié le …`, the first and last lines of the
// text, the path of the address.
DateClue json_ld_clue(const std::vector<std::string>& scripts, base::Date latest);
DateClue meta_clue(const std::vector<std::pair<std::string, std::string>>& metas,
                   base::Date latest);
DateClue title_clue(std::string_view title, base::Date latest);
DateClue time_element_clue(const facts::PageFacts& facts, base::Date latest);
DateClue notice_clue(const std::vector<std::string>& notices, base::Date latest);
DateClue dateline_clue(std::string_view text, base::Date latest);
DateClue url_clue(std::string_view url, base::Date latest);

// True when the date may be one of publication on the web or in print before `latest`.
bool is_possible(base::Date date, base::Date latest);

}  // namespace pressoir::extract::dates
