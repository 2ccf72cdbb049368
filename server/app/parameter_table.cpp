// Which endpoint takes which parameters: groups of the search's parameters, and those of one
// endpoint alone, which no link carries and no cached search depends on.
#include <algorithm>
#include <array>
#include <initializer_list>

#include "server/api/feeds/feed.hpp"
#include "server/api/field.hpp"
#include "server/app/parameters.hpp"
#include "server/search/trends.hpp"
#include "server/wording/terms.hpp"

namespace pressoir::app {
namespace {

using Group = query::ParameterGroup;
using Kind = ParameterKind;
using Words = std::string_view;
using Table = std::vector<Parameter>;

// Tables are built once, at the first request that needs one, and never change.
Table of(std::initializer_list<Group> groups) {
  Table table = query::parameters_of({groups.begin(), groups.size()});
  for (Parameter& parameter : table) parameter.french = wording::parameter_in_words(parameter.name);
  return table;
}

Table joined(std::initializer_list<Table> parts) {
  Table whole;
  for (const Table& part : parts) whole.insert(whole.end(), part.begin(), part.end());
  return whole;
}

// The filters of every endpoint that takes a query.
Table filters() {
  return of({Group::kInclude, Group::kExclude, Group::kRange});
}

Parameter text(Words name, Words meaning, Words french) {
  return {.name = name, .max = query::kMaxQueryBytes, .meaning = meaning, .french = french};
}

Parameter fields(std::span<const Words> choices, Words defaults) {
  return {.name = "fields",
          .kind = Kind::kList,
          .choices = choices,
          .default_value = defaults,
          .meaning = "Fields of each document returned, separated by commas.",
          .french = "Champs rendus de chaque texte, séparés par des virgules."};
}

// `count` of an endpoint whose limits are not those of a search.
Parameter count(std::uint32_t max, Words defaults) {
  Parameter count = *find_parameter(of({Group::kPlace}), "count");
  // Zero items make sense in a search alone, which then returns only counts.
  count.min = 1;
  count.max = max;
  count.default_value = defaults;
  return count;
}

Parameter start() {
  return *find_parameter(of({Group::kPlace}), "start");
}

Table fields_of_results() {
  return {fields(api::kFieldNames, api::kDefaultFields)};
}

Table byte_order_mark() {
  return {{.name = "bom",
           .kind = Kind::kBoolean,
           .default_value = "false",
           .meaning = "Begins with a byte order mark, which Excel needs to read UTF-8.",
           .french = "Commence par une marque d’ordre des octets, qu’il faut à Excel."}};
}

Table separator() {
  static constexpr auto kSeparators = std::to_array<std::string_view>({",", ";"});
  return {{.name = "separator",
           .kind = Kind::kChoice,
           .choices = kSeparators,
           .default_value = ",",
           .meaning = "Between the values of a line: a semicolon for spreadsheets set to French.",
           .french = "Entre les valeurs d’une ligne : un point-virgule pour un tableur en français."}};
}

Table exported() {
  const Parameter after{
      .name = "after",
      .kind = Kind::kValue,
      // Bytes; ids have 16 characters.
      .max = 64,
      .meaning = "Id of the last document received: the export goes on behind it.",
      .french = "Identifiant du dernier texte reçu : l’export reprend à sa suite."};
  return joined({of({Group::kQuery}),
                 filters(),
                 {after, fields(api::kExportFieldNames, api::kExportFields)}});
}

Table series() {
  const Parameter queries{
      .name = "q",
      .repeatable = true,
      .max_values = search::kMaxSeries,
      .max = query::kMaxQueryBytes,
      .meaning = "Query of one series; up to five. None: every document.",
      .french = "Recherche d’une courbe ; jusqu’à cinq. Aucune : tous les textes."};
  return joined({{queries}, filters(), of({Group::kInterval})});
}

Table facet_values() {
  // `q` is what is typed into the list, so that the query has another name than elsewhere.
  const Parameter typed{
      .name = "q",
      .max = query::kMaxValueBytes,
      .meaning =
          "Text typed: words, or beginnings of words, that the value or its label "
          "holds; empty: every value.",
      .french =
          "Texte tapé : mots, ou débuts de mots, que contient la valeur ou son nom ; "
          "vide : toutes les valeurs."};
  const Parameter query = text("query", "Query whose documents are counted, as `q` of a search.",
                               "Recherche dont les textes sont comptés, comme « q » ailleurs.");
  return joined({{typed, query}, filters(), {start(), count(1'000, "20")}});
}

}  // namespace

std::span<const Parameter> search_parameters() {
  static const Table kTable = joined(
      {of({Group::kQuery}), filters(),
       of({Group::kOrder, Group::kPlace, Group::kCounted, Group::kInterval}), fields_of_results()});
  return kTable;
}

std::span<const Parameter> suggest_parameters() {
  static const Table kTable = {
      text("q", "Text typed so far; empty or over 512 bytes: no offers.",
           "Texte tapé jusqu’ici ; vide ou de plus de 512 octets : aucune proposition."),
      count(20, "10")};
  return kTable;
}

std::span<const Parameter> document_parameters() {
  static const Table kTable = {
      {.name = "blocks",
       .kind = Kind::kBoolean,
       .default_value = "false",
       .meaning = "Adds the blocks of the text: kind, start and end in bytes.",
       .french = "Ajoute les blocs du texte : genre, début et fin en octets."}};
  return kTable;
}

std::span<const Parameter> document_page_parameters() {
  static const Table kTable = {text("q", "Query whose matches are marked in the text.",
                                    "Recherche dont les mots sont marqués dans le texte."),
                               {.name = "part",
                                .kind = Kind::kInteger,
                                .min = 1,
                                .max = 100'000,
                                .default_value = "1",
                                .meaning = "Part of a long text, counted from 1.",
                                .french = "Partie d’un long texte, à partir de 1."}};
  return kTable;
}

std::span<const Parameter> export_parameters() {
  static const Table kTable = exported();
  return kTable;
}

std::span<const Parameter> csv_export_parameters() {
  static const Table kTable = joined({exported(), byte_order_mark(), separator()});
  return kTable;
}

std::span<const Parameter> feed_parameters() {
  static const Table kTable =
      joined({of({Group::kQuery}), filters(), {start(), count(100, api::feeds::kDefaultCount)}});
  return kTable;
}

std::span<const Parameter> trends_parameters() {
  static const Table kTable = series();
  return kTable;
}

std::span<const Parameter> csv_trends_parameters() {
  static const Table kTable = joined({series(), byte_order_mark()});
  return kTable;
}

std::span<const Parameter> facet_parameters() {
  static const Table kTable = facet_values();
  return kTable;
}

std::span<const Parameter> similar_parameters() {
  static const Table kTable = joined({{count(50, "10")}, fields_of_results()});
  return kTable;
}

std::span<const Parameter> no_parameters() {
  return {};
}

}  // namespace pressoir::app
