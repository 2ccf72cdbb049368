#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "server/pages/pages.hpp"
#include "tests/unit/pages/html_check.hpp"
#include "tests/unit/pages/invented.hpp"

namespace pressoir::pages {
namespace {

using testing::HasSubstr;

TEST(ProblemPage, SaysWhatHappenedAndOffersTheBox) {
  const auto pages = Pages::load("").value();

  const std::string html = pages->problem_page(
      {404, "Page introuvable", "Aucune page n’a l’adresse <x>."}, invented_archive());

  EXPECT_EQ(fault_of(html), "");
  EXPECT_THAT(html, HasSubstr("<title>Page introuvable – Pressoir</title>"));
  EXPECT_THAT(html, HasSubstr("<h1>Page introuvable</h1>"));
  EXPECT_THAT(html, HasSubstr("Erreur 404"));
  EXPECT_THAT(html, HasSubstr("l’adresse &lt;x&gt;."));
  EXPECT_THAT(html, HasSubstr("name=\"q\""));
}

}  // namespace
}  // namespace pressoir::pages
