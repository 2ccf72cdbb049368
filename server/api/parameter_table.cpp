#include <array>

#include "server/api/field.hpp"
#include "server/api/parameters.hpp"

namespace pressoir::api {
namespace {

using Kind = ParameterKind;
using Words = std::string_view;

constexpr std::array<Words, 3> kMatches = {"auto", "all", "any"};
constexpr std::array<Words, 3> kSorts = {"relevance", "newest", "oldest"};
constexpr std::array<Words, 3> kIntervals = {"year", "month", "day"};
constexpr std::array<Words, 7> kFacetNames = {"minister",   "theme",   "type", "source",
                                              "government", "lineage", "date"};

constexpr Parameter filter(Words name, Words meaning) {
  return {.name = name,
          .kind = Kind::kValue,
          .repeatable = true,
          .max = kMaxValueBytes,
          .meaning = meaning};
}

constexpr std::array kSearchParameters = {
    Parameter{.name = "q",
              .kind = Kind::kText,
              .max = kMaxQueryBytes,
              .meaning = "Query in the query language; empty: every document."},
    filter("minister", "Person id, as `arnaud-montebourg`; `none`: documents without a minister."),
    filter("theme", "Theme path, as `Industrie/Compétitivité`, with everything below it."),
    filter("type", "Type of document, as `communiqué`."),
    filter("source", "Site the document comes from."),
    filter("government", "Government in office on the document's date, as `ayrault-2`."),
    filter("lineage", "Ministry through all its names, as `industrie`."),
    filter("not_minister", "Excludes documents of this person."),
    filter("not_theme", "Excludes this theme and everything below it."),
    filter("not_type", "Excludes this type."),
    filter("not_source", "Excludes this site."),
    filter("not_government", "Excludes this government."),
    filter("not_lineage", "Excludes documents of this ministry."),
    Parameter{.name = "from",
              .kind = Kind::kDate,
              .meaning = "First day, inclusive; a partial date begins with its first day."},
    Parameter{.name = "to",
              .kind = Kind::kDate,
              .meaning = "Last day, inclusive; a partial date ends with its last day."},
    Parameter{.name = "match",
              .kind = Kind::kChoice,
              .choices = kMatches,
              .default_value = "auto",
              .meaning = "Which of the query's words a document must hold."},
    Parameter{.name = "sort",
              .kind = Kind::kChoice,
              .choices = kSorts,
              .meaning = "Order of the results, ties by id; default: relevance with a query, "
                         "newest without."},
    Parameter{.name = "start",
              .kind = Kind::kInteger,
              .max = 1'000'000'000,
              .default_value = "0",
              .meaning = "Rank of the first result returned, from 0."},
    Parameter{.name = "count",
              .kind = Kind::kInteger,
              .max = 100,
              .default_value = "10",
              .meaning = "Number of results returned."},
    Parameter{.name = "facets",
              .kind = Kind::kList,
              .choices = kFacetNames,
              .default_value = "minister,theme,type,source,government,lineage,date",
              .meaning = "Facets counted; empty: none."},
    Parameter{.name = "facet_size",
              .kind = Kind::kInteger,
              .min = 1,
              .max = 1'000,
              .default_value = "20",
              .meaning = "Values listed for each facet; selected ones are always listed."},
    Parameter{.name = "interval",
              .kind = Kind::kChoice,
              .choices = kIntervals,
              .default_value = "year",
              .meaning = "Period of the date facet."},
    Parameter{.name = "fields",
              .kind = Kind::kList,
              .choices = kFieldNames,
              .default_value = kDefaultFields,
              .meaning = "Fields of each result; a snippet is made only when it is asked for."},
};

constexpr std::array kSuggestParameters = {
    Parameter{.name = "q",
              .kind = Kind::kText,
              .max = kMaxQueryBytes,
              .meaning = "Text typed so far; empty or over 512 bytes: no offers."},
    Parameter{.name = "count",
              .kind = Kind::kInteger,
              .min = 1,
              .max = 20,
              .default_value = "10",
              .meaning = "Number of offers at most."},
};

constexpr std::array kDocumentParameters = {
    Parameter{.name = "blocks",
              .kind = Kind::kBoolean,
              .default_value = "false",
              .meaning = "Adds the blocks of the text: kind, start and end in bytes."},
};

constexpr std::array kDocumentPageParameters = {
    Parameter{.name = "q",
              .kind = Kind::kText,
              .max = kMaxQueryBytes,
              .meaning = "Query whose matches are marked in the text."},
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

}  // namespace pressoir::api
