// Counts of documents by year, month or day. Used by one thread at a time.
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

struct DateBucket {
  base::Date start;  // first day of the period
  std::uint64_t count = 0;
};

// Without gaps from the first to the last period that has a document, and over the whole range that
// was asked for. Partial dates count in the periods they name; a period shorter than what is known
// of the date leaves it in `none`. No periods when no document is dated.
struct DateHistogram {
  query::Interval interval = query::Interval::kYear;
  std::vector<DateBucket> buckets;
  std::uint64_t none = 0;
};

class HistogramCounter {
 public:
  // `first` and `last` bound every date that add() will be given; no dates when there are none.
  HistogramCounter(query::Interval interval, base::Date first, base::Date last);

  void add(base::Date date);

  // The periods from the first to the last that has a document; from that of `from` and to that of
  // `to` where these lie farther out, unless that would be more than kMaxPeriods.
  static constexpr std::int64_t kMaxPeriods = 40'000;  // a century of days
  DateHistogram take(base::Date from = {}, base::Date to = {}) const;

  // How many periods that is, were there no limit.
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

  // The number of the period a date is in, kUnknown when the date does not say.
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
