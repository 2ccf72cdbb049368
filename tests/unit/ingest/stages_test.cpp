#include "indexer/ingest/stages.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "indexer/extract/extractor.hpp"
#include "tests/integration/temporary_folder.hpp"
#include "tests/unit/ingest/fake_source.hpp"
#include "tests/unit/ingest/limited_files.hpp"

namespace pressoir::ingest {
namespace {

using base::Document;
using base::Errc;
using base::Result;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

constexpr std::string_view kMasthead = "Le service de presse du ministère vous répond";

// A page of a site whose pages all begin with the same paragraph.
std::string page(int number) {
  const std::string own = "Le texte de la page " + std::to_string(number);
  return "<html><body><h1>Page " + std::to_string(number) + "</h1><p>" + std::string(kMasthead) +
         "</p><p>" + own + " est plus long que ce qui l’entoure, et ne revient sur aucune autre " +
         "page de ce site.</p></body></html>";
}

FakeSource site(int pages) {
  FakeSource source;
  for (int i = 0; i < pages; ++i) source.page("https://a.fr/" + std::to_string(i), page(i));
  return source;
}

class Stages : public testing::Test {
 protected:
  // Reads, drafts and spools the items of a source; stops after the first `most`.
  Result<Harvest> read(FakeSource source, int most = 1'000) {
    DraftStage drafts = draft_stage(source, tools_);
    return spool_drafts(drafts, folder_ / ".", [&](std::uint64_t) { return --most > 0; });
  }

  std::vector<Item<Document>> items_of(Harvest& harvest) {
    FinishStage stage = finish_stage(harvest, tools_);
    std::vector<Item<Document>> items;
    for (auto item = stage.next(); item && *item; item = stage.next()) {
      items.push_back(std::move(**item));
    }
    return items;
  }

  std::vector<Document> documents_of(Harvest& harvest) {
    std::vector<Document> documents;
    for (const Item<Document>& item : items_of(harvest)) {
      documents.push_back(item.content.value());
    }
    return documents;
  }

  // Addresses, or errors.
  std::vector<std::string> outcomes(Harvest& harvest) {
    std::vector<std::string> urls;
    for (const Item<Document>& item : items_of(harvest)) {
      urls.push_back(item.content ? item.content->url
                                  : item.name + " " + item.content.error().message);
    }
    return urls;
  }

  const integration::TemporaryFolder folder_;
  const gazetteer::Gazetteer& gazetteer_ = *gazetteer::Gazetteer::load().value();
  const gazetteer::Themes themes_ = gazetteer::Themes::load().value();
  const extract::Extractor extractor_{gazetteer_, themes_};
  StageTools tools_{extractor_, {.jobs = 2}};
};

TEST_F(Stages, KeepsTheOrderOfTheSourceAndItsErrors) {
  Harvest harvest = read(FakeSource()
                             .record("https://a.fr/1", "Un texte.")
                             .failure(Errc::kTooLarge)
                             .page("https://a.fr/2", page(2))
                             .page("https://a.fr/3", "")
                             .fragment("https://a.fr/4", "<p></p>")
                             .record("https://a.fr/5", "Un autre."))
                        .value();
  EXPECT_THAT(outcomes(harvest),
              ElementsAre("https://a.fr/1", "item 2 is not wanted", "https://a.fr/2",
                          "item 4 the page has 0 bytes",
                          "item 5 the page has neither title nor text", "https://a.fr/5"));
}

TEST_F(Stages, LeavesOutWhatRecursOnItsPages) {
  Harvest harvest = read(site(12)).value();
  const std::vector<Document> documents = documents_of(harvest);
  ASSERT_EQ(documents.size(), 12u);
  for (std::size_t i = 0; i < documents.size(); ++i) {
    EXPECT_THAT(documents[i].text, Not(HasSubstr(kMasthead)));
    EXPECT_THAT(documents[i].text, HasSubstr("page " + std::to_string(i)));
  }
}

TEST_F(Stages, KeepsTheBlocksOfAFragmentAmongPagesThatRecur) {
  FakeSource source = site(12);
  source.fragment("https://a.fr/12", "<p>" + std::string(kMasthead) + "</p><p>Un texte.</p>");
  Harvest harvest = read(std::move(source)).value();
  const std::vector<Document> documents = documents_of(harvest);
  ASSERT_EQ(documents.size(), 13u);
  EXPECT_EQ(documents.back().text, std::string(kMasthead) + "\nUn texte.");
}

TEST_F(Stages, KeepsWhatStandsOnFewPages) {
  Harvest harvest = read(site(5)).value();
  const std::vector<Document> documents = documents_of(harvest);
  ASSERT_EQ(documents.size(), 5u);
  for (const Document& document : documents) EXPECT_THAT(document.text, HasSubstr(kMasthead));
}

TEST_F(Stages, MakesOfAPageThatStandsAloneWhatTheExtractorDoes) {
  const std::string html =
      "<html><head><title>Discours</title><meta name=\"author\" content=\"Fleur Pellerin\">"
      "<script type=\"application/ld+json\">{\"datePublished\": \"2012-12-05\"}</script></head>"
      "<body><h1>Discours sur le numérique</h1><p>Publié le 5 décembre 2012</p>"
      "<p>Mesdames et Messieurs, la filière française se porte bien.</p></body></html>";
  Harvest harvest = read(FakeSource().page("https://a.fr/1", html)).value();
  const Result<Document> expected = extractor_.extract({html, "https://a.fr/1", {}, {}});
  EXPECT_THAT(documents_of(harvest), ElementsAre(*expected));
}

TEST_F(Stages, GoesOnAfterALineThatIsNoRecord) {
  Harvest harvest = read(FakeSource()
                             .line("[]")
                             .line(R"({"url": "https://a.fr/1", "text": "Un.", "chapô": 1})")
                             .record("https://a.fr/2", "Deux."))
                        .value();
  EXPECT_THAT(outcomes(harvest),
              ElementsAre("item 1 must be a JSON object, not an array",
                          "item 2 has keys that no document has: \"chapô\" (--ignore-unknown "
                          "passes over them)",
                          "https://a.fr/2"));
}

TEST_F(Stages, PassesOverUnknownKeysWhenItIsTold) {
  tools_.ignore_unknown = true;
  Harvest harvest =
      read(FakeSource().line(R"({"url": "https://a.fr/1", "text": "Un.", "chapô": 1})")).value();
  EXPECT_THAT(outcomes(harvest), ElementsAre("https://a.fr/1"));
}

TEST_F(Stages, BelievesWhatTheSourceKnowsOfAPage) {
  sources::Content page;
  page.bytes =
      "<html><body><h1>\xA3"  // L with a stroke; a pound sign in most charsets
      "asko</h1><p>Le texte de la page est court, mais il suffit.</p></body></html>";
  page.url = "https://a.fr/1";
  page.charset = "iso-8859-2";
  Harvest harvest = read(FakeSource().add(page)).value();
  EXPECT_EQ(documents_of(harvest).at(0).title, "Łasko");
}

TEST_F(Stages, TakesNoDateAfterTheCapture) {
  sources::Content page;
  page.bytes =
      "<html><body><h1>Communiqué</h1><p>Publié le 5 décembre 2012</p><p>Le texte de la "
      "page est court, mais il suffit.</p></body></html>";
  page.url = "https://a.fr/1";
  page.captured = {2012, 12, 4};
  Harvest before = read(FakeSource().add(page)).value();
  page.captured = {2012, 12, 5};
  Harvest after = read(FakeSource().add(page)).value();
  EXPECT_FALSE(documents_of(before).at(0).date);
  EXPECT_EQ(documents_of(after).at(0).date, (base::Date{2012, 12, 5}));
}

TEST_F(Stages, EndsWithTheItemsReadWhenNoMoreAreWanted) {
  Harvest harvest = read(site(12), 3).value();
  EXPECT_EQ(outcomes(harvest).size(), 3u);
}

TEST_F(Stages, SaysWhenThereIsNoRoomForWhatItReads) {
  const LimitedFiles limit(4096);
  const auto harvest = read(site(100));
  ASSERT_FALSE(harvest);
  EXPECT_EQ(harvest.error().code, Errc::kNoSpace);
}

TEST_F(Stages, NamesTheFolderThatItCannotWriteTo) {
  FakeSource source = site(1);
  DraftStage drafts = draft_stage(source, tools_);
  const auto harvest = spool_drafts(drafts, "/absent", [](std::uint64_t) { return true; });
  ASSERT_FALSE(harvest);
  EXPECT_THAT(harvest.error().message, HasSubstr("/absent"));
}

TEST_F(Stages, ExplainsWhatRecurs) {
  FakeSource first = site(12);
  FakeSource again = site(12);
  const extract::content::Repetition repetition = read_repetition(first, tools_);
  ExplainStage stage = explain_stage(again, repetition, tools_);
  int explained = 0;
  for (auto page = stage.next(); page && *page; page = stage.next()) {
    for (const extract::content::ExplainedBlock& block : (*page)->content->blocks) {
      if (block.text == kMasthead)
        explained += block.region == extract::content::Region::kRepetition;
    }
  }
  EXPECT_EQ(explained, 12);
}

}  // namespace
}  // namespace pressoir::ingest
