// The lexicon of French: what each spelling may be a form of, and which part of speech that is.
// It is made from Debian's hunspell-fr-comprehensive when Pressoir is built (make_lexicon.cpp) and
// is part of the program.
//
//   lexicon::french().look_up("vue")  // voir (verb), vu (nominal)
//
// Any number of threads may read it.
#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/text/lexicon/automaton.hpp"

namespace pressoir::text::lexicon {

// A lemma is known by its part of speech too: the verb `pouvoir` has not the plural of the noun.
enum class Part : std::uint8_t {
  kNominal,  // noun, adjective, and what inflects as these or not at all: adverbs, numerals
  kVerb,
  kName,  // written with a capital: people, places, organisations, units
};

struct Reading {
  std::string lemma;  // lower case, with accents: the entry of the dictionary
  Part part = Part::kNominal;

  auto operator<=>(const Reading&) const = default;
};
using Readings = std::vector<Reading>;  // sorted, each once

class Lexicon {
 public:
  // A table as write_lexicon() makes it; the bytes must outlive the Lexicon. Throws
  // std::runtime_error when they are no such table.
  explicit Lexicon(std::string_view table);

  // The readings of a word in lower case, form C, with its accents; none when it is unknown. Of a
  // tense that reports do not use there is none where the spelling is also something else: `opéra`
  // is the noun, not a form of `opérer`.
  Readings look_up(std::string_view word) const;

  // The readings of all words that are written `folded` (a to z only) without their accents: what
  // a word typed without them may be. `cote`: cote, coter, côte, côté, coté.
  Readings look_up_folded(std::string_view folded) const;

  // The readings of all words that begin with `folded` (a to z only), accents aside.
  Readings look_up_prefix(std::string_view folded) const;

  // Identifies the table: another dictionary or another rule gives another digest. 16 hexadecimal
  // digits.
  const std::string& digest() const { return digest_; }

 private:
  // A place in the automaton, and what was spelt on the way there.
  struct Place {
    std::uint32_t state;
    std::string word;
  };
  // The places that spellings of `folded` lead to: few, because hardly any two words begin alike
  // but for accents.
  std::vector<Place> places_of(std::string_view folded) const;
  // Adds the readings of value `value` of the automaton for a word.
  void add_readings(std::string_view word, std::uint32_t value, Readings& readings) const;
  std::uint32_t number_at(std::size_t byte) const;

  std::string_view table_;
  AutomatonView words_;
  std::size_t sets_ = 0;      // bytes from the beginning of the table
  std::size_t readings_ = 0;  // bytes
  std::size_t endings_ = 0;   // bytes
  std::string digest_;
};

// The lexicon of the program.
const Lexicon& french();

}  // namespace pressoir::text::lexicon
