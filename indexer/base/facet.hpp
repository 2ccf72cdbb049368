// The fields of a document whose values are counted over the results of a search.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace pressoir::base {

// The facets that list values. The date is one too, but counts in periods.
enum class Facet { kMinister, kTheme, kType, kSource, kGovernment, kLineage };
inline constexpr std::size_t kFacetCount = 6;
inline constexpr std::array<Facet, kFacetCount> kFacets = {Facet::kMinister,   Facet::kTheme,
                                                           Facet::kType,       Facet::kSource,
                                                           Facet::kGovernment, Facet::kLineage};

// `minister`, `theme`, `type`, `source`, `government`, `lineage`.
std::string_view to_string(Facet facet) noexcept;

}  // namespace pressoir::base
