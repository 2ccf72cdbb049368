// What is said to the person who typed a query about how it was read: short French sentences. Plain
// data, UTF-8, of bounded length whatever was typed.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace pressoir::query {

inline constexpr std::size_t kMaxNotes = 8;         // more are only counted
inline constexpr std::size_t kMaxQuotedBytes = 80;  // of what a note or a description quotes

// `« text »`; what is too long ends in `…`, control characters are blanks.
std::string quoted(std::string_view text);

// `a, b et c`, where `last_link` is ` et `.
std::string join(const std::vector<std::string>& items, std::string_view last_link);

class Notes {
 public:
  // A sentence without capital and full stop; said once, however often it is added.
  void add(std::string note);

  bool empty() const { return notes_.empty(); }

  // All of them, `; ` between; empty when there are none.
  std::string text() const;

 private:
  std::vector<std::string> notes_;
  std::size_t left_out_ = 0;
};

}  // namespace pressoir::query
