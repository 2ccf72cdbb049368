// What is asked for the words that set texts apart, and what is answered: plain data, UTF-8.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "server/query/request.hpp"

namespace pressoir::related {

struct DistinctiveRequest {
  query::SearchRequest search;  // whose documents are compared with the archive
  std::string speaker;   // person id: only documents in which the person speaks or signs, when
                         // there are enough of them; empty: all
  std::string left_out;  // names and titles whose words are not listed
  std::size_t count = 20;
};

struct DistinctiveWord {
  std::string written;          // as the archive mostly writes it
  std::uint64_t documents = 0;  // of those compared, that hold it
  double keyness = 0;           // log-likelihood
};

struct DistinctiveWords {
  std::vector<DistinctiveWord> words;  // the most distinctive first
  std::uint64_t compared = 0;          // documents read: all, or every so many of a large set
  std::uint64_t total = 0;             // that the search matches
  bool is_spoken = false;              // the documents compared are those of the speaker
};

}  // namespace pressoir::related
