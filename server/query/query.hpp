// A query as a tree: what a document must hold. Plain data.
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
  enum class Kind {
    kEverything,
    kWord,     // words[0] in any form
    kExact,    // words[0] exactly as written, accents included
    kPhrase,   // all words, folded, one behind the other
    kPrefix,   // any of `words`: those of the archive that begin with the surface
    kNear,     // two children, each a word or a phrase, at most `distance` words apart
    kFacet,    // a document's `facet` has one of `values`
    kDates,    // a document's date lies between `from` and `to`
    kAtLeast,  // `least` of the children: all of them, any of them, or some
    kEither,   // the first child, or one of the others, which say the same in other words
    kExcept,   // the first child and none of the others
  };

  Kind kind = Kind::kEverything;
  std::string surface;  // of a leaf: as typed
  std::string before;   // of a plain word: what was typed between it and the word before it
  std::vector<store::QueryWord> words;
  std::vector<Query> children;
  bool in_title = false;  // of a word, a phrase or a prefix: only the title counts

  std::size_t least = 0;   // of kAtLeast
  bool may_relax = false;  // `least` may be lowered until enough documents match

  std::uint32_t distance = 0;  // of kNear

  base::Facet facet = base::Facet::kMinister;  // of kFacet
  std::vector<std::string> values;             // ids, as a filter takes them
  base::Date from;  // of kDates: inclusive, partial dates widen; none: open
  base::Date to;

  bool operator==(const Query&) const = default;
};

// `least` of the children: the child itself when there is one.
Query at_least(std::size_t least, std::vector<Query> children);
Query all_of(std::vector<Query> children);

// What the leaves ask for counts in the title only. The tree is no deeper than the parser makes it.
void restrict_to_title(Query& query);

// The words that a document is ranked and highlighted by: those of the tree that are asked for, not
// those that are excluded. Phrases and prefixes are kept whole; the words of kNear stand alone.
std::vector<const Query*> positive_leaves(const Query& query);

}  // namespace pressoir::query
