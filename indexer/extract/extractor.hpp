// Bytes of a page -> Document: decode, parse, drop the chrome, read title, date, ministers, themes
// and type.
//
// An Extractor does not change once made: any number of threads may use it. It never throws on
// account of a page and never reads beyond its limits.
#pragma once

#include "indexer/base/date.hpp"
#include "indexer/base/document.hpp"
#include "indexer/base/error.hpp"
#include "indexer/extract/content/page_reader.hpp"
#include "indexer/extract/content/repetition.hpp"
#include "indexer/extract/dates/date_finder.hpp"
#include "indexer/extract/facts/page_facts.hpp"
#include "indexer/extract/people/minister_finder.hpp"
#include "indexer/gazetteer/gazetteer.hpp"
#include "indexer/gazetteer/theme_classifier.hpp"

#include <chrono>
#include <optional>
#include <string>

namespace pressoir::extract {

// A page as it was found: its bytes and what is known of them from outside.
struct Page {
  // As stored, in any charset; decode_utf8 finds out which. Not limited here: the Extractor rejects
  // what is larger than ExtractLimits::max_page_bytes.
  std::string bytes;

  // Where the page was found, absolute (`https:` or `file:`): the address of the document if the
  // page names no canonical one, and the base of a canonical link that is relative.
  std::string fallback_url;

  // As the HTTP or WARC header writes it (`ISO-8859-1`), empty when there is none. Believed less
  // than bytes that are valid UTF-8 and more than the page's own declaration.
  std::string charset;

  // No page was published after it was captured, so that later dates in the page are not its own.
  // No date when unknown: ExtractLimits::captured then.
  base::Date captured;
};

struct ExtractLimits {
  std::size_t max_page_bytes = 16u << 20;  // larger pages are kTooLarge
  int max_depth = 512;                     // more nested tags are kTooDeep
  // Of one page, looked at between the steps of its reading; a page that takes longer is kTooSlow.
  // A page of max_page_bytes takes about three seconds.
  std::chrono::milliseconds max_time{30'000};
  // By this day everything was captured: that of the run, or what its operator knows better. Dates
  // later than it are no dates of publication; none: any date is possible.
  base::Date captured = {};
};

// A page or a record as far as it is read by itself; its document is made of it once the whole
// harvest has been read and the blocks that recur on its pages are known. Plain data: it may be
// packed, stored and read again.
struct Draft {
  std::optional<base::Document> given;  // what a record gave; nothing for a page
  facts::PageFacts facts;
  dates::DateFinding date;               // the page's; a record's is decided with the rest
  base::Date captured = {};              // at the latest; none when unknown
  content::PageFingerprint fingerprint;  // of nothing for a fragment, which has no chrome
};

// A page with its address and all its blocks in reading order.
struct Explanation {
  std::string url;
  std::string title;
  std::vector<content::ExplainedBlock> blocks;
};

class Extractor {
 public:
  // `gazetteer` and `themes` must outlive the Extractor.
  Extractor(const gazetteer::Gazetteer& gazetteer, const gazetteer::Themes& themes,
            const ExtractLimits& limits = {});

  // Reads a page by itself. Errors: kTooLarge, kTooSlow, those of limit_markup, kNotHtml (the bytes
  // are of a binary format, or hold no tag at all), kEmpty (no bytes, or nothing but
  // <meta http-equiv=refresh>), kBadRecord (no usable
  // address).
  base::Result<Draft> draft(const Page& page) const;

  // Reads what a record gives of a document together with its `html` (a whole page or a fragment,
  // UTF-8; may be empty). Errors as above.
  // `captured` as in Page.
  base::Result<Draft> draft(base::Document given, const std::string& html,
                            base::Date captured = {}) const;

  // The document of a draft, without the blocks that recur according to `repetition`; first_indexed
  // is left 0. kEmpty when neither title nor text is left.
  //
  // What a record gave stays; what is missing is read from its html or from its own title and text.
  // Themes are kept as given, whatever the hierarchy says; theme labels are mapped onto it. Sets
  // id, url in canonical form, blocks, offices and government. Fragments keep the blocks that
  // recur.
  base::Result<base::Document> finish(Draft draft, const content::Repetition& repetition) const;

  // Both steps for a page or a record that stands alone.
  base::Result<base::Document> extract(const Page& page) const;
  base::Result<base::Document> complete(base::Document given, const std::string& html) const;

  // All the blocks of a page or of a record's html, and why each is in the text or not. Errors as
  // those of a draft.
  base::Result<Explanation> explain(const Page& page,
                                    const content::Repetition& repetition = {}) const;
  base::Result<Explanation> explain(const base::Document& given, const std::string& html,
                                    const content::Repetition& repetition = {}) const;

 private:
  base::Document finish_page(Draft draft) const;
  base::Document finish_record(Draft draft) const;
  void set_themes(const facts::PageFacts& facts, base::Document& document) const;
  std::vector<base::Minister> find_ministers(const base::Document& document,
                                             const facts::PageFacts& facts) const;

  const gazetteer::Gazetteer* gazetteer_;
  const gazetteer::Themes* themes_;
  people::MinisterFinder ministers_;
  ExtractLimits limits_;
};

}  // namespace pressoir::extract
