#include "indexer/sources/record.hpp"

#include <gtest/gtest.h>

#include "indexer/base/document_json.hpp"

namespace pressoir::sources {
namespace {

using base::Errc;

// The message of the error that a line gives.
std::string error_of(std::string_view line) {
  const auto record = parse_record(line, false);
  return record ? "none" : record.error().message;
}

TEST(Record, ReadsEveryKey) {
  const auto record = parse_record(
      R"({"url": "https://www.economie.gouv.fr/poles", "title": "Les pôles de compétitivité",
          "date": "2012-12-05", "type": "discours", "source": "economie.gouv.fr",
          "ministers": ["Arnaud Montebourg", {"id": "fleur-pellerin", "name": "Fleur Pellerin",
                        "office": "ministre déléguée", "role": "speaker"}],
          "themes": ["Industrie/Compétitivité"], "theme_labels": ["Pôles"], "text": "Un.\nDeux.", "html": "<p>Un.</p>"})",
      false);
  ASSERT_TRUE(record) << record.error().message;
  const base::Document& document = record->document;
  EXPECT_EQ(document.url, "https://www.economie.gouv.fr/poles");
  EXPECT_EQ(document.title, "Les pôles de compétitivité");
  EXPECT_EQ(document.date, (base::Date{2012, 12, 5}));
  EXPECT_EQ(document.date_source, base::DateSource::kGiven);
  EXPECT_EQ(document.date_confidence, base::Confidence::kHigh);
  EXPECT_EQ(document.type, "discours");
  EXPECT_EQ(document.source, "economie.gouv.fr");
  ASSERT_EQ(document.ministers.size(), 2u);
  EXPECT_EQ(document.ministers[0].name, "Arnaud Montebourg");
  EXPECT_EQ(document.ministers[1].role, base::Role::kSpeaker);
  EXPECT_EQ(document.ministers[1].office, "ministre déléguée");
  EXPECT_EQ(document.themes, std::vector<std::string>{"Industrie/Compétitivité"});
  EXPECT_EQ(document.theme_labels, std::vector<std::string>{"Pôles"});
  EXPECT_EQ(document.text, "Un.\nDeux.");
  EXPECT_EQ(record->html, "<p>Un.</p>");
}

TEST(Record, NeedsAnUrlAndSomethingToRead) {
  EXPECT_TRUE(parse_record(R"({"url": "https://a.fr/1", "title": "Vœux"})", false));
  EXPECT_TRUE(parse_record(R"({"url": "https://a.fr/1", "html": "<p>Vœux"})", false));
  EXPECT_EQ(error_of(R"({"title": "Vœux"})"), "has no \"url\"");
  EXPECT_EQ(error_of(R"({"url": "https://a.fr/1", "text": "", "title": null})"),
            "has none of \"text\", \"html\" and \"title\"");
}

TEST(Record, ReadsPartialDatesAndCutsTheTime) {
  const std::pair<const char*, base::Date> cases[] = {
      {"2012", {2012, 0, 0}},
      {"2012-12", {2012, 12, 0}},
      {"2012-12-05", {2012, 12, 5}},
      {"2012-12-05T10:30:00+01:00", {2012, 12, 5}},
      {"2012-12-05 10:30", {2012, 12, 5}},
      {"", {}},
  };
  for (const auto& [written, date] : cases) {
    const auto record = parse_record(
        R"({"url": "https://a.fr/1", "title": "Vœux", "date": ")" + std::string(written) + "\"}",
        false);
    ASSERT_TRUE(record) << written;
    EXPECT_EQ(record->document.date, date) << written;
  }
}

TEST(Record, SaysWhichDateCannotBeRead) {
  for (const char* written : {"hier", "05/12/2012", "2012-13", "2012-02-30"}) {
    const std::string line =
        R"({"url": "https://a.fr/1", "title": "Vœux", "date": ")" + std::string(written) + "\"}";
    EXPECT_EQ(error_of(line),
              "\"date\" must be a day, a month or a year (2012-12-05, 2012-12, 2012), not \"" +
                  std::string(written) + "\"");
  }
}

TEST(Record, NamesTheKeyOfAWrongType) {
  const std::pair<const char*, const char*> cases[] = {
      {R"("title": 3)", "\"title\" must be a string, not a number"},
      {R"("url": ["a"])", "\"url\" must be a string, not an array"},
      {R"("date": 2012)", "\"date\" must be a string, not a number"},
      {R"("themes": "Industrie")", "\"themes\" must be an array of strings, not a string"},
      {R"("theme_labels": [1])", "\"theme_labels[]\" must be a string, not a number"},
      {R"("themes_inferred": 1)", "\"themes_inferred\" must be true or false, not a number"},
      {R"("themes": [1])", "\"themes[]\" must be a string, not a number"},
      {R"("ministers": {})", "\"ministers\" must be an array, not an object"},
      {R"("ministers": [true])", "\"ministers[]\" must be a name or an object, not true or false"},
      {R"("ministers": [{"role": "speaker"}])", "\"ministers[]\" must give a name or an id"},
      {R"("ministers": [{"name": "X", "role": "chef"}])",
       "\"role\" must be one of mentioned, author, speaker, not \"chef\""},
      {R"("ministers": [{"name": "X", "evidence": "rumeur"}])",
       "\"evidence\" must be one of given, title, byline, transcript, signature, text, office, lineage, not "
       "\"rumeur\""},
      {R"("date_conflict": "oui")", "\"date_conflict\" must be true or false, not a string"},
  };
  for (const auto& [pair, message] : cases) {
    const std::string line =
        std::string(R"({"url": "https://a.fr/1", "text": "Vœux", )") + pair + "}";
    const auto record = parse_record(line, false);
    ASSERT_FALSE(record) << pair;
    EXPECT_EQ(record.error().code, Errc::kBadRecord);
    EXPECT_EQ(record.error().message, message);
  }
}

TEST(Record, NamesUnknownKeys) {
  constexpr std::string_view kLine =
      R"({"url": "https://a.fr/1", "title": "Vœux", "chapô": "…", "auteur": "X"})";
  const auto refused = parse_record(kLine, false);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, Errc::kUnknownKey);
  EXPECT_EQ(refused.error().message,
            "has keys that no document has: \"chapô\", \"auteur\" (--ignore-unknown passes over "
            "them)");
  EXPECT_TRUE(parse_record(kLine, true));
}

TEST(Record, NamesUnknownKeysOfMinisters) {
  constexpr std::string_view kLine =
      R"({"url": "https://a.fr/1", "title": "Vœux", "ministers": [{"name": "X", "parti": "Y"}]})";
  const auto refused = parse_record(kLine, false);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, Errc::kUnknownKey);
  EXPECT_NE(refused.error().message.find("in \"ministers\" keys"), std::string::npos);
  EXPECT_TRUE(parse_record(kLine, true));
}

TEST(Record, SaysWhereJsonBreaks) {
  EXPECT_EQ(error_of(R"({"url": "a", })").substr(0, 12), "is not JSON:");
  EXPECT_NE(error_of(R"({"url": "a", })").find("near byte 14"), std::string::npos)
      << error_of(R"({"url": "a", })");
  for (const char* line : {"{", "{\"url\": \"a", "{} {}", "\xFF", "{\"title\": \"\xE9\"}", "nul"}) {
    EXPECT_EQ(error_of(line).substr(0, 12), "is not JSON:") << line << error_of(line);
  }
  EXPECT_EQ(error_of("[]"), "must be a JSON object, not an array");
}

TEST(Record, RefusesDeepNestingWithoutRecursion) {
  const std::string deep = std::string(100000, '[') + std::string(100000, ']');
  EXPECT_EQ(error_of(R"({"url": "a", "text": )" + deep + "}").substr(0, 12), "is not JSON:");
}

TEST(Record, TakesWhatExtractPrints) {
  base::Document document;
  document.id = "abcdefghijklmnop";
  document.url = "https://www.economie.gouv.fr/poles";
  document.title = "Les pôles de compétitivité";
  document.date = {2012, 12, 5};
  document.date_source = base::DateSource::kTitle;
  document.date_confidence = base::Confidence::kMedium;
  document.government = "ayrault-2";
  document.ministers = {{"fleur-pellerin", "Fleur Pellerin", "", base::Role::kAuthor}};
  document.themes = {"Industrie/Compétitivité"};
  document.themes_inferred = true;
  document.text = "Un.";
  document.blocks = {{base::BlockKind::kHeading, 0, 3}};
  document.first_indexed = 1354700000;
  const auto record = parse_record(base::document_to_json(document, {true, true}), false);
  ASSERT_TRUE(record) << record.error().message;
  EXPECT_EQ(record->document.date_source, base::DateSource::kTitle);
  EXPECT_EQ(record->document.date_confidence, base::Confidence::kMedium);
  EXPECT_EQ(record->document.ministers, document.ministers);
  EXPECT_EQ(record->document.first_indexed, 0);
}

TEST(Record, IgnoresProvenanceWithoutADate) {
  const auto record = parse_record(
      R"({"url": "https://a.fr/1", "title": "Vœux", "date": null, "date_source": "title"})", false);
  ASSERT_TRUE(record);
  EXPECT_EQ(record->document.date_source, base::DateSource::kNone);
}

}  // namespace
}  // namespace pressoir::sources
