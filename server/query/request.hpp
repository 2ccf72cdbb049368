// A search request: which documents, in which order, and what is wanted of them. Plain data, UTF-8.
// Made by request_parameters from an address, or by a test in place:
//   SearchRequest request;
//   request.q = "pôles";
//   request.count = 20;
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

// Longer queries are refused with kBadQuery. A pasted article fits.
inline constexpr std::size_t kMaxQueryBytes = 40'000;

// The value of a facet filter that selects documents without any value.
inline constexpr std::string_view kNoValue = "none";

// A condition on one facet. Both lists together: one of `any_of` and none of `none_of`.
struct FacetFilter {
  std::vector<std::string> any_of;   // a document must have one of these; empty: no condition
  std::vector<std::string> none_of;  // and none of these
};

// How many of a query's plain words a document must contain: all of one or two and half of more;
// all; any.
enum class MatchMode { kAuto, kAll, kAny };
// The order of results; ties by id.
enum class Sort {
  kRelevance,
  kNewest,
  kOldest,
  kFirstIndexed,  // what entered the archive last comes first
};
// The width of the bars of the histogram by date.
enum class Interval { kYear, kMonth, kDay };

constexpr std::array<bool, base::kFacetCount> all_facets() {
  std::array<bool, base::kFacetCount> all{};
  all.fill(true);
  return all;
}

// Defaults are those of the API. Limits are checked where a request is parsed, not here.
struct SearchRequest {
  // In the query language of query_parser.hpp; empty: every document.
  std::string q;
  MatchMode match = MatchMode::kAuto;
  // Words match the words derived from them too (text/families.hpp): `réforme` also `réformateur`.
  bool family = false;
  std::array<FacetFilter, base::kFacetCount> filters;  // indexed by Facet
  // Inclusive; partial dates widen; none: open.
  base::Date from;  // inclusive; partial dates widen; none: open
  base::Date to;
  // Default: relevance with a query, newest without.
  std::optional<Sort> sort;  // default: relevance with a query, newest without
  std::uint32_t start = 0;   // 0-based rank of the first result
  std::uint32_t count = 10;  // at most 100
  std::array<bool, base::kFacetCount> facets = all_facets();
  bool date_facet = true;
  std::uint32_t facet_size = 20;  // values listed for each facet, 1 to 1,000
  Interval interval = Interval::kYear;
  bool with_snippets = true;
  bool with_text = false;  // results hold the whole text
  // Of documents with the same text only the first is a result. With `count_groups` instead, all
  // are results, and how many there would be is counted too.
  bool collapse = false;      // of documents with the same text only the first is a result
  bool count_groups = false;  // without collapse, how many results there would be with it

  const FacetFilter& filter(base::Facet facet) const {
    return filters[static_cast<std::size_t>(facet)];
  }
};

}  // namespace pressoir::query
