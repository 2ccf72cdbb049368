// People of a gazetteer by their names in a text: in full in either order, or by surname. Does not
// change once made: any number of threads may use it.
//
// Names are compared as sequences of folded words, so that capitals, accents, hyphens and line ends
// do not matter; capitals must be there all the same, because `le maire` and `royal` are words. A
// surname alone is only looked for where a form of address stands before it.
#pragma once

#include <cstdint>
#include <optional>
#include <span>

#include "indexer/extract/people/tokenized_text.hpp"
#include "indexer/extract/people/word_ids.hpp"
#include "indexer/gazetteer/gazetteer.hpp"

namespace pressoir::extract::people {

// Words [first, end) of a text that name one of `people` (indexes of Gazetteer::people()).
struct NameMatch {
  std::size_t first = 0;
  std::size_t end = 0;
  std::span<const std::uint32_t> people;
  bool is_common = false;  // a surname that is a common noun too: `Le Maire`
};

class NameMatcher {
 public:
  // Adds its words to `word_ids`. Both must outlive the matcher.
  NameMatcher(const gazetteer::Gazetteer& gazetteer, WordIds& word_ids);

  // The longest full name or alias that starts at a word; not that of a street, a school, a law or
  // an airport, nor a part of a longer name (`Jean-Michel Barnier`).
  std::optional<NameMatch> full_name_at(const TokenizedText& tokens, std::size_t at) const;

  // The longest surname that starts at a word, written with its capitals; not before a further name
  // (`M. Philippe Martin`) or a place (`M. Le Maire de Lyon`).
  std::optional<NameMatch> surname_at(const TokenizedText& tokens, std::size_t at) const;

 private:
  void add_name(std::string_view name, std::uint32_t person, WordIds& word_ids);
  std::optional<NameMatch> longest(const WordTrie& trie, const TokenizedText& tokens,
                                   std::size_t at) const;
  bool is_thing(const TokenizedText& tokens, const NameMatch& match) const;

  WordTrie full_names_;
  WordTrie surnames_;
  WordSet named_things_;
  WordSet kinds_;
  WordSet name_tails_;
  std::vector<WordId> common_surname_;
};

}  // namespace pressoir::extract::people
