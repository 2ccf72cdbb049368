#include "server/search/word_sequences.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

#include "indexer/index/schema.hpp"
#include "indexer/index/word_stream.hpp"

namespace pressoir::search {
namespace {

void require(bool is_sound) {
  if (!is_sound) throw Xapian::DatabaseCorruptError("the words of a document cannot be read");
}

// Calls `visit` with the place of every token that is `id`. Most stretches hold none, which the
// compiler finds out many tokens at a time.
template <typename Visit>
void for_each_place(const std::uint16_t* tokens, std::size_t count, std::uint16_t id, Visit visit) {
  constexpr std::size_t kStretch = 64;
  std::size_t begin = 0;
  for (; begin + kStretch <= count; begin += kStretch) {
    std::uint16_t found = 0;
    for (std::size_t i = begin; i < begin + kStretch; ++i) {
      found |= static_cast<std::uint16_t>(tokens[i] == id);
    }
    if (found == 0) continue;
    for (std::size_t i = begin; i < begin + kStretch; ++i) {
      if (tokens[i] == id) visit(i);
    }
  }
  for (std::size_t i = begin; i < count; ++i) {
    if (tokens[i] == id) visit(i);
  }
}

}  // namespace

WordSequences::WordSequences(const Xapian::Database& database) {
  offsets_.resize(1);
  for (auto value = database.valuestream_begin(index::kWordsSlot);
       value != database.valuestream_end(index::kWordsSlot); ++value) {
    // Documents without words begin where the next one begins.
    while (offsets_.size() <= value.get_docid()) close_document();
    add(*value);
    close_document();
  }
  while (offsets_.size() <= std::size_t{database.get_lastdocid()} + 1) close_document();
  sort_words();
  id_of_ = {};
  tokens_.shrink_to_fit();
  runs_.shrink_to_fit();
  extras_.shrink_to_fit();
}

void WordSequences::close_document() {
  offsets_.push_back({tokens_.size(), runs_.size(), extras_.size()});
}

void WordSequences::add(std::string_view bytes) {
  const auto stream = index::WordStreamReader::open(bytes);
  require(stream.has_value());
  id_of_rank_.clear();
  require(stream->for_each_word([&](std::uint32_t, std::string_view folded, std::string_view stem) {
    id_of_rank_.push_back(intern(folded, stem));
  }));
  last_position_ = 0;
  require(stream->for_each_token(
      [&](std::uint32_t position, std::uint32_t rank) { add_token(position, id_of_rank_[rank]); }));
}

void WordSequences::add_token(std::uint32_t position, std::uint32_t id) {
  if (position <= last_position_) {
    extras_.push_back({position, id});
    return;
  }
  if (position != last_position_ + 1 || last_position_ == 0) {
    runs_.push_back(
        {position, static_cast<std::uint32_t>(tokens_.size() - offsets_.back().tokens)});
  }
  last_position_ = position;
  if (id >= kFrequent) extras_.push_back({position, id});
  tokens_.push_back(id < kFrequent ? static_cast<std::uint16_t>(id) : kRare);
}

std::uint32_t WordSequences::intern(std::string_view folded, std::string_view stem) {
  std::string key;
  key.reserve(folded.size() + stem.size() + 1);
  key.append(folded).append(1, '\0').append(stem);
  const auto known = id_of_.find(key);
  if (known != id_of_.end()) return known->second;
  const std::string_view kept = forms_.emplace_back(std::move(key));
  const auto id = static_cast<std::uint32_t>(words_.size());
  words_.push_back({kept.substr(0, folded.size()), kept.substr(folded.size() + 1)});
  id_of_.emplace(kept, id);
  return id;
}

void WordSequences::sort_words() {
  by_folded_.resize(words_.size());
  std::iota(by_folded_.begin(), by_folded_.end(), 0u);
  by_stem_ = by_folded_;
  std::sort(by_folded_.begin(), by_folded_.end(),
            [&](std::uint32_t a, std::uint32_t b) { return words_[a].folded < words_[b].folded; });
  std::sort(by_stem_.begin(), by_stem_.end(),
            [&](std::uint32_t a, std::uint32_t b) { return words_[a].stem < words_[b].stem; });
}

template <typename Part>
WordSequences::Ids WordSequences::with(const std::vector<std::uint32_t>& order, Part part,
                                       std::string_view wanted) const {
  Ids ids;
  auto at = std::lower_bound(
      order.begin(), order.end(), wanted,
      [&](std::uint32_t id, std::string_view text) { return words_[id].*part < text; });
  for (; at != order.end() && words_[*at].*part == wanted; ++at) {
    if (*at < kFrequent) {
      ids.frequent.push_back(static_cast<std::uint16_t>(*at));
    } else {
      ids.rare.push_back(*at);
    }
  }
  return ids;
}

WordSequences::Ids WordSequences::as_folded(const QueryWord& word) const {
  return with(by_folded_, &Word::folded, word.folded);
}

WordSequences::Ids WordSequences::in_any_form(const QueryWord& word) const {
  Ids ids = with(by_stem_, &Word::stem, word.stem);
  for (const std::string& stem : word.other_stems) {
    const Ids more = with(by_stem_, &Word::stem, stem);
    ids.frequent.insert(ids.frequent.end(), more.frequent.begin(), more.frequent.end());
    ids.rare.insert(ids.rare.end(), more.rare.begin(), more.rare.end());
  }
  return ids;
}

void WordSequences::find(std::uint32_t document, const Ids& ids, Positions& positions) const {
  positions.clear();
  const Offsets& begin = offsets_[document];
  const Offsets& end = offsets_[document + 1];
  for (const std::uint16_t id : ids.frequent) {
    std::uint64_t run = begin.runs;
    for_each_place(tokens_.data() + begin.tokens, end.tokens - begin.tokens, id,
                   [&](std::size_t place) {
                     while (run + 1 < end.runs && runs_[run + 1].begin <= place) ++run;
                     positions.push_back(runs_[run].position + static_cast<std::uint32_t>(place) -
                                         runs_[run].begin);
                   });
  }
  for (std::uint64_t i = begin.extras; i < end.extras; ++i) {
    const std::uint32_t id = extras_[i].id;
    const bool is_meant =
        id < kFrequent
            ? std::find(ids.frequent.begin(), ids.frequent.end(), id) != ids.frequent.end()
            : std::find(ids.rare.begin(), ids.rare.end(), id) != ids.rare.end();
    if (is_meant) positions.push_back(extras_[i].position);
  }
  std::sort(positions.begin(), positions.end());
  positions.erase(std::unique(positions.begin(), positions.end()), positions.end());
}

void WordSequences::read(std::uint32_t document, std::vector<std::uint32_t>& words) const {
  words.clear();
  const Offsets& begin = offsets_[document];
  const Offsets& end = offsets_[document + 1];
  for (std::uint64_t i = begin.tokens; i < end.tokens; ++i) {
    if (tokens_[i] != kRare) words.push_back(tokens_[i]);
  }
  // Of the extras at a position the first is the rare word that stands there, if one does.
  std::uint64_t run = begin.runs;
  std::uint32_t last = 0;
  for (std::uint64_t i = begin.extras; i < end.extras; ++i) {
    const std::uint32_t position = extras_[i].position;
    if (position <= last) continue;
    while (run + 1 < end.runs && runs_[run + 1].position <= position) ++run;
    while (run > begin.runs && runs_[run].position > position) --run;
    const std::uint64_t token = begin.tokens + runs_[run].begin + (position - runs_[run].position);
    if (tokens_[token] != kRare) continue;
    words.push_back(extras_[i].id);
    last = position;
  }
}

std::size_t WordSequences::bytes() const {
  std::size_t sum =
      words_.size() * (sizeof(Word) + 2 * sizeof(std::uint32_t) + sizeof(std::string));
  for (const std::string& forms : forms_) sum += forms.size() + 1;
  return sum + offsets_.size() * sizeof(Offsets) + tokens_.size() * sizeof(tokens_[0]) +
         runs_.size() * sizeof(Run) + extras_.size() * sizeof(Extra);
}

}  // namespace pressoir::search
