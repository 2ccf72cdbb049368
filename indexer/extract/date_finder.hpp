// The date of publication of a page, with its provenance. Pure functions, any thread.
#pragma once

#include <string_view>
#include <vector>

#include "indexer/base/date.hpp"
#include "indexer/base/document.hpp"
#include "indexer/extract/page_facts.hpp"

namespace pressoir::extract {

struct DateFinding {
  base::Date date;  // none when the page is undated
  base::DateSource source = base::DateSource::kNone;
  base::Confidence confidence = base::Confidence::kNone;
};

// Reads the date from the sources of base::DateSource. Never a footer's year, never an event that
// the text announces, never a `mis à jour le`, never later than `captured` (when that is known).
// Sources that contradict each other give kLow.
DateFinding find_date(const PageFacts& facts, base::Date captured);

// A date written in a text: where it stands (bytes) and what it says; partial forms included
// (`décembre 2012`). French words (`1er août 2013`, `aout`), `05/12/2012`, `05.12.2012`,
// `2012-12-05`, `05/12/12` (years 1958 to 2057).
struct WrittenDate {
  std::size_t begin = 0;
  std::size_t end = 0;
  base::Date date;
};
std::vector<WrittenDate> find_written_dates(std::string_view text);

// `title` without a date suffix such as ` - 05/12/2012`, ` – 5 décembre 2012` or ` (05/12/2012)`.
std::string_view strip_date_suffix(std::string_view title);

}  // namespace pressoir::extract
