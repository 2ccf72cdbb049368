// Plain structures as bytes, for a file that is deleted with the process: members one after the
// other in the byte order of the machine, without names, versions or padding.
//
//   const std::string bytes = pack(draft);
//   Draft same = unpack<Draft>(bytes);
//
// A library for messages (Protocol Buffers, Boost.Serialization) would write names or versions for
// readers of another day; here the reader is the same process, some seconds later.
//
// Members may be integers, enumerations, std::string, std::vector, std::pair, std::optional and
// plain structures of these. Boost.PFR lists the members, so that a member added to a structure is
// packed without a change here, and one of a type that cannot be packed does not compile. Strings
// and vectors have at most 2^32 - 1 elements. The html fuzzer checks that unpack(pack(x)) equals x.
// Any thread.
#pragma once

#include <boost/pfr.hpp>
#include <cstdint>
#include <cstring>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace pressoir::ingest {
namespace detail {

// Integers, and structures of integers without gaps between them: their memory is their packing.
// Gaps are excluded because their bytes are indeterminate.
template <typename T>
constexpr bool kIsBytes =
    std::is_trivially_copyable_v<T>&& std::has_unique_object_representations_v<T>;

// Appends values to a string: put() is chosen by the type of the value, members of a structure in
// the order of their declaration.
class Packer {
 public:
  // Everything that is no string, list, pair or optional.
  template <typename T>
  void put(const T& value) {
    if constexpr (kIsBytes<T>) {
      put_bytes(&value, sizeof value);
    } else {
      boost::pfr::for_each_field(value, [this](const auto& member) { this->put(member); });
    }
  }

  // These refer to what is elsewhere, which would be gone when the bytes are read.
  void put(std::string_view) = delete;
  template <typename T>
  void put(T*) = delete;

  // Strings and vectors: the number of elements in 4 bytes, then the elements.
  void put(const std::string& text) {
    put(static_cast<std::uint32_t>(text.size()));
    put_bytes(text.data(), text.size());
  }

  // Integers (digests, offsets of blocks) are copied in one piece.
  template <typename T>
  void put(const std::vector<T>& values) {
    put(static_cast<std::uint32_t>(values.size()));
    if constexpr (kIsBytes<T>) {
      put_bytes(values.data(), values.size() * sizeof(T));
    } else {
      for (const T& value : values) put(value);
    }
  }

  // By hand: Boost.PFR lists the members of aggregates only, which a pair is not.
  template <typename T, typename U>
  void put(const std::pair<T, U>& values) {
    put(values.first);
    put(values.second);
  }

  // A byte that is 1 when there is a value, then the value.
  template <typename T>
  void put(const std::optional<T>& value) {
    put(value.has_value());
    if (value) put(*value);
  }

  std::string finish() && { return std::move(bytes_); }

 private:
  void put_bytes(const void* from, std::size_t size) {
    bytes_.append(static_cast<const char*>(from), size);
  }

  std::string bytes_;
};

// Reads values in the order in which Packer put them. Every size is checked against the bytes that
// are left before memory is allocated for it, since a disk may give back other bytes than were
// written; too few bytes throw std::runtime_error.
class Unpacker {
 public:
  explicit Unpacker(std::string_view bytes) : rest_(bytes) {}

  // The counterparts of put(), into a value of the same type.
  template <typename T>
  void take(T& value) {
    if constexpr (kIsBytes<T>) {
      take_bytes(&value, sizeof value);
    } else {
      boost::pfr::for_each_field(value, [this](auto& member) { this->take(member); });
    }
  }

  void take(std::string& text) { text = std::string(take_view(take_size())); }

  template <typename T>
  void take(std::vector<T>& values) {
    const std::size_t size = take_size();
    if (size > rest_.size()) fail();  // an element has a byte at least
    values.resize(size);
    if constexpr (kIsBytes<T>) {
      take_bytes(values.data(), size * sizeof(T));
    } else {
      for (T& value : values) take(value);
    }
  }

  template <typename T, typename U>
  void take(std::pair<T, U>& values) {
    take(values.first);
    take(values.second);
  }

  template <typename T>
  void take(std::optional<T>& value) {
    bool has_value = false;
    take(has_value);
    if (has_value) take(value.emplace());
  }

  // Bytes that are left over are damage too.
  void finish() const {
    if (!rest_.empty()) fail();
  }

 private:
  [[noreturn]] static void fail() { throw std::runtime_error("packed values are damaged"); }

  std::size_t take_size() {
    std::uint32_t size = 0;
    take(size);
    return size;
  }

  std::string_view take_view(std::size_t size) {
    if (size > rest_.size()) fail();
    const std::string_view taken = rest_.substr(0, size);
    rest_.remove_prefix(size);
    return taken;
  }

  void take_bytes(void* to, std::size_t size) {
    const std::string_view taken = take_view(size);
    if (size > 0) std::memcpy(to, taken.data(), size);
  }

  std::string_view rest_;
};

}  // namespace detail

// The bytes of `value`.
template <typename T>
std::string pack(const T& value) {
  detail::Packer packer;
  packer.put(value);
  return std::move(packer).finish();
}

// The inverse. Throws std::runtime_error for bytes that pack<T> did not give.
template <typename T>
T unpack(std::string_view bytes) {
  T value;
  detail::Unpacker unpacker(bytes);
  unpacker.take(value);
  unpacker.finish();
  return value;
}

}  // namespace pressoir::ingest
