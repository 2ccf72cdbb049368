#include "server/search/facet_counter.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "server/search/facet_filter.hpp"
#include "server/search/histogram.hpp"

namespace pressoir::search {
namespace {

std::string label_of(Facet facet, const std::string& value, const Columns& columns) {
  if (facet == Facet::kTheme) return value.substr(value.rfind('/') + 1);
  const auto label = columns.labels.find(value);
  return label == columns.labels.end() ? value : label->second;
}

// Frequent first; equal counts in the order of values, in which a parent stands before its
// children.
bool comes_first(const FacetValue& a, const FacetValue& b) {
  return a.count != b.count ? a.count > b.count : a.value < b.value;
}

// A tree in depth-first order, siblings frequent first: two paths are compared by the counts of
// their first different ancestors. `counts` has those of every path, listed or not.
void sort_as_tree(std::vector<FacetValue>& values,
                  const std::unordered_map<std::string, std::uint64_t>& counts) {
  const auto count_of = [&](const std::string& path) {
    const auto found = counts.find(path);
    return found == counts.end() ? 0 : found->second;
  };
  const auto comes_first_in_tree = [&](const FacetValue& a, const FacetValue& b) {
    for (std::size_t from = 0;;) {
      const std::size_t end_a = std::min(a.value.find('/', from), a.value.size());
      const std::size_t end_b = std::min(b.value.find('/', from), b.value.size());
      const std::string head_a = a.value.substr(0, end_a);
      const std::string head_b = b.value.substr(0, end_b);
      if (head_a != head_b) {
        const std::uint64_t count_a = count_of(head_a);
        const std::uint64_t count_b = count_of(head_b);
        return count_a != count_b ? count_a > count_b : head_a < head_b;
      }
      if (end_a == a.value.size() || end_b == b.value.size()) {
        return a.value.size() < b.value.size();
      }
      from = end_a + 1;
    }
  };
  std::sort(values.begin(), values.end(), comes_first_in_tree);
}

// Keeps the first values and those that are selected.
void cut_list(std::uint32_t size, FacetCounts& counts) {
  if (counts.values.size() <= size) return;
  const auto kept = std::stable_partition(counts.values.begin() + size, counts.values.end(),
                                          [](const FacetValue& value) { return value.selected; });
  for (auto value = kept; value != counts.values.end(); ++value) counts.other += value->count;
  counts.values.erase(kept, counts.values.end());
}

FacetCounts count_values(Facet facet, const DocumentSet& documents, const SearchRequest& request,
                         const Columns& columns) {
  const ValueColumn& column = columns.facet(facet);
  const std::vector<std::uint64_t> numbers = column.count_in(documents, documents.size());
  const std::vector<std::string>& wanted = request.filter(facet).any_of;
  std::set<std::string> selected(wanted.begin(), wanted.end());
  selected.erase(std::string(kNoValue));
  FacetCounts counts;
  counts.none = documents.size_of_common(column.without());
  std::unordered_map<std::string, std::uint64_t> counts_by_path;
  const auto& names = column.values();
  for (std::uint32_t i = 0; i < names.size(); ++i) {
    const bool is_selected = selected.erase(names[i]) != 0;
    if (numbers[i] == 0 && !is_selected) continue;
    counts.values.push_back(
        {names[i], label_of(facet, names[i], columns), numbers[i], is_selected});
    counts.distinct += numbers[i] != 0;
    if (facet == Facet::kTheme) counts_by_path.emplace(names[i], numbers[i]);
  }
  // Values that no document has can be selected too: they are listed so that they can be dropped.
  for (const std::string& value : selected) {
    counts.values.push_back({value, label_of(facet, value, columns), 0, true});
  }
  std::sort(counts.values.begin(), counts.values.end(), comes_first);
  cut_list(request.facet_size, counts);
  if (facet == Facet::kTheme) sort_as_tree(counts.values, counts_by_path);
  return counts;
}

DateHistogram count_periods(const DocumentSet& documents, const SearchRequest& request,
                            const Columns& columns) {
  return count_dates(documents, columns.dates, request.interval).take(request.from, request.to);
}

// The filters of a request over the documents that match its query.
class Filters {
 public:
  Filters(const DocumentSet& matches, const SearchRequest& request, const Columns& columns)
      : matches_(matches),
        request_(request),
        columns_(columns),
        date_test_(request.from, request.to) {}

  // What passes all filters but one: that of a facet, of the dates, or none.
  static constexpr std::size_t kDates = kFacetCount;
  static constexpr std::size_t kNone = kFacetCount + 1;
  DocumentSet all_but(std::size_t left_out) const {
    DocumentSet passed = matches_;
    for (std::size_t i = 0; i < kFacetCount; ++i) {
      if (i == left_out || !is_active(request_.filters[i])) continue;
      passed = filter_facet(request_.filters[i], columns_.facets[i], passed);
    }
    if (left_out == kDates || !date_test_.is_active()) return passed;
    return filter_dates(date_test_, columns_.dates, passed);
  }

  bool has(std::size_t filter) const {
    return filter == kDates ? date_test_.is_active() : is_active(request_.filters[filter]);
  }

 private:
  const DocumentSet& matches_;
  const SearchRequest& request_;
  const Columns& columns_;
  DateTest date_test_;
};

}  // namespace

FilteredMatches filter_and_count(const DocumentSet& matches, const SearchRequest& request,
                                 const Columns& columns) {
  const Filters filters(matches, request, columns);
  FilteredMatches result{filters.all_but(Filters::kNone), 0, {}, {}};
  result.total = result.documents.size();
  for (const Facet facet : kFacets) {
    const auto i = static_cast<std::size_t>(facet);
    if (!request.facets[i]) continue;
    result.facets[i] = filters.has(i) ? count_values(facet, filters.all_but(i), request, columns)
                                      : count_values(facet, result.documents, request, columns);
  }
  if (request.date_facet) {
    result.dates = filters.has(Filters::kDates)
                       ? count_periods(filters.all_but(Filters::kDates), request, columns)
                       : count_periods(result.documents, request, columns);
  }
  return result;
}

}  // namespace pressoir::search
