// Results as the JSON of `GET /api/v1/search`. May be called from any thread.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "server/api/field.hpp"
#include "server/api/json_writer.hpp"
#include "server/api/search_request.hpp"
#include "server/query/request.hpp"
#include "server/search/results.hpp"

namespace pressoir::api {

// One object on one line. Each result holds the fields of `call.fields` in the order of Field;
// absent values are null, lists are always there, matches are fragments and never HTML.
std::string search_results_to_json(const SearchCall& call, const search::SearchResults& results);

// Pieces of text as a list of `{"text": …, "match": …}`.
void write_fragments(JsonWriter& json, const std::vector<search::snippet::Fragment>& fragments);

// The value of a field of the document itself: neither `title`, which a result has in fragments,
// nor what depends on the query (`snippet`, `form`, `score`).
void write_document_field(JsonWriter& json, const base::Document& document, Field field);

// `"filters": {…}`: the filters and the dates that the request has.
void write_filters(JsonWriter& json, const query::SearchRequest& request);

// `"index": {…}`: which state of the archive answered.
void write_index(JsonWriter& json, std::string_view revision, std::uint64_t documents);

// `year`, `month`, `day`.
std::string_view interval_name(query::Interval interval);

// A list of texts; the members of a result that `fields` asks for.
void write_texts(JsonWriter& json, const std::vector<std::string>& texts);
void write_fields(JsonWriter& json, const search::Hit& hit, const FieldSet& fields);

// Members that several answers have: `query`; `values` of a facet; `index` and `took_ms`.
struct Answering {
  std::string_view revision;
  std::uint64_t documents = 0;
  double took_ms = 0;
};
void write_query(JsonWriter& json, const query::SearchRequest& request,
                 const search::SearchResults& results);
void write_facet_values(JsonWriter& json, base::Facet facet,
                        const std::vector<search::facets::FacetValue>& values);
void write_end(JsonWriter& json, const Answering& answering);

}  // namespace pressoir::api
