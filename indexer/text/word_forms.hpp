// The forms of a word, computed once and remembered: texts repeat the same few thousand words, and
// normalising and stemming one takes far longer than finding it here. The Analyzer owns a cache and
// is its only caller, besides tests.
//
//   surface `Économies` -> exact `économies` -> folded `economies`
//                               |-> lemmas `économie`, by lemmas.hpp
//                               `-> stem `econom`, by grammar.hpp, then Snowball
#pragma once

#include <boost/unordered/unordered_flat_map.hpp>
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

// Each form is clipped to kMaxTermBytes between two characters. A word that consists of signs which
// Unicode counts as letters or digits may have an empty folded form: it is no token.
struct WordForms {
  std::string exact;   // NFC, lower case, accents kept
  std::string folded;  // accents dropped
  std::string lemmas;  // lemmas_of(); empty with Depth::kSpelling
  std::string stem;    // folded stem; empty unless with Depth::kStems
  bool is_stopword = false;
};

// Used by one thread at a time. Throws std::bad_alloc when Snowball has no memory.
class WordFormCache {
 public:
  explicit WordFormCache(Depth depth = Depth::kLemmas);
  ~WordFormCache();
  WordFormCache(WordFormCache&&) noexcept;
  WordFormCache& operator=(WordFormCache&&) noexcept;

  // The forms of a word as the Tokenizer returned it, computed or from the cache. The reference
  // lives until trim(). Words are clipped to 4 * kMaxTermBytes before: enough for a whole term
  // where normalising drops marks and invisible characters.
  const WordForms& forms(std::string_view surface);

  // Empties the cache when it has more than kMaxWords, so that hostile text cannot exhaust memory;
  // between two texts only, because tokens refer to it.
  void trim();

 private:
  // With fewer, snippets of a page of results take longer; with more, indexing takes over 200 MB.
  static constexpr std::size_t kMaxWords = 60'000;

  struct StemmerDeleter {
    void operator()(sb_stemmer* stemmer) const noexcept;
  };
  struct Entry {
    std::string surface;
    WordForms forms;
  };

  WordForms compute(std::string_view surface);
  // The stem of a word in its exact form; a stop word is its own.
  std::string stem_of(const std::string& exact, const std::string& folded);
  std::string stem(const std::string& exact, const std::string& folded);

  Depth depth_;
  std::unique_ptr<sb_stemmer, StemmerDeleter> stemmer_;
  std::deque<Entry> entries_;  // whose addresses stay valid: tokens and keys refer to them
  boost::unordered_flat_map<std::string_view, const Entry*, std::hash<std::string_view>>
      by_surface_;
};

}  // namespace pressoir::text
