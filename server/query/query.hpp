// A query as a tree: which documents match. Plain data, made by query_parser, completed by
// query::expand, evaluated by search::match and weighed by search::rank.
//   pôles OU "usines à produits"  =>  kAtLeast 1 of (kWord pôles, kPhrase usines à produits)
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "indexer/base/date.hpp"
#include "indexer/base/fields.hpp"
#include "server/store/word_table.hpp"

namespace pressoir::query {

struct Query {
  // Leaves (words, facets, dates) test a document; the others combine their children.
  enum class Kind {
    kEverything,
    kWord,     // words[0] in any form
    kExact,    // words[0] exactly as written, accents included
    kPhrase,   // all words, as they match, one directly after the other
    kPrefix,   // any of `words`: those of the archive that begin with the surface
    kNear,     // two children, each a word or a phrase, at most `distance` words apart
    kFacet,    // a document's `facet` has one of `values`
    kDates,    // a document's date lies between `from` and `to`
    kAtLeast,  // `least` of the children: all of them, any of them, or some
    kEither,   // the first child, or one of the others, which say the same in other words
    kExcept,   // the first child and none of the others
  };

  Kind kind = Kind::kEverything;
  // What was typed, for leaves: what a page repeats to its reader.
  std::string surface;  // of a leaf: as typed
  std::string before;   // of a plain word: what was typed between it and the word before it
  // One of a word, all of a phrase; of a prefix the words of the archive, once expanded.
  std::vector<store::QueryWord> words;
  std::vector<Query> children;
  bool in_title = false;  // of a word, a phrase or a prefix: only the title counts

  // Of kAtLeast: how many of the children a document must match.
  std::size_t least = 0;
  // Set for the plain words of a list in MatchMode::kAuto: `least` may be lowered until enough
  // documents match.
  bool may_relax = false;

  std::uint32_t distance = 0;  // of kNear

  base::Facet facet = base::Facet::kMinister;  // of kFacet
  // Ids, as a filter takes them; none until query::expand has found what a name means.
  std::vector<std::string> values;
  // Inclusive; partial dates widen (`2012` is from 1 January to 31 December); none: open.
  base::Date from;  // of kDates
  base::Date to;

  bool operator==(const Query&) const = default;
};

// A node that requires `least` of the children; the child itself when there is only one.
Query at_least(std::size_t least, std::vector<Query> children);
Query all_of(std::vector<Query> children);

// Makes all leaves of the tree count in the title only. Recursive: the tree is no deeper than
// kMaxQueryDepth allows.
void restrict_to_title(Query& query);

// The leaves with words that are not excluded, in the order typed: those that documents are ranked
// and highlighted by. Phrases and prefixes are whole leaves; the sides of kNear are leaves of their
// own. Pointers into `query`.
std::vector<const Query*> positive_leaves(const Query& query);

}  // namespace pressoir::query
