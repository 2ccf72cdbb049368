#include "server/search/rank/collapse.hpp"

#include <algorithm>

namespace pressoir::search::rank {

std::vector<RankedDocument> first_of_texts(const std::vector<RankedDocument>& order,
                                           const store::TextGroups& texts) {
  std::vector<bool> is_met(texts.size());
  std::vector<RankedDocument> first;
  for (const RankedDocument& ranked : order) {
    // Most documents share their text with no other and are in no group.
    const std::uint32_t text = texts.of(ranked.document);
    if (text != store::TextGroups::kAlone) {
      if (is_met[text]) continue;
      is_met[text] = true;
    }
    first.push_back(ranked);
  }
  return first;
}

std::vector<std::uint32_t> siblings_of(std::uint32_t document, const store::DocumentSet& within,
                                       const store::TextGroups& texts,
                                       const std::vector<std::uint32_t>& id_rank) {
  // Only those that match: a sibling that a filter excludes would be a result that was not wanted.
  std::vector<std::uint32_t> siblings;
  for (const std::uint32_t other : texts.with_text_of(document)) {
    if (other != document && within.contains(other)) siblings.push_back(other);
  }
  std::sort(siblings.begin(), siblings.end(),
            [&](std::uint32_t a, std::uint32_t b) { return id_rank[a] < id_rank[b]; });
  return siblings;
}

}  // namespace pressoir::search::rank
