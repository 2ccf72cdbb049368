#include "server/search/rank/proximity.hpp"

#include <algorithm>
#include <utility>

#include "indexer/index/schema.hpp"

namespace pressoir::search::rank {
namespace {

// The weights of the parts; RANKING.md has what each is worth.
constexpr double kPairWeight = 0.4;
constexpr double kBackwardPair = 0.3;    // of a pair in the order of the query
constexpr std::uint32_t kPairReach = 3;  // words, so that `de la` may be between
constexpr double kPairK1 = 2.0;
constexpr double kPairB = 0.7;
constexpr double kWindowWeight = 1.0;
constexpr std::uint32_t kWindow = 15;  // words
constexpr double kLeadWeight = 0.3;
constexpr std::uint32_t kLead = 100;  // the first words of the text
constexpr std::uint32_t kTitle = 20;  // words of most titles
constexpr double kLeadK1 = 1.2;
constexpr double kWholeTitleWeight = 0.6;

// How often `b` follows `a` closely; it counts for less when it comes before `a`, as in `budget de
// l’État` for `état budget`. Linear in both but for the few positions within reach.
double count_pairs(const store::Positions& a, const store::Positions& b) {
  double pairs = 0;
  std::size_t from = 0;
  for (const std::uint32_t at : a) {
    while (from < b.size() && b[from] + kPairReach < at) ++from;
    double best = 0;
    for (std::size_t i = from; i < b.size() && b[i] <= at + kPairReach; ++i) {
      if (b[i] != at) best = std::max(best, b[i] > at ? 1 : kBackwardPair);
    }
    pairs += best;
  }
  return pairs;
}

double lead_score(const store::Positions& positions) {
  const auto begin = std::lower_bound(positions.begin(), positions.end(), index::kTextPosition);
  const auto end = std::lower_bound(begin, positions.end(), index::kTextPosition + kLead);
  return saturated(static_cast<double>(end - begin), kLeadK1);
}

}  // namespace

Proximity::Proximity(const store::WordSequences& sequences, const store::WordLengths& lengths,
                     const std::vector<ProximityTerm>& terms)
    : sequences_(sequences), lengths_(lengths), terms_(terms), positions_(terms.size()) {
  for (const ProximityTerm& term : terms) finders_.emplace_back(sequences, *term.word);
}

void Proximity::add_to(std::span<RankedDocument> ranked) {
  // The word sequences of an archive are larger than any cache: those of the next documents are
  // prefetched while one is scored.
  constexpr std::size_t kAhead = 3;
  const std::size_t tokens = is_alone() ? kLead + kTitle : store::WordSequences::kAllTokens;
  for (std::size_t i = 0; i < ranked.size(); ++i) {
    if (i + kAhead < ranked.size()) sequences_.prefetch(ranked[i + kAhead].document, tokens);
    ranked[i].score += score(ranked[i].document);
  }
}

void Proximity::find_positions(std::uint32_t document) {
  if (is_alone()) {
    // One word has no pairs, and its window weighs the same wherever it occurs: the title and the
    // lead are enough, unless it occurs in neither.
    positions_[0] = finders_[0].find_until(document, index::kTextPosition + kLead - 1);
    if (!positions_[0].empty()) return;
  }
  for (std::size_t i = 0; i < terms_.size(); ++i) positions_[i] = finders_[i].find(document);
}

// The largest sum of rarities of different query words within kWindow words. A window slides over
// the positions of all words in their order; inside_ counts how often each word is inside.
double Proximity::best_window() {
  places_.clear();
  for (std::size_t term = 0; term < terms_.size(); ++term) {
    for (const std::uint32_t at : positions_[term]) places_.emplace_back(at, term);
  }
  std::sort(places_.begin(), places_.end());
  inside_.assign(terms_.size(), 0);
  std::size_t first = 0;
  double sum = 0;
  double best = 0;
  for (const auto& [at, term] : places_) {
    if (inside_[term]++ == 0) sum += terms_[term].rarity;
    for (; at - places_[first].first > kWindow; ++first) {
      if (--inside_[places_[first].second] == 0) sum -= terms_[places_[first].second].rarity;
    }
    best = std::max(best, sum);
  }
  return best;
}

double Proximity::score(std::uint32_t document) {
  find_positions(document);
  const std::vector<store::Positions>& positions = positions_;
  const double relative_length = lengths_.whole[document] / std::max(lengths_.mean_whole, 1.0f);
  double score = kWindowWeight * best_window();
  double words_in_title = 0;
  double rarity_in_title = 0;
  for (std::size_t i = 0; i < terms_.size(); ++i) {
    score += kLeadWeight * terms_[i].rarity * lead_score(positions[i]);
    const auto title_end =
        std::lower_bound(positions[i].begin(), positions[i].end(), index::kTextPosition);
    words_in_title += static_cast<double>(title_end - positions[i].begin());
    if (title_end != positions[i].begin()) rarity_in_title += terms_[i].rarity;
    if (i == 0) continue;
    const double pairs = count_pairs(positions[i - 1], positions[i]);
    const double mean_rarity = (terms_[i - 1].rarity + terms_[i].rarity) / 2;
    score += kPairWeight * mean_rarity *
             saturated(pairs, kPairK1, 1 - kPairB + kPairB * relative_length);
  }
  if (lengths_.title[document] > 0) {
    score += kWholeTitleWeight * rarity_in_title * words_in_title / lengths_.title[document];
  }
  return score;
}

}  // namespace pressoir::search::rank
