// Dates as French prose writes them, for pages and for `read_as` of the API. UTF-8, ordinary spaces
// (pages put the no-break ones). Pure functions, any thread.
#pragma once

#include <string>

#include "indexer/base/date.hpp"

namespace pressoir::base {

// `1er août 2013`, `5 décembre 2012`, `décembre 2012`, `2012`; empty for no date.
std::string in_words(Date date);

// The month alone, abbreviated as newspapers do: `déc.`; the year of a date without month. For the
// axis of the timeline.
std::string short_month(Date date);

// A period, ends included, either end open: `2012`, `de 2012 à 2014`, `du 1er mai 2012 au 3
// juin 2012`, `depuis décembre 2012`, `jusqu’au 5 décembre 2012`; empty without any end.
std::string period_in_words(Date from, Date to);

}  // namespace pressoir::base
