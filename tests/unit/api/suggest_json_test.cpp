#include "server/api/suggest_json.hpp"

#include <gtest/gtest.h>

namespace pressoir::api {
namespace {

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

TEST(SuggestJson, GivesBrowsersTextsWithoutRepeats) {
  suggest::Suggestions answer;
  answer.offers.emplace_back().text = {{"pô", true}, {"les \"A\"", false}};
  answer.offers.emplace_back().text = {{"pôles \"A\"", true}};
  answer.offers.emplace_back().text = {{"Pôle emploi", false}};

  EXPECT_EQ(suggestions_to_browser_json({"pô", 10}, answer),
            R"(["pô",["pôles \"A\"","Pôle emploi"],[],[]])");
  EXPECT_EQ(suggestions_to_browser_json({"", 10}, {}), R"(["",[],[],[]])");
}

TEST(SuggestJson, WritesAnEmptyList) {
  EXPECT_EQ(suggestions_to_json({"", 10}, {}), R"({"q":"","suggestions":[],"took_ms":0})");
}

}  // namespace
}  // namespace pressoir::api
