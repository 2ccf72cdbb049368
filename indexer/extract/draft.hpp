// A page or a record as far as it is read by itself; its document is made of it once it is known
// what recurs on the other pages of the harvest.
#pragma once

#include "indexer/base/document.hpp"
#include "indexer/extract/date_finder.hpp"
#include "indexer/extract/page_facts.hpp"
#include "indexer/extract/repetition.hpp"

#include <optional>

namespace pressoir::extract {

struct Draft {
  std::optional<base::Document> given;  // what a record gave; nothing for a page
  PageFacts facts;
  DateFinding date;             // the page's; a record's is decided with the rest
  PageFingerprint fingerprint;  // of nothing for a fragment, which has no chrome
};

}  // namespace pressoir::extract
