// Writes JSON (RFC 8259) straight into a string: members in the order of the calls, without a tree
// of values in between, and numbers as people write them (12.3, where Boost.JSON writes 1.23E1).
// One writer makes one text and is used by one thread at a time.
//
//   JsonWriter json;
//   json.begin_object().key("total").integer(3).key("query").text("pôles").end_object();
//   std::move(json).take();  // {"total":3,"query":"pôles"}
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace pressoir::base {

// The writer adds commas. The caller alternates keys and values in an object and closes what it
// opens; neither is checked. Texts are valid UTF-8.
class JsonWriter {
 public:
  JsonWriter& begin_object();
  JsonWriter& end_object();
  JsonWriter& begin_array();
  JsonWriter& end_array();
  JsonWriter& key(std::string_view name);

  JsonWriter& text(std::string_view value);
  JsonWriter& text_or_null(std::string_view value);  // null when empty
  JsonWriter& integer(std::uint64_t value);
  JsonWriter& boolean(bool value);
  JsonWriter& null();
  // Rounded to `decimals` places (at most 6), without trailing zeros. JSON has no infinity and no
  // NaN: they become 0.
  JsonWriter& number(double value, int decimals);
  // Inserts a complete value that is JSON already.
  JsonWriter& raw(std::string_view json);

  std::string take() && { return std::move(json_); }

 private:
  void separate();

  std::string json_;
  bool first_ = true;  // nothing was written since the last begin or key
};

}  // namespace pressoir::base
