// Gives the words of documents their numbers in a table, from the spellings that word streams have.
// What a spelling's other forms are is asked once; then one look at the spelling tells the number.
//
// Used by one thread at a time.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/index/word_stream.hpp"
#include "indexer/text/analyzer.hpp"
#include "server/store/word_table.hpp"

namespace pressoir::store {

class WordNumbers {
 public:
  // Words are a folded form with a stem. Those that `known` has not are added to `added`, where
  // they are numbered behind those of `known`. Both must outlive this.
  WordNumbers(const WordTable& known, WordTable& added) : known_(known), added_(added) {}

  // Sets `numbers` to those of the words of a stream, by their ranks. False when it is damaged.
  bool read(const index::WordStreamReader& stream, std::vector<std::uint32_t>& numbers);

 private:
  std::uint32_t number_of(std::string_view exact);

  const WordTable& known_;
  WordTable& added_;
  WordTable spellings_;
  std::vector<std::uint32_t> number_of_spelling_;
  text::Analyzer analyzer_;

  std::string letters_;  // of the words of one document
  std::vector<std::size_t> ends_;
  std::vector<WordTable::Key> keys_;
  std::string forms_;
};

}  // namespace pressoir::store
