// The table of a lexicon: header, edges of the automaton, sets, readings, endings. All numbers are
// little-endian; nothing is aligned.
//
// The value of a word in the automaton is the number of its set. Set i is the readings from sets[i]
// to before sets[i + 1]. A reading makes the lemma from the word: cut so many bytes from its end,
// add an ending (`chevaux`: cut 3, add `al`), so that words inflected alike share their sets.
#pragma once

#include <cstdint>
#include <limits>

#include "indexer/text/lexicon/lexicon.hpp"

namespace pressoir::text::lexicon {

inline constexpr std::uint32_t kTableMagic = 0x31584C50;  // `PLX1`

struct TableHeader {
  std::uint32_t magic = kTableMagic;
  std::uint32_t root = 0;
  std::uint32_t edges = 0;         // 4 bytes each
  std::uint32_t sets = 0;          // 4 bytes each, and one more for the end of the last
  std::uint32_t readings = 0;      // 4 bytes each
  std::uint32_t ending_bytes = 0;  // endings, each with a NUL behind
};

struct PackedReading {
  Part part = Part::kNominal;
  std::uint8_t cut = 0;      // bytes
  std::uint16_t ending = 0;  // first byte of it among the endings
};
inline constexpr std::size_t kMaxEndingBytes = std::numeric_limits<std::uint16_t>::max();

inline std::uint32_t pack(const PackedReading& reading) {
  return std::uint32_t{static_cast<std::uint8_t>(reading.part)} << 24 |
         std::uint32_t{reading.cut} << 16 | reading.ending;
}
inline PackedReading unpack(std::uint32_t packed) {
  return {static_cast<Part>(packed >> 24), static_cast<std::uint8_t>(packed >> 16),
          static_cast<std::uint16_t>(packed)};
}

}  // namespace pressoir::text::lexicon
