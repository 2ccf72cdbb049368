// The best so many documents of those that are offered. Used by one thread at a time.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "server/search/rank/ranked_document.hpp"

namespace pressoir::search::rank {

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

}  // namespace pressoir::search::rank
