// Bytes that leave the process: numbers and strings of variable length, and a hash that is the same
// everywhere. Stored documents, word streams, entity tags and shards are made of these; changing
// one of them changes what is on disk.
//
// Numbers are LEB128, seven bits a byte, low bits first, the high bit set in every byte but the
// last, as in Protocol Buffers and in LevelDB's util/coding.h:
//
//   std::string bytes;
//   base::put_varint(300, bytes);      // AC 02
//   base::put_string("année", bytes);  // 06 61 6E 6E C3 A9 65
//   base::VarintReader in(bytes);
//   in.number();                       // 300
//   in.string();                       // "année", a view of `bytes`
//   in.ok() && in.at_end();            // true
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace pressoir::base {

// FNV-1a, a hash of 64 bits by Fowler, Noll and Vo (http://www.isthe.com/chongo/tech/comp/fnv/).
// Unlike std::hash it is the same on every machine and in every version. It does not resist an
// attacker. Any thread.
inline constexpr std::uint64_t kFnvBasis = 0xcbf29ce484222325;

// The hash of what `state` is the hash of, followed by `bytes`.
constexpr std::uint64_t fnv1a(std::string_view bytes, std::uint64_t state = kFnvBasis) noexcept {
  for (const char byte : bytes) state = (state ^ static_cast<unsigned char>(byte)) * 0x100000001b3;
  return state;
}

// Appends 1 to 10 bytes to `out`.
inline void put_varint(std::uint64_t value, std::string& out) {
  for (; value >= 0x80; value >>= 7) out += static_cast<char>(value | 0x80);
  out += static_cast<char>(value);
}

// Appends the size in bytes, then the bytes.
inline void put_string(std::string_view value, std::string& out) {
  put_varint(value.size(), out);
  out += value;
}

// Takes numbers and strings off the front of bytes that must outlive it. It never reads beyond
// them: after the first damage nothing is left, every number is 0 and every string empty, and ok()
// is false, so that a caller checks once at the end. Copies are independent positions. Used by one
// thread at a time.
class VarintReader {
 public:
  explicit VarintReader(std::string_view bytes) : left_(bytes) {}

  bool ok() const { return ok_; }
  bool at_end() const { return left_.empty(); }
  std::string_view left() const { return left_; }

  // A number of at most `most`; a larger one is damage. One byte is by far the most frequent case
  // in word streams, which are read at every phrase query: it stays inline.
  std::uint64_t number(std::uint64_t most = UINT64_MAX) {
    const unsigned first = left_.empty() ? 0x80 : static_cast<unsigned char>(left_.front());
    if (first >= 0x80) return long_number(most);
    left_.remove_prefix(1);
    return first <= most ? first : fail();
  }
  std::uint32_t number32() { return static_cast<std::uint32_t>(number(UINT32_MAX)); }

  // A number of things that take at least `least_bytes` each: damage cannot make a caller allocate
  // more than the input could describe.
  std::size_t count(std::size_t least_bytes) { return number(left_.size() / least_bytes); }

  // What put_string wrote; a view of the bytes.
  std::string_view string();

  // The next `size` bytes as they are.
  std::string_view bytes(std::size_t size);

  // Reports damage that only the caller can see; returns 0.
  std::uint64_t fail();

 private:
  std::uint64_t long_number(std::uint64_t most);

  std::string_view left_;
  bool ok_ = true;
};

inline std::uint64_t VarintReader::long_number(std::uint64_t most) {
  std::uint64_t value = 0;
  // Ten bytes carry 70 bits: the last shift is 63. Bits beyond the 64th are dropped, as nothing of
  // ours writes them.
  for (int shift = 0; shift < 64; shift += 7) {
    if (left_.empty()) return fail();
    const auto byte = static_cast<unsigned char>(left_.front());
    left_.remove_prefix(1);
    value |= static_cast<std::uint64_t>(byte & 0x7F) << shift;
    if (byte < 0x80) return value <= most ? value : fail();
  }
  return fail();
}

inline std::string_view VarintReader::string() {
  return bytes(number(left_.size()));
}

inline std::string_view VarintReader::bytes(std::size_t size) {
  if (size > left_.size()) {
    fail();
    return {};
  }
  const std::string_view taken = left_.substr(0, size);
  left_.remove_prefix(size);
  return taken;
}

inline std::uint64_t VarintReader::fail() {
  ok_ = false;
  left_ = {};
  return 0;
}

}  // namespace pressoir::base
