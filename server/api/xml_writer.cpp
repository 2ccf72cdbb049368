#include "server/api/xml_writer.hpp"

#include <utility>

namespace pressoir::api {
namespace {

// Blanks of an attribute would be read as spaces, and a carriage return as a line feed (XML 1.0,
// sections 2.11 and 3.3.3). `>` is escaped so that no text contains `]]>` (section 2.4).
std::string_view escape_of(char c, bool in_attribute) noexcept {
  switch (c) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return in_attribute ? "&quot;" : "\"";
    case '\r':
      return "&#13;";
    case '\n':
      return in_attribute ? "&#10;" : "\n";
    case '\t':
      return in_attribute ? "&#9;" : "\t";
    default:
      return "";
  }
}

// The bytes at `at` that are no character of XML (section 2.2); 0 when there is one.
std::size_t forbidden_bytes(std::string_view text, std::size_t at) noexcept {
  const auto byte = static_cast<unsigned char>(text[at]);
  if (byte < 0x20) return byte == '\t' || byte == '\n' || byte == '\r' ? 0 : 1;
  // U+FFFE and U+FFFF; UTF-8 has no surrogates.
  const std::string_view next = text.substr(at, 3);
  return next == "\xEF\xBF\xBE" || next == "\xEF\xBF\xBF" ? 3 : 0;
}

void append_escaped(std::string& xml, std::string_view text, bool in_attribute) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (const std::size_t bytes = forbidden_bytes(text, i); bytes != 0) {
      i += bytes - 1;
      continue;
    }
    const std::string_view escape = escape_of(text[i], in_attribute);
    if (escape.empty()) {
      xml += text[i];
    } else {
      xml += escape;
    }
  }
}

}  // namespace

XmlWriter::XmlWriter() : xml_("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n") {}

// The `>` of a start tag is written late: attributes may still follow.
void XmlWriter::end_tag() {
  if (std::exchange(in_tag_, false)) xml_ += '>';
}

XmlWriter& XmlWriter::open(std::string_view name) {
  end_tag();
  xml_ += '<';
  xml_ += name;
  open_.push_back(name);
  in_tag_ = true;
  return *this;
}

XmlWriter& XmlWriter::attribute(std::string_view name, std::string_view value) {
  xml_ += ' ';
  xml_ += name;
  xml_ += "=\"";
  append_escaped(xml_, value, true);
  xml_ += '"';
  return *this;
}

XmlWriter& XmlWriter::text(std::string_view value) {
  end_tag();
  append_escaped(xml_, value, false);
  return *this;
}

// Self-closing when nothing was written: readers treat both forms the same.
XmlWriter& XmlWriter::close() {
  if (std::exchange(in_tag_, false)) {
    xml_ += "/>";
  } else {
    xml_ += "</";
    xml_ += open_.back();
    xml_ += '>';
  }
  xml_ += '\n';
  open_.pop_back();
  return *this;
}

XmlWriter& XmlWriter::element(std::string_view name, std::string_view value) {
  return open(name).text(value).close();
}

}  // namespace pressoir::api
