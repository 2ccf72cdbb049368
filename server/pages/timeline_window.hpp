// Which part of the archive a timeline draws, and in which periods: the dates asked for with as
// much again around them, in bars that stay wide enough to hit. Pure functions, any thread.
#pragma once

#include "server/search/request.hpp"
#include "server/search/searcher.hpp"

namespace pressoir::pages {

struct TimelineWindow {
  base::Date from;  // both none: everything; else whole periods of `interval`
  base::Date to;
  search::Interval interval = search::Interval::kYear;
};

// The interval in which so many days are drawn.
search::Interval usual_interval(std::int32_t days);

// The interval of a request that asks for years follows the window: a year is drawn by months, a
// month by days. A month or a day that is asked for stays.
TimelineWindow timeline_window(const search::SearchRequest& asked,
                               const search::ArchiveSummary& archive);

// The periods of the window, empty ones too; all there are when the window holds no text, since
// the reader must see where to look instead.
search::DateHistogram cut_to(const TimelineWindow& window, search::DateHistogram histogram);

}  // namespace pressoir::pages
