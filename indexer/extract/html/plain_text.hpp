// Running text as a reader sees it: every run of white space of Unicode is one space, and
// characters that are not shown (soft hyphen, zero-width space, controls) are left out. All of
// extract compares and stores text in this form. UTF-8 throughout; every function may be called
// from any thread.
//
//   plain(" Le\u00a0 5 décembre\n2012 ")  // Le 5 décembre 2012
//   folded_words("Vous êtes ici :")        // vous etes ici
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace pressoir::extract::html {

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

// `text` folded for comparison (text::fold) with every run of other characters than a-z and 0-9
// made one space, none at the ends. The tables of wordings in extract are in this form.
std::string folded_words(std::string_view text);

}  // namespace pressoir::extract::html
