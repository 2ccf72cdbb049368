// Results with one document for each text equal what folding the whole list by hand gives, page by
// page, for random archives, requests and orders. PRESSOIR_SEED=n tries other ones.
#include "server/search/rank/collapse.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <set>
#include <string>
#include <vector>

#include "tests/unit/search/exactness_fixture.hpp"

namespace pressoir::search::rank {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

// What makes two documents the same text, written differently from document_terms.cpp.
std::string words_of(const base::Document& document, text::Analyzer& analyzer) {
  std::vector<std::string> words;
  for (const text::Token& token : analyzer.analyze(document.text)) {
    if (!token.is_compound) words.emplace_back(token.folded);
  }
  if (words.empty()) return "";
  if (words.size() < 20) {
    words.emplace_back("|");
    for (const text::Token& token : analyzer.analyze(document.title)) {
      words.emplace_back(token.folded);
    }
  }
  std::string joined;
  for (const std::string& word : words) joined += word + " ";
  return joined;
}

class FoldedTexts : public ExactnessFixture {
 protected:
  // Few texts, at many addresses, with titles and values of their own.
  void put_archive() {
    std::vector<std::string> texts = {""};
    for (int i = 0; i < 40; ++i) texts.push_back(random_document(i, random()).text);
    index::IndexWriter writer = open_writer();
    for (int i = 0; i < 400; ++i) {
      base::Document document = random_document(i, random());
      if (random()() % 5 != 0) document.text = texts[random()() % texts.size()];
      if (random()() % 3 != 0) document.title = "économie";
      document.blocks = make_document("", "", document.text).blocks;
      writer.put(document, 1).value();
      documents_[document.id] = std::move(document);
    }
    writer.commit().value();
    analyzer_ = text::Analyzer();
    for (const auto& [id, document] : documents_) text_of_[id] = words_of(document, analyzer_);
  }

  std::vector<Hit> all_hits(query::SearchRequest request) {
    std::vector<Hit> hits;
    request.count = static_cast<std::uint32_t>(random()() % 40 + 1);
    for (;;) {
      SearchResults results = search(request);
      const bool is_last = results.hits.size() < request.count;
      for (Hit& hit : results.hits) hits.push_back(std::move(hit));
      request.start += request.count;
      if (is_last) return hits;
    }
  }

  struct Group {
    std::string first;
    std::set<std::string> others;
  };
  std::vector<Group> fold_by_hand(const std::vector<Hit>& hits) {
    std::vector<Group> groups;
    std::map<std::string, std::size_t> place_of;
    for (const Hit& hit : hits) {
      const std::string& text = text_of_.at(hit.document.id);
      const auto [place, is_new] = place_of.try_emplace(text, groups.size());
      if (is_new || text.empty()) {
        groups.push_back({hit.document.id, {}});
      } else {
        groups[place->second].others.insert(hit.document.id);
      }
    }
    return groups;
  }

  void expect_folded(const query::SearchRequest& plain) {
    query::SearchRequest collapsed = plain;
    collapsed.collapse = true;
    const std::vector<Group> expected = fold_by_hand(all_hits(plain));
    const SearchResults whole = search(plain);
    const SearchResults first_page = search(collapsed);
    EXPECT_EQ(first_page.total, whole.total);
    EXPECT_EQ(first_page.groups.value(), expected.size());
    const std::vector<Hit> hits = all_hits(collapsed);
    ASSERT_EQ(hits.size(), expected.size());
    std::uint64_t covered = 0;
    for (std::size_t i = 0; i < hits.size(); ++i) {
      EXPECT_EQ(hits[i].document.id, expected[i].first) << "place " << i;
      EXPECT_EQ(hits[i].siblings, expected[i].others.size());
      EXPECT_EQ(hits[i].listed_siblings.size(),
                std::min(expected[i].others.size(), kMaxListedSiblings));
      for (const Sibling& sibling : hits[i].listed_siblings) {
        EXPECT_TRUE(expected[i].others.contains(sibling.id));
      }
      covered += 1 + hits[i].siblings;
    }
    EXPECT_EQ(covered, whole.total);
  }

 private:
  std::map<std::string, base::Document> documents_;
  std::map<std::string, std::string> text_of_;
  text::Analyzer analyzer_;
};

TEST_P(FoldedTexts, AreWhatTheWholeListFoldedByHandGives) {
  put_archive();
  for (int i = 0; i < 40 && !HasFailure(); ++i) {
    query::SearchRequest request = random_request(random());
    request.q = type_query(random_query(random()), random());
    if (i % 2 == 0) request.filters = {};
    request.facets = {};
    request.date_facet = false;
    SCOPED_TRACE(testing::Message()
                 << "PRESSOIR_SEED=" << seed() << ", request " << i << ", q=" << request.q);
    expect_folded(request);
  }
}

INSTANTIATE_TEST_SUITE_P(Archives, FoldedTexts, testing::Range(0, 3));

class FoldedTextsTest : public SearchFixture {};

TEST_F(FoldedTextsTest, LeaveCountsOfFacetsAlone) {
  base::Document first = make_document("a", "Titre", "un texte");
  base::Document second = make_document("b", "Titre", "Un texte.");
  first.type = "discours";
  second.type = "article";
  put_all({first, second});
  query::SearchRequest request;
  request.collapse = true;
  const SearchResults results = search(request);

  EXPECT_EQ(results.total, 2u);
  EXPECT_EQ(results.groups, 1u);
  EXPECT_EQ(results.facets[static_cast<std::size_t>(base::Facet::kType)]->values.size(), 2u);
  ASSERT_EQ(results.hits.size(), 1u);
  EXPECT_EQ(results.hits.front().siblings, 1u);
}

TEST_F(FoldedTextsTest, CountOnlySiblingsThatMatch) {
  base::Document first = make_document("a", "Titre", "un texte");
  base::Document second = make_document("b", "Titre", "un texte");
  first.type = "discours";
  put_all({first, second});
  query::SearchRequest request;
  request.collapse = true;
  request.filters[static_cast<std::size_t>(base::Facet::kType)].any_of = {"discours"};
  const SearchResults results = search(request);

  EXPECT_THAT(pages(results), ElementsAre("a"));
  EXPECT_EQ(results.hits.front().siblings, 0u);
  EXPECT_THAT(results.hits.front().listed_siblings, IsEmpty());
}

// More repetitions in front than the first look at the order holds.
TEST_F(FoldedTextsTest, FindPagesBehindManyRepetitions) {
  std::vector<base::Document> documents;
  for (int i = 0; i < 300; ++i) {
    documents.push_back(make_document("same" + std::to_string(i), "Titre", "le même texte"));
    documents.back().date = {2014, 1, 1};
  }
  for (int i = 0; i < 5; ++i) {
    documents.push_back(
        make_document("other" + std::to_string(i), "", "texte " + std::to_string(i)));
    documents.back().date = {2013, 1, static_cast<std::int8_t>(20 - i)};
  }
  put_all(documents);
  query::SearchRequest request;
  request.collapse = true;
  request.start = 1;
  request.count = 3;
  const SearchResults results = search(request);

  EXPECT_EQ(results.groups, 6u);
  EXPECT_THAT(pages(results), ElementsAre("other0", "other1", "other2"));
}

}  // namespace
}  // namespace pressoir::search::rank
