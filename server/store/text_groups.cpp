#include "server/store/text_groups.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "indexer/index/schema.hpp"

namespace pressoir::store {

namespace {

// Of an empty slot 0.
std::uint64_t number_of(const std::string& digest) {
  std::uint64_t number = 0;
  for (const char byte : digest.substr(0, sizeof number)) {
    number = number << 8 | static_cast<unsigned char>(byte);
  }
  return number;
}

}  // namespace

TextGroups::TextGroups(const index::ReadableIndex& index) : TextGroups(index.get_lastdocid()) {
  for_each_value(index, index::kTextSlot, [&](std::uint32_t document, const std::string& digest) {
    digests_[document] = number_of(digest);
  });
  group();
}

TextGroups::TextGroups(const TextGroups& before, const Changes& changes)
    : TextGroups(changes.last()) {
  std::copy_n(before.digests_.begin(), std::min(before.digests_.size(), digests_.size()),
              digests_.begin());
  for (const Xapian::docid number : changes.numbers()) {
    // Removed documents may have numbers above the last one.
    if (number < digests_.size()) digests_[number] = 0;
  }
  for (const Changes::Document& document : changes.documents()) {
    digests_[document.number] = number_of(document.stored.get_value(index::kTextSlot));
  }
  group();
}

// Sorts by digest, so that equal texts are adjacent. The members of a group are in ascending order,
// which makes the first one the same in every revision.
void TextGroups::group() {
  std::vector<std::pair<std::uint64_t, std::uint32_t>> texts;
  for (std::uint32_t document = 0; document < digests_.size(); ++document) {
    if (digests_[document] != 0) texts.emplace_back(digests_[document], document);
  }
  std::sort(texts.begin(), texts.end());
  group_of_.assign(digests_.size(), kAlone);
  for (auto first = texts.begin(); first != texts.end();) {
    const auto last = std::find_if(first, texts.end(),
                                   [&](const auto& other) { return other.first != first->first; });
    // A text of one document is no group.
    if (last - first > 1) {
      for (auto member = first; member != last; ++member) {
        group_of_[member->second] = size();
        members_.push_back(member->second);
        repeated_.add(member->second);
      }
      begins_.push_back(static_cast<std::uint32_t>(members_.size()));
    }
    first = last;
  }
}

std::span<const std::uint32_t> TextGroups::with_text_of(std::uint32_t document) const {
  const std::uint32_t group = of(document);
  if (group == kAlone) return {};
  return {members_.data() + begins_[group], members_.data() + begins_[group + 1]};
}

std::uint64_t TextGroups::count_in(const DocumentSet& documents) const {
  // Most documents are alone: only the others are visited.
  DocumentSet repeated = documents;
  repeated &= repeated_;
  std::vector<bool> is_met(size());
  std::uint64_t folded = 0;
  repeated.for_each([&](std::uint32_t document) {
    const std::uint32_t group = group_of_[document];
    folded += is_met[group];
    is_met[group] = true;
  });
  return documents.size() - folded;
}

}  // namespace pressoir::store
