// What is asked for documents like another, and what is answered: plain data, UTF-8.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "server/search/request.hpp"

namespace pressoir::search {

struct SimilarRequest {
  std::string id;  // of the document
  std::uint32_t count = 10;
  bool with_snippets = true;
  bool with_text = false;
};

struct SimilarHit {
  // Title and snippet mark the words of SimilarResults::words. The score is 1 for what is as if it
  // were the document itself.
  Hit hit;
  std::vector<std::string> shared;  // of those words the ones it holds, what weighs most first
};

struct SimilarResults {
  std::vector<std::string> words;  // what the document is about, the most telling first
  std::vector<SimilarHit> hits;    // the most similar first
  std::string revision;            // of the index that answered
  std::uint64_t documents = 0;     // in the whole archive
  double took_ms = 0;
};

}  // namespace pressoir::search
