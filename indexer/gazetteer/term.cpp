#include "indexer/gazetteer/term.hpp"

#include <algorithm>
#include <utility>

namespace pressoir::gazetteer {
namespace {

bool goes_on(const Term& term, const Term& next) {
  return term.person == next.person && term.last_day &&
         base::days_since_epoch(next.first_day) <=
             base::days_since_epoch(base::last_day(term.last_day)) + kLongestGapInDays;
}

}  // namespace

void join_terms(std::vector<Term>& terms) {
  std::stable_sort(terms.begin(), terms.end(),
                   [](const Term& a, const Term& b) { return a.first_day < b.first_day; });
  std::vector<Term> joined;
  for (Term& term : terms) {
    const auto before = std::find_if(joined.begin(), joined.end(),
                                     [&](const Term& other) { return goes_on(other, term); });
    if (before == joined.end()) {
      joined.push_back(std::move(term));
    } else if (!term.last_day || base::last_day(term.last_day) > base::last_day(before->last_day)) {
      before->last_day = term.last_day;
    }
  }
  terms = std::move(joined);
}

}  // namespace pressoir::gazetteer
