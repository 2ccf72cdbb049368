#include "indexer/extract/html/decode.hpp"

#include <gtest/gtest.h>

namespace pressoir::extract::html {
namespace {

std::string text_of(std::string_view bytes, std::string_view outer_charset = {}) {
  return decode_utf8(bytes, outer_charset).value().text;
}

TEST(Decode, KeepsUtf8WhateverIsDeclared) {
  EXPECT_EQ(text_of("<meta charset=iso-8859-1><p>Économie"),
            "<meta charset=iso-8859-1><p>Économie");
  EXPECT_EQ(text_of("<p>Économie", "windows-1252"), "<p>Économie");
}

TEST(Decode, ReadsPlainAsciiAsUtf8) {
  const auto decoded = decode_utf8("<p>Paris</p>", "utf-16").value();

  EXPECT_EQ(decoded.text, "<p>Paris</p>");
  EXPECT_EQ(decoded.charset, "utf-8");
}

TEST(Decode, ReadsLatin1AsWindows1252) {
  EXPECT_EQ(text_of("<meta charset='ISO-8859-1'>l\x92\xE9t\xE9 \x80"),
            "<meta charset='ISO-8859-1'>l’été €");
}

TEST(Decode, BelievesTheHeaderBeforeTheMeta) {
  EXPECT_EQ(text_of("<meta charset=windows-1251>\xE9", "latin1"), "<meta charset=windows-1251>é");
}

TEST(Decode, ReadsDeclaredLatin9) {
  EXPECT_EQ(text_of("<meta http-equiv=\"Content-Type\" content=\"text/html; charset=iso-8859-15\">"
                    "c\xBDur, 10 \xA4"),
            "<meta http-equiv=\"Content-Type\" content=\"text/html; charset=iso-8859-15\">"
            "cœur, 10 €");
}

TEST(Decode, ReadsLatin10) {
  EXPECT_EQ(text_of("<meta charset=iso-8859-16><p>\xBDuvre, 3 \xA4, \xC9tat"),
            "<meta charset=iso-8859-16><p>œuvre, 3 €, État");
}

TEST(Decode, TakesUndeclaredBytesForWindows1252) {
  EXPECT_EQ(text_of("<p>\xC9lys\xE9\x65</p>"), "<p>Élysée</p>");
}

TEST(Decode, DoesNotBelieveUtf8ThatIsNot) {
  EXPECT_EQ(text_of("<meta charset=utf-8><p>R\xE9publique fran\xE7\x61ise</p>"),
            "<meta charset=utf-8><p>République française</p>");
}

TEST(Decode, PutsReplacementForAFewBadBytesOfUtf8) {
  EXPECT_EQ(text_of("éééééééééééé\xFF fin"), "éééééééééééé\uFFFD fin");
}

TEST(Decode, ReadsAPageCutInsideACharacter) {
  EXPECT_EQ(text_of("<p>né à l’\xC3"), "<p>né à l’\uFFFD");
}

TEST(Decode, ReadsByteOrderMarks) {
  using std::string_view_literals::operator""sv;

  EXPECT_EQ(text_of("\xEF\xBB\xBF<p>été"), "<p>été");
  EXPECT_EQ(text_of("\xFF\xFE<\0p\0>\0\xE9\0"sv), "<p>é");
  EXPECT_EQ(text_of("\xFE\xFF\0<\0p\0>\0\xE9"sv), "<p>é");
}

TEST(Decode, LeavesOutASecondByteOrderMark) {
  EXPECT_EQ(text_of("\xEF\xBB\xBF\xEF\xBB\xBF<p>été"), "<p>été");
}

TEST(Decode, RecognizesUtf16WithoutMark) {
  using std::string_view_literals::operator""sv;

  EXPECT_EQ(text_of("<\0p\0>\0\xE9\0t\0\xE9\0"sv), "<p>été");
}

TEST(Decode, ReplacesNul) {
  using std::string_view_literals::operator""sv;

  EXPECT_EQ(text_of("<p>a\0b</p>"sv), "<p>a\uFFFDb</p>");
}

TEST(Decode, ComposesAccents) {
  EXPECT_EQ(text_of("e\u0301te\u0301"), "été");
}

TEST(Decode, RepairsControlsThatCameThroughLatin1) {
  EXPECT_EQ(text_of("l\u0092État"), "l’État");
}

TEST(Decode, RepairsWhatWasEncodedTwice) {
  for (const auto& [bytes, text] : std::initializer_list<std::pair<const char*, const char*>>{
           {"<p>FiliÃ¨res d’avenir", "<p>Filières d’avenir"},
           {"<p>lâ€™Ã‰tat Ã\u00A0 la barre, dÂ«un mot", "<p>l’État à la barre, d«un mot"},
           {"<p>un cÅ“ur Ã prendre aprÃ¨s", "<p>un cœur à prendre après"},
           {"<p>NoÃ«l Ã\u0089ternel", "<p>Noël Éternel"},
           {"<h1>Les FiliÃ¨res</h1><p>Métiers d’été", "<h1>Les Filières</h1><p>Métiers d’été"},
       }) {
    EXPECT_EQ(text_of(bytes), text) << bytes;
  }
}

TEST(Decode, KeepsCapitalsThatLookEncodedTwice) {
  for (const char* text : {"<p>SÃO PAULO, MARANHÃ\u00A0: « CEARÁ »", "<p>“AMANHÔ, LIBERTÉ\u00A0!",
                           "<h1>FiliÃ</h1><p>Ã</p>", "<p>Ångström – Ä"}) {
    EXPECT_EQ(text_of(text), text);
  }
}

TEST(Decode, RefusesBinaryFormats) {
  using std::string_view_literals::operator""sv;

  for (const std::string_view bytes :
       {"%PDF-1.4\n"sv, "\x89PNG\r\n\x1A\n"sv, "PK\x03\x04zip"sv, "GIF89a"sv,
        "\x01\x02\x03\x04\x05\x06\x07\x08\x0E\x0F octets"sv}) {
    const auto decoded = decode_utf8(bytes, {});
    ASSERT_TRUE(decoded.has_error());
    EXPECT_EQ(decoded.error().code, base::Errc::kNotHtml);
  }
}

TEST(Charset, IsReadWhereverItIsDeclared) {
  EXPECT_EQ(declared_charset("<?xml version='1.0' encoding='ISO-8859-1'?><html>"), "ISO-8859-1");
  EXPECT_EQ(declared_charset("<html><META CHARSET=utf-8>"), "utf-8");
  EXPECT_EQ(declared_charset("<meta http-equiv=Content-Type content='text/html;charset=latin1'>"),
            "latin1");
  EXPECT_EQ(declared_charset("<!-- <meta charset=koi8-r> --><p>"), "");
  EXPECT_EQ(
      declared_charset("<script>" + std::string(6000, ' ') + "</script><meta charset=koi8-r>"),
      "koi8-r");
  EXPECT_EQ(declared_charset("<body><meta charset=koi8-r>"), "");
  EXPECT_EQ(declared_charset("<meta name=description content='charset=x'>"), "");
}

TEST(Charset, LabelsMeanWhatBrowsersTakeThemFor) {
  EXPECT_EQ(charset_from_label(" Latin1 "), "windows-1252");
  EXPECT_EQ(charset_from_label("us-ascii"), "windows-1252");
  EXPECT_EQ(charset_from_label("UTF8"), "utf-8");
  EXPECT_EQ(charset_from_label("iso885915"), "iso-8859-15");
  EXPECT_EQ(charset_from_label("csISOLatin9"), "iso-8859-15");
  EXPECT_EQ(charset_from_label("csMacintosh"), "macintosh");
  EXPECT_EQ(charset_from_label("x-user-defined"), "");
}

}  // namespace
}  // namespace pressoir::extract::html
