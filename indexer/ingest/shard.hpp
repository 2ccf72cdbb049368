// A part of an archive that is split over several indexes by the hash of the documents' ids: which
// document stands in which depends on nothing else. Any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace pressoir::ingest {

inline constexpr std::uint32_t kMaxShards = 1'000;

struct Shard {
  std::uint32_t number = 1;  // from 1 to `count`
  std::uint32_t count = 1;   // 1: everything

  bool holds(std::string_view id) const noexcept;
};

// `2/3`: the second of three. Nothing for anything else.
std::optional<Shard> parse_shard(std::string_view text) noexcept;

}  // namespace pressoir::ingest
