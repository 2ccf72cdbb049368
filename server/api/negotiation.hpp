// Quality values of Accept and Accept-Encoding (RFC 9110, section 12.4.2). Pure functions, any
// thread.
#pragma once

#include <span>
#include <string_view>

namespace pressoir::api {

// Quality in thousandths that a header gives to a media type: by the most specific range that names
// it (`text/csv`, `text/*`, `*/*`). 1000 when the header is empty, 0 when nothing names it. What is
// malformed is passed over. At most 32 ranges are read.
unsigned media_quality(std::string_view accept, std::string_view media_type) noexcept;

// The same for a content coding (`gzip`, `br`, `identity`): `identity` is acceptable unless the
// header refuses it; every other one must be named, or be covered by `*`.
unsigned coding_quality(std::string_view accept_encoding, std::string_view coding) noexcept;

// The place of the offer with the highest quality, the first of equals; 0 when none is acceptable
// (an answer of another type is more use than none).
std::size_t preferred_media(std::string_view accept,
                            std::span<const std::string_view> offers) noexcept;

}  // namespace pressoir::api
