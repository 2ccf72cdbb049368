// Content negotiation: the quality values of Accept and Accept-Encoding (RFC 9110, section 12.4.2).
// It chooses the form of a document (JSON or a citation) and the compression of every response.
// Pure functions, any thread.
#pragma once

#include <span>
#include <string_view>

namespace pressoir::app {

// The quality of a media type in Accept, in thousandths, from the most specific range that matches
// it
// (`text/csv`, `text/*`, `*/*`): 0 when none does, 1000 when the header is empty. Malformed ranges
// are skipped; at most 32 are read.
unsigned media_quality(std::string_view accept, std::string_view media_type) noexcept;

// The quality of a content coding (`gzip`, `br`, `identity`) in Accept-Encoding. `identity` is
// acceptable unless it is excluded; any other coding must be listed, or match `*`.
unsigned coding_quality(std::string_view accept_encoding, std::string_view coding) noexcept;

// The index of the offer with the highest quality, the first of equals; 0 when none is acceptable:
// an answer of another type is more useful than an error.
std::size_t preferred_media(std::string_view accept,
                            std::span<const std::string_view> offers) noexcept;

}  // namespace pressoir::app
