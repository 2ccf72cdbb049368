#include "indexer/text/lexicon/lexicon.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstring>
#include <span>
#include <stdexcept>
#include <utility>

#include "indexer/base/bytes.hpp"
#include "indexer/base/program.hpp"
#include "indexer/text/lexicon/letters.hpp"
#include "indexer/text/lexicon/table_format.hpp"

namespace pressoir {
std::span<const base::EmbeddedFile> lexicon_files();  // written by pressoir_embed
}

namespace pressoir::text::lexicon {
namespace {

void sort_unique(Readings& readings) {
  std::sort(readings.begin(), readings.end());
  readings.erase(std::unique(readings.begin(), readings.end()), readings.end());
}

}  // namespace

std::uint32_t Lexicon::number_at(std::size_t byte) const {
  std::uint32_t number = 0;
  std::memcpy(&number, table_.data() + byte, sizeof(number));
  return number;
}

// The table is part of the program, but a build that was cut short would make every word unknown
// and an index that no other build can read: hence the checks.
Lexicon::Lexicon(std::string_view table) : table_(table) {
  TableHeader header;
  if (table.size() < sizeof(header)) throw std::runtime_error("the lexicon is cut");
  std::memcpy(&header, table.data(), sizeof(header));
  sets_ = sizeof(header) + std::size_t{header.edges} * 4;
  readings_ = sets_ + (std::size_t{header.sets} + 1) * 4;
  endings_ = readings_ + std::size_t{header.readings} * 4;
  if (header.magic != kTableMagic || table.size() != endings_ + header.ending_bytes) {
    throw std::runtime_error("this is no lexicon");
  }
  words_ = AutomatonView(table.substr(sizeof(header)), header.root);
  digest_ = fmt::format("{:016x}", base::fnv1a(table));
}

// A lemma is stored as what differs from the spelling: most spellings of one ending share a set of
// readings (`-ons`: cut three bytes, add `er`).
void Lexicon::add_readings(std::string_view word, std::uint32_t value, Readings& readings) const {
  const std::uint32_t begin = number_at(sets_ + std::size_t{value} * 4);
  const std::uint32_t end = number_at(sets_ + (std::size_t{value} + 1) * 4);
  for (std::uint32_t i = begin; i < end; ++i) {
    const PackedReading packed = unpack(number_at(readings_ + std::size_t{i} * 4));
    Reading& reading = readings.emplace_back();
    reading.part = packed.part;
    reading.lemma.assign(
        word.substr(0, word.size() - std::min<std::size_t>(packed.cut, word.size())));
    reading.lemma += table_.data() + endings_ + packed.ending;
  }
}

// The edges of a state ascend by letter, so that the search of one ends early.
Readings Lexicon::look_up(std::string_view word) const {
  std::uint32_t state = words_.root();
  for (std::size_t at = 0; at < word.size();) {
    const std::uint8_t letter = next_letter(word, at);
    bool is_found = false;
    words_.for_each_edge(state, [&](const Edge& edge) {
      is_found = letter != 0 && edge.letter == letter;
      if (is_found) state = edge.target;
      return !is_found && edge.letter < letter;
    });
    if (!is_found) return {};
  }
  Readings readings;
  const Edge first = words_.edge(state);  // letter 0 comes first
  if (first.letter == 0) add_readings(word, first.target, readings);
  return readings;
}

// Follows every letter that folds to the next one or two of `folded`: é and e, œ where `oe` is.
std::vector<Lexicon::Place> Lexicon::places_of(std::string_view folded) const {
  struct Open {
    Place place;
    std::size_t at;  // bytes of `folded` that were read
  };
  std::vector<Place> places;
  std::vector<Open> open = {{{words_.root(), {}}, 0}};
  while (!open.empty()) {
    const Open here = std::move(open.back());
    open.pop_back();
    const std::string_view left = folded.substr(here.at);
    if (left.empty()) {
      places.push_back(here.place);
      continue;
    }
    words_.for_each_edge(here.place.state, [&](const Edge& edge) {
      if (edge.letter == 0) return true;
      const Letter& letter = kLetters[edge.letter - std::size_t{1}];
      if (left.starts_with(letter.folded)) {
        open.push_back({{edge.target, here.place.word + std::string(letter.utf8)},
                        here.at + letter.folded.size()});
      }
      return true;
    });
  }
  return places;
}

Readings Lexicon::look_up_folded(std::string_view folded) const {
  Readings readings;
  for (const Place& place : places_of(folded)) {
    const Edge first = words_.edge(place.state);
    if (first.letter == 0) add_readings(place.word, first.target, readings);
  }
  // `pêcher` and `pécher` share no reading, `côtes` and `cotes` might.
  sort_unique(readings);
  return readings;
}

Readings Lexicon::look_up_prefix(std::string_view folded) const {
  Readings readings;
  std::vector<Place> open = places_of(folded);
  while (!open.empty()) {
    const Place here = std::move(open.back());
    open.pop_back();
    words_.for_each_edge(here.state, [&](const Edge& edge) {
      if (edge.letter == 0) {
        add_readings(here.word, edge.target, readings);
      } else {
        const Letter& letter = kLetters[edge.letter - std::size_t{1}];
        open.push_back({edge.target, here.word + std::string(letter.utf8)});
      }
      return true;
    });
  }
  sort_unique(readings);
  return readings;
}

const Lexicon& french() {
  static const Lexicon lexicon(lexicon_files().front().bytes);
  return lexicon;
}

}  // namespace pressoir::text::lexicon
