// Results with one document for each text: of those with the same text the first in the order that
// was asked for. Any thread.
#pragma once

#include <algorithm>
#include <cstdint>
#include <memory>
#include <utility>
#include <vector>

#include "server/query/request.hpp"
#include "server/search/rank/best_documents.hpp"
#include "server/store/document_set.hpp"
#include "server/store/text_groups.hpp"

namespace pressoir::search::rank {

// The documents of `order` whose text none before them has, in the same order.
std::vector<RankedDocument> first_of_texts(const std::vector<RankedDocument>& order,
                                           const store::TextGroups& texts);

// How many documents match, and how many different texts they have.
struct TextCounts {
  std::uint64_t documents = 0;
  std::uint64_t texts = 0;
};

// The page of `request` with all before it, of documents with the same text only the first. `ask`
// gives as much of an order as a request's page needs, as a Result of a shared vector; it is asked
// again when repetitions push the page further down.
template <typename Ask>
auto collapse_texts(query::SearchRequest request, TextCounts counted,
                    const store::TextGroups& texts, Ask ask) -> decltype(ask(request)) {
  const std::uint64_t needed = std::uint64_t{request.start} + request.count;
  request.count = static_cast<std::uint32_t>(std::min(needed, counted.documents));
  request.start = 0;
  auto order = ask(request);
  if (!order) return order.error();
  auto folded = first_of_texts(**order, texts);
  if (folded.size() < std::min(needed, counted.texts)) {
    request.count += static_cast<std::uint32_t>(counted.documents - counted.texts);
    order = ask(request);
    if (!order) return order.error();
    folded = first_of_texts(**order, texts);
  }
  return std::make_shared<const std::vector<RankedDocument>>(std::move(folded));
}

// The other documents of `within` that have the text of `document`, by document id.
std::vector<std::uint32_t> siblings_of(std::uint32_t document, const store::DocumentSet& within,
                                       const store::TextGroups& texts,
                                       const std::vector<std::uint32_t>& id_rank);

}  // namespace pressoir::search::rank
