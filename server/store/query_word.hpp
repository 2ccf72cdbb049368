// A word to look up in an archive: plain data, UTF-8.
#pragma once

#include <string>
#include <vector>

namespace pressoir::store {

// One word in the forms of text::Token.
struct QueryWord {
  std::string exact;
  std::string folded;
  std::string stem;
  std::vector<std::string> other_stems;  // of the ways in which the archive writes the word
  bool is_stopword = false;
  std::vector<std::string> left_out_before;  // folded stop words that a list does not ask for

  bool operator==(const QueryWord&) const = default;
};

}  // namespace pressoir::store
