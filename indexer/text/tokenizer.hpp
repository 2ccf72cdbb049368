// The tokenizer: splits French text into words. Character classes are ICU's; the rules that join
// and split runs of letters and digits are French: elision, hyphens, dotted acronyms, grouped
// digits, decimals, addresses. UAX #29 keeps elided articles and narrow spaces inside words, so its
// word boundaries are not used. Offsets are bytes of the UTF-8 source; malformed bytes separate
// words.
//
//   aujourd’hui            aujourdhui                 keeps its apostrophe
//   l’économie             économie                   the article is dropped
//   porte-parole           porte, parole, porteparole (compound)
//   C.N.I. 10 000 3,5 R&D  CNI, 10000, 3,5, R&D
//   www.exemple.fr         www, exemple, fr, wwwexemplefr (compound)
//   L. 311-1, L311-1       L311-1                     without parts
//   20 km, 12 h 30         20, km, 20km (compound); 12, h, 30, 12h30 (compound); 20km is one word
//   St-Denis               saint, Denis, saintDenis (compound)
//
// The Analyzer is the only caller, besides tests and benches.
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace pressoir::text {

// A word of the source: `surface` is the bytes from begin to end, without signs inside the word
// that do not count (`C.N.I.` gives `CNI`, `10 000` gives `10000`, `porte-parole` as a whole gives
// `porteparole`).
// `3,5` keeps its comma, which `3.5` gets, `R&D` its sign and a reference its hyphens.
struct Word {
  std::uint32_t begin = 0;     // first byte in the source
  std::uint32_t end = 0;       // byte after the last
  std::uint32_t position = 0;  // from 0; a compound has that of its first part
  std::string_view surface;    // into the source, or into the Tokenizer until its next call
  bool is_compound = false;
};

// Keeps its buffers from call to call. Used by one thread at a time.
class Tokenizer {
 public:
  // The words of `text`, of at most 4 GiB, in the order of their ends; the vector is reused by the
  // next call. Linear in the size of the text.
  const std::vector<Word>& split(std::string_view text);

 private:
  // The separator between an atom and the next one, in the order of the classes of tokenizer.cpp.
  enum class Gap : std::uint8_t {
    kOther,
    kApostrophe,
    kHyphen,
    kDot,
    kComma,
    kAt,
    kAmpersand,
    kSpace
  };

  // A run of letters, digits and marks; begin and end in bytes of the source.
  struct Atom {
    std::uint32_t begin;
    std::uint32_t end;
    std::uint32_t letters;  // characters that are no digit
    std::uint32_t digits;
    Gap gap;  // one such character and nothing else before the next atom; kOther otherwise
    std::string_view read_as = {};  // instead of what is written; empty: as it is written
  };

  void find_atoms(std::string_view text);
  // The rules, tried in this order. Each adds the words that the atoms from `first` on make and
  // returns the next atom to read; `first` itself when the rule does not apply there.
  std::size_t join_address(std::string_view text, std::size_t first);
  std::size_t join_reference(std::string_view text, std::size_t first);
  std::size_t join_quantity(std::string_view text, std::size_t first);
  std::size_t join_amount(std::string_view text, std::size_t first);  // called by join_quantity()
  std::size_t join_number(std::string_view text, std::size_t first);  // called by join_quantity()
  std::size_t join_capital(std::string_view text, std::size_t first);
  std::size_t join_acronym(std::string_view text, std::size_t first);
  std::size_t join_ampersand(std::string_view text, std::size_t first);
  std::size_t join_apostrophe(std::string_view text, std::size_t first);
  std::size_t join_hyphens(std::string_view text, std::size_t first);
  void mark_saints(std::string_view text);
  std::size_t end_of_chain(std::size_t first) const;
  std::size_t end_of_unit(std::string_view text, std::size_t at) const;
  bool is_digits(std::size_t i) const;           // ASCII digits and nothing else
  bool has_decimal_point(std::size_t i) const;   // `3.5`
  bool is_before_decimals(std::size_t i) const;  // a comma and decimals follow
  std::string_view atom_text(std::string_view text, std::size_t i) const;
  // What stands between atom i, which is not the last one, and the next.
  std::string_view gap_after(std::string_view text, std::size_t i) const;
  // One word made of the atoms [first, last); a word of each and one of the whole.
  void add_word(std::string_view text, std::size_t first, std::size_t last);
  void add_compound(std::string_view text, std::size_t first, std::size_t last);
  // The atoms [first, last) without their separators; lives until the next call of split().
  std::string& new_surface(std::string_view text, std::size_t first, std::size_t last);

  std::vector<Atom> atoms_;
  std::vector<Word> words_;
  std::deque<std::string> joined_;  // surfaces that are not in the source
  std::size_t joined_count_ = 0;
  std::uint32_t position_ = 0;
};

}  // namespace pressoir::text
