#include "server/search/postings.hpp"

#include <algorithm>
#include <utility>

namespace pressoir::search {
namespace {

// The number of documents that makes a term frequent.
std::uint32_t least_documents(const index::ReadableIndex& index) {
  return std::max(FrequentPostings::kLeastDocuments,
                  index.get_doccount() / FrequentPostings::kFrequentShare + 1);
}

}  // namespace

FrequentPostings::FrequentPostings(const index::ReadableIndex& index)
    : least_(least_documents(index)), grows_(index.has_remote()) {
  if (grows_) return;
  const std::uint32_t last = index.get_lastdocid();
  for (auto term = index.allterms_begin(); term != index.allterms_end(); ++term) {
    if (term.get_termfreq() >= least_) lists_.try_emplace(*term, index, *term, last);
  }
}

FrequentPostings::FrequentPostings(const FrequentPostings& before, const Changes& changes)
    : least_(least_documents(changes.index())), grows_(before.grows_) {
  const std::lock_guard lock(before.mutex_);
  for (const auto& [term, list] : before.lists_) {
    const auto now = changes.postings(term);
    const bool is_same = now.empty() && !list.contains_any(changes.numbers());
    PostingList later = is_same ? list : PostingList(list, changes.numbers(), now, changes.last());
    if (later.size() >= least_) lists_.emplace(term, std::move(later));
  }
  if (grows_) return;
  for (const auto& [term, postings] : changes.terms()) {
    if (before.lists_.contains(term)) continue;
    if (changes.index().get_termfreq(term) < least_) continue;
    lists_.try_emplace(term, changes.index(), term, changes.last());
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
