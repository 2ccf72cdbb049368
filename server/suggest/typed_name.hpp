// A text that someone types to find a name in a list.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/text/analyzer.hpp"

namespace pressoir::suggest {

// Used by one thread at a time.
class TypedName {
 public:
  // Words are read as TypedWord says of them (phrase_index.hpp), whatever their accents, capitals
  // and order. A text without words is in every name.
  explicit TypedName(std::string_view typed);

  // True when each word typed is a word of `name` or the beginning of one. Some microseconds.
  bool is_in(std::string_view name);

 private:
  struct Word {
    std::string folded;
    bool is_beginning;  // of a longer word, perhaps
  };

  text::Analyzer analyzer_;
  std::vector<Word> words_;
};

}  // namespace pressoir::suggest
