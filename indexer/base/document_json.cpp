#include "indexer/base/document_json.hpp"

#include <boost/json.hpp>

namespace pressoir::base {
namespace {

namespace json = boost::json;

json::value text_or_null(const std::string& text) {
  return text.empty() ? json::value(nullptr) : json::value(text);
}

json::array ministers_to_json(const Document& document) {
  json::array ministers;
  for (const Minister& minister : document.ministers) {
    ministers.push_back({{"id", minister.id},
                         {"name", minister.name},
                         {"office", text_or_null(minister.office)},
                         {"lineage", text_or_null(minister.lineage)},
                         {"role", to_string(minister.role)},
                         {"evidence", to_string(minister.evidence)}});
  }
  return ministers;
}

json::array blocks_to_json(const Document& document) {
  json::array blocks;
  for (const Block& block : document.blocks) {
    blocks.push_back({{"kind", to_string(block.kind)}, {"start", block.begin}, {"end", block.end}});
  }
  return blocks;
}

}  // namespace

std::string document_to_json(const Document& document, const DocumentJsonOptions& options) {
  json::object object{{"id", document.id},
                      {"url", document.url},
                      {"title", document.title},
                      {"date", text_or_null(to_string(document.date))},
                      {"date_source", to_string(document.date_source)},
                      {"date_confidence", to_string(document.date_confidence)},
                      {"date_conflict", document.date_conflict},
                      {"type", text_or_null(document.type)},
                      {"source", text_or_null(document.source)},
                      {"government", text_or_null(document.government)},
                      {"ministers", ministers_to_json(document)},
                      {"themes", json::array(document.themes.begin(), document.themes.end())}};
  object.emplace("first_indexed", document.first_indexed == 0
                                      ? json::value(nullptr)
                                      : json::value(instant_to_string(document.first_indexed)));
  if (options.with_text) object.emplace("text", document.text);
  if (options.with_blocks) object.emplace("blocks", blocks_to_json(document));
  return json::serialize(object);
}

}  // namespace pressoir::base
