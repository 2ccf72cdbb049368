// A document as Xapian indexes it: terms with their frequencies, value slots, data. Positions are
// in the word stream of kWordsSlot, not in Xapian's position lists. FORMAT.md has the whole format.
#pragma once

#include <xapian.h>

#include <cstddef>
#include <string>

#include "indexer/base/document.hpp"
#include "indexer/text/analyzer.hpp"

namespace pressoir::index {

// kTextSlot: documents with equal texts have equal digests, so that results can be collapsed. The
// first kTextDigestBytes of the SHA-1 of the folded words, so that capitals, accents, punctuation,
// spaces and the cutting into paragraphs do not count, and nobody can make a text pass for another.
// A text of fewer than kFewWords words (`Télécharger le communiqué`) is not enough to tell
// documents apart: its title counts too. Absent without words.
inline constexpr std::size_t kFewWords = 20;
inline constexpr std::size_t kTextDigestBytes = 10;

// Terms: the id with its prefix, each distinct word with its frequency, each word of the title once
// more with kTitlePrefix, acronyms. Values: those of the table of fields, then lengths, words and
// digest. `data` is what encode_document made of the same document. `analyzer` is used: tokens that
// it gave before are lost. Throws what Xapian throws.
Xapian::Document make_xapian_document(const base::Document& document, const std::string& data,
                                      text::Analyzer& analyzer);

}  // namespace pressoir::index
