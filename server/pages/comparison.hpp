// The comparison page, `/comparer`: several queries as curves over time. Its request and addresses,
// the searches that it needs, and what it shows before it is HTML.
//
// answer_comparison() uses a Searcher, one thread at a time; all other functions are pure.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "indexer/base/error.hpp"
#include "indexer/gazetteer/gazetteer.hpp"
#include "server/links/filters.hpp"
#include "server/links/link.hpp"
#include "server/pages/facet_view.hpp"
#include "server/pages/timeline/curves.hpp"
#include "server/pages/timeline_view.hpp"
#include "server/search/searcher.hpp"
#include "server/search/trends.hpp"

namespace pressoir::pages {

struct ComparisonRequest {
  // At most search::kMaxSeries; none: an empty form.
  std::vector<std::string> queries;
  // Filters, dates and match mode of all queries.
  query::SearchRequest common = {};
  // None: the one that suits the dates.
  std::optional<query::Interval> interval = {};
};

// `/comparer?q=…&q=…`.
std::string comparison_href(const ComparisonRequest& request);

// Its parameters, always in one order; the SVG picture and the API's JSON and CSV take the same.
std::vector<links::Parameter> parameters(const ComparisonRequest& request);

// The same between other dates.
ComparisonRequest with_dates(ComparisonRequest request, base::Date from, base::Date to);

struct ComparisonAnswer {
  ComparisonRequest asked;
  // In the interval that is drawn.
  search::Trends trends;
  // Facets in which the names of the active filters are.
  search::SearchResults names;
};

// Most periods of a drawing: ten years of months. A page must stay small.
inline constexpr std::int32_t kMaxComparedPeriods = 120;

// The interval of the request, or the one that suits the dates; longer when it makes more than
// kMaxComparedPeriods.
query::Interval comparison_interval(const ComparisonRequest& request,
                                    const search::ArchiveSummary& archive);

// Errors: those of Searcher::trends. Without a query nothing is searched.
base::Result<ComparisonAnswer> answer_comparison(const ComparisonRequest& request,
                                                 search::Searcher& searcher);

// One query: its line in the legend.
struct ComparedQuery {
  // The query, and its results.
  links::Link search;
  // Label at the end of its curve: the query, shortened.
  std::string end;
  // `1 234 textes, 3,4 %`.
  std::string total;
  // A sentence; empty when it is read as it is written.
  std::string read_as;
};

// One period: a line of the table, and what the drawing shows under the pointer.
struct ComparedPeriod {
  std::string name;
  // As the form takes dates.
  std::string from;
  std::string to;
  // `2012 : industrie 3,4 %, emploi 5,0 %`; narrows the page to the period.
  links::Link zoom;
  // Of the archive.
  std::uint64_t documents = 0;
  struct Cell {
    // Leads to the texts, when there are any and the addresses are short enough.
    links::Link count;
    // Empty where the archive has no text.
    std::string share;
  };
  // One for each query.
  std::vector<Cell> cells;
};

struct IntervalChoice {
  // Empty: what suits the dates.
  std::string value;
  std::string text;
  bool is_selected = false;
};

struct ComparisonView {
  std::string page_title;
  // The form: queries, dates and intervals, hidden fields, active filters.
  std::array<std::string, search::kMaxSeries> fields;
  std::string from;
  std::string to;
  std::vector<IntervalChoice> intervals;
  std::vector<links::Parameter> kept;
  std::vector<links::FilterTag> tags;
  // When nothing is compared yet.
  std::vector<links::Link> examples;
  // Why there is no drawing although there are queries.
  std::string empty;

  std::optional<timeline::Curves> drawing;
  // `Part des textes de l’archive, par année, de 1998 à 2024`.
  std::string description;
  // Of the table: `Année`.
  std::string column;
  std::vector<ComparedQuery> queries;
  std::vector<ComparedPeriod> periods;
  std::vector<GovernmentTerm> governments;
  // Notes below the drawing; empty when there is nothing to note.
  // `12 textes sans date précise`.
  std::string undated;
  // `trop de périodes pour un dessin par jour`.
  std::string lengthened;
  // `2 périodes de trop peu de textes…`.
  std::string skipped;
  // Table, picture, JSON.
  std::vector<links::Link> downloads;
  // Of the picture: the archive and its revision, and the address of the page.
  std::string source;
  std::string address;
};

// `root`: `https://host`, put before every address of files that leave the site; else empty.
ComparisonView view_comparison(const ComparisonAnswer& answer,
                               const gazetteer::Gazetteer& gazetteer, const std::string& root = {});

}  // namespace pressoir::pages
