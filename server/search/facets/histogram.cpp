#include "server/search/facets/histogram.hpp"

#include <algorithm>
#include <iterator>

#include "server/store/columns.hpp"

namespace pressoir::search::facets {
namespace {

struct Bounds {
  base::Date first;
  base::Date last;
};

// The first and the last date of any document; none when no document is dated. Undated documents
// are last in Columns::newest. A partial date may lie on either side of its bounds, which the
// constructor of HistogramCounter allows for by widening them.
Bounds bounds_of(const store::Columns& columns) {
  const auto& newest = columns.newest;
  const auto undated = std::partition_point(
      newest.begin(), newest.end(),
      [&](std::uint32_t number) { return static_cast<bool>(columns.dates[number]); });
  if (undated == newest.begin()) return {};
  return {columns.dates[*std::prev(undated)], columns.dates[newest.front()]};
}

}  // namespace

HistogramCounter::HistogramCounter(query::Interval interval, base::Date first, base::Date last)
    : interval_(interval) {
  if (!first || !last) return;
  first_ = period(base::first_day(first));
  counts_.resize(static_cast<std::size_t>(period(base::last_day(last)) - first_) + 1);
}

void HistogramCounter::add(base::Date date) {
  const std::int32_t number = period(date);
  if (number == kUnknown) {
    ++none_;
  } else {
    ++counts_[static_cast<std::size_t>(number - first_)];
  }
}

// A range that is too wide is dropped, not the documents: all that match are counted in any case.
DateHistogram HistogramCounter::take(base::Date from, base::Date to) const {
  DateHistogram histogram{interval_, {}, none_};
  const Span counted_span = counted();
  const Span wide = widened(counted_span, from, to);
  const Span taken = wide.size() <= kMaxPeriods ? wide : counted_span;
  for (std::int32_t number = taken.first; number <= taken.last; ++number) {
    const bool is_counted = number >= counted_span.first && number <= counted_span.last;
    histogram.buckets.push_back(
        {start_of(number), is_counted ? counts_[static_cast<std::size_t>(number - first_)] : 0});
  }
  return histogram;
}

std::int64_t HistogramCounter::size(base::Date from, base::Date to) const {
  return widened(counted(), from, to).size();
}

HistogramCounter::Span HistogramCounter::counted() const {
  const auto has_documents = [](std::uint64_t count) { return count != 0; };
  const auto first = std::find_if(counts_.begin(), counts_.end(), has_documents);
  if (first == counts_.end()) return {};
  const auto end = std::find_if(counts_.rbegin(), counts_.rend(), has_documents).base();
  return {first_ + static_cast<std::int32_t>(first - counts_.begin()),
          first_ + static_cast<std::int32_t>(end - counts_.begin()) - 1};
}

// Without documents there is nothing to draw, however wide the range.
HistogramCounter::Span HistogramCounter::widened(Span counted, base::Date from,
                                                 base::Date to) const {
  if (counted.size() == 0) return counted;
  if (from) counted.first = std::min(counted.first, period(base::first_day(from)));
  if (to) counted.last = std::max(counted.last, period(base::last_day(to)));
  return counted;
}

// Numbers periods without gaps, so that counts are a plain array: years, months since year 0, days
// since 1970. A date that names only a year is in no month.
std::int32_t HistogramCounter::period(base::Date date) const {
  if (!date) return kUnknown;
  switch (interval_) {
    case query::Interval::kYear:
      return date.year;
    case query::Interval::kMonth:
      return date.month == 0 ? kUnknown : date.year * 12 + date.month - 1;
    case query::Interval::kDay:
      return date.day == 0 ? kUnknown : base::days_since_epoch(date);
  }
  return kUnknown;
}

base::Date HistogramCounter::start_of(std::int32_t period) const {
  switch (interval_) {
    case query::Interval::kYear:
      return {static_cast<std::int16_t>(period), 1, 1};
    case query::Interval::kMonth:
      return {static_cast<std::int16_t>(period / 12), static_cast<std::int8_t>(period % 12 + 1), 1};
    case query::Interval::kDay:
      return base::date_from_days(period);
  }
  return {};
}

HistogramCounter count_dates(const store::DocumentSet& documents, const store::Columns& columns,
                             query::Interval interval) {
  // Between the years of the whole archive are fewer than most sets have documents: they need no
  // first look.
  Bounds bounds = bounds_of(columns);
  if (interval != query::Interval::kYear) {
    bounds = {};
    documents.for_each([&](std::uint32_t document) {
      const base::Date date = columns.dates[document];
      if (!date) return;
      if (!bounds.first || date < bounds.first) bounds.first = date;
      if (date > bounds.last) bounds.last = date;
    });
  }
  HistogramCounter histogram(interval, bounds.first, bounds.last);
  documents.for_each([&](std::uint32_t document) { histogram.add(columns.dates[document]); });
  return histogram;
}

}  // namespace pressoir::search::facets
