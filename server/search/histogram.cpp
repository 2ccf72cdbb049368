#include "server/search/histogram.hpp"

#include <algorithm>

namespace pressoir::search {

HistogramCounter::HistogramCounter(Interval interval, base::Date first, base::Date last)
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

DateHistogram HistogramCounter::take() const {
  DateHistogram histogram{interval_, {}, none_};
  const auto has_documents = [](std::uint64_t count) { return count != 0; };
  const auto first = std::find_if(counts_.begin(), counts_.end(), has_documents);
  const auto last = std::find_if(counts_.rbegin(), counts_.rend(), has_documents).base();
  for (auto count = first; count < last; ++count) {
    const auto number = first_ + static_cast<std::int32_t>(count - counts_.begin());
    histogram.buckets.push_back({start_of(number), *count});
  }
  return histogram;
}

std::int32_t HistogramCounter::period(base::Date date) const {
  if (!date) return kUnknown;
  switch (interval_) {
    case Interval::kYear:
      return date.year;
    case Interval::kMonth:
      return date.month == 0 ? kUnknown : date.year * 12 + date.month - 1;
    case Interval::kDay:
      return date.day == 0 ? kUnknown : base::days_since_epoch(date);
  }
  return kUnknown;
}

base::Date HistogramCounter::start_of(std::int32_t period) const {
  switch (interval_) {
    case Interval::kYear:
      return {static_cast<std::int16_t>(period), 1, 1};
    case Interval::kMonth:
      return {static_cast<std::int16_t>(period / 12), static_cast<std::int8_t>(period % 12 + 1), 1};
    case Interval::kDay:
      return base::date_from_days(period);
  }
  return {};
}

}  // namespace pressoir::search
