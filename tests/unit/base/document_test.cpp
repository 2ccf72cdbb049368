#include "indexer/base/document.hpp"

#include <gtest/gtest.h>

#include <set>

namespace pressoir::base {
namespace {

template <typename Enum>
std::set<std::string_view> names_up_to(Enum last) {
  std::set<std::string_view> names;
  for (int i = 0; i <= static_cast<int>(last); ++i) names.insert(to_string(static_cast<Enum>(i)));
  return names;
}

TEST(Document, NamesEveryEnumeratorDifferently) {
  EXPECT_EQ(names_up_to(DateSource::kUrl).size(), static_cast<std::size_t>(DateSource::kUrl) + 1);
  EXPECT_EQ(names_up_to(Confidence::kHigh),
            (std::set<std::string_view>{"none", "low", "medium", "high"}));
  EXPECT_EQ(names_up_to(Role::kSpeaker),
            (std::set<std::string_view>{"mentioned", "author", "speaker"}));
  EXPECT_EQ(names_up_to(BlockKind::kQuote),
            (std::set<std::string_view>{"paragraph", "heading", "list_item", "table_cell",
                                        "caption", "quote"}));
}

}  // namespace
}  // namespace pressoir::base
