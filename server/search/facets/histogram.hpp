// Counts of documents by year, month or day, for the timeline and for trends.
//
//   count_dates(documents, columns, query::Interval::kMonth).take(from, to);
//
// Counting is linear in the documents, and takes 8 bytes a period between the first and the last.
#pragma once

#include <cstdint>
#include <vector>

#include "indexer/base/date.hpp"
#include "server/query/request.hpp"
#include "server/store/document_set.hpp"

namespace pressoir::store {
struct Columns;
}

namespace pressoir::search::facets {

// One period.
struct DateBucket {
  base::Date start;  // first day of the period
  std::uint64_t count = 0;
};

// Consecutive periods from the first to the last that has a document, widened to the requested
// range. A partial date counts in the period that contains all its days, 2012-03 in the month of
// March; when there is none, as for 2012 among months, it counts in `none`, as do undated
// documents. No periods when no document is dated.
struct DateHistogram {
  query::Interval interval = query::Interval::kYear;
  std::vector<DateBucket> buckets;
  std::uint64_t none = 0;
};

// Counts dates one by one. Used by one thread at a time.
class HistogramCounter {
 public:
  // `first` and `last` bound all dates that add() will be called with; both none when there are
  // none.
  HistogramCounter(query::Interval interval, base::Date first, base::Date last);

  void add(base::Date date);

  // The periods from the first to the last that has a document, widened to those of `from` and `to`
  // unless that would make more than kMaxPeriods: a range of a year typed wrongly must not make a
  // list of millions.
  static constexpr std::int64_t kMaxPeriods = 40'000;  // a century of days
  DateHistogram take(base::Date from = {}, base::Date to = {}) const;

  // The number of periods that take() would return without its limit.
  std::int64_t size(base::Date from = {}, base::Date to = {}) const;

 private:
  static constexpr std::int32_t kUnknown = INT32_MIN;

  // The first and the last period, both included; first > last: none.
  struct Span {
    std::int32_t first = 0;
    std::int32_t last = -1;
    std::int64_t size() const { return std::int64_t{last} - first + 1; }
  };
  Span counted() const;
  Span widened(Span counted, base::Date from, base::Date to) const;

  // The number of the period that a date is in; kUnknown when the date is not precise enough.
  std::int32_t period(base::Date date) const;
  base::Date start_of(std::int32_t period) const;

  query::Interval interval_;
  std::int32_t first_ = 0;
  std::vector<std::uint64_t> counts_;  // from period first_ on
  std::uint64_t none_ = 0;
};

// Counts each of the documents by its date.
HistogramCounter count_dates(const store::DocumentSet& documents, const store::Columns& columns,
                             query::Interval interval);

}  // namespace pressoir::search::facets
