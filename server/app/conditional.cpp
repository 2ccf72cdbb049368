#include "server/app/conditional.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <ctime>
#include <iterator>

#include "indexer/base/fnv.hpp"
#include "indexer/base/url.hpp"
#include "server/app/parameters.hpp"

namespace pressoir::app {
namespace {

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
