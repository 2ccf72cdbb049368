#include "indexer/base/json_writer.hpp"

#include <fmt/format.h>

#include <cmath>

namespace pressoir::base {
namespace {

// RFC 8259, section 7: quotation mark, backslash and the characters below U+0020. U+007F, and the
// line separators that JavaScript once refused, are left as they are.
void append_escaped(std::string& json, char c) {
  switch (c) {
    case '"':
      json += "\\\"";
      return;
    case '\\':
      json += "\\\\";
      return;
    case '\n':
      json += "\\n";
      return;
    case '\r':
      json += "\\r";
      return;
    case '\t':
      json += "\\t";
      return;
    default:
      fmt::format_to(std::back_inserter(json), "\\u{:04x}", static_cast<unsigned char>(c));
  }
}

bool needs_escape(char c) noexcept {
  return static_cast<unsigned char>(c) < 0x20 || c == '"' || c == '\\';
}

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

JsonWriter& JsonWriter::begin_object() {
  separate();
  json_ += '{';
  first_ = true;
  return *this;
}

JsonWriter& JsonWriter::end_object() {
  json_ += '}';
  first_ = false;
  return *this;
}

JsonWriter& JsonWriter::begin_array() {
  separate();
  json_ += '[';
  first_ = true;
  return *this;
}

JsonWriter& JsonWriter::end_array() {
  json_ += ']';
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

JsonWriter& JsonWriter::boolean(bool value) {
  return raw(value ? "true" : "false");
}

JsonWriter& JsonWriter::null() {
  return raw("null");
}

JsonWriter& JsonWriter::number(double value, int decimals) {
  separate();
  const double scale = std::pow(10.0, decimals);
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
