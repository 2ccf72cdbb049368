#include "server/store/sequence_chunk.hpp"

#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include <algorithm>
#include <bit>

namespace pressoir::store {
namespace {

constexpr std::size_t kStretch = 64;

#ifdef __SSE2__
constexpr std::size_t kAtOnce = 32;

// A bit for each of kAtOnce tokens that is one of `ids`.
std::uint32_t places_among(const std::uint16_t* tokens, std::span<const std::uint16_t> ids) {
  const auto load = [&](std::size_t i) {
    return _mm_loadu_si128(reinterpret_cast<const __m128i*>(tokens + i));
  };
  const __m128i a = load(0), b = load(8), c = load(16), d = load(24);
  __m128i in_a{}, in_b{}, in_c{}, in_d{};
  for (const std::uint16_t id : ids) {
    const __m128i wanted = _mm_set1_epi16(static_cast<short>(id));
    in_a = _mm_or_si128(in_a, _mm_cmpeq_epi16(a, wanted));
    in_b = _mm_or_si128(in_b, _mm_cmpeq_epi16(b, wanted));
    in_c = _mm_or_si128(in_c, _mm_cmpeq_epi16(c, wanted));
    in_d = _mm_or_si128(in_d, _mm_cmpeq_epi16(d, wanted));
  }
  const auto bits = [](__m128i first, __m128i second) {
    return static_cast<std::uint32_t>(_mm_movemask_epi8(_mm_packs_epi16(first, second)));
  };
  return bits(in_a, in_b) | bits(in_c, in_d) << 16;
}
#endif

// A bit for each of kStretch tokens that is one of `ids`. Reads kStretch tokens whatever is left of
// the document: finish() makes room after the last one.
std::uint64_t places_in_stretch(const std::uint16_t* tokens, std::span<const std::uint16_t> ids) {
#ifdef __SSE2__
  return places_among(tokens, ids) | std::uint64_t{places_among(tokens + kAtOnce, ids)} << kAtOnce;
#else
  std::uint64_t places = 0;
  for (std::size_t i = 0; i < kStretch; ++i) {
    const bool is_one = std::find(ids.begin(), ids.end(), tokens[i]) != ids.end();
    places |= static_cast<std::uint64_t>(is_one) << i;
  }
  return places;
#endif
}

// The first `count` bits.
std::uint64_t first_bits(std::size_t count) {
  return count >= kStretch ? ~std::uint64_t{0} : (std::uint64_t{1} << count) - 1;
}

// Calls `visit` with the place of every token that is one of `ids`. Most stretches have none and
// cost a few instructions.
template <typename Visit>
void for_each_place(std::span<const std::uint16_t> tokens, std::span<const std::uint16_t> ids,
                    Visit visit) {
  for (std::size_t begin = 0; begin < tokens.size(); begin += kStretch) {
    std::uint64_t places = places_in_stretch(tokens.data() + begin, ids);
    places &= first_bits(tokens.size() - begin);
    for (; places != 0; places &= places - 1) {
      visit(begin + static_cast<std::size_t>(std::countr_zero(places)));
    }
  }
}

// Calls `visit` with the place of every token that is one of `first` and is followed by one of
// `second`, until it returns false. The second comparison is loaded one token further on, so that
// both bits are at the same place.
template <typename Visit>
void for_each_place_of_two(std::span<const std::uint16_t> tokens,
                           std::span<const std::uint16_t> first,
                           std::span<const std::uint16_t> second, Visit visit) {
  for (std::size_t begin = 0; begin + 1 < tokens.size(); begin += kStretch) {
    std::uint64_t places = places_in_stretch(tokens.data() + begin, first);
    places &= first_bits(tokens.size() - 1 - begin);
    if (places != 0) places &= places_in_stretch(tokens.data() + begin + 1, second);
    for (; places != 0; places &= places - 1) {
      if (!visit(begin + static_cast<std::size_t>(std::countr_zero(places)))) return;
    }
  }
}

// Linear: a word has a handful of ids.
template <typename Values>
bool has(const Values& values, typename Values::value_type value) {
  return std::find(values.begin(), values.end(), value) != values.end();
}

}  // namespace

void WordIds::add(std::uint32_t id) {
  // All rare ids share one token, which is compared once.
  const bool is_frequent = id < kFrequentWords;
  const auto token = is_frequent ? static_cast<std::uint16_t>(id) : WordSequence::kRare;
  if (!has(tokens_, token)) tokens_.push_back(token);
  if (is_frequent) {
    frequent_.push_back(token);
  } else {
    rare_.push_back(id);
  }
}

bool WordIds::contains(std::uint32_t id) const {
  return id < kFrequentWords ? has(frequent_, static_cast<std::uint16_t>(id)) : has(rare_, id);
}

std::optional<std::uint32_t> WordIds::least() const {
  // All frequent ones are less than all rare ones.
  if (!frequent_.empty()) return *std::min_element(frequent_.begin(), frequent_.end());
  if (!rare_.empty()) return *std::min_element(rare_.begin(), rare_.end());
  return std::nullopt;
}

void WordSequence::add(std::uint32_t position, std::uint32_t id) {
  // A second word at a position would break the run: it is kept apart.
  if (position <= last_position_) {
    neighbours_.push_back({position, id});
    return;
  }
  if (position != last_position_ + 1 || runs_.empty()) {
    runs_.push_back({position, static_cast<std::uint32_t>(tokens_.size())});
  }
  last_position_ = position;
  if (id >= kFrequentWords) rare_.push_back({position, id});
  tokens_.push_back(id < kFrequentWords ? static_cast<std::uint16_t>(id) : kRare);
}

void WordSequence::clear() {
  tokens_.clear();
  runs_.clear();
  rare_.clear();
  neighbours_.clear();
  last_position_ = 0;
}

std::span<const std::uint16_t> SequenceChunk::Record::tokens() const {
  if (begin_ == end_) return {};
  const std::size_t pairs = std::size_t{runs()} + rares() + neighbours();
  return {begin_ + kHeader + pairs * 2 * kNumber, end_};
}

std::size_t SequenceChunk::Record::tokens_until(std::uint32_t position) const {
  for (std::uint32_t i = runs(); i > 0; --i) {
    const auto [first, begin] = run(i - 1);
    if (first > position) continue;
    return std::min(run_end(i - 1), begin + (std::size_t{position} - first + 1));
  }
  return 0;
}

std::optional<std::uint32_t> SequenceChunk::Record::id_at(std::uint32_t position) const {
  const std::size_t end = tokens_until(position);
  if (end == 0 || end == tokens_until(position - 1)) return std::nullopt;
  const std::uint16_t token = tokens()[end - 1];
  return token != kRare ? token : rare_at(position);
}

std::uint32_t SequenceChunk::Record::rare_at(std::uint32_t position) const {
  std::uint32_t begin = 0;
  for (std::uint32_t end = rares(); begin + 1 < end;) {
    const std::uint32_t middle = begin + (end - begin) / 2;
    (rare(middle).position <= position ? begin : end) = middle;
  }
  return rare(begin).id;
}

void SequenceChunk::append_number(std::uint32_t number) {
  data_.push_back(static_cast<std::uint16_t>(number));
  data_.push_back(static_cast<std::uint16_t>(number >> 16));
}

void SequenceChunk::append(const WordSequence& sequence) {
  if (sequence.tokens_.empty()) return append_empty();
  const auto append_pairs = [&](const auto& pairs) {
    for (const auto& [first, second] : pairs) {
      append_number(first);
      append_number(second);
    }
  };
  append_number(static_cast<std::uint32_t>(sequence.runs_.size()));
  append_number(static_cast<std::uint32_t>(sequence.rare_.size()));
  append_number(static_cast<std::uint32_t>(sequence.neighbours_.size()));
  append_pairs(sequence.runs_);
  append_pairs(sequence.rare_);
  append_pairs(sequence.neighbours_);
  data_.insert(data_.end(), sequence.tokens_.begin(), sequence.tokens_.end());
  offsets_.push_back(static_cast<std::uint32_t>(data_.size()));
}

void SequenceChunk::append(const SequenceChunk& other, std::uint32_t place) {
  const Record record = other.at(place);
  data_.insert(data_.end(), record.begin_, record.end_);
  offsets_.push_back(static_cast<std::uint32_t>(data_.size()));
}

void SequenceChunk::finish() {
  // One more than a stretch: for_each_place_of_two() reads one token further on.
  data_.resize(data_.size() + kStretch + 1);
  data_.shrink_to_fit();
  offsets_.shrink_to_fit();
}

void SequenceChunk::prefetch(std::uint32_t place, std::size_t tokens) const {
  constexpr std::size_t kLine = 64 / sizeof(data_[0]);
  // The header and the runs, rare words and neighbours, of which there are mostly a few.
  constexpr std::size_t kPairs = kLine;
  const std::size_t begin = offsets_[place];
  const std::size_t size = std::min(offsets_[place + 1] - begin, tokens + kPairs);
  for (std::size_t i = 0; i < size; i += kLine) __builtin_prefetch(&data_[begin + i], 0, 2);
}

void SequenceChunk::find(std::uint32_t place, const WordIds& ids, std::uint32_t last,
                         Positions& positions) const {
  positions.clear();
  const Record record = at(place);
  Run run{};
  std::size_t run_end = 0;
  std::uint32_t next_run = 0;
  const auto tokens = record.tokens();
  for_each_place(tokens.first(record.tokens_until(last)), ids.frequent_, [&](std::size_t token) {
    while (token >= run_end) {
      run_end = record.run_end(next_run);
      run = record.run(next_run++);
    }
    positions.push_back(run.position + static_cast<std::uint32_t>(token) - run.begin);
  });
  const std::size_t sorted = positions.size();
  if (!ids.rare_.empty()) {
    for (std::uint32_t i = 0; i < record.rares(); ++i) {
      const auto [position, id] = record.rare(i);
      if (position <= last && has(ids.rare_, id)) positions.push_back(position);
    }
  }
  for (std::uint32_t i = 0; i < record.neighbours(); ++i) {
    const auto [position, id] = record.neighbour(i);
    if (position <= last && ids.contains(id)) positions.push_back(position);
  }
  // Tokens come in order; the two lists after them do not.
  if (positions.size() == sorted) return;
  std::sort(positions.begin(), positions.end());
  positions.erase(std::unique(positions.begin(), positions.end()), positions.end());
}

bool SequenceChunk::find_in_a_row(std::uint32_t place, std::span<const WordIds> words,
                                  Places places, Positions& positions) const {
  positions.clear();
  const Record record = at(place);
  for (std::uint32_t i = 0; i < record.neighbours(); ++i) {
    const std::uint32_t id = record.neighbour(i).id;
    const auto has_id = [id](const WordIds& ids) { return ids.contains(id); };
    if (std::any_of(words.begin(), words.end(), has_id)) return false;
  }
  const auto tokens = record.tokens();
  const auto is_at = [&](const WordIds& ids, std::size_t token, std::uint32_t position) {
    return ids.contains(tokens[token] != kRare ? tokens[token] : record.rare_at(position));
  };
  for_each_place_of_two(tokens, words[0].tokens_, words[1].tokens_, [&](std::size_t token) {
    std::uint32_t i = 0;
    while (i + 1 < record.runs() && record.run(i + 1).begin <= token) ++i;
    // Words on both sides of a gap do not follow each other.
    if (token + words.size() > record.run_end(i)) return true;
    const Run run = record.run(i);
    const std::uint32_t position = run.position + static_cast<std::uint32_t>(token) - run.begin;
    for (std::uint32_t word = 0; word < words.size(); ++word) {
      if (!is_at(words[word], token + word, position + word)) return true;
    }
    positions.push_back(position);
    return places == Places::kAll;
  });
  return true;
}

std::vector<std::pair<std::uint32_t, std::uint32_t>> SequenceChunk::pairs_of_neighbours(
    const Record& record) {
  std::vector<Place> neighbours;
  for (std::uint32_t i = 0; i < record.neighbours(); ++i) neighbours.push_back(record.neighbour(i));
  // By position, to pair those that are adjacent; they are stored in the order of the stream.
  std::sort(neighbours.begin(), neighbours.end(),
            [](const Place& a, const Place& b) { return a.position < b.position; });
  std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;
  std::size_t next = 0;
  for (const auto& [position, id] : neighbours) {
    if (const auto before = record.id_at(position - 1)) pairs.emplace_back(*before, id);
    if (const auto after = record.id_at(position + 1)) pairs.emplace_back(id, *after);
    // Two compounds may follow each other: `porte-parole vice-président`.
    while (next < neighbours.size() && neighbours[next].position <= position) ++next;
    for (std::size_t i = next; i < neighbours.size() && neighbours[i].position == position + 1;
         ++i) {
      pairs.emplace_back(id, neighbours[i].id);
    }
  }
  return pairs;
}

std::vector<std::uint32_t> SequenceChunk::ids_until(std::uint32_t place,
                                                    std::uint32_t position) const {
  const Record record = at(place);
  std::vector<std::uint32_t> ids;
  for (const std::uint16_t token : record.tokens().first(record.tokens_until(position))) {
    if (token != kRare) ids.push_back(token);
  }
  for (std::uint32_t i = 0; i < record.rares(); ++i) {
    if (record.rare(i).position <= position) ids.push_back(record.rare(i).id);
  }
  for (std::uint32_t i = 0; i < record.neighbours(); ++i) {
    if (record.neighbour(i).position <= position) ids.push_back(record.neighbour(i).id);
  }
  return ids;
}

std::vector<std::uint32_t> SequenceChunk::simple_ids_of(std::uint32_t place) const {
  std::vector<std::uint32_t> ids;
  for_each_simple_id(at(place), [&](std::uint32_t id) { ids.push_back(id); });
  return ids;
}

}  // namespace pressoir::store
