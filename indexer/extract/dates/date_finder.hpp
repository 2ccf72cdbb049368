// The date of publication of a page, with its provenance. Pure functions, any thread.
#pragma once

#include "indexer/base/date.hpp"
#include "indexer/base/document.hpp"
#include "indexer/extract/dates/written_date.hpp"
#include "indexer/extract/facts/page_facts.hpp"

namespace pressoir::extract::dates {

struct DateFinding {
  base::Date date;  // none when the page is undated
  base::DateSource source = base::DateSource::kNone;
  base::Confidence confidence = base::Confidence::kNone;
  bool has_conflict = false;  // another source names another date; weak ones do not count

  bool operator==(const DateFinding&) const = default;
};

// Reads the date from the sources of base::DateSource. Never a footer's year, never an event that
// the text announces, never a `mis à jour le`, never later than `captured` (when that is known).
// Sources that contradict each other give kLow; what the page shows its reader as its date (title,
// `Publié le`) is then believed before attributes, which templates and migrations overwrite.
DateFinding find_date(const facts::PageFacts& facts, base::Date captured);

}  // namespace pressoir::extract::dates
