#include "server/search/facets/facet_counter.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "server/search/facets/facet_filter.hpp"
#include "server/store/columns.hpp"

namespace pressoir::search::facets {
namespace {

// Themes are labelled by the last step of their path; people and governments by the label that
// their documents give them; other values are their own labels.
std::string label_of(base::Facet facet, const std::string& value, const store::Columns& columns) {
  if (info(facet).facet->is_tree) return value.substr(value.rfind('/') + 1);
  const auto label = columns.labels.find(value);
  return label == columns.labels.end() ? value : label->second;
}

// How many documents have each value of one facet, by ordinal of its column: an array, because a
// facet has at most some thousand values and each document of a search adds to one or more.
struct ValueCounts {
  const store::ValueColumn& column;
  std::vector<std::uint64_t> numbers;

  const std::string& name(std::uint32_t ordinal) const { return column.values()[ordinal]; }

  // Frequent first; equal counts in the order of values, in which a parent precedes its
  // children.
  bool comes_first(std::uint32_t a, std::uint32_t b) const {
    return numbers[a] != numbers[b] ? numbers[a] > numbers[b] : name(a) < name(b);
  }
  std::uint64_t of(const std::string& value) const {
    const std::uint32_t ordinal = column.find(value);
    return ordinal == store::ValueColumn::kAbsent ? 0 : numbers[ordinal];
  }
};

// A step of a theme's path, with the count of the path up to it.
struct PathStep {
  std::uint64_t count;
  std::string_view step;

  bool operator==(const PathStep&) const = default;
  bool operator<(const PathStep& other) const {
    return count != other.count ? count > other.count : step < other.step;
  }
};

std::vector<PathStep> steps_of(std::string_view path, const ValueCounts& counts) {
  std::vector<PathStep> steps;
  for (std::size_t from = 0; from <= path.size();) {
    const std::size_t end = std::min(path.find('/', from), path.size());
    steps.push_back({counts.of(std::string(path.substr(0, end))), path.substr(from, end - from)});
    from = end + 1;
  }
  return steps;
}

// Depth-first order, the most frequent of the siblings first: two paths are compared by the counts
// of their first different ancestors, even if facet_size leaves these out of the list.
void sort_as_tree(std::vector<FacetValue>& values, const ValueCounts& counts) {
  std::vector<std::pair<std::vector<PathStep>, std::size_t>> order;
  for (std::size_t i = 0; i < values.size(); ++i) {
    order.emplace_back(steps_of(values[i].value, counts), i);
  }
  std::sort(order.begin(), order.end());
  std::vector<FacetValue> sorted;
  sorted.reserve(order.size());
  for (const auto& [steps, place] : order) sorted.push_back(std::move(values[place]));
  values = std::move(sorted);
}

// The ordinals that have a count: the first `size` in their order, then the others in none.
std::vector<std::uint32_t> first_values(const ValueCounts& counts, std::size_t size) {
  std::vector<std::uint32_t> found;
  for (std::uint32_t i = 0; i < counts.numbers.size(); ++i) {
    if (counts.numbers[i] != 0) found.push_back(i);
  }
  const auto listed = static_cast<std::ptrdiff_t>(std::min(size, found.size()));
  std::partial_sort(found.begin(), found.begin() + listed, found.end(),
                    [&](auto a, auto b) { return counts.comes_first(a, b); });
  return found;
}

FacetCounts count_values(base::Facet facet, const store::DocumentSet& documents,
                         const query::SearchRequest& request, const store::Columns& columns) {
  const store::ValueColumn& column = columns.facet(facet);
  const std::uint64_t size = documents.size();
  const bool are_all = size == columns.documents.size();
  const ValueCounts numbers{column,
                            are_all ? column.count_all() : column.count_in(documents, size)};
  const std::vector<std::string>& wanted = request.filter(facet).any_of;
  std::set<std::string> selected(wanted.begin(), wanted.end());
  selected.erase(std::string(query::kNoValue));
  FacetCounts counts;
  counts.none = documents.size_of_common(column.without());
  const auto list = [&](const std::string& value, std::uint64_t count, bool is_selected) {
    counts.values.push_back({value, label_of(facet, value, columns), count, is_selected});
  };
  std::vector<std::uint32_t> found = first_values(numbers, request.facet_size);
  counts.distinct = found.size();
  const std::size_t listed = std::min<std::size_t>(request.facet_size, found.size());
  for (std::size_t i = 0; i < listed; ++i) {
    const std::string& value = numbers.name(found[i]);
    list(value, numbers.numbers[found[i]], selected.erase(value) != 0);
  }
  for (std::size_t i = listed; i < found.size(); ++i) counts.other += numbers.numbers[found[i]];
  // A selected value is listed whatever its count, so that a reader can deselect it.
  std::vector<std::string> also(selected.begin(), selected.end());
  std::stable_sort(also.begin(), also.end(), [&](const std::string& a, const std::string& b) {
    return numbers.of(a) > numbers.of(b);
  });
  for (const std::string& value : also) {
    counts.other -= numbers.of(value);
    list(value, numbers.of(value), true);
  }
  if (info(facet).facet->is_tree) sort_as_tree(counts.values, numbers);
  return counts;
}

// Spans the whole requested range, so that two answers to one request can be compared.
DateHistogram count_periods(const store::DocumentSet& documents,
                            const query::SearchRequest& request, const store::Columns& columns) {
  return count_dates(documents, columns, request.interval).take(request.from, request.to);
}

// The filters of a request over the documents that match its query.
class Filters {
 public:
  Filters(const store::DocumentSet& matches, const query::SearchRequest& request,
          const store::Columns& columns)
      : matches_(matches),
        request_(request),
        columns_(columns),
        date_test_(request.from, request.to) {}

  // What passes all filters but one: that of a facet, of the dates, or none.
  static constexpr std::size_t kDates = base::kFacetCount;
  static constexpr std::size_t kNone = base::kFacetCount + 1;
  store::DocumentSet all_but(std::size_t left_out) const {
    store::DocumentSet passed = matches_;
    for (std::size_t i = 0; i < base::kFacetCount; ++i) {
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
  const store::DocumentSet& matches_;
  const query::SearchRequest& request_;
  const store::Columns& columns_;
  DateTest date_test_;
};

}  // namespace

FilteredMatches filter_and_count(const store::DocumentSet& matches,
                                 const query::SearchRequest& request,
                                 const store::Columns& columns) {
  const Filters filters(matches, request, columns);
  FilteredMatches result{filters.all_but(Filters::kNone), 0, {}, {}};
  result.total = result.documents.size();
  for (const base::Facet facet : base::kFacets) {
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

}  // namespace pressoir::search::facets
