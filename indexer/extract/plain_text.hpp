// Running text as it is read: every run of white space of Unicode is one space, characters that
// are not seen (soft hyphen, zero-width space, controls) are left out. UTF-8; every function may be
// called from any thread.
#pragma once

#include <string>
#include <string_view>

namespace pressoir::extract {

// Appends `text` to `out` in that form; a space that follows a space of `out` is left out.
void append_plain(std::string& out, std::string_view text);

// Removes the space at either end.
void trim_plain(std::string& text);

// `text` in that form, trimmed.
std::string plain(std::string_view text);

// Brings plain text into NFC; nearly all of it is.
void compose(std::string& text);

// Characters (code points), not bytes.
std::size_t count_characters(std::string_view text) noexcept;

// `text` folded for comparison (text::fold) with every run of other characters than letters and
// digits made one space: `Vous êtes ici :` gives `vous etes ici`.
std::string folded_words(std::string_view text);

}  // namespace pressoir::extract
