#include "server/api/facet_json.hpp"

#include <utility>

#include "server/api/json_writer.hpp"
#include "server/api/search_json.hpp"

namespace pressoir::api {

std::string facet_lookup_to_json(const search::FacetLookupRequest& request,
                                 const search::FacetLookup& lookup) {
  JsonWriter json;
  json.begin_object();
  json.key("facet").text(to_string(request.facet));
  json.key("q").text(request.typed);
  write_query(json, request.search, lookup.answer);
  json.key("total").integer(lookup.total);
  json.key("start").integer(request.start);
  json.key("count").integer(request.count);
  write_facet_values(json, request.facet, lookup.values);
  json.key("none").integer(lookup.none);
  write_end(json, {lookup.answer.revision, lookup.answer.documents, lookup.answer.took_ms});
  json.end_object();
  return std::move(json).take();
}

}  // namespace pressoir::api
