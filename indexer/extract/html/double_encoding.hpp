// Text that was encoded twice: UTF-8 that a program took for windows-1252 and wrote as UTF-8 again,
// `Ã©` for `é`. Pages are moved from one system to another so, whole or in part: a title alone, a
// body under a good title. Pure functions, any thread.
#pragma once

#include <string>
#include <string_view>

namespace pressoir::extract::html {

// `text` (mark-up or plain text in UTF-8) with what was encoded twice as it was meant; empty when
// nothing was, so that good pages are not copied.
//
// Repaired are the letters and signs of U+00A0 to U+017F and the punctuation of U+2000 to U+214F,
// which is what French and its neighbours are written with. Most of these sequences are in no
// language (`Ã©`, `â€™`). Those that end in a space, a dash or a quotation mark can be good text
// (`« MARANHÃ »`): they are repaired only between the same two tags as a sure one, or on a page
// whose every accent is encoded twice. In linear time.
std::string undo_double_encoding(std::string_view text);

}  // namespace pressoir::extract::html
