#include "tests/unit/pages/invented.hpp"

#include <string>
#include <utility>
#include <vector>

namespace pressoir::pages {
namespace {

using base::Facet;
using search::facets::FacetCounts;
using search::snippet::Fragment;

base::Minister montebourg() {
  return {"arnaud-montebourg", "Arnaud Montebourg", "ministre du Redressement productif",
          base::Role::kSpeaker};
}

base::Minister pellerin() {
  return {"fleur-pellerin", "Fleur Pellerin",
          "ministre déléguée chargée des PME, de l’Innovation et de l’Économie numérique",
          base::Role::kMentioned};
}

search::Hit first_hit() {
  search::Hit hit;
  hit.document.id = "aaaabbbbccccdddd";
  hit.document.date = {2012, 12, 5};
  hit.document.type = "article";
  hit.document.source = "economie.gouv.fr";
  hit.document.ministers = {pellerin(), montebourg()};
  hit.document.themes = {"Industrie/Compétitivité"};
  hit.title = {{"Les ", false}, {"pôles de compétitivité", true}, {", usines à produits", false}};
  hit.snippet = {{"L’État attend désormais des ", false},
                 {"pôles", true},
                 {" qu’ils mènent leurs projets jusqu’à l’atelier : des objets, des brevets, des "
                  "emplois. Chaque région désigne un interlocuteur unique, et la ",
                  false},
                 {"compétitivité", true},
                 {" se mesurera aux ventes…", false}};
  return hit;
}

search::Hit second_hit() {
  search::Hit hit;
  hit.document.id = "eeeeffffgggghhhh";
  hit.document.date = {2013, 6, 1};
  hit.document.type = "compte rendu";
  hit.document.source = "gouvernement.fr";
  hit.document.themes = {"Recherche et innovation", "Aménagement du territoire/Ruralité"};
  for (const char* name : {"Jean-Marc Ayrault", "Geneviève Fioraso", "Pierre Moscovici",
                           "Nicole Bricq", "Michel Sapin", "Cécile Duflot"}) {
    hit.document.ministers.push_back({name, name, "", base::Role::kMentioned});
  }
  hit.document.ministers[1].office = "ministre de l’Enseignement supérieur et de la Recherche";
  hit.title = {{"Communication : la troisième phase des ", false},
               {"pôles", true},
               {" et le soutien aux filières d’avenir dans les territoires ruraux", false}};
  hit.snippet = {{"Soixante-sept ", false},
                 {"pôles", true},
                 {" ont remis leur feuille de route au Premier ministre.", false}};
  return hit;
}

search::Hit undated_hit() {
  search::Hit hit;
  hit.document.id = "iiiijjjjkkkkllll";
  hit.document.source = "archives.premier-ministre.example";
  hit.title = {{"Discours devant la convention d’un ", false}, {"pôle", true}};
  return hit;
}

FacetCounts ministers() {
  FacetCounts counts;
  counts.values = {{"arnaud-montebourg", "Arnaud Montebourg", 1214, true},
                   {"fleur-pellerin", "Fleur Pellerin", 731, false},
                   {"pierre-moscovici", "Pierre Moscovici", 396, false},
                   {"genevieve-fioraso", "Geneviève Fioraso", 147, false},
                   {"najat-vallaud-belkacem", "Najat Vallaud-Belkacem", 27, false}};
  counts.distinct = 39;
  counts.other = 212;
  counts.none = 93;
  return counts;
}

FacetCounts themes() {
  FacetCounts counts;
  counts.values = {{"Industrie", "Industrie", 1188, false},
                   {"Industrie/Compétitivité", "Compétitivité", 1143, true},
                   {"Industrie/Compétitivité/Pôles", "Pôles", 638, false},
                   {"Industrie/Filières", "Filières", 138, false},
                   {"Recherche et innovation", "Recherche et innovation", 272, false},
                   {"Emploi, formation professionnelle et dialogue social/Apprentissage",
                    "Apprentissage", 51, false}};
  counts.distinct = 6;
  counts.none = 9;
  return counts;
}

FacetCounts simple(std::vector<search::facets::FacetValue> values) {
  FacetCounts counts;
  counts.distinct = values.size();
  counts.values = std::move(values);
  return counts;
}

search::facets::DateHistogram dates() {
  search::facets::DateHistogram histogram;
  const std::uint64_t counts[] = {3,  4,   9,   14,  12,  33,  41, 60, 52, 70, 88, 64, 71, 90,
                                  99, 302, 388, 310, 120, 101, 40, 22, 31, 17, 1,  0,  12};
  std::int16_t year = 1998;
  for (const std::uint64_t count : counts) histogram.buckets.push_back({{year++, 1, 1}, count});
  histogram.none = 12;
  return histogram;
}

}  // namespace

query::QueryOutline read_as(const std::string& q) {
  text::Analyzer analyzer;
  return query::outline(query::parse_query(q, query::MatchMode::kAll, analyzer).value());
}

query::SearchRequest invented_request() {
  query::SearchRequest request;
  request.q = "pôles compétitivité";
  request.filters[static_cast<std::size_t>(Facet::kMinister)].any_of = {"arnaud-montebourg"};
  request.filters[static_cast<std::size_t>(Facet::kTheme)].any_of = {"Industrie/Compétitivité"};
  request.from = {2012, 6, 0};
  request.to = {2014, 3, 0};
  return request;
}

search::SearchResults invented_results(std::size_t hits) {
  search::SearchResults results;
  results.read_as = read_as("pôles compétitivité");
  results.total = 1243;
  results.documents = 148212;
  for (std::size_t i = 0; i < hits; ++i) {
    results.hits.push_back(i % 3 == 0 ? first_hit() : i % 3 == 1 ? second_hit() : undated_hit());
  }
  results.facets = {
      ministers(), std::nullopt, themes(),
      simple({{"article", "article", 622, false},
              {"communiqué", "communiqué", 397, false},
              {"discours", "discours", 163, false},
              {"compte rendu", "compte rendu", 18, false}}),
      simple({{"economie.gouv.fr", "economie.gouv.fr", 881, false},
              {"redressement-productif.gouv.fr", "redressement-productif.gouv.fr", 204, false},
              {"gouvernement.fr", "gouvernement.fr", 158, false}}),
      simple({{"ayrault-2", "Ayrault II", 902, false},
              {"valls-1", "Valls I", 211, false},
              {"ayrault-1", "Ayrault I", 4, false}})};
  results.dates = dates();
  return results;
}

search::ArchiveSummary invented_archive() {
  return {"7", 148212, {1998, 1, 16}, {2024, 9, 5}, 1733054400};
}

const gazetteer::Gazetteer& gazetteer() {
  static const gazetteer::Gazetteer& loaded = *gazetteer::Gazetteer::load().value();
  return loaded;
}

search::Searcher::DocumentView invented_document() {
  search::Searcher::DocumentView view;
  base::Document& document = view.document;
  document.id = "aaaabbbbccccdddd";
  document.url = "https://www.economie.gouv.fr/poles-de-competitivite?id=1&page=2";
  document.title = "Les pôles de compétitivité, usines à produits";
  document.date = {2012, 12, 5};
  document.date_source = base::DateSource::kTitle;
  document.date_confidence = base::Confidence::kHigh;
  document.type = "article";
  document.source = "economie.gouv.fr";
  document.government = "ayrault-2";
  document.ministers = {pellerin(), montebourg()};
  document.themes = {"Industrie/Compétitivité", "Recherche et innovation"};
  document.first_indexed = 1733054400;
  view.title = {{"Les ", false}, {"pôles de compétitivité", true}, {", usines à produits", false}};

  using base::BlockKind;
  const std::pair<BlockKind, std::vector<Fragment>> blocks[] = {
      {BlockKind::kParagraph,
       {{"L’État attend désormais des ", false},
        {"pôles", true},
        {" qu’ils mènent leurs projets jusqu’à l’atelier : des objets, des brevets, des emplois. "
         "Chaque région désigne un interlocuteur unique, et les aides iront aux entreprises qui "
         "vendent ce qu’elles ont inventé.",
         false}}},
      {BlockKind::kHeading, {{"Trois décisions", false}}},
      {BlockKind::kListItem,
       {{"un contrat par ", false}, {"pôle", true}, {" avant l’été ;", false}}},
      {BlockKind::kListItem, {{"un guichet commun aux banques publiques ;", false}}},
      {BlockKind::kListItem, {{"une évaluation chaque année.", false}}},
      {BlockKind::kQuote, {{"Nous jugerons les projets à ce qui sort des usines.", false}}},
      {BlockKind::kHeading, {{"Les aides en chiffres", false}}},
      {BlockKind::kTableCell, {{"2011", false}}},
      {BlockKind::kTableCell, {{"430 millions d’euros", false}}},
      {BlockKind::kCaption, {{"Une chaîne de montage près de Nantes, en novembre.", false}}},
      {BlockKind::kParagraph,
       {{"Les présidents de région ont salué un texte attendu depuis deux ans, et demandent que "
         "les petites entreprises soient les premières servies.",
         false}}},
  };
  for (const auto& [kind, fragments] : blocks) {
    document.blocks.push_back({kind, 0, 0});
    view.blocks.push_back(fragments);
  }
  return view;
}

}  // namespace pressoir::pages
