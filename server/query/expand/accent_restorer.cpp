#include "server/query/expand/accent_restorer.hpp"

#include <algorithm>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace pressoir::query::expand {
namespace {

// A form counts when it is at least this share of the most frequent one.
constexpr double kLeastShare = 0.05;

struct AccentedForm {
  std::string exact;
  std::uint32_t documents;
};

std::vector<AccentedForm> accented_forms(const std::string& folded,
                                         const store::Spellings& spellings,
                                         store::Postings& postings) {
  std::vector<AccentedForm> forms;
  spellings.visit_folded(folded, [&](std::string_view exact) {
    if (exact == folded) return;
    std::string form(exact);
    const std::uint32_t documents = postings.of(form).size();
    if (documents > 0) forms.push_back({std::move(form), documents});
  });
  std::sort(forms.begin(), forms.end(),
            [](const AccentedForm& a, const AccentedForm& b) { return a.exact < b.exact; });
  return forms;
}

void restore_word(store::QueryWord& word, const store::Spellings& spellings,
                  store::Postings& postings, text::Analyzer& analyzer) {
  if (word.exact != word.folded) return;
  const std::vector<AccentedForm> forms = accented_forms(word.folded, spellings, postings);
  std::uint32_t most = 0;
  for (const AccentedForm& form : forms) most = std::max(most, form.documents);
  for (const AccentedForm& form : forms) {
    if (form.documents < kLeastShare * most) continue;
    const std::string stem(analyzer.forms_of(form.exact).stem);
    const bool is_known =
        stem == word.stem ||
        std::find(word.other_stems.begin(), word.other_stems.end(), stem) != word.other_stems.end();
    if (!is_known) word.other_stems.push_back(stem);
  }
}

}  // namespace

void restore_accents(Query& query, const store::Spellings& spellings, store::Postings& postings,
                     text::Analyzer& analyzer) {
  std::vector<Query*> open = {&query};
  while (!open.empty()) {
    Query* node = open.back();
    open.pop_back();
    if (node->kind == Query::Kind::kWord) {
      restore_word(node->words.front(), spellings, postings, analyzer);
    }
    for (Query& child : node->children) open.push_back(&child);
  }
}

}  // namespace pressoir::query::expand
