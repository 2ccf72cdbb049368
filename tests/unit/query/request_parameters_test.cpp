#include "server/query/request_parameters.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>

namespace pressoir::query {
namespace {

using testing::IsEmpty;

// A value other than the default, as a client would write it.
std::string other_value(const Parameter& parameter) {
  switch (parameter.kind) {
    case ParameterKind::kText:
    case ParameterKind::kValue:
      return "industrie";
    case ParameterKind::kDate:
      return "2012-12";
    case ParameterKind::kInteger:
      return "7";
    case ParameterKind::kChoice:
    case ParameterKind::kList:
      return std::string(parameter.choices.back());
    case ParameterKind::kBoolean:
      return "true";
  }
  return "";
}

SearchRequest request_with(const RequestParameter& row) {
  SearchRequest request;
  const std::string value = other_value(row.parameter);
  row.read({&value, 1}, request);
  return request;
}

TEST(RequestParameters, HaveNamesOfTheirOwnAndMeanings) {
  std::set<std::string_view> names;
  for (const RequestParameter& row : request_parameters()) {
    EXPECT_TRUE(names.insert(row.parameter.name).second) << row.parameter.name;
    EXPECT_FALSE(row.parameter.meaning.empty()) << row.parameter.name;
  }
}

TEST(RequestParameters, FiltersHaveTheNamesOfTheirFacets) {
  for (const base::Facet facet : base::kFacets) {
    const std::string name(to_string(facet));
    for (const RequestParameter& row : request_parameters()) {
      const SearchRequest request = request_with(row);
      const FacetFilter& filter = request.filter(facet);
      EXPECT_EQ(!filter.any_of.empty(), row.parameter.name == name) << row.parameter.name;
      EXPECT_EQ(!filter.none_of.empty(), row.parameter.name == "not_" + name) << row.parameter.name;
    }
  }
}

TEST(RequestParameters, PrintWhatTheyReadAndNothingForTheDefault) {
  for (const RequestParameter& row : request_parameters()) {
    EXPECT_THAT(row.print({}), IsEmpty()) << row.parameter.name;
    EXPECT_THAT(row.print(request_with(row)), testing::ElementsAre(other_value(row.parameter)))
        << row.parameter.name;
  }
}

TEST(RequestParameters, ReadTheirDefaultAsTheDefault) {
  for (const RequestParameter& row : request_parameters()) {
    if (row.parameter.default_value.empty()) continue;
    SearchRequest request = request_with(row);
    const std::string value(row.parameter.default_value);
    row.read({&value, 1}, request);
    EXPECT_THAT(row.print(request), IsEmpty()) << row.parameter.name;
  }
}

TEST(RequestParameters, CopyTheirOwnMemberOnly) {
  for (const RequestParameter& row : request_parameters()) {
    for (const RequestParameter& other : request_parameters()) {
      SearchRequest copy;
      other.copy(request_with(row), copy);
      const bool is_copied = !row.print(copy).empty();
      EXPECT_EQ(is_copied, row.parameter.name == other.parameter.name)
          << row.parameter.name << ' ' << other.parameter.name;
    }
  }
}

TEST(RequestParameters, SortIsComparedWithTheDefaultOfTheQuery) {
  const auto& rows = request_parameters();
  const auto sort = std::find_if(rows.begin(), rows.end(), [](const RequestParameter& row) {
    return row.parameter.name == "sort";
  });
  SearchRequest request;
  request.sort = Sort::kNewest;
  EXPECT_THAT(sort->print(request), IsEmpty());
  request.q = "industrie";
  EXPECT_THAT(sort->print(request), testing::ElementsAre("newest"));
}

}  // namespace
}  // namespace pressoir::query
