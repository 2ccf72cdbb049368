#include "server/pages/search_answer.hpp"

#include <algorithm>
#include <utility>

#include "server/links/filters.hpp"
#include "server/pages/facet_view.hpp"
#include "server/pages/sentences.hpp"
#include "server/pages/timeline/bars.hpp"

namespace pressoir::pages {
namespace {

using query::SearchRequest;
using Clock = std::chrono::steady_clock;

// Searches are bounded by number too: a pasted sentence is not taken apart.
constexpr std::size_t kMaxParts = 8;
constexpr std::size_t kMaxFilters = 8;
// Those of the query language, in both languages. `NEAR/5` has its distance attached.
constexpr std::string_view kOperators[] = {"ET",  "OU", "SAUF", "PROCHE",
                                           "AND", "OR", "NOT",  "NEAR"};

bool is_operator(std::string_view part) {
  return std::any_of(std::begin(kOperators), std::end(kOperators), [&](std::string_view word) {
    return part == word || (part.starts_with(word) && part.substr(word.size()).starts_with('/'));
  });
}

// Counts what a request finds, as long as kCountingTime has not passed.
class Counter {
 public:
  explicit Counter(search::Searcher& searcher)
      : searcher_(searcher), end_(Clock::now() + kCountingTime) {}

  // kUnknown when the time is over or the search fails. It is not 0, so nothing is then said to be
  // missing, and not offered as a way out either.
  std::uint64_t count(SearchRequest request) {
    if (Clock::now() > end_) return kUnknown;
    request.count = 0;
    request.start = 0;
    request.facets = {};
    request.date_facet = false;
    request.with_snippets = false;
    const auto results = searcher_.search(request);
    return results ? results->total : kUnknown;
  }

  static constexpr std::uint64_t kUnknown = UINT64_MAX;

 private:
  search::Searcher& searcher_;
  Clock::time_point end_;
};

// The query without one of its parts.
std::string joined_without(const std::vector<std::string>& parts, std::size_t left_out) {
  std::string q;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (i == left_out) continue;
    if (!q.empty()) q += ' ';
    q += parts[i];
  }
  return q;
}

// Tries what a reader would try: without each filter, without each word, with less of both.
class Explanation {
 public:
  Explanation(const SearchRequest& request, const search::SearchResults& results,
              search::Searcher& searcher)
      : request_(request), tags_(links::filter_tags(request, results)), counter_(searcher) {
    cause_.has_query = !request.q.empty();
  }

  DeadEnd make() && {
    try_filters();
    try_parts();
    try_wider();
    dead_end_.explanation = dead_end_in_words(cause_);
    return std::move(dead_end_);
  }

 private:
  // Offers a search if it finds something; returns whether it does.
  bool add(std::string text, SearchRequest request) {
    const std::uint64_t total = counter_.count(request);
    if (total == 0 || total == Counter::kUnknown) return false;
    request.start = 0;
    dead_end_.ways_out.push_back({std::move(text), std::move(request), total});
    return true;
  }

  // Filters before words: dropping one gives up less. An explanation that began with words once
  // named one that the query did not need, while a filter was the cause.
  void try_filters() {
    const std::size_t count = std::min(tags_.size(), kMaxFilters);
    for (std::size_t i = 0; i < count; ++i) {
      if (add(tags_[i].without, tags_[i].rest)) cause_.culprits.push_back(tags_[i].text);
    }
    for (const links::FilterTag& tag : tags_) cause_.filters.push_back(tag.text);
    if (tags_.empty()) return;
    cause_.found_without_filters = counter_.count(links::without_filters(request_)) != 0;
  }

  // Words count without filters: "no document contains it" is about the archive.
  void try_parts() {
    std::vector<std::string> parts = parts_of(request_.q);
    if (parts.size() > kMaxParts) parts.clear();
    cause_.parts = parts.size();
    for (const std::string& part : parts) {
      // Excluding a word that no document contains excludes nothing.
      if (part.starts_with('-')) continue;
      const SearchRequest alone = links::with_query(links::without_filters(request_), part);
      if (counter_.count(alone) == 0) cause_.absent.push_back(part);
    }
    for (std::size_t i = 0; i < parts.size() && parts.size() > 1; ++i) {
      add(without_part(parts[i]), links::with_query(request_, joined_without(parts, i)));
    }
    std::stable_sort(dead_end_.ways_out.begin(), dead_end_.ways_out.end(),
                     [](const WayOut& a, const WayOut& b) { return a.total > b.total; });
  }

  // What gives up more than one thing comes last.
  void try_wider() {
    if (!request_.family) {
      add(std::string(kWithFamily), links::with(request_, &SearchRequest::family, true));
    }
    if (cause_.parts > 1 && request_.match != query::MatchMode::kAny) {
      add(std::string(kWithAnyWord),
          links::with(request_, &SearchRequest::match, query::MatchMode::kAny));
    }
    if (tags_.size() > 1) add(std::string(kWithoutFilters), links::without_filters(request_));
  }

  const SearchRequest& request_;
  std::vector<links::FilterTag> tags_;
  Counter counter_;
  DeadEnd dead_end_;
  DeadEndCause cause_;
};

// Of a request that finds `total` texts.
std::uint64_t count_more_by_family(const SearchRequest& request, std::uint64_t total,
                                   search::Searcher& searcher) {
  if (request.family || request.q.empty() || total >= kFewTexts) return 0;
  const std::uint64_t count =
      Counter(searcher).count(links::with(request, &SearchRequest::family, true));
  // A commit may come between the two searches.
  return count == Counter::kUnknown || count < total ? 0 : count - total;
}

}  // namespace

std::vector<std::string> parts_of(const std::string& q) {
  std::vector<std::string> parts;
  std::string part;
  bool is_quoted = false;
  const auto finish = [&] {
    if (!part.empty()) parts.push_back(std::exchange(part, {}));
  };
  for (const char c : q) {
    if (c == '(' || c == ')') return {};
    if (c == '"') is_quoted = !is_quoted;
    if (c == ' ' && !is_quoted) {
      finish();
    } else {
      part += c;
    }
  }
  finish();
  const bool has_operator = std::any_of(parts.begin(), parts.end(), is_operator);
  return has_operator || q.find("«") != std::string::npos ? std::vector<std::string>() : parts;
}

DeadEnd explain_dead_end(const SearchRequest& request, const search::SearchResults& results,
                         search::Searcher& searcher) {
  return Explanation(request, results, searcher).make();
}

bool asks_nothing(const query::SearchRequest& request) {
  const bool has_values = std::any_of(
      request.filters.begin(), request.filters.end(),
      [](const auto& filter) { return !filter.any_of.empty() || !filter.none_of.empty(); });
  return request.q.empty() && !has_values && !request.from && !request.to;
}

query::SearchRequest as_shown(query::SearchRequest asked, const search::ArchiveSummary& archive) {
  asked.interval = timeline::choose_window(asked, archive).interval;
  asked.facet_size = kListedValues;
  asked.facets.fill(true);
  asked.date_facet = true;
  asked.with_snippets = true;
  asked.with_text = false;
  // The page offers to collapse equal texts when there are any.
  asked.count_groups = true;
  return asked;
}

base::Result<SearchAnswer> answer_search(const query::SearchRequest& asked,
                                         search::Searcher& searcher) {
  const search::ArchiveSummary archive = searcher.summary();
  auto results = searcher.search(as_shown(asked, archive));
  if (!results) return results.error();
  if (results->dates) {
    results->dates =
        timeline::cut_to(timeline::choose_window(asked, archive), *std::move(results->dates));
  }
  SearchAnswer answer{asked, *std::move(results), {}, 0};
  if (answer.results.total == 0 && !asks_nothing(asked)) {
    answer.dead_end = explain_dead_end(asked, answer.results, searcher);
  } else {
    answer.more_by_family = count_more_by_family(asked, answer.results.total, searcher);
  }
  return answer;
}

}  // namespace pressoir::pages
