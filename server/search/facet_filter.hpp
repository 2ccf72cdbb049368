// One facet's filter of a request, made ready for testing documents. Any thread.
#pragma once

#include <cstdint>
#include <vector>

#include "server/search/columns.hpp"
#include "server/search/request.hpp"

namespace pressoir::search {

class FacetTest {
 public:
  FacetTest(const FacetFilter& filter, const ValueColumn& column);

  // False when every document passes.
  bool is_active() const { return is_active_; }

  bool passes(std::uint32_t document) const;

 private:
  const ValueColumn& column_;
  std::vector<bool> wanted_;    // by ordinal
  std::vector<bool> unwanted_;  // by ordinal
  bool is_active_ = false;
  bool has_wanted_ = false;
  bool wants_none_ = false;
  bool rejects_none_ = false;
};

// True when all days that the document's date may mean lie between `from` and `to`, both inclusive
// and widened when partial; with neither, for every document.
class DateTest {
 public:
  DateTest(base::Date from, base::Date to)
      : from_(base::first_day(from)), to_(base::last_day(to)) {}

  bool is_active() const { return from_ || to_; }

  bool passes(base::Date date) const {
    if (!is_active()) return true;
    if (!date) return false;
    return (!from_ || base::first_day(date) >= from_) && (!to_ || base::last_day(date) <= to_);
  }

 private:
  base::Date from_;
  base::Date to_;
};

}  // namespace pressoir::search
