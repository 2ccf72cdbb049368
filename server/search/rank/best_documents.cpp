#include "server/search/rank/best_documents.hpp"

#include <algorithm>
#include <utility>

namespace pressoir::search::rank {

void BestDocuments::cut() {
  const auto worst = kept_.begin() + static_cast<std::ptrdiff_t>(size_ - 1);
  std::nth_element(kept_.begin(), worst, kept_.end(),
                   [&](const auto& a, const auto& b) { return comes_first(a, b, id_rank_); });
  threshold_ = worst->score;
  kept_.resize(size_);
}

std::vector<RankedDocument> BestDocuments::take() {
  if (kept_.size() > size_) cut();
  std::sort(kept_.begin(), kept_.end(),
            [&](const auto& a, const auto& b) { return comes_first(a, b, id_rank_); });
  return std::move(kept_);
}

}  // namespace pressoir::search::rank
