#include "server/api/search_json.hpp"

#include <cstddef>
#include <string_view>
#include <vector>

#include "server/api/json_writer.hpp"

namespace pressoir::api {
namespace {

constexpr int kScoreDecimals = 4;
constexpr int kMillisecondDecimals = 3;

void write_ministers(JsonWriter& json, const std::vector<base::Minister>& ministers) {
  json.begin_array();
  for (const base::Minister& minister : ministers) {
    json.begin_object();
    json.key("id").text(minister.id);
    json.key("name").text(minister.name);
    json.key("office").text_or_null(minister.office);
    json.key("lineage").text_or_null(minister.lineage);
    json.key("role").text(to_string(minister.role));
    json.key("evidence").text(to_string(minister.evidence));
    json.end_object();
  }
  json.end_array();
}

void write_instant(JsonWriter& json, std::int64_t seconds) {
  if (seconds == 0) {
    json.null();
  } else {
    json.text(base::instant_to_string(seconds));
  }
}

void write_field(JsonWriter& json, const search::Hit& hit, Field field) {
  json.key(kFieldNames[static_cast<std::size_t>(field)]);
  switch (field) {
    case Field::kTitle:
      write_fragments(json, hit.title);
      break;
    case Field::kSnippet:
      write_fragments(json, hit.snippet);
      break;
    case Field::kForm:
      json.text_or_null(hit.form ? to_string(*hit.form) : "");
      break;
    case Field::kScore:
      json.number(hit.score, kScoreDecimals);
      break;
    default:
      write_document_field(json, hit.document, field);
  }
}

void write_readings(JsonWriter& json, const search::SearchResults& results) {
  json.key("offices").begin_array();
  for (const query::expand::OfficeReading& office : results.offices) {
    json.begin_object();
    json.key("office").text(office.office);
    json.key("minister").text(office.person);
    json.key("name").text(office.name);
    json.key("from").text_or_null(base::to_string(office.first_day));
    json.key("to").text_or_null(base::to_string(office.last_day));
    json.end_object();
  }
  json.end_array();
  json.key("acronyms").begin_array();
  for (const query::expand::AcronymReading& reading : results.acronyms) {
    json.begin_object();
    json.key("acronym").text(reading.acronym);
    json.key("expansion").text(reading.expansion);
    json.key("documents").integer(reading.documents);
    json.key("from").text_or_null(base::to_string(reading.first));
    json.key("to").text_or_null(base::to_string(reading.last));
    json.key("evidence");
    write_texts(json, reading.evidence);
    json.end_object();
  }
  json.end_array();
}

void write_siblings(JsonWriter& json, const search::Hit& hit) {
  json.key("siblings").begin_object();
  json.key("count").integer(hit.siblings);
  json.key("documents").begin_array();
  for (const search::Sibling& sibling : hit.listed_siblings) {
    json.begin_object();
    json.key("id").text(sibling.id);
    json.key("url").text(sibling.url);
    json.key("date").text_or_null(base::to_string(sibling.date));
    json.key("source").text_or_null(sibling.source);
    json.end_object();
  }
  json.end_array();
  json.end_object();
}

void write_results(JsonWriter& json, const SearchCall& call, const search::SearchResults& results) {
  json.key("results").begin_array();
  for (const search::Hit& hit : results.hits) {
    json.begin_object();
    write_fields(json, hit, call.fields);
    if (call.request.collapse) write_siblings(json, hit);
    json.end_object();
  }
  json.end_array();
}

// A theme's label is the last part of its path: its parents stand above it in any list.
std::string_view label_of(base::Facet facet, const search::facets::FacetValue& value) {
  if (facet != base::Facet::kTheme) return value.label;
  const std::string_view path = value.value;
  return path.substr(path.rfind('/') + 1);
}

void write_facet(JsonWriter& json, base::Facet facet, const search::facets::FacetCounts& counts) {
  json.key(to_string(facet)).begin_object();
  write_facet_values(json, facet, counts.values);
  json.key("distinct").integer(counts.distinct);
  json.key("other").integer(counts.other);
  json.key("none").integer(counts.none);
  json.end_object();
}

void write_dates(JsonWriter& json, const search::facets::DateHistogram& dates) {
  json.key("date").begin_object();
  json.key("interval").text(interval_name(dates.interval));
  json.key("buckets").begin_array();
  for (const search::facets::DateBucket& bucket : dates.buckets) {
    json.begin_object();
    json.key("start").text(base::to_string(base::first_day(bucket.start)));
    json.key("count").integer(bucket.count);
    json.end_object();
  }
  json.end_array();
  json.key("none").integer(dates.none);
  json.end_object();
}

void write_facets(JsonWriter& json, const search::SearchResults& results) {
  json.key("facets").begin_object();
  for (const base::Facet facet : base::kFacets) {
    const auto& counts = results.facets[static_cast<std::size_t>(facet)];
    if (counts) write_facet(json, facet, *counts);
  }
  if (results.dates) write_dates(json, *results.dates);
  json.end_object();
}

}  // namespace

void write_texts(JsonWriter& json, const std::vector<std::string>& texts) {
  json.begin_array();
  for (const std::string& text : texts) json.text(text);
  json.end_array();
}

void write_fields(JsonWriter& json, const search::Hit& hit, const FieldSet& fields) {
  for (std::size_t field = 0; field < kFieldCount; ++field) {
    if (fields.has(static_cast<Field>(field))) write_field(json, hit, static_cast<Field>(field));
  }
}

void write_filters(JsonWriter& json, const query::SearchRequest& request) {
  json.key("filters").begin_object();
  for (const base::Facet facet : base::kFacets) {
    const query::FacetFilter& filter = request.filter(facet);
    const std::string name(to_string(facet));
    if (!filter.any_of.empty()) write_texts(json.key(name), filter.any_of);
    if (!filter.none_of.empty()) write_texts(json.key("not_" + name), filter.none_of);
  }
  if (request.from) json.key("from").text(base::to_string(request.from));
  if (request.to) json.key("to").text(base::to_string(request.to));
  json.end_object();
}

void write_index(JsonWriter& json, std::string_view revision, std::uint64_t documents) {
  json.key("index").begin_object();
  json.key("revision").text(revision);
  json.key("documents").integer(documents);
  json.end_object();
}

std::string_view interval_name(query::Interval interval) {
  return find_parameter(search_parameters(), "interval")
      ->choices[static_cast<std::size_t>(interval)];
}

void write_fragments(JsonWriter& json, const std::vector<search::snippet::Fragment>& fragments) {
  json.begin_array();
  for (const search::snippet::Fragment& fragment : fragments) {
    json.begin_object();
    json.key("text").text(fragment.text);
    json.key("match").boolean(fragment.match);
    json.end_object();
  }
  json.end_array();
}

void write_document_field(JsonWriter& json, const base::Document& document, Field field) {
  switch (field) {
    case Field::kId:
      json.text(document.id);
      break;
    case Field::kUrl:
      json.text(document.url);
      break;
    case Field::kDate:
      json.text_or_null(base::to_string(document.date));
      break;
    case Field::kDateSource:
      json.text(to_string(document.date_source));
      break;
    case Field::kDateConfidence:
      json.text(to_string(document.date_confidence));
      break;
    case Field::kDateConflict:
      json.boolean(document.date_conflict);
      break;
    case Field::kType:
      json.text_or_null(document.type);
      break;
    case Field::kSource:
      json.text_or_null(document.source);
      break;
    case Field::kGovernment:
      json.text_or_null(document.government);
      break;
    case Field::kMinisters:
      write_ministers(json, document.ministers);
      break;
    case Field::kThemes:
      write_texts(json, document.themes);
      break;
    case Field::kThemesInferred:
      json.boolean(document.themes_inferred);
      break;
    case Field::kThemeLabels:
      write_texts(json, document.theme_labels);
      break;
    case Field::kFirstIndexed:
      write_instant(json, document.first_indexed);
      break;
    case Field::kText:
      json.text(document.text);
      break;
    case Field::kTitle:
    case Field::kSnippet:
    case Field::kForm:
    case Field::kScore:
      break;
  }
}

void write_query(JsonWriter& json, const query::SearchRequest& request,
                 const search::SearchResults& results) {
  json.key("query").begin_object();
  json.key("q").text(request.q);
  json.key("read_as").text(results.read_as);
  write_readings(json, results);
  write_filters(json, request);
  json.end_object();
}

void write_facet_values(JsonWriter& json, base::Facet facet,
                        const std::vector<search::facets::FacetValue>& values) {
  json.key("values").begin_array();
  for (const search::facets::FacetValue& value : values) {
    json.begin_object();
    json.key("value").text(value.value);
    json.key("label").text(label_of(facet, value));
    json.key("count").integer(value.count);
    json.key("selected").boolean(value.selected);
    json.end_object();
  }
  json.end_array();
}

void write_end(JsonWriter& json, const Answering& answering) {
  write_index(json, answering.revision, answering.documents);
  json.key("took_ms").number(answering.took_ms, kMillisecondDecimals);
}

std::string search_results_to_json(const SearchCall& call, const search::SearchResults& results) {
  JsonWriter json;
  json.begin_object();
  write_query(json, call.request, results);
  json.key("total").integer(results.total);
  if (results.groups) json.key("groups").integer(*results.groups);
  json.key("start").integer(call.request.start);
  json.key("count").integer(call.request.count);
  write_results(json, call, results);
  write_facets(json, results);
  json.key("suggestion").text_or_null(results.suggestion.value_or(""));
  write_end(json, {results.revision, results.documents, results.took_ms});
  json.end_object();
  return std::move(json).take();
}

}  // namespace pressoir::api
