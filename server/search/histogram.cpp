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

DateHistogram HistogramCounter::take(base::Date from, base::Date to) const {
  DateHistogram histogram{interval_, {}, none_};
  const auto has_documents = [](std::uint64_t count) { return count != 0; };
  const auto counted = std::find_if(counts_.begin(), counts_.end(), has_documents);
  if (counted == counts_.end()) return histogram;
  const auto behind = std::find_if(counts_.rbegin(), counts_.rend(), has_documents).base();
  const std::int32_t first = first_ + static_cast<std::int32_t>(counted - counts_.begin());
  const std::int32_t last = first_ + static_cast<std::int32_t>(behind - counts_.begin()) - 1;
  const std::int32_t asked_first = from ? std::min(period(base::first_day(from)), first) : first;
  const std::int32_t asked_last = to ? std::max(period(base::last_day(to)), last) : last;
  const bool is_short = std::int64_t{asked_last} - asked_first < kMaxPeriods;
  for (auto number = is_short ? asked_first : first; number <= (is_short ? asked_last : last);
       ++number) {
    const bool is_counted = number >= first && number <= last;
    histogram.buckets.push_back(
        {start_of(number), is_counted ? counts_[static_cast<std::size_t>(number - first_)] : 0});
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
