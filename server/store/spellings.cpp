#include "server/store/spellings.hpp"

#include "indexer/index/schema.hpp"
#include "indexer/text/analyzer.hpp"
#include "indexer/text/lemmas.hpp"

namespace pressoir::store {
namespace {

// What the names of lists begin with, after index::kTitlePrefix for titles. Capitals, as no exact
// form has any.
constexpr char kFolded = 'F';
constexpr char kForms = 'Z';

// Adds spellings with their forms to a table; keeps the analyzer and a buffer between them.
class Filler {
 public:
  explicit Filler(WordTable& words) : words_(words) {}

  // Unless `known` has it.
  void add(std::string_view exact, const WordTable* known = nullptr) {
    const text::Analyzer::Forms forms = analyzer_.forms_of(exact);
    text_.assign(forms.folded).append(1, '\0').append(forms.lemmas).append(1, '\0').append(exact);
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
  if (!index.has_remote()) {
    read.count_titles(index);
    read.read_names(index);
  }
  read.words.sort();
  read_ = std::make_shared<const Read>(std::move(read));
}

Spellings::Spellings(const Spellings& before, const Changes& changes)
    : read_(before.read_), added_(before.added_), added_names_(before.added_names_) {
  Filler filler(added_);
  for (const auto& [term, postings] : changes.terms()) {
    // Words of titles are among those of texts.
    if (is_word(term)) filler.add(term, &read_->words);
  }
  added_.sort();
  const auto [begin, end] = changes.terms(index::kNamePrefix);
  for (auto term = begin; term != end; ++term) {
    added_names_.insert(term->first.substr(index::kNamePrefix.size()));
  }
}

void Spellings::Read::read_names(const index::ReadableIndex& index) {
  const std::string prefix(index::kNamePrefix);
  const auto end = index.allterms_end(prefix);
  for (auto term = index.allterms_begin(prefix); term != end; ++term) {
    names.insert(names.end(), (*term).substr(prefix.size()));
  }
  has_names = true;
}

bool Spellings::may_be_name(std::string_view exact) const {
  return !read_->has_names || read_->names.contains(exact) || added_names_.contains(exact);
}

void Spellings::visit_folded(std::string_view folded, const Visit& visit) const {
  for (const WordTable* words : {&read_->words, &added_}) {
    words->visit_folded(folded, [&](std::uint32_t word) { visit(words->exact(word)); });
  }
}

void Spellings::visit_forms(std::string_view selection, const Visit& visit) const {
  for (const WordTable* words : {&read_->words, &added_}) {
    words->visit_forms(selection, [&](std::uint32_t word) { visit(words->exact(word)); });
  }
}

Spellings::Group Spellings::Read::spellings(const std::vector<std::uint32_t>& numbers) const {
  Group group;
  for (const std::uint32_t word : numbers) {
    group.push_back({words.exact(word), documents[word], titles[word]});
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
    while (word < words.size() && words.exact(word) < exact) ++word;
    if (word < words.size() && words.exact(word) == exact) titles[word] = term.get_termfreq();
  }
}

void Spellings::for_each_folded(const VisitGroup& visit) const {
  read_->words.for_each_folded(
      [&](std::string_view folded, const std::vector<std::uint32_t>& words) {
        visit(folded, read_->spellings(words));
      });
}

void Spellings::for_each_lemmas(const VisitGroup& visit) const {
  read_->words.for_each_lemmas(
      [&](std::string_view lemmas, const std::vector<std::uint32_t>& words) {
        visit(lemmas, read_->spellings(words));
      });
}

std::string folded_list(std::string_view folded, bool in_title) {
  std::string name(in_title ? index::kTitlePrefix : "");
  return (name += kFolded).append(folded);
}

std::string forms_list(std::string_view selection, bool in_title) {
  const bool is_folded =
      selection.starts_with('~') && selection.find(text::kLemmaSeparator) == std::string_view::npos;
  if (is_folded) return folded_list(selection.substr(1), in_title);
  std::string name(in_title ? index::kTitlePrefix : "");
  return (name += kForms).append(selection);
}

std::string_view selection_of(std::string_view name) {
  if (name.starts_with(index::kTitlePrefix)) name.remove_prefix(index::kTitlePrefix.size());
  return name.starts_with(kForms) ? name.substr(1) : std::string_view();
}

std::vector<std::string> terms_of_list(const std::string& name, const Spellings& spellings) {
  const std::string_view prefix = name.starts_with(index::kTitlePrefix) ? index::kTitlePrefix : "";
  const std::string_view rest = std::string_view(name).substr(prefix.size());
  std::vector<std::string> terms;
  const auto add = [&](std::string_view exact) { terms.push_back(index::term(prefix, exact)); };
  if (rest.starts_with(kFolded)) {
    spellings.visit_folded(rest.substr(1), add);
  } else if (rest.starts_with(kForms)) {
    spellings.visit_forms(rest.substr(1), add);
  } else {
    terms.push_back(name);
  }
  return terms;
}

}  // namespace pressoir::store
