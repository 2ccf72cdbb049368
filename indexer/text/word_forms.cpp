#include "indexer/text/word_forms.hpp"

#include <libstemmer.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <functional>
#include <new>
#include <utility>

#include "indexer/base/utf8.hpp"
#include "indexer/text/fold.hpp"
#include "indexer/text/inflection.hpp"
#include "indexer/text/stopwords.hpp"

namespace pressoir::text {
namespace {

// Lower case with accents kept; invisible characters dropped, apostrophes made `'`, NFC.
std::string to_exact(std::string_view surface) {
  std::string exact;
  exact.reserve(surface.size());
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(surface.data());
  const auto size = static_cast<std::int32_t>(surface.size());
  bool has_marks = false;
  for (std::int32_t i = 0; i < size;) {
    UChar32 character = 0;
    U8_NEXT(bytes, i, size, character);
    if (character < 0) character = 0xFFFD;
    if (character >= 0x80) {
      const std::uint32_t mask = U_GET_GC_MASK(character);
      if ((mask & U_GC_CF_MASK) != 0) continue;
      has_marks = has_marks || (mask & U_GC_M_MASK) != 0;
      if (character == 0x2019 || character == 0x02BC) character = '\'';
    }
    append_utf8(static_cast<char32_t>(u_tolower(character)), exact);
  }
  // Only combining marks can make a word leave form C, and few texts have any.
  return has_marks ? to_nfc(exact) : exact;
}

// A folded word without signs: apostrophes, and what a character such as `⑴` opens
// to. A `&` between letters stays. The result is its own analysis.
std::string without_signs(std::string_view folded) {
  std::string word;
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(folded.data());
  const std::size_t size = folded.size();
  for (std::size_t i = 0; i < size;) {
    const std::size_t begin = i;
    UChar32 character = 0;
    U8_NEXT(bytes, i, size, character);
    const std::uint32_t mask = character < 0 ? 0 : U_GET_GC_MASK(character);
    const bool starts_word = (mask & (U_GC_L_MASK | U_GC_N_MASK)) != 0;
    const bool goes_on = !word.empty() && (character == '&' || (mask & U_GC_M_MASK) != 0);
    if (starts_word || goes_on) word += folded.substr(begin, i - begin);
  }
  while (word.ends_with('&')) word.pop_back();
  return word;
}

bool is_word_of_letters(std::string_view folded) {
  return std::all_of(folded.begin(), folded.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

constexpr std::size_t kFirstPlaces = 4'096;

std::uint32_t tag_of(std::uint64_t hash) {
  return static_cast<std::uint32_t>(hash >> 32);
}

}  // namespace

void WordFormCache::StemmerDeleter::operator()(sb_stemmer* stemmer) const noexcept {
  sb_stemmer_delete(stemmer);
}

WordFormCache::WordFormCache(Stems stems)
    : stems_(stems), stemmer_(sb_stemmer_new("french", "UTF_8")), places_(kFirstPlaces) {
  if (!stemmer_) throw std::bad_alloc();
}
WordFormCache::~WordFormCache() = default;
WordFormCache::WordFormCache(WordFormCache&&) noexcept = default;
WordFormCache& WordFormCache::operator=(WordFormCache&&) noexcept = default;

const WordForms& WordFormCache::forms(std::string_view surface) {
  // Words beyond any language's are clipped before they are remembered.
  surface = base::clip_utf8(surface, 4 * kMaxTermBytes);
  const std::uint64_t hash = std::hash<std::string_view>{}(surface);
  const std::size_t mask = places_.size() - 1;
  for (std::size_t at = hash & mask; places_[at].number != 0; at = (at + 1) & mask) {
    if (places_[at].tag != tag_of(hash)) continue;
    const Entry& entry = entries_[places_[at].number - 1];
    if (entry.surface == surface) return entry.forms;
  }
  return remember(surface, hash);
}

const WordForms& WordFormCache::remember(std::string_view surface, std::uint64_t hash) {
  entries_.push_back({std::string(surface), compute(surface)});
  if (entries_.size() * 2 > places_.size()) {
    grow();
  } else {
    first_empty(hash) = {tag_of(hash), static_cast<std::uint32_t>(entries_.size())};
  }
  return entries_.back().forms;
}

WordFormCache::Place& WordFormCache::first_empty(std::uint64_t hash) {
  const std::size_t mask = places_.size() - 1;
  std::size_t at = hash & mask;
  while (places_[at].number != 0) at = (at + 1) & mask;
  return places_[at];
}

void WordFormCache::grow() {
  places_.assign(places_.size() * 2, {});
  std::uint32_t number = 0;
  for (const Entry& entry : entries_) {
    const std::uint64_t hash = std::hash<std::string_view>{}(entry.surface);
    first_empty(hash) = {tag_of(hash), ++number};
  }
}

void WordFormCache::trim() {
  if (entries_.size() <= kMaxWords) return;
  entries_.clear();
  places_.assign(kFirstPlaces, {});
}

WordForms WordFormCache::compute(std::string_view surface) {
  WordForms forms;
  forms.exact = base::clip_utf8(to_exact(surface), kMaxTermBytes);
  // Only decimals have a comma, and they are ASCII: nothing to fold.
  const bool is_decimal = forms.exact.find(',') != std::string::npos;
  forms.folded =
      is_decimal ? forms.exact : base::clip_utf8(without_signs(fold(forms.exact)), kMaxTermBytes);
  forms.is_stopword = is_stopword(forms.exact);
  if (stems_ == Stems::kYes) forms.stem = stem_of(forms.exact, forms.folded);
  return forms;
}

// Stop words are not stemmed: `des` is not a form of `de`.
std::string WordFormCache::stem_of(const std::string& exact, const std::string& folded) {
  if (is_stopword(exact)) return folded;
  return std::string(base::clip_utf8(stem(exact, folded), kMaxTermBytes));
}

// Snowball's French algorithm reads accents, so it comes before folding: `publié` and `publie` are
// different words to it. What has digits or foreign letters is its own stem, but for ordinals.
std::string WordFormCache::stem(const std::string& exact, const std::string& folded) {
  std::string ordinal = ordinal_stem(folded);
  if (!ordinal.empty()) return ordinal;
  if (!is_word_of_letters(folded)) return folded;
  StemSource source = stem_source(exact, folded);
  if (source.is_stem) return std::move(source.word);
  const sb_symbol* stem =
      sb_stemmer_stem(stemmer_.get(), reinterpret_cast<const sb_symbol*>(source.word.data()),
                      static_cast<int>(source.word.size()));
  if (stem == nullptr) throw std::bad_alloc();
  const auto size = static_cast<std::size_t>(sb_stemmer_length(stemmer_.get()));
  const std::string result = fold({reinterpret_cast<const char*>(stem), size});
  return result.empty() ? folded : result;
}

}  // namespace pressoir::text
