#include "server/pages/home_view.hpp"

#include "server/pages/link.hpp"
#include "server/pages/search_view.hpp"
#include "server/pages/typography.hpp"

namespace pressoir::pages {
namespace {

constexpr std::size_t kExamples = 4;

struct Rule {
  std::string_view q;
  std::string_view meaning;
};

constexpr Rule kRules[] = {
    {"pôles compétitivité", "les deux mots, sous toutes leurs formes, avec ou sans accents"},
    {"\"conseil des ministres\"", "ces mots exactement, l’un derrière l’autre"},
    {"retraites -loi", "le premier mot, sans le second"},
    {"ministre:montebourg industrie", "ce mot dans les textes d’une personne"},
    {"loi OU décret", "l’un des deux mots, ou les deux"},
    {"emploi ET (jeunes OU apprentis)", "des parenthèses pour grouper"},
    {"emploi PROCHE/5 jeunes", "les deux mots à cinq mots l’un de l’autre au plus"},
    {"compét*", "tout mot qui commence ainsi, dès trois lettres"},
    {"=pêche", "le mot tel qu’il est écrit, accents compris"},
    {"titre:industrie", "un mot du titre"},
    {"theme:industrie", "les textes d’un thème"},
    {"type:discours retraites", "un mot dans les textes d’un type"},
    {"date:2012-05..2014-03", "les textes de mai 2012 à mars 2014"},
};

}  // namespace

std::vector<Example> examples() {
  std::vector<Example> list;
  for (const Rule& rule : kRules) {
    const std::string q(rule.q);
    list.push_back({{q, search_href(with_query({}, q))}, std::string(rule.meaning)});
  }
  return list;
}

HomeView view_home(const SearchAnswer& answer, const search::ArchiveSummary& archive,
                   const gazetteer::Gazetteer& gazetteer) {
  const search::SearchResults& results = answer.results;
  HomeView view;
  view.facts.emplace_back("Textes", number(archive.documents));
  if (archive.first_date) {
    view.facts.emplace_back("Période", std::to_string(archive.first_date.year) + "–" +
                                           std::to_string(archive.last_date.year));
  }
  const auto& sources = results.facets[static_cast<std::size_t>(search::Facet::kSource)];
  if (sources) view.facts.emplace_back("Sites", number(sources->distinct));
  if (archive.updated != 0) {
    view.facts.emplace_back("Dernière récolte", instant_in_words(archive.updated));
  }
  if (results.dates && !results.dates->buckets.empty()) {
    view.timeline = view_timeline(answer.asked, *results.dates, gazetteer);
  }
  for (const search::Hit& hit : results.hits) view.hits.push_back(hit_view(hit, ""));
  view.examples = examples();
  view.examples.resize(kExamples);
  for (FacetView& facet : facet_views(answer.asked, results, gazetteer)) {
    if (facet.id == "source") view.sources = std::move(facet.entries);
  }
  return view;
}

}  // namespace pressoir::pages
