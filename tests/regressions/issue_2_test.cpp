// Bugs found while the first issue was worked on.
#include <gtest/gtest.h>

#include <fstream>
#include <string>

#include "indexer/base/url.hpp"
#include "indexer/index/writer.hpp"
#include "indexer/text/analyzer.hpp"
#include "server/search/archive.hpp"
#include "server/search/searcher.hpp"
#include "tests/integration/temporary_folder.hpp"

namespace pressoir {
namespace {

using integration::TemporaryFolder;

// A first load that was killed between the lock and the version file left a folder that no later
// run would take.
TEST(Issue2, AnIndexThatWasKilledWhileItWasMadeIsMadeAgain) {
  const TemporaryFolder folder;
  folder.write("db/flintlock", "");
  folder.write("db/postlist.glass", "");

  const auto writer = index::IndexWriter::open(folder / "db");

  ASSERT_TRUE(writer) << writer.error().message;
}

TEST(Issue2, AFolderWithAnythingElseIsStillRefused) {
  const TemporaryFolder folder;
  folder.write("db/flintlock", "");
  folder.write("db/lettre.txt", "à garder");

  const auto writer = index::IndexWriter::open(folder / "db");

  ASSERT_FALSE(writer);
  EXPECT_EQ(writer.error().code, base::Errc::kNotAnIndex);
}

// `été` was a stop word (a form of être), so that nobody found the season.
TEST(Issue2, TheSummerIsAWordToSearchFor) {
  text::Analyzer analyzer;

  const auto tokens = analyzer.analyze("l’été");

  ASSERT_EQ(tokens.size(), 1u);
  EXPECT_FALSE(tokens[0].is_stopword);
}

// Texts that begin with their own title showed it twice, in the result's title and its passage.
TEST(Issue2, APassageDoesNotRepeatTheTitle) {
  const TemporaryFolder folder;
  base::Document document;
  document.url = "https://exemple.example/a";
  document.id = base::document_id(document.url);
  document.title = "Plan de relance";
  document.text = "PLAN DE RELANCE\nLe plan de relance est présenté aux élus.";
  {
    auto writer = index::IndexWriter::open(folder / "db");
    ASSERT_TRUE(writer && writer->put(document, 1) && writer->commit());
  }
  const auto archive = search::Archive::open(folder / "db");
  ASSERT_TRUE(archive) << archive.error().message;
  search::Searcher searcher(**archive);
  query::SearchRequest request;
  request.q = "présenté";

  const auto results = searcher.search(request);

  ASSERT_TRUE(results && results->hits.size() == 1);
  EXPECT_EQ(results->hits[0].snippet.front().text, "Le plan de relance est ");
}

}  // namespace
}  // namespace pressoir
