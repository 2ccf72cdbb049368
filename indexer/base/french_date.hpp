// Dates in French words. UTF-8, ordinary spaces. Pure functions, any thread.
#pragma once

#include <string>

#include "indexer/base/date.hpp"

namespace pressoir::base {

// `1er août 2013`, `5 décembre 2012`, `décembre 2012`, `2012`; empty for no date.
std::string in_words(Date date);

// As in_words, the month cut as newspapers cut it and without the year: `déc.`; a date without
// month gives the year.
std::string short_month(Date date);

// A period whose ends are included and may be open: `2012`, `de 2012 à 2014`, `du 1er mai 2012 au 3
// juin 2012`, `depuis décembre 2012`, `jusqu’au 5 décembre 2012`; empty without any end.
std::string period_in_words(Date from, Date to);

}  // namespace pressoir::base
