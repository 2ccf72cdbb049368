#include "server/api/search_json.hpp"

#include <gtest/gtest.h>

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>
#include <string>
#include <variant>

#include "server/app/search_request.hpp"

namespace pressoir::api {
namespace {

// The results as the search of this query string returns them.
std::string written(std::string_view query, const search::SearchResults& results) {
  const auto call = std::get<app::SearchCall>(app::parse_search_request(query));
  return search_results_to_json(call.request, call.fields, results);
}

search::Hit portal_hit() {
  search::Hit hit;
  hit.document.id = "abcdefghijklmnop";
  hit.document.url = "https://www.exemple.gouv.fr/poles";
  hit.document.date = {2012, 12, 5};
  hit.document.date_source = base::DateSource::kTitle;
  hit.document.date_confidence = base::Confidence::kHigh;
  hit.document.type = "article";
  hit.document.source = "www.exemple.gouv.fr";
  hit.document.government = "ayrault-2";
  hit.document.ministers = {{"arnaud-montebourg", "Arnaud Montebourg",
                             "ministre du Redressement productif", base::Role::kMentioned,
                             "industrie", base::MinisterEvidence::kText}};
  hit.document.themes = {"Industrie/Compétitivité"};
  hit.document.theme_labels = {"Pôles"};
  hit.document.first_indexed = 1354701600;
  hit.title = {{"Les ", false}, {"pôles", true}};
  hit.snippet = {{"Six ", false}, {"pôles", true}, {" de plus", false}};
  hit.form = search::snippet::MatchForm::kFolded;
  hit.score = 12.34567;
  return hit;
}

search::SearchResults portal_results() {
  search::SearchResults results;
  results.read_as.query.kind = query::Query::Kind::kWord;
  results.read_as.query.surface = "pôles";
  results.total = 42;
  results.hits = {portal_hit()};
  search::facets::FacetCounts ministers;
  ministers.values = {{"arnaud-montebourg", "Arnaud Montebourg", 12, true}};
  ministers.distinct = 4;
  ministers.other = 7;
  ministers.none = 3;
  results.facets[static_cast<std::size_t>(base::Facet::kMinister)] = ministers;
  search::facets::FacetCounts themes;
  themes.values = {{"Industrie", "Industrie", 30, false},
                   {"Industrie/Compétitivité", "Industrie/Compétitivité", 12, false}};
  themes.distinct = 2;
  results.facets[static_cast<std::size_t>(base::Facet::kTheme)] = themes;
  results.dates = search::facets::DateHistogram{query::Interval::kYear, {{{2012, 0, 0}, 40}}, 1};
  results.revision = "17";
  results.documents = 1000;
  results.took_ms = 1.9;
  return results;
}

TEST(SearchJson, IsTheDocumentedOne) {
  const auto json = written(
      "q=p%C3%B4les&minister=arnaud-montebourg&from=2012&to=2013-06"
      "&not_theme=Sport",
      portal_results());

  EXPECT_EQ(
      json,
      R"({"query":{"q":"pôles","read_as":"Textes contenant « pôles »","offices":[],"acronyms":[],"filters":{"minister":["arnaud-montebourg"],)"
      R"("not_theme":["Sport"],"from":"2012","to":"2013-06"}},"total":42,"start":0,"count":10,)"
      R"("results":[{"id":"abcdefghijklmnop","url":"https://www.exemple.gouv.fr/poles",)"
      R"("title":[{"text":"Les ","match":false},{"text":"pôles","match":true}],)"
      R"("date":"2012-12-05","date_source":"title","date_confidence":"high",)"
      R"("date_conflict":false,"type":"article",)"
      R"("source":"www.exemple.gouv.fr","government":"ayrault-2","ministers":[)"
      R"({"id":"arnaud-montebourg","name":"Arnaud Montebourg",)"
      R"("office":"ministre du Redressement productif","lineage":"industrie",)"
      R"("role":"mentioned","evidence":"text"}],"persons":[)"
      R"({"id":"arnaud-montebourg","name":"Arnaud Montebourg","in_office":true,)"
      R"("office":"ministre du Redressement productif","lineage":"industrie",)"
      R"("role":"mentioned","evidence":"text"}],)"
      R"("themes":["Industrie/Compétitivité"],"themes_inferred":false,)"
      R"("theme_labels":["Pôles"],"first_indexed":"2012-12-05T10:00:00Z",)"
      R"("snippet":[{"text":"Six ","match":false},{"text":"pôles","match":true},)"
      R"({"text":" de plus","match":false}],"form":"folded","score":12.3457}],)"
      R"("facets":{"minister":{"values":[{"value":"arnaud-montebourg",)"
      R"("label":"Arnaud Montebourg","count":12,"selected":true}],"distinct":4,"other":7,"none":3},)"
      R"("theme":{"values":[{"value":"Industrie","label":"Industrie","count":30,"selected":false},)"
      R"({"value":"Industrie/Compétitivité","label":"Compétitivité","count":12,"selected":false}],)"
      R"("distinct":2,"other":0,"none":0},"date":{"interval":"year",)"
      R"("buckets":[{"start":"2012-01-01","count":40}],"none":1}},"suggestion":null,)"
      R"("index":{"revision":"17","documents":1000},"took_ms":1.9})");
}

TEST(SearchJson, HoldsTheFieldsAskedForAndNoOther) {
  const auto json = boost::json::parse(written("fields=date,id", portal_results()));

  EXPECT_EQ(boost::json::serialize(json.at("results")),
            R"([{"id":"abcdefghijklmnop","date":"2012-12-05"}])");
}

TEST(SearchJson, AbsentValuesAreNull) {
  search::SearchResults results;
  results.hits.emplace_back();

  const auto json =
      boost::json::parse(written("fields=date,type,government,first_indexed,themes", results));

  EXPECT_EQ(boost::json::serialize(json.at("results")),
            R"([{"date":null,"type":null,"government":null,"themes":[],"first_indexed":null}])");
}

TEST(SearchJson, CarriesASuggestion) {
  search::SearchResults results;
  results.suggestion = "compétitivité";

  const auto json = boost::json::parse(written("", results));

  EXPECT_EQ(json.at("suggestion").as_string(), "compétitivité");
}

TEST(SearchJson, TextIsNeverMarkup) {
  search::SearchResults results = portal_results();
  results.hits[0].title = {{"<b>\"l'été\"</b>\n", true}};

  const auto json = boost::json::parse(written("", results));

  EXPECT_EQ(json.at("results").at(0).at("title").at(0).at("text").as_string(),
            "<b>\"l'été\"</b>\n");
}

using suggest::Suggestion;
using suggest::SuggestionKind;

TEST(SuggestJson, WritesWhatEachKindHas) {
  suggest::Suggestions answer;
  answer.took_ms = 0.25;
  Suggestion& word = answer.offers.emplace_back();
  word.text = {{"pôles", true}};
  word.value = "pôles";
  word.count = 3;
  Suggestion& office = answer.offers.emplace_back();
  office.kind = SuggestionKind::kOffice;
  office.value = "ministre du Budget";
  office.person = "a-b";
  office.name = "A. B.";
  office.date = {2012, 5, 16};
  Suggestion& title = answer.offers.emplace_back();
  title.kind = SuggestionKind::kTitle;
  title.value = "Les pôles";
  title.id = "abc";
  title.url = "https://a.fr/";
  title.count = 1;

  EXPECT_EQ(suggestions_to_json({"pô", 10}, answer),
            R"({"q":"pô","suggestions":[)"
            R"({"kind":"word","text":[{"text":"pôles","match":true}],"value":"pôles","count":3},)"
            R"({"kind":"office","text":[],"value":"ministre du Budget","count":0,)"
            R"("minister":{"id":"a-b","name":"A. B."},"from":"2012-05-16","to":null},)"
            R"({"kind":"title","text":[],"value":"Les pôles","count":1,)"
            R"("id":"abc","url":"https://a.fr/","date":null}],"took_ms":0.25})");
}

TEST(SuggestJson, WritesAnEmptyList) {
  EXPECT_EQ(suggestions_to_json({"", 10}, {}), R"({"q":"","suggestions":[],"took_ms":0})");
}

}  // namespace
}  // namespace pressoir::api
