// One line of JSON Lines -> Record. Pure functions, any thread.
#pragma once

#include <string>
#include <string_view>

#include "indexer/base/document.hpp"
#include "indexer/base/error.hpp"

namespace pressoir::sources {

// What a record gives of a document, and the html from which the rest is read.
struct Record {
  base::Document document;
  std::string html;
  base::Date captured;  // when it was harvested; none when not given
};

// Reads one JSON object. Keys: `url` (required), `title`, `date` (`2012`, `2012-12`, `2012-12-05`,
// a time after it is cut), `type`, `source`, `ministers` (names, or objects with `id`, `name`,
// `office`, `role`), `themes` (paths, kept as they are), `theme_labels` (what the page calls its
// themes: mapped onto the hierarchy when there are no `themes`), `text`, `html`, `captured` (a date:
// the page was not published later); one of `text`,
// `html` and `title` is required; null is the same as absent. The keys that `pressoir-index
// extract` prints besides (`id`, `date_source`, `date_confidence`, `themes_inferred`, `government`,
// `persons`, `blocks`, `first_indexed`, `versions`) are taken too: provenance and confidence go with the date
// and the themes, the rest is worked out anew.
//
// kBadRecord names the key and what it must be; kUnknownKey names the keys that no document has,
// unless `ignore_unknown`.
base::Result<Record> parse_record(std::string_view line, bool ignore_unknown);

}  // namespace pressoir::sources
