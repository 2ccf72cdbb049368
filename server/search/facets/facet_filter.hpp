// The filters of a request as sets of documents. Pure functions over a snapshot's columns: any
// thread.
#pragma once

#include <vector>

#include "server/query/request.hpp"
#include "server/store/columns.hpp"
#include "server/store/document_set.hpp"

namespace pressoir::search::facets {

// False when every document passes.
bool is_active(const query::FacetFilter& filter);

// Those of the documents `within` that pass the filter of a facet. Values that no document has are
// no error.
store::DocumentSet filter_facet(const query::FacetFilter& filter, const store::ValueColumn& column,
                                const store::DocumentSet& within);

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

// Those of the documents `within` that pass.
store::DocumentSet filter_dates(const DateTest& test, const std::vector<base::Date>& dates,
                                const store::DocumentSet& within);

}  // namespace pressoir::search::facets
