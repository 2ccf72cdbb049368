// The part of an address after `?`, taken apart. Every function may be called from any thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pressoir::api {

// One `name=value`. `fault` says in English what makes the value unusable (bad escape, not
// UTF-8); the value is then empty. Empty fault: the value is valid UTF-8.
struct QueryPair {
  std::string name;
  std::string value;
  std::string_view fault;
};

// Percent escapes and `+` undone. Nothing when an escape is not two hexadecimal digits. `+` stands
// for a space in a query and for itself in a path.
std::optional<std::string> decode_query_text(std::string_view text);
std::optional<std::string> decode_path_text(std::string_view text);

// `path` with the escapes undone of letters, digits and `-._~`, which mean the same escaped or not
// (RFC 3986, section 6.2.2.2); all others as written.
std::string normal_path(std::string_view path);

// The pairs in the order written. Empty pairs (`a=1&&b=2`) are passed over; a name without `=` has
// an empty value. A name that cannot be decoded is kept as it was written.
std::vector<QueryPair> split_query_string(std::string_view query);

}  // namespace pressoir::api
