#include <utility>

#include "indexer/base/json_writer.hpp"
#include "server/api/citations/citation.hpp"

namespace pressoir::api::citations {
namespace {

// Absent values are left out: the schema forbids null.
void add(base::JsonWriter& json, std::string_view name, std::string_view value) {
  if (!value.empty()) json.key(name).text(value);
}

// Partial dates are shorter lists: year, month, day.
void add_date(base::JsonWriter& json, std::string_view name, base::Date date) {
  if (!date) return;
  json.key(name).begin_object().key("date-parts").begin_array().begin_array();
  for (const int part : {int{date.year}, int{date.month}, int{date.day}}) {
    if (part != 0) json.integer(static_cast<std::uint64_t>(part));
  }
  json.end_array().end_array().end_object();
}

// One name as an author; a family name alone is an institution's or a single name.
void add_author(base::JsonWriter& json, const PersonName& name) {
  json.begin_object();
  if (name.given.empty()) {
    add(json, "literal", name.family);
  } else {
    add(json, "family", name.family);
    add(json, "given", name.given);
    add(json, "dropping-particle", name.particle);
  }
  json.end_object();
}

// CSL has one string for all keywords.
std::string keyword_list(const std::vector<std::string>& keywords) {
  std::string list;
  for (const std::string& keyword : keywords) list += (list.empty() ? "" : ", ") + keyword;
  return list;
}

}  // namespace

std::string to_csl_json(const Citation& citation) {
  base::JsonWriter json;
  // Reference managers import lists.
  json.begin_array().begin_object();
  add(json, "id", citation.key);
  add(json, "type", citation.type->csl);
  add(json, "title", citation.title);
  if (!citation.authors.empty()) {
    json.key("author").begin_array();
    for (const PersonName& name : citation.authors) add_author(json, name);
    json.end_array();
  }
  add_date(json, "issued", citation.date);
  add_date(json, "accessed", citation.accessed);
  add(json, "genre", citation.genre);
  // CSL styles print the site of a web page as its container, of others as publisher.
  add(json, citation.type->csl == "webpage" ? "container-title" : "publisher", citation.site);
  add(json, "URL", citation.address);
  add(json, "archive", "Pressoir");
  add(json, "archive_location", citation.archive_address);
  add(json, "keyword", keyword_list(citation.keywords));
  add(json, "note", citation.offices);
  add(json, "language", "fr");
  json.end_object().end_array();
  return std::move(json).take();
}

}  // namespace pressoir::api::citations
