#include "server/api/similar_json.hpp"

#include <utility>

#include "server/api/json_writer.hpp"
#include "server/api/search_json.hpp"

namespace pressoir::api {

std::string similar_to_json(const search::SimilarRequest& request, const FieldSet& fields,
                            const search::SimilarResults& results) {
  JsonWriter json;
  json.begin_object();
  json.key("id").text(request.id);
  write_texts(json.key("words"), results.words);
  json.key("count").integer(request.count);
  json.key("results").begin_array();
  for (const search::SimilarHit& similar : results.hits) {
    json.begin_object();
    write_fields(json, similar.hit, fields);
    write_texts(json.key("shared"), similar.shared);
    json.end_object();
  }
  json.end_array();
  write_end(json, {results.revision, results.documents, results.took_ms});
  json.end_object();
  return std::move(json).take();
}

}  // namespace pressoir::api
