#include "server/pages/search_answer.hpp"

#include <algorithm>
#include <utility>

#include "server/pages/timeline_window.hpp"

namespace pressoir::pages {

bool asks_nothing(const search::SearchRequest& request) {
  const bool has_values = std::any_of(
      request.filters.begin(), request.filters.end(),
      [](const auto& filter) { return !filter.any_of.empty() || !filter.none_of.empty(); });
  return request.q.empty() && !has_values && !request.from && !request.to;
}

search::SearchRequest as_shown(search::SearchRequest asked, const search::ArchiveSummary& archive) {
  asked.interval = timeline_window(asked, archive).interval;
  asked.facet_size = kListedValues;
  asked.facets.fill(true);
  asked.date_facet = true;
  asked.with_snippets = true;
  asked.with_text = false;
  asked.count_groups = true;
  return asked;
}

base::Result<SearchAnswer> answer_search(const search::SearchRequest& asked,
                                         search::Searcher& searcher) {
  const search::ArchiveSummary archive = searcher.summary();
  auto results = searcher.search(as_shown(asked, archive));
  if (!results) return results.error();
  if (results->dates) {
    results->dates = cut_to(timeline_window(asked, archive), *std::move(results->dates));
  }
  SearchAnswer answer{asked, *std::move(results), {}};
  if (answer.results.total == 0 && !asks_nothing(asked)) {
    answer.dead_end = explain_dead_end(asked, answer.results, searcher);
  }
  return answer;
}

}  // namespace pressoir::pages
