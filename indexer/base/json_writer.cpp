#include "indexer/base/json_writer.hpp"

#include <fmt/format.h>

#include <cmath>

namespace pressoir::base {
namespace {

// RFC 8259, section 7: quotation mark, backslash and the characters below U+0020. U+007F, and the
// line separators that JavaScript once refused, are left as they are.
void append_escaped(std::string& json, char c) {
  // Pairs of a character and the letter of its short form.
  constexpr std::string_view kShortForms = "\"\"\\\\\nn\rr\tt";
  for (std::size_t i = 0; i < kShortForms.size(); i += 2) {
    if (kShortForms[i] == c) {
      json += {'\\', kShortForms[i + 1]};
      return;
    }
  }
  fmt::format_to(std::back_inserter(json), "\\u{:04x}", static_cast<unsigned char>(c));
}

bool needs_escape(char c) noexcept {
  return static_cast<unsigned char>(c) < 0x20 || c == '"' || c == '\\';
}

// Copies runs between escapes in one piece, because texts of documents hardly have any.
void append_quoted(std::string& json, std::string_view text) {
  json += '"';
  std::size_t clean = 0;  // where the run that needs no escape begins
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!needs_escape(text[i])) continue;
    json += text.substr(clean, i - clean);
    append_escaped(json, text[i]);
    clean = i + 1;
  }
  json += text.substr(clean);
  json += '"';
}

}  // namespace

void JsonWriter::separate() {
  if (!first_) json_ += ',';
  first_ = false;
}

// After an opening bracket no comma is due, after a closing one it is.
JsonWriter& JsonWriter::open(char bracket) {
  separate();
  json_ += bracket;
  first_ = true;
  return *this;
}

JsonWriter& JsonWriter::close(char bracket) {
  json_ += bracket;
  first_ = false;
  return *this;
}

JsonWriter& JsonWriter::key(std::string_view name) {
  separate();
  append_quoted(json_, name);
  json_ += ':';
  first_ = true;
  return *this;
}

JsonWriter& JsonWriter::text(std::string_view value) {
  separate();
  append_quoted(json_, value);
  return *this;
}

JsonWriter& JsonWriter::text_or_null(std::string_view value) {
  return value.empty() ? null() : text(value);
}

JsonWriter& JsonWriter::integer(std::uint64_t value) {
  separate();
  fmt::format_to(std::back_inserter(json_), "{}", value);
  return *this;
}

// Rounded, then written as the shortest text that reads back as the same double: 0.3, where
// `{:.2f}` has 0.30.
JsonWriter& JsonWriter::number(double value, int decimals) {
  separate();
  const double scale = std::pow(10.0, decimals);
  // JSON has neither infinity nor NaN.
  const double rounded = std::isfinite(value) ? std::round(value * scale) / scale : 0.0;
  fmt::format_to(std::back_inserter(json_), "{}", rounded);
  return *this;
}

JsonWriter& JsonWriter::raw(std::string_view json) {
  separate();
  json_ += json;
  return *this;
}

}  // namespace pressoir::base
