// Documents about the same things as one document, and the words that say so.
#pragma once

#include <cstdint>
#include <vector>

#include "server/related/topic_words.hpp"
#include "server/store/postings.hpp"
#include "server/store/snapshot.hpp"

namespace pressoir::related {

struct SimilarDocument {
  std::uint32_t document = 0;
  double score = 0;                      // 1: as if it were the document itself
  std::vector<std::size_t> shared = {};  // places in `words`, what weighs most first
};

struct SimilarDocuments {
  std::vector<TopicWord> words;            // what they are compared by
  std::vector<SimilarDocument> documents;  // the most similar first, equal ones by id
};

// A document that shares fewer words, or scores less, is not similar.
inline constexpr std::size_t kLeastSharedWords = 2;
inline constexpr double kLeastSimilarity = 0.1;

// At most `count` documents; of those with the same text the best one, and none with the text of
// `document` itself. The words are topic_words(); a document scores by BM25, each word weighing as
// much as it does in `document` by the same formula. All arguments are of one revision. Takes a few
// milliseconds at 100,000 documents; throws what Xapian throws.
SimilarDocuments find_similar(std::uint32_t document, std::size_t count, store::Postings& postings,
                              const store::Snapshot& snapshot);

}  // namespace pressoir::related
