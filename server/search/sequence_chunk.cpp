#include "server/search/sequence_chunk.hpp"

#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include <algorithm>
#include <bit>

namespace pressoir::search {
namespace {

constexpr std::size_t kStretch = 64;

// A bit for each of kStretch tokens that is `id`.
std::uint64_t places_in_stretch(const std::uint16_t* tokens, std::uint16_t id) {
  std::uint64_t places = 0;
#ifdef __SSE2__
  const __m128i wanted = _mm_set1_epi16(static_cast<short>(id));
  const auto compare = [&](std::size_t i) {
    return _mm_cmpeq_epi16(_mm_loadu_si128(reinterpret_cast<const __m128i*>(tokens + i)), wanted);
  };
  for (std::size_t i = 0; i < kStretch; i += 16) {
    const int equal = _mm_movemask_epi8(_mm_packs_epi16(compare(i), compare(i + 8)));
    places |= static_cast<std::uint64_t>(static_cast<unsigned>(equal)) << i;
  }
#else
  for (std::size_t i = 0; i < kStretch; ++i) {
    places |= static_cast<std::uint64_t>(tokens[i] == id) << i;
  }
#endif
  return places;
}

// Calls `visit` with the place of every token that is `first` before one that is `second`.
template <typename Visit>
void for_each_pair(std::span<const std::uint16_t> tokens, std::uint16_t first, std::uint16_t second,
                   Visit visit) {
  std::size_t begin = 0;
  for (; begin + kStretch < tokens.size(); begin += kStretch) {
    std::uint64_t places = places_in_stretch(tokens.data() + begin, first);
    if (places != 0) places &= places_in_stretch(tokens.data() + begin + 1, second);
    for (; places != 0; places &= places - 1) {
      visit(begin + static_cast<std::size_t>(std::countr_zero(places)));
    }
  }
  for (std::size_t i = begin; i + 1 < tokens.size(); ++i) {
    if (tokens[i] == first && tokens[i + 1] == second) visit(i);
  }
}

bool is_among(std::uint16_t id, const WordIds& ids) {
  return std::find(ids.frequent.begin(), ids.frequent.end(), id) != ids.frequent.end();
}

// Calls `visit` with the place of every token that is `id`, which most stretches do not hold.
template <typename Visit>
void for_each_place(const std::uint16_t* tokens, std::size_t count, std::uint16_t id, Visit visit) {
  std::size_t begin = 0;
  for (; begin + kStretch <= count; begin += kStretch) {
    std::uint64_t places = places_in_stretch(tokens + begin, id);
    for (; places != 0; places &= places - 1) {
      visit(begin + static_cast<std::size_t>(std::countr_zero(places)));
    }
  }
  for (std::size_t i = begin; i < count; ++i) {
    if (tokens[i] == id) visit(i);
  }
}

template <typename Value>
void copy_part(const std::vector<Value>& from, std::size_t begin, std::size_t end,
               std::vector<Value>& to) {
  to.insert(to.end(), from.begin() + static_cast<std::ptrdiff_t>(begin),
            from.begin() + static_cast<std::ptrdiff_t>(end));
}

}  // namespace

void SequenceChunk::add_token(std::uint32_t position, std::uint32_t id) {
  if (position <= last_position_) {
    extras_.push_back({position, id});
    offsets_.back().has_neighbours = true;
    return;
  }
  if (position != last_position_ + 1 || last_position_ == 0) {
    runs_.push_back(
        {position, static_cast<std::uint32_t>(tokens_.size()) - offsets_.back().tokens});
  }
  last_position_ = position;
  if (id >= kFrequentWords) extras_.push_back({position, id});
  tokens_.push_back(id < kFrequentWords ? static_cast<std::uint16_t>(id) : kRare);
}

void SequenceChunk::close_document() {
  offsets_.push_back({static_cast<std::uint32_t>(tokens_.size()),
                      static_cast<std::uint32_t>(runs_.size()),
                      static_cast<std::uint32_t>(extras_.size()), false});
  last_position_ = 0;
}

void SequenceChunk::copy_document(const SequenceChunk& other, std::uint32_t place) {
  const Offsets& begin = other.offsets_[place];
  const Offsets& end = other.offsets_[place + 1];
  copy_part(other.tokens_, begin.tokens, end.tokens, tokens_);
  copy_part(other.runs_, begin.runs, end.runs, runs_);
  copy_part(other.extras_, begin.extras, end.extras, extras_);
  offsets_.back().has_neighbours = begin.has_neighbours;
  close_document();
}

void SequenceChunk::shrink_to_fit() {
  offsets_.shrink_to_fit();
  tokens_.shrink_to_fit();
  runs_.shrink_to_fit();
  extras_.shrink_to_fit();
}

void SequenceChunk::announce(std::uint32_t place) const {
  constexpr std::size_t kLine = 64;
  const Offsets& begin = offsets_[place];
  const auto fetch = [](const auto* from, const auto* to) {
    const auto* end = reinterpret_cast<const char*>(to);
    for (const auto* at = reinterpret_cast<const char*>(from); at < end; at += kLine) {
      __builtin_prefetch(at, 0, 2);
    }
  };
  fetch(tokens_.data() + begin.tokens, tokens_.data() + offsets_[place + 1].tokens);
  fetch(runs_.data() + begin.runs, runs_.data() + begin.runs + 1);
}

void SequenceChunk::find(std::uint32_t place, const WordIds& ids, Positions& positions) const {
  positions.clear();
  const Offsets& begin = offsets_[place];
  const Offsets& end = offsets_[place + 1];
  for (const std::uint16_t id : ids.frequent) {
    std::uint32_t run = begin.runs;
    for_each_place(tokens_.data() + begin.tokens, end.tokens - begin.tokens, id,
                   [&](std::size_t at) {
                     while (run + 1 < end.runs && runs_[run + 1].begin <= at) ++run;
                     positions.push_back(runs_[run].position + static_cast<std::uint32_t>(at) -
                                         runs_[run].begin);
                   });
  }
  for (std::uint32_t i = begin.extras; i < end.extras; ++i) {
    const std::uint32_t id = extras_[i].id;
    const bool is_meant =
        id < kFrequentWords
            ? std::find(ids.frequent.begin(), ids.frequent.end(), id) != ids.frequent.end()
            : std::find(ids.rare.begin(), ids.rare.end(), id) != ids.rare.end();
    if (is_meant) positions.push_back(extras_[i].position);
  }
  std::sort(positions.begin(), positions.end());
  positions.erase(std::unique(positions.begin(), positions.end()), positions.end());
}

// True when one of the words is a rare one, or stands at the position of another.
bool SequenceChunk::has_extra_of(std::uint32_t place, std::span<const WordIds> words) const {
  bool is_there = false;
  for (const WordIds& ids : words) {
    if (!ids.rare.empty()) return true;
    if (!offsets_[place].has_neighbours) continue;
    for (const std::uint16_t id : ids.frequent) {
      // No branch: the compiler compares several at once.
      for (std::uint32_t i = offsets_[place].extras; i < offsets_[place + 1].extras; ++i) {
        is_there |= extras_[i].id == id;
      }
    }
  }
  return is_there;
}

bool SequenceChunk::find_in_a_row(std::uint32_t place, std::span<const WordIds> words,
                                  Positions& positions) const {
  positions.clear();
  if (has_extra_of(place, words)) return false;
  const Offsets& begin = offsets_[place];
  const Offsets& end = offsets_[place + 1];
  const std::span tokens(tokens_.data() + begin.tokens, end.tokens - begin.tokens);
  const auto check = [&](std::size_t at) {
    std::uint32_t run = begin.runs;
    while (run + 1 < end.runs && runs_[run + 1].begin <= at) ++run;
    const std::size_t run_end = run + 1 < end.runs ? runs_[run + 1].begin : tokens.size();
    if (at + words.size() > run_end) return;
    for (std::size_t i = 2; i < words.size(); ++i) {
      if (!is_among(tokens[at + i], words[i])) return;
    }
    positions.push_back(runs_[run].position + static_cast<std::uint32_t>(at) - runs_[run].begin);
  };
  for (const std::uint16_t first : words[0].frequent) {
    for (const std::uint16_t second : words[1].frequent) {
      for_each_pair(tokens, first, second, check);
    }
  }
  std::sort(positions.begin(), positions.end());
  return true;
}

std::vector<std::uint32_t> SequenceChunk::ids_until(std::uint32_t place,
                                                    std::uint32_t position) const {
  const Offsets& begin = offsets_[place];
  const Offsets& end = offsets_[place + 1];
  std::vector<std::uint32_t> ids;
  for (std::uint32_t run = begin.runs; run < end.runs && runs_[run].position <= position; ++run) {
    const std::uint32_t run_end =
        run + 1 < end.runs ? runs_[run + 1].begin : end.tokens - begin.tokens;
    const std::uint32_t count =
        std::min(run_end - runs_[run].begin, position - runs_[run].position + 1);
    for (std::uint32_t i = 0; i < count; ++i) {
      const std::uint16_t id = tokens_[begin.tokens + runs_[run].begin + i];
      if (id != kRare) ids.push_back(id);
    }
  }
  for (std::uint32_t i = begin.extras; i < end.extras; ++i) {
    if (extras_[i].position <= position) ids.push_back(extras_[i].id);
  }
  return ids;
}

std::vector<std::uint32_t> SequenceChunk::simple_ids_of(std::uint32_t place) const {
  std::vector<std::uint32_t> ids;
  const Offsets& begin = offsets_[place];
  const Offsets& end = offsets_[place + 1];
  for (std::uint32_t i = begin.tokens; i < end.tokens; ++i) {
    if (tokens_[i] != kRare) ids.push_back(tokens_[i]);
  }
  // Of the extras at a position the first is the rare word that stands there, if one does.
  std::uint32_t run = begin.runs;
  std::uint32_t last = 0;
  for (std::uint32_t i = begin.extras; i < end.extras; ++i) {
    const std::uint32_t position = extras_[i].position;
    if (position <= last) continue;
    while (run + 1 < end.runs && runs_[run + 1].position <= position) ++run;
    while (run > begin.runs && runs_[run].position > position) --run;
    if (tokens_[begin.tokens + runs_[run].begin + position - runs_[run].position] != kRare)
      continue;
    ids.push_back(extras_[i].id);
    last = position;
  }
  return ids;
}

std::size_t SequenceChunk::bytes() const {
  return sizeof(*this) + offsets_.size() * sizeof(Offsets) + tokens_.size() * sizeof(tokens_[0]) +
         runs_.size() * sizeof(Run) + extras_.size() * sizeof(Extra);
}

}  // namespace pressoir::search
