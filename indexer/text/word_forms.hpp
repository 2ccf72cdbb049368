// The three forms of a word, remembered: a text says the same words over and over, and stemming is
// the slowest step of analysis.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>

struct sb_stemmer;

namespace pressoir::text {

struct WordForms {
  std::string exact;   // NFC, lower case, accents kept
  std::string folded;  // accents dropped
  std::string stem;    // folded stem
  bool is_stopword = false;
};

// Used by one thread at a time.
class WordFormCache {
 public:
  WordFormCache();
  ~WordFormCache();
  WordFormCache(WordFormCache&&) noexcept;
  WordFormCache& operator=(WordFormCache&&) noexcept;

  // The forms of a word as the Tokenizer cut it. The reference lives until trim().
  const WordForms& forms(std::string_view surface);

  // Forgets everything when more than kMaxWords are held, so that hostile text cannot fill memory.
  void trim();

 private:
  static constexpr std::size_t kMaxWords = 200'000;

  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view word) const noexcept {
      return std::hash<std::string_view>{}(word);
    }
  };
  struct StemmerDeleter {
    void operator()(sb_stemmer* stemmer) const noexcept;
  };

  WordForms compute(std::string_view surface);
  std::string stem(const std::string& exact, const std::string& folded);

  std::unique_ptr<sb_stemmer, StemmerDeleter> stemmer_;
  std::unordered_map<std::string, WordForms, Hash, std::equal_to<>> words_;
};

}  // namespace pressoir::text
