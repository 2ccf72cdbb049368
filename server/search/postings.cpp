#include "server/search/postings.hpp"

#include <algorithm>
#include <utility>

namespace pressoir::search {
namespace {

// The number of documents that makes a term frequent.
std::uint32_t least_documents(const Xapian::Database& database) {
  return std::max(FrequentPostings::kLeastDocuments,
                  database.get_doccount() / FrequentPostings::kFrequentShare + 1);
}

}  // namespace

FrequentPostings::FrequentPostings(const Xapian::Database& database) {
  const std::uint32_t last = database.get_lastdocid();
  const std::uint32_t least = least_documents(database);
  for (auto term = database.allterms_begin(); term != database.allterms_end(); ++term) {
    if (term.get_termfreq() >= least) lists_.try_emplace(*term, database, *term, last);
  }
}

FrequentPostings::FrequentPostings(const FrequentPostings& before, const Changes& changes) {
  const std::uint32_t least = least_documents(changes.database());
  for (const auto& [term, list] : before.lists_) {
    const auto now = changes.postings(term);
    const bool is_same = now.empty() && !list.contains_any(changes.numbers());
    PostingList later = is_same ? list : PostingList(list, changes.numbers(), now, changes.last());
    if (later.size() >= least) lists_.emplace(term, std::move(later));
  }
  for (const auto& [term, postings] : changes.terms()) {
    if (before.lists_.contains(term)) continue;
    if (changes.database().get_termfreq(term) < least) continue;
    lists_.try_emplace(term, changes.database(), term, changes.last());
  }
}

const PostingList* FrequentPostings::find(const std::string& term) const {
  const auto found = lists_.find(term);
  return found == lists_.end() ? nullptr : &found->second;
}

std::size_t FrequentPostings::bytes() const {
  std::size_t sum = 0;
  for (const auto& [term, list] : lists_) sum += term.size() + list.bytes();
  return sum;
}

const PostingList& Postings::of(const std::string& term) {
  if (const PostingList* list = frequent_.find(term)) return *list;
  const auto known = decoded_.find(term);
  if (known != decoded_.end()) return known->second;
  return decoded_.try_emplace(term, database_, term, last_).first->second;
}

}  // namespace pressoir::search
