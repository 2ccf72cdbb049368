#include "server/wording/terms.hpp"

#include <gtest/gtest.h>

#include <set>

#include "server/query/request_parameters.hpp"

namespace pressoir::wording {
namespace {

TEST(Terms, ExplainEachParameterOfSearchesInItsOwnWords) {
  std::set<std::string_view> meanings;
  for (const query::RequestParameter& row : query::request_parameters()) {
    const std::string_view name = row.parameter.name;
    EXPECT_FALSE(parameter_in_words(name).empty()) << name;
    EXPECT_TRUE(meanings.insert(parameter_in_words(name)).second) << name;
  }
  EXPECT_EQ(parameter_in_words("to"), "Dernier jour, compris ; « 2012 » finit le 31 décembre.");
  EXPECT_EQ(parameter_in_words("not_theme"), "Écarte ce thème et tout ce qu’il contient.");
}

TEST(Terms, NameFacetsFiltersAndTheirRemoval) {
  EXPECT_EQ(words_of(base::Facet::kLineage).title, "Ministère");
  EXPECT_EQ(none_in_words(base::Facet::kLineage), "sans ministère");
  EXPECT_EQ(except("Industrie"), "sauf Industrie");
  EXPECT_EQ(without_filter("Industrie"), "Sans le filtre «\u00A0Industrie\u00A0»");
  EXPECT_EQ(without_exclusion("Industrie"), "Sans exclure «\u00A0Industrie\u00A0»");
}

TEST(Terms, LeaveTheParametersOfOneEndpointToIt) {
  EXPECT_EQ(parameter_in_words("bom"), "");
  EXPECT_EQ(parameter_in_words(""), "");
}

TEST(Terms, TellAFailureByItsType) {
  EXPECT_EQ(problem_in_words("/problems/not-found").title, "Page introuvable");
  EXPECT_EQ(problem_in_words("/problems/not-found").detail,
            "Aucune page ne se trouve à cette adresse.");
  EXPECT_EQ(problem_in_words("/problems/unknown").title, "");
}

}  // namespace
}  // namespace pressoir::wording
