// Where words and phrases stand in a document, from the word stream of the index.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <string>
#include <vector>

#include "indexer/index/word_stream.hpp"
#include "server/search/query.hpp"

namespace pressoir::search {

// The words of one document. Any thread.
class DocumentWords {
 public:
  // Throws what Xapian throws, Xapian::DatabaseCorruptError when the stream is damaged.
  DocumentWords(const Xapian::Database& database, std::uint32_t document);
  DocumentWords(const DocumentWords&) = delete;
  DocumentWords& operator=(const DocumentWords&) = delete;

  // The positions of a word in any of its forms, in order, each once.
  std::vector<Xapian::termpos> positions(const QueryWord& word) const;

  // The positions at which the phrase begins: its words, folded, one behind the other.
  std::vector<Xapian::termpos> positions(const std::vector<QueryWord>& phrase) const;

 private:
  std::string bytes_;
  index::WordStreamReader stream_;
};

}  // namespace pressoir::search
