#include "indexer/gazetteer/gazetteer.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <span>
#include <tuple>
#include <utility>

#include "indexer/gazetteer/table.hpp"

namespace pressoir::gazetteer {
namespace {

// The headers of corpus/gazetteer's tables, whose README says where each row comes from.
constexpr std::array<std::string_view, 7> kGovernmentColumns = {
    "id", "name", "prime_minister", "president", "first_day", "last_day", "source"};
constexpr std::array<std::string_view, 5> kPersonColumns = {"id", "name", "gender", "aliases",
                                                            "source"};
constexpr std::array<std::string_view, 10> kOfficeColumns = {
    "person",     "title",     "full_title", "rank",      "lineage",
    "government", "first_day", "last_day",   "precision", "source"};
constexpr std::array<std::string_view, 2> kLineageColumns = {"id", "label"};
constexpr std::array<std::string_view, 2> kSynonymColumns = {"names", "source"};

// From the highest; a rank that is not here stands below all of them.
constexpr std::array<std::string_view, 5> kRanks = {
    "président", "Premier ministre", "ministre d’État", "ministre", "ministre délégué"};

std::size_t height(const Office& office) {
  const auto* found = std::find(kRanks.begin(), kRanks.end(), office.rank);
  return static_cast<std::size_t>(kRanks.end() - found);
}

// True when the office was held on every day of `day`, which may be partial.
bool covers(const Office& office, base::Date day) {
  return base::first_day(office.first_day) <= base::first_day(day) &&
         (!office.last_day || base::last_day(day) <= base::last_day(office.last_day));
}

// The office was held on at least one day of `day`.
bool overlaps(const Office& office, base::Date day) {
  return base::first_day(office.first_day) <= base::last_day(day) &&
         (!office.last_day || base::first_day(day) <= base::last_day(office.last_day));
}

// Ids stand in addresses and in the index: nothing in them may need escaping.
bool is_slug(std::string_view id) {
  return std::ranges::all_of(
      id, [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; });
}

// Sorted by id, so that a person is found by binary search.
base::Result<std::vector<Person>> read_people(std::string_view tsv) {
  TableReader table("people.tsv", tsv, kPersonColumns);
  std::vector<Person> people;
  while (table.next()) {
    Person person{.id = std::string(table.required("id")),
                  .name = std::string(table.required("name")),
                  .is_woman = table.one_of("gender", {"f", "m"}) == "f",
                  .aliases = table.list("aliases")};
    if (!is_slug(person.id)) table.fail("id", "is not made of a-z, 0-9 and `-`");
    people.push_back(std::move(person));
  }
  if (table.error()) return *table.error();
  std::ranges::sort(people, {}, &Person::id);
  const auto twin = std::ranges::adjacent_find(people, {}, &Person::id);
  if (twin != people.end()) return bad_table("people.tsv", "two people have the id " + twin->id);
  return people;
}

// People stand in the table of governments by id or by name.
std::string find_person_id(const std::vector<Person>& people, std::string_view who) {
  const auto found = std::ranges::find_if(
      people, [who](const Person& person) { return person.id == who || person.name == who; });
  return found == people.end() ? std::string() : found->id;
}

// By first day, and never two at once: what is asked by a date has one answer.
base::Result<std::vector<Government>> read_governments(std::string_view tsv,
                                                       const std::vector<Person>& people) {
  TableReader table("governments.tsv", tsv, kGovernmentColumns);
  std::vector<Government> governments;
  while (table.next()) {
    Government row{.id = std::string(table.required("id")),
                   .name = std::string(table.required("name")),
                   .prime_minister = find_person_id(people, table.required("prime_minister")),
                   .president = find_person_id(people, table.required("president")),
                   .first_day = table.day("first_day"),
                   .last_day = table.optional_date("last_day")};
    if (row.prime_minister.empty()) table.fail("prime_minister", "is not in people.tsv");
    if (row.president.empty()) table.fail("president", "is not in people.tsv");
    if (row.last_day && row.last_day < row.first_day) table.fail("last_day", "is before first_day");
    governments.push_back(std::move(row));
  }
  if (table.error()) return *table.error();
  std::ranges::sort(governments, {}, &Government::first_day);
  const auto overlap = std::ranges::adjacent_find(governments, [](const auto& a, const auto& b) {
    return !a.last_day || b.first_day <= a.last_day;
  });
  if (overlap != governments.end()) {
    return bad_table("governments.tsv", overlap->id + " is in office when the next one begins");
  }
  return governments;
}

base::Result<std::vector<Lineage>> read_lineages(std::string_view tsv) {
  TableReader table("lineages.tsv", tsv, kLineageColumns);
  std::vector<Lineage> lineages;
  while (table.next()) {
    Lineage row{.id = std::string(table.required("id")),
                .label = std::string(table.required("label"))};
    if (!is_slug(row.id)) table.fail("id", "is not made of a-z, 0-9 and `-`");
    if (std::ranges::find(lineages, row.id, &Lineage::id) != lineages.end()) {
      table.fail("id", "is there twice");
    }
    lineages.push_back(std::move(row));
  }
  if (table.error()) return *table.error();
  return lineages;
}

// The precision of a term is that of the vaguer one of its two days.
std::string_view precision_of(base::Date first, base::Date last) {
  const base::Date other = last ? last : first;
  if (first.month == 0 || other.month == 0) return "year";
  return first.day == 0 || other.day == 0 ? "month" : "day";
}

// A person who is named again to the same office within a month never left it.
bool goes_on(const Term& term, const Term& next) {
  return term.person == next.person && term.last_day &&
         base::days_since_epoch(next.first_day) <=
             base::days_since_epoch(base::last_day(term.last_day)) + kLongestGapInDays;
}

}  // namespace

base::Result<const Gazetteer*> Gazetteer::load() {
  static const base::Result<Gazetteer> loaded =
      parse({embedded_table("governments.tsv"), embedded_table("people.tsv"),
             embedded_table("offices.tsv"), embedded_table("lineages.tsv")});
  if (!loaded) return loaded.error();
  return &*loaded;
}

// Tables that others refer to are read first, so that a reference to nothing is an error with its
// line.
base::Result<Gazetteer> Gazetteer::parse(const Files& files) {
  Gazetteer gazetteer;
  base::Result<std::vector<Person>> people = read_people(files.people);
  if (!people) return people.error();
  gazetteer.people_ = std::move(*people);
  base::Result<std::vector<Government>> governments =
      read_governments(files.governments, gazetteer.people_);
  if (!governments) return governments.error();
  gazetteer.governments_ = std::move(*governments);
  base::Result<std::vector<Lineage>> lineages = read_lineages(files.lineages);
  if (!lineages) return lineages.error();
  gazetteer.lineages_ = std::move(*lineages);

  TableReader table("offices.tsv", files.offices, kOfficeColumns);
  while (table.next()) {
    Office office{.person = std::string(table.required("person")),
                  .title = std::string(table.required("title")),
                  .full_title = std::string(table.cell("full_title")),
                  .rank = std::string(table.required("rank")),
                  .lineage = std::string(table.required("lineage")),
                  .government = std::string(table.cell("government")),
                  .first_day = table.date("first_day"),
                  .last_day = table.optional_date("last_day")};
    const std::string_view precision = table.one_of("precision", {"day", "month", "year"});
    if (precision != precision_of(office.first_day, office.last_day)) {
      table.fail("precision", "is not that of the days");
    }
    if (gazetteer.lineage(office.lineage) == nullptr)
      table.fail("lineage", "is not in lineages.tsv");
    if (gazetteer.person(office.person) == nullptr) table.fail("person", "is not in people.tsv");
    if (!office.government.empty() && gazetteer.government(office.government) == nullptr) {
      table.fail("government", "is not in governments.tsv");
    }
    if (office.last_day && base::last_day(office.last_day) < base::first_day(office.first_day)) {
      table.fail("last_day", "is before first_day");
    }
    gazetteer.offices_.push_back(std::move(office));
  }
  if (table.error()) return *table.error();
  std::ranges::stable_sort(gazetteer.offices_, {}, [](const Office& office) {
    return std::tie(office.person, office.first_day);
  });
  return gazetteer;
}

// Some dozens of lineages and governments: a walk over them is as fast as a search.
const Lineage* Gazetteer::lineage(std::string_view id) const noexcept {
  const auto found = std::ranges::find(lineages_, id, &Lineage::id);
  return found == lineages_.end() ? nullptr : &*found;
}

const Government* Gazetteer::government(std::string_view id) const noexcept {
  const auto found = std::ranges::find(governments_, id, &Government::id);
  return found == governments_.end() ? nullptr : &*found;
}

// A partial date has a government only if no other was in office on any of its days.
const Government* Gazetteer::government_at(base::Date day) const noexcept {
  if (!day) return nullptr;
  const base::Date from = base::first_day(day);
  const auto next =
      std::ranges::upper_bound(governments_, base::last_day(day), {}, &Government::first_day);
  if (next == governments_.begin()) return nullptr;
  const Government& last = *std::prev(next);
  if (last.last_day && last.last_day < from) return nullptr;
  if (from < last.first_day && std::prev(next) != governments_.begin()) {
    const Government& before = *std::prev(next, 2);
    if (!before.last_day || from <= before.last_day) return nullptr;
  }
  return &last;
}

const Person* Gazetteer::person(std::string_view id) const noexcept {
  const auto found = std::ranges::lower_bound(people_, id, {}, &Person::id);
  return found == people_.end() || found->id != id ? nullptr : &*found;
}

// Offices are sorted by person, then by first day.
std::span<const Office> Gazetteer::offices_of(std::string_view person_id) const noexcept {
  const auto first = std::ranges::lower_bound(offices_, person_id, {}, &Office::person);
  const auto last = std::ranges::upper_bound(offices_, person_id, {}, &Office::person);
  return {first, last};
}

// Of offices held at once, the highest; of equal ones, the later, which is the one that the person
// was last named to.
const Office* Gazetteer::office_at(std::string_view person_id, base::Date day) const noexcept {
  if (!day) return nullptr;
  const Office* highest = nullptr;
  bool changes = false;
  for (const Office& office : offices_of(person_id)) {
    if (!overlaps(office, day)) continue;
    changes |= !covers(office, day);
    if (highest == nullptr || height(office) >= height(*highest)) highest = &office;
  }
  return changes && day.day == 0 ? nullptr : highest;
}

// Several people may have one office at once (secretaries of State), so that each term is compared
// with all before it.
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

base::Result<std::vector<SynonymSet>> load_synonyms() {
  return parse_synonyms(embedded_table("synonyms.tsv"));
}

// A name in two sets would make them one without anybody having said so.
base::Result<std::vector<SynonymSet>> parse_synonyms(std::string_view tsv) {
  TableReader table("synonyms.tsv", tsv, kSynonymColumns);
  std::vector<SynonymSet> sets;
  std::set<std::string> known;
  while (table.next()) {
    SynonymSet set{table.list("names"), std::string(table.required("source"))};
    if (set.names.size() < 2) table.fail("names", "has no two names");
    for (const std::string& name : set.names) {
      if (!known.insert(name).second) table.fail("names", "names twice: " + name);
    }
    sets.push_back(std::move(set));
  }
  if (table.error()) return *table.error();
  return sets;
}

}  // namespace pressoir::gazetteer
