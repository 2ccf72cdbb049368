#include "indexer/text/lexicon/automaton.hpp"

#include <algorithm>
#include <stdexcept>
#include <utility>

namespace pressoir::text::lexicon {

// Algorithm 1 of Daciuk, Mihov, Watson and Watson (2000), for words that come in order: what a new
// word does not share with the last one can no longer change, and is written.
void AutomatonWriter::add(std::string_view letters, std::uint32_t value) {
  if (letters <= last_) throw std::logic_error("the words of an automaton must ascend");
  if (value > kMaxTarget) throw std::length_error("a value of the automaton is too large");
  const auto differ = std::mismatch(letters.begin(), letters.end(), last_.begin(), last_.end());
  const auto shared = static_cast<std::size_t>(differ.first - letters.begin());
  freeze(shared);
  last_ = letters;
  for (std::size_t i = shared; i < letters.size(); ++i) {
    open_[i].push_back({static_cast<std::uint8_t>(letters[i]), false, 0});
    open_.emplace_back();
  }
  // The end of a word is an edge with letter 0, the first of its state.
  open_.back().push_back({0, false, value});
}

void AutomatonWriter::freeze(std::size_t kept) {
  while (open_.size() > kept + 1) {
    const std::uint32_t state = write(open_.back());
    open_.pop_back();
    open_.back().back().target = state;
  }
}

// Equal states are written once: their targets were written before them.
std::uint32_t AutomatonWriter::write(const State& state) {
  std::string key;
  std::vector<std::uint32_t> packed;
  for (const Edge& edge : state) {
    packed.push_back(pack({edge.letter, &edge == &state.back(), edge.target}));
    key.append(reinterpret_cast<const char*>(&packed.back()), sizeof(packed.back()));
  }
  const auto [known, is_new] =
      written_.try_emplace(std::move(key), static_cast<std::uint32_t>(edges_.size()));
  if (is_new) edges_.insert(edges_.end(), packed.begin(), packed.end());
  if (edges_.size() > kMaxTarget) throw std::length_error("the automaton has too many edges");
  return known->second;
}

AutomatonWriter::Result AutomatonWriter::finish() && {
  freeze(0);
  if (open_.front().empty()) open_.front().push_back({0xFF, false, 0});  // no word at all
  const std::uint32_t root = write(open_.front());
  return {std::move(edges_), root};
}

}  // namespace pressoir::text::lexicon
