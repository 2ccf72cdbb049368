#include "server/store/word_pairs.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <random>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "indexer/index/document_codec.hpp"
#include "indexer/index/open.hpp"
#include "server/store/columns.hpp"
#include "tests/unit/search/search_fixture.hpp"

namespace pressoir::store {
namespace {

using Documents = std::set<std::uint32_t>;  // by the numbers of their pages
using Pairs = std::map<std::pair<std::string, std::string>, Documents>;
using Texts = std::vector<std::vector<std::string>>;  // the words of page i + 1

const std::array<std::string, 6> kWords = {"usine",  "emploi", "region",
                                           "budget", "marche", "projet"};

// `usine` and `emploi` are half of the words: their pairs are frequent, others are not.
std::vector<std::string> random_text(std::mt19937& random) {
  std::vector<std::string> words;
  for (std::size_t i = random() % 12; i-- > 0;) {
    words.push_back(kWords[random() % 2 == 0 ? random() % 2 : random() % kWords.size()]);
  }
  return words;
}

Pairs pairs_of(const Texts& texts) {
  Pairs pairs;
  for (std::uint32_t i = 0; i < texts.size(); ++i) {
    for (std::size_t word = 1; word < texts[i].size(); ++word) {
      pairs[{texts[i][word - 1], texts[i][word]}].insert(i + 1);
    }
  }
  return pairs;
}

class WordPairsTest : public search::SearchFixture {
 protected:
  void put(std::uint32_t number, const std::vector<std::string>& words) {
    std::string text;
    for (const std::string& word : words) text += word + " ";
    documents_.push_back(make_document(std::to_string(number), "", text));
  }
  void commit() { put_all(std::exchange(documents_, {})); }

  index::ReadableIndex open() const { return index::open_database(path()).value(); }

  static QueryWord word(const std::string& folded) {
    QueryWord word;
    word.folded = folded;
    return word;
  }

  // By document, the number of its page: the writer may number documents in another order.
  static std::vector<std::uint32_t> pages_of(const index::ReadableIndex& index) {
    std::vector<std::uint32_t> pages(index.get_lastdocid() + std::size_t{1});
    for (std::uint32_t document = 1; document < pages.size(); ++document) {
      const std::string data = index.get_document(document).get_data();
      const std::string url = index::decode_document(data, index::DecodeText::kNo).value().url;
      pages[document] = static_cast<std::uint32_t>(std::stoul(url.substr(url.rfind('/') + 1)));
    }
    return pages;
  }

  // Nothing when the pair is not kept.
  std::optional<Documents> find(const WordPairs& pairs, const WordSequences& sequences,
                                const std::string& first, const std::string& second) const {
    const PostingList* list = pairs.find(sequences, word(first), word(second));
    if (list == nullptr) return std::nullopt;
    const std::vector<std::uint32_t> pages = pages_of(open());
    Documents found;
    list->for_each([&](std::uint32_t document, std::uint32_t) { found.insert(pages[document]); });
    return found;
  }

  std::mt19937 random_{12};

 private:
  std::vector<base::Document> documents_;
};

TEST_F(WordPairsTest, KeepTheDocumentsOfFrequentPairsOnly) {
  Texts texts;
  for (std::uint32_t number = 1; number <= 120; ++number) {
    put(number, texts.emplace_back(random_text(random_)));
  }
  commit();
  const index::ReadableIndex index = open();
  const WordSequences sequences(index);
  const WordPairs pairs(sequences, Columns(index).documents);

  const Pairs expected = pairs_of(texts);
  std::size_t kept = 0;
  for (const std::string& first : kWords) {
    for (const std::string& second : kWords) {
      const auto oracle = expected.find({first, second});
      const auto found = find(pairs, sequences, first, second);
      const bool is_frequent =
          oracle != expected.end() && oracle->second.size() >= WordPairs::kLeastDocuments;
      ASSERT_EQ(found.has_value(), is_frequent) << first << " " << second;
      if (!found) continue;
      EXPECT_EQ(*found, oracle->second) << first << " " << second;
      ++kept;
    }
  }
  EXPECT_EQ(pairs.size(), kept);
  EXPECT_GT(kept, 3u);
  EXPECT_LT(kept, kWords.size() * kWords.size());
}

TEST_F(WordPairsTest, FollowTheDocumentsThatChange) {
  Texts texts;
  for (std::uint32_t number = 1; number <= 60; ++number) {
    put(number, texts.emplace_back(random_text(random_)));
  }
  commit();
  const index::ReadableIndex first_index = open();
  const WordSequences first_sequences(first_index);
  const WordPairs before(first_sequences, Columns(first_index).documents);

  Documents changed_pages;
  for (std::uint32_t number = 5; number <= 80; number += number < 60 ? 5 : 1) {
    texts.resize(std::max<std::size_t>(texts.size(), number));
    texts[number - 1] = random_text(random_);
    texts[number - 1].push_back("nouveau");
    put(number, texts[number - 1]);
    changed_pages.insert(number);
  }
  commit();
  const index::ReadableIndex index = open();
  const std::vector<std::uint32_t> pages = pages_of(index);
  index::DocumentNumbers changed;
  for (std::uint32_t document = 1; document < pages.size(); ++document) {
    if (changed_pages.contains(pages[document])) changed.push_back(document);
  }
  ASSERT_EQ(changed.size(), changed_pages.size());
  const Changes changes(index, changed);
  const WordSequences sequences(first_sequences, changes);
  const WordPairs pairs(before, sequences, changes);

  Pairs expected = pairs_of(texts);
  EXPECT_EQ(pairs.size(), before.size());
  std::size_t kept = 0;
  for (const std::string& first : kWords) {
    for (const std::string& second : kWords) {
      const auto found = find(pairs, sequences, first, second);
      const auto was = find(before, first_sequences, first, second);
      ASSERT_EQ(found.has_value(), was.has_value()) << first << " " << second;
      if (!found) continue;
      EXPECT_EQ(*found, (expected[{first, second}])) << first << " " << second;
      ++kept;
    }
    EXPECT_EQ(find(pairs, sequences, first, "nouveau"), std::nullopt) << "newer than the pairs";
  }
  EXPECT_GT(kept, 0u);
}

TEST_F(WordPairsTest, OfAnEmptyArchiveAreNone) {
  put_all({});
  const index::ReadableIndex index = open();
  const WordSequences sequences(index);
  const WordPairs pairs(sequences, Columns(index).documents);
  EXPECT_EQ(pairs.size(), 0u);
  EXPECT_EQ(find(pairs, sequences, "usine", "emploi"), std::nullopt);
  EXPECT_EQ(find(WordPairs(), sequences, "usine", "emploi"), std::nullopt);
}

}  // namespace
}  // namespace pressoir::store
