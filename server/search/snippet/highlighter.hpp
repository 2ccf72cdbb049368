// Marks in a text what a query's words matched, from the analyzer's own offsets, and cuts out the
// snippet that shows most of them. Used by one thread at a time.
//
//   Highlighter highlighter(query, analyzer);  // of `pêche`
//   highlighter.mark("La pêche en mer");       // {"La "}, {"pêche", match}, {" en mer"}
#pragma once

#include <cstdint>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "indexer/text/analyzer.hpp"
#include "server/query/query.hpp"
#include "server/search/snippet/fragments.hpp"

namespace pressoir::search::snippet {

class Highlighter {
 public:
  // Both must outlive the Highlighter. The query is the one as it was matched, expansions included,
  // so that a synonym that made a document match is highlighted.
  Highlighter(const query::Query& query, text::Analyzer& analyzer);

  // Which part of a document a text is.
  enum class Part { kTitle, kText };

  // The whole text in fragments: none is empty, and matches and other text alternate. Words that
  // the query requires in the title (`titre:`) are marked in titles only.
  std::vector<Fragment> mark(std::string_view text, Part part = Part::kText);

  // The snippet: the part of 160 to 320 characters of the text that contains the most different
  // words of the query, the first of equal ones; all of a shorter text. It begins with a sentence
  // when one begins nearby. Without a match, the first sentences. `…` marks an end in the middle of
  // a sentence.
  std::vector<Fragment> snippet(std::string_view text);

 private:
  // An occurrence, in byte offsets of the text.
  struct Match {
    std::uint32_t begin;
    std::uint32_t end;
    std::uint32_t leaf;  // which word or phrase of the query
    MatchForm form;
  };

  struct Range {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
  };

  void index_leaf(std::uint32_t leaf);
  std::vector<Match> find_matches(std::string_view text, Part part);
  void add_matches(std::span<const text::Token> tokens, std::size_t at,
                   std::vector<Match>& matches) const;
  void add_word_matches(const text::Token& token, std::vector<Match>& matches) const;
  Range best_window(const std::vector<Match>& matches) const;
  static std::vector<Fragment> cut(std::string_view text, Range range,
                                   const std::vector<Match>& matches);

  std::vector<const query::Query*> leaves_;
  // Which leaf a token matches by its folded form, by a lemma after kLemmaMark or by its exact
  // form after kExactMark; and which may begin with it. One leaf for a form and one for a phrase,
  // however often the query repeats them, so that a text has few matches for each of its words.
  std::unordered_map<std::string, std::uint32_t> word_by_form_;
  std::unordered_map<std::string, std::vector<std::uint32_t>> phrases_by_first_word_;
  std::vector<std::pair<std::string, std::uint32_t>> prefixes_;  // folded, and their leaves
  std::set<std::pair<std::uint32_t, std::string>>
      left_out_;  // exact forms that a leaf does not match
  std::set<std::string> phrases_;
  text::Analyzer& analyzer_;
};

}  // namespace pressoir::search::snippet
