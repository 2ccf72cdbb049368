// The filters of a request, applied to sets of documents: a value of a facet is a set, `any_of` a
// union, `none_of` a difference. Pure functions over a snapshot's columns: any thread.
#pragma once

#include <vector>

#include "server/query/request.hpp"
#include "server/store/columns.hpp"
#include "server/store/document_set.hpp"

namespace pressoir::search::facets {

// False when every document passes.
bool is_active(const query::FacetFilter& filter);

// The documents of `within` that pass the filter of the facet of `column`: they have at least one
// value of any_of, unless that is empty, and none of none_of. query::kNoValue selects the documents
// that have no value. A value that no document has is not an error: it selects nothing. A theme
// selects the themes below it too, because a column lists the ancestors of each value.
store::DocumentSet filter_facet(const query::FacetFilter& filter, const store::ValueColumn& column,
                                const store::DocumentSet& within);

// The date filter: passes() is true when all days that the document's date may mean lie between
// `from` and `to`. Both are inclusive; a partial one is widened (`to` 2012 means until 31
// December); none is open. A document of 2012 does not pass `from` 2012-03: it may be of January.
// Without bounds every document passes, else an undated one never does.
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

// The documents of `within` whose dates pass; `dates` by document number.
store::DocumentSet filter_dates(const DateTest& test, const std::vector<base::Date>& dates,
                                const store::DocumentSet& within);

}  // namespace pressoir::search::facets
