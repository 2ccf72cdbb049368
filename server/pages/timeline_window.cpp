#include "server/pages/timeline_window.hpp"

#include <algorithm>

namespace pressoir::pages {
namespace {

using search::DateBucket;
using search::Interval;

constexpr std::int32_t kMostDaysByMonth = 12 * 366;
constexpr std::int32_t kMostDaysByDay = 150;
constexpr std::int32_t kLeastMargin = 15;  // days around a range, so that a day is not drawn alone

base::Date period_of(Interval interval, base::Date day) {
  if (interval == Interval::kYear) return {day.year, 0, 0};
  if (interval == Interval::kMonth) return {day.year, day.month, 0};
  return day;
}

base::Date next_period(Interval interval, base::Date first_day) {
  const base::Date last = base::last_day(period_of(interval, first_day));
  return base::date_from_days(base::days_since_epoch(last) + 1);
}

std::vector<DateBucket> empty_periods(Interval interval, base::Date from, base::Date to) {
  std::vector<DateBucket> buckets;
  for (base::Date day = from; day <= to; day = next_period(interval, day)) {
    buckets.push_back({day, 0});
  }
  return buckets;
}

}  // namespace

Interval usual_interval(std::int32_t days) {
  if (days > kMostDaysByMonth) return Interval::kYear;
  return days > kMostDaysByDay ? Interval::kMonth : Interval::kDay;
}

TimelineWindow timeline_window(const search::SearchRequest& asked,
                               const search::ArchiveSummary& archive) {
  TimelineWindow window;
  window.interval = asked.interval;
  if (!archive.first_date || !archive.last_date) return window;
  const std::int32_t first = base::days_since_epoch(base::first_day(archive.first_date));
  const std::int32_t last = base::days_since_epoch(base::last_day(archive.last_date));
  const bool is_free = asked.interval == Interval::kYear;
  const auto clamped = [&](base::Date day) {
    return std::clamp(base::days_since_epoch(day), first, last);
  };
  const std::int32_t from = asked.from ? clamped(base::first_day(asked.from)) : first;
  const std::int32_t to = std::max(from, asked.to ? clamped(base::last_day(asked.to)) : last);
  const std::int32_t margin = std::max((to - from) / 2, kLeastMargin);
  const std::int32_t begin = std::max(first, from - margin);
  const std::int32_t end = std::min(last, to + margin);
  if (is_free) window.interval = usual_interval(end - begin);
  if (!asked.from && !asked.to) return window;
  window.from = base::first_day(period_of(window.interval, base::date_from_days(begin)));
  window.to = base::last_day(period_of(window.interval, base::date_from_days(end)));
  return window;
}

search::DateHistogram cut_to(const TimelineWindow& window, search::DateHistogram histogram) {
  if (!window.from || histogram.interval != window.interval) return histogram;
  std::vector<DateBucket> cut = empty_periods(window.interval, window.from, window.to);
  std::uint64_t total = 0;
  auto place = cut.begin();
  for (const DateBucket& bucket : histogram.buckets) {
    while (place != cut.end() && place->start < bucket.start) ++place;
    if (place == cut.end()) break;
    if (place->start != bucket.start) continue;
    place->count = bucket.count;
    total += bucket.count;
  }
  if (total != 0) histogram.buckets = std::move(cut);
  return histogram;
}

}  // namespace pressoir::pages
