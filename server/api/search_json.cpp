#include "server/api/search_json.hpp"

#include <cstddef>
#include <utility>

#include "indexer/base/document_json.hpp"
#include "server/query/request_parameters.hpp"
#include "server/wording/query_sentences.hpp"

namespace pressoir::api {
namespace {

// Scores compare results of one query: more digits would be noise.
constexpr int kScoreDecimals = 4;
constexpr int kMillisecondDecimals = 3;

// Not HTML: clients mark matches in their own way, and nothing needs to be escaped or sanitised.
void write_fragments(base::JsonWriter& json,
                     const std::vector<search::snippet::Fragment>& fragments) {
  json.begin_array();
  for (const search::snippet::Fragment& fragment : fragments) {
    json.begin_object();
    json.key("text").text(fragment.text);
    json.key("match").boolean(fragment.match);
    json.end_object();
  }
  json.end_array();
}

// A title is in fragments, as the snippet is.
void write_field(base::JsonWriter& json, const search::Hit& hit, const ResultField& field) {
  json.key(field.name);
  if (field.name == "title") {
    write_fragments(json, hit.title);
  } else if (field.document != nullptr) {
    base::write_field(json, hit.document, *field.document);
  } else if (field.name == "snippet") {
    write_fragments(json, hit.snippet);
  } else if (field.name == "form") {
    json.text_or_null(hit.form ? to_string(*hit.form) : "");
  } else {
    json.number(hit.score, kScoreDecimals);
  }
}

void write_fields(base::JsonWriter& json, const search::Hit& hit, const FieldSet& fields) {
  fields.for_each([&](const ResultField& field) { write_field(json, hit, field); });
}

// How names in the query were understood; empty lists when there are none, so that clients need
// no test.
void write_readings(base::JsonWriter& json, const search::SearchResults& results) {
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

// Only with collapse: what the result stands for besides itself.
void write_siblings(base::JsonWriter& json, const search::Hit& hit) {
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

void write_results(base::JsonWriter& json, const query::SearchRequest& request,
                   const FieldSet& fields, const search::SearchResults& results) {
  json.key("results").begin_array();
  for (const search::Hit& hit : results.hits) {
    json.begin_object();
    write_fields(json, hit, fields);
    if (request.collapse) write_siblings(json, hit);
    json.end_object();
  }
  json.end_array();
}

// A theme's label is the last part of its path: its parents stand above it in any list.
std::string_view label_of(base::Facet facet, const search::facets::FacetValue& value) {
  if (!info(facet).facet->is_tree) return value.label;
  const std::string_view path = value.value;
  return path.substr(path.rfind('/') + 1);
}

// Selected values are marked, so that a client needs not compare them with its request.
void write_facet_values(base::JsonWriter& json, base::Facet facet,
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

void write_facet(base::JsonWriter& json, base::Facet facet,
                 const search::facets::FacetCounts& counts) {
  json.key(to_string(facet)).begin_object();
  write_facet_values(json, facet, counts.values);
  json.key("distinct").integer(counts.distinct);
  json.key("other").integer(counts.other);
  json.key("none").integer(counts.none);
  json.end_object();
}

// A bucket is named by its first day, whatever the interval.
void write_dates(base::JsonWriter& json, const search::facets::DateHistogram& dates) {
  json.key("date").begin_object();
  json.key("interval").text(to_string(dates.interval));
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

// Facets that were not asked for are absent, not empty.
void write_facets(base::JsonWriter& json, const search::SearchResults& results) {
  json.key("facets").begin_object();
  for (const base::Facet facet : base::kFacets) {
    const auto& counts = results.facets[static_cast<std::size_t>(facet)];
    if (counts) write_facet(json, facet, *counts);
  }
  if (results.dates) write_dates(json, *results.dates);
  json.end_object();
}

// The request as it was understood comes first: clients show it above the results.
void write_query(base::JsonWriter& json, const query::SearchRequest& request,
                 const search::SearchResults& results) {
  json.key("query").begin_object();
  json.key("q").text(request.q);
  json.key("read_as").text(wording::describe(results.read_as));
  write_readings(json, results);
  write_filters(json, request);
  json.end_object();
}

// The state of the archive that answered, and how long it took.
struct Answering {
  std::string_view revision;
  std::uint64_t documents = 0;
  double took_ms = 0;
};

void write_end(base::JsonWriter& json, const Answering& answering) {
  write_index(json, answering.revision, answering.documents);
  json.key("took_ms").number(answering.took_ms, kMillisecondDecimals);
}

// A title leads to a document, an office to a person; words and values only to a search.
void write_offer(base::JsonWriter& json, const suggest::Suggestion& offer) {
  json.begin_object();
  json.key("kind").text(to_string(offer.kind));
  write_fragments(json.key("text"), offer.text);
  json.key("value").text(offer.value);
  json.key("count").integer(offer.count);
  if (offer.kind == suggest::SuggestionKind::kTitle) {
    json.key("id").text(offer.id);
    json.key("url").text(offer.url);
    json.key("date").text_or_null(base::to_string(offer.date));
  }
  if (offer.kind == suggest::SuggestionKind::kOffice) {
    json.key("minister").begin_object();
    json.key("id").text(offer.person);
    json.key("name").text(offer.name);
    json.end_object();
    json.key("from").text_or_null(base::to_string(offer.date));
    json.key("to").text_or_null(base::to_string(offer.last_day));
  }
  json.end_object();
}

}  // namespace

// Empty lists are written: a client needs no test.
void write_texts(base::JsonWriter& json, const std::vector<std::string>& texts) {
  json.begin_array();
  for (const std::string& text : texts) json.text(text);
  json.end_array();
}

// As the client sent them: the same names, canonical values.
void write_filters(base::JsonWriter& json, const query::SearchRequest& request) {
  json.key("filters").begin_object();
  for (const query::RequestParameter& row : query::request_parameters()) {
    if (row.effect != query::Effect::kFilters) continue;
    const std::vector<std::string> values = row.print(request);
    if (values.empty()) continue;
    json.key(row.parameter.name);
    if (row.parameter.repeatable) {
      write_texts(json, values);
    } else {
      json.text(values.front());
    }
  }
  json.end_object();
}

void write_index(base::JsonWriter& json, std::string_view revision, std::uint64_t documents) {
  json.key("index").begin_object();
  json.key("revision").text(revision);
  json.key("documents").integer(documents);
  json.end_object();
}

std::string search_results_to_json(const query::SearchRequest& request, const FieldSet& fields,
                                   const search::SearchResults& results) {
  base::JsonWriter json;
  json.begin_object();
  write_query(json, request, results);
  json.key("total").integer(results.total);
  // With collapse, `total` still counts documents; pages need the number of results.
  if (results.groups) json.key("groups").integer(*results.groups);
  json.key("start").integer(request.start);
  json.key("count").integer(request.count);
  write_results(json, request, fields, results);
  write_facets(json, results);
  // A better spelling of the query, if there is one with results.
  json.key("suggestion").text_or_null(results.suggestion.value_or(""));
  write_end(json, {results.revision, results.documents, results.took_ms});
  json.end_object();
  return std::move(json).take();
}

// `total` counts the values that match what was typed, for paging.
std::string facet_lookup_to_json(const search::FacetLookupRequest& request,
                                 const search::FacetLookup& lookup) {
  base::JsonWriter json;
  json.begin_object();
  json.key("facet").text(to_string(request.facet));
  json.key("q").text(request.typed);
  write_query(json, request.search, lookup.answer);
  json.key("total").integer(lookup.total);
  json.key("start").integer(request.start);
  json.key("count").integer(request.count);
  write_facet_values(json, request.facet, lookup.values);
  json.key("none").integer(lookup.none);
  write_end(json, {lookup.answer.revision, lookup.answer.documents, lookup.answer.took_ms});
  json.end_object();
  return std::move(json).take();
}

std::string similar_to_json(const search::SimilarRequest& request, const FieldSet& fields,
                            const search::SimilarResults& results) {
  base::JsonWriter json;
  json.begin_object();
  json.key("id").text(request.id);
  write_texts(json.key("words"), results.words);
  json.key("count").integer(request.count);
  json.key("results").begin_array();
  for (const search::SimilarHit& similar : results.hits) {
    json.begin_object();
    write_fields(json, similar.hit, fields);
    write_texts(json.key("shared"), similar.shared);
    json.end_object();
  }
  json.end_array();
  write_end(json, {results.revision, results.documents, results.took_ms});
  json.end_object();
  return std::move(json).take();
}

// Suggestions come in the order in which they should be shown.
std::string suggestions_to_json(const suggest::SuggestRequest& request,
                                const suggest::Suggestions& suggestions) {
  base::JsonWriter json;
  json.begin_object();
  json.key("q").text(request.q);
  json.key("suggestions").begin_array();
  for (const suggest::Suggestion& offer : suggestions.offers) write_offer(json, offer);
  json.end_array();
  json.key("took_ms").number(suggestions.took_ms, kMillisecondDecimals);
  json.end_object();
  return std::move(json).take();
}

}  // namespace pressoir::api
