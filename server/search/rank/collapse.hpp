// Collapses duplicates: of the documents with the same text only the first of an order stays a
// result, and lists the others as its siblings. Functions of a snapshot: any thread.
//
// Duplicates are documents whose texts have the same words (indexer/index/text_digest.hpp), as when
// two sites publish one press release.
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

// The documents of `order` without those whose text an earlier one has.
inline std::vector<RankedDocument> first_of_texts(const std::vector<RankedDocument>& order,
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

// Of the documents that match: how many there are, and how many different texts they have.
struct TextCounts {
  std::uint64_t documents = 0;
  std::uint64_t texts = 0;
};

// The collapsed order up to the end of the requested page, of which the caller cuts the page. `ask`
// is called with a request and returns a Result of a shared vector: the full order up to the end of
// that request's page. It is called a second time when duplicates leave the page short, for as many
// documents more as there are duplicates, which is always enough. An error of `ask` is returned.
template <typename Ask>
auto collapse_texts(query::SearchRequest request, TextCounts counted,
                    const store::TextGroups& texts, Ask ask) -> decltype(ask(request)) {
  const std::uint64_t needed = std::uint64_t{request.start} + request.count;
  request.count = static_cast<std::uint32_t>(std::min(needed, counted.documents));
  request.start = 0;
  auto order = ask(request);
  if (!order) return order.error();
  auto collapsed = first_of_texts(**order, texts);
  if (collapsed.size() < std::min(needed, counted.texts)) {
    request.count += static_cast<std::uint32_t>(counted.documents - counted.texts);
    order = ask(request);
    if (!order) return order.error();
    collapsed = first_of_texts(**order, texts);
  }
  return std::make_shared<const std::vector<RankedDocument>>(std::move(collapsed));
}

// The other documents of `within` that have the text of `document`, in the order of their ids.
// `within` is what the request matches: a sibling that a filter excludes would be a result that was
// not wanted.
inline std::vector<std::uint32_t> siblings_of(std::uint32_t document,
                                              const store::DocumentSet& within,
                                              const store::TextGroups& texts,
                                              const std::vector<std::uint32_t>& id_rank) {
  std::vector<std::uint32_t> siblings;
  for (const std::uint32_t other : texts.with_text_of(document)) {
    if (other != document && within.contains(other)) siblings.push_back(other);
  }
  std::ranges::sort(siblings, {}, [&](std::uint32_t other) { return id_rank[other]; });
  return siblings;
}

}  // namespace pressoir::search::rank
