#include "server/wording/terms.hpp"

#include <algorithm>
#include <array>

namespace pressoir::wording {
namespace {

// Indexed by Facet.
constexpr std::array<FacetWords, base::kFacetCount> kFacetWords = {{
    {"Ministre", "Tous les ministres", "Sans ministre", {"ministre", "ministres"}},
    {"Personnes citées",
     "Toutes les personnes citées",
     "Sans personne citée",
     {"personne citée", "personnes citées"}},
    {"Thème", "Tous les thèmes", "Sans thème", {"thème", "thèmes"}},
    {"Type", "Tous les types", "Sans type", {"type", "types"}},
    {"Source", "Toutes les sources", "Sans source", {"source", "sources"}},
    {"Gouvernement",
     "Tous les gouvernements",
     "Sans gouvernement",
     {"gouvernement", "gouvernements"}},
    {"Ministère", "Tous les ministères", "Sans ministère", {"ministère", "ministères"}},
}};
static_assert(!kFacetWords.back().title.empty(), "a facet has no words here");

// In the order of query::request_parameters().
// A filter is its facet, an exclusion `not_` and its facet: the rows are spelled out because the
// French of a facet does not follow from its name.
struct ParameterRow {
  std::string_view name;
  std::string_view meaning;
};
constexpr auto kParameters = std::to_array<ParameterRow>({
    {"q", "Recherche ; vide : tous les textes."},
    {"minister",
     "Identifiant d’une personne en fonction à la date du texte, comme « arnaud-montebourg » ; « "
     "none » : textes sans ministre."},
    {"not_minister", "Écarte cette personne."},
    {"person",
     "Identifiant de toute personne reconnue, en fonction ou non, comme « arnaud-montebourg » ; « "
     "none » : textes qui ne nomment personne."},
    {"not_person", "Écarte les textes qui nomment cette personne."},
    {"theme", "Thème, comme « Industrie/Compétitivité », avec tout ce qu’il contient."},
    {"not_theme", "Écarte ce thème et tout ce qu’il contient."},
    {"type", "Type de texte, comme « communiqué »."},
    {"not_type", "Écarte ce type."},
    {"source", "Site d’où vient le texte."},
    {"not_source", "Écarte ce site."},
    {"government", "Gouvernement en fonction à la date du texte, comme « ayrault-2 »."},
    {"not_government", "Écarte ce gouvernement."},
    {"lineage", "Ministère à travers tous ses noms, comme « industrie »."},
    {"not_lineage", "Écarte ce ministère."},
    {"from", "Premier jour, compris ; « 2012 » commence le 1er janvier."},
    {"to", "Dernier jour, compris ; « 2012 » finit le 31 décembre."},
    {"match",
     "Mots de la recherche qu’un texte doit contenir : selon leur nombre, tous, ou l’un d’eux."},
    {"family",
     "Trouve aussi les mots de la même famille, comme « réformateur » pour « réforme » : par "
     "pertinence, après tous les autres textes."},
    {"sort",
     "Ordre des textes ; par défaut la pertinence s’il y a une recherche, sinon les plus récents "
     "d’abord. « first_indexed » : les derniers entrés dans l’archive d’abord."},
    {"collapse",
     "Rend un seul résultat pour les textes identiques : le premier, avec les autres adresses."},
    {"start", "Rang du premier élément rendu, à partir de 0."},
    {"count", "Nombre d’éléments rendus, au plus."},
    {"facets", "Décomptes rendus, séparés par des virgules ; vide : aucun."},
    {"facet_size",
     "Nombre de valeurs de chaque décompte ; celles qui sont choisies y sont toujours."},
    {"interval", "Période comptée : année, mois ou jour."},
});

// In the order of the table of app/problem.cpp. Faults of HTTP that only a program makes have one
// text: no reader could do anything about them.
struct ProblemRow {
  std::string_view type;
  ProblemSentences sentences;
};
constexpr auto kProblems = std::to_array<ProblemRow>({
    {"/problems/bad-request", {"Demande incorrecte", "Le serveur ne comprend pas cette demande."}},
    {"/problems/bad-parameter",
     {"Recherche incorrecte", "Une partie de l’adresse n’est pas comprise."}},
    {"/problems/not-found", {"Page introuvable", "Aucune page ne se trouve à cette adresse."}},
    {"/problems/method-not-allowed",
     {"Méthode refusée", "Cette adresse ne peut être que consultée."}},
    {"/problems/content-too-large",
     {"Demande trop volumineuse", "La demande est trop volumineuse."}},
    {"/problems/target-too-long",
     {"Adresse trop longue", "L’adresse de la page est trop longue : raccourcissez la recherche."}},
    {"/problems/expectation-failed",
     {"Demande incorrecte", "Le serveur ne comprend pas cette demande."}},
    {"/problems/too-many-requests",
     {"Trop de demandes", "Vos demandes se suivent de trop près : réessayez dans un instant."}},
    {"/problems/header-too-large",
     {"En-têtes trop longs", "Les en-têtes de la demande sont trop longs."}},
    {"/problems/internal",
     {"Erreur du serveur",
      "Le serveur n’a pas pu répondre. L’incident est consigné dans son journal."}},
    {"/problems/busy",
     {"Serveur occupé", "Trop de recherches sont en cours : réessayez dans un instant."}},
    {"/problems/timeout",
     {"Recherche trop longue", "La recherche demande trop de temps : précisez-la."}},
    {"/problems/unavailable",
     {"Archive indisponible",
      "L’archive est en cours de mise à jour : réessayez dans un instant."}},
    {"/problems/shard-unavailable",
     {"Archive indisponible",
      "Une partie de l’archive ne répond pas. Plutôt qu’un résultat incomplet, rien n’est montré : "
      "réessayez dans un instant."}},
    {"/problems/version-not-supported",
     {"Version de HTTP refusée", "Le serveur ne comprend pas cette demande."}},
});

}  // namespace

const FacetWords& words_of(base::Facet facet) noexcept {
  return kFacetWords[static_cast<std::size_t>(facet)];
}

std::string none_in_words(base::Facet facet) {
  std::string none(words_of(facet).none);
  none.front() = 's';
  return none;
}

std::string except(const std::string& name) {
  return "sauf " + name;
}

std::string without_filter(const std::string& name) {
  return "Sans le filtre " + in_guillemets(name);
}

std::string without_exclusion(const std::string& name) {
  return "Sans exclure " + in_guillemets(name);
}

std::string_view parameter_in_words(std::string_view name) noexcept {
  const auto row = std::ranges::find(kParameters, name, &ParameterRow::name);
  return row == kParameters.end() ? std::string_view() : row->meaning;
}

ProblemSentences problem_in_words(std::string_view type) noexcept {
  const auto row = std::ranges::find(kProblems, type, &ProblemRow::type);
  return row == kProblems.end() ? ProblemSentences() : row->sentences;
}

}  // namespace pressoir::wording
