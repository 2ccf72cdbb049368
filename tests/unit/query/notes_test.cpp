#include "server/query/notes.hpp"

#include <gtest/gtest.h>

namespace pressoir::query {
namespace {

TEST(Excerpt, IsWholeUpToEightyBytesAndThenCutBetweenCharacters) {
  EXPECT_EQ(excerpt("pôles"), "pôles");
  EXPECT_EQ(excerpt(std::string(80, 'a')), std::string(80, 'a'));
  EXPECT_EQ(excerpt(std::string(81, 'a')), std::string(80, 'a') + "…");
  EXPECT_EQ(excerpt(std::string(79, 'a') + "é"), std::string(79, 'a') + "…");
}

TEST(Excerpt, HasBlanksForControlCharacters) {
  EXPECT_EQ(excerpt("a\tb\nc"), "a b c");
}

TEST(Notes, KeepEqualNotesOnce) {
  Notes notes;
  notes.add({NoteKind::kUnpairedQuote});
  notes.add({NoteKind::kLoneOperator, "ET"});
  notes.add({NoteKind::kLoneOperator, "OU"});
  notes.add({NoteKind::kUnpairedQuote});

  ASSERT_EQ(notes.list().size(), 3U);
  EXPECT_EQ(notes.list()[0].kind, NoteKind::kUnpairedQuote);
  EXPECT_EQ(notes.list()[2].text, "OU");
  EXPECT_EQ(notes.dropped(), 0U);
}

TEST(Notes, AreEqualWhenTheirExcerptsAre) {
  Notes notes;
  notes.add({NoteKind::kRespelled, std::string(100, 'a'), {std::string(90, 'b')}});
  notes.add({NoteKind::kRespelled, std::string(200, 'a'), {std::string(95, 'b')}});

  ASSERT_EQ(notes.list().size(), 1U);
  EXPECT_EQ(notes.list()[0].text, std::string(80, 'a') + "…");
  EXPECT_EQ(notes.list()[0].names[0], std::string(80, 'b') + "…");
}

TEST(Notes, CountWhatTheyDoNotKeep) {
  Notes notes;
  for (int i = 0; i < 20; ++i) notes.add({NoteKind::kLoneOperator, std::to_string(i)});

  EXPECT_EQ(notes.list().size(), kMaxNotes);
  EXPECT_EQ(notes.dropped(), 20 - kMaxNotes);
}

}  // namespace
}  // namespace pressoir::query
