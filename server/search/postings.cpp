#include "server/search/postings.hpp"

#include <algorithm>

namespace pressoir::search {

FrequentPostings::FrequentPostings(const Xapian::Database& database) {
  const std::uint32_t last = database.get_lastdocid();
  const std::uint32_t least =
      std::max(kLeastDocuments, database.get_doccount() / kFrequentShare + 1);
  for (auto term = database.allterms_begin(); term != database.allterms_end(); ++term) {
    if (term.get_termfreq() >= least) lists_.try_emplace(*term, database, *term, last);
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
