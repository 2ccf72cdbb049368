#include "indexer/text/analyzer.hpp"

#include <unicode/uvernum.h>

#include <vector>

#include "indexer/text/lexicon/lexicon.hpp"
#include "indexer/text/tokenizer.hpp"
#include "indexer/text/word_forms.hpp"

namespace pressoir::text {

struct Analyzer::State {
  explicit State(Depth depth) : words(depth) {}

  Tokenizer tokenizer;
  WordFormCache words;
  std::vector<Token> tokens;
};

Analyzer::Analyzer(Depth depth) : state_(std::make_unique<State>(depth)) {}
Analyzer::~Analyzer() = default;
Analyzer::Analyzer(Analyzer&&) noexcept = default;
Analyzer& Analyzer::operator=(Analyzer&&) noexcept = default;

std::span<const Token> Analyzer::analyze(std::string_view text) {
  state_->words.trim();  // here, because the tokens of the last call are invalid from now on
  state_->tokens.clear();
  for (const Word& word : state_->tokenizer.split(text)) {
    const WordForms& forms = state_->words.forms(word.surface);
    // Signs that ICU counts as letters or digits but that fold to nothing.
    if (forms.folded.empty()) continue;
    state_->tokens.push_back({word.begin, word.end, word.position, forms.exact, forms.folded,
                              forms.lemmas, forms.stem, forms.is_stopword, word.is_compound});
  }
  return state_->tokens;
}

Analyzer::Forms Analyzer::forms_of(std::string_view exact) {
  state_->words.trim();
  const WordForms& forms = state_->words.forms(exact);
  return {forms.folded, forms.lemmas, forms.stem};
}

// `french-5`: raise it with every change of a rule or a table in this folder that changes a term.
std::string analyzer_digest() {
  return "french-5 icu-" U_ICU_VERSION " lexicon-" + lexicon::french().digest();
}

}  // namespace pressoir::text
