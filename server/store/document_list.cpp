#include "server/store/document_list.hpp"

namespace pressoir::store {

DocumentList::DocumentList(std::span<const std::uint32_t> numbers, std::uint32_t last)
    : size_(static_cast<std::uint32_t>(numbers.size())) {
  if (size_ <= last / kDenseShare) {
    numbers_.assign(numbers.begin(), numbers.end());
    return;
  }
  dense_.emplace(last);
  for (const std::uint32_t number : numbers) dense_->add(number);
}

std::vector<std::uint32_t> DocumentList::numbers() const {
  if (!dense_) return numbers_;
  std::vector<std::uint32_t> numbers;
  numbers.reserve(size_);
  dense_->for_each([&](std::uint32_t number) { numbers.push_back(number); });
  return numbers;
}

std::size_t DocumentList::bytes() const {
  return numbers_.size() * sizeof(numbers_[0]) + (dense_ ? dense_->blocks().size_bytes() : 0);
}

std::uint64_t DocumentList::count_in(const DocumentSet& set) const {
  if (dense_) return set.size_of_common(*dense_);
  std::uint64_t count = 0;
  for (const std::uint32_t number : numbers_) count += set.contains(number);
  return count;
}

void DocumentList::add_to(DocumentSet& set) const {
  if (dense_) {
    set |= *dense_;
  } else {
    for (const std::uint32_t number : numbers_) set.add(number);
  }
}

}  // namespace pressoir::store
