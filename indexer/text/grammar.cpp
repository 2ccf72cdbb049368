#include "indexer/text/grammar.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "indexer/base/utf8.hpp"
#include "indexer/text/fold.hpp"

namespace pressoir::text {
namespace {

// A set of words that is looked up by folded forms: texts write one word with and without accents.
class WordSet {
 public:
  explicit WordSet(base::WordList words) {
    for (const std::string_view word : words) words_.insert(fold(word));
  }
  bool contains(std::string_view folded) const { return words_.count(std::string(folded)) > 0; }

 private:
  std::unordered_set<std::string> words_;
};

// The base of an irregular form (`travaux`, `yeux`); empty for other words.
std::string_view irregular_base(std::string_view folded) {
  static const auto bases = [] {
    std::unordered_map<std::string, std::string_view> map;
    for (const IrregularForm& row : irregular_forms()) map.emplace(fold(row.form), row.base);
    return map;
  }();
  const auto found = bases.find(std::string(folded));
  return found == bases.end() ? std::string_view() : found->second;
}

struct Ending {
  std::string_view written;
  std::string_view read_as;
};

// Endings that French writes with an accent only: those who type or print none leave it out, as
// capitals used to.
constexpr auto kBareEndings = std::to_array<Ending>({
    {"ee", "ée"},
    {"ees", "ées"},
    {"iere", "ière"},
    {"ieres", "ières"},
    {"ierement", "ièrement"},
    {"ifie", "ifié"},  // `modifie` has the stem of `modifier`, as `modifié` has
    {"ifies", "ifiés"},
});

// The letters before `ité` in nouns (`compétitivité`, `égalité`): tells `activite`, typed without
// its accent, from `visite`, whose e is silent.
constexpr auto kBeforeIte = std::to_array<std::string_view>({
    "iv", "al", "il", "el", "ol", "ul", "ar", "er",  "or",  "ur", "os",  "rs", "ss", "ic",
    "ac", "oc", "im", "rm", "in", "an", "un", "ern", "emn", "id", "ent", "br", "gr",
});

bool ends_a_noun_in_ite(std::string_view word) {
  static const WordSet others(words_in_ite());
  constexpr std::string_view kIte = "ite";
  if (!word.ends_with(kIte) || others.contains(fold(word))) return false;
  word.remove_suffix(kIte.size());
  return std::ranges::any_of(kBeforeIte, [&](auto letters) { return word.ends_with(letters); });
}

std::string replace_ending(std::string_view word, const Ending& ending) {
  std::string result(word.substr(0, word.size() - ending.written.size()));
  return result += ending.read_as;
}

std::string with_accented_ending(std::string word) {
  for (const Ending& ending : kBareEndings) {
    if (word.ends_with(ending.written)) return replace_ending(word, ending);
  }
  const bool is_plural = word.ends_with('s');
  const std::string_view singular(word.data(), word.size() - (is_plural ? 1 : 0));
  return ends_a_noun_in_ite(singular) ? replace_ending(singular, {"e", "é"}) : word;
}

// Plurals and feminines that Snowball leaves beside their words.
constexpr auto kInflectedEndings = std::to_array<Ending>({
    {"us", "u"},         // élus, revenus
    {"os", "o"},         // photos, euros
    {"tions", "tion"},   // it reads -ions as the ending of a verb
    {"sions", "sion"},   //
    {"xions", "xion"},   //
    {"trice", "teur"},   // sénatrice
    {"trices", "teur"},  //
    {"if", "ive"},       // actif: it cuts -if in long words only
    {"ifs", "ives"},     //
});

// Words shorter than four bytes and singulars in -s (`pays`, `cours`) are no plurals.
std::string uninflected(std::string word) {
  constexpr std::size_t kLeastBytes = 4;
  static const WordSet singulars(singulars_in_s());
  if (word.size() < kLeastBytes || singulars.contains(fold(word))) return word;
  for (const Ending& ending : kInflectedEndings) {
    if (word.ends_with(ending.written)) return replace_ending(word, ending);
  }
  return word;
}

// Letters that Snowball does not know: `œuvre` is read as `oeuvre`, `XIXᵉ` as `xixe`.
constexpr auto kLigatures = std::to_array<Ending>({
    {"œ", "oe"},
    {"æ", "ae"},
    {"ᵉ", "e"},
    {"ᵐ", "m"},
});

std::string with_open_ligatures(std::string_view word) {
  std::string opened(word);
  for (const Ending& ligature : kLigatures) {
    for (std::size_t at = 0; (at = opened.find(ligature.written, at)) != std::string::npos;) {
      opened.replace(at, ligature.written.size(), ligature.read_as);
    }
  }
  return opened;
}

// Abbreviations and the shortest words have no ending to take off: `VAE` is not `va`, nor `SMS`
// `sm`; their plurals in -es follow them. Participles keep theirs: `née`, `liés`.
std::string_view short_stem(std::string_view exact, std::string_view folded) {
  constexpr std::size_t kShort = 3;  // letters
  const bool is_plural = folded.size() == kShort + 1 && exact.ends_with("es");
  if (folded.size() > kShort && !is_plural) return {};
  return exact.find("é") == std::string_view::npos ? folded.substr(0, kShort) : std::string_view();
}

}  // namespace

// Sorted once by bytes, which put accented letters last; the table is in a reader's order.
bool is_stopword(std::string_view word) noexcept {
  static const auto sorted = [] {
    std::vector<std::string_view> words(stopwords().begin(), stopwords().end());
    std::ranges::sort(words);
    return words;
  }();
  return std::ranges::binary_search(sorted, word);
}

// The order matters: tables beat rules, and the closed sets beat what an ending suggests.
StemSource stem_source(std::string_view exact, std::string_view folded) {
  static const WordSet stems(own_stems());
  if (const std::string_view base = irregular_base(folded); !base.empty()) {
    const std::string folded_base = fold(base);
    if (stems.contains(folded_base)) return {folded_base, true};
    return {with_open_ligatures(base), false};
  }
  if (stems.contains(folded)) return {std::string(folded), true};
  if (folded.ends_with('s') && stems.contains(folded.substr(0, folded.size() - 1))) {
    return {std::string(folded.substr(0, folded.size() - 1)), true};
  }
  if (const std::string_view stem = short_stem(exact, folded); !stem.empty()) {
    return {std::string(stem), true};
  }
  return {uninflected(with_accented_ending(with_open_ligatures(exact))), false};
}

}  // namespace pressoir::text
