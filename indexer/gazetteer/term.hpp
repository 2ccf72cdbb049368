// One person in one office, from the first day to the last, through changes of government.
#pragma once

#include <string>
#include <vector>

#include "indexer/base/date.hpp"

namespace pressoir::gazetteer {

struct Term {
  std::string title;   // of the office: `ministre du Redressement productif`
  std::string person;  // person id
  base::Date first_day;
  base::Date last_day;  // inclusive; no date while in office
};

// Days between two governments: the end of one does not end an office that goes on in the next.
inline constexpr int kLongestGapInDays = 31;

// Orders the terms of one office by their first day and makes one of those of a person that follow
// each other within kLongestGapInDays; its title is the first one's. Any thread.
void join_terms(std::vector<Term>& terms);

}  // namespace pressoir::gazetteer
