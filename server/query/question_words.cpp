#include "server/query/question_words.hpp"

#include <algorithm>
#include <array>

namespace pressoir::query {
namespace {

// Interrogatives, and forms of the verbs of asking: can, must, do, want, exist. Not their
// infinitives, which are nouns too: `pouvoir d’achat`, `devoir de mémoire`.
constexpr std::array<std::string_view, 37> kQuestionWords = {
    "combien",    "comment",  "devons", "devrait", "dois",    "doit",    "doivent",  "existe",
    "faire",      "fait",     "faites", "falloir", "faut",    "font",    "lequel",   "laquelle",
    "lesquelles", "lesquels", "ou",     "peut",    "peuvent", "peux",    "pourquoi", "pouvons",
    "puis",       "quand",    "que",    "quel",    "quelle",  "quelles", "quels",    "qui",
    "quoi",       "sert",     "veut",   "veux",    "vouloir"};

}  // namespace

bool is_question_word(std::string_view folded) noexcept {
  return std::find(kQuestionWords.begin(), kQuestionWords.end(), folded) != kQuestionWords.end();
}

}  // namespace pressoir::query
