// Writes XML 1.0 (https://www.w3.org/TR/xml/) straight into a string, in the order of the calls.
// Used by one thread at a time.
//
//   XmlWriter xml;
//   xml.open("link").attribute("rel", "self").close().element("title", "Pôles");
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace pressoir::api {

// Names are constants: they are not checked and must live until the element is closed. Texts are
// any UTF-8: characters that XML cannot represent (control characters, U+FFFE, U+FFFF) are dropped,
// the rest is escaped.
class XmlWriter {
 public:
  // Begins with the XML declaration.
  XmlWriter();

  XmlWriter& open(std::string_view name);
  // Only directly after open() or another attribute.
  XmlWriter& attribute(std::string_view name, std::string_view value);
  XmlWriter& text(std::string_view value);
  XmlWriter& close();  // the element opened last

  // An element that contains only text.
  XmlWriter& element(std::string_view name, std::string_view value);

  std::string take() && { return std::move(xml_); }

 private:
  void end_tag();

  std::string xml_;
  std::vector<std::string_view> open_;
  bool in_tag_ = false;  // attributes may follow
};

}  // namespace pressoir::api
