#include <utility>

#include "indexer/base/date.hpp"
#include "indexer/base/document_json.hpp"
#include "indexer/base/fields.hpp"
#include "indexer/base/json_writer.hpp"
#include "server/api/feeds/feed.hpp"

namespace pressoir::api::feeds {
namespace {

// A list, since version 1.1.
void write_authors(base::JsonWriter& json, const std::vector<FeedAuthor>& authors) {
  json.key("authors").begin_array();
  for (const FeedAuthor& author : authors) {
    json.begin_object().key("name").text(author.name);
    if (!author.address.empty()) json.key("url").text(author.address);
    json.end_object();
  }
  json.end_array();
}

// An extension, as the specification wants it: below a key of ours.
void write_document(base::JsonWriter& json, const base::Document& document) {
  json.key("_pressoir").begin_object();
  for (const base::FieldInfo& field : base::kFields) {
    if (!field.in_feeds) continue;
    json.key(field.name);
    base::write_field(json, document, field);
  }
  json.end_object();
}

// `id` is stable and no address, so that a moved archive does not repeat its entries.
void write_item(base::JsonWriter& json, const FeedPage& page, const search::Hit& hit) {
  json.begin_object();
  json.key("id").text(entry_id(hit));
  json.key("url").text(document_address(page, hit));
  if (const auto original = original_address(hit); !original.empty()) {
    json.key("external_url").text(original);
  }
  json.key("title").text(entry_title(hit));
  // Required, even when there is no snippet.
  json.key("content_text").text(entry_passage(hit));
  // As in Atom: when it entered the archive. The document's own date is in `_pressoir`.
  json.key("date_published").text(base::instant_to_string(hit.document.first_indexed));
  write_authors(json, entry_authors(page, hit));
  json.key("tags").begin_array();
  for (const std::string& theme : hit.document.themes) json.text(theme);
  json.end_array();
  write_document(json, hit.document);
  json.end_object();
}

}  // namespace

std::string to_json_feed(const FeedPage& page) {
  base::JsonWriter json;
  json.begin_object();
  json.key("version").text("https://jsonfeed.org/version/1.1");
  json.key("title").text(feed_title(page));
  json.key("home_page_url").text(search_address(page));
  json.key("feed_url").text(feed_address(page, "json", page.asked.start));
  json.key("description").text(kFeedSubtitle);
  if (const std::uint32_t next = next_start(page); next != page.asked.start) {
    json.key("next_url").text(feed_address(page, "json", next));
  }
  json.key("favicon").text(page.base_url + "/static/favicon.svg");
  json.key("language").text("fr");
  json.key("_pressoir").begin_object();
  json.key("about").text(page.base_url + "/api");
  json.key("total").integer(page.results.total);
  json.end_object();
  json.key("items").begin_array();
  for (const search::Hit& hit : page.results.hits) write_item(json, page, hit);
  json.end_array();
  json.end_object();
  return std::move(json).take();
}

}  // namespace pressoir::api::feeds
