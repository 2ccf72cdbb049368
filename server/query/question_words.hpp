// Words that make a question of a sentence and say nothing of its subject.
#pragma once

#include <string_view>

namespace pressoir::query {

// `comment`, `combien`, `faire`…: left out of what a query asks for when it has other words.
// `folded` is a folded word. Any thread.
bool is_question_word(std::string_view folded) noexcept;

}  // namespace pressoir::query
