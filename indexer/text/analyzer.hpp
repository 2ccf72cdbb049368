// The French analyzer: tokenizer, normalisation, lemmas. Pages, queries and highlights all go
// through it and nothing else cuts text into terms, so that what is indexed, searched and marked
// agrees. All text is UTF-8; malformed bytes are read as U+FFFD, so that no input fails.
//
//   text::Analyzer analyzer;
//   for (const text::Token& token : analyzer.analyze("L’Économie des régions")) …
//   // économie/economie/économie at bytes 4 to 13, des (stop word), régions/regions/région
//
// An Analyzer caches the words it has seen and is used by one thread at a time: make one per thread
// and keep it. Making one is cheap, filling its cache is not.
//
// The steps: tokenizer.hpp cuts, word_forms.hpp normalises, lemmas.hpp says which word a form
// belongs to, and grammar.hpp corrects what Snowball's stemmer does not know of French.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "indexer/text/fold.hpp"

namespace pressoir::text {

// Terms longer than this are clipped between two characters. Xapian takes 245 bytes with the
// prefix; the longest words of French have some 30.
inline constexpr std::size_t kMaxTermBytes = 64;

// One occurrence of a word in its forms, from the most to the least exact. The views live
// until the next call of analyze() or forms_of() on the same Analyzer.
struct Token {
  std::uint32_t begin = 0;     // first byte in the source text
  std::uint32_t end = 0;       // byte after the last
  std::uint32_t position = 0;  // number of the word in the text, from 0
  std::string_view exact;      // as written with its accents, lower case: `économies`
  std::string_view folded;     // without accents, œ opened: `economies`
  std::string_view lemmas;     // lemmas.hpp: `économie`; empty with Depth::kSpelling
  std::string_view stem;       // folded stem: `econom`; empty unless with Depth::kStems
  bool is_stopword = false;
  // A compound written with hyphens and an address (`www.exemple.fr`, `a@exemple.fr`) give their
  // parts, then one token of the whole, joined (`porteparole`, `wwwexemplefr`), that covers them
  // all and has the position of the first part.
  bool is_compound = false;
};

// Which forms of words are made. The writer of an index needs spellings only, and lemmas are most
// of the work on a word that is not in the cache; stems are for those who conflate derived words
// too.
enum class Depth : std::uint8_t { kSpelling, kLemmas, kStems };

// Movable; a moved-from Analyzer may only be destroyed or assigned to.
class Analyzer {
 public:
  explicit Analyzer(Depth depth = Depth::kLemmas);
  ~Analyzer();
  Analyzer(Analyzer&&) noexcept;
  Analyzer& operator=(Analyzer&&) noexcept;

  // The tokens of a text of at most 4 GiB, in the order of their ends. Elided articles (l’, d’,
  // qu’…) are no tokens; stop words are. Linear in the size of the text.
  std::span<const Token> analyze(std::string_view text);

  // The other forms of a word in its exact form: all are functions of it, which is why the index
  // stores exact forms only. The views live until the next call on the same Analyzer.
  struct Forms {
    std::string_view folded;
    std::string_view lemmas;
    std::string_view stem;
  };
  Forms forms_of(std::string_view exact);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// Identifies the rules, ICU's version and the lexicon, as `french-5 icu-72.1
// lexicon-0123456789abcdef`: it changes whenever the same text may give other terms. An index
// stores it, and a program with another digest refuses to open the index (kIndexMismatch), because
// its queries would miss documents silently.
std::string analyzer_digest();

}  // namespace pressoir::text
