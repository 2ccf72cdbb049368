#include <utility>

#include "indexer/base/date.hpp"
#include "server/api/feeds/feed.hpp"
#include "server/api/xml_writer.hpp"
#include "server/wording/typography.hpp"

namespace pressoir::api::feeds {
namespace {

struct AtomLink {
  std::string_view rel;
  std::string_view type;
  std::string_view href;
};

void write_link(XmlWriter& xml, const AtomLink& link) {
  xml.open("link").attribute("rel", link.rel);
  if (!link.type.empty()) xml.attribute("type", link.type);
  xml.attribute("href", link.href).close();
}

// RFC 5005, section 3: a paged feed. Readers follow `next` to catch up after an absence.
void write_links(XmlWriter& xml, const FeedPage& page) {
  constexpr std::string_view kAtom = "application/atom+xml";
  const std::uint32_t start = page.asked.start;
  write_link(xml, {"self", kAtom, feed_address(page, "atom", start)});
  write_link(xml, {"alternate", "text/html", search_address(page)});
  write_link(xml, {"alternate", "application/feed+json", feed_address(page, "json", start)});
  write_link(
      xml, {"search", "application/opensearchdescription+xml", page.base_url + "/opensearch.xml"});
  write_link(xml, {"first", kAtom, feed_address(page, "atom", 0)});
  if (const std::uint32_t before = previous_start(page); before != start) {
    write_link(xml, {"previous", kAtom, feed_address(page, "atom", before)});
  }
  if (const std::uint32_t next = next_start(page); next != start) {
    write_link(xml, {"next", kAtom, feed_address(page, "atom", next)});
  }
}

// OpenSearch counts from 1.
void write_response_elements(XmlWriter& xml, const FeedPage& page) {
  xml.element("opensearch:totalResults", std::to_string(page.results.total));
  xml.element("opensearch:startIndex", std::to_string(std::uint64_t{page.asked.start} + 1));
  xml.element("opensearch:itemsPerPage", std::to_string(page.asked.count));
  xml.open("opensearch:Query").attribute("role", "request");
  xml.attribute("searchTerms", page.asked.q).close();
}

// Atom allows an author without an address.
void write_author(XmlWriter& xml, const FeedAuthor& author) {
  xml.open("author").element("name", author.name);
  if (!author.address.empty()) xml.element("uri", author.address);
  xml.close();
}

void write_entry(XmlWriter& xml, const FeedPage& page, const search::Hit& hit) {
  const base::Document& document = hit.document;
  xml.open("entry");
  xml.element("id", entry_id(hit));
  xml.element("title", entry_title(hit));
  // Not the document's date: readers sort by it, and a text of 2012 that is added today is new to
  // them.
  xml.element("updated", base::instant_to_string(document.first_indexed));
  if (document.date) xml.element("dc:date", base::to_string(document.date));
  for (const FeedAuthor& author : entry_authors(page, hit)) write_author(xml, author);
  for (const std::string& theme : document.themes) {
    xml.open("category").attribute("term", theme);
    // Term: for programs. Label: for people.
    xml.attribute("scheme", page.base_url + "/themes");
    xml.attribute("label", wording::theme_in_words(theme)).close();
  }
  write_link(xml, {"alternate", "text/html", document_address(page, hit)});
  if (const auto original = original_address(hit); !original.empty()) {
    write_link(xml, {"via", "", original});
  }
  if (const std::string passage = entry_passage(hit); !passage.empty()) {
    xml.element("summary", passage);
  }
  xml.close();
}

}  // namespace

std::string to_atom(const FeedPage& page) {
  XmlWriter xml;
  xml.open("feed").attribute("xmlns", "http://www.w3.org/2005/Atom");
  xml.attribute("xmlns:opensearch", "http://a9.com/-/spec/opensearch/1.1/");
  xml.attribute("xmlns:dc", "http://purl.org/dc/elements/1.1/");
  xml.attribute("xml:lang", "fr");
  xml.element("id", feed_id(page));
  xml.element("title", feed_title(page));
  xml.element("subtitle", kFeedSubtitle);
  // An empty feed has never been updated; no other instant would stay as it is.
  xml.element("updated", base::instant_to_string(newest_entry(page)));
  write_author(xml, {"Pressoir", page.base_url + "/"});
  xml.element("icon", page.base_url + "/static/favicon.svg");
  xml.element("generator", "Pressoir");
  write_links(xml, page);
  write_response_elements(xml, page);
  for (const search::Hit& hit : page.results.hits) write_entry(xml, page, hit);
  xml.close();
  return std::move(xml).take();
}

}  // namespace pressoir::api::feeds
