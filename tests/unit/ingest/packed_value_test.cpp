#include "indexer/ingest/packed_value.hpp"

#include <gtest/gtest.h>

#include "indexer/extract/extractor.hpp"

namespace pressoir::ingest {
namespace {

using extract::Draft;

// A draft in which every kind of member has a value.
Draft full_draft() {
  Draft draft;
  draft.given.emplace();
  draft.given->url = "https://a.fr/1";
  draft.given->ministers = {{"fleur-pellerin", "Fleur Pellerin", "ministre déléguée",
                             base::Role::kSpeaker, "numerique", base::MinisterEvidence::kTitle}};
  draft.given->themes_inferred = true;
  draft.given->first_indexed = 1'354'700'000;
  draft.facts.heading = "Déclaration";
  draft.facts.metas = {{"author", "Fleur Pellerin"}, {"", ""}};
  draft.facts.json_ld = {"{}", ""};
  draft.facts.is_list_of_links = true;
  draft.facts.text = "Un.\nDeux.";
  draft.facts.blocks = {{base::BlockKind::kHeading, 0, 3}, {base::BlockKind::kParagraph, 4, 9}};
  draft.date = {{2012, 12, 5}, base::DateSource::kTitle, base::Confidence::kHigh, true};
  draft.fingerprint = {1, {2, 3}};
  return draft;
}

void expect_equal(const Draft& a, const Draft& b) {
  EXPECT_EQ(a.given, b.given);
  EXPECT_EQ(a.facts, b.facts);
  EXPECT_EQ(a.date, b.date);
  EXPECT_EQ(a.fingerprint, b.fingerprint);
}

TEST(PackedValue, GivesBackWhatWasPacked) {
  expect_equal(unpack<Draft>(pack(full_draft())), full_draft());
  expect_equal(unpack<Draft>(pack(Draft())), Draft());
}

TEST(PackedValue, RefusesBytesThatAreCutShort) {
  const std::string bytes = pack(full_draft());
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    EXPECT_THROW(unpack<Draft>(std::string_view(bytes).substr(0, size)), std::runtime_error);
  }
}

TEST(PackedValue, RefusesBytesThatGoOn) {
  EXPECT_THROW(unpack<Draft>(pack(full_draft()) + "x"), std::runtime_error);
}

TEST(PackedValue, RefusesSizesBeyondWhatIsThere) {
  EXPECT_THROW(unpack<std::vector<std::string>>(std::string("\xff\xff\xff\xff", 4)),
               std::runtime_error);
  EXPECT_THROW(unpack<std::string>(std::string("\xff\xff\xff\xff", 4)), std::runtime_error);
}

}  // namespace
}  // namespace pressoir::ingest
