// A dictionary as a minimal acyclic automaton: words that end alike share their endings. An
// inflected French word is a stem with one of few endings, so that half a million spellings take a
// megabyte, and looking one up follows one edge a letter.
//
// Built by the incremental algorithm for sorted words of Daciuk, Mihov, Watson and Watson,
// "Incremental Construction of Minimal Acyclic Finite-State Automata", Computational Linguistics 26
// (2000).
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace pressoir::text::lexicon {

// One edge, 32 bits: letter, 8; 1 when it is the last of its state; where it leads, 23. A state is
// the number of its first edge; its edges are in the order of their letters. An edge of letter 0
// ends a word and leads to the word's value instead of a state.
struct Edge {
  std::uint8_t letter = 0;
  bool is_last = false;
  std::uint32_t target = 0;
};
inline constexpr std::uint32_t kMaxTarget = (1U << 23) - 1;

inline std::uint32_t pack(const Edge& edge) {
  return std::uint32_t{edge.letter} << 24 | (edge.is_last ? 1U << 23 : 0) | edge.target;
}

// Edges as packed by the writer, little-endian, wherever they lie in memory: not aligned. Any
// number of threads may read them.
class AutomatonView {
 public:
  AutomatonView() = default;
  AutomatonView(std::string_view bytes, std::uint32_t root) : bytes_(bytes), root_(root) {}

  std::uint32_t root() const { return root_; }
  Edge edge(std::uint32_t number) const {
    std::uint32_t packed = 0;
    std::memcpy(&packed, bytes_.data() + std::size_t{number} * sizeof(packed), sizeof(packed));
    return {static_cast<std::uint8_t>(packed >> 24), (packed >> 23 & 1) != 0, packed & kMaxTarget};
  }

  // Calls `visit(edge)` for the edges of a state until it returns false.
  template <typename Visit>
  void for_each_edge(std::uint32_t state, Visit visit) const {
    for (std::uint32_t number = state;; ++number) {
      const Edge next = edge(number);
      if (!visit(next) || next.is_last) return;
    }
  }

 private:
  std::string_view bytes_;
  std::uint32_t root_ = 0;
};

// Used when the lexicon is made, by one thread.
class AutomatonWriter {
 public:
  // The next word, greater than the one before, and its value, at most kMaxTarget. Letters are not
  // 0.
  void add(std::string_view letters, std::uint32_t value);

  struct Result {
    std::vector<std::uint32_t> edges;  // packed
    std::uint32_t root = 0;
  };
  Result finish() &&;

 private:
  using State = std::vector<Edge>;  // that may still grow: no edge is marked as the last one

  // Writes the states of the last word behind its first `kept` letters, the deepest first.
  void freeze(std::size_t kept);
  std::uint32_t write(const State& state);

  std::string last_;
  std::vector<State> open_ = std::vector<State>(1);  // one more than last_ has letters
  std::vector<std::uint32_t> edges_;
  std::unordered_map<std::string, std::uint32_t> written_;  // states by the bytes of their edges
};

}  // namespace pressoir::text::lexicon
