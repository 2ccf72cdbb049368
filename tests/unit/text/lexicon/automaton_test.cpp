#include "indexer/text/lexicon/automaton.hpp"

#include <gtest/gtest.h>

#include <map>
#include <optional>
#include <stdexcept>
#include <string>

namespace pressoir::text::lexicon {
namespace {

std::string_view bytes_of(const std::vector<std::uint32_t>& edges) {
  return {reinterpret_cast<const char*>(edges.data()), edges.size() * sizeof(edges[0])};
}

std::optional<std::uint32_t> value_of(const AutomatonView& view, std::string_view word) {
  std::uint32_t state = view.root();
  for (const char letter : word) {
    std::optional<std::uint32_t> next;
    view.for_each_edge(state, [&](const Edge& edge) {
      if (edge.letter == static_cast<std::uint8_t>(letter)) next = edge.target;
      return true;
    });
    if (!next) return std::nullopt;
    state = *next;
  }
  const Edge first = view.edge(state);
  return first.letter == 0 ? std::optional(first.target) : std::nullopt;
}

TEST(Automaton, FindsEachWordWithItsValueAndNoOther) {
  const std::map<std::string, std::uint32_t> words = {{"chant", 1}, {"chante", 2}, {"chanter", 3},
                                                      {"danse", 2}, {"danser", 3}, {"x", 0}};
  AutomatonWriter writer;
  for (const auto& [word, value] : words) writer.add(word, value);
  const auto result = std::move(writer).finish();
  const AutomatonView view(bytes_of(result.edges), result.root);
  for (const auto& [word, value] : words) EXPECT_EQ(value_of(view, word), value) << word;
  for (const char* word : {"", "c", "chan", "chants", "dansers", "y"}) {
    EXPECT_EQ(value_of(view, word), std::nullopt) << word;
  }
}

// Both verbs are followed by the same endings with the same values.
TEST(Automaton, WritesSharedEndingsOnce) {
  const auto edges_of = [](std::initializer_list<const char*> words) {
    AutomatonWriter writer;
    for (const char* word : words) writer.add(word, 7);
    return std::move(writer).finish().edges.size();
  };
  EXPECT_EQ(edges_of({"aler", "alons"}) + 1, edges_of({"aler", "alons", "bler", "blons"}));
}

TEST(Automaton, OfNoWordsIsEmpty) {
  const auto result = AutomatonWriter().finish();
  EXPECT_EQ(value_of(AutomatonView(bytes_of(result.edges), result.root), ""), std::nullopt);
}

TEST(Automaton, RefusesWordsOutOfOrder) {
  AutomatonWriter writer;
  writer.add("b", 0);
  EXPECT_THROW(writer.add("a", 0), std::logic_error);
  EXPECT_THROW(writer.add("b", 0), std::logic_error);
}

}  // namespace
}  // namespace pressoir::text::lexicon
