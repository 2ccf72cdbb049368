#include "server/pages/search_view.hpp"

#include <algorithm>
#include <utility>

#include "server/pages/comparison.hpp"
#include "server/pages/sentences.hpp"

namespace pressoir::pages {
namespace {

using query::MatchMode;
using query::SearchRequest;
using query::Sort;
using search::SearchResults;

// Rules of the query language on the home page; the help page has them all.
constexpr std::size_t kExamples = 4;

// In the query language.
std::string as_phrase(const std::string& words) {
  return "\"" + words + "\"";
}

// Several words without signs of the query language: what can be matched in other ways.
bool is_plain_words(const std::string& q) {
  return q.find_first_of("\"-") == std::string::npos && q.find(' ') != std::string::npos;
}

// Other ways to match the same words. A query with operators has only one reading.
std::vector<links::Link> rewordings(const SearchRequest& request) {
  std::vector<links::Link> links;
  if (!is_plain_words(request.q)) return links;
  if (request.match == MatchMode::kAuto) {
    // With two words "auto" already requires both.
    if (std::count(request.q.begin(), request.q.end(), ' ') > 1) {
      links.push_back(
          {std::string(kAllWords),
           links::search_href(links::with(request, &SearchRequest::match, MatchMode::kAll))});
    }
    links.push_back({std::string(kAnyWord), links::search_href(links::with(
                                                request, &SearchRequest::match, MatchMode::kAny))});
  } else {
    links.push_back(
        {std::string(kUsualMatch),
         links::search_href(links::with(request, &SearchRequest::match, MatchMode::kAuto))});
  }
  const SearchRequest phrase = links::with(links::with_query(request, as_phrase(request.q)),
                                           &SearchRequest::match, MatchMode::kAuto);
  links.push_back({std::string(kExactPhrase), links::search_href(phrase)});
  return links;
}

// What families would add to few texts, or the way back from them.
void add_family(const SearchAnswer& answer, std::vector<links::Link>& links) {
  const std::string other =
      links::search_href(links::with(answer.asked, &SearchRequest::family, !answer.asked.family));
  if (answer.asked.family && !answer.asked.q.empty()) {
    links.push_back({std::string(kWithoutFamily), other});
  } else if (answer.more_by_family > 0) {
    links.insert(links.begin(), {more_by_family_in_words(answer.more_by_family), other});
  }
}

// Relevance needs a query to be relevant to.
std::vector<links::Link> sort_links(const SearchRequest& request) {
  std::vector<links::Link> links;
  for (const Sort sort : {Sort::kRelevance, Sort::kNewest, Sort::kOldest, Sort::kFirstIndexed}) {
    if (sort == Sort::kRelevance && request.q.empty()) continue;
    const bool is_current = sort == links::effective_sort(request);
    links.push_back(
        {std::string(words_of(sort)),
         is_current ? "" : links::search_href(links::with(request, &SearchRequest::sort, sort))});
  }
  return links;
}

// The first page, the last one, and those around the current one; an empty link is a gap.
void add_pages(SearchView& view, const SearchRequest& request, std::uint64_t total) {
  if (request.count == 0 || total <= request.count) return;
  constexpr std::uint64_t kAround = 2;
  const std::uint64_t last = (total - 1) / request.count;
  const std::uint64_t current = std::min<std::uint64_t>(request.start / request.count, last);
  const std::uint64_t begin = current > kAround + 1 ? current - kAround : 1;
  const std::uint64_t end = std::min(current + kAround + 1, last);
  const auto add = [&](std::uint64_t page) {
    view.pages.push_back(
        {wording::number(page + 1),
         page == current ? "" : links::search_href(links::at_page(request, page))});
  };
  add(0);
  if (begin > 1) view.pages.push_back({});
  for (std::uint64_t page = begin; page < end; ++page) add(page);
  if (end < last) view.pages.push_back({});
  add(last);
  if (current > 0) view.previous_href = links::search_href(links::at_page(request, current - 1));
  if (current < last) view.next_href = links::search_href(links::at_page(request, current + 1));
}

// Length of the list: documents, or with collapse different texts.
std::uint64_t listed(const SearchRequest& request, const SearchResults& results) {
  return request.collapse ? results.groups.value_or(results.total) : results.total;
}

// Offered only when there are equal texts among the results.
void add_collapse(SearchView& view, const SearchRequest& request, const SearchResults& results) {
  const std::uint64_t groups = results.groups.value_or(results.total);
  if (groups == results.total) return;
  if (request.collapse) {
    view.results_title += ", " + different_in_words(groups);
    view.collapse = {std::string(kExpand),
                     links::search_href(links::with(request, &SearchRequest::collapse, false))};
  } else {
    view.collapse = {std::string(kCollapse),
                     links::search_href(links::with(request, &SearchRequest::collapse, true))};
  }
}

// No result at all, or a page beyond the last one. `count=0` has none on purpose.
void explain_no_hit(SearchView& view, const SearchAnswer& answer) {
  const SearchRequest& request = answer.asked;
  if (!answer.results.hits.empty() || request.count == 0) return;
  if (answer.results.total != 0) {
    view.empty_explanation = kPastTheEnd;
    view.ways_out.push_back(
        {std::string(kFirstPage), links::search_href(links::at_page(request, 0))});
    return;
  }
  view.empty_explanation = answer.dead_end.explanation;
  for (const WayOut& way : answer.dead_end.ways_out) {
    view.ways_out.push_back(
        {way_out_in_words(way.text, way.total), links::search_href(way.request)});
  }
  view.ways_out.push_back({std::string(kEverything), "/"});
}

// A choice, not an input: other sizes are the API's.
std::vector<links::Link> page_size_links(const SearchRequest& request) {
  std::vector<links::Link> links;
  for (const std::uint32_t size : {10U, 20U, 50U}) {
    links.push_back({std::to_string(size),
                     size == request.count
                         ? ""
                         : links::search_href(links::with(request, &SearchRequest::count, size))});
  }
  return links;
}

// Facets, and what is chosen in them.
void add_filters(SearchView& view, const SearchAnswer& answer,
                 const gazetteer::Gazetteer& gazetteer) {
  view.facets = facet_views(answer.asked, answer.results, gazetteer);
  view.tags = links::filter_tags(answer.asked, answer.results);
  view.filters_summary = filters_in_words(view.tags.size());
  // With one filter the tag's own link does the same.
  if (view.tags.size() > 1)
    view.no_filter_href = links::search_href(links::without_filters(answer.asked));
}

}  // namespace

std::vector<links::Parameter> kept_parameters(SearchRequest request) {
  request.start = 0;
  std::vector<links::Parameter> list = links::parameters(request);
  std::erase_if(list, [](const links::Parameter& parameter) {
    return parameter.name == "q" || parameter.name == "from" || parameter.name == "to";
  });
  return list;
}

// The same results for programs.
std::vector<links::Link> export_links(const SearchRequest& request) {
  return {{std::string(kCsv), links::export_href("csv", request)},
          {std::string(kJsonLines), links::export_href("jsonl", request)},
          {std::string(kJsonOfPage), links::api_href(request)}};
}

SearchView view_search(const SearchAnswer& answer, const gazetteer::Gazetteer& gazetteer) {
  const SearchRequest& request = answer.asked;
  const SearchResults& results = answer.results;
  SearchView view;
  view.page_title = search_title(request.q, results.total);
  view.heading = search_heading(request.q);
  view.results_title = results_title(results.total);
  view.q = request.q;
  view.kept = kept_parameters(request);
  view.read_as = read_as_sentence(results.read_as);
  view.rewordings = rewordings(request);
  add_family(answer, view.rewordings);
  if (results.suggestion) {
    view.suggestion = {*results.suggestion,
                       links::search_href(links::with_query(request, *results.suggestion))};
  }
  view.from = wording::in_figures(request.from);
  view.to = wording::in_figures(request.to);
  if (results.dates && !results.dates->buckets.empty()) {
    view.timeline = view_timeline(request, *results.dates, gazetteer);
  }
  if (!request.q.empty()) {
    view.comparison = {std::string(kCompare), comparison_href({{request.q}, request})};
  }
  add_filters(view, answer, gazetteer);
  if (results.total > 1) view.sorts = sort_links(request);
  view.hits = hit_views(results.hits, request.q);
  // Numbers go on from page to page.
  view.first_rank = std::uint64_t{request.start} + 1;
  add_collapse(view, request, results);
  add_pages(view, request, listed(request, results));
  // Fewer than the smallest size are all there.
  if (results.total > 10) view.page_sizes = page_size_links(request);
  view.exports = export_links(request);
  view.feeds = links::feed_hrefs(request);
  explain_no_hit(view, answer);
  return view;
}

std::vector<Example> examples() {
  std::vector<Example> list;
  for (const QueryRule& rule : query_rules()) {
    const std::string q(rule.q);
    list.push_back({{q, links::search_href(links::with_query({}, q))}, std::string(rule.meaning)});
  }
  return list;
}

// An empty archive has facts and examples, but neither timeline nor texts.
HomeView view_home(const SearchAnswer& answer, const search::ArchiveSummary& archive,
                   const gazetteer::Gazetteer& gazetteer) {
  const search::SearchResults& results = answer.results;
  HomeView view;
  view.facts.emplace_back(kTextsFact, wording::number(archive.documents));
  if (archive.first_date) {
    view.facts.emplace_back(kPeriodFact, years_range(archive.first_date, archive.last_date));
  }
  const auto& sources = results.facets[static_cast<std::size_t>(base::Facet::kSource)];
  if (sources) view.facts.emplace_back(kSitesFact, wording::number(sources->distinct));
  if (archive.updated != 0) {
    view.facts.emplace_back(kUpdatedFact, wording::instant_in_words(archive.updated));
  }
  if (results.dates && !results.dates->buckets.empty()) {
    view.timeline = view_timeline(answer.asked, *results.dates, gazetteer);
  }
  view.hits = hit_views(results.hits, "");
  view.examples = examples();
  // The first ones: query_rules() begins with the most useful.
  view.examples.resize(kExamples);
  for (FacetView& facet : facet_views(answer.asked, results, gazetteer)) {
    if (facet.id == "source") view.sources = std::move(facet.entries);
  }
  return view;
}

}  // namespace pressoir::pages
