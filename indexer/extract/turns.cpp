#include "indexer/extract/turns.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

namespace pressoir::extract {
namespace {

using base::BlockKind;

constexpr std::size_t kMinTurns = 3;
constexpr std::size_t kMaxSpeakerBytes = 160;  // name and office
constexpr std::size_t kMaxNameWords = 7;

constexpr auto kCivilities = std::to_array<std::string_view>(
    {"M. ", "Mme ", "MM. ", "Mmes ", "Mlle ", "Un député ", "Une députée ", "Un sénateur ",
     "Une sénatrice ", "Plusieurs députés ", "Plusieurs sénateurs "});
constexpr auto kQuestionMarks = std::to_array<std::string_view>(
    {"Q. ", "Q - ", "Q – ", "Q : ", "Q: ", "R. ", "R - ", "R – ",
     "R : ", "R: ", "Question : ", "Réponse : ", "Question. ", "Réponse. "});
constexpr auto kParticles = std::to_array<std::string_view>(
    {"de", "du", "des", "la", "le", "les", "et", "von", "van", "ben", "el", "dit"});

template <std::size_t size>
std::string_view start_of(std::string_view text, const std::array<std::string_view, size>& starts) {
  const auto* found = std::ranges::find_if(
      starts, [text](std::string_view start) { return text.starts_with(start); });
  return found == starts.end() ? std::string_view() : *found;
}

// Capitals of ASCII and of Latin-1: À to Þ.
bool starts_with_capital(std::string_view word) {
  if (word.empty()) return false;
  if (word[0] >= 'A' && word[0] <= 'Z') return true;
  const auto second = static_cast<unsigned char>(word.size() > 1 ? word[1] : 0);
  return word.starts_with("Œ") || (word[0] == '\xC3' && second >= 0x80 && second <= 0x9E);
}

bool has_small_letter(std::string_view word) {
  for (std::size_t i = 0; i < word.size(); ++i) {
    if (word[i] >= 'a' && word[i] <= 'z') return true;
    if (i > 0 && word[i - 1] == '\xC3' && static_cast<unsigned char>(word[i]) >= 0xA0) return true;
  }
  return false;
}

std::string_view first_word(std::string_view text) {
  return text.substr(0, text.find(' '));
}

bool is_name_word(std::string_view word) {
  return starts_with_capital(word) || word.starts_with("d’") || word.starts_with("d'") ||
         std::ranges::find(kParticles, word) != kParticles.end();
}

// Ends in the stop of a sentence, not of an initial: `J.`
bool ends_sentence(std::string_view word) {
  const bool is_initial = word.size() == 2 && starts_with_capital(word);
  return word.ends_with('.') && !is_initial;
}

// After a civility: a name of capitalised words or an office (`le président`), up to a comma, a
// stop or a colon; behind the comma the office, up to a stop or a colon.
bool names_speaker(std::string_view text) {
  text = text.substr(0, kMaxSpeakerBytes);
  const bool is_office =
      text.starts_with("le ") || text.starts_with("la ") || text.starts_with("l’");
  const bool is_group = text.starts_with("du ") || text.starts_with("de ");
  bool is_name = true;
  for (std::size_t words = 1; !text.empty(); ++words) {
    const std::string_view word = first_word(text);
    if (word == ":" || word.ends_with(':') || ends_sentence(word)) return true;
    if (is_name && words > kMaxNameWords) return false;
    if (is_name && !is_office && !is_group && !is_name_word(word)) return false;
    if (word.ends_with(',')) is_name = false;
    text.remove_prefix(std::min(word.size() + 1, text.size()));
  }
  return false;
}

// `CÉDRIC O Bonjour.`: two words in capitals or more, and then something else.
bool starts_with_shouted_name(std::string_view text) {
  std::size_t words = 0;
  while (!text.empty()) {
    const std::string_view word = first_word(text);
    if (words >= 2 && word == ":") return true;
    if (!starts_with_capital(word) || has_small_letter(word)) break;
    if (++words > kMaxNameWords) return false;
    if (words >= 2 && word.ends_with(':')) return true;
    text.remove_prefix(std::min(word.size() + 1, text.size()));
  }
  return words >= 2 && starts_with_capital(text) && has_small_letter(first_word(text));
}

}  // namespace

bool opens_turn(std::string_view paragraph) {
  if (!start_of(paragraph, kQuestionMarks).empty()) return true;
  const std::string_view civility = start_of(paragraph, kCivilities);
  return civility.empty() ? starts_with_shouted_name(paragraph)
                          : names_speaker(paragraph.substr(civility.size()));
}

void mark_turns(std::vector<PageBlock>& blocks) {
  std::vector<PageBlock*> turns;
  for (PageBlock& block : blocks) {
    if (block.kind == BlockKind::kParagraph && opens_turn(block.text)) turns.push_back(&block);
  }
  if (turns.size() < kMinTurns) return;
  for (PageBlock* turn : turns) turn->kind = BlockKind::kTurn;
}

}  // namespace pressoir::extract
