#include "server/query/expand/acronyms.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "indexer/index/schema.hpp"
#include "indexer/text/grammar.hpp"
#include "indexer/text/lemmas.hpp"

namespace pressoir::query::expand {
namespace {

using Documents = std::vector<Xapian::docid>;

// A way of writing an expansion.
struct Writing {
  std::string expansion;
  std::string surface;  // empty when it was too long to be stored
  Xapian::doccount documents;
};

// All ways of writing one expansion.
struct Variants {
  std::vector<Writing> writings;
  Documents documents;
};

void add_documents(const Xapian::Database& database, const std::string& term, Documents& out) {
  for (auto posting = database.postlist_begin(term); posting != database.postlist_end(term);
       ++posting) {
    out.push_back(*posting);
  }
}

void unite(Documents& documents) {
  std::sort(documents.begin(), documents.end());
  documents.erase(std::unique(documents.begin(), documents.end()), documents.end());
}

// From the rest of a term: `conseil national\x1fConseil national` is an expansion and its surface.
Writing read_writing(std::string_view rest, Xapian::doccount documents) {
  const std::size_t limit = std::min(rest.find(index::kFormSeparator), rest.size());
  return {std::string(rest.substr(0, limit)),
          std::string(rest.substr(std::min(limit + 1, rest.size()))), documents};
}

// The lemmas of the full words, which all ways of writing an expansion share: the key of a meaning.
std::string lemmas_of(const Writing& writing, text::Analyzer& analyzer) {
  std::string lemmas;
  for (const text::Token& token :
       analyzer.analyze(writing.surface.empty() ? writing.expansion : writing.surface)) {
    if (token.is_stopword || token.is_compound) continue;
    lemmas.append(text::key_in_names(token.lemmas)).push_back(' ');
  }
  return lemmas;
}

std::vector<std::string> split_words(std::string_view expansion) {
  std::vector<std::string> words;
  while (!expansion.empty()) {
    const std::size_t blank = std::min(expansion.find(' '), expansion.size());
    words.emplace_back(expansion.substr(0, blank));
    expansion.remove_prefix(std::min(blank + 1, expansion.size()));
  }
  return words;
}

std::string join_words(std::span<const std::string> words) {
  std::string joined;
  for (const std::string& word : words) {
    if (!joined.empty()) joined += ' ';
    joined += word;
  }
  return joined;
}

// The most frequent writing, preferably one with a surface; of equals the first in the index.
const Writing& best_writing(const std::vector<Writing>& writings) {
  return *std::max_element(writings.begin(), writings.end(),
                           [](const Writing& a, const Writing& b) {
                             return std::pair(!a.surface.empty(), a.documents) <
                                    std::pair(!b.surface.empty(), b.documents);
                           });
}

// Sets the period and the latest documents of a meaning, from all that give it.
void add_evidence(Documents documents, const store::Columns& columns, AcronymMeaning& meaning) {
  const auto date_of = [&](Xapian::docid document) {
    return document < columns.dates.size() ? columns.dates[document] : base::Date{};
  };
  for (const Xapian::docid document : documents) {
    const base::Date date = date_of(document);
    if (!date) continue;
    if (!meaning.first || date < meaning.first) meaning.first = date;
    meaning.last = std::max(meaning.last, date);
  }
  const std::size_t kept = std::min(documents.size(), kMaxAcronymEvidence);
  // Only the latest are needed in order.
  const auto end = documents.begin() + static_cast<std::ptrdiff_t>(kept);
  std::partial_sort(documents.begin(), end, documents.end(), [&](auto a, auto b) {
    return std::pair(date_of(a), a) > std::pair(date_of(b), b);
  });
  documents.resize(kept);
  meaning.latest = std::move(documents);
}

AcronymMeaning make_meaning(std::string_view acronym, const Variants& variants,
                            const store::Columns& columns) {
  const Writing& best = best_writing(variants.writings);
  AcronymMeaning meaning;
  meaning.acronym = acronym;
  meaning.words = split_words(best.expansion);
  meaning.surface = best.surface.empty() ? best.expansion : best.surface;
  meaning.documents = variants.documents.size();
  add_evidence(variants.documents, columns, meaning);
  return meaning;
}

bool is_clear(std::uint64_t documents, std::uint64_t all) {
  return static_cast<double>(documents) >= kClearShare * static_cast<double>(all);
}

}  // namespace

// All explanations of one acronym in the archive.
struct Acronyms::Explanations {
  std::map<std::string, Variants> by_lemmas;
  std::uint64_t explanations = 0;  // a document that gives two meanings counts twice
  bool is_cut = false;             // there is more than may be read

  // The clear meaning; null when there is none or not all terms were read.
  const Variants* clear() const {
    for (const auto& [lemmas, variants] : by_lemmas) {
      if (!is_cut && is_clear(variants.documents.size(), explanations)) return &variants;
    }
    return nullptr;
  }
};

Acronyms::Explanations Acronyms::read_explanations(std::string_view acronym) const {
  Explanations found;
  const std::string prefix = index::acronym_terms(acronym);
  // Longer terms were never stored.
  if (prefix.size() > index::kMaxAcronymTermBytes) return found;
  std::size_t terms = 0;
  const auto end = database_.allterms_end(prefix);
  for (auto term = database_.allterms_begin(prefix); term != end; ++term) {
    found.is_cut = ++terms > kMaxAcronymTerms;
    if (found.is_cut) break;
    const std::string name = *term;
    Writing writing =
        read_writing(std::string_view(name).substr(prefix.size()), term.get_termfreq());
    Variants& variants = found.by_lemmas[lemmas_of(writing, analyzer_)];
    variants.writings.push_back(std::move(writing));
    add_documents(database_, name, variants.documents);
  }
  for (auto& [lemmas, variants] : found.by_lemmas) {
    // A document may use several ways of writing one expansion: it counts once.
    unite(variants.documents);
    found.explanations += variants.documents.size();
  }
  return found;
}

std::optional<AcronymMeaning> Acronyms::meaning_of(std::string_view acronym) const {
  // `PAS`, `EST`: nearly always the word.
  if (text::is_stopword(acronym)) return std::nullopt;
  const Explanations found = read_explanations(acronym);
  const Variants* clear = found.clear();
  if (clear == nullptr) return std::nullopt;
  return make_meaning(acronym, *clear, columns_);
}

std::optional<AcronymMeaning> Acronyms::acronym_of(std::span<const std::string> words) const {
  const std::string expansion = join_words(words);
  const std::string prefix = index::expansion_terms(expansion);
  if (prefix.size() > index::kMaxAcronymTermBytes) return std::nullopt;
  std::string acronym;
  Xapian::doccount most = 0;
  std::uint64_t documents = 0;
  std::size_t terms = 0;
  const auto end = database_.allterms_end(prefix);
  for (auto term = database_.allterms_begin(prefix); term != end; ++term) {
    if (++terms > kMaxAcronymTerms) return std::nullopt;
    documents += term.get_termfreq();
    // Of equals the first in the index, whatever the order of documents.
    if (term.get_termfreq() <= most) continue;
    most = term.get_termfreq();
    acronym = (*term).substr(prefix.size());
  }
  if (acronym.empty() || text::is_stopword(acronym)) return std::nullopt;
  // Several acronyms of one expansion.
  if (!is_clear(most, documents)) return std::nullopt;
  const Explanations found = read_explanations(acronym);
  const Variants* clear = found.clear();
  const auto is_expansion = [&](const Writing& writing) { return writing.expansion == expansion; };
  // The acronym is clear, but means something else.
  if (clear == nullptr ||
      std::none_of(clear->writings.begin(), clear->writings.end(), is_expansion)) {
    return std::nullopt;
  }
  return make_meaning(acronym, *clear, columns_);
}

}  // namespace pressoir::query::expand
