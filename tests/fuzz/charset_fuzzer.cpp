// Any bytes, any declared charset: what is decoded is UTF-8 in normal form C without NUL, and is
// decoded to itself unless it still has what was encoded twice.
#include "indexer/base/utf8.hpp"
#include "indexer/extract/html/decode.hpp"
#include "indexer/extract/html/double_encoding.hpp"
#include "indexer/text/analyzer.hpp"
#include "tests/fuzz/require.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using pressoir::fuzz::require;
  // The first line is the charset of the header.
  const std::string_view input(reinterpret_cast<const char*>(data), size);
  const std::size_t line = input.find('\n');
  const std::string_view label = line == std::string_view::npos ? "" : input.substr(0, line);
  const std::string_view bytes = line == std::string_view::npos ? input : input.substr(line + 1);

  const auto decoded = pressoir::extract::html::decode_utf8(bytes, label);
  if (decoded.has_error()) return 0;
  require(pressoir::base::is_valid_utf8(decoded->text), "the text is UTF-8");
  require(decoded->text.find('\0') == std::string::npos, "the text holds no NUL");
  require(pressoir::text::to_nfc(decoded->text) == decoded->text, "the text is in form C");
  require(!decoded->charset.empty(), "the charset has a name");
  if (!pressoir::extract::html::undo_double_encoding(decoded->text).empty()) return 0;
  const auto again = pressoir::extract::html::decode_utf8(decoded->text, label);
  if (again.has_value()) require(again->text == decoded->text, "UTF-8 is decoded to itself");
  return 0;
}
