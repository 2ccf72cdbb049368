// The word a person meant. May be called from any thread.
#pragma once

#include <span>
#include <string_view>

namespace pressoir::api {

// The word of `words` at the fewest edits from `typed` (insert, delete, replace, swap of
// neighbours), the first of equals; empty when all need more edits than a third of the longer word,
// or when `typed` is longer than 64 bytes. Compares bytes.
std::string_view nearest_word(std::string_view typed, std::span<const std::string_view> words);

}  // namespace pressoir::api
