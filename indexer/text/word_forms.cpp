#include "indexer/text/word_forms.hpp"

#include <libstemmer.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <functional>
#include <new>
#include <utility>

#include "indexer/base/utf8.hpp"
#include "indexer/text/fold.hpp"
#include "indexer/text/grammar.hpp"
#include "indexer/text/lemmas.hpp"
#include "indexer/text/ordinals.hpp"

namespace pressoir::text {
namespace {

// Lower case with accents kept, by u_tolower and not by u_strToLower, whose rules by language and
// context French does not need; invisible characters dropped, apostrophes made `'`, NFC.
std::string to_exact(std::string_view surface) {
  std::string exact;
  exact.reserve(surface.size());
  bool has_marks = false;
  for (std::size_t i = 0; i < surface.size();) {
    auto character = static_cast<UChar32>(next_character(surface, i).value_or(kReplacement));
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
  for (std::size_t i = 0; i < folded.size();) {
    const std::size_t begin = i;
    const auto character = static_cast<UChar32>(next_character(folded, i).value_or(U' '));
    const std::uint32_t mask = U_GET_GC_MASK(character);
    const bool starts_word = (mask & (U_GC_L_MASK | U_GC_N_MASK)) != 0;
    const bool goes_on = !word.empty() && (character == '&' || (mask & U_GC_M_MASK) != 0);
    if (starts_word || goes_on) word += folded.substr(begin, i - begin);
  }
  while (word.ends_with('&')) word.pop_back();
  return word;
}

bool is_word_of_letters(std::string_view folded) {
  return std::ranges::all_of(folded, [](char c) { return c >= 'a' && c <= 'z'; });
}

}  // namespace

void WordFormCache::StemmerDeleter::operator()(sb_stemmer* stemmer) const noexcept {
  sb_stemmer_delete(stemmer);
}

WordFormCache::WordFormCache(Depth depth)
    : depth_(depth), stemmer_(sb_stemmer_new("french", "UTF_8")) {
  if (!stemmer_) throw std::bad_alloc();
}
WordFormCache::~WordFormCache() = default;
WordFormCache::WordFormCache(WordFormCache&&) noexcept = default;
WordFormCache& WordFormCache::operator=(WordFormCache&&) noexcept = default;

// Words beyond any language's are clipped before they are remembered. The map has views of the
// entries: a hit, by far the usual case, allocates nothing.
const WordForms& WordFormCache::forms(std::string_view surface) {
  surface = base::clip_utf8(surface, 4 * kMaxTermBytes);
  const auto known = by_surface_.find(surface);
  if (known != by_surface_.end()) return known->second->forms;
  const Entry& entry = entries_.emplace_back(Entry{std::string(surface), compute(surface)});
  by_surface_.emplace(entry.surface, &entry);
  return entry.forms;
}

void WordFormCache::trim() {
  if (entries_.size() <= kMaxWords) return;
  by_surface_.clear();
  entries_.clear();
}

WordForms WordFormCache::compute(std::string_view surface) {
  WordForms forms;
  forms.exact = base::clip_utf8(to_exact(surface), kMaxTermBytes);
  // Only decimals have a comma and only references a hyphen, and they are ASCII: nothing to fold.
  const bool is_number = forms.exact.find_first_of(",-") != std::string::npos;
  forms.folded =
      is_number ? forms.exact : base::clip_utf8(without_signs(fold(forms.exact)), kMaxTermBytes);
  forms.is_stopword = is_stopword(forms.exact);
  if (depth_ != Depth::kSpelling) forms.lemmas = lemmas_of(forms.exact, forms.folded);
  if (depth_ == Depth::kStems) forms.stem = stem_of(forms.exact, forms.folded);
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
  std::string ordinal = ordinal_of(folded);
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
