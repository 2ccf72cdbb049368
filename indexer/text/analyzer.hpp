// The one French text chain: pages, queries and highlights are cut into terms here and nowhere
// else. All text is UTF-8; text that is not well-formed is read with U+FFFD in place of the bad
// bytes, so that no input fails.
//
// An Analyzer remembers the words it has seen and is used by one thread at a time; make one per
// thread. Making one is cheap.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "indexer/text/fold.hpp"

namespace pressoir::text {

// Terms longer than this are clipped at a character limit.
inline constexpr std::size_t kMaxTermBytes = 64;

// One word of a text in its three forms. The views live until the next call of analyze() on the
// same Analyzer.
struct Token {
  std::uint32_t begin = 0;     // first byte in the source text
  std::uint32_t end = 0;       // byte after the last
  std::uint32_t position = 0;  // number of the word in the text, from 0
  std::string_view exact;      // as written with its accents, lower case: `économies`
  std::string_view folded;     // without accents, œ opened: `economies`
  std::string_view stem;       // folded stem: `econom`; empty where it was not asked for
  bool is_stopword = false;
  // A compound written with hyphens and an address (`www.exemple.fr`, `a@exemple.fr`) give their
  // parts, then one token of the whole, joined (`porteparole`, `wwwexemplefr`), that covers them
  // all and stands at the position of the first part.
  bool is_compound = false;
};

// Stemming is three quarters of the work on a word that was not seen before.
enum class Stems : std::uint8_t { kNo, kYes };

class Analyzer {
 public:
  explicit Analyzer(Stems stems = Stems::kYes);
  ~Analyzer();
  Analyzer(Analyzer&&) noexcept;
  Analyzer& operator=(Analyzer&&) noexcept;

  // The tokens of a text of at most 4 GiB in the order in which they end. Elided articles (l’, d’,
  // qu’…) are not tokens; stop words are.
  std::span<const Token> analyze(std::string_view text);

  // What analyze() makes of a word that it has made exact: the other forms are functions of this
  // one. The views live until the next call of a function on the same Analyzer.
  struct Forms {
    std::string_view folded;
    std::string_view stem;
  };
  Forms forms_of(std::string_view exact);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// Changes when the same text may give other terms: the version of the rules and ICU's. An index
// stores it, and is refused when it differs.
std::string analyzer_digest();

}  // namespace pressoir::text
