// Groups of documents with the same text at several addresses (a press release on two sites): what
// collapsing shows once. Texts are compared by the digest that the index stores.
//
// Does not change once made: any number of threads may read it.
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

  // Reads the digests: some 0.2 µs a document. Throws what Xapian throws.
  explicit TextGroups(const index::ReadableIndex& index);

  // The groups of the revision after `before`. Groups are made anew, so that their numbers change.
  TextGroups(const TextGroups& before, const Changes& changes);

  // The documents with the text of `document`, itself included, in ascending order; empty when it
  // is the only one or has no text. Valid as long as this.
  std::span<const std::uint32_t> with_text_of(std::uint32_t document) const;

  // The number of the group of a document, less than size(); kAlone when no other document has its
  // text.
  static constexpr std::uint32_t kAlone = 0xFFFFFFFF;
  std::uint32_t of(std::uint32_t document) const {
    return document < group_of_.size() ? group_of_[document] : kAlone;
  }
  // The number of groups: of texts that several documents have.
  std::uint32_t size() const { return static_cast<std::uint32_t>(begins_.size() - 1); }

  // How many distinct texts the documents of a set have; each document without text counts as one.
  // What a collapsed search reports as its total.
  std::uint64_t count_in(const DocumentSet& documents) const;

 private:
  explicit TextGroups(std::uint32_t last) : digests_(std::size_t{last} + 1), repeated_(last) {
    begins_.push_back(0);
  }
  void group();

  // The first 8 bytes of each document's digest, 0 without text. To make two different texts
  // collapse on purpose takes 2^64 trials.
  std::vector<std::uint64_t> digests_;
  std::vector<std::uint32_t> group_of_;  // by document
  std::vector<std::uint32_t> begins_;    // of each group in members_; one more than groups
  // The documents of all groups, those of a group adjacent.
  std::vector<std::uint32_t> members_;
  DocumentSet repeated_;  // the documents of all groups
};

}  // namespace pressoir::store
