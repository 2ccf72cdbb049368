#include "server/search/facets/facet_filter.hpp"

#include <string>

namespace pressoir::search::facets {
namespace {

// The union of the documents of the values.
store::DocumentSet documents_of(const std::vector<std::string>& values,
                                const store::ValueColumn& column,
                                const store::DocumentSet& within) {
  store::DocumentSet set = within.empty_like();
  for (const std::string& value : values) {
    if (value == query::kNoValue) set |= column.without();
    const std::uint32_t ordinal = column.find(value);
    if (ordinal != store::ValueColumn::kAbsent) column.documents_of(ordinal).add_to(set);
  }
  return set;
}

}  // namespace

bool is_active(const query::FacetFilter& filter) {
  return !filter.any_of.empty() || !filter.none_of.empty();
}

store::DocumentSet filter_facet(const query::FacetFilter& filter, const store::ValueColumn& column,
                                const store::DocumentSet& within) {
  store::DocumentSet passed = within;
  if (!filter.any_of.empty()) passed &= documents_of(filter.any_of, column, within);
  if (!filter.none_of.empty()) passed -= documents_of(filter.none_of, column, within);
  return passed;
}

// Dates have no posting lists: each document of the set is looked at, in an array in memory.
store::DocumentSet filter_dates(const DateTest& test, const std::vector<base::Date>& dates,
                                const store::DocumentSet& within) {
  store::DocumentSet passed = within.empty_like();
  within.for_each([&](std::uint32_t document) {
    if (test.passes(dates[document])) passed.add(document);
  });
  return passed;
}

}  // namespace pressoir::search::facets
