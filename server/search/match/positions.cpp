#include "server/search/match/positions.hpp"

#include <algorithm>
#include <limits>

#include "indexer/index/schema.hpp"

namespace pressoir::search::match {
namespace {

constexpr std::uint32_t kLastPosition = std::numeric_limits<std::uint32_t>::max();

}  // namespace

LeafFinder::LeafFinder(const store::WordSequences& sequences, const query::Query& leaf)
    : sequences_(sequences), in_title_(leaf.in_title) {
  for (const store::QueryWord& word : leaf.words) ids_.push_back(sequences.in_any_form(word));
}

LeafFinder::LeafFinder(const store::WordSequences& sequences, const store::QueryWord& word)
    : sequences_(sequences), ids_{sequences.in_any_form(word)} {}

const store::Positions& LeafFinder::find(std::uint32_t document) {
  find(document, store::SequenceChunk::Places::kAll);
  return starts_;
}

bool LeafFinder::is_in(std::uint32_t document) {
  find(document, store::SequenceChunk::Places::kFirst);
  return !starts_.empty();
}

void LeafFinder::find(std::uint32_t document, store::SequenceChunk::Places places) {
  if (words() < 2 || !sequences_.find_in_a_row(document, ids_, places, starts_)) {
    find_one_by_one(document);
  }
  // The positions of the title come first.
  if (in_title_) {
    std::erase_if(starts_, [](std::uint32_t at) { return at > index::kTextPosition; });
  }
}

const store::Positions& LeafFinder::find_until(std::uint32_t document, std::uint32_t last) {
  sequences_.find(document, ids_.front(), last, starts_);
  return starts_;
}

void LeafFinder::find_one_by_one(std::uint32_t document) {
  sequences_.find(document, ids_.front(), kLastPosition, starts_);
  // The positions of the first word, thinned out by those of each other word in turn.
  for (std::uint32_t i = 1; i < words() && !starts_.empty(); ++i) {
    sequences_.find(document, ids_[i], kLastPosition, next_);
    auto at = next_.begin();
    std::erase_if(starts_, [&](std::uint32_t start) {
      while (at != next_.end() && *at < start + i) ++at;
      return at == next_.end() || *at != start + i;
    });
  }
}

}  // namespace pressoir::search::match
