// Answers to searches as JSON: results, suggestions, similar documents and facet values, each one
// object on one line, described by schemas.json. Absent values are null, lists are always there,
// and matched text is a list of fragments, never HTML. May be called from any thread.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/base/json_writer.hpp"
#include "server/api/field.hpp"
#include "server/query/request.hpp"
#include "server/search/results.hpp"
#include "server/suggest/suggestion.hpp"

namespace pressoir::api {

// `GET /api/v1/search`. Each result has `fields`, in the order of Field.
std::string search_results_to_json(const query::SearchRequest& request, const FieldSet& fields,
                                   const search::SearchResults& results);

// `GET /api/v1/suggest`. A suggestion has `kind`, `text`, `value` and `count`, then what its kind
// adds.
std::string suggestions_to_json(const suggest::SuggestRequest& request,
                                const suggest::Suggestions& suggestions);

// `GET /api/v1/documents/{id}/similar`. Each result has `fields` and the words that it shares.
std::string similar_to_json(const search::SimilarRequest& request, const FieldSet& fields,
                            const search::SimilarResults& results);

// `GET /api/v1/facets/{facet}`.
std::string facet_lookup_to_json(const search::FacetLookupRequest& request,
                                 const search::FacetLookup& lookup);

// Parts that other answers share.

// `"filters": {…}`: the filters and dates that the request has.
void write_filters(base::JsonWriter& json, const query::SearchRequest& request);

// `"index": {…}`: the revision of the archive that answered, and its number of documents.
void write_index(base::JsonWriter& json, std::string_view revision, std::uint64_t documents);

// A list of texts.
void write_texts(base::JsonWriter& json, const std::vector<std::string>& texts);

}  // namespace pressoir::api
