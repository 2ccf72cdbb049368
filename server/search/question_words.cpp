#include "server/search/question_words.hpp"

#include <algorithm>
#include <array>

namespace pressoir::search {
namespace {

// Interrogatives, and the verbs of asking: can, must, do, know, want, exist.
constexpr std::array<std::string_view, 44> kQuestionWords = {
    "avoir",    "combien", "comment", "devoir",  "devons", "devrait", "dois",     "doit",
    "doivent",  "est",     "etre",    "existe",  "faire",  "fait",    "faites",   "falloir",
    "faut",     "font",    "lequel",  "laquelle", "lesquelles", "lesquels", "ou", "peut",
    "peuvent",  "peux",    "possible", "pourquoi", "pouvoir", "pouvons", "puis",   "quand",
    "que",      "quel",    "quelle",  "quelles", "quels",  "qui",     "quoi",     "savoir",
    "sert",     "veut",    "veux",    "vouloir"};

}  // namespace

bool is_question_word(std::string_view folded) noexcept {
  return std::find(kQuestionWords.begin(), kQuestionWords.end(), folded) != kQuestionWords.end();
}

}  // namespace pressoir::search
