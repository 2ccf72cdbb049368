#include "server/api/opensearch.hpp"

#include <utility>

#include "server/api/xml_writer.hpp"

namespace pressoir::api {
namespace {

struct UrlTemplate {
  std::string_view rel;
  std::string_view type;
  std::string_view path;
};

// Only {searchTerms}: an optional parameter that a client does not know is sent empty, and an empty
// number is one that programs are refused.
constexpr UrlTemplate kUrls[] = {
    {"results", "text/html", "/?q={searchTerms}"},
    {"results", "application/atom+xml", "/feed.atom?q={searchTerms}"},
    {"suggestions", "application/x-suggestions+json", "/opensearch/suggestions?q={searchTerms}"},
    {"self", "application/opensearchdescription+xml", "/opensearch.xml"},
};

}  // namespace

std::string opensearch_description(std::string_view base_url) {
  const auto address = [&](std::string_view path) { return std::string(base_url).append(path); };
  XmlWriter xml;
  xml.open("OpenSearchDescription").attribute("xmlns", "http://a9.com/-/spec/opensearch/1.1/");
  xml.attribute("xmlns:moz", "http://www.mozilla.org/2006/browser/search/");
  xml.element("ShortName", "Pressoir");                                 // at most 16 characters
  xml.element("LongName", "Pressoir, archives de la parole publique");  // at most 48
  xml.element("Description",
              "Recherche dans les archives de la parole publique\u00A0: communiqués, "
              "discours, entretiens, articles.");
  for (const UrlTemplate& url : kUrls) {
    xml.open("Url").attribute("rel", url.rel).attribute("type", url.type);
    xml.attribute("method", "get").attribute("template", address(url.path)).close();
  }
  xml.open("Image").attribute("width", "16").attribute("height", "16");
  xml.attribute("type", "image/svg+xml").text(address("/static/favicon.svg")).close();
  xml.open("Query").attribute("role", "example").attribute("searchTerms", "industrie").close();
  xml.element("SyndicationRight", "open");
  xml.element("Language", "fr");
  xml.element("InputEncoding", "UTF-8");
  xml.element("OutputEncoding", "UTF-8");
  xml.element("moz:SearchForm", address("/"));
  xml.close();
  return std::move(xml).take();
}

}  // namespace pressoir::api
