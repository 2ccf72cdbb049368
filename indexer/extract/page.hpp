// The input of the extraction, made by a source, read by the Extractor.
#pragma once

#include "indexer/base/date.hpp"

#include <string>

namespace pressoir::extract {

// A page as it was found: its bytes and what is known of them from outside.
struct Page {
  std::string bytes;         // as stored, any charset
  std::string fallback_url;  // the address if the page names no canonical one; absolute
  std::string charset;       // from an HTTP or WARC header; empty when unknown
  base::Date captured;       // upper bound of the date of publication; none when unknown
};

}  // namespace pressoir::extract
