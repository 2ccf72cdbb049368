// Documents about the same subject as one document, and the words that its subject is known by.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "server/query/query.hpp"
#include "server/store/postings.hpp"
#include "server/store/snapshot.hpp"

namespace pressoir::related {

inline constexpr std::size_t kMaxTopicWords = 25;

struct TopicWord {
  store::QueryWord word;
  std::string written;          // as the archive mostly writes it: `compétitivité`
  std::uint32_t frequency = 0;  // in the document, in any form
};

// The topic words of a document: at most kMaxTopicWords, in the order of Xapian's
// ESet for the document, of each lemma one. Words that occur twice or in the title come first, and
// alone when they are enough. Not taken: stop words, numbers, joined compounds (their parts are),
// words of no other document and, in an archive of some size, words of more than one document in
// kCommonShare.
//
// `database` is at the snapshot's revision. Takes about a millisecond; throws what Xapian throws.
inline constexpr std::uint32_t kCommonShare = 10;
std::vector<TopicWord> topic_words(std::uint32_t document, const Xapian::Database& database,
                                   const store::Snapshot& snapshot);

// The query for documents that contain one of the words, in any form: what a hit is highlighted by.
query::Query any_of(const std::vector<TopicWord>& words);

struct SimilarDocument {
  std::uint32_t document = 0;
  double score = 0;                      // 1: as if it were the document itself
  std::vector<std::size_t> shared = {};  // places in `words`, what weighs most first
};

struct SimilarDocuments {
  std::vector<TopicWord> words;            // what they are compared by
  std::vector<SimilarDocument> documents;  // the most similar first, equal ones by id
};

// A document that shares fewer words, or has a lower score, is not similar.
inline constexpr std::size_t kLeastSharedWords = 2;
inline constexpr double kLeastSimilarity = 0.1;

// At most `count` documents; of those with the same text the best one, and none with the text of
// `document` itself. The words are topic_words(); a document scores by BM25, each word weighing as
// much as it does in `document` by the same formula. All arguments are of one revision. Takes a few
// milliseconds at 100,000 documents; throws what Xapian throws.
SimilarDocuments find_similar(std::uint32_t document, std::size_t count, store::Postings& postings,
                              const store::Snapshot& snapshot);

}  // namespace pressoir::related
