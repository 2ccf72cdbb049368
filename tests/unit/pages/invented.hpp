// Invented answers that fill every part of the pages.
#pragma once

#include <string>

#include "indexer/gazetteer/gazetteer.hpp"
#include "server/query/request.hpp"
#include "server/search/results.hpp"
#include "server/search/searcher.hpp"

namespace pressoir::pages {

// How a query of words is read.
query::QueryOutline read_as(const std::string& q);

// `pôles compétitivité`, narrowed to a minister, a theme and two years.
query::SearchRequest invented_request();

// 1,243 texts, of which `hits` are listed; all facets; a bar for each year of 1998 to 2024.
search::SearchResults invented_results(std::size_t hits = 25);

search::ArchiveSummary invented_archive();

// The gazetteer of the program.
const gazetteer::Gazetteer& gazetteer();

// A text with a block of every kind.
search::Searcher::DocumentView invented_document();

}  // namespace pressoir::pages
