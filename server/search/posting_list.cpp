#include "server/search/posting_list.hpp"

#include <bit>
#include <utility>

namespace pressoir::search {
namespace {

constexpr std::uint32_t kBlock = DocumentSet::kBlock;

std::uint8_t cut_off(std::uint32_t frequency) {
  // A boolean term counts as said once.
  const std::uint32_t written = std::max<std::uint32_t>(frequency, 1);
  return static_cast<std::uint8_t>(std::min(written, kMaxFrequency));
}

}  // namespace

PostingList::PostingList(const index::ReadableIndex& index, const std::string& term,
                         std::uint32_t last) {
  // How many they are is not asked first: of shards elsewhere each question costs a journey.
  for_each_posting(index, term, [&](std::uint32_t number, std::uint32_t frequency) {
    numbers_.push_back(number);
    frequencies_.push_back(cut_off(frequency));
  });
  size_ = static_cast<std::uint32_t>(numbers_.size());
  if (size_ <= last / kDenseShare) {
    numbers_.shrink_to_fit();
    frequencies_.shrink_to_fit();
    return;
  }
  dense_.emplace(last);
  std::vector<std::uint8_t> by_document(dense_->blocks().size() * kBlock);
  for (std::size_t i = 0; i < numbers_.size(); ++i) {
    dense_->add(numbers_[i]);
    by_document[numbers_[i]] = frequencies_[i];
  }
  frequencies_ = std::move(by_document);
  numbers_ = {};
}

PostingList::PostingList(const DocumentSet& documents)
    : size_(static_cast<std::uint32_t>(documents.size())) {
  numbers_.reserve(size_);
  documents.for_each([&](std::uint32_t number) { numbers_.push_back(number); });
  frequencies_.assign(size_, 1);
}

std::size_t PostingList::bytes() const {
  return numbers_.size() * sizeof(numbers_[0]) + frequencies_.size() +
         (dense_ ? dense_->blocks().size_bytes() : 0);
}

void PostingList::add_to(DocumentSet& set) const {
  if (dense_) {
    set |= *dense_;
  } else {
    for (const std::uint32_t number : numbers_) set.add(number);
  }
}

bool PostingList::Cursor::add_dense(std::size_t block, std::uint64_t wanted,
                                    Frequencies& sums) const {
  const std::uint64_t held = list_->dense_->blocks()[block] & wanted;
  if (held == 0) return false;
  const std::uint8_t* frequencies = list_->frequencies_.data() + block * kBlock;
  // Where most are wanted, all are added: the compiler makes that a few wide instructions.
  if (std::popcount(held) > static_cast<int>(kBlock / 4)) {
    for (std::uint32_t i = 0; i < kBlock; ++i) sums[i] += frequencies[i];
    return true;
  }
  for (std::uint64_t left = held; left != 0; left &= left - 1) {
    const auto i = static_cast<std::size_t>(std::countr_zero(left));
    sums[i] += frequencies[i];
  }
  return true;
}

bool PostingList::Cursor::add(std::size_t block, std::uint64_t wanted, Frequencies& sums) {
  if (list_->dense_) return add_dense(block, wanted, sums);
  const std::vector<std::uint32_t>& numbers = list_->numbers_;
  const auto first = static_cast<std::uint32_t>(block * kBlock);
  // Galloping: the next block may be far, or hold the next posting.
  std::size_t step = 1;
  while (at_ + step < numbers.size() && numbers[at_ + step] < first) step *= 2;
  const auto begin = numbers.begin() + static_cast<std::ptrdiff_t>(std::min(at_, numbers.size()));
  const auto end =
      numbers.begin() + static_cast<std::ptrdiff_t>(std::min(at_ + step + 1, numbers.size()));
  at_ = static_cast<std::size_t>(std::lower_bound(begin, end, first) - numbers.begin());
  bool has_added = false;
  for (; at_ < numbers.size() && numbers[at_] - first < kBlock; ++at_) {
    sums[numbers[at_] - first] += list_->frequencies_[at_];
    has_added = true;
  }
  return has_added;
}

}  // namespace pressoir::search
