// How a query was read with the help of an archive: plain data, UTF-8.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "indexer/base/date.hpp"

namespace pressoir::query::expand {

// An office that the query names: documents in which its holder appears during the term are found
// too.
struct OfficeReading {
  std::string office;    // as the gazetteer writes it: `ministre du Redressement productif`
  std::string person;    // person id: what the minister facet takes
  std::string name;      // of the person
  base::Date first_day;  // of the term
  base::Date last_day;   // inclusive; none while in office
};

// What an acronym of the query stands for, or the acronym of a name in it, as documents of the
// archive explain it.
struct AcronymReading {
  std::string acronym;          // folded: `cni`
  std::string expansion;        // as written: `Conseil national de l’industrie`
  std::uint64_t documents = 0;  // that explain it so
  base::Date first;             // date of the first and the last of them; none when undated
  base::Date last;
  std::vector<std::string> evidence;  // ids of at most five of them, the latest first
};

// Words that no document contains, as typed, and what is searched in their place.
struct Respelling {
  std::string typed;
  std::string read;
};

struct Reading {
  std::vector<Respelling> respellings;
  std::vector<OfficeReading> offices;
  std::vector<AcronymReading> acronyms;
};

}  // namespace pressoir::query::expand
