// The words that names and titles of office are made of, as small numbers, and sequences of such
// numbers with values: what makes a search for thousands of names and titles one pass over a text.
//
// Both types are filled once, when a MinisterFinder is made, then read by any number of threads.
#pragma once

#include <boost/unordered/unordered_flat_map.hpp>

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace pressoir::extract::people {

using WordId = std::uint32_t;
inline constexpr WordId kUnknownWord = 0;

// Words longer than this (bytes, folded) are part of no name or title.
inline constexpr std::size_t kMaxNameWordBytes = 48;

// Numbers words. The words of office_words.hpp have theirs from the beginning.
class WordIds {
 public:
  WordIds();

  // The number of a folded word of [a-z0-9], which is added if need be. Numbers start at 1.
  WordId add(std::string_view folded);

  // Makes another spelling stand for a word, unless it is a word already.
  void add_spelling(std::string_view folded, WordId id);

  // kUnknownWord for any other word.
  WordId find(std::string_view folded) const noexcept;

 private:
  struct Hash : std::hash<std::string_view> {
    using is_transparent = void;
  };

  boost::unordered_flat_map<std::string, WordId, Hash, std::equal_to<>> ids_;
  WordId count_ = 0;
};

// Sequences of words with values, looked up word by word:
//
//   WordTrie names;
//   names.add(ids_of("arnaud montebourg"), 17);
//   names.values(names.step(names.step(WordTrie::kRoot, arnaud), montebourg));  // {17}
class WordTrie {
 public:
  using Node = std::uint32_t;
  static constexpr Node kRoot = 0;  // also what step() returns when there is no way on

  // Adds a value to a sequence of words; the same value twice is kept once. Returns its node.
  Node add(std::span<const WordId> words, std::uint32_t value);

  Node step(Node node, WordId word) const;

  // The values of the sequence that ends at the node.
  std::span<const std::uint32_t> values(Node node) const { return values_[node]; }

  // The values of every sequence that goes through the node.
  std::span<const std::uint32_t> values_below(Node node) const { return below_[node]; }

 private:
  Node make_step(Node node, WordId word);

  // The first step is taken for every word of a text and is an array for that.
  std::vector<Node> first_;                                // from the root, by word
  boost::unordered_flat_map<std::uint64_t, Node> next_;    // by node and word, packed
  std::vector<std::vector<std::uint32_t>> values_ = {{}};  // by node
  std::vector<std::vector<std::uint32_t>> below_ = {{}};   // by node
};

}  // namespace pressoir::extract::people
