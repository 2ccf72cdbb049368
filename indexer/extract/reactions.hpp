// What the stenographers of a debate tell of the hall: `(Applaudissements sur les bancs du groupe
// SRC.)`, `(« Ah ! » sur plusieurs bancs.)`, `(Sourires.)`. Nobody said it and nothing was decided
// by it. Pure functions, any thread; text is UTF-8 as plain() gives it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace pressoir::extract {

// `inside` is what stands between two parentheses. False for acts of the sitting (`L’amendement n°
// 3 est adopté.`, `Il est procédé au scrutin.`) and for what speakers say in parentheses
// (`nouveau`, `le 5 décembre 2012`).
bool is_reaction(std::string_view inside);

// Takes the reactions out of `text`, with the space before each, in linear time; returns them with
// their parentheses. The text is empty when nothing but marks was left.
std::vector<std::string> take_reactions(std::string& text);

}  // namespace pressoir::extract
