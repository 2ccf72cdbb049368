// Writes XML 1.0 straight into a string, in the order of the calls. Used by one thread at a time.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace pressoir::api {

// Names are ours: they are written as they are and must live until the element is closed. Texts are
// UTF-8 and whatever an archive holds: what XML cannot say (control characters, U+FFFE, U+FFFF) is
// left out of them, the rest is escaped.
class XmlWriter {
 public:
  XmlWriter();  // begins with the XML declaration

  XmlWriter& open(std::string_view name);
  // Only right behind open() or another attribute.
  XmlWriter& attribute(std::string_view name, std::string_view value);
  XmlWriter& text(std::string_view value);
  XmlWriter& close();  // the element opened last

  // An element that holds nothing but text.
  XmlWriter& element(std::string_view name, std::string_view value);

  std::string take() && { return std::move(xml_); }

 private:
  void end_tag();

  std::string xml_;
  std::vector<std::string_view> open_;
  bool in_tag_ = false;  // attributes may follow
};

}  // namespace pressoir::api
