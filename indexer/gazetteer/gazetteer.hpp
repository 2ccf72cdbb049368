// Who held which office when: the people, offices and governments of corpus/gazetteer, which are
// put into the program when it is built.
//
// A Gazetteer does not change once loaded: any number of threads may read it. What its functions
// return refers to it and lives as long as it does.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/base/date.hpp"
#include "indexer/base/error.hpp"

namespace pressoir::gazetteer {

// A row of governments.tsv. No two are in office on one day.
struct Government {
  std::string id;              // `ayrault-2`
  std::string name;            // `Ayrault II`
  std::string prime_minister;  // person id
  std::string president;       // person id
  base::Date first_day;
  base::Date last_day;  // inclusive; no date while in office
};

// A row of people.tsv.
struct Person {
  std::string id;    // `fleur-pellerin`
  std::string name;  // `Fleur Pellerin`
  bool is_woman = false;
  std::vector<std::string> aliases;  // other full names, never a lone surname
};

// A row of offices.tsv: one person in one office of one government. Somebody who stayed in office
// through several governments has a row for each.
struct Office {
  std::string person;      // person id
  std::string title;       // `ministre du Redressement productif`
  std::string full_title;  // the longer official form; empty when there is none
  std::string rank;        // `ministre`, `ministre délégué`, `Premier ministre`…
  std::string lineage;     // lineage id, `industrie`: the ministry through its renamings
  std::string government;  // government id; empty for presidents
  base::Date first_day;    // partial when only the year or the month is known
  base::Date last_day;     // inclusive; no date while in office
};

// One domain of government through the renamings of its ministry.
struct Lineage {
  std::string id;     // `economie`
  std::string label;  // `Économie et finances`
};

class Gazetteer {
 public:
  // The gazetteer in the program: read by the first call, the same one for every call, and there as
  // long as the process. Any thread.
  static base::Result<const Gazetteer*> load();

  // Files with the columns of corpus/gazetteer, given by content. kBadConfig names the file, the
  // line and the column that cannot be read.
  struct Files {
    std::string_view governments;
    std::string_view people;
    std::string_view offices;
    std::string_view lineages;
  };
  static base::Result<Gazetteer> parse(const Files& files);

  std::span<const Government> governments() const noexcept { return governments_; }
  std::span<const Person> people() const noexcept { return people_; }
  std::span<const Office> offices() const noexcept { return offices_; }
  std::span<const Lineage> lineages() const noexcept { return lineages_; }

  // nullptr when there is none.
  const Government* government(std::string_view id) const noexcept;
  const Person* person(std::string_view id) const noexcept;
  const Lineage* lineage(std::string_view id) const noexcept;

  // The government in office on the day. Of a partial date: the one in office all through it;
  // nullptr when there were two, or none.
  const Government* government_at(base::Date day) const noexcept;

  // The offices of a person, oldest first.
  std::span<const Office> offices_of(std::string_view person_id) const noexcept;

  // The office that the person held on the day, the highest if several; nullptr when none. A
  // partial date is answered only when the person held one and the same office all through it.
  const Office* office_at(std::string_view person_id, base::Date day) const noexcept;

 private:
  std::vector<Government> governments_;  // by first day
  std::vector<Person> people_;           // by id
  std::vector<Office> offices_;          // by person, then first day
  std::vector<Lineage> lineages_;        // as in the table
};

// One person in one office, from the first day to the last, through changes of government.
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

// Names of one thing: an institution before and after it was renamed, a law and what it is called.
struct SynonymSet {
  std::vector<std::string> names;  // two at least; `ANPE`, `Pôle emploi`
  std::string source;              // what says so: `loi n° 2008-126 du 13 février 2008`
};

// Those in the program. Any thread.
base::Result<std::vector<SynonymSet>> load_synonyms();

// A table with the columns of corpus/gazetteer/synonyms.tsv. kBadConfig names the line and the
// column that cannot be read; a name may stand in one set only.
base::Result<std::vector<SynonymSet>> parse_synonyms(std::string_view tsv);

}  // namespace pressoir::gazetteer
