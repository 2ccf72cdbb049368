#include "indexer/ingest/harvest.hpp"

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

bool wanted(std::uint64_t) {
  return true;
}

class HarvestTest : public testing::Test {
 protected:
  Result<Harvest> read(FakeSource source, const IsWanted& is_wanted = wanted) {
    return Harvest::read(source, {extractor_, {.jobs = 2}}, folder_ / ".", is_wanted);
  }

  static std::vector<Document> documents_of(Harvest& harvest) {
    std::vector<Document> documents;
    const auto read = harvest.for_each_document([&](Extracted&& item) {
      documents.push_back(item.result.value());
      return true;
    });
    EXPECT_TRUE(read);
    return documents;
  }

  // Addresses, or errors.
  static std::vector<std::string> outcomes(Harvest& harvest) {
    std::vector<std::string> urls;
    const auto read = harvest.for_each_document([&](Extracted&& item) {
      urls.push_back(item.result ? item.result->url
                                 : item.name + " " + item.result.error().message);
      return true;
    });
    EXPECT_TRUE(read);
    return urls;
  }

  const integration::TemporaryFolder folder_;
  const gazetteer::Gazetteer gazetteer_ = gazetteer::Gazetteer::load().value();
  const gazetteer::Themes themes_ = gazetteer::Themes::load().value();
  const extract::Extractor extractor_{gazetteer_, themes_};
};

TEST_F(HarvestTest, KeepsTheOrderOfTheSourceAndItsErrors) {
  Harvest harvest = read(FakeSource()
                             .record("https://a.fr/1", "Un texte.")
                             .failure(Errc::kTooLarge)
                             .page("https://a.fr/2", page(2))
                             .page("https://a.fr/3", "")
                             .record("https://a.fr/4", "")
                             .record("https://a.fr/5", "Un autre."))
                        .value();
  EXPECT_THAT(outcomes(harvest),
              ElementsAre("https://a.fr/1", "item 2 is not wanted", "https://a.fr/2",
                          "item 4 the page has 0 bytes",
                          "item 5 the page has neither title nor text", "https://a.fr/5"));
}

TEST_F(HarvestTest, LeavesOutWhatRecursOnItsPages) {
  Harvest harvest = read(site(12)).value();
  const std::vector<Document> documents = documents_of(harvest);
  ASSERT_EQ(documents.size(), 12u);
  for (std::size_t i = 0; i < documents.size(); ++i) {
    EXPECT_THAT(documents[i].text, Not(HasSubstr(kMasthead)));
    EXPECT_THAT(documents[i].text, HasSubstr("page " + std::to_string(i)));
  }
}

TEST_F(HarvestTest, KeepsTheBlocksOfAFragmentAmongPagesThatRecur) {
  FakeSource source = site(12);
  source.fragment("https://a.fr/12", "<p>" + std::string(kMasthead) + "</p><p>Un texte.</p>");
  Harvest harvest = read(std::move(source)).value();
  const std::vector<Document> documents = documents_of(harvest);
  ASSERT_EQ(documents.size(), 13u);
  EXPECT_EQ(documents.back().text, std::string(kMasthead) + "\nUn texte.");
}

TEST_F(HarvestTest, KeepsWhatStandsOnFewPages) {
  Harvest harvest = read(site(5)).value();
  const std::vector<Document> documents = documents_of(harvest);
  ASSERT_EQ(documents.size(), 5u);
  for (const Document& document : documents) EXPECT_THAT(document.text, HasSubstr(kMasthead));
}

TEST_F(HarvestTest, MakesOfAPageThatStandsAloneWhatTheExtractorDoes) {
  const std::string html =
      "<html><head><title>Discours</title><meta name=\"author\" content=\"Fleur Pellerin\">"
      "<script type=\"application/ld+json\">{\"datePublished\": \"2012-12-05\"}</script></head>"
      "<body><h1>Discours sur le numérique</h1><p>Publié le 5 décembre 2012</p>"
      "<p>Mesdames et Messieurs, la filière française se porte bien.</p></body></html>";
  Harvest harvest = read(FakeSource().page("https://a.fr/1", html)).value();
  const Result<Document> expected = extractor_.extract({html, "https://a.fr/1", {}, {}});
  EXPECT_THAT(documents_of(harvest), ElementsAre(*expected));
}

TEST_F(HarvestTest, EndsWithTheItemsReadWhenNoMoreAreWanted) {
  int left = 3;
  Harvest harvest = read(site(12), [&](std::uint64_t) { return --left > 0; }).value();
  EXPECT_EQ(outcomes(harvest).size(), 3u);
}

TEST_F(HarvestTest, SaysWhenThereIsNoRoomForWhatItReads) {
  const LimitedFiles limit(4096);
  const auto harvest = read(site(100));
  ASSERT_FALSE(harvest);
  EXPECT_EQ(harvest.error().code, Errc::kNoSpace);
}

TEST_F(HarvestTest, NamesTheFolderThatItCannotWriteTo) {
  FakeSource source = site(1);
  const auto harvest = Harvest::read(source, {extractor_}, "/absent", wanted);
  ASSERT_FALSE(harvest);
  EXPECT_THAT(harvest.error().message, HasSubstr("/absent"));
}

TEST_F(HarvestTest, ExplainsWhatRecurs) {
  FakeSource first = site(12);
  FakeSource again = site(12);
  int explained = 0;
  explain_each(first, again, {extractor_, {.jobs = 2}},
               [&](Worked<extract::Explanation>&& page) {
                 for (const extract::content::ExplainedBlock& block : page.result->blocks) {
                   if (block.text == kMasthead)
                     explained += block.region == extract::content::Region::kRepetition;
                 }
                 return true;
               });
  EXPECT_EQ(explained, 12);
}

}  // namespace
}  // namespace pressoir::ingest
