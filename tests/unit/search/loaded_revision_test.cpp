// A snapshot made from the one before and what changed equals one that is read whole, for random
// archives and random changes. PRESSOIR_SEED=n in the environment tries other ones.
#include "server/search/archive.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <string>
#include <tuple>
#include <vector>

#include "indexer/index/document_codec.hpp"
#include "indexer/index/open.hpp"
#include "server/search/match/positions.hpp"
#include "tests/unit/search/exactness_fixture.hpp"

namespace pressoir::search {
namespace {

void expect_same(const store::ValueColumn& column, const store::ValueColumn& whole,
                 const store::Columns& columns) {
  ASSERT_EQ(column.values(), whole.values());
  EXPECT_TRUE(column.without() == whole.without());
  for (std::uint32_t document = 0; document <= columns.last; ++document) {
    EXPECT_TRUE(std::ranges::equal(column.of(document), whole.of(document))) << document;
  }
  for (std::uint32_t ordinal = 0; ordinal < whole.values().size(); ++ordinal) {
    EXPECT_EQ(column.find(whole.values()[ordinal]), ordinal);
    EXPECT_EQ(column.documents_of(ordinal).numbers(), whole.documents_of(ordinal).numbers());
  }
}

void expect_same(const store::Columns& columns, const store::Columns& whole) {
  ASSERT_EQ(columns.last, whole.last);
  EXPECT_TRUE(columns.documents == whole.documents);
  EXPECT_EQ(columns.dates, whole.dates);
  EXPECT_EQ(columns.first_indexed, whole.first_indexed);
  EXPECT_EQ(columns.lengths.title, whole.lengths.title);
  EXPECT_EQ(columns.lengths.whole, whole.lengths.whole);
  EXPECT_EQ(columns.lengths.mean_title, whole.lengths.mean_title);
  EXPECT_EQ(columns.lengths.mean_whole, whole.lengths.mean_whole);
  EXPECT_EQ(columns.id_rank, whole.id_rank);
  EXPECT_EQ(columns.newest, whole.newest);
  EXPECT_EQ(columns.texts.size(), whole.texts.size());
  for (std::uint32_t document = 0; document <= whole.last; ++document) {
    EXPECT_EQ(columns.texts.of(document), whole.texts.of(document)) << document;
    EXPECT_TRUE(std::ranges::equal(columns.texts.with_text_of(document),
                                   whole.texts.with_text_of(document)));
  }
  EXPECT_EQ(columns.labels, whole.labels);
  for (const base::Facet facet : base::kFacets) {
    SCOPED_TRACE(std::string(to_string(facet)));
    expect_same(columns.facet(facet), whole.facet(facet), whole);
  }
}

void expect_same(const store::Vocabulary& vocabulary, const store::Vocabulary& whole) {
  ASSERT_EQ(vocabulary.size(), whole.size());
  EXPECT_EQ(vocabulary.most_documents(), whole.most_documents());
  for (std::uint32_t place = 0; place < whole.size(); ++place) {
    ASSERT_EQ(vocabulary.word(place), whole.word(place));
    EXPECT_EQ(vocabulary.documents(place), whole.documents(place)) << whole.word(place);
    EXPECT_EQ(vocabulary.written(place), whole.written(place)) << whole.word(place);
  }
  // What words share with their neighbours.
  for (const char* word : {"economie", "pole", "publier", "ministres", "mot12"}) {
    const auto places = [&](const store::Vocabulary& words) {
      std::vector<std::pair<std::uint32_t, std::uint32_t>> found;
      for (const auto& near : words.nearest(word, 2)) found.emplace_back(near.word, near.edits);
      return found;
    };
    EXPECT_EQ(places(vocabulary), places(whole)) << word;
  }
}

std::vector<std::pair<std::uint32_t, std::uint32_t>> read(const store::PostingList& list) {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> postings;
  list.for_each([&](std::uint32_t document, std::uint32_t frequency) {
    postings.emplace_back(document, frequency);
  });
  return postings;
}

void expect_same_postings(const store::Snapshot& snapshot, const index::ReadableIndex& database) {
  const store::FrequentPostings none;
  const store::Spellings spellings(database);
  store::Postings postings(database, snapshot.spellings, snapshot.frequent);
  store::Postings decoded(database, spellings, none);
  std::set<std::string> names;
  text::Analyzer analyzer;
  for (auto term = database.allterms_begin(); term != database.allterms_end(); ++term) {
    names.insert(*term);
    for (const bool in_title : {false, true}) {
      if (!store::is_word(*term)) continue;
      names.insert(store::folded_list(analyzer.forms_of(*term).folded, in_title));
      names.insert(store::forms_list(analyzer.forms_of(*term).lemmas, in_title));
    }
  }
  for (const std::string& name : names) {
    EXPECT_EQ(read(postings.of(name)), read(decoded.of(name))) << name;
  }
}

void expect_same_heads(const store::Snapshot& snapshot, const index::ReadableIndex& database) {
  const index::ReadableIndex none({});  // a head that is not in memory would be read from here
  snapshot.columns.documents.for_each([&](std::uint32_t number) {
    const auto held = snapshot.heads.read(none, number);
    const auto stored =
        index::decode_document(database.get_document(number).get_data(), index::DecodeText::kNo);
    ASSERT_TRUE(held && stored) << number;
    EXPECT_EQ(*held, *stored);
  });
}

std::vector<store::QueryWord> commonest_words(const store::Snapshot& whole, std::size_t size) {
  std::vector<store::WordCount> counts = whole.sequences.count_words();
  std::sort(counts.begin(), counts.end(), [](const store::WordCount& a, const store::WordCount& b) {
    return a.documents > b.documents;
  });
  std::vector<store::QueryWord> words;
  for (std::size_t i = 0; i < std::min(size, counts.size()); ++i) {
    store::QueryWord& word = words.emplace_back();
    word.folded = counts[i].folded;
    word.forms = "~" + word.folded;
  }
  return words;
}

// The pairs that are held are in the documents in which their words are found side by side.
void expect_pairs_are_found(const store::Snapshot& snapshot, const store::Snapshot& whole) {
  EXPECT_GT(snapshot.pairs.size(), 0u);
  const std::vector<store::QueryWord> words = commonest_words(whole, 12);
  std::size_t held = 0;
  for (const store::QueryWord& first : words) {
    for (const store::QueryWord& second : words) {
      const store::PostingList* list = snapshot.pairs.find(snapshot.sequences, first, second);
      if (list == nullptr) continue;
      ++held;
      query::Query phrase;
      phrase.kind = query::Query::Kind::kPhrase;
      phrase.words = {first, second};
      match::LeafFinder finder(snapshot.sequences, phrase);
      std::vector<std::pair<std::uint32_t, std::uint32_t>> expected;
      snapshot.columns.documents.for_each([&](std::uint32_t document) {
        if (!finder.find(document).empty()) expected.emplace_back(document, 1);
      });
      EXPECT_EQ(read(*list), expected) << first.folded << " " << second.folded;
    }
  }
  EXPECT_GT(held, 0u);
}

auto as_tuples(const suggest::NameIndex& index) {
  std::vector<std::tuple<std::string, std::string, std::string, std::uint64_t>> names;
  for (const suggest::Name& name : index.names) {
    names.emplace_back(name.text, name.value, name.person_name, name.documents);
  }
  return names;
}

void expect_same(const store::Snapshot& snapshot, const store::Snapshot& whole) {
  expect_same(snapshot.columns, whole.columns);
  expect_same(snapshot.vocabulary, whole.vocabulary);
  for (std::uint32_t document = 1; document <= whole.columns.last; ++document) {
    EXPECT_EQ(snapshot.sequences.folded_words(document), whole.sequences.folded_words(document));
  }
  EXPECT_EQ(snapshot.name(), whole.name());
  EXPECT_EQ(snapshot.documents, whole.documents);
  EXPECT_EQ(snapshot.first_date, whole.first_date);
  EXPECT_EQ(snapshot.last_date, whole.last_date);
  EXPECT_EQ(snapshot.updated, whole.updated);
}

void expect_same(const LoadedRevision& revision, const LoadedRevision& whole) {
  expect_same(revision.snapshot, whole.snapshot);
  EXPECT_EQ(as_tuples(revision.names.ministers), as_tuples(whole.names.ministers));
  EXPECT_EQ(as_tuples(revision.names.offices), as_tuples(whole.names.offices));
  EXPECT_EQ(as_tuples(revision.names.themes), as_tuples(whole.names.themes));
}

// All that an answer says, but for the time it took.
std::string as_text(const SearchResults& results) {
  std::string text = std::to_string(results.total) + " " + results.revision + " " +
                     results.suggestion.value_or("") + "\n";
  for (const Hit& hit : results.hits) {
    text += hit.document.id + " " + std::to_string(hit.score) + " " + hit.document.title + "\n";
    for (const snippet::Fragment& fragment : hit.snippet)
      text += (fragment.match ? "|" : "") + fragment.text;
  }
  for (const auto& facet : results.facets) {
    if (!facet) continue;
    text += "none " + std::to_string(facet->none) + " other " + std::to_string(facet->other) + "\n";
    for (const facets::FacetValue& value : facet->values) {
      text += value.value + "=" + value.label + " " + std::to_string(value.count) + "\n";
    }
  }
  if (!results.dates) return text;
  for (const facets::DateBucket& bucket : results.dates->buckets) {
    text += base::to_string(bucket.start) + " " + std::to_string(bucket.count) + "\n";
  }
  return text;
}

std::string as_text(const suggest::Suggestions& suggestions) {
  std::string text;
  for (const suggest::Suggestion& offer : suggestions.offers) {
    text += offer.value + " " + offer.id + " " + std::to_string(offer.count) + "\n";
    for (const snippet::Fragment& fragment : offer.text) text += fragment.text + "|";
  }
  return text;
}

class FollowingSnapshot : public ExactnessFixture {
 protected:
  // A document that has a word which no other has had, with accents or without.
  base::Document make(int number) {
    base::Document document = random_document(number, random());
    const std::string word = "mot" + std::to_string(random()() % 5'000);
    document.text += " " + word + (random()() % 2 == 0 ? "é" : "e");
    if (random()() % 3 == 0) document.title += " titré" + std::to_string(random()() % 100);
    if (random()() % 9 == 0) document.themes.push_back("Neuf/" + word);
    if (random()() % 9 == 0) document.ministers.push_back({word, "", "", base::Role::kAuthor});
    if (random()() % 4 == 0) {
      document.ministers.push_back({"arnaud-montebourg", "", "", base::Role::kAuthor});
    }
    return document;
  }

  // One that makes no next generation, which is read whole.
  index::IndexWriter open_direct_writer() const {
    return index::IndexWriter::open(path(), {.most_direct_documents = 1'000'000}).value();
  }

  // Adds, replaces and removes some documents, in some commits.
  void change(index::IndexWriter& writer) {
    for (auto commits = random()() % 3 + 1; commits > 0; --commits) {
      for (auto i = random()() % 6; i > 0; --i) writer.put(make(next_++), 2).value();
      for (auto i = random()() % 6; i > 0; --i) writer.put(make(any()), 3).value();
      for (auto i = random()() % 6; i > 0; --i) {
        writer.remove(random_document(any(), random()).id).value();
      }
      if (random()() % 2 == 0) {
        writer.put_label("anne-serre", "Anne " + std::to_string(random()() % 9)).value();
      }
      writer.commit().value();
    }
  }

  int any() { return static_cast<int>(random()() % static_cast<unsigned>(next_)); }

  void expect_same_answers(Searcher& searcher, Searcher& whole) {
    for (int i = 0; i < 15; ++i) {
      query::SearchRequest request = random_request(random());
      request.q = type_query(random_query(random()), random());
      EXPECT_EQ(as_text(searcher.search(request).value()), as_text(whole.search(request).value()))
          << request.q;
    }
    for (const char* typed : {"éco", "ti", "titre1", "pub", "mot1", "anne", "le minis", "neuf"}) {
      suggest::SuggestRequest request;
      request.q = typed;
      EXPECT_EQ(as_text(searcher.suggest(request).value()), as_text(whole.suggest(request).value()))
          << typed;
    }
  }

  int next_ = 5'000;  // number of the next new document
};

TEST_P(FollowingSnapshot, EqualsOneThatIsReadWhole) {
  make_archive();
  next_ = 2'000;
  const auto archive = Archive::open(path()).value();
  Searcher searcher(*archive);
  index::IndexWriter writer = open_direct_writer();
  for (int round = 0; round < 12 && !HasFailure(); ++round) {
    SCOPED_TRACE(testing::Message() << "PRESSOIR_SEED=" << seed() << ", round " << round);
    change(writer);
    archive->refresh().value();
    const auto whole = Archive::open(path()).value();
    Searcher searcher_of_whole(*whole);

    EXPECT_GT(archive->newest()->snapshot.changed, 0u) << "it was read whole";
    EXPECT_EQ(whole->newest()->snapshot.changed, 0u);
    expect_same(*archive->newest(), *whole->newest());
    const index::ReadableIndex database = index::open_database(path()).value();
    expect_same_postings(archive->newest()->snapshot, database);
    expect_same_heads(archive->newest()->snapshot, database);
    expect_pairs_are_found(archive->newest()->snapshot, whole->newest()->snapshot);
    expect_same_answers(searcher, searcher_of_whole);
  }
}

INSTANTIATE_TEST_SUITE_P(Archives, FollowingSnapshot, testing::Range(0, 4));

TEST_P(FollowingSnapshot, IsReadWholeWhenMostOfTheArchiveChanged) {
  make_archive();
  const auto archive = Archive::open(path()).value();
  index::IndexWriter writer = open_direct_writer();
  for (int i = 0; i < 5'000; ++i) {
    writer.put(random_document(i % 50, random()), 2).value();
    if (i % 500 == 499) {
      writer.commit().value();
      archive->refresh().value();
    }
  }
  EXPECT_LE(archive->newest()->snapshot.changed, index::kMaxLoggedDocuments);
  expect_same(*archive->newest(), *Archive::open(path()).value()->newest());
}

TEST_F(SearchFixture, ASnapshotFollowsAnEmptiedArchive) {
  put_all({make_document("a", "Le budget", "voté"), make_document("b", "La pêche", "en mer")});
  const auto archive = Archive::open(path()).value();
  index::IndexWriter writer = open_writer();
  for (const char* page : {"a", "b"}) writer.remove(make_document(page, "", "").id).value();
  writer.commit().value();
  archive->refresh().value();

  EXPECT_EQ(archive->newest()->snapshot.changed, 2u);
  EXPECT_EQ(archive->newest()->snapshot.vocabulary.size(), 0u);
  expect_same(*archive->newest(), *Archive::open(path()).value()->newest());

  writer.put(make_document("c", "Le budget", "rejeté"), 1).value();
  writer.commit().value();
  EXPECT_EQ(pages(search("budget")), std::vector<std::string>{"c"});
  archive->refresh().value();
  expect_same(*archive->newest(), *Archive::open(path()).value()->newest());
}

}  // namespace
}  // namespace pressoir::search
