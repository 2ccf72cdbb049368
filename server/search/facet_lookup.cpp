#include "server/search/facet_lookup.hpp"

#include <algorithm>
#include <limits>
#include <tuple>
#include <utility>

#include "server/suggest/phrase_index.hpp"

namespace pressoir::search {
namespace {

// Counts every value of one facet and nothing else. The words typed are not part of the request, so
// that each key typed is answered from the cache.
query::SearchRequest only_values(query::SearchRequest request, base::Facet facet) {
  request.start = 0;
  request.count = 0;
  request.facets = {};
  request.facets[static_cast<std::size_t>(facet)] = true;
  request.facet_size = std::numeric_limits<std::uint32_t>::max();
  request.date_facet = false;
  return request;
}

}  // namespace

base::Result<FacetLookup> look_up_values(const FacetLookupRequest& request, Searcher& searcher) {
  auto answer = searcher.search(only_values(request.search, request.facet));
  if (!answer) return answer.error();
  FacetLookup lookup;
  lookup.answer = *std::move(answer);
  facets::FacetCounts& counts = *lookup.answer.facets[static_cast<std::size_t>(request.facet)];
  lookup.none = counts.none;
  std::vector<facets::FacetValue> values = std::move(counts.values);
  suggest::TypedName typed(request.typed);
  std::erase_if(values, [&](const facets::FacetValue& value) {
    return !typed.is_in(value.label + ' ' + value.value);
  });
  lookup.total = values.size();
  std::sort(values.begin(), values.end(),
            [](const facets::FacetValue& a, const facets::FacetValue& b) {
              return std::tie(b.count, a.value) < std::tie(a.count, b.value);
            });
  const std::size_t first = std::min<std::size_t>(request.start, values.size());
  const std::size_t last = std::min<std::size_t>(first + request.count, values.size());
  lookup.values.assign(std::make_move_iterator(values.begin() + static_cast<std::ptrdiff_t>(first)),
                       std::make_move_iterator(values.begin() + static_cast<std::ptrdiff_t>(last)));
  return lookup;
}

}  // namespace pressoir::search
