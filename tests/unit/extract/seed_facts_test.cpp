// The page and the facts that the project was given first.
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>
#include <string>

#include "indexer/extract/dates/date_finder.hpp"
#include "indexer/extract/people/minister_finder.hpp"
#include "indexer/gazetteer/gazetteer.hpp"

namespace pressoir::extract {
namespace {

TEST(SeedText, NamesItsTwoMinistersOnly) {
  std::ifstream file(PRESSOIR_SOURCE_DIR "/../shared/seed/portal-page.txt");
  if (!file) GTEST_SKIP() << "shared/seed/portal-page.txt is not beside the project";
  std::stringstream text;
  text << file.rdbuf();
  const gazetteer::Gazetteer& gazetteer = *gazetteer::Gazetteer::load().value();

  const auto found = people::MinisterFinder(gazetteer).find({"", text.str()}, {2012, 12, 5});

  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(found[0].name, "Arnaud Montebourg");
  EXPECT_EQ(found[0].office, "ministre du Redressement productif");
  EXPECT_EQ(found[1].name, "Fleur Pellerin");
  EXPECT_EQ(found[1].office,
            "ministre déléguée chargée des PME, de l’Innovation et de l’Économie numérique");
}

}  // namespace
}  // namespace pressoir::extract
