#include "server/search/date_ranker.hpp"

#include <algorithm>

namespace pressoir::search {

std::vector<RankedDocument> rank_by_date(const DocumentSet& documents, const Columns& columns,
                                         Sort sort, Page page) {
  std::vector<std::uint32_t> numbers;
  documents.for_each([&](std::uint32_t number) { numbers.push_back(number); });
  const auto comes_first = [&](std::uint32_t a, std::uint32_t b) {
    const base::Date date_a = columns.dates[a];
    const base::Date date_b = columns.dates[b];
    if (date_a == date_b) return columns.id_rank[a] < columns.id_rank[b];
    if (!date_a || !date_b) return static_cast<bool>(date_a);
    return sort == Sort::kNewest ? date_a > date_b : date_a < date_b;
  };
  const std::size_t first = std::min<std::size_t>(page.start, numbers.size());
  const std::size_t last = std::min<std::size_t>(first + page.count, numbers.size());
  std::partial_sort(numbers.begin(), numbers.begin() + static_cast<std::ptrdiff_t>(last),
                    numbers.end(), comes_first);
  std::vector<RankedDocument> ranked;
  for (std::size_t i = first; i < last; ++i) ranked.push_back({numbers[i], 0});
  return ranked;
}

}  // namespace pressoir::search
