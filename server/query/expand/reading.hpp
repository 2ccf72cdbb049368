// How a query was read with the help of an archive, as the API reports it: plain data, UTF-8. Notes
// tell the same for sentences.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "indexer/base/date.hpp"

namespace pressoir::query::expand {

// An office that the query names: documents with its holder during the term are found too.
struct OfficeReading {
  std::string office;    // as the gazetteer writes it: `ministre du Redressement productif`
  std::string person;    // person id: what the minister facet takes
  std::string name;      // of the person
  base::Date first_day;  // of the term
  base::Date last_day;   // inclusive; none while in office
};

// The meaning of an acronym of the query, or the acronym of a name in it, as documents of the
// archive explain it.
struct AcronymReading {
  std::string acronym;          // folded: `cni`
  std::string expansion;        // as written: `Conseil national de l’industrie`
  std::uint64_t documents = 0;  // that explain it so
  base::Date first;             // date of the first and the last of them; none when undated
  base::Date last;
  std::vector<std::string> evidence;  // ids of at most five of them, the latest first
};

// A word that no document contains, and its correction.
struct Respelling {
  // As typed.
  std::string typed;
  // As the archive spells it; one word or two.
  std::string read;
};

// Each in the order of the query.
struct Reading {
  std::vector<Respelling> respellings;
  std::vector<OfficeReading> offices;
  std::vector<AcronymReading> acronyms;
};

}  // namespace pressoir::query::expand
