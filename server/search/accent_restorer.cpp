#include "server/search/accent_restorer.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "indexer/index/schema.hpp"

namespace pressoir::search {
namespace {

// A form counts when it is at least this share of the most frequent one.
constexpr double kLeastShare = 0.05;

struct AccentedForm {
  std::string exact;
  Xapian::doccount documents;
};

std::vector<AccentedForm> accented_forms(const std::string& folded,
                                         const Xapian::Database& database) {
  std::vector<AccentedForm> forms;
  const std::string prefix = index::exact_term(folded, "");
  for (auto term = database.allterms_begin(prefix); term != database.allterms_end(prefix); ++term) {
    forms.push_back({(*term).substr(prefix.size()), term.get_termfreq()});
  }
  return forms;
}

void restore_word(QueryWord& word, const Xapian::Database& database, text::Analyzer& analyzer) {
  if (word.exact != word.folded) return;
  const std::vector<AccentedForm> forms = accented_forms(word.folded, database);
  Xapian::doccount most = 0;
  for (const AccentedForm& form : forms) most = std::max(most, form.documents);
  for (const AccentedForm& form : forms) {
    const auto tokens = analyzer.analyze(form.exact);
    if (form.documents < kLeastShare * most || tokens.size() != 1) continue;
    const std::string stem(tokens.front().stem);
    const bool is_known =
        stem == word.stem ||
        std::find(word.other_stems.begin(), word.other_stems.end(), stem) != word.other_stems.end();
    if (is_known) continue;
    word.other_stems.push_back(stem);
    if (analyzer.is_own_stem(stem)) word.own_stems.push_back(stem);
  }
}

}  // namespace

void restore_accents(Query& query, const Xapian::Database& database, text::Analyzer& analyzer) {
  std::vector<Query*> open = {&query};
  while (!open.empty()) {
    Query* node = open.back();
    open.pop_back();
    if (node->kind == Query::Kind::kWord) restore_word(node->words.front(), database, analyzer);
    for (Query& child : node->children) open.push_back(&child);
  }
}

}  // namespace pressoir::search
