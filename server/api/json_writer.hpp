// Writes JSON straight into a string, in the order of the calls and in numbers that people read
// (12.3, where Boost.JSON writes 1.23E1). Used by one thread at a time.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace pressoir::api {

// Commas are put by the writer; that keys and values alternate in an object, and that every begin
// has its end, is the caller's to see to. Texts are UTF-8.
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
  // Rounded to `decimals` places (at most 6), without trailing zeros; what is not finite is 0.
  JsonWriter& number(double value, int decimals);
  // `json` is a whole value already.
  JsonWriter& raw(std::string_view json);

  std::string take() && { return std::move(json_); }

 private:
  void separate();

  std::string json_;
  bool first_ = true;  // nothing was written since the last begin or key
};

}  // namespace pressoir::api
