// A set of documents by Xapian's numbers, one bit each. A plain value.
#pragma once

#include <bit>
#include <cstdint>
#include <vector>

namespace pressoir::search {

class DocumentSet {
 public:
  // An empty set of the numbers 0 to `last`.
  explicit DocumentSet(std::uint32_t last) : words_(last / 64 + 1) {}

  // An empty set of the same numbers.
  DocumentSet empty_like() const {
    return DocumentSet(static_cast<std::uint32_t>(words_.size() * 64 - 1));
  }

  bool empty() const {
    for (const std::uint64_t word : words_) {
      if (word != 0) return false;
    }
    return true;
  }

  void add(std::uint32_t number) { words_[number / 64] |= bit(number); }
  bool contains(std::uint32_t number) const {
    return number / 64 < words_.size() && (words_[number / 64] & bit(number)) != 0;
  }
  std::uint64_t size() const {
    std::uint64_t count = 0;
    for (const std::uint64_t word : words_) count += static_cast<unsigned>(std::popcount(word));
    return count;
  }

  // Both sets are of the same numbers.
  DocumentSet& operator|=(const DocumentSet& other) {
    for (std::size_t i = 0; i < words_.size(); ++i) words_[i] |= other.words_[i];
    return *this;
  }
  DocumentSet& operator&=(const DocumentSet& other) {
    for (std::size_t i = 0; i < words_.size(); ++i) words_[i] &= other.words_[i];
    return *this;
  }
  DocumentSet& operator-=(const DocumentSet& other) {
    for (std::size_t i = 0; i < words_.size(); ++i) words_[i] &= ~other.words_[i];
    return *this;
  }

  // The smallest number that is at least `from`; 0 when there is none (no document is number 0).
  std::uint32_t next(std::uint32_t from) const {
    std::size_t index = from / 64;
    if (index >= words_.size()) return 0;
    std::uint64_t word = words_[index] & (~std::uint64_t{0} << (from % 64));
    while (word == 0) {
      if (++index == words_.size()) return 0;
      word = words_[index];
    }
    return static_cast<std::uint32_t>(index * 64) +
           static_cast<std::uint32_t>(std::countr_zero(word));
  }

  // Calls `visit` with every number, smallest first.
  template <typename Visit>
  void for_each(Visit&& visit) const {
    for (std::size_t i = 0; i < words_.size(); ++i) {
      for (std::uint64_t word = words_[i]; word != 0; word &= word - 1) {
        visit(static_cast<std::uint32_t>(i * 64) +
              static_cast<std::uint32_t>(std::countr_zero(word)));
      }
    }
  }

 private:
  static std::uint64_t bit(std::uint32_t number) { return std::uint64_t{1} << (number % 64); }

  std::vector<std::uint64_t> words_;
};

}  // namespace pressoir::search
