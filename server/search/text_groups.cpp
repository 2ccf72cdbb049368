#include "server/search/text_groups.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "indexer/index/schema.hpp"

namespace pressoir::search {

TextGroups::TextGroups(const Xapian::Database& database) : TextGroups(database.get_lastdocid()) {
  std::vector<std::pair<std::string, std::uint32_t>> digests;
  for (auto value = database.valuestream_begin(index::kTextSlot);
       value != database.valuestream_end(index::kTextSlot); ++value) {
    digests.emplace_back(*value, value.get_docid());
  }
  std::sort(digests.begin(), digests.end());
  group_of_.assign(std::size_t{database.get_lastdocid()} + 1, kAlone);
  for (auto first = digests.begin(); first != digests.end();) {
    const auto last = std::find_if(first, digests.end(),
                                   [&](const auto& other) { return other.first != first->first; });
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

}  // namespace pressoir::search
