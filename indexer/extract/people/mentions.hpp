// Every mention of a minister in a text, in order: the plain facts that minister_finder turns into
// people with roles. Any thread.
//
// One pass from left to right. At each known word a full name is tried first, then a form of
// address with surnames (`MM. Sapin et Moscovici`), then a title of office. What was read is not
// looked at again: the title in `Arnaud Montebourg, ministre du redressement productif` belongs to
// the name and is no mention of its own.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "indexer/extract/people/name_matcher.hpp"
#include "indexer/extract/people/office_matcher.hpp"
#include "indexer/extract/people/tokenized_text.hpp"

namespace pressoir::extract::people {

enum class MentionKind { kFullName, kSurname, kOffice };

struct Mention {
  MentionKind kind = MentionKind::kFullName;
  std::size_t first = 0;  // words [first, end) of the tokens
  std::size_t end = 0;
  std::span<const std::uint32_t> people = {};  // of a name: whom it may mean
  bool is_man = false;                         // the form of address says so
  bool is_woman = false;
  bool has_civility = false;     // `M.`, `Mme` stands before the name
  bool needs_full_name = false;  // `Monsieur Le Maire`: somebody else unless named in full
  OfficeMention office = {};     // of an office
  std::size_t title_end =
      0;  // after the title of office that stands beside a name; 0: there is none
};

// The matchers of one gazetteer; see their headers.
struct Matchers {
  const NameMatcher& names;
  const OfficeMatcher& offices;
};

// Titles beside a name (`Arnaud Montebourg, ministre du redressement productif`) are part of its
// mention; titles beside an unknown name are left out.
std::vector<Mention> find_mentions(const TokenizedText& tokens, const Matchers& matchers);

}  // namespace pressoir::extract::people
