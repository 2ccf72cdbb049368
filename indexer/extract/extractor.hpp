// Bytes of a page -> Document: decode, parse, drop the chrome, read title, date, ministers, themes
// and type.
//
// An Extractor does not change once made: any number of threads may use it. It never throws on
// account of a page and never reads beyond its limits.
#pragma once

#include "indexer/base/document.hpp"
#include "indexer/base/error.hpp"
#include "indexer/extract/explanation.hpp"
#include "indexer/extract/minister_finder.hpp"
#include "indexer/extract/page.hpp"
#include "indexer/extract/repetition.hpp"
#include "indexer/gazetteer/gazetteer.hpp"
#include "indexer/gazetteer/themes.hpp"

#include <chrono>
#include <string>

namespace pressoir::extract {

struct PageFacts;

struct ExtractLimits {
  std::size_t max_page_bytes = 16u << 20;  // larger pages are kTooLarge
  int max_depth = 512;                     // more nested tags are kTooDeep
  // Of one page, looked at between the steps of its reading; a page that takes longer is kTooSlow.
  // A page of max_page_bytes takes about three seconds.
  std::chrono::milliseconds max_time{30'000};
};

class Extractor {
 public:
  // `gazetteer` and `themes` must outlive the Extractor.
  Extractor(const gazetteer::Gazetteer& gazetteer, const gazetteer::Themes& themes,
            const ExtractLimits& limits = {});

  // The document of a page, without the blocks that recur according to `repetition`; first_indexed
  // is left 0. Errors: kTooLarge, kTooSlow, those of tame_markup, kNotHtml (the bytes are of a
  // binary format, or hold no tag at all), kEmpty (neither title nor text is left), kBadRecord (no
  // usable address).
  base::Result<base::Document> extract(const Page& page, const Repetition& repetition = {}) const;

  // The same page as RepetitionCounter takes it.
  base::Result<PageFingerprint> fingerprint(const Page& page) const;

  // The same page with all its blocks, and why each is in the text or not.
  base::Result<Explanation> explain(const Page& page, const Repetition& repetition = {}) const;

  // Completes a document that a record gave in part: what is given stays; what is missing is read
  // from `html` (a whole page or a fragment, UTF-8; may be empty) or from the document's own title
  // and text. Themes are kept as given, whatever the hierarchy says; theme labels are mapped onto
  // it. Sets id, url in canonical form, blocks, offices and government. Blocks that recur are
  // left out of the text of a whole page only. Errors as above.
  base::Result<base::Document> complete(base::Document given, const std::string& html,
                                        const Repetition& repetition = {}) const;
  base::Result<PageFingerprint> fingerprint(const base::Document& given,
                                            const std::string& html) const;
  base::Result<Explanation> explain(const base::Document& given, const std::string& html,
                                    const Repetition& repetition = {}) const;

 private:
  void set_themes(const PageFacts& facts, base::Document& document) const;
  std::vector<base::Minister> find_ministers(const base::Document& document,
                                             const PageFacts& facts) const;

  const gazetteer::Gazetteer* gazetteer_;
  const gazetteer::Themes* themes_;
  MinisterFinder ministers_;
  ExtractLimits limits_;
};

}  // namespace pressoir::extract
