#include "server/search/trends.hpp"

#include <algorithm>

namespace pressoir::search {

base::Result<facets::DateHistogram> count_archive(const store::DocumentSet& documents,
                                                  const query::SearchRequest& request,
                                                  const store::Columns& columns) {
  const facets::HistogramCounter counter =
      facets::count_dates(documents, columns, request.interval);
  const std::int64_t size = counter.size(request.from, request.to);
  if (size > kMaxTrendPeriods) {
    return base::Error{base::Errc::kBadParameter, "makes " + std::to_string(size) +
                                                      " periods, more than " +
                                                      std::to_string(kMaxTrendPeriods) +
                                                      ": take a longer one, or narrow from and to"};
  }
  return counter.take(request.from, request.to);
}

TrendSeries count_series(const store::DocumentSet& documents, const facets::DateHistogram& archive,
                         const store::Columns& columns) {
  const facets::DateHistogram found =
      facets::count_dates(documents, columns, archive.interval).take();
  // Those periods of the series that have documents are consecutive periods of the archive.
  TrendSeries series;
  series.total = documents.size();
  series.none = found.none;
  series.counts.resize(archive.buckets.size());
  if (found.buckets.empty()) return series;
  auto place = std::lower_bound(
      archive.buckets.begin(), archive.buckets.end(), found.buckets.front().start,
      [](const facets::DateBucket& bucket, base::Date start) { return bucket.start < start; });
  auto count = series.counts.begin() + (place - archive.buckets.begin());
  for (const facets::DateBucket& bucket : found.buckets) *count++ = bucket.count;
  return series;
}

}  // namespace pressoir::search
