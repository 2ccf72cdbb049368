// A document as Xapian's document data: a format byte, the length of the first of two parts, and
// the parts, each packed by zstd. The first has every field but the text, behind its length,
// numbers in base 128; the second the blocks and the text, which lists of results need not unpack.
// Packed so, the data cannot be made smaller by Xapian's own zlib, which would have to unpack all.
// Any thread.
#pragma once

#include <string>
#include <string_view>

#include "indexer/base/document.hpp"
#include "indexer/base/error.hpp"

namespace pressoir::index {

std::string encode_document(const base::Document& document);

enum class DecodeText { kYes, kNo };

// The first part of what encode_document wrote, unpacked; empty when it wrote something else.
std::string unpack_head(std::string_view data);

// The document of a first part, without `text` and `blocks`. Errors as decode_document's.
base::Result<base::Document> decode_head(std::string_view head);

// The inverse. Without text, `text` and `blocks` are left empty. kIndexCorrupt when the bytes are
// not what encode_document wrote.
base::Result<base::Document> decode_document(std::string_view data,
                                             DecodeText text = DecodeText::kYes);

}  // namespace pressoir::index
