#include "server/query/expand/speller.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <map>
#include <string>
#include <vector>

#include "indexer/index/open.hpp"
#include "server/query/query_parser.hpp"
#include "tests/unit/search/search_fixture.hpp"

namespace pressoir::query::expand {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

store::Vocabulary vocabulary_of(const std::map<std::string, std::uint32_t>& words) {
  store::Vocabulary vocabulary;
  for (const auto& [word, documents] : words) vocabulary.append(word, documents);
  return vocabulary;
}

struct Row {
  const char* typed;
  const char* meant;  // empty: the word stays as it is
};

TEST(Speller, FindsTheWordThatWasMeant) {
  const store::Vocabulary vocabulary = vocabulary_of({{"auto", 900},
                                                      {"chaque", 800},
                                                      {"competitivite", 400},
                                                      {"concurrence", 90},
                                                      {"entrepreneur", 300},
                                                      {"harcelement", 50},
                                                      {"indemnite", 60},
                                                      {"maire", 700},
                                                      {"ministre", 1000},
                                                      {"pharmacie", 20},
                                                      {"professionnelle", 500}});
  constexpr std::array kRows = {
      Row{"competivite", "competitivite"},       // letters left out
      Row{"concurence", "concurrence"},          // a double letter made one
      Row{"indemntie", "indemnite"},             // letters swapped
      Row{"minisstre", "ministre"},              // a letter too many
      Row{"pharmscie", "pharmacie"},             // a neighbour on the keyboard
      Row{"minostre", "ministre"},               // a vowel for another
      Row{"minibtre", "ministre"},               // any letter for another
      Row{"arcelement", "harcelement"},          // as it sounds
      Row{"farmacie", "pharmacie"},              //
      Row{"profesionnelle", "professionnelle"},  //
      Row{"autoentrepreneur", "auto entrepreneur"},
      Row{"ministre", ""},  // is there
      Row{"marre", ""},     // another word, not `maire`
      Row{"craque", ""},    // nor is this `chaque`
      Row{"mai", ""},       // too short to say
      Row{"ministr3", ""},  // numbers are not respelt
      Row{"xylophone", ""},
      Row{"", ""},
  };
  for (const Row& row : kRows) {
    EXPECT_EQ(respell(row.typed, vocabulary).value_or(""), row.meant) << row.typed;
  }
}

TEST(Speller, PrefersTheMoreFrequentOfEquallyNearWords) {
  const store::Vocabulary vocabulary = vocabulary_of({{"licenciement", 300}, {"licenciemment", 2}});
  EXPECT_EQ(respell("licencement", vocabulary), "licenciement");
}

TEST(Speller, PartsOnlyFrequentWords) {
  const store::Vocabulary vocabulary = vocabulary_of({{"ants", 1}, {"mepris", 300}, {"de", 9000}});
  EXPECT_EQ(respell("meprisants", vocabulary), std::nullopt);
}

TEST(Speller, BoundsItsWork) {
  const store::Vocabulary vocabulary = vocabulary_of({{"ministre", 1}});
  EXPECT_EQ(respell(std::string(100'000, 'm'), vocabulary), std::nullopt);
}

TEST(Sound, IsTheSameForSpellingsThatSoundAlike) {
  EXPECT_EQ(sound_of("pharmacie"), sound_of("farmassie"));
  EXPECT_EQ(sound_of("quotidien"), sound_of("cotidien"));
  EXPECT_EQ(sound_of("aider"), sound_of("aidee"));
  EXPECT_EQ(sound_of("conges"), sound_of("conger"));
  EXPECT_EQ(sound_of("bureaux"), sound_of("buro"));
  EXPECT_NE(sound_of("maire"), sound_of("marre"));
  EXPECT_NE(sound_of("maree"), sound_of("marre"));
  EXPECT_EQ(sound_of(""), "");
}

}  // namespace
}  // namespace pressoir::query::expand
