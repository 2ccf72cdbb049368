#include "server/store/word_pairs.hpp"

#include <algorithm>
#include <bit>
#include <map>
#include <span>
#include <utility>

namespace pressoir::store {
namespace {

// Numbers of the likely pairs: a hash table at a quarter of its capacity, which most other pairs
// leave at the first probe. Every pair of every document is looked up.
class PairNumbers {
 public:
  static constexpr std::uint32_t kNone = 0xFFFFFFFF;

  // At least 2 slots, as a shift by 64 bits would be undefined.
  explicit PairNumbers(std::span<const std::uint64_t> pairs)
      : slots_(std::bit_ceil(4 * pairs.size() + 2)), shift_(64 - std::countr_zero(slots_.size())) {
    for (std::uint32_t number = 0; number < pairs.size(); ++number) {
      std::size_t i = first_slot(pairs[number]);
      while (slots_[i].number != kNone) i = next_slot(i);
      slots_[i] = {pairs[number], number};
    }
  }

  std::uint32_t of(std::uint64_t pair) const {
    std::size_t i = first_slot(pair);
    while (slots_[i].number != kNone && slots_[i].pair != pair) i = next_slot(i);
    return slots_[i].number;
  }

 private:
  struct Slot {
    std::uint64_t pair = 0;
    std::uint32_t number = kNone;
  };
  // Fibonacci hashing: Knuth, "The Art of Computer Programming", volume 3, 6.4. There are 2 slots
  // at least.
  std::size_t first_slot(std::uint64_t pair) const {
    return static_cast<std::size_t>(pair * 0x9E3779B97F4A7C15 >> shift_);
  }
  std::size_t next_slot(std::size_t i) const { return (i + 1) & (slots_.size() - 1); }

  std::vector<Slot> slots_;
  int shift_;
};

void sort_once(std::vector<std::uint64_t>& pairs, std::size_t begin) {
  const auto first = pairs.begin() + static_cast<std::ptrdiff_t>(begin);
  std::sort(first, pairs.end());
  pairs.erase(std::unique(first, pairs.end()), pairs.end());
}

}  // namespace

// Calls `visit` with the pairs of a document, with repeats.
template <typename Visit>
void WordPairs::visit_pairs(const WordSequences& sequences, std::uint32_t document,
                            Visit visit) const {
  const std::vector<std::uint32_t>& forms = *forms_;
  sequences.for_each_pair(document, [&](std::uint32_t first, std::uint32_t second) {
    visit(pair_of(forms[first], forms[second]));
  });
}

// The pairs that are in half as many documents of a sample as they would be if `least` of all
// documents contained them: with half, few frequent ones are missed by chance. Counting all pairs
// of the archive would need memory for each of them.
std::vector<WordPairs::Pair> WordPairs::likely_pairs(const WordSequences& sequences,
                                                     const DocumentSet& documents,
                                                     std::uint64_t least) const {
  constexpr std::uint64_t kSample = 4096;
  const std::uint64_t step = documents.size() / kSample + 1;
  std::vector<Pair> pairs;  // of each document of the sample once
  std::uint64_t number = 0;
  documents.for_each([&](std::uint32_t document) {
    if (number++ % step != 0) return;
    const std::size_t begin = pairs.size();
    visit_pairs(sequences, document, [&](Pair pair) { pairs.push_back(pair); });
    // Each pair once a document.
    sort_once(pairs, begin);
  });
  std::sort(pairs.begin(), pairs.end());
  const std::uint64_t enough = std::max<std::uint64_t>(least / step / 2, 1);
  std::vector<Pair> likely;
  for (auto first = pairs.begin(); first != pairs.end();) {
    const auto end = std::find_if(first, pairs.end(), [&](Pair pair) { return pair != *first; });
    if (static_cast<std::uint64_t>(end - first) >= enough) likely.push_back(*first);
    first = end;
  }
  return likely;
}

WordPairs::WordPairs(const WordSequences& sequences, const DocumentSet& documents)
    : forms_(std::make_shared<const std::vector<std::uint32_t>>(sequences.folded_forms())) {
  const std::uint64_t least =
      std::max<std::uint64_t>(kLeastDocuments, documents.size() / kFrequentShare + 1);
  const std::vector<Pair> likely = likely_pairs(sequences, documents, least);
  const PairNumbers numbers(likely);
  const auto last = static_cast<std::uint32_t>(documents.blocks().size()) * DocumentSet::kBlock - 1;
  std::vector<PostingListBuilder> lists(likely.size(), PostingListBuilder(last));
  documents.for_each([&](std::uint32_t document) {
    visit_pairs(sequences, document, [&](Pair pair) {
      const std::uint32_t number = numbers.of(pair);
      // A pair may occur several times in a document.
      if (number == PairNumbers::kNone || lists[number].newest() == document) return;
      lists[number].add(document, 1);
    });
  });
  for (std::size_t i = 0; i < likely.size(); ++i) {
    // The sample let some pairs through that are not frequent.
    if (lists[i].size() >= least) lists_.emplace(likely[i], lists[i].take());
  }
}

WordPairs::WordPairs(const WordPairs& before, const WordSequences& sequences,
                     const Changes& changes)
    : forms_(before.forms_) {
  // Made without an archive.
  if (!forms_) return;
  std::map<Pair, std::vector<Posting>> now;
  for (const Changes::Document& document : changes.documents()) {
    sequences.for_each_pair(document.number, [&](std::uint32_t first, std::uint32_t second) {
      const auto form = form_of(sequences, first);
      const auto next = form_of(sequences, second);
      if (!form || !next || !before.lists_.contains(pair_of(*form, *next))) return;
      std::vector<Posting>& postings = now[pair_of(*form, *next)];
      const bool is_known = !postings.empty() && postings.back().document == document.number;
      if (!is_known) postings.push_back({document.number, 1});
    });
  }
  for (const auto& [pair, list] : before.lists_) {
    const auto found = now.find(pair);
    const auto added = found == now.end() ? std::span<const Posting>() : found->second;
    const bool is_same = added.empty() && !list.contains_any(changes.numbers());
    lists_.emplace(pair,
                   is_same ? list : PostingList(list, changes.numbers(), added, changes.last()));
  }
}

std::optional<std::uint32_t> WordPairs::form_of(const WordSequences& sequences,
                                                std::string_view folded) const {
  // Any word with this folded form will do: they share its number. Words that are newer than the
  // pairs have greater ids, so that the least one is known if any is.
  const auto word = sequences.as_folded(folded).least();
  if (!word || *word >= forms_->size()) return std::nullopt;
  return (*forms_)[*word];
}

std::optional<std::uint32_t> WordPairs::form_of(const WordSequences& sequences,
                                                std::uint32_t word) const {
  if (word < forms_->size()) return (*forms_)[word];
  return form_of(sequences, sequences.folded(word));
}

const PostingList* WordPairs::find(const WordSequences& sequences, const QueryWord& first,
                                   const QueryWord& second) const {
  if (lists_.empty()) return nullptr;
  const auto a = form_of(sequences, first.folded);
  const auto b = form_of(sequences, second.folded);
  if (!a || !b) return nullptr;
  const auto found = lists_.find(pair_of(*a, *b));
  return found == lists_.end() ? nullptr : &found->second;
}

}  // namespace pressoir::store
