#include "server/search/interpreter.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "indexer/index/schema.hpp"
#include "indexer/text/fold.hpp"
#include "server/search/accent_restorer.hpp"
#include "server/search/query_widener.hpp"
#include "server/search/speller.hpp"
#include "server/search/word_reader.hpp"

namespace pressoir::search {
namespace {

QueryWord folded_word(std::string_view folded) {
  QueryWord word;
  word.exact = word.folded = word.stem = folded;
  return word;
}

void expand_prefix(Query& leaf, const Vocabulary& vocabulary, std::vector<std::string>& notes) {
  const std::string prefix = text::fold(leaf.surface);
  const Vocabulary::Range range = vocabulary.completions(prefix);
  if (range.end - range.begin > kMaxPrefixWords) {
    notes.push_back("plus de " + std::to_string(kMaxPrefixWords) + " mots commencent par « " +
                    leaf.surface + " », lu comme un mot entier : ajoutez des lettres");
    leaf.kind = Query::Kind::kWord;
    leaf.words = {folded_word(prefix)};
    return;
  }
  for (std::uint32_t place = range.begin; place < range.end; ++place) {
    leaf.words.push_back(folded_word(vocabulary.word(place)));
  }
}

bool is_known(const QueryWord& word, const Xapian::Database& database) {
  return database.term_exists(word.folded) ||
         database.term_exists(index::term(index::kStemPrefix, word.stem));
}

// As the archive writes the words: `pôles compétitivité` of `poles competitivite`.
std::string written(std::string_view folded_words, const Vocabulary& vocabulary) {
  std::string text;
  while (!folded_words.empty()) {
    const std::size_t end = std::min(folded_words.find(' '), folded_words.size());
    const std::string_view word = folded_words.substr(0, end);
    const auto place = vocabulary.find(word);
    if (!text.empty()) text += ' ';
    text += place ? vocabulary.written(*place) : word;
    folded_words.remove_prefix(std::min(end + 1, folded_words.size()));
  }
  return text;
}

// A word that no document holds becomes the one that was meant, or the two.
void respell_word(Query& leaf, const ReadingContext& context, ParsedQuery& parsed,
                  Reading& reading) {
  if (is_known(leaf.words.front(), context.database)) return;
  const Vocabulary& vocabulary = context.snapshot.vocabulary;
  const auto folded = respell(leaf.words.front().folded, vocabulary);
  if (!folded) return;
  const std::string read = written(*folded, vocabulary);
  const bool in_title = leaf.in_title;
  const std::string typed = leaf.surface;
  std::vector<Query> words = WordReader(context.analyzer, kMaxQueryWords).words(read);
  if (words.empty()) return;
  leaf = all_of(std::move(words));
  if (in_title) restrict_to_title(leaf);
  parsed.notes.push_back("« " + typed + " » est lu « " + read + " »");
  reading.respellings.push_back({typed, read});
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

// Calls `visit` with every node, parents first; `visit` may change the node and its children.
// It is told whether the node is asked for, not left out.
template <typename Visit>
void visit_nodes(Query& query, const Visit& visit) {
  std::vector<std::pair<Query*, bool>> open = {{&query, true}};
  while (!open.empty()) {
    const auto [node, is_wanted] = open.back();
    open.pop_back();
    visit(*node, is_wanted);
    const bool is_except = node->kind == Query::Kind::kExcept;
    for (Query& child : node->children) {
      open.emplace_back(&child, is_wanted && !(is_except && &child != &node->children.front()));
    }
  }
}

}  // namespace

Reading interpret(ParsedQuery& parsed, const ReadingContext& context) {
  Reading reading;
  visit_nodes(parsed.query, [&](Query& node, bool is_wanted) {
    switch (node.kind) {
      case Query::Kind::kWord:
        if (is_wanted) respell_word(node, context, parsed, reading);
        return;
      case Query::Kind::kPrefix:
        return expand_prefix(node, context.snapshot.vocabulary, parsed.notes);
      case Query::Kind::kFacet:
        return find_values(node, context.snapshot.columns);
      default:
        return;
    }
  });
  restore_accents(parsed.query, context.database, context.analyzer);
  widen(parsed, context, reading);
  return reading;
}

}  // namespace pressoir::search
