// FNV-1a, a hash of 64 bits by Fowler, Noll and Vo (http://www.isthe.com/chongo/tech/comp/fnv/).
// Unlike std::hash it is the same on every machine and in every version, so that what is made of it
// may leave the process: the shard of a document, an entity tag. It does not resist an attacker.
// Any thread.
#pragma once

#include <cstdint>
#include <string_view>

namespace pressoir::base {

inline constexpr std::uint64_t kFnvBasis = 0xcbf29ce484222325;

// The hash of what `state` is the hash of, followed by `bytes`.
constexpr std::uint64_t fnv1a(std::string_view bytes, std::uint64_t state = kFnvBasis) noexcept {
  for (const char byte : bytes) state = (state ^ static_cast<unsigned char>(byte)) * 0x100000001b3;
  return state;
}

}  // namespace pressoir::base
