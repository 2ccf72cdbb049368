// Queries to measure with, as a file of tab-separated values lists them: one a line, with the eight
// columns class, operator (AND, OR, PHRASE, ALL), words, filter (minister, theme or empty), its
// value, first day, last day, sort (empty or `date`: the newest first).
#pragma once

#include <istream>
#include <string>
#include <vector>

#include "indexer/base/error.hpp"
#include "server/query/request.hpp"

namespace pressoir::bench {

struct NamedQuery {
  std::string query_class;  // queries of one class are measured together
  query::SearchRequest request;
};

// Every request asks for the ten best, the total, and the ministers, themes and years; for no
// snippets. A minister may be given by name, a theme with ` › ` between its steps. kBadParameter
// names the first line that is none of these.
base::Result<std::vector<NamedQuery>> read_queries(std::istream& in);

}  // namespace pressoir::bench
