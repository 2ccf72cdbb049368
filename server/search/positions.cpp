#include "server/search/positions.hpp"

#include <algorithm>
#include <cstddef>
#include <string_view>

#include "indexer/index/schema.hpp"

namespace pressoir::search {
namespace {

using Positions = std::vector<Xapian::termpos>;

void require(bool is_sound) {
  if (!is_sound) throw Xapian::DatabaseCorruptError("the words of a document cannot be read");
}

index::WordStreamReader open_stream(std::string_view bytes) {
  const auto stream = index::WordStreamReader::open(bytes);
  require(stream.has_value());
  return *stream;
}

// The positions of the words of which `is_meant(folded, stem)` is true, in order, each once.
template <typename IsMeant>
Positions positions_of(const index::WordStreamReader& stream, IsMeant is_meant) {
  std::vector<char> is_meant_rank(stream.distinct());
  bool is_there = false;
  require(
      stream.for_each_word([&](std::uint32_t rank, std::string_view folded, std::string_view stem) {
        if (!is_meant(folded, stem)) return;
        is_meant_rank[rank] = 1;
        is_there = true;
      }));
  Positions positions;
  if (!is_there) return positions;
  require(stream.for_each_token([&](std::uint32_t position, std::uint32_t rank) {
    if (is_meant_rank[rank] != 0) positions.push_back(position);
  }));
  std::sort(positions.begin(), positions.end());
  positions.erase(std::unique(positions.begin(), positions.end()), positions.end());
  return positions;
}

}  // namespace

DocumentWords::DocumentWords(const Xapian::Database& database, std::uint32_t document)
    : bytes_(database.get_document(document).get_value(index::kWordsSlot)),
      stream_(open_stream(bytes_)) {}

Positions DocumentWords::positions(const QueryWord& word) const {
  return positions_of(stream_, [&](std::string_view, std::string_view stem) {
    return stem == word.stem || std::find(word.other_stems.begin(), word.other_stems.end(), stem) !=
                                    word.other_stems.end();
  });
}

Positions DocumentWords::positions(const std::vector<QueryWord>& phrase) const {
  // Those of the first word, thinned out by each other.
  Positions starts;
  for (std::size_t i = 0; i < phrase.size() && (i == 0 || !starts.empty()); ++i) {
    const Positions places = positions_of(stream_, [&](std::string_view folded, std::string_view) {
      return folded == phrase[i].folded;
    });
    if (i == 0) {
      starts = places;
      continue;
    }
    std::erase_if(starts, [&](Xapian::termpos start) {
      return !std::binary_search(places.begin(), places.end(),
                                 start + static_cast<Xapian::termpos>(i));
    });
  }
  return starts;
}

}  // namespace pressoir::search
