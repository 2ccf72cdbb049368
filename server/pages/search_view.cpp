#include "server/pages/search_view.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "server/pages/comparison_request.hpp"
#include "server/pages/typography.hpp"

namespace pressoir::pages {
namespace {

using search::MatchMode;
using search::SearchRequest;
using search::SearchResults;
using search::Sort;

std::string quoted(const std::string& words) {
  return "\"" + words + "\"";
}

// Several words without the signs of the query language.
bool is_plain_words(const std::string& q) {
  return q.find_first_of("\"-") == std::string::npos && q.find(' ') != std::string::npos;
}

std::vector<Link> rewordings(const SearchRequest& request) {
  std::vector<Link> links;
  if (!is_plain_words(request.q)) return links;
  if (request.match == MatchMode::kAuto) {
    if (std::count(request.q.begin(), request.q.end(), ' ') > 1) {
      links.push_back({"Tous ces mots", search_href(with_match(request, MatchMode::kAll))});
    }
    links.push_back({"L’un de ces mots", search_href(with_match(request, MatchMode::kAny))});
  } else {
    links.push_back({"Recherche ordinaire", search_href(with_match(request, MatchMode::kAuto))});
  }
  const SearchRequest phrase = with_match(with_query(request, quoted(request.q)), MatchMode::kAuto);
  links.push_back({"Exactement cette suite de mots", search_href(phrase)});
  return links;
}

std::vector<Link> sort_links(const SearchRequest& request) {
  struct SortWords {
    Sort sort;
    std::string_view text;
  };
  static constexpr SortWords kSorts[] = {{Sort::kRelevance, "les plus pertinents"},
                                         {Sort::kNewest, "récents"},
                                         {Sort::kOldest, "anciens"},
                                         {Sort::kFirstIndexed, "récemment ajoutés"}};
  std::vector<Link> links;
  for (const SortWords& words : kSorts) {
    if (words.sort == Sort::kRelevance && request.q.empty()) continue;
    const bool is_current = words.sort == effective_sort(request);
    links.push_back(
        {std::string(words.text), is_current ? "" : search_href(with_sort(request, words.sort))});
  }
  return links;
}

// The first page, the last one, and those around the current one; gaps between them.
void add_pages(SearchView& view, const SearchRequest& request, std::uint64_t total) {
  if (request.count == 0 || total <= request.count) return;
  constexpr std::uint64_t kAround = 2;
  const std::uint64_t last = (total - 1) / request.count;
  const std::uint64_t current = std::min<std::uint64_t>(request.start / request.count, last);
  const std::uint64_t begin = current > kAround + 1 ? current - kAround : 1;
  const std::uint64_t end = std::min(current + kAround + 1, last);
  const auto add = [&](std::uint64_t page) {
    view.pages.push_back(
        {number(page + 1), page == current ? "" : search_href(at_page(request, page))});
  };
  add(0);
  if (begin > 1) view.pages.push_back({});
  for (std::uint64_t page = begin; page < end; ++page) add(page);
  if (end < last) view.pages.push_back({});
  add(last);
  if (current > 0) view.previous_href = search_href(at_page(request, current - 1));
  if (current < last) view.next_href = search_href(at_page(request, current + 1));
}

// What the list holds: documents, or with collapse texts.
std::uint64_t listed(const SearchRequest& request, const SearchResults& results) {
  return request.collapse ? results.groups.value_or(results.total) : results.total;
}

void add_folding(SearchView& view, const SearchRequest& request, const SearchResults& results) {
  const std::uint64_t groups = results.groups.value_or(results.total);
  if (groups == results.total) return;
  if (request.collapse) {
    view.results_title += ", " + counted(groups, {"différent", "différents"});
    view.folding = {"Montrer aussi les textes identiques",
                    search_href(with_collapse(request, false))};
  } else {
    view.folding = {"Regrouper les textes identiques", search_href(with_collapse(request, true))};
  }
}

void explain_no_hit(SearchView& view, const SearchAnswer& answer) {
  const SearchRequest& request = answer.asked;
  if (!answer.results.hits.empty() || request.count == 0) return;
  if (answer.results.total != 0) {
    view.empty_explanation = "La liste s’arrête avant cette page.";
    view.ways_out.push_back({"Revenir à la première page", search_href(at_page(request, 0))});
    return;
  }
  view.empty_explanation = answer.dead_end.explanation;
  for (const WayOut& way : answer.dead_end.ways_out) {
    view.ways_out.push_back({way.text + std::string(kNoBreakSpace) + ": " + counted(way.total),
                             search_href(way.request)});
  }
  view.ways_out.push_back({"Tous les textes de l’archive", "/"});
}

std::vector<Link> page_size_links(const SearchRequest& request) {
  std::vector<Link> links;
  for (const std::uint32_t size : {10U, 20U, 50U}) {
    links.push_back({std::to_string(size),
                     size == request.count ? "" : search_href(with_count(request, size))});
  }
  return links;
}

void add_titles(SearchView& view, const SearchRequest& request, const SearchResults& results) {
  const bool is_empty = results.total == 0;
  const std::string total = is_empty ? "Aucun texte" : counted(results.total);
  view.results_title = is_empty ? "Aucun texte ne répond à cette recherche" : total;
  if (request.q.empty()) {
    view.page_title = total + " – Pressoir";
    view.heading = "Textes de l’archive";
  } else {
    view.page_title = request.q + " – " + total + " – Pressoir";
    view.heading = "Recherche " + in_guillemets(request.q);
  }
}

void add_filters(SearchView& view, const SearchAnswer& answer,
                 const gazetteer::Gazetteer& gazetteer) {
  view.facets = facet_views(answer.asked, answer.results, gazetteer);
  view.tags = filter_tags(answer.asked, answer.results);
  view.filters_summary = "Filtres";
  if (!view.tags.empty()) {
    view.filters_summary += " (" + counted(view.tags.size(), {"actif", "actifs"}) + ")";
  }
  if (view.tags.size() > 1) view.no_filter_href = search_href(without_filters(answer.asked));
}

}  // namespace

std::vector<Parameter> kept_parameters(SearchRequest request) {
  request.start = 0;
  std::vector<Parameter> list = parameters(request);
  std::erase_if(list, [](const Parameter& parameter) {
    return parameter.name == "q" || parameter.name == "from" || parameter.name == "to";
  });
  return list;
}

std::vector<Link> export_links(const SearchRequest& request) {
  return {{"Tableau CSV", export_href("csv", request)},
          {"JSON Lines", export_href("jsonl", request)},
          {"Cette page en JSON", api_href(request)}};
}

SearchView view_search(const SearchAnswer& answer, const gazetteer::Gazetteer& gazetteer) {
  const SearchRequest& request = answer.asked;
  const SearchResults& results = answer.results;
  SearchView view;
  add_titles(view, request, results);
  view.q = request.q;
  view.kept = kept_parameters(request);
  if (!results.read_as.empty()) view.read_as = with_french_spaces(results.read_as) + ".";
  view.rewordings = rewordings(request);
  if (results.suggestion) {
    view.suggestion = {*results.suggestion, search_href(with_query(request, *results.suggestion))};
  }
  view.from = in_figures(request.from);
  view.to = in_figures(request.to);
  if (results.dates && !results.dates->buckets.empty()) {
    view.timeline = view_timeline(request, *results.dates, gazetteer);
  }
  if (!request.q.empty()) {
    view.comparison = {"comparer dans le temps", comparison_href({{request.q}, request})};
  }
  add_filters(view, answer, gazetteer);
  if (results.total > 1) view.sorts = sort_links(request);
  for (const search::Hit& hit : results.hits) view.hits.push_back(hit_view(hit, request.q));
  view.first_rank = std::uint64_t{request.start} + 1;
  add_folding(view, request, results);
  add_pages(view, request, listed(request, results));
  if (results.total > 10) view.page_sizes = page_size_links(request);
  view.exports = export_links(request);
  view.feeds = feed_hrefs(request);
  explain_no_hit(view, answer);
  return view;
}

}  // namespace pressoir::pages
