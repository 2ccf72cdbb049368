// The comparison page before it is HTML: every word, number and address that it shows, in French.
// Plain data and pure functions, any thread.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "indexer/gazetteer/gazetteer.hpp"
#include "server/pages/comparison_request.hpp"
#include "server/pages/curves.hpp"
#include "server/pages/facet_view.hpp"
#include "server/pages/timeline_view.hpp"

namespace pressoir::pages {

// One query: its line in the legend.
struct ComparedQuery {
  Link search;          // the query; what it finds
  std::string end;      // at the end of its curve: the query, cut where there is no room
  std::string total;    // `1 234 textes, 3,4 %`
  std::string read_as;  // a sentence; empty when it is read as it is written
};

// One period: a line of the table, and what the drawing says when it is pointed at.
struct ComparedPeriod {
  std::string name;
  std::string from;  // as dates are written in forms
  std::string to;
  Link zoom;  // `2012 : industrie 3,4 %, emploi 5,0 %`; narrows the page to the period
  std::uint64_t documents;  // of the archive
  struct Cell {
    Link count;         // leads to the texts, where there are any and addresses are short
    std::string share;  // empty where the archive has no text
  };
  std::vector<Cell> cells;  // one for each query
};

struct IntervalChoice {
  std::string value;  // empty: what suits the dates
  std::string text;
  bool is_selected = false;
};

struct ComparisonView {
  std::string page_title;
  std::array<std::string, search::kMaxSeries> fields;
  std::vector<Parameter> kept;  // what the form passes on besides queries, dates and interval
  std::string from;             // as they stand in the form
  std::string to;
  std::vector<IntervalChoice> intervals;
  std::vector<FilterTag> tags;
  std::vector<Link> examples;  // when nothing is compared yet
  std::string empty;           // why nothing is drawn though something is compared

  std::optional<Curves> drawing;
  std::string description;  // `Part des textes de l’archive, par année, de 1998 à 2024`
  std::string column;       // of the table: `Année`
  std::vector<ComparedQuery> queries;
  std::vector<ComparedPeriod> periods;
  std::vector<GovernmentTerm> governments;
  std::string undated;     // `12 textes sans date`; empty when there are none
  std::string lengthened;  // `trop de périodes pour un dessin par jour`; empty: drawn as asked
  std::string left_out;    // `2 périodes de trop peu de textes…`; empty when there are none
  std::vector<Link> downloads;  // table, picture, JSON
  std::string source;           // of the picture: `Pressoir, 1 234 textes, révision 17-…`
  std::string address;          // and where it comes from
};

// `root`: what stands before every address, for files that leave the site; else empty.
ComparisonView view_comparison(const ComparisonAnswer& answer,
                               const gazetteer::Gazetteer& gazetteer, const std::string& root = {});

}  // namespace pressoir::pages
