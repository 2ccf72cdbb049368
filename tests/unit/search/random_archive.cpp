#include "tests/unit/search/random_archive.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "tests/unit/index/make_document.hpp"

namespace pressoir::search {
namespace {

// Words that differ in accents, forms and spelling only, first the most frequent ones.
// `ministres` in small letters: with a capital in most documents it would be a name, which the plain
// search does not know (form_selector_test.cpp has names).
constexpr std::array<const char*, 44> kWords = {
    "le",          "de",          "économie",      "l’industrie",   "publié",
    "la",          "arriver",     "pôles",         "d'avenir",      "publier",
    "des",         "arrivée",     "ministre",      "économies",     "porte-parole",
    "côté",        "emploi",      "pôle",          "ECONOMIE",      "publie",
    "côte",        "ministres",   "aujourd’hui",   "cote",          "10 000",
    "œuvre",       "C.N.I.",      "arrivee",       "compétitivité", "à",
    "R&D",         "coté",        "rendez-vous",   "portes",        "Polaire",
    "CNI",         "parole",      "economique",    "oeuvres",       "été",
    "10\u202F000", "porteparole", "polytechnique", "être"};

// Unknown to the gazetteer, so that no query means their office.
constexpr std::array<const char*, 6> kMinisters = {"anne-serre", "paul-valmont", "luc-roche",
                                                   "jean-petit", "zoe-hermine",  "absent"};
constexpr std::array<const char*, 11> kThemes = {"Industrie",
                                                 "Industrie/Compétitivité",
                                                 "Industrie/Compétitivité/Pôles",
                                                 "Budget",
                                                 "Industrie/PME",
                                                 "Budget/Impôts",
                                                 "Énergie",
                                                 "Énergies",
                                                 "Budget/Comptes",
                                                 "Indus",
                                                 "Absent/Thème"};
constexpr std::array<const char*, 4> kTypes = {"article", "discours", "communiqué", "absent"};
constexpr std::array<const char*, 4> kSources = {"a.example", "b.example", "c.example", "absent"};
constexpr std::array<const char*, 4> kLineages = {"industrie", "economie", "mer", "absent"};
constexpr std::array<const char*, 4> kGovernments = {"ayrault-1", "ayrault-2", "valls-1", "absent"};

bool is_one_in(unsigned n, Random& random) {
  return random() % n == 0;
}

// Earlier entries more often than later ones.
template <std::size_t kSize>
std::string pick(const std::array<const char*, kSize>& list, Random& random) {
  return list[std::min(random() % kSize, random() % kSize)];
}

// As pick, but never the last, which no document has.
template <std::size_t kSize>
std::string pick_present(const std::array<const char*, kSize>& list, Random& random) {
  return list[std::min(random() % (kSize - 1), random() % (kSize - 1))];
}

std::string random_words(std::size_t most, Random& random) {
  std::string text;
  for (auto i = random() % (most + 1); i > 0; --i) {
    text += pick(kWords, random);
    text += is_one_in(6, random) ? ", " : is_one_in(12, random) ? "\n" : " ";
  }
  return text;
}

base::Date random_date(Random& random) {
  const base::Date day =
      base::date_from_days(15'300 + static_cast<std::int32_t>(random() % 800));  // 2011 to 2014
  switch (random() % 6) {
    case 0:
      return {};
    case 1:
      return {day.year, 0, 0};
    case 2:
      return {day.year, day.month, 0};
    default:
      return day;
  }
}

}  // namespace

base::Document random_document(int number, Random& random) {
  base::Document document = make_document("page" + std::to_string(number), random_words(4, random),
                                          random_words(25, random));
  document.date = random_date(random);
  for (auto i = random() % 4; i > 0; --i) {
    document.ministers.push_back({pick_present(kMinisters, random), "", "",
                                  static_cast<base::Role>(random() % 3),
                                  is_one_in(3, random) ? "" : pick_present(kLineages, random)});
    document.themes.push_back(pick_present(kThemes, random));
  }
  if (number % 3 == 0) document.others.push_back({pick_present(kMinisters, random), "", ""});
  document.type = is_one_in(4, random) ? "" : pick_present(kTypes, random);
  document.source = is_one_in(9, random) ? "" : pick_present(kSources, random);
  document.government = is_one_in(3, random) ? "" : pick_present(kGovernments, random);
  return document;
}

namespace {

using Kind = PlainItem::Kind;

// Beginnings of at least three letters.
constexpr std::array<const char*, 8> kPrefixes = {"éco", "pol",  "porte", "arriv",
                                                  "CÔT", "publ", "emp",   "zzz"};
// What `OU` between two words means is known only where there are small letters.
constexpr std::array<const char*, 12> kSmallWords = {
    "économie", "publié", "la",   "arriver",      "pôles",       "economique",
    "côté",     "emploi", "cote", "porte-parole", "aujourd’hui", "l’industrie"};

PlainItem random_word(Random& random) {
  PlainItem item{is_one_in(4, random) ? Kind::kPhrase : Kind::kWord, pick(kWords, random)};
  while (item.kind == Kind::kPhrase && is_one_in(2, random))
    item.text += " " + pick(kWords, random);
  return item;
}

PlainItem random_facet_item(Random& random) {
  switch (random() % 4) {
    case 0:
      return {Kind::kFacet, pick_present(kMinisters, random), false, base::Facet::kMinister};
    case 1:
      return {Kind::kFacet, pick_present(kThemes, random), false, base::Facet::kTheme};
    case 2:
      return {Kind::kFacet, pick_present(kSources, random), false, base::Facet::kSource};
    default:
      return {Kind::kFacet, pick_present(kTypes, random), false, base::Facet::kType};
  }
}

PlainItem random_dates_item(Random& random) {
  PlainItem item{Kind::kDates};
  item.from = random_date(random);
  item.to = random_date(random);
  if (!item.from && !item.to) item.from = {2012, 0, 0};
  if (item.from && item.to && base::first_day(item.from) > base::last_day(item.to)) {
    std::swap(item.from, item.to);
  }
  return item;
}

// `( … )`: two different words near each other, or related by an operator.
PlainItem random_group(Random& random) {
  constexpr std::array<Kind, 4> kKinds = {Kind::kNear, Kind::kBoth, Kind::kEither, Kind::kExcept};
  PlainItem item{kKinds[random() % kKinds.size()]};
  item.in_title = is_one_in(4, random);
  item.distance = static_cast<std::uint32_t>(random() % 6 + 1);
  item.parts = {{Kind::kWord, pick(kSmallWords, random)}, random_word(random)};
  while (item.parts[0].text == item.parts[1].text) item.parts[1] = random_word(random);
  return item;
}

PlainItem random_item(Random& random) {
  if (!is_one_in(3, random)) return random_word(random);
  switch (random() % 6) {
    case 0:
      return {Kind::kExact, pick(kSmallWords, random)};
    case 1:
      return {Kind::kPrefix, pick(kPrefixes, random), is_one_in(3, random)};
    case 2:
      return {Kind::kWord, pick(kSmallWords, random), true};
    case 3:
      return random_facet_item(random);
    case 4:
      return random_dates_item(random);
    default:
      return random_group(random);
  }
}

std::string type_item(const PlainItem& item, Random& random) {
  constexpr std::array<std::pair<const char*, const char*>, 4> kQuotes = {
      {{"\"", "\""}, {"« ", " »"}, {"«\u00A0", "\u00A0»"}, {"“", "”"}}};
  const auto group = [&](const std::string& sign) {
    return "(" + type_item(item.parts[0], random) + " " + sign + " " +
           type_item(item.parts[1], random) + ")";
  };
  const std::string field = item.in_title ? "titre:" : "";
  switch (item.kind) {
    case Kind::kWord:
      return field + item.text;
    case Kind::kPhrase: {
      const auto& [open, close] = kQuotes[random() % kQuotes.size()];
      return field + open + item.text + close;
    }
    case Kind::kExact:
      return "=" + item.text;
    case Kind::kPrefix:
      return field + item.text + "*";
    case Kind::kFacet: {
      const std::string name(to_string(item.facet));
      return (name == "minister" ? "ministre" : name) + ":\"" + item.text + "\"";
    }
    case Kind::kDates:
      return "date:" + base::to_string(item.from) + ".." + base::to_string(item.to);
    case Kind::kNear:
      return field + group("PROCHE/" + std::to_string(item.distance));
    case Kind::kBoth:
      return field + group("ET");
    case Kind::kEither:
      return field + group("OU");
    case Kind::kExcept:
      return field + group("SAUF");
  }
  return {};
}

}  // namespace

PlainQuery random_query(Random& random) {
  PlainQuery query;
  if (is_one_in(5, random)) return query;
  for (auto i = random() % (is_one_in(4, random) ? 9 : 3); i > 0; --i) {
    query.wanted.push_back(random_item(random));
  }
  for (auto i = random() % (is_one_in(3, random) ? 3 : 1); i > 0; --i) {
    query.excluded.push_back(random_item(random));
    PlainItem& item = query.excluded.back();
    if (item.text.starts_with("10")) item.kind = Kind::kPhrase;
  }
  return query;
}

std::string type_query(const PlainQuery& query, Random& random) {
  std::vector<std::string> pieces;
  for (const PlainItem& item : query.wanted) pieces.push_back(type_item(item, random));
  for (const PlainItem& item : query.excluded) pieces.push_back("-" + type_item(item, random));
  std::shuffle(pieces.begin(), pieces.end(), random);
  std::string q = is_one_in(5, random) ? "  " : "";
  for (const std::string& piece : pieces) q += piece + (is_one_in(5, random) ? "\n " : " ");
  return q;
}

std::string random_value(base::Facet facet, Random& random) {
  if (is_one_in(6, random)) return std::string(query::kNoValue);
  switch (facet) {
    case base::Facet::kMinister:
    case base::Facet::kPerson:
      return pick(kMinisters, random);
    case base::Facet::kTheme:
      return pick(kThemes, random);
    case base::Facet::kType:
      return pick(kTypes, random);
    case base::Facet::kSource:
      return pick(kSources, random);
    case base::Facet::kGovernment:
      return pick(kGovernments, random);
    case base::Facet::kLineage:
      return pick(kLineages, random);
  }
  return {};
}

query::SearchRequest random_request(Random& random) {
  query::SearchRequest request;
  request.match = static_cast<query::MatchMode>(random() % 3);
  for (const base::Facet facet : base::kFacets) {
    query::FacetFilter& filter = request.filters[static_cast<std::size_t>(facet)];
    if (is_one_in(4, random)) {
      for (auto i = random() % 3 + 1; i > 0; --i) {
        filter.any_of.push_back(random_value(facet, random));
      }
    }
    if (is_one_in(10, random)) filter.none_of.push_back(random_value(facet, random));
  }
  if (is_one_in(5, random)) request.from = random_date(random);
  if (is_one_in(5, random)) request.to = random_date(random);
  request.interval = static_cast<query::Interval>(random() % 3);
  if (is_one_in(2, random)) request.sort = static_cast<query::Sort>(random() % 4);
  request.facet_size = is_one_in(3, random) ? random() % 4 + 1 : 1000;
  request.with_snippets = is_one_in(8, random);
  return request;
}

}  // namespace pressoir::search
