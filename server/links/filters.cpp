#include "server/links/filters.hpp"

#include <utility>

#include "server/links/link.hpp"
#include "server/wording/terms.hpp"
#include "server/wording/typography.hpp"

namespace pressoir::links {

using base::Facet;
using query::SearchRequest;
using search::SearchResults;
using search::facets::FacetValue;

// The facets list the most frequent values and all selected ones, so a chosen value has its label.
std::string name_of(Facet facet, const std::string& value, const SearchResults& results) {
  if (value == query::kNoValue) return wording::none_in_words(facet);
  if (facet == Facet::kTheme) return wording::theme_in_words(value);
  if (const auto& counts = results.facets[static_cast<std::size_t>(facet)]) {
    for (const FacetValue& listed : counts->values) {
      if (listed.value == value) return listed.label;
    }
  }
  return value;
}

// In the order of the facets, chosen values before excluded ones.
std::vector<FilterTag> filter_tags(const SearchRequest& request, const SearchResults& results) {
  std::vector<FilterTag> tags;
  const auto add = [&](std::string text, std::string without, SearchRequest rest) {
    const std::string href = search_href(rest);
    tags.push_back({std::move(text), std::move(without), href, std::move(rest)});
  };
  for (const Facet facet : base::kFacets) {
    const query::FacetFilter& filter = request.filter(facet);
    for (const std::string& value : filter.any_of) {
      const std::string name = name_of(facet, value, results);
      add(name, wording::without_filter(name), with_toggled(request, facet, value));
    }
    for (const std::string& value : filter.none_of) {
      const std::string name = name_of(facet, value, results);
      add(wording::except(name), wording::without_exclusion(name),
          without_exclusion(request, facet, value));
    }
  }
  if (request.from || request.to) {
    // One tag for both ends: dropping one alone is what the fields of the form are for.
    add(wording::period_in_words(request.from, request.to), std::string(wording::kWithoutDates),
        with_dates(request, {}, {}));
  }
  return tags;
}

}  // namespace pressoir::links
