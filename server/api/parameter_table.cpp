#include <algorithm>
#include <array>

#include "server/api/field.hpp"
#include "server/api/parameters.hpp"
#include "server/search/trends.hpp"

namespace pressoir::api {
namespace {

using Kind = ParameterKind;
using Words = std::string_view;

constexpr std::array<Words, 3> kMatches = {"auto", "all", "any"};
constexpr std::array<Words, 4> kSorts = {"relevance", "newest", "oldest", "first_indexed"};
constexpr std::array<Words, 3> kIntervals = {"year", "month", "day"};
constexpr std::array<Words, 7> kFacetNames = {"minister",   "theme",   "type", "source",
                                              "government", "lineage", "date"};

template <std::size_t... Sizes>
constexpr auto joined(const std::array<Parameter, Sizes>&... parts) {
  std::array<Parameter, (Sizes + ...)> whole;
  auto out = whole.begin();
  ((out = std::copy(parts.begin(), parts.end(), out)), ...);
  return whole;
}

constexpr Parameter filter(Words name, Words meaning, Words french) {
  return {.name = name,
          .kind = Kind::kValue,
          .repeatable = true,
          .max = kMaxValueBytes,
          .meaning = meaning,
          .french = french};
}

constexpr Parameter text(Words name, Words meaning, Words french) {
  return {.name = name,
          .kind = Kind::kText,
          .max = kMaxQueryBytes,
          .meaning = meaning,
          .french = french};
}

constexpr Parameter fields(std::span<const Words> choices, Words defaults) {
  return {.name = "fields",
          .kind = Kind::kList,
          .choices = choices,
          .default_value = defaults,
          .meaning = "Fields of each document returned, separated by commas.",
          .french = "Champs rendus de chaque texte, séparés par des virgules."};
}

constexpr Parameter number_of(std::uint32_t min, std::uint32_t max, Words defaults) {
  return {.name = "count",
          .kind = Kind::kInteger,
          .min = min,
          .max = max,
          .default_value = defaults,
          .meaning = "Number of items returned at most.",
          .french = "Nombre d’éléments rendus, au plus."};
}

constexpr std::array kQuery = {text("q", "Query in the query language; empty: every document.",
                                    "Recherche ; vide : tous les textes.")};

constexpr std::array kFilters = {
    filter("minister", "Person id, as `arnaud-montebourg`; `none`: documents without a minister.",
           "Identifiant d’une personne, comme « arnaud-montebourg » ; « none » : textes sans "
           "ministre."),
    filter("theme", "Theme path, as `Industrie/Compétitivité`, with everything below it.",
           "Thème, comme « Industrie/Compétitivité », avec tout ce qu’il contient."),
    filter("type", "Type of document, as `communiqué`.", "Type de texte, comme « communiqué »."),
    filter("source", "Site the document comes from.", "Site d’où vient le texte."),
    filter("government", "Government in office on the document's date, as `ayrault-2`.",
           "Gouvernement en fonction à la date du texte, comme « ayrault-2 »."),
    filter("lineage", "Ministry through all its names, as `industrie`.",
           "Ministère à travers tous ses noms, comme « industrie »."),
    filter("not_minister", "Excludes documents of this person.", "Écarte cette personne."),
    filter("not_theme", "Excludes this theme and everything below it.",
           "Écarte ce thème et tout ce qu’il contient."),
    filter("not_type", "Excludes this type.", "Écarte ce type."),
    filter("not_source", "Excludes this site.", "Écarte ce site."),
    filter("not_government", "Excludes this government.", "Écarte ce gouvernement."),
    filter("not_lineage", "Excludes documents of this ministry.", "Écarte ce ministère."),
    Parameter{.name = "from",
              .kind = Kind::kDate,
              .meaning = "First day, inclusive; a partial date begins with its first day.",
              .french = "Premier jour, compris ; « 2012 » commence le 1er janvier."},
    Parameter{.name = "to",
              .kind = Kind::kDate,
              .meaning = "Last day, inclusive; a partial date ends with its last day.",
              .french = "Dernier jour, compris ; « 2012 » finit le 31 décembre."},
    Parameter{.name = "match",
              .kind = Kind::kChoice,
              .choices = kMatches,
              .default_value = "auto",
              .meaning = "Which of the query's words a document must hold.",
              .french = "Mots de la recherche qu’un texte doit contenir : selon leur nombre, tous, "
                        "ou l’un d’eux."},
};

constexpr std::array kSort = {Parameter{
    .name = "sort",
    .kind = Kind::kChoice,
    .choices = kSorts,
    .meaning = "Order of the results, ties by id; default: relevance with a query, newest without. "
               "first_indexed: what entered the archive last comes first.",
    .french = "Ordre des textes ; par défaut la pertinence s’il y a une recherche, sinon les plus "
              "récents d’abord. « first_indexed » : les derniers entrés dans l’archive d’abord."}};

constexpr std::array kStart = {
    Parameter{.name = "start",
              .kind = Kind::kInteger,
              .max = 1'000'000'000,
              .default_value = "0",
              .meaning = "Rank of the first item returned, from 0.",
              .french = "Rang du premier élément rendu, à partir de 0."}};

constexpr std::array kInterval = {Parameter{.name = "interval",
                                            .kind = Kind::kChoice,
                                            .choices = kIntervals,
                                            .default_value = "year",
                                            .meaning = "Period that counts are given for.",
                                            .french = "Période comptée : année, mois ou jour."}};

constexpr std::array kFacets = {
    Parameter{.name = "facets",
              .kind = Kind::kList,
              .choices = kFacetNames,
              .default_value = "minister,theme,type,source,government,lineage,date",
              .meaning = "Facets counted, separated by commas; empty: none.",
              .french = "Décomptes rendus, séparés par des virgules ; vide : aucun."},
    Parameter{.name = "facet_size",
              .kind = Kind::kInteger,
              .min = 1,
              .max = 1'000,
              .default_value = "20",
              .meaning = "Values listed for each facet; selected ones are always listed.",
              .french = "Nombre de valeurs de chaque décompte ; celles qui sont choisies y sont "
                        "toujours."}};

constexpr std::array kCollapse = {
    Parameter{.name = "collapse",
              .kind = Kind::kBoolean,
              .default_value = "false",
              .meaning = "Gives one result for all documents with the same text: the first of "
                         "them, with its siblings.",
              .french = "Rend un seul résultat pour les textes identiques : le premier, avec les "
                        "autres adresses."}};

constexpr auto kSearchParameters =
    joined(kQuery, kFilters, kSort, kCollapse, kStart, std::array{number_of(0, 100, "10")}, kFacets,
           kInterval, std::array{fields(kFieldNames, kDefaultFields)});

constexpr std::array kAfter = {
    Parameter{.name = "after",
              .kind = Kind::kValue,
              .max = 64,
              .meaning = "Id of the last document received: the export goes on behind it.",
              .french = "Identifiant du dernier texte reçu : l’export reprend à sa suite."}};
constexpr std::array kBom = {
    Parameter{.name = "bom",
              .kind = Kind::kBoolean,
              .default_value = "false",
              .meaning = "Begins with a byte order mark, which Excel needs to read UTF-8.",
              .french = "Commence par une marque d’ordre des octets, qu’il faut à Excel."}};
constexpr auto kExportParameters =
    joined(kQuery, kFilters, kAfter, std::array{fields(kExportFieldNames, kExportFields)});
constexpr auto kCsvExportParameters = joined(kExportParameters, kBom);

constexpr auto kFeedParameters =
    joined(kQuery, kFilters, kStart, std::array{number_of(1, 100, "20")});

constexpr std::array kSeries = {
    Parameter{.name = "q",
              .kind = Kind::kText,
              .repeatable = true,
              .max_values = search::kMaxSeries,
              .max = kMaxQueryBytes,
              .meaning = "Query of one series; up to five. None: every document.",
              .french = "Recherche d’une courbe ; jusqu’à cinq. Aucune : tous les textes."}};
constexpr auto kTrendsParameters = joined(kSeries, kFilters, kInterval);
constexpr auto kCsvTrendsParameters = joined(kTrendsParameters, kBom);

constexpr std::array kFacetText = {
    Parameter{.name = "q",
              .max = kMaxValueBytes,
              .meaning = "Text typed: words, or beginnings of words, that the value or its label "
                         "holds; empty: every value.",
              .french = "Texte tapé : mots, ou débuts de mots, que contient la valeur ou son nom ; "
                        "vide : toutes les valeurs."},
    text("query", "Query whose documents are counted, as `q` of a search.",
         "Recherche dont les textes sont comptés, comme « q » ailleurs.")};
constexpr auto kFacetParameters =
    joined(kFacetText, kFilters, kStart, std::array{number_of(1, 1'000, "20")});

constexpr std::array kSimilarParameters = {number_of(1, 50, "10"),
                                           fields(kFieldNames, kDefaultFields)};

constexpr std::array kSuggestParameters = {
    text("q", "Text typed so far; empty or over 512 bytes: no offers.",
         "Texte tapé jusqu’ici ; vide ou de plus de 512 octets : aucune proposition."),
    number_of(1, 20, "10")};

constexpr std::array kDocumentParameters = {
    Parameter{.name = "blocks",
              .kind = Kind::kBoolean,
              .default_value = "false",
              .meaning = "Adds the blocks of the text: kind, start and end in bytes.",
              .french = "Ajoute les blocs du texte : genre, début et fin en octets."},
};

constexpr std::array kDocumentPageParameters = {
    text("q", "Query whose matches are marked in the text.",
         "Recherche dont les mots sont marqués dans le texte."),
    Parameter{.name = "part",
              .kind = Kind::kInteger,
              .min = 1,
              .max = 100'000,
              .default_value = "1",
              .meaning = "Part of a long text, counted from 1.",
              .french = "Partie d’un long texte, à partir de 1."},
};

}  // namespace

std::span<const Parameter> search_parameters() {
  return kSearchParameters;
}

std::span<const Parameter> suggest_parameters() {
  return kSuggestParameters;
}

std::span<const Parameter> document_parameters() {
  return kDocumentParameters;
}

std::span<const Parameter> document_page_parameters() {
  return kDocumentPageParameters;
}

std::span<const Parameter> export_parameters() {
  return kExportParameters;
}

std::span<const Parameter> csv_export_parameters() {
  return kCsvExportParameters;
}

std::span<const Parameter> feed_parameters() {
  return kFeedParameters;
}

std::span<const Parameter> trends_parameters() {
  return kTrendsParameters;
}

std::span<const Parameter> csv_trends_parameters() {
  return kCsvTrendsParameters;
}

std::span<const Parameter> facet_parameters() {
  return kFacetParameters;
}

std::span<const Parameter> similar_parameters() {
  return kSimilarParameters;
}

std::span<const Parameter> no_parameters() {
  return {};
}

}  // namespace pressoir::api
