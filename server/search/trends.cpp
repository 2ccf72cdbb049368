#include "server/search/trends.hpp"

#include <algorithm>

namespace pressoir::search {

base::Result<DateHistogram> count_archive(const DocumentSet& documents,
                                          const SearchRequest& request, const Columns& columns) {
  const HistogramCounter counter = count_dates(documents, columns, request.interval);
  const std::int64_t size = counter.size(request.from, request.to);
  if (size > kMaxTrendPeriods) {
    return base::Error{base::Errc::kBadParameter, "makes " + std::to_string(size) +
                                                      " periods, more than " +
                                                      std::to_string(kMaxTrendPeriods) +
                                                      ": take a longer one, or narrow from and to"};
  }
  return counter.take(request.from, request.to);
}

TrendSeries count_series(const DocumentSet& documents, const DateHistogram& archive,
                         const Columns& columns) {
  const DateHistogram found = count_dates(documents, columns, archive.interval).take();
  TrendSeries series;
  series.total = documents.size();
  series.none = found.none;
  series.counts.resize(archive.buckets.size());
  if (found.buckets.empty()) return series;
  auto place = std::lower_bound(
      archive.buckets.begin(), archive.buckets.end(), found.buckets.front().start,
      [](const DateBucket& bucket, base::Date start) { return bucket.start < start; });
  auto count = series.counts.begin() + (place - archive.buckets.begin());
  for (const DateBucket& bucket : found.buckets) *count++ = bucket.count;
  return series;
}

}  // namespace pressoir::search
