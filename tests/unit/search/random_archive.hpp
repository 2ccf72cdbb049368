// Random documents, queries and requests: few distinct words and values, so that everything meets.
#pragma once

#include <random>
#include <string>
#include <vector>

#include "server/query/request.hpp"
#include "tests/unit/search/plain_search.hpp"

namespace pressoir::search {

using Random = std::mt19937;

base::Document random_document(int number, Random& random);

PlainQuery random_query(Random& random);

// The query as a person types it.
std::string type_query(const PlainQuery& query, Random& random);

// Filters, dates, intervals, sizes; without words.
query::SearchRequest random_request(Random& random);

// A value that documents may have for a facet, one that none has, or `none`.
std::string random_value(base::Facet facet, Random& random);

}  // namespace pressoir::search
