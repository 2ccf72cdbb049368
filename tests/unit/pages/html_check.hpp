// What a page must be whatever it says, checked on its text.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace pressoir::pages {

std::size_t count_of(std::string_view what, std::string_view html);

// The first thing wrong with a page of ours; empty when nothing is. Every tag is closed in order;
// no attribute and no id stands twice; every `for`, `aria-labelledby`, `aria-describedby`, `form`
// and
// `#` link leads to an id, no link leads nowhere; there is one h1 and no heading level is left out;
// there is no script but from /static/, no inline style, no event attribute.
std::string fault_of(std::string_view html);

}  // namespace pressoir::pages
