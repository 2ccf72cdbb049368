#include "indexer/extract/people/word_ids.hpp"

#include <algorithm>

namespace pressoir::extract::people {
namespace {

std::uint64_t pack(WordTrie::Node node, WordId word) {
  return (static_cast<std::uint64_t>(node) << 32) | word;
}

void add_once(std::vector<std::uint32_t>& values, std::uint32_t value) {
  if (std::ranges::find(values, value) == values.end()) values.push_back(value);
}

}  // namespace

// In their order, so that a GrammarWord is the number of its word.
WordIds::WordIds() {
  for (const std::string_view word : kGrammarWords) add(word);
}

WordId WordIds::add(std::string_view folded) {
  const auto [entry, is_new] = ids_.try_emplace(std::string(folded), count_ + 1);
  if (is_new) ++count_;
  return entry->second;
}

void WordIds::add_spelling(std::string_view folded, WordId id) {
  ids_.try_emplace(std::string(folded), id);
}

WordId WordIds::find(std::string_view folded) const noexcept {
  const auto found = ids_.find(folded);
  return found == ids_.end() ? kUnknownWord : found->second;
}

WordTrie::Node WordTrie::add(std::span<const WordId> words, std::uint32_t value) {
  Node node = kRoot;
  for (const WordId word : words) {
    node = make_step(node, word);
    add_once(below_[node], value);
  }
  add_once(values_[node], value);
  return node;
}

// An unknown word is in no sequence; most words of a text are unknown.
WordTrie::Node WordTrie::step(Node node, WordId word) const {
  if (word == kUnknownWord) return kRoot;
  if (node == kRoot) return word < first_.size() ? first_[word] : kRoot;
  const auto found = next_.find(pack(node, word));
  return found == next_.end() ? kRoot : found->second;
}

WordTrie::Node WordTrie::make_step(Node node, WordId word) {
  const Node known = step(node, word);
  if (known != kRoot) return known;
  const auto made = static_cast<Node>(values_.size());
  values_.emplace_back();
  below_.emplace_back();
  if (node == kRoot) {
    if (word >= first_.size()) first_.resize(word + 1, kRoot);
    first_[word] = made;
  } else {
    next_.emplace(pack(node, word), made);
  }
  return made;
}

}  // namespace pressoir::extract::people
