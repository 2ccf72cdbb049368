// Trends (how many documents of each period match a query) as JSON and as CSV. Pure functions, any
// thread.
#pragma once

#include <string>

#include "server/search/trends.hpp"

namespace pressoir::api {

// One object on one line. `share` is the documents of the series by those of the archive in the
// period, rounded to six decimals; null where the archive has none.
std::string trends_to_json(const search::TrendsRequest& request, const search::Trends& trends);

// RFC 4180: a header, then a line for each period of each series, in the order of the queries, then
// of time; `none`, the undated documents, comes last. Formulas are neutralised as by csv_cell.
std::string trends_to_csv(const search::Trends& trends);

}  // namespace pressoir::api
