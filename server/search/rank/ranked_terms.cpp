#include "server/search/rank/ranked_terms.hpp"

#include <algorithm>
#include <string_view>
#include <unordered_set>
#include <utility>

namespace pressoir::search::rank {
namespace {

class Collector {
 public:
  std::vector<RankedTerm> collect(const query::Query& query) {
    add(query, false);
    if (terms_.empty()) add(query, true);
    return std::move(terms_);
  }

 private:
  void add(const query::Query& query, bool with_stopwords) {
    std::vector<const query::Query*> open = {&query};
    while (!open.empty()) {
      const query::Query* node = open.back();
      open.pop_back();
      if (node->kind == query::Query::Kind::kPrefix) {
        add_prefix(*node);
      } else {
        for (const store::QueryWord& word : node->words) add_word(word, *node, with_stopwords);
      }
      const bool is_either = node->kind == query::Query::Kind::kEither;
      if (is_either) add_alternatives(*node);
      const bool is_first_only = is_either || node->kind == query::Query::Kind::kExcept;
      const auto first = is_first_only ? std::prev(node->children.rend()) : node->children.rbegin();
      for (auto child = first; child != node->children.rend(); ++child) open.push_back(&*child);
    }
  }

  void add_word(const store::QueryWord& word, const query::Query& leaf, bool with_stopwords) {
    const bool is_silent = word.is_stopword && !with_stopwords && leaf.words.size() > 1;
    if (is_silent || !known_.insert(word.folded).second) return;
    terms_.push_back({{&word}, false, leaf.in_title, {}});
  }

  void add_prefix(const query::Query& leaf) {
    RankedTerm term;
    term.is_prefix = true;
    term.in_title = leaf.in_title;
    for (const store::QueryWord& word : leaf.words) term.words.push_back(&word);
    if (!term.words.empty()) terms_.push_back(std::move(term));
  }

  void add_alternatives(const query::Query& either) {
    RankedTerm term;
    for (std::size_t i = 1; i < either.children.size(); ++i) {
      term.also.push_back(&either.children[i]);
    }
    terms_.push_back(std::move(term));
  }

  std::vector<RankedTerm> terms_;
  std::unordered_set<std::string_view> known_;
};

}  // namespace

std::vector<RankedTerm> ranked_terms(const query::Query& query) {
  return Collector().collect(query);
}

}  // namespace pressoir::search::rank
