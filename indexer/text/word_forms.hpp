// The three forms of a word, remembered: a text says the same words over and over, and stemming is
// the slowest step of analysis.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/text/analyzer.hpp"

struct sb_stemmer;

namespace pressoir::text {

struct WordForms {
  std::string exact;   // NFC, lower case, accents kept
  std::string folded;  // accents dropped
  std::string stem;    // folded stem; empty where it was not asked for
  bool is_stopword = false;
};

// Used by one thread at a time.
class WordFormCache {
 public:
  explicit WordFormCache(Stems stems = Stems::kYes);
  ~WordFormCache();
  WordFormCache(WordFormCache&&) noexcept;
  WordFormCache& operator=(WordFormCache&&) noexcept;

  // The forms of a word as the Tokenizer cut it. The reference lives until trim().
  const WordForms& forms(std::string_view surface);

  // Forgets everything when more than kMaxWords are held, so that hostile text cannot fill memory.
  void trim();

 private:
  static constexpr std::size_t kMaxWords = 60'000;

  struct StemmerDeleter {
    void operator()(sb_stemmer* stemmer) const noexcept;
  };
  struct Entry {
    std::string surface;
    WordForms forms;
  };
  // A place of the hash table: open addressing, at least half of the places empty. Most look-ups
  // touch one place and one entry, which is why this is no std::unordered_map.
  struct Place {
    std::uint32_t tag = 0;     // other bits of the hash than those that chose the place
    std::uint32_t number = 0;  // of the entry, from 1; 0: empty
  };

  const WordForms& remember(std::string_view surface, std::uint64_t hash);
  Place& first_empty(std::uint64_t hash);
  void grow();
  WordForms compute(std::string_view surface);
  // The stem of a word that is written as `exact`; a function word is its own.
  std::string stem_of(const std::string& exact, const std::string& folded);
  std::string stem(const std::string& exact, const std::string& folded);

  Stems stems_;
  std::unique_ptr<sb_stemmer, StemmerDeleter> stemmer_;
  std::deque<Entry> entries_;
  std::vector<Place> places_;  // a power of two
};

}  // namespace pressoir::text
