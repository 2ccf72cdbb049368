// The best so many documents of those that are offered. Used by one thread at a time.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace pressoir::search::rank {

struct RankedDocument {
  std::uint32_t document = 0;
  double score = 0;
};

struct Page {
  std::uint32_t start = 0;  // 0-based rank of the first
  std::uint32_t count = 0;
};

// By falling score, then by document id.
inline bool comes_first(const RankedDocument& a, const RankedDocument& b,
                        const std::vector<std::uint32_t>& id_rank) {
  if (a.score != b.score) return a.score > b.score;
  return id_rank[a.document] < id_rank[b.document];
}

class BestDocuments {
 public:
  // Keeps `size` documents, at least one; `id_rank` breaks ties and must outlive this.
  BestDocuments(std::size_t size, const std::vector<std::uint32_t>& id_rank)
      : size_(size), id_rank_(id_rank) {}

  // Documents with a lower score are not kept: offering them is free to leave out.
  double threshold() const { return threshold_; }

  void offer(RankedDocument document) {
    if (document.score < threshold_) return;
    kept_.push_back(document);
    if (kept_.size() >= 2 * size_ + kSlack) cut();
  }

  // The best, in order.
  std::vector<RankedDocument> take();

 private:
  static constexpr std::size_t kSlack = 64;  // offers between two cuts at least

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
