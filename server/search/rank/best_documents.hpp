// What every ranking needs: BM25's formulas, documents with scores, and the best of them without
// sorting all.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace pressoir::search::rank {

struct RankedDocument {
  std::uint32_t document = 0;  // its number in the index
  double score = 0;            // 0 in an order that has no scores
};

// The part of an order that is wanted.
struct Page {
  std::uint32_t start = 0;  // 0-based rank of the first
  std::uint32_t count = 0;
};

// BM25's parts, for all that scores documents: Robertson and Zaragoza, "The Probabilistic Relevance
// Framework: BM25 and Beyond" (2009). Rankers' inner loops write the second out, in float.
//
// The weight of a term that `documents` of `all` documents contain: never negative.
inline double inverse_document_frequency(double documents, double all) {
  return std::log(1 + (all - documents + 0.5) / (documents + 0.5));
}

// What a term that occurs `frequency` times adds, before its weight: at most k1 + 1. `length` is
// 1 - b + b * (length of the document / mean length).
inline double saturated(double frequency, double k1, double length = 1) {
  return frequency * (k1 + 1) / (frequency + k1 * length);
}

// By falling score, then by document id (`id_rank` by document number), so that an order can be
// reproduced and pages of it neither overlap nor leave gaps.
inline bool comes_first(const RankedDocument& a, const RankedDocument& b,
                        const std::vector<std::uint32_t>& id_rank) {
  if (a.score != b.score) return a.score > b.score;
  return id_rank[a.document] < id_rank[b.document];
}

// Keeps the best documents of those that are offered, in an array that is cut with nth_element each
// time it is full: a constant time an offer, where a heap takes the logarithm of `size`. Used by
// one thread at a time.
class BestDocuments {
 public:
  // Keeps `size` documents, at least one. `id_rank` (Columns::id_rank) breaks ties and must outlive
  // this.
  BestDocuments(std::size_t size, const std::vector<std::uint32_t>& id_rank)
      : size_(size), id_rank_(id_rank) {}

  // A document with a lower score would not be kept; it need not be offered.
  double threshold() const { return threshold_; }

  // Scores are not negative. Each document once.
  void offer(RankedDocument document) {
    if (document.score < threshold_) return;
    kept_.push_back(document);
    if (kept_.size() >= 2 * size_ + kSlack) cut();
  }

  // The best, in order. Leaves nothing.
  std::vector<RankedDocument> take();

 private:
  // At least so many offers lie between two cuts, however small `size` is.
  static constexpr std::size_t kSlack = 64;

  void cut();

  std::size_t size_;
  const std::vector<std::uint32_t>& id_rank_;
  double threshold_ = 0;  // scores are never negative
  std::vector<RankedDocument> kept_;
};

inline void BestDocuments::cut() {
  const auto worst = kept_.begin() + static_cast<std::ptrdiff_t>(size_ - 1);
  std::nth_element(kept_.begin(), worst, kept_.end(),
                   [&](const auto& a, const auto& b) { return comes_first(a, b, id_rank_); });
  threshold_ = worst->score;
  kept_.resize(size_);
}

inline std::vector<RankedDocument> BestDocuments::take() {
  if (kept_.size() > size_) cut();
  std::sort(kept_.begin(), kept_.end(),
            [&](const auto& a, const auto& b) { return comes_first(a, b, id_rank_); });
  return std::move(kept_);
}

}  // namespace pressoir::search::rank
