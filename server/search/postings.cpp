#include "server/search/postings.hpp"

#include <algorithm>
#include <utility>

namespace pressoir::search {

FrequentPostings::FrequentPostings(const index::ReadableIndex& index)
    : least_(std::max(kLeastDocuments, index.get_doccount() / kFrequentShare + 1)),
      grows_(index.has_remote()) {
  if (grows_) return;
  const std::uint32_t last = index.get_lastdocid();
  for (auto term = index.allterms_begin(); term != index.allterms_end(); ++term) {
    if (term.get_termfreq() >= least_) lists_.try_emplace(*term, index, *term, last);
  }
}

const PostingList* FrequentPostings::find(const std::string& term) const {
  std::unique_lock lock(mutex_, std::defer_lock);
  if (grows_) lock.lock();
  const auto found = lists_.find(term);
  return found == lists_.end() ? nullptr : &found->second;
}

const PostingList* FrequentPostings::keep(const std::string& term, PostingList& list) const {
  if (!grows_ || list.size() < least_) return nullptr;
  const std::lock_guard lock(mutex_);
  return &lists_.try_emplace(term, std::move(list)).first->second;
}

std::size_t FrequentPostings::bytes() const {
  const std::lock_guard lock(mutex_);
  std::size_t sum = 0;
  for (const auto& [term, list] : lists_) sum += term.size() + list.bytes();
  return sum;
}

const PostingList& Postings::of(const std::string& term) {
  if (const PostingList* list = frequent_.find(term)) return *list;
  const auto known = decoded_.find(term);
  if (known != decoded_.end()) return known->second;
  if (deadline_ != nullptr && deadline_->is_over()) return decoded_[term];
  PostingList list(index_, term, last_);
  if (const PostingList* kept = frequent_.keep(term, list)) return *kept;
  return decoded_.try_emplace(term, std::move(list)).first->second;
}

}  // namespace pressoir::search
