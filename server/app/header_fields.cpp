#include "server/app/header_fields.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <ctime>
#include <iterator>

#include "indexer/base/bytes.hpp"
#include "indexer/base/url.hpp"
#include "indexer/base/utf8.hpp"
#include "server/app/parameters.hpp"

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

// English in any locale (section 5.6.7).
constexpr std::array<std::string_view, 7> kDays = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
constexpr std::array<std::string_view, 12> kMonths = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                      "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

// An entity tag of several texts. An end mark after each keeps `ab`, `c` apart from `a`, `bc`.
class Digest {
 public:
  Digest& add(std::string_view bytes) noexcept {
    state_ = base::fnv1a("\xff", base::fnv1a(bytes, state_));
    return *this;
  }

  std::string tag() const { return fmt::format("W/\"{:016x}\"", state_); }

 private:
  std::uint64_t state_ = base::kFnvBasis;
};

// Tags are compared weakly (section 13.1.2): `W/` does not count.
std::string_view opaque(std::string_view tag) noexcept {
  if (tag.starts_with("W/")) tag.remove_prefix(2);
  return tag;
}

// `"a", W/"b"` or `*`. A tag may contain a comma: the list is read quote by quote.
bool names_tag(std::string_view list, std::string_view tag) noexcept {
  while (!list.empty()) {
    const auto begin = list.find_first_not_of(" \t,");
    if (begin == std::string_view::npos) return false;
    list.remove_prefix(begin);
    if (list == "*") return true;
    const auto open = list.find('"');
    const auto close = open == std::string_view::npos ? open : list.find('"', open + 1);
    if (close == std::string_view::npos) return false;
    if (opaque(list.substr(0, close + 1)) == opaque(tag)) return true;
    list.remove_prefix(close + 1);
  }
  return false;
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

std::string canonical_query(std::string_view query) {
  std::vector<QueryPair> pairs = split_query_string(query);
  // Stable: the order of repeated values matters (series of trends).
  std::stable_sort(pairs.begin(), pairs.end(),
                   [](const QueryPair& a, const QueryPair& b) { return a.name < b.name; });
  std::string text;
  for (const QueryPair& pair : pairs) {
    text += text.empty() ? "" : "&";
    text += base::percent_encode(pair.name) + "=" + base::percent_encode(pair.value);
  }
  return text;
}

// The version, because another one may answer differently; Accept, because documents have several
// forms.
std::string revision_tag(const Request& request, std::string_view revision) {
  return Digest()
      .add(PRESSOIR_VERSION)
      .add(revision)
      .add(request.path)
      .add(canonical_query(request.query))
      .add(request.accept)
      .tag();
}

std::string content_tag(std::string_view body) {
  return Digest().add(body).tag();
}

std::string to_http_date(std::int64_t seconds) {
  const std::time_t time = seconds;
  std::tm utc{};
  // Not strftime: its names follow the locale of the process.
  gmtime_r(&time, &utc);
  return fmt::format("{}, {:02} {} {} {:02}:{:02}:{:02} GMT",
                     kDays[static_cast<std::size_t>(utc.tm_wday)], utc.tm_mday,
                     kMonths[static_cast<std::size_t>(utc.tm_mon)], utc.tm_year + 1900, utc.tm_hour,
                     utc.tm_min, utc.tm_sec);
}

std::int64_t from_http_date(std::string_view text) {
  // The one format that clients may send today (IMF-fixdate); a validator that is not understood
  // is ignored.
  if (text.size() != 29 || text.substr(25) != " GMT") return -1;
  const auto number = [&](std::size_t at, std::size_t digits) {
    int value = 0;
    for (const char digit : text.substr(at, digits)) {
      if (digit < '0' || digit > '9') return -1;
      value = value * 10 + (digit - '0');
    }
    return value;
  };
  const auto month = std::find(kMonths.begin(), kMonths.end(), text.substr(8, 3));
  std::tm utc{};
  utc.tm_mday = number(5, 2);
  utc.tm_mon = static_cast<int>(month - kMonths.begin());
  utc.tm_year = number(12, 4) - 1900;
  utc.tm_hour = number(17, 2);
  utc.tm_min = number(20, 2);
  utc.tm_sec = number(23, 2);
  const std::int64_t seconds = timegm(&utc);
  // Formatting it again must give the same text: a wrong day name or a day of 31 in February fails.
  return month != kMonths.end() && to_http_date(seconds) == text ? seconds : -1;
}

// Section 13.2.2: If-None-Match takes precedence, whatever it contains.
bool is_unchanged(const Request& request, std::string_view tag, std::int64_t modified) {
  if (!request.if_none_match.empty()) return names_tag(request.if_none_match, tag);
  if (request.if_modified_since.empty() || modified == 0) return false;
  return from_http_date(request.if_modified_since) >= modified;
}

}  // namespace pressoir::app
