#include "tests/unit/search/random_archive.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "tests/unit/index/make_document.hpp"

namespace pressoir::search {
namespace {

// Words that differ in accents, forms and spelling only, first the most frequent ones.
constexpr std::array<const char*, 44> kWords = {
    "le",          "de",          "économie",      "l’industrie",   "publié",
    "la",          "arriver",     "pôles",         "d'avenir",      "publier",
    "des",         "arrivée",     "ministre",      "économies",     "porte-parole",
    "côté",        "emploi",      "pôle",          "ECONOMIE",      "publie",
    "côte",        "Ministres",   "aujourd’hui",   "cote",          "10 000",
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
  document.type = is_one_in(4, random) ? "" : pick_present(kTypes, random);
  document.source = is_one_in(9, random) ? "" : pick_present(kSources, random);
  document.government = is_one_in(3, random) ? "" : pick_present(kGovernments, random);
  return document;
}

PlainQuery random_query(Random& random) {
  PlainQuery query;
  if (is_one_in(5, random)) return query;
  const auto random_item = [&] {
    PlainItem item{pick(kWords, random), is_one_in(4, random)};
    while (item.is_phrase && is_one_in(2, random)) item.text += " " + pick(kWords, random);
    return item;
  };
  for (auto i = random() % (is_one_in(4, random) ? 9 : 3); i > 0; --i) {
    query.wanted.push_back(random_item());
  }
  for (auto i = random() % (is_one_in(3, random) ? 3 : 1); i > 0; --i) {
    query.excluded.push_back(random_item());
    if (query.excluded.back().text.starts_with("10")) query.excluded.back().is_phrase = true;
  }
  return query;
}

std::string type_query(const PlainQuery& query, Random& random) {
  constexpr std::array<std::pair<const char*, const char*>, 4> kQuotes = {
      {{"\"", "\""}, {"« ", " »"}, {"«\u00A0", "\u00A0»"}, {"“", "”"}}};
  std::vector<std::string> pieces;
  const auto type = [&](const PlainItem& item, const char* sign) {
    const auto& [open, close] = kQuotes[random() % kQuotes.size()];
    pieces.push_back(sign + (item.is_phrase ? open + item.text + close : item.text));
  };
  for (const PlainItem& item : query.wanted) type(item, "");
  for (const PlainItem& item : query.excluded) type(item, "-");
  std::shuffle(pieces.begin(), pieces.end(), random);
  std::string q = is_one_in(5, random) ? "  " : "";
  for (const std::string& piece : pieces) q += piece + (is_one_in(5, random) ? "\n " : " ");
  return q;
}

std::string random_value(Facet facet, Random& random) {
  if (is_one_in(6, random)) return std::string(kNoValue);
  switch (facet) {
    case Facet::kMinister:
      return pick(kMinisters, random);
    case Facet::kTheme:
      return pick(kThemes, random);
    case Facet::kType:
      return pick(kTypes, random);
    case Facet::kSource:
      return pick(kSources, random);
    case Facet::kGovernment:
      return pick(kGovernments, random);
    case Facet::kLineage:
      return pick(kLineages, random);
  }
  return {};
}

SearchRequest random_request(Random& random) {
  SearchRequest request;
  request.match = static_cast<MatchMode>(random() % 3);
  for (const Facet facet : kFacets) {
    FacetFilter& filter = request.filters[static_cast<std::size_t>(facet)];
    if (is_one_in(4, random)) {
      for (auto i = random() % 3 + 1; i > 0; --i) {
        filter.any_of.push_back(random_value(facet, random));
      }
    }
    if (is_one_in(10, random)) filter.none_of.push_back(random_value(facet, random));
  }
  if (is_one_in(5, random)) request.from = random_date(random);
  if (is_one_in(5, random)) request.to = random_date(random);
  request.interval = static_cast<Interval>(random() % 3);
  if (is_one_in(2, random)) request.sort = static_cast<Sort>(random() % 3);
  request.facet_size = is_one_in(3, random) ? random() % 4 + 1 : 1000;
  request.with_snippets = is_one_in(8, random);
  return request;
}

}  // namespace pressoir::search
