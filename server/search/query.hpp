// A query as a tree: what a document must hold. Plain data.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace pressoir::search {

// One word in the forms of text::Token.
struct QueryWord {
  std::string exact;
  std::string folded;
  std::string stem;
  std::vector<std::string> other_stems;  // of the ways in which the archive writes the word
  bool is_stopword = false;

  bool operator==(const QueryWord&) const = default;
};

struct Query {
  enum class Kind {
    kEverything,
    kWord,     // words[0] in any form
    kPhrase,   // all words, folded, one behind the other
    kAtLeast,  // `least` of the children: all of them, any of them, or some
    kExcept,   // the first child and none of the others
  };

  Kind kind = Kind::kEverything;
  std::string surface;  // of a word or a phrase: as typed
  std::vector<QueryWord> words;
  std::vector<Query> children;
  std::size_t least = 0;

  bool operator==(const Query&) const = default;
};

// The words that a document is ranked and highlighted by: those of the tree that are asked for, not
// those that are excluded. Phrases are kept whole.
std::vector<const Query*> positive_leaves(const Query& query);

}  // namespace pressoir::search
