#include "server/search/facet_counter.hpp"

#include <algorithm>
#include <string>
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

// A tree in depth-first order, siblings frequent first: each path is compared by the counts of its
// first different ancestors.
void sort_as_tree(std::vector<FacetValue>& values) {
  std::unordered_map<std::string, const FacetValue*> by_path;
  const std::vector<FacetValue> copy = values;
  for (const FacetValue& value : copy) by_path.emplace(value.value, &value);
  const auto less = [&](const FacetValue& a, const FacetValue& b) {
    std::size_t common = 0;
    while (true) {
      const std::size_t end_a = std::min(a.value.find('/', common), a.value.size());
      const std::size_t end_b = std::min(b.value.find('/', common), b.value.size());
      const std::string head_a = a.value.substr(0, end_a);
      const std::string head_b = b.value.substr(0, end_b);
      if (head_a != head_b) {
        const auto node_a = by_path.find(head_a);
        const auto node_b = by_path.find(head_b);
        if (node_a == by_path.end() || node_b == by_path.end()) return head_a < head_b;
        return comes_first(*node_a->second, *node_b->second);
      }
      if (end_a == a.value.size() || end_b == b.value.size())
        return end_a < end_b || (end_a == end_b && a.value.size() < b.value.size());
      common = end_a + 1;
    }
  };
  std::sort(values.begin(), values.end(), less);
}

FacetCounts list_values(Facet facet, const ValueCounter& counter, const SearchRequest& request,
                        const Columns& columns) {
  const FacetFilter& filter = request.filter(facet);
  const auto is_selected = [&](const std::string& value) {
    return std::find(filter.any_of.begin(), filter.any_of.end(), value) != filter.any_of.end();
  };
  FacetCounts counts;
  counts.none = counter.none;
  const auto& names = counter.column->values();
  for (std::uint32_t i = 0; i < names.size(); ++i) {
    if (counter.counts[i] == 0 && !is_selected(names[i])) continue;
    counts.values.push_back(
        {names[i], label_of(facet, names[i], columns), counter.counts[i], is_selected(names[i])});
    counts.distinct += counter.counts[i] != 0;
  }
  std::sort(counts.values.begin(), counts.values.end(), comes_first);
  if (counts.values.size() > request.facet_size) {
    const auto cut = counts.values.begin() + request.facet_size;
    const auto kept = std::stable_partition(cut, counts.values.end(),
                                            [](const FacetValue& value) { return value.selected; });
    for (auto value = kept; value != counts.values.end(); ++value) counts.other += value->count;
    counts.values.erase(kept, counts.values.end());
  }
  if (facet == Facet::kTheme) sort_as_tree(counts.values);
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
  if (request.date_facet) result.dates = histogram.take();
  return result;
}

}  // namespace pressoir::search
