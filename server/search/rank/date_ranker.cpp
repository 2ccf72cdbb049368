#include "server/search/rank/rankers.hpp"

#include <algorithm>

namespace pressoir::search::rank {
namespace {

// Walks the order of all documents, which ends soon when the set contains many of them.
std::vector<RankedDocument> walk_newest(const store::DocumentSet& documents,
                                        const store::Columns& columns, Page page) {
  std::vector<RankedDocument> ranked;
  std::uint64_t passed = 0;
  for (const std::uint32_t number : columns.newest) {
    if (ranked.size() == page.count) break;
    if (documents.contains(number) && passed++ >= page.start) ranked.push_back({number, 0});
  }
  return ranked;
}

// Undated documents are last in both directions: no reader looks for them by date.
bool comes_before(std::uint32_t a, std::uint32_t b, const store::Columns& columns,
                  query::Sort sort) {
  const base::Date date_a = columns.dates[a];
  const base::Date date_b = columns.dates[b];
  if (date_a == date_b) return columns.id_rank[a] < columns.id_rank[b];
  if (!date_a || !date_b) return static_cast<bool>(date_a);
  return sort == query::Sort::kNewest ? date_a > date_b : date_a < date_b;
}

// For feeds. Documents of one commit have one time; their ids keep them in a fixed order.
bool entered_later(std::uint32_t a, std::uint32_t b, const store::Columns& columns) {
  const std::uint32_t seconds_a = columns.first_indexed[a];
  const std::uint32_t seconds_b = columns.first_indexed[b];
  if (seconds_a == seconds_b) return columns.id_rank[a] < columns.id_rank[b];
  return seconds_a > seconds_b;
}

}  // namespace

std::vector<RankedDocument> rank_by_date(const store::DocumentSet& documents,
                                         const store::Columns& columns, query::Sort sort,
                                         Page page) {
  // When the set is spread evenly over time, one in so many documents of the walk is of the set:
  // all / size.
  constexpr std::uint64_t kCostOfSorting = 4;  // of one document, in steps of the walk
  const std::uint64_t size = std::max<std::uint64_t>(documents.size(), 1);
  const std::uint64_t steps =
      (std::uint64_t{page.start} + page.count) * columns.newest.size() / size;
  if (sort == query::Sort::kNewest && steps < size * kCostOfSorting) {
    return walk_newest(documents, columns, page);
  }
  std::vector<std::uint32_t> numbers;
  documents.for_each([&](std::uint32_t number) { numbers.push_back(number); });
  const auto comes_first = [&](std::uint32_t a, std::uint32_t b) {
    return sort == query::Sort::kFirstIndexed ? entered_later(a, b, columns)
                                              : comes_before(a, b, columns, sort);
  };
  const std::size_t first = std::min<std::size_t>(page.start, numbers.size());
  const std::size_t last = std::min<std::size_t>(first + page.count, numbers.size());
  std::partial_sort(numbers.begin(), numbers.begin() + static_cast<std::ptrdiff_t>(last),
                    numbers.end(), comes_first);
  std::vector<RankedDocument> ranked;
  for (std::size_t i = first; i < last; ++i) ranked.push_back({numbers[i], 0});
  return ranked;
}

}  // namespace pressoir::search::rank
