#include "server/api/opensearch.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "indexer/base/json_writer.hpp"
#include "server/api/xml_writer.hpp"

namespace pressoir::api {
namespace {

// `rel` tells clients what an address is for.
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
  // Browsers want a size; the icon is an SVG, which scales.
  xml.open("Image").attribute("width", "16").attribute("height", "16");
  xml.attribute("type", "image/svg+xml").text(address("/static/favicon.svg")).close();
  xml.open("Query").attribute("role", "example").attribute("searchTerms", "industrie").close();
  xml.element("SyndicationRight", "open");
  xml.element("Language", "fr");
  xml.element("InputEncoding", "UTF-8");
  xml.element("OutputEncoding", "UTF-8");
  // Where Firefox goes for an empty search.
  xml.element("moz:SearchForm", address("/"));
  xml.close();
  return std::move(xml).take();
}

// Browsers show the texts in a list without kinds: a word and a title may look the same.
std::string suggestions_to_browser_json(const suggest::SuggestRequest& request,
                                        const suggest::Suggestions& suggestions) {
  std::vector<std::string> texts;
  for (const suggest::Suggestion& offer : suggestions.offers) {
    std::string text;
    for (const search::snippet::Fragment& fragment : offer.text) text += fragment.text;
    if (std::find(texts.begin(), texts.end(), text) == texts.end())
      texts.push_back(std::move(text));
  }
  base::JsonWriter json;
  json.begin_array().text(request.q).begin_array();
  for (const std::string& text : texts) json.text(text);
  json.end_array();
  json.begin_array().end_array().begin_array().end_array();
  json.end_array();
  return std::move(json).take();
}

}  // namespace pressoir::api
