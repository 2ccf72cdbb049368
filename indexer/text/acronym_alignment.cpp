#include "indexer/text/acronym_alignment.hpp"

#include <algorithm>
#include <array>

#include "indexer/text/acronyms.hpp"

namespace pressoir::text {
namespace {

constexpr int kStopwordLetter = 1;
constexpr int kSeveralLetters = 2;
constexpr int kSkippedWord = 3;
constexpr int kImpossible = 1000;
constexpr std::size_t kMaxLettersOfAWord = 4;

// Chance makes two letters meet two words easily, and nine never.
int highest_cost(std::size_t letters, bool strict) {
  const int length = static_cast<int>(letters);
  const int cost = length < 4 ? length - 2 : length - 1;
  return strict ? cost - 3 : cost;
}

// costs[j]: the least cost of giving the letters from j on by the words behind the current one.
using Costs = std::array<int, kMaxAcronymLetters + 1>;

// The least cost when `word` gives at least the letter at `at`.
int giving_cost(const AlignedWord& word, std::string_view letters, std::size_t at,
                const Costs& behind) {
  int best = kImpossible;
  const std::size_t most = word.is_stopword ? 1 : kMaxLettersOfAWord;
  for (std::size_t given = 1; given <= most && at + given <= letters.size(); ++given) {
    if (!word.folded.starts_with(letters.substr(at, given))) break;
    const int cost = word.is_stopword ? kStopwordLetter : given > 1 ? kSeveralLetters : 0;
    best = std::min(best, cost + behind[at + given]);
  }
  return best;
}

}  // namespace

std::optional<std::size_t> align_acronym(std::string_view letters,
                                         std::span<const AlignedWord> words, bool strict) {
  if (words.empty() || words.back().is_stopword) return std::nullopt;
  std::optional<std::size_t> best;
  int best_cost = highest_cost(letters.size(), strict) + 1;
  Costs behind;
  behind.fill(kImpossible);
  behind[letters.size()] = 0;
  const std::size_t least = words.size() - std::min(words.size(), kMaxExpansionWords);
  for (std::size_t i = words.size(); i-- > least;) {
    const AlignedWord& word = words[i];
    const bool is_last = i + 1 == words.size();
    Costs costs;
    costs.fill(kImpossible);
    for (std::size_t at = 0; at < letters.size(); ++at) {
      const int skipping = is_last ? kImpossible : (word.is_stopword ? 0 : kSkippedWord);
      costs[at] = std::min(giving_cost(word, letters, at, behind), skipping + behind[at]);
    }
    if (!word.is_stopword && !is_last) {
      if (const int cost = giving_cost(word, letters, 0, behind); cost < best_cost) {
        best_cost = cost;
        best = i;
      }
    }
    behind = costs;
  }
  return best;
}

}  // namespace pressoir::text
