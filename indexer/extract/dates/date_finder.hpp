// The date of publication of a page, with its provenance. Pure functions, any thread.
//
// date_sources.hpp says what each source claims; here they are weighed against each other. The
// rules and their reasons are in RULES.md. Example: a title `… - 05/12/2012` and `datePublished:
// 2019-03-14`, the day of a migration, give 5 December 2012, source kTitle, confidence kLow,
// has_conflict.
#pragma once

#include "indexer/base/date.hpp"
#include "indexer/base/document.hpp"
#include "indexer/extract/dates/written_date.hpp"
#include "indexer/extract/facts/page_facts.hpp"

namespace pressoir::extract::dates {

struct DateFinding {
  base::Date date;  // none when the page is undated; partial when only month or year is known
  base::DateSource source = base::DateSource::kNone;
  base::Confidence confidence = base::Confidence::kNone;
  bool has_conflict = false;  // another source names another date; weak ones do not count

  bool operator==(const DateFinding&) const = default;
};

// `facts` must have its text, for the dateline, and its url.
// Reads the date from the sources of base::DateSource. Never a footer's year, never an event that
// the text announces, never a `mis à jour le`, never later than `captured` (when that is known).
// Sources that contradict each other give kLow; what the page shows its reader as its date (title,
// `Publié le`) is then believed before attributes, which templates and migrations overwrite.
DateFinding find_date(const facts::PageFacts& facts, base::Date captured);

}  // namespace pressoir::extract::dates
