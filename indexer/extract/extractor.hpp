// Bytes of a page -> Document: decode, parse, drop the chrome, read title, date, ministers, themes
// and type.
//
// An Extractor does not change once made: any number of threads may use it. It never throws on
// account of a page and never reads beyond its limits.
#pragma once

#include "indexer/base/document.hpp"
#include "indexer/base/error.hpp"
#include "indexer/extract/minister_finder.hpp"
#include "indexer/extract/page.hpp"
#include "indexer/gazetteer/gazetteer.hpp"
#include "indexer/gazetteer/themes.hpp"

#include <string>

namespace pressoir::extract {

struct PageFacts;

struct ExtractLimits {
  std::size_t max_page_bytes = 16u << 20;  // larger pages are kTooLarge
  int max_depth = 512;                     // more nested tags are kTooDeep
};

class Extractor {
 public:
  // `gazetteer` and `themes` must outlive the Extractor.
  Extractor(const gazetteer::Gazetteer& gazetteer, const gazetteer::Themes& themes,
            const ExtractLimits& limits = {});

  // The document of a page; first_indexed is left 0. Errors: kTooLarge, kTooDeep, kNotHtml (the
  // bytes are of a binary format, or hold no tag at all), kEmpty (neither title nor text is left),
  // kBadRecord (no usable address).
  base::Result<base::Document> extract(const Page& page) const;

  // Completes a document that a record gave in part: what is given stays; what is missing is read
  // from `html` (a whole page or a fragment, UTF-8; may be empty) or from the document's own title
  // and text. Themes are kept as given, whatever the hierarchy says; theme labels are mapped onto
  // it. Sets id, url in canonical form, blocks, offices and government. Errors as above.
  base::Result<base::Document> complete(base::Document given, const std::string& html) const;

 private:
  void set_themes(const PageFacts& facts, base::Document& document) const;

  const gazetteer::Gazetteer* gazetteer_;
  const gazetteer::Themes* themes_;
  MinisterFinder ministers_;
  ExtractLimits limits_;
};

}  // namespace pressoir::extract
