#include "indexer/text/fold.hpp"

#include <gtest/gtest.h>

#include <string>

#include "indexer/base/utf8.hpp"

namespace pressoir::text {
namespace {

struct FoldRow {
  const char* text;
  const char* folded;
};

TEST(Fold, DropsAccentsAndCapitals) {
  for (const FoldRow& row :
       {FoldRow{"L’Économie", "l'economie"}, FoldRow{"ÀÂÄÉÈÊËÎÏÔÖÙÛÜŸÇ", "aaaeeeeiioouuuyc"},
        FoldRow{"PÔLES", "poles"}, FoldRow{"Noël à Saint-Étienne", "noel a saint-etienne"},
        FoldRow{"Łódź, Đoković, Øresund, İzmir", "lodz, dokovic, oresund, izmir"},
        FoldRow{"Ελλάδα", "ελλαδα"}, FoldRow{"ЁЛКА", "елка"}}) {
    EXPECT_EQ(fold(row.text), row.folded);
  }
}

TEST(Fold, OpensLigatures) {
  for (const FoldRow& row :
       {FoldRow{"cœur", "coeur"}, FoldRow{"ŒUVRE", "oeuvre"}, FoldRow{"ex æquo", "ex aequo"},
        FoldRow{"Æ", "ae"}, FoldRow{"Straße", "strasse"}, FoldRow{"ǽ Ǣ ǿ", "ae ae o"},
        FoldRow{"oﬃciel", "officiel"}}) {
    EXPECT_EQ(fold(row.text), row.folded);
  }
}

TEST(Fold, MakesTypographicApostrophesPlain) {
  EXPECT_EQ(fold("l’a l'a lʼa l‘a l‛a"), "l'a l'a l'a l'a l'a");
}

TEST(Fold, ReadsDecomposedAccentsAsComposedOnes) {
  EXPECT_EQ(fold("e\u0301conomie franc\u0327aise"), fold("économie française"));
}

TEST(Fold, OpensSuperscriptsAndSubscripts) {
  EXPECT_EQ(fold("CO₂, m², XXᵉ, nᵒ"), "co2, m2, xxe, no");
}

TEST(Fold, DropsInvisibleCharacters) {
  EXPECT_EQ(fold("in\u00ADdus\u200Btrie\uFEFF"), "industrie");
}

TEST(Fold, ReadsBadBytesAsReplacementCharacter) {
  EXPECT_EQ(fold("\xE9t\xE9"), "\uFFFDt\uFFFD");
  EXPECT_EQ(fold("\xED\xA0\x80z"), "\uFFFD\uFFFD\uFFFDz");
  EXPECT_TRUE(base::is_valid_utf8(fold("a\xF0\x9D\x84")));
}

TEST(Fold, FoldsEveryCharacterOnceAndForAll) {
  for (char32_t c = 1; c <= 0x10FFFF; ++c) {
    if (c >= 0xD800 && c <= 0xDFFF) continue;
    std::string character;
    append_utf8(c, character);
    const std::string once = fold(character);
    ASSERT_EQ(fold(once), once) << "U+" << std::hex << static_cast<unsigned>(c);
  }
}

TEST(Slug, KeepsLettersAndDigits) {
  EXPECT_EQ(slug("Arnaud Montebourg"), "arnaud-montebourg");
  EXPECT_EQ(slug("  Najat Vallaud-Belkacem !"), "najat-vallaud-belkacem");
  EXPECT_EQ(slug("François d’Aubert"), "francois-d-aubert");
  EXPECT_EQ(slug("Ayrault II (2012)"), "ayrault-ii-2012");
  EXPECT_EQ(slug("—"), "");
  EXPECT_EQ(slug(""), "");
}

TEST(ToNfc, ComposesAccents) {
  EXPECT_EQ(to_nfc("e\u0301te\u0301"), "été");
  EXPECT_EQ(to_nfc("été"), "été");
  EXPECT_EQ(to_nfc(""), "");
  EXPECT_EQ(to_nfc("\xE9"), "\uFFFD");
}

// Each of these 18 marks is three characters in form C.
TEST(ToNfc, HasRoomForCharactersThatGrow) {
  std::string text;
  for (int i = 0; i < 100; ++i) text += "\U0001D160";
  EXPECT_GT(to_nfc(text).size(), text.size());
}

TEST(AppendUtf8, WritesReplacementForWhatIsNoCharacter) {
  std::string out;
  append_utf8(0xD800, out);
  append_utf8(0x110000, out);
  append_utf8(U'€', out);
  EXPECT_EQ(out, "\uFFFD\uFFFD€");
}

}  // namespace
}  // namespace pressoir::text
