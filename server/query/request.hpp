// A search request: plain data, UTF-8.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/base/date.hpp"
#include "indexer/base/fields.hpp"

namespace pressoir::query {

// Maximum bytes of a query. A pasted article fits.
inline constexpr std::size_t kMaxQueryBytes = 40'000;

// The value that selects documents without any.
inline constexpr std::string_view kNoValue = "none";

struct FacetFilter {
  std::vector<std::string> any_of;   // a document must have one of these; empty: no condition
  std::vector<std::string> none_of;  // and none of these
};

enum class MatchMode { kAuto, kAll, kAny };
enum class Sort {
  kRelevance,
  kNewest,
  kOldest,
  kFirstIndexed,  // what entered the archive last comes first
};
enum class Interval { kYear, kMonth, kDay };

constexpr std::array<bool, base::kFacetCount> all_facets() {
  std::array<bool, base::kFacetCount> all{};
  all.fill(true);
  return all;
}

struct SearchRequest {
  std::string q;  // query language; empty: everything
  MatchMode match = MatchMode::kAuto;
  std::array<FacetFilter, base::kFacetCount> filters;  // indexed by Facet
  base::Date from;                                     // inclusive; partial dates widen; none: open
  base::Date to;
  std::optional<Sort> sort;  // default: relevance with a query, newest without
  std::uint32_t start = 0;   // 0-based rank of the first result
  std::uint32_t count = 10;  // at most 100
  std::array<bool, base::kFacetCount> facets = all_facets();
  bool date_facet = true;
  std::uint32_t facet_size = 20;  // values listed for each facet, 1 to 1,000
  Interval interval = Interval::kYear;
  bool with_snippets = true;
  bool with_text = false;     // results hold the whole text
  bool collapse = false;      // of documents with the same text only the first is a result
  bool count_groups = false;  // without collapse, how many results there would be with it

  const FacetFilter& filter(base::Facet facet) const {
    return filters[static_cast<std::size_t>(facet)];
  }
};

}  // namespace pressoir::query
