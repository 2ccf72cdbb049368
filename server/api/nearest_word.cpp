#include "server/api/nearest_word.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

namespace pressoir::api {
namespace {

constexpr std::size_t kMaxBytes = 64;
using Row = std::array<std::size_t, kMaxBytes + 1>;

// Optimal string alignment over three rows: the one being filled and the two before it.
std::size_t edit_distance(std::string_view a, std::string_view b) {
  Row two_before{};
  Row before{};
  Row row{};
  for (std::size_t j = 0; j <= b.size(); ++j) before[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replaced = before[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      row[j] = std::min({before[j] + 1, row[j - 1] + 1, replaced});
      const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) row[j] = std::min(row[j], two_before[j - 2] + 1);
    }
    two_before = before;
    before = row;
  }
  return before[b.size()];
}

}  // namespace

std::string_view nearest_word(std::string_view typed, std::span<const std::string_view> words) {
  std::string_view nearest;
  std::size_t fewest = kMaxBytes;
  if (typed.size() > kMaxBytes) return nearest;
  for (const std::string_view word : words) {
    if (word.size() > kMaxBytes) continue;
    const std::size_t edits = edit_distance(typed, word);
    const std::size_t allowed = std::max<std::size_t>(1, std::max(typed.size(), word.size()) / 3);
    if (edits > allowed || edits >= fewest) continue;
    nearest = word;
    fewest = edits;
  }
  return nearest;
}

}  // namespace pressoir::api
