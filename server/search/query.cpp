#include "server/search/query.hpp"

namespace pressoir::search {

std::vector<const Query*> positive_leaves(const Query& query) {
  std::vector<const Query*> leaves;
  std::vector<const Query*> open = {&query};
  while (!open.empty()) {
    const Query* node = open.back();
    open.pop_back();
    switch (node->kind) {
      case Query::Kind::kEverything:
        break;
      case Query::Kind::kWord:
      case Query::Kind::kPhrase:
        leaves.push_back(node);
        break;
      case Query::Kind::kExcept:
        open.push_back(&node->children.front());
        break;
      case Query::Kind::kAtLeast:
        for (auto child = node->children.rbegin(); child != node->children.rend(); ++child) {
          open.push_back(&*child);
        }
        break;
    }
  }
  return leaves;
}

}  // namespace pressoir::search
