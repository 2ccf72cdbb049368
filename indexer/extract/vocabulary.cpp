#include "indexer/extract/vocabulary.hpp"

#include <algorithm>
#include <unordered_map>
#include <utility>

#include "indexer/text/analyzer.hpp"

namespace pressoir::extract {
namespace {

constexpr std::size_t kFirstSlots = 1024;
constexpr std::size_t kMaxWordBytes = 48;  // longer ones are no names
constexpr std::uint32_t kHashSeed = 2166136261u;

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
}

// FNV-1a, one byte.
std::uint32_t mix(std::uint32_t hash, char c) {
  return (hash ^ static_cast<unsigned char>(c)) * 16777619u;
}

std::uint32_t hash_of(std::string_view word) {
  std::uint32_t hash = kHashSeed;
  for (const char c : word) hash = mix(hash, lower(c));
  return hash;
}

// Bytes of the letter or digit at `at`; 0 for anything else. Beyond ASCII, characters that start
// with C2 or E2 are spaces and punctuation, all others count as letters.
std::size_t letter_size(std::string_view text, std::size_t at) {
  const auto lead = static_cast<unsigned char>(text[at]);
  if (lead < 0x80) {
    const char c = lower(text[at]);
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ? 1 : 0;
  }
  if (lead == 0xC2 || lead == 0xE2 || lead < 0xC0) return 0;
  return std::min<std::size_t>(lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4, text.size() - at);
}

// The letters and digits from `at` on.
struct Run {
  std::size_t end = 0;
  std::uint32_t hash = kHashSeed;
  bool is_ascii = true;
};

Run run_at(std::string_view text, std::size_t at) {
  Run run;
  for (std::size_t size; at < text.size() && (size = letter_size(text, at)) != 0; at += size) {
    run.hash = mix(run.hash, lower(text[at]));
    run.is_ascii &= size == 1;
  }
  run.end = at;
  return run;
}

bool equal_but_case(std::string_view folded, std::string_view word) {
  return std::ranges::equal(folded, word, {}, {}, lower);
}

}  // namespace

Vocabulary::Vocabulary() : slots_(kFirstSlots) {}

WordId Vocabulary::add(std::string_view folded) {
  const WordId known = find_folded(folded);
  if (known != kUnknownWord) return known;
  insert(folded, ++count_);
  return count_;
}

void Vocabulary::add_spelling(std::string_view folded, WordId id) {
  if (find_folded(folded) == kUnknownWord) insert(folded, id);
}

std::vector<TextWord> Vocabulary::read(std::string_view text) const {
  std::vector<TextWord> words;
  words.reserve(text.size() / 6 + 8);
  std::unordered_map<std::string_view, WordId> accented;  // folding is dear, words come back
  for (std::size_t at = 0; at < text.size();) {
    const Run run = run_at(text, at);
    if (run.end == at) {
      ++at;
      continue;
    }
    const std::string_view word = text.substr(at, run.end - at);
    WordId id = kUnknownWord;
    if (run.is_ascii) {
      id = find(word, run.hash);
    } else if (word.size() <= kMaxWordBytes) {
      const auto [entry, is_new] = accented.try_emplace(word, kUnknownWord);
      if (is_new) entry->second = find_folded(text::fold(word));
      id = entry->second;
    }
    words.push_back({id, static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(run.end)});
    at = run.end;
  }
  return words;
}

WordId Vocabulary::find(std::string_view word, std::uint32_t hash) const noexcept {
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t at = hash & mask; slots_[at].id != kUnknownWord; at = (at + 1) & mask) {
    if (slots_[at].hash == hash && equal_but_case(slots_[at].word, word)) return slots_[at].id;
  }
  return kUnknownWord;
}

WordId Vocabulary::find_folded(std::string_view folded) const noexcept {
  return find(folded, hash_of(folded));
}

void Vocabulary::insert(std::string_view folded, WordId id) {
  if (++used_ * 4 > slots_.size()) grow();
  const std::uint32_t hash = hash_of(folded);
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = hash & mask;
  while (slots_[at].id != kUnknownWord) at = (at + 1) & mask;
  slots_[at] = {hash, id, std::string(folded)};
}

void Vocabulary::grow() {
  std::vector<Slot> old(slots_.size() * 2);
  old.swap(slots_);
  const std::size_t mask = slots_.size() - 1;
  for (Slot& slot : old) {
    if (slot.id == kUnknownWord) continue;
    std::size_t at = slot.hash & mask;
    while (slots_[at].id != kUnknownWord) at = (at + 1) & mask;
    slots_[at] = std::move(slot);
  }
}

bool is_capitalized(std::string_view text, const TextWord& word) {
  const auto lead = static_cast<unsigned char>(text[word.begin]);
  if (lead < 0x80) return lead >= 'A' && lead <= 'Z';
  if (word.end - word.begin < 2) return false;
  const auto second = static_cast<unsigned char>(text[word.begin + 1]);
  return (lead == 0xC3 && second <= 0x9E) || (lead == 0xC5 && second == 0x92);  // À to Þ, Œ
}

bool is_all_capitals(std::string_view text, const TextWord& word) {
  if (word.end - word.begin < 2) return false;
  for (std::uint32_t at = word.begin; at < word.end; ++at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte >= 'a' && byte <= 'z') return false;
    // Small letters of Latin-1 start with C3 and go on with A0 and above.
    if (byte == 0xC3 && at + 1 < word.end && static_cast<unsigned char>(text[at + 1]) >= 0xA0) {
      return false;
    }
  }
  return true;
}

}  // namespace pressoir::extract
