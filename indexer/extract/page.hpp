// The input of the extraction: made by a source, read by the Extractor, changed by nobody.
//
// A source fills in what it knows. A folder knows bytes and an address; a WARC archive also knows
// the charset of the HTTP header and the day of the capture.
#pragma once

#include "indexer/base/date.hpp"

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
  // No date when unknown, as it is from every source so far.
  base::Date captured;
};

}  // namespace pressoir::extract
