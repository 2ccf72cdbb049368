// Any bytes as a page: the document is UTF-8, its blocks are in order, within the text and on
// character limits, a line break stands between them, no word of the text is invented, the same
// page gives the same document, be its draft packed meanwhile, and its explanation keeps the same
// text.
#include "indexer/base/utf8.hpp"
#include "indexer/extract/extractor.hpp"
#include "indexer/ingest/packed_value.hpp"
#include "tests/fuzz/invented_text.hpp"
#include "tests/fuzz/require.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>

namespace {

using pressoir::base::Document;
using pressoir::base::is_valid_utf8;
using pressoir::fuzz::require;

bool is_character_limit(const std::string& text, std::size_t at) {
  return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80;
}

void check_blocks(const Document& document) {
  std::size_t expected = 0;
  for (const auto& block : document.blocks) {
    require(block.begin == expected, "a block begins one byte after the one before");
    require(block.begin < block.end && block.end <= document.text.size(), "a block is in the text");
    require(is_character_limit(document.text, block.begin), "a block begins with a character");
    require(is_character_limit(document.text, block.end), "a block ends with a character");
    require(block.end == document.text.size() || document.text[block.end] == '\n',
            "a block ends its line");
    expected = block.end + std::size_t{1};
  }
  require(document.blocks.empty() == document.text.empty(), "the blocks are the text");
}

void check_document(const Document& document) {
  require(is_valid_utf8(document.text) && is_valid_utf8(document.title),
          "title and text are UTF-8");
  require(std::ranges::all_of(document.themes, [](const auto& t) { return is_valid_utf8(t); }),
          "themes are UTF-8");
  require(
      std::ranges::all_of(document.ministers, [](const auto& m) { return is_valid_utf8(m.name); }),
      "names are UTF-8");
  require(document.id.size() == 16, "the id has 16 characters");
  require(!document.title.empty() || !document.text.empty(), "there is something to find");
  require(pressoir::base::is_valid(document.date) || !document.date, "the date exists");
  check_blocks(document);
}

void check_explanation(const pressoir::extract::Explanation& page,
                       const Document& document) {
  std::string kept;
  for (const auto& block : page.blocks) {
    require(is_valid_utf8(block.text) && is_valid_utf8(block.evidence), "explanations are UTF-8");
    if (block.region != pressoir::extract::content::Region::kContent) continue;
    kept += (kept.empty() ? "" : "\n") + block.text;
  }
  require(kept == document.text, "the blocks that are kept are the text");
}

using pressoir::extract::Draft;

Draft unpacked(const Draft& draft) {
  return pressoir::ingest::unpack<Draft>(pressoir::ingest::pack(draft));
}

const pressoir::extract::Extractor& extractor() {
  static const auto& gazetteer = *pressoir::gazetteer::Gazetteer::load().value();
  static const auto themes = pressoir::gazetteer::Themes::load().value();
  static const pressoir::extract::Extractor extractor(gazetteer, themes);
  return extractor;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  pressoir::extract::Page page;
  page.bytes.assign(reinterpret_cast<const char*>(data), size);
  page.fallback_url = "https://site.example/2013/page.html";
  const auto document = extractor().extract(page);
  const auto draft = extractor().draft(page);
  require(document.has_error() || draft.has_value(), "the same page gives the same draft");
  if (draft.has_error()) return 0;
  const auto again = extractor().finish(unpacked(*draft), {});
  require(document.has_value() == again.has_value(), "the same page gives the same result");
  if (document.has_error()) return 0;
  check_document(*document);
  require(*document == *again, "the same page gives the same document");
  // A control character inside a word is taken out, which joins what stands around it.
  const bool has_controls =
      std::ranges::any_of(page.bytes, [](char c) { return (c >= 0 && c < ' ') || c == 0x7F; });
  const auto page_text = pressoir::fuzz::page_text_of(page.bytes);
  require(has_controls || pressoir::fuzz::invented_word(document->text, page_text).empty(),
          "every word of the text stands in the page");
  const auto explanation = extractor().explain(page);
  require(explanation.has_value(), "a page that is read is explained");
  check_explanation(*explanation, *document);

  Document record;
  record.url = page.fallback_url;
  const auto completed = extractor().complete(record, page.bytes);
  if (completed.has_value()) check_document(*completed);
  return 0;
}
