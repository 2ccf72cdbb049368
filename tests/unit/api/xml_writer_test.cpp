#include "server/api/xml_writer.hpp"

#include <gtest/gtest.h>

#include <string>

namespace pressoir::api {
namespace {

constexpr std::string_view kDeclaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

std::string text_as_written(std::string_view text) {
  std::string xml = std::move(XmlWriter().element("a", text)).take();
  return xml.substr(kDeclaration.size() + 3, xml.size() - kDeclaration.size() - 8);
}

std::string attribute_as_written(std::string_view value) {
  std::string xml = std::move(XmlWriter().open("a").attribute("b", value).close()).take();
  return xml.substr(kDeclaration.size() + 6, xml.size() - kDeclaration.size() - 10);
}

TEST(XmlWriter, NestsElements) {
  XmlWriter xml;
  xml.open("a").attribute("b", "1").attribute("c", "2").open("d").close().element("e", "é").close();
  EXPECT_EQ(std::move(xml).take(),
            std::string(kDeclaration) + "<a b=\"1\" c=\"2\"><d/>\n<e>é</e>\n</a>\n");
}

TEST(XmlWriter, EscapesWhatIsMarkup) {
  EXPECT_EQ(text_as_written("R&D <b>]]></b> \"oui\" 'non'"),
            "R&amp;D &lt;b&gt;]]&gt;&lt;/b&gt; \"oui\" 'non'");
  EXPECT_EQ(attribute_as_written("R&D <b> \"oui\""), "R&amp;D &lt;b&gt; &quot;oui&quot;");
}

TEST(XmlWriter, KeepsBlanksAsTheyAre) {
  EXPECT_EQ(text_as_written("a\tb\nc\rd"), "a\tb\nc&#13;d");
  EXPECT_EQ(attribute_as_written("a\tb\nc\rd"), "a&#9;b&#10;c&#13;d");
}

TEST(XmlWriter, LeavesOutWhatXmlCannotSay) {
  EXPECT_EQ(text_as_written(std::string_view("a\0b\x01\x08\x0b\x0c\x0e\x1f c", 11)), "ab c");
  EXPECT_EQ(text_as_written("a\xEF\xBF\xBE\xEF\xBF\xBF\x62"), "ab");
  EXPECT_EQ(text_as_written("\xEF\xBF\xBD \xEF\xBB\xBF 😀"), "\xEF\xBF\xBD \xEF\xBB\xBF 😀");
}

}  // namespace
}  // namespace pressoir::api
