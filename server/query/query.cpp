#include "server/query/query.hpp"

#include <algorithm>
#include <utility>

namespace pressoir::query {

Query at_least(std::size_t least, std::vector<Query> children) {
  // Of one child all, any and some are the same.
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
    // The children of kExcept after the first are what is excluded.
    const bool is_except = node->kind == Query::Kind::kExcept;
    const auto first = is_except ? std::prev(node->children.rend()) : node->children.rbegin();
    for (auto child = first; child != node->children.rend(); ++child) open.push_back(&*child);
  }
  return leaves;
}

}  // namespace pressoir::query
