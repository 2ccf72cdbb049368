#include "server/search/query.hpp"

#include <algorithm>
#include <utility>

#include "server/search/spellings.hpp"

namespace pressoir::search {

std::vector<std::string> stem_lists(const QueryWord& word, bool in_title) {
  std::vector<std::string> names = {stem_list(word.stem, in_title)};
  for (const std::string& stem : word.other_stems) names.push_back(stem_list(stem, in_title));
  return names;
}

Query at_least(std::size_t least, std::vector<Query> children) {
  if (children.size() == 1) return std::move(children.front());
  Query node;
  node.kind = Query::Kind::kAtLeast;
  node.least = least;
  node.children = std::move(children);
  return node;
}

Query all_of(std::vector<Query> children) {
  const std::size_t count = children.size();
  return at_least(count, std::move(children));
}

void restrict_to_title(Query& query) {
  query.in_title = true;
  for (Query& child : query.children) restrict_to_title(child);
}

std::vector<const Query*> positive_leaves(const Query& query) {
  std::vector<const Query*> leaves;
  std::vector<const Query*> open = {&query};
  while (!open.empty()) {
    const Query* node = open.back();
    open.pop_back();
    if (!node->words.empty()) leaves.push_back(node);
    const bool is_except = node->kind == Query::Kind::kExcept;
    const auto first = is_except ? std::prev(node->children.rend()) : node->children.rbegin();
    for (auto child = first; child != node->children.rend(); ++child) open.push_back(&*child);
  }
  return leaves;
}

}  // namespace pressoir::search
