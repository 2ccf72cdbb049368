// Results with one document for each text: of those with the same text the first in the order that
// was asked for. Any thread.
#pragma once

#include <algorithm>
#include <cstdint>
#include <memory>
#include <utility>
#include <vector>

#include "server/search/document_set.hpp"
#include "server/search/ranked_document.hpp"
#include "server/search/request.hpp"
#include "server/search/text_groups.hpp"

namespace pressoir::search {

// The documents of `order` whose text none before them has, in the same order.
std::vector<RankedDocument> first_of_texts(const std::vector<RankedDocument>& order,
                                           const TextGroups& texts);

// The page of `request` with all before it, of documents with the same text only the first. `ask`
// gives as much of an order as a request's page needs, as a Result of a shared vector; it is asked
// again when repetitions push the page further down. `counted` has total and groups.
template <typename Ask>
auto fold_texts(SearchRequest request, const SearchResults& counted, const TextGroups& texts,
                Ask ask) -> decltype(ask(request)) {
  const std::uint64_t needed = std::uint64_t{request.start} + request.count;
  request.count = static_cast<std::uint32_t>(std::min(needed, counted.total));
  request.start = 0;
  auto order = ask(request);
  if (!order) return order.error();
  auto folded = first_of_texts(**order, texts);
  if (folded.size() < std::min(needed, counted.groups.value())) {
    request.count += static_cast<std::uint32_t>(counted.total - *counted.groups);
    order = ask(request);
    if (!order) return order.error();
    folded = first_of_texts(**order, texts);
  }
  return std::make_shared<const std::vector<RankedDocument>>(std::move(folded));
}

// The other documents of `within` that have the text of `document`, by document id.
std::vector<std::uint32_t> siblings_of(std::uint32_t document, const DocumentSet& within,
                                       const TextGroups& texts,
                                       const std::vector<std::uint32_t>& id_rank);

}  // namespace pressoir::search
