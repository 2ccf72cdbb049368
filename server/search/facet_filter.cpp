#include "server/search/facet_filter.hpp"

#include <string>

namespace pressoir::search {
namespace {

DocumentSet documents_of(const std::vector<std::string>& values, const ValueColumn& column,
                         const DocumentSet& within) {
  DocumentSet set = within.empty_like();
  for (const std::string& value : values) {
    if (value == kNoValue) set |= column.without();
    const std::uint32_t ordinal = column.find(value);
    if (ordinal != ValueColumn::kAbsent) column.documents_of(ordinal).add_to(set);
  }
  return set;
}

}  // namespace

bool is_active(const FacetFilter& filter) {
  return !filter.any_of.empty() || !filter.none_of.empty();
}

DocumentSet filter_facet(const FacetFilter& filter, const ValueColumn& column,
                         const DocumentSet& within) {
  DocumentSet passed = within;
  if (!filter.any_of.empty()) passed &= documents_of(filter.any_of, column, within);
  if (!filter.none_of.empty()) passed -= documents_of(filter.none_of, column, within);
  return passed;
}

DocumentSet filter_dates(const DateTest& test, const std::vector<base::Date>& dates,
                         const DocumentSet& within) {
  DocumentSet passed = within.empty_like();
  within.for_each([&](std::uint32_t document) {
    if (test.passes(dates[document])) passed.add(document);
  });
  return passed;
}

}  // namespace pressoir::search
