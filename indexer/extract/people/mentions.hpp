// Every mention of a minister in a text, in order, and the part that it plays: who speaks and who
// signs. Plain facts, which minister_finder turns into people with roles. Pure functions, any
// thread.
//
// One pass from left to right. At each known word a full name is tried first, then a form of
// address with surnames (`MM. Sapin et Moscovici`), then a title of office. What was read is not
// looked at again: the title in `Arnaud Montebourg, ministre du redressement productif` belongs to
// the name and is no mention of its own.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "indexer/base/document.hpp"
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
  std::size_t title_end = 0;     // after the title of office beside a name; 0: there is none
};

// The matchers of one gazetteer; see their headers.
struct Matchers {
  const NameMatcher& names;
  const OfficeMatcher& offices;
};

// Titles beside a name (`Arnaud Montebourg, ministre du redressement productif`) are part of its
// mention; titles beside an unknown name are left out.
std::vector<Mention> find_mentions(const TokenizedText& tokens, const Matchers& matchers);

// The role that a mention gives, read from its place in the title, the text or the byline
// (roles.cpp), and where that was read. Of several mentions of one person, the
// highest role wins; see PersonCollector in minister_finder.cpp.
struct Attribution {
  base::Role role = base::Role::kMentioned;
  base::MinisterEvidence evidence = base::MinisterEvidence::kText;
};

// The part of each mention of a title, in their order. In `Déclaration de M. X, ministre de …, sur
// …` the people before the subject speak; in `Tribune de M. X` they are authors.
std::vector<Attribution> title_roles(const TokenizedText& title,
                                     const std::vector<Mention>& mentions);

// The part of each mention of a text: a turn of a transcript (`M. Prénom NOM. …`), a line
// `Intervenant(s) : …` or `Par Prénom Nom`, a letterhead (the name, and the office on the next
// line), a name that signs the end,
// an office that opens an item of the Council's minutes (`Le ministre … a présenté une
// communication`).
std::vector<Attribution> text_roles(const TokenizedText& text,
                                    const std::vector<Mention>& mentions);

// Whoever is all that the label of a turn names, one a line, speaks: `Mme Christiane Taubira, garde
// des sceaux.`, `M. le Premier ministre.`; not `M. Roland Petit, rapporteur.`, who speaks as
// somebody else than a minister.
std::vector<Attribution> label_roles(const TokenizedText& labels,
                                     const std::vector<Mention>& mentions);

// Whoever a byline names in full is an author.
std::vector<Attribution> byline_roles(const std::vector<Mention>& mentions);

}  // namespace pressoir::extract::people
