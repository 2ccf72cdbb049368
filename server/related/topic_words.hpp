// The words that tell what one document is about, against the archive as a whole.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "server/query/query.hpp"
#include "server/store/snapshot.hpp"

namespace pressoir::related {

inline constexpr std::size_t kMaxTopicWords = 25;

struct TopicWord {
  store::QueryWord word;
  std::string written;          // as the archive mostly writes it: `compétitivité`
  std::uint32_t frequency = 0;  // in the document, in any form
};

// At most kMaxTopicWords, in the order of Xapian's ESet for the document, of each stem one. Words
// said twice or in the title come first, and alone when there are enough of them. Left out: stop
// words, numbers, joined compounds (their parts stay), words that no other document holds and, in
// an archive of some size, those that more than one document in kCommonShare holds.
//
// `database` is at the snapshot's revision. Takes about a millisecond; throws what Xapian throws.
inline constexpr std::uint32_t kCommonShare = 10;
std::vector<TopicWord> topic_words(std::uint32_t document, const Xapian::Database& database,
                                   const store::Snapshot& snapshot);

// The query for documents that hold one of the words, in any form.
query::Query any_of(const std::vector<TopicWord>& words);

}  // namespace pressoir::related
