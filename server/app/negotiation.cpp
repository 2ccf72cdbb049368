#include "server/app/negotiation.hpp"

#include <algorithm>
#include <cctype>

#include "indexer/base/utf8.hpp"

namespace pressoir::app {
namespace {

constexpr int kMaxRanges = 32;  // browsers send fewer than ten

bool is_same(std::string_view a, std::string_view b) noexcept {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) {
    return std::tolower(static_cast<unsigned char>(x)) ==
           std::tolower(static_cast<unsigned char>(y));
  });
}

// `0.5` gives 500. A malformed quality is 0, so that its range is not preferred.
unsigned thousandths(std::string_view text) noexcept {
  if (text.empty() || text.size() > 5 || (text[0] != '0' && text[0] != '1')) return 0;
  if (text.size() > 1 && text[1] != '.') return 0;
  unsigned value = 1000 * static_cast<unsigned>(text[0] - '0');
  unsigned place = 100;
  for (const char digit : text.substr(std::min<std::size_t>(2, text.size()))) {
    if (digit < '0' || digit > '9') return 0;
    value += place * static_cast<unsigned>(digit - '0');
    place /= 10;
  }
  return std::min(value, 1000U);
}

// `text/html;level=1;q=0.5`: parameters other than the quality are ignored.
struct Range {
  std::string_view name;
  unsigned quality = 1000;
};

Range read_range(std::string_view item) noexcept {
  Range range{base::trim(item.substr(0, item.find(';')))};
  while (item.find(';') != std::string_view::npos) {
    item.remove_prefix(item.find(';') + 1);
    const std::string_view parameter = base::trim(item.substr(0, item.find(';')));
    if (parameter.starts_with("q=") || parameter.starts_with("Q=")) {
      range.quality = thousandths(base::trim(parameter.substr(2)));
    }
  }
  return range;
}

template <typename Visit>
// Empty elements of a list are allowed (section 5.6.1) and match nothing.
void for_each_range(std::string_view header, Visit visit) noexcept {
  for (int i = 0; i < kMaxRanges && !header.empty(); ++i) {
    const auto comma = std::min(header.find(','), header.size());
    visit(read_range(header.substr(0, comma)));
    header.remove_prefix(std::min(comma + 1, header.size()));
  }
}

// How exactly a range names a media type: 0 not at all, 3 in full.
int specificity(std::string_view range, std::string_view media_type) noexcept {
  if (range == "*/*") return 1;
  if (is_same(range, media_type)) return 3;
  if (!range.ends_with("/*")) return 0;
  const std::string_view family = range.substr(0, range.size() - 1);
  return is_same(family, media_type.substr(0, family.size())) ? 2 : 0;
}

}  // namespace

unsigned media_quality(std::string_view accept, std::string_view media_type) noexcept {
  // An absent field accepts everything equally (section 12.5.1).
  if (base::trim(accept).empty()) return 1000;
  int best = 0;
  unsigned quality = 0;
  for_each_range(accept, [&](const Range& range) {
    const int exactness = specificity(range.name, media_type);
    if (exactness <= best) return;
    best = exactness;
    quality = range.quality;
  });
  return quality;
}

// RFC 9110, section 12.5.3. `*;q=0` excludes identity unless it is listed; `*` alone does not
// prefer it.
unsigned coding_quality(std::string_view accept_encoding, std::string_view coding) noexcept {
  const bool is_identity = coding == "identity";
  unsigned quality = is_identity ? 1000 : 0;
  bool is_named = false;
  for_each_range(accept_encoding, [&](const Range& range) {
    if (is_same(range.name, coding)) {
      is_named = true;
      quality = range.quality;
    } else if (range.name == "*" && !is_named && (!is_identity || range.quality == 0)) {
      quality = range.quality;
    }
  });
  return quality;
}

std::size_t preferred_media(std::string_view accept,
                            std::span<const std::string_view> offers) noexcept {
  std::size_t best = 0;
  unsigned best_quality = 0;
  for (std::size_t i = 0; i < offers.size(); ++i) {
    const unsigned quality = media_quality(accept, offers[i]);
    if (quality <= best_quality) continue;
    best = i;
    best_quality = quality;
  }
  return best;
}

}  // namespace pressoir::app
