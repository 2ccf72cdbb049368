#include "server/search/changes.hpp"

#include <algorithm>
#include <utility>

namespace pressoir::search {

Changes::Changes(const index::ReadableIndex& index, index::DocumentNumbers numbers)
    : index_(index), last_(index.get_lastdocid()), numbers_(std::move(numbers)) {
  for (const std::uint32_t number : numbers_) {
    try {
      read(number);
    } catch (const Xapian::DocNotFoundError&) {
      continue;  // removed
    }
  }
}

void Changes::read(std::uint32_t number) {
  documents_.push_back({number, index_.get_document(number)});
  for (auto term = index_.termlist_begin(number); term != index_.termlist_end(number); ++term) {
    terms_[*term].push_back({number, term.get_wdf()});
  }
}

bool Changes::contains(std::uint32_t document) const {
  return std::binary_search(numbers_.begin(), numbers_.end(), document);
}

bool Changes::touch(std::uint32_t first, std::uint32_t count) const {
  const auto next = std::lower_bound(numbers_.begin(), numbers_.end(), first);
  return next != numbers_.end() && *next - first < count;
}

std::pair<Changes::Terms::const_iterator, Changes::Terms::const_iterator> Changes::terms(
    std::string_view prefix) const {
  const auto begin = terms_.lower_bound(prefix);
  auto end = begin;
  while (end != terms_.end() && end->first.starts_with(prefix)) ++end;
  return {begin, end};
}

std::span<const Posting> Changes::postings(const std::string& term) const {
  const auto found = terms_.find(term);
  return found == terms_.end() ? std::span<const Posting>() : std::span(found->second);
}

}  // namespace pressoir::search
