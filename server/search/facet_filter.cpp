#include "server/search/facet_filter.hpp"

#include <algorithm>

namespace pressoir::search {

FacetTest::FacetTest(const FacetFilter& filter, const ValueColumn& column)
    : column_(column),
      wanted_(column.values().size()),
      unwanted_(column.values().size()),
      is_active_(!filter.any_of.empty() || !filter.none_of.empty()),
      has_wanted_(!filter.any_of.empty()) {
  for (const std::string& value : filter.any_of) {
    const std::uint32_t ordinal = column.find(value);
    if (value == kNoValue) wants_none_ = true;
    if (ordinal != ValueColumn::kAbsent) wanted_[ordinal] = true;
  }
  for (const std::string& value : filter.none_of) {
    const std::uint32_t ordinal = column.find(value);
    if (value == kNoValue) rejects_none_ = true;
    if (ordinal != ValueColumn::kAbsent) unwanted_[ordinal] = true;
  }
}

bool FacetTest::passes(std::uint32_t document) const {
  if (!is_active_) return true;
  const auto ordinals = column_.of(document);
  if (ordinals.empty()) return !rejects_none_ && (!has_wanted_ || wants_none_);
  const auto is_unwanted = [&](std::uint32_t ordinal) { return unwanted_[ordinal]; };
  if (std::any_of(ordinals.begin(), ordinals.end(), is_unwanted)) return false;
  const auto is_wanted = [&](std::uint32_t ordinal) { return wanted_[ordinal]; };
  return !has_wanted_ || std::any_of(ordinals.begin(), ordinals.end(), is_wanted);
}

}  // namespace pressoir::search
