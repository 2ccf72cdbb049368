#include "server/search/facet_counter.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>

#include "server/search/facet_filter.hpp"
#include "server/search/histogram.hpp"

namespace pressoir::search {
namespace {

// Bit of the filters that a document fails: the facets in their order, then the date.
constexpr unsigned kDateBit = 1u << kFacetCount;

struct ValueCounter {
  const ValueColumn* column;
  std::vector<std::uint64_t> counts;  // by ordinal
  std::uint64_t none = 0;

  void add(std::uint32_t document) {
    const auto ordinals = column->of(document);
    if (ordinals.empty()) ++none;
    for (const std::uint32_t ordinal : ordinals) ++counts[ordinal];
  }
};

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

FacetCounts list_values(Facet facet, const ValueCounter& counter, const SearchRequest& request,
                        const Columns& columns) {
  const std::vector<std::string>& wanted = request.filter(facet).any_of;
  std::set<std::string> selected(wanted.begin(), wanted.end());
  selected.erase(std::string(kNoValue));
  FacetCounts counts;
  counts.none = counter.none;
  std::unordered_map<std::string, std::uint64_t> counts_by_path;
  const auto& names = counter.column->values();
  for (std::uint32_t i = 0; i < names.size(); ++i) {
    const bool is_selected = selected.erase(names[i]) != 0;
    if (counter.counts[i] == 0 && !is_selected) continue;
    counts.values.push_back(
        {names[i], label_of(facet, names[i], columns), counter.counts[i], is_selected});
    counts.distinct += counter.counts[i] != 0;
    if (facet == Facet::kTheme) counts_by_path.emplace(names[i], counter.counts[i]);
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

std::pair<base::Date, base::Date> date_bounds(const DocumentSet& matches, const Columns& columns) {
  base::Date first;
  base::Date last;
  matches.for_each([&](std::uint32_t document) {
    const base::Date date = columns.dates[document];
    if (!date) return;
    if (!first || date < first) first = date;
    if (date > last) last = date;
  });
  return {first, last};
}

}  // namespace

FilteredMatches filter_and_count(const DocumentSet& matches, const SearchRequest& request,
                                 const Columns& columns) {
  std::vector<FacetTest> tests;
  std::vector<ValueCounter> counters;
  for (const Facet facet : kFacets) {
    const ValueColumn& column = columns.facet(facet);
    tests.emplace_back(request.filter(facet), column);
    counters.push_back({&column, std::vector<std::uint64_t>(column.values().size()), 0});
  }
  const DateTest date_test(request.from, request.to);
  const auto [first, last] =
      request.date_facet ? date_bounds(matches, columns) : std::pair<base::Date, base::Date>{};
  HistogramCounter histogram(request.interval, first, last);

  FilteredMatches result{DocumentSet(columns.last), 0, {}, {}};
  matches.for_each([&](std::uint32_t document) {
    unsigned failed = date_test.passes(columns.dates[document]) ? 0 : kDateBit;
    for (std::size_t i = 0; i < kFacetCount; ++i) failed |= tests[i].passes(document) ? 0 : 1u << i;
    if (failed == 0) {
      result.documents.add(document);
      ++result.total;
    }
    for (std::size_t i = 0; i < kFacetCount; ++i) {
      if (request.facets[i] && (failed & ~(1u << i)) == 0) counters[i].add(document);
    }
    if (request.date_facet && (failed & ~kDateBit) == 0) histogram.add(columns.dates[document]);
  });
  for (const Facet facet : kFacets) {
    const auto i = static_cast<std::size_t>(facet);
    if (request.facets[i]) result.facets[i] = list_values(facet, counters[i], request, columns);
  }
  if (request.date_facet) result.dates = histogram.take(request.from, request.to);
  return result;
}

}  // namespace pressoir::search
