#include "server/search/interpreter.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "indexer/index/schema.hpp"
#include "indexer/text/fold.hpp"
#include "server/search/accent_restorer.hpp"

namespace pressoir::search {
namespace {

QueryWord folded_word(const std::string& folded) {
  return {folded, folded, folded, {}, false};
}

void expand_prefix(Query& leaf, const Xapian::Database& database, std::vector<std::string>& notes) {
  const std::string prefix = text::fold(leaf.surface);
  for (auto term = database.allterms_begin(prefix); term != database.allterms_end(prefix); ++term) {
    if (leaf.words.size() == kMaxPrefixWords) {
      notes.push_back("plus de " + std::to_string(kMaxPrefixWords) + " mots commencent par « " +
                      leaf.surface + " », lu comme un mot entier : ajoutez des lettres");
      leaf.kind = Query::Kind::kWord;
      leaf.words = {folded_word(prefix)};
      return;
    }
    leaf.words.push_back(folded_word(*term));
  }
}

// True when every word of `typed` is in `name`: `montebourg` means `arnaud-montebourg`. Both are
// slugs: words separated by `-`.
bool names(std::string_view typed, std::string_view name) {
  const std::string whole = "-" + std::string(name) + "-";
  while (!typed.empty()) {
    const std::size_t end = std::min(typed.find('-'), typed.size());
    if (whole.find("-" + std::string(typed.substr(0, end)) + "-") == std::string::npos) {
      return false;
    }
    typed.remove_prefix(std::min(end + 1, typed.size()));
  }
  return true;
}

// The values that are meant: the one that is typed if there is one, else all that are named so.
void find_values(Query& leaf, const Columns& columns) {
  const std::vector<std::string>& values = columns.facet(leaf.facet).values();
  const std::string typed = text::slug(leaf.surface);
  if (typed.empty()) return;
  for (const std::string& value : values) {
    const auto label = columns.labels.find(value);
    const bool is_it = text::slug(value) == typed ||
                       (label != columns.labels.end() && text::slug(label->second) == typed);
    if (is_it) leaf.values.push_back(value);
  }
  if (!leaf.values.empty()) return;
  for (const std::string& value : values) {
    const auto label = columns.labels.find(value);
    if (names(typed, text::slug(value)) ||
        (label != columns.labels.end() && names(typed, text::slug(label->second)))) {
      leaf.values.push_back(value);
    }
  }
}

}  // namespace

void interpret(ParsedQuery& parsed, const Xapian::Database& database, const Columns& columns,
               text::Analyzer& analyzer) {
  restore_accents(parsed.query, database, analyzer);
  std::vector<Query*> open = {&parsed.query};
  while (!open.empty()) {
    Query* node = open.back();
    open.pop_back();
    if (node->kind == Query::Kind::kPrefix) expand_prefix(*node, database, parsed.notes);
    if (node->kind == Query::Kind::kFacet) find_values(*node, columns);
    for (Query& child : node->children) open.push_back(&child);
  }
}

}  // namespace pressoir::search
