// The search page and the home page before they are HTML: every word, number and address that they
// show, in French. Plain data and pure functions, any thread.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "server/links/filters.hpp"
#include "server/links/link.hpp"
#include "server/pages/document_view.hpp"
#include "server/pages/facet_view.hpp"
#include "server/pages/search_answer.hpp"
#include "server/pages/timeline_view.hpp"

namespace pressoir::pages {

struct SearchView {
  std::string page_title;
  std::string heading;
  // The form: its fields, the dates as `12/2012`, and the hidden fields.
  std::string q;
  std::string from;
  std::string to;
  std::vector<links::Parameter> kept;

  // How the query was read, a sentence; empty without a query. Beside it other ways to read it.
  std::string read_as;
  std::vector<links::Link> rewordings;
  // A better spelling.
  std::optional<links::Link> suggestion;
  std::optional<TimelineView> timeline;
  // The query beside others, over time.
  std::optional<links::Link> comparison;

  std::vector<FacetView> facets;
  // `Filtres`, `Filtres (2 actifs)`.
  std::string filters_summary;
  std::vector<links::FilterTag> tags;
  // Drops all of them; empty when there are fewer than two.
  std::string no_filter_href;

  // `143 textes`.
  std::string results_title;
  // The current one has no href; empty when there is nothing to sort.
  std::vector<links::Link> sorts;
  // One result for equal texts, or all again; none when all texts differ.
  std::optional<links::Link> collapse;
  std::vector<HitView> hits;
  // Of the first hit, counted from 1.
  std::uint64_t first_rank = 1;
  // The current one has no href; an empty text is a gap.
  std::vector<links::Link> pages;
  std::string previous_href;
  std::string next_href;
  // `10`, `20`, `50`.
  std::vector<links::Link> page_sizes;
  // CSV, JSON Lines, JSON.
  std::vector<links::Link> exports;
  links::FeedHrefs feeds;

  // When there is no hit to show: why, and what would find something.
  std::string empty_explanation;
  std::vector<links::Link> ways_out;
};

SearchView view_search(const SearchAnswer& answer, const gazetteer::Gazetteer& gazetteer);

// The hidden fields of a form that searches within a request: all but query, dates and page.
std::vector<links::Parameter> kept_parameters(query::SearchRequest request);

// A rule of the query language by example.
struct Example {
  links::Link query;
  // `les deux mots, sous toutes leurs formes`.
  std::string meaning;
};

struct HomeView {
  // `Textes`, `148 212`.
  std::vector<std::pair<std::string, std::string>> facts;
  std::optional<TimelineView> timeline;
  // The latest.
  std::vector<HitView> hits;
  std::vector<Example> examples;
  std::vector<FacetEntry> sources;
};

// `answer`: of a request without conditions (see asks_nothing).
HomeView view_home(const SearchAnswer& answer, const search::ArchiveSummary& archive,
                   const gazetteer::Gazetteer& gazetteer);

// All rules, for the help page; the home page shows the first few.
std::vector<Example> examples();

}  // namespace pressoir::pages
