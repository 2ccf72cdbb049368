// Writes JSON (RFC 8259) straight into a string: members in the order of the calls, without a tree
// of values in between, and numbers as people write them (12.3, where Boost.JSON writes 1.23E1).
// Answers, exports, feeds and `pressoir-index extract` are made by it. It never fails and has no
// limit but memory.
//
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
  // Each takes the place of one value, or begins one that the matching end_… ends.
  JsonWriter& begin_object() { return open('{'); }
  JsonWriter& end_object() { return close('}'); }
  JsonWriter& begin_array() { return open('['); }
  JsonWriter& end_array() { return close(']'); }

  // The key of the member whose value is written next.
  JsonWriter& key(std::string_view name);

  JsonWriter& text(std::string_view value);
  JsonWriter& text_or_null(std::string_view value);  // null when empty
  JsonWriter& integer(std::uint64_t value);
  JsonWriter& boolean(bool value) { return raw(value ? "true" : "false"); }
  JsonWriter& null() { return raw("null"); }
  // Rounded to `decimals` places (at most 6), without trailing zeros. JSON has no infinity and no
  // NaN: they become 0.
  JsonWriter& number(double value, int decimals);
  // Inserts a complete value that is JSON already.
  JsonWriter& raw(std::string_view json);

  // What was written; the writer must not be used after it.
  std::string take() && { return std::move(json_); }

 private:
  JsonWriter& open(char bracket);
  JsonWriter& close(char bracket);
  void separate();  // a comma before every value of a list but the first

  std::string json_;
  bool first_ = true;  // nothing was written since the last begin or key
};

}  // namespace pressoir::base
