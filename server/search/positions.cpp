#include "server/search/positions.hpp"

#include <algorithm>
#include <string>

#include "indexer/index/schema.hpp"

namespace pressoir::search {
namespace {

void add_positions(const Xapian::Database& database, std::uint32_t document,
                   const std::string& term, std::vector<Xapian::termpos>& positions) {
  const auto end = database.positionlist_end(document, term);
  for (auto at = database.positionlist_begin(document, term); at != end; ++at) {
    positions.push_back(*at);
  }
}

}  // namespace

std::vector<Xapian::termpos> word_positions(const Xapian::Database& database,
                                            std::uint32_t document, const QueryWord& word) {
  std::vector<Xapian::termpos> positions;
  add_positions(database, document, index::term(index::kStemPrefix, word.stem), positions);
  const std::size_t of_one_stem = positions.size();
  for (const std::string& stem : word.other_stems) {
    add_positions(database, document, index::term(index::kStemPrefix, stem), positions);
  }
  if (positions.size() > of_one_stem) {
    std::sort(positions.begin(), positions.end());
    positions.erase(std::unique(positions.begin(), positions.end()), positions.end());
  }
  return positions;
}

std::vector<Xapian::termpos> phrase_positions(const Xapian::Database& database,
                                              std::uint32_t document,
                                              const std::vector<QueryWord>& words) {
  // Those of the first word, thinned out by each other.
  std::vector<Xapian::termpos> starts;
  add_positions(database, document, words.front().folded, starts);
  for (std::size_t i = 1; i < words.size() && !starts.empty(); ++i) {
    auto position = database.positionlist_begin(document, words[i].folded);
    const auto end = database.positionlist_end(document, words[i].folded);
    std::erase_if(starts, [&](Xapian::termpos start) {
      const auto wanted = start + static_cast<Xapian::termpos>(i);
      if (position != end && *position < wanted) position.skip_to(wanted);
      return position == end || *position != wanted;
    });
  }
  return starts;
}

}  // namespace pressoir::search
