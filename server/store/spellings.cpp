#include "server/store/spellings.hpp"

#include "indexer/index/schema.hpp"
#include "indexer/text/analyzer.hpp"

namespace pressoir::store {
namespace {

// What the names of lists begin with, after index::kTitlePrefix for titles. Capitals, as no exact
// form has any.
constexpr char kFolded = 'F';
constexpr char kStem = 'Z';

// Adds spellings with their forms to a table; keeps the analyzer and a buffer between them.
class Filler {
 public:
  explicit Filler(WordTable& words) : words_(words) {}

  // Unless `known` has it.
  void add(std::string_view exact, const WordTable* known = nullptr) {
    const text::Analyzer::Forms forms = analyzer_.forms_of(exact);
    text_.assign(forms.folded).append(1, '\0').append(forms.stem).append(1, '\0').append(exact);
    const WordTable::Key key = WordTable::key_of(text_);
    if (known == nullptr || !known->find(key)) words_.add(key);
  }

 private:
  WordTable& words_;
  text::Analyzer analyzer_;
  std::string text_;
};

}  // namespace

// Prefixes are capitals; exact forms are lower case.
bool is_word(std::string_view term) {
  return !term.empty() && (term.front() < 'A' || term.front() > 'Z');
}

Spellings::Spellings() : read_(std::make_shared<const Read>()) {}

Spellings::Spellings(const index::ReadableIndex& index) {
  Read read;
  Filler filler(read.words);
  for_each_word(index, [&](const std::string& word, Xapian::doccount documents) {
    filler.add(word);
    // Words are added in the order of the index, each once.
    read.documents.resize(read.words.size(), documents);
  });
  read.titles.resize(read.words.size());
  // Remote shards would send all terms a second time; without these counts a list of titles is read
  // when it is needed.
  if (!index.has_remote()) read.count_titles(index);
  read.words.sort();
  read_ = std::make_shared<const Read>(std::move(read));
}

Spellings::Spellings(const Spellings& before, const Changes& changes)
    : read_(before.read_), added_(before.added_) {
  Filler filler(added_);
  for (const auto& [term, postings] : changes.terms()) {
    // Words of titles are among those of texts.
    if (is_word(term)) filler.add(term, &read_->words);
  }
  added_.sort();
}

void Spellings::visit_folded(std::string_view folded, const Visit& visit) const {
  for (const WordTable* words : {&read_->words, &added_}) {
    words->visit_folded(folded, [&](std::uint32_t word) { visit(words->rest(word)); });
  }
}

void Spellings::visit_stem(std::string_view stem, const Visit& visit) const {
  for (const WordTable* words : {&read_->words, &added_}) {
    words->visit_stem(stem, [&](std::uint32_t word) { visit(words->rest(word)); });
  }
}

Spellings::Group Spellings::Read::spellings(const std::vector<std::uint32_t>& numbers) const {
  Group group;
  for (const std::uint32_t word : numbers) {
    group.push_back({words.rest(word), documents[word], titles[word]});
  }
  return group;
}

// Words of titles are words of documents too, and both are sorted by bytes: one merge, no look-ups.
void Spellings::Read::count_titles(const index::ReadableIndex& index) {
  const std::string prefix(index::kTitlePrefix);
  std::uint32_t word = 0;
  const auto end = index.allterms_end(prefix);
  for (auto term = index.allterms_begin(prefix); term != end; ++term) {
    const std::string exact = (*term).substr(prefix.size());
    while (word < words.size() && words.rest(word) < exact) ++word;
    if (word < words.size() && words.rest(word) == exact) titles[word] = term.get_termfreq();
  }
}

void Spellings::for_each_folded(const VisitGroup& visit) const {
  read_->words.for_each_folded(
      [&](std::string_view folded, const std::vector<std::uint32_t>& words) {
        visit(folded, read_->spellings(words));
      });
}

void Spellings::for_each_stem(const VisitGroup& visit) const {
  read_->words.for_each_stem([&](std::string_view stem, const std::vector<std::uint32_t>& words) {
    visit(stem, read_->spellings(words));
  });
}

std::string folded_list(std::string_view folded, bool in_title) {
  std::string name(in_title ? index::kTitlePrefix : "");
  return (name += kFolded).append(folded);
}

std::string stem_list(std::string_view stem, bool in_title) {
  std::string name(in_title ? index::kTitlePrefix : "");
  return (name += kStem).append(stem);
}

std::vector<std::string> stem_lists(const QueryWord& word, bool in_title) {
  std::vector<std::string> names = {stem_list(word.stem, in_title)};
  for (const std::string& stem : word.other_stems) names.push_back(stem_list(stem, in_title));
  return names;
}

std::vector<std::string> terms_of_list(const std::string& name, const Spellings& spellings) {
  const std::string_view prefix = name.starts_with(index::kTitlePrefix) ? index::kTitlePrefix : "";
  const std::string_view rest = std::string_view(name).substr(prefix.size());
  std::vector<std::string> terms;
  const auto add = [&](std::string_view exact) { terms.push_back(index::term(prefix, exact)); };
  if (rest.starts_with(kFolded)) {
    spellings.visit_folded(rest.substr(1), add);
  } else if (rest.starts_with(kStem)) {
    spellings.visit_stem(rest.substr(1), add);
  } else {
    terms.push_back(name);
  }
  return terms;
}

}  // namespace pressoir::store
