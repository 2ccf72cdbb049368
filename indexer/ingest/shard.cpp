#include "indexer/ingest/shard.hpp"

#include <charconv>

namespace pressoir::ingest {
namespace {

// FNV-1a (Fowler, Noll, Vo, http://www.isthe.com/chongo/tech/comp/fnv/): the same on every machine.
std::uint64_t hash(std::string_view text) noexcept {
  std::uint64_t value = 0xcbf29ce484222325;
  for (const char c : text) value = (value ^ static_cast<unsigned char>(c)) * 0x100000001b3;
  return value;
}

std::optional<std::uint32_t> parse_number(std::string_view text) noexcept {
  std::uint32_t number = 0;
  const auto read = std::from_chars(text.begin(), text.end(), number);
  const bool is_number = read.ec == std::errc() && read.ptr == text.end();
  return is_number ? std::optional(number) : std::nullopt;
}

}  // namespace

bool Shard::holds(std::string_view id) const noexcept {
  return count == 1 || hash(id) % count == number - 1;
}

std::optional<Shard> parse_shard(std::string_view text) noexcept {
  const std::size_t slash = text.find('/');
  if (slash == std::string_view::npos) return std::nullopt;
  const auto number = parse_number(text.substr(0, slash));
  const auto count = parse_number(text.substr(slash + 1));
  if (!number || !count || *number == 0 || *number > *count || *count > kMaxShards) {
    return std::nullopt;
  }
  return Shard{*number, *count};
}

}  // namespace pressoir::ingest
