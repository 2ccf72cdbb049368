#include "indexer/base/fields.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>

namespace pressoir::base {
namespace {

using testing::ElementsAre;

template <typename Keep>
std::vector<std::string_view> names_where(Keep keep) {
  std::vector<std::string_view> names;
  for (const FieldInfo& field : kFields) {
    if (keep(field)) names.push_back(field.name);
  }
  return names;
}

// Written in every index: to move one is to raise the schema version.
TEST(Fields, KeepTheirSlots) {
  std::map<unsigned, std::string_view> slots;
  for (const FieldInfo& field : kFields) {
    if (field.slot != kNoSlot) slots[field.slot] = field.name;
  }
  EXPECT_EQ(slots, (std::map<unsigned, std::string_view>{{0, "date"},
                                                         {1, "ministers"},
                                                         {2, "themes"},
                                                         {3, "type"},
                                                         {4, "source"},
                                                         {5, "government"},
                                                         {6, "id"},
                                                         {7, "first_indexed"},
                                                         {9, "lineages"},
                                                         {12, "persons"}}));
}

TEST(Fields, ListFacetsInTheOrderOfAnswers) {
  std::vector<std::string_view> names;
  for (const Facet facet : kFacets) names.push_back(to_string(facet));
  EXPECT_THAT(names, ElementsAre("minister", "person", "theme", "type", "source", "government", "lineage"));
  EXPECT_TRUE(info(Facet::kTheme).facet->is_tree);
  EXPECT_EQ(info(Facet::kLineage).name, "lineages");
}

TEST(Fields, KeepComputedFieldsOutOfTheStoredDocument) {
  EXPECT_THAT(names_where([](const FieldInfo& field) { return field.stored == Stored::kNo; }),
              ElementsAre("id", "persons", "lineages"));
  for (const FieldInfo& field : kFields) {
    Document document;
    const bool is_member = visit_field(document, field, [](auto&) { return true; });
    EXPECT_TRUE(is_member || field.stored == Stored::kNo) << field.name;
  }
}

TEST(Fields, ReadAndWriteTheMember) {
  Document document;
  visit_field(document, info(Field::kTitle), [](auto& value) {
    if constexpr (std::is_same_v<decltype(value), std::string&>) value = "Vœux";
  });
  EXPECT_EQ(document.title, "Vœux");
  const auto size = [](const auto& value) -> std::size_t {
    if constexpr (requires { value.size(); }) return value.size();
    return 0;
  };
  EXPECT_EQ(visit_field(std::as_const(document), info(Field::kTitle), size), 5U);
  document.ministers = {{"a", "A", "", Role::kSpeaker, "interieur"}};
  EXPECT_EQ(visit_field(std::as_const(document), info(Field::kLineages), size), 1U);
}

}  // namespace
}  // namespace pressoir::base
