// Sequences of words with values, looked up word by word. Filled once, then read by any number of
// threads.
#pragma once

#include <cstdint>
#include <span>
#include <unordered_map>
#include <vector>

#include "indexer/extract/vocabulary.hpp"

namespace pressoir::extract {

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

  std::vector<Node> first_;                       // from the root, by word: the step asked most
  std::unordered_map<std::uint64_t, Node> next_;  // node and word, packed
  std::vector<std::vector<std::uint32_t>> values_ = {{}};
  std::vector<std::vector<std::uint32_t>> below_ = {{}};
};

}  // namespace pressoir::extract
