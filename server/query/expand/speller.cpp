#include "server/query/expand/speller.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <utility>
#include <vector>

#include "server/suggest/phrase_index.hpp"

namespace pressoir::query::expand {
namespace {

// The cost of typing `word` for another: one for each edit and one for each letter too many or too
// few, so that a swap costs 1, an omitted or added letter 2, a wrong letter 3; and one more when
// the first letter, which is seldom wrong, differs. Words that sound alike cost their edits only.
constexpr double kConfusedLetterCost = 2;
constexpr double kFirstLetterCost = 1;
// Each unit of cost makes a typing error this much rarer, as a logarithm: one wrong letter for
// about 1,800 right ones.
constexpr double kRarityOfCost = 2.5;
// Higher costs, for each letter of the word, mean another word: `craque` in an archive that does
// not contain it is not `chaque`.
constexpr double kMostCostOfLetter = 0.43;
// At two edits, a shorter word is near too many others.
constexpr std::size_t kLeastForTwoEdits = 7;
// Corrections of shorter words must be in so many documents at least, or sound alike.
constexpr std::size_t kLeastForTrust = 9;  // letters
constexpr std::uint32_t kLeastDocuments = 5;

// Words run together (`pouvoirdachat`): both parts must be in at least one document of this many.
constexpr std::uint32_t kSplitOnceIn = 1000;
constexpr std::size_t kLeastPart = 3;

// A spelling and how it sounds.
struct Rewrite {
  std::string_view spelling;
  std::string_view sound;
};

// The longest first of those that begin alike. `h` is silent; doubled letters are dropped later.
constexpr std::array kRewrites = {
    Rewrite{"eaux", "o"},    Rewrite{"eau", "o"}, Rewrite{"aux", "o"}, Rewrite{"au", "o"},
    Rewrite{"ph", "f"},      Rewrite{"qu", "k"},  Rewrite{"ce", "se"}, Rewrite{"ci", "si"},
    Rewrite{"cy", "si"},     Rewrite{"ge", "je"}, Rewrite{"gi", "ji"}, Rewrite{"gu", "g"},
    Rewrite{"tion", "sion"}, Rewrite{"ai", "e"},  Rewrite{"ei", "e"},  Rewrite{"en", "an"},
    Rewrite{"ch", "ch"},     Rewrite{"ck", "k"},  Rewrite{"c", "k"},   Rewrite{"q", "k"},
    Rewrite{"y", "i"},       Rewrite{"z", "s"},   Rewrite{"x", "ks"},  Rewrite{"h", ""},
};

// Endings that are not heard apart, and those that are not heard.
constexpr std::array kEndings = {
    Rewrite{"er", "e"}, Rewrite{"ez", "e"}, Rewrite{"ee", "e"}, Rewrite{"es", "e"},
    Rewrite{"et", "e"}, Rewrite{"e", ""},   Rewrite{"s", ""},   Rewrite{"t", ""},
    Rewrite{"x", ""},   Rewrite{"d", ""},
};

// How many letters one of the words has more often than the other.
int uneven_letters(std::string_view a, std::string_view b) {
  std::array<int, 256> counts = {};
  for (const char c : a) ++counts[static_cast<unsigned char>(c)];
  for (const char c : b) --counts[static_cast<unsigned char>(c)];
  int uneven = 0;
  for (const int count : counts) uneven += std::abs(count);
  return uneven;
}

struct Typed {
  std::string_view word;
  std::string sound;
};

// True when one of two equal syllables was omitted: `compétivité` for `compétitivité`.
bool leaves_out_a_syllable(std::string_view typed, std::string_view meant) {
  if (meant.size() != typed.size() + 2) return false;
  for (std::size_t i = 0; i + 4 <= meant.size(); ++i) {
    if (meant.substr(i, 2) != meant.substr(i + 2, 2)) continue;
    if (typed.starts_with(meant.substr(0, i)) && typed.ends_with(meant.substr(i + 2))) return true;
  }
  return false;
}

// Neighbours on the French keyboard (AZERTY), and vowels.
bool are_easily_confused(char a, char b) {
  constexpr std::string_view kVowels = "aeiouy";
  constexpr std::array<std::string_view, 3> kRows = {"azertyuiop", "qsdfghjklm", "wxcvbn"};
  constexpr auto kNone = std::string_view::npos;
  if (kVowels.find(a) != kNone && kVowels.find(b) != kNone) return true;
  return std::any_of(kRows.begin(), kRows.end(), [&](std::string_view row) {
    const std::size_t at = row.find(a);
    const std::size_t other = row.find(b);
    return at != kNone && other != kNone && (at + 1 == other || other + 1 == at);
  });
}

// True when one letter replaces another that is easily confused with it.
bool confuses_a_letter(std::string_view typed, std::string_view meant) {
  if (typed.size() != meant.size()) return false;
  const auto [a, b] = std::mismatch(typed.begin(), typed.end(), meant.begin());
  return a != typed.end() && std::equal(a + 1, typed.end(), b + 1) && are_easily_confused(*a, *b);
}

double cost_of(const Typed& typed, std::string_view meant, std::uint32_t edits) {
  if (leaves_out_a_syllable(typed.word, meant)) return 1;
  if (sound_of(meant) == typed.sound) return edits;
  const double first = meant.front() == typed.word.front() ? 0 : kFirstLetterCost;
  if (confuses_a_letter(typed.word, meant)) return kConfusedLetterCost + first;
  return static_cast<double>(edits) + uneven_letters(typed.word, meant) + first;
}

std::optional<std::string> best_neighbour(std::string_view word,
                                          const store::Vocabulary& vocabulary) {
  const Typed typed{word, sound_of(word)};
  const double most_cost = kMostCostOfLetter * static_cast<double>(word.size());
  std::optional<std::uint32_t> best;
  double best_score = 0;
  for (const auto& near : vocabulary.nearest(word, word.size() < kLeastForTwoEdits ? 1 : 2)) {
    const std::string_view meant = vocabulary.word(near.word);
    const double cost = cost_of(typed, meant, near.edits);
    if (cost > most_cost || !suggest::may_be_mistyped(meant)) continue;
    // An unknown short word is as likely a correct rare one as an error for another rare one.
    const bool is_doubtful = word.size() < kLeastForTrust && typed.sound != sound_of(meant);
    if (is_doubtful && vocabulary.documents(near.word) < kLeastDocuments) continue;
    const double score = std::log(vocabulary.documents(near.word)) - kRarityOfCost * cost;
    if (best && score <= best_score) continue;
    best = near.word;
    best_score = score;
  }
  if (!best) return std::nullopt;
  return std::string(vocabulary.word(*best));
}

// Of several places to split the word, the one that leaves the rarer part most frequent.
std::optional<std::string> best_split(std::string_view word, const store::Vocabulary& vocabulary,
                                      std::uint32_t least) {
  std::optional<std::string> best;
  for (std::size_t i = kLeastPart; i + kLeastPart <= word.size(); ++i) {
    const auto left = vocabulary.find(word.substr(0, i));
    const auto right = vocabulary.find(word.substr(i));
    if (!left || !right) continue;
    const std::uint32_t rarer = std::min(vocabulary.documents(*left), vocabulary.documents(*right));
    if (rarer < least) continue;
    best = std::string(word.substr(0, i)) + " " + std::string(word.substr(i));
    least = rarer + 1;
  }
  return best;
}

}  // namespace

std::string sound_of(std::string_view word) {
  std::string_view ending;
  for (const Rewrite& rewrite : kEndings) {
    if (!word.ends_with(rewrite.spelling) || word.size() <= rewrite.spelling.size() + 1) continue;
    word.remove_suffix(rewrite.spelling.size());
    ending = rewrite.sound;
    break;
  }
  std::string sound;
  while (!word.empty()) {
    const auto rewrite = std::find_if(kRewrites.begin(), kRewrites.end(), [&](const Rewrite& r) {
      return word.starts_with(r.spelling);
    });
    const bool is_itself = rewrite == kRewrites.end();
    sound += is_itself ? word.substr(0, 1) : rewrite->sound;
    word.remove_prefix(is_itself ? 1 : rewrite->spelling.size());
  }
  sound += ending;
  sound.erase(std::unique(sound.begin(), sound.end()), sound.end());
  return sound;
}

std::optional<std::string> respell(std::string_view word, const store::Vocabulary& vocabulary) {
  if (!suggest::may_be_mistyped(word) || vocabulary.find(word)) return std::nullopt;
  if (auto neighbour = best_neighbour(word, vocabulary)) return neighbour;
  return best_split(word, vocabulary, vocabulary.most_documents() / kSplitOnceIn);
}

}  // namespace pressoir::query::expand
