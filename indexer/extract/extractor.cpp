#include "indexer/extract/extractor.hpp"

#include "indexer/base/url.hpp"
#include "indexer/extract/blocks.hpp"
#include "indexer/extract/date_finder.hpp"
#include "indexer/extract/decode.hpp"
#include "indexer/extract/document_type.hpp"
#include "indexer/extract/html_tree.hpp"
#include "indexer/extract/page_facts_reader.hpp"
#include "indexer/extract/themes.hpp"
#include "indexer/extract/title.hpp"
#include "indexer/text/analyzer.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

namespace pressoir::extract {
namespace {

using base::Document;
using base::Errc;
using base::Error;
using base::Result;

Result<PageFacts> read_html(std::string_view html, const ExtractLimits& limits) {
  MarkupLimits markup_limits;
  markup_limits.max_depth = limits.max_depth;
  auto tree = HtmlTree::parse(html, markup_limits);
  if (tree.has_error()) return std::move(tree).error();
  return read_page_facts(*tree);
}

bool is_web_address(std::string_view url) {
  return url.starts_with("http://") || url.starts_with("https://");
}

// The path and the query of an address that names its host.
std::string_view path_of(std::string_view url) {
  const std::size_t host = url.find("://");
  if (host == std::string_view::npos) return url;
  const std::size_t path = url.find('/', host + 3);
  return path == std::string_view::npos ? std::string_view("/") : url.substr(path);
}

// The canonical address that the page names, unless it names the home page of its site for every
// page; else the address at which it was found.
Result<std::string> choose_url(const PageFacts& facts, const std::string& fallback_url) {
  auto fallback = base::canonical_url(fallback_url);
  std::string_view named = facts.canonical;
  for (const auto& [name, content] : facts.metas) {
    if (named.empty() && name == "og:url") named = content;
  }
  if (named.empty()) return fallback;
  const bool has_base = fallback.has_value() && is_web_address(*fallback);
  const auto canonical =
      has_base ? base::resolve_url(*fallback, named) : base::canonical_url(named);
  if (canonical.has_error() || !is_web_address(*canonical)) return fallback;
  const bool is_home = path_of(*canonical) == "/";
  if (is_home && fallback.has_value() && path_of(*fallback) != "/") return fallback;
  return *canonical;
}

void set_date(const PageFacts& facts, base::Date captured, Document& document) {
  const DateFinding found = find_date(facts, captured);
  document.date = found.date;
  document.date_source = found.source;
  document.date_confidence = found.confidence;
  document.date_conflict = found.has_conflict;
}

void set_government(const gazetteer::Gazetteer& gazetteer, Document& document) {
  if (!document.government.empty() || !document.date) return;
  const gazetteer::Government* government = gazetteer.government_at(document.date);
  if (government != nullptr) document.government = government->id;
}

// Who the page's attributes say wrote it, one name a line.
std::string bylines(const PageFacts& facts) {
  constexpr std::array<std::string_view, 6> kAuthorMetas = {
      "author", "article:author", "dc.creator", "dcterms.creator", "dc.contributor", "dc.author"};
  std::string lines;
  for (const auto& [name, content] : facts.metas) {
    if (std::ranges::find(kAuthorMetas, name) != kAuthorMetas.end()) lines += content + '\n';
  }
  return lines;
}

// The facts of a record that came without html, or whose html is a fragment: its own fields.
void add_given_facts(const Document& given, PageFacts& facts) {
  facts.url = given.url;
  if (!given.title.empty()) facts.heading = given.title;
  if (given.text.empty()) return;
  facts.text = given.text;
  facts.blocks = given.blocks;
}

void set_text(Document& document, PageFacts& facts) {
  if (document.text.empty()) {
    document.text = facts.text;
    document.blocks = facts.blocks;
  } else {
    document.text = split_lines(document.text, document.blocks);
    facts.text = document.text;
    facts.blocks = document.blocks;
  }
}

Error empty_page() {
  return {Errc::kEmpty, "the page has neither title nor text"};
}

}  // namespace

Extractor::Extractor(const gazetteer::Gazetteer& gazetteer, const ExtractLimits& limits)
    : gazetteer_(&gazetteer), ministers_(gazetteer), limits_(limits) {}

Result<Document> Extractor::extract(const Page& page) const {
  if (page.bytes.size() > limits_.max_page_bytes) {
    return Error{Errc::kTooLarge, fmt::format("the page has {} bytes, more than {}",
                                              page.bytes.size(), limits_.max_page_bytes)};
  }
  if (page.bytes.empty()) return Error{Errc::kEmpty, "the page has 0 bytes"};
  const auto decoded = decode_utf8(page.bytes, page.charset);
  if (decoded.has_error()) return decoded.error();
  MarkupLimits markup_limits;
  markup_limits.max_depth = limits_.max_depth;
  const auto tree = HtmlTree::parse(decoded->text, markup_limits);
  if (tree.has_error()) return tree.error();
  if (tree->tag_count() == 0) return Error{Errc::kNotHtml, "the page holds no tag"};
  PageFacts facts = read_page_facts(*tree);
  auto url = choose_url(facts, page.fallback_url);
  if (url.has_error()) return url.error();
  facts.url = *url;

  Document document;
  document.url = std::move(*url);
  document.id = base::document_id(document.url);
  document.source = base::url_host(document.url);
  document.title = choose_title(facts);
  set_date(facts, page.captured, document);
  document.type = find_document_type(facts, document.title);
  document.themes = find_themes(facts);
  document.text = std::move(facts.text);
  document.blocks = std::move(facts.blocks);
  if (document.title.empty() && document.text.empty()) return empty_page();
  document.ministers =
      ministers_.find({document.title, document.text, bylines(facts)}, document.date);
  set_government(*gazetteer_, document);
  return document;
}

Result<Document> Extractor::complete(Document given, const std::string& html) const {
  auto url = base::canonical_url(given.url);
  if (url.has_error()) return url.error();
  if (html.size() + given.text.size() > limits_.max_page_bytes) {
    return Error{Errc::kTooLarge,
                 fmt::format("the record's text has more than {} bytes", limits_.max_page_bytes)};
  }
  auto facts = read_html(text::to_nfc(html), limits_);
  if (facts.has_error()) return facts.error();
  given.url = std::move(*url);
  given.id = base::document_id(given.url);
  given.title = text::to_nfc(given.title);
  set_text(given, *facts);
  add_given_facts(given, *facts);
  if (given.title.empty()) given.title = choose_title(*facts);
  if (given.title.empty() && given.text.empty()) return empty_page();
  if (given.source.empty()) given.source = base::url_host(given.url);
  if (!given.date) {
    set_date(*facts, {}, given);
  } else if (given.date_source == base::DateSource::kNone) {
    given.date_source = base::DateSource::kGiven;
    given.date_confidence = base::Confidence::kHigh;
  }
  if (given.type.empty()) given.type = find_document_type(*facts, given.title);
  if (given.themes.empty()) given.themes = find_themes(*facts);
  for (base::Minister& minister : given.ministers) {
    minister = ministers_.resolve(std::move(minister), given.date);
  }
  if (given.ministers.empty()) {
    given.ministers = ministers_.find({given.title, given.text, bylines(*facts)}, given.date);
  }
  set_government(*gazetteer_, given);
  return given;
}

}  // namespace pressoir::extract
