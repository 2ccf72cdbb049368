// Which documents have the same text, at several addresses. Does not change once made: any number
// of threads may read it.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <span>
#include <vector>

#include "indexer/index/readable_index.hpp"
#include "server/store/changes.hpp"
#include "server/store/document_set.hpp"

namespace pressoir::store {

class TextGroups {
 public:
  TextGroups() : TextGroups(0) {}

  // From the digests that the index has: some 0.2 µs a document. Throws what Xapian throws.
  explicit TextGroups(const index::ReadableIndex& index);

  // Those `before` at a later state.
  TextGroups(const TextGroups& before, const Changes& changes);

  // The documents with the text of `document`, itself among them, the smallest number first; empty
  // when it is the only one or has no text.
  std::span<const std::uint32_t> with_text_of(std::uint32_t document) const;

  // The number of a document's text, less than size(); kAlone when no other document has it.
  static constexpr std::uint32_t kAlone = 0xFFFFFFFF;
  std::uint32_t of(std::uint32_t document) const {
    return document < group_of_.size() ? group_of_[document] : kAlone;
  }
  std::uint32_t size() const { return static_cast<std::uint32_t>(begins_.size() - 1); }

  // How many different texts the documents of a set have; one without text counts as one.
  std::uint64_t count_in(const DocumentSet& documents) const;

 private:
  explicit TextGroups(std::uint32_t last) : digests_(std::size_t{last} + 1), repeated_(last) {
    begins_.push_back(0);
  }
  void group();

  // The first bytes of each document's digest, 0 without text: to make two texts pass for one a
  // page would have to be made for it with 2^64 trials.
  std::vector<std::uint64_t> digests_;
  std::vector<std::uint32_t> group_of_;  // by document
  std::vector<std::uint32_t> begins_;    // of each group in members_; one more than groups
  std::vector<std::uint32_t> members_;
  DocumentSet repeated_;  // the documents of all groups
};

}  // namespace pressoir::store
