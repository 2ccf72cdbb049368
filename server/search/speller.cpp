#include "server/search/speller.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "server/search/phrase_index.hpp"

namespace pressoir::search {
namespace {

// What a difference costs, as the logarithm of its rarity: one edit is made once in e^6, about 400
// words; the first letter is seldom wrong; a word that sounds right is often written wrong.
constexpr double kEditCost = 6.0;
constexpr double kFirstLetterCost = 2.5;
constexpr double kSoundGain = 4.0;
// Two words run together cost more than one edit and less than two.
constexpr double kSplitCost = 8.0;
constexpr std::size_t kLeastForTwoEdits = 7;
constexpr std::size_t kLeastPart = 3;

struct Rewrite {
  std::string_view spelling;
  std::string_view sound;
};

// The longest first of those that begin alike. `h` is silent; doubled letters are dropped later.
constexpr std::array kRewrites = {
    Rewrite{"eaux", "o"},    Rewrite{"eau", "o"}, Rewrite{"aux", "o"}, Rewrite{"au", "o"},
    Rewrite{"ph", "f"},      Rewrite{"qu", "k"},  Rewrite{"ce", "se"}, Rewrite{"ci", "si"},
    Rewrite{"cy", "si"},     Rewrite{"ge", "je"}, Rewrite{"gi", "ji"}, Rewrite{"gu", "g"},
    Rewrite{"tion", "sion"}, Rewrite{"ai", "e"},  Rewrite{"ei", "e"},  Rewrite{"em", "an"},
    Rewrite{"en", "an"},     Rewrite{"am", "an"}, Rewrite{"im", "in"}, Rewrite{"om", "on"},
    Rewrite{"ch", "ch"},     Rewrite{"ck", "k"},  Rewrite{"c", "k"},   Rewrite{"q", "k"},
    Rewrite{"y", "i"},       Rewrite{"z", "s"},   Rewrite{"x", "ks"},  Rewrite{"h", ""},
};

// Endings that are not heard apart, or not heard.
constexpr std::array kEndings = {
    Rewrite{"er", "e"}, Rewrite{"ez", "e"}, Rewrite{"ee", "e"}, Rewrite{"es", "e"},
    Rewrite{"et", "e"}, Rewrite{"s", ""},   Rewrite{"t", ""},   Rewrite{"x", ""},
    Rewrite{"d", ""},   Rewrite{"e", ""},
};

double log_documents(const Vocabulary& vocabulary, std::uint32_t word) {
  return std::log(1.0 + vocabulary.documents(word));
}

struct Choice {
  std::string text;
  double score = 0;
};

void keep_better(std::optional<Choice>& best, Choice choice) {
  if (!best || choice.score > best->score) best = std::move(choice);
}

std::optional<Choice> best_neighbour(std::string_view word, const Vocabulary& vocabulary) {
  const std::string sound = sound_of(word);
  std::optional<Choice> best;
  for (const auto& near : vocabulary.nearest(word, word.size() < kLeastForTwoEdits ? 1 : 2)) {
    const std::string_view text = vocabulary.word(near.word);
    if (!may_be_mistyped(text)) continue;
    double score = log_documents(vocabulary, near.word) - kEditCost * near.edits;
    if (text.front() != word.front()) score -= kFirstLetterCost;
    if (sound_of(text) == sound) score += kSoundGain;
    keep_better(best, {std::string(text), score});
  }
  return best;
}

std::optional<Choice> best_split(std::string_view word, const Vocabulary& vocabulary) {
  std::optional<Choice> best;
  for (std::size_t i = kLeastPart; i + kLeastPart <= word.size(); ++i) {
    const auto left = vocabulary.find(word.substr(0, i));
    const auto right = vocabulary.find(word.substr(i));
    if (!left || !right) continue;
    const double rarer =
        std::min(log_documents(vocabulary, *left), log_documents(vocabulary, *right));
    keep_better(best, {std::string(word.substr(0, i)) + " " + std::string(word.substr(i)),
                       rarer - kSplitCost});
  }
  return best;
}

}  // namespace

std::string sound_of(std::string_view word) {
  std::string ending;
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

std::optional<std::string> respell(std::string_view word, const Vocabulary& vocabulary) {
  if (!may_be_mistyped(word) || vocabulary.find(word)) return std::nullopt;
  std::optional<Choice> best = best_neighbour(word, vocabulary);
  if (auto split = best_split(word, vocabulary)) keep_better(best, std::move(*split));
  if (!best) return std::nullopt;
  return std::move(best->text);
}

}  // namespace pressoir::search
