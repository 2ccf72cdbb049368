// A page as it was found: bytes and what is known of them from outside.
#pragma once

#include <string>

#include "indexer/base/date.hpp"

namespace pressoir::extract {

struct Page {
  std::string bytes;         // as stored, any charset
  std::string fallback_url;  // the address if the page names no canonical one; absolute
  std::string charset;       // from an HTTP or WARC header; empty when unknown
  base::Date captured;       // upper bound of the date of publication; none when unknown
};

}  // namespace pressoir::extract
