#include "server/links/filters.hpp"

#include <gtest/gtest.h>

namespace pressoir::links {
namespace {

using query::SearchRequest;

TEST(FilterTags, NameEveryConditionAndDropItAlone) {
  SearchRequest request;
  request.filters[0].any_of = {"arnaud-montebourg"};
  request.filters[2].any_of = {"none"};
  request.filters[5].none_of = {"ayrault-2"};
  request.to = {2014, 0, 0};
  search::SearchResults results;
  results.facets[0].emplace().values = {{"arnaud-montebourg", "Arnaud Montebourg", 4, true}};
  results.facets[5].emplace().values = {{"ayrault-2", "Ayrault II", 9, false}};

  const auto tags = filter_tags(request, results);

  ASSERT_EQ(tags.size(), 4u);
  EXPECT_EQ(tags[0].text, "Arnaud Montebourg");
  EXPECT_EQ(tags[0].href, "/?theme=none&not_government=ayrault-2&to=2014");
  EXPECT_EQ(tags[1].text, "sans thème");
  EXPECT_EQ(tags[2].text, "sauf Ayrault II");
  EXPECT_EQ(tags[2].href, "/?minister=arnaud-montebourg&theme=none&to=2014");
  EXPECT_EQ(tags[3].text, "jusqu’en 2014");
  EXPECT_EQ(tags[3].href, "/?minister=arnaud-montebourg&theme=none&not_government=ayrault-2");
}

TEST(FilterTags, FallBackOnTheBareValue) {
  SearchRequest request;
  request.filters[0].any_of = {"personne-d-autre"};

  EXPECT_EQ(filter_tags(request, {})[0].text, "personne-d-autre");
}

}  // namespace
}  // namespace pressoir::links
