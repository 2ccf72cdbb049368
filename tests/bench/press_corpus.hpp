// A press archive that is made up, the same for the same seed: words of syllables after a
// Zipf-Mandelbrot law, 120 ministers in office one after the other, 60 themes, 1958 to 2024, about
// 585 words a document. A document depends on the seed and its number only.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "indexer/base/document.hpp"

namespace pressoir::bench {

class PressCorpus {
 public:
  explicit PressCorpus(std::uint32_t seed = 1958);

  base::Document document(std::uint32_t number) const;

  // The same as a page of HTML with the usual chrome around.
  std::string page(std::uint32_t number) const;

  // The word of a rank, 0 the most frequent; one of two words that often stand side by side.
  const std::string& word(std::size_t rank) const { return words_[rank]; }
  const std::string& collocation(std::size_t number) const { return collocations_[number]; }

  std::string minister(std::size_t number) const;  // an id
  std::string theme(std::size_t number) const;     // a path

 private:
  std::uint32_t seed_;
  std::vector<std::string> words_;
  std::vector<std::uint32_t> drawn_;  // ranks, each as often as its word is likely
  std::vector<std::string> collocations_;
  std::vector<std::string> ministers_;
};

}  // namespace pressoir::bench
