// A document as Xapian's document data: a format byte, the size of the head, then head and body,
// each compressed by zstd. The head has every stored field but the text, in the order of the table
// of fields (indexer/base/fields.hpp); the body the blocks and the text. Lists of results read
// heads alone and leave the text compressed. FORMAT.md has the bytes.
//
// Whatever the bytes are, nothing beyond them is read and memory stays below their announced size,
// 256 MB at most. Any thread.
#pragma once

#include <string>
#include <string_view>

#include "indexer/base/document.hpp"
#include "indexer/base/error.hpp"

namespace pressoir::index {

std::string encode_document(const base::Document& document);

enum class DecodeText { kYes, kNo };

// The head, decompressed; empty when the data are not what encode_document wrote. Snapshots of
// an archive keep heads in this form.
std::string unpack_head(std::string_view data);

// The document of an unpacked head, without `text` and `blocks`. Errors as decode_document's.
base::Result<base::Document> decode_head(std::string_view head);

// The inverse of encode_document, `id` included, which is made from the url again. With kNo, `text`
// and `blocks` stay empty. kIndexCorrupt when the bytes are not what encode_document wrote.
base::Result<base::Document> decode_document(std::string_view data,
                                             DecodeText text = DecodeText::kYes);

}  // namespace pressoir::index
