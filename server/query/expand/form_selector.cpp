#include "server/query/expand/form_selector.hpp"

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/index/schema.hpp"
#include "indexer/text/families.hpp"
#include "indexer/text/lemmas.hpp"
#include "indexer/text/names.hpp"

namespace pressoir::query::expand {
namespace {

// The inflections of a spelling count when it is in at least this share of the documents of the
// most frequent one: errors of single pages would add their lemmas to every query.
constexpr double kLeastShare = 0.05;

class FormSelector {
 public:
  FormSelector(const store::Spellings& spellings, store::Postings& postings,
               text::Analyzer& analyzer)
      : spellings_(spellings), postings_(postings), analyzer_(analyzer) {}

  void select(store::QueryWord& word) {
    const bool is_unaccented = word.exact == word.folded;
    if (is_name(word.exact)) {
      word.forms = "=" + word.exact;
      if (is_unaccented) add_item(word.forms, "~" + word.folded);
      return;
    }
    word.forms = word.lemmas;
    look_for_accents(word);
    if (is_unaccented) add_accents(word);
    leave_out_names(word);
  }

  // The lemmas of the word's family that documents of the archive contain, `forms` with names left
  // out. Nothing for a name and when there are none.
  std::vector<std::string> select_family(store::QueryWord& word) const {
    std::vector<std::string> found;
    if (word.is_stopword || is_name(word.exact)) return found;
    const std::string family = text::family_of(word.lemmas);
    if (family.empty()) return found;
    for (const std::string_view lemma : text::split_lemmas(family)) {
      store::QueryWord one;
      one.forms = lemma;
      leave_out_names(one);
      if (postings_.of(store::forms_list(one.forms)).size() > 0) found.emplace_back(lemma);
    }
    word.forms = text::join_lemmas(found);
    word.is_family = true;
    leave_out_names(word);
    return found;
  }

  // Whether the word, typed without accents, is more often written with some.
  void look_for_accents(store::QueryWord& word) {
    if (word.exact != word.folded) return;
    std::uint32_t most = 0;
    spellings_.visit_folded(word.folded, [&](std::string_view exact) {
      if (exact != word.folded) most = std::max(most, postings_.of(std::string(exact)).size());
    });
    word.ignores_accents = most > postings_.of(word.exact).size();
  }

 private:
  struct Accented {
    std::string exact;
    std::uint32_t documents;
  };

  static void add_item(std::string& selection, const std::string& item) {
    (selection += text::kLemmaSeparator) += item;
  }

  // Two document frequencies tell; the set of words that any document writes as a name is in
  // memory, so that the index is read for few words.
  bool is_name(std::string_view exact) const {
    if (!spellings_.may_be_name(exact)) return false;
    const index::ReadableIndex& index = postings_.index();
    const std::size_t as_name = index.get_termfreq(index::term(index::kNamePrefix, exact));
    return as_name > 0 &&
           text::is_name_in_archive(exact, index.get_termfreq(std::string(exact)), as_name);
  }

  // For a word without accents. What shares a lemma with it is found already; of the others, the
  // archive decides which are more than errors.
  void add_accents(store::QueryWord& word) {
    std::vector<Accented> others;  // the word's lemmas do not find them
    std::uint32_t most = 0;        // documents with the most frequent of those with accents
    bool is_found_anywhere = false;
    spellings_.visit_folded(word.folded, [&](std::string_view exact) {
      Accented form{std::string(exact), 0};
      form.documents = postings_.of(form.exact).size();
      if (exact != word.folded) most = std::max(most, form.documents);
      const bool is_found = text::share_a_lemma(analyzer_.forms_of(exact).lemmas, word.lemmas);
      is_found_anywhere |= form.documents > 0;
      if (!is_found && form.documents > 0) others.push_back(std::move(form));
    });
    std::vector<std::string> lists = {word.lemmas};
    // An archive with `pôles` only has no `pôle` that would lead there.
    if (std::string any; !is_found_anywhere && !word.is_stopword) {
      any = text::lemmas_with_any_accents(word.folded);
      if (!any.empty()) lists.push_back(std::move(any));
    }
    for (const Accented& form : others) {
      if (form.documents < kLeastShare * most || is_name(form.exact)) continue;
      lists.emplace_back(analyzer_.forms_of(form.exact).lemmas);
    }
    word.forms = text::join_lemmas(lists);
    // One lemma list has a posting list of its own in memory, other selections are put together.
    if (others.empty()) return;
    add_item(word.forms, "~" + word.folded);
  }

  void leave_out_names(store::QueryWord& word) const {
    std::vector<std::string> names;
    spellings_.visit_forms(word.forms, [&](std::string_view exact) {
      // What is spelt as typed is found, whatever it means there.
      if (exact != word.exact && is_name(exact)) names.emplace_back(exact);
    });
    std::sort(names.begin(), names.end());
    for (const std::string& name : names) add_item(word.forms, "-" + name);
  }

  const store::Spellings& spellings_;
  store::Postings& postings_;
  text::Analyzer& analyzer_;
};

// Excluded words keep their forms: who excludes `réforme` does not mean `réformateur`.
std::vector<Query*> plain_words(Query& query) {
  std::vector<Query*> words;
  std::vector<Query*> open = {&query};
  while (!open.empty()) {
    Query* node = open.back();
    open.pop_back();
    if (node->kind == Query::Kind::kWord) words.push_back(node);
    if (node->kind == Query::Kind::kNear) continue;
    // Of alternatives only what was typed: the others are names.
    const bool is_first_only =
        node->kind == Query::Kind::kExcept || node->kind == Query::Kind::kEither;
    const std::size_t count = is_first_only ? 1 : node->children.size();
    for (std::size_t i = count; i-- > 0;) open.push_back(&node->children[i]);
  }
  return words;
}

// `réformer` of `v:réformer`.
std::string spelling_of(const std::string& lemma) {
  return lemma.starts_with("v:") ? lemma.substr(2) : lemma;
}

}  // namespace

void add_families(ParsedQuery& parsed, const store::Spellings& spellings,
                  store::Postings& postings, text::Analyzer& analyzer) {
  const FormSelector selector(spellings, postings, analyzer);
  for (Query* word : plain_words(parsed.query)) {
    Query family = *word;
    std::vector<std::string> lemmas = selector.select_family(family.words.front());
    if (lemmas.empty()) continue;
    std::ranges::transform(lemmas, lemmas.begin(), spelling_of);
    parsed.notes.add({NoteKind::kFamily, word->surface, std::move(lemmas)});
    Query either;
    either.kind = Query::Kind::kEither;
    either.children = {std::move(*word), std::move(family)};
    *word = std::move(either);
  }
}

void select_forms(Query& query, const store::Spellings& spellings, store::Postings& postings,
                  text::Analyzer& analyzer) {
  FormSelector selector(spellings, postings, analyzer);
  std::vector<Query*> open = {&query};
  while (!open.empty()) {
    Query* node = open.back();
    open.pop_back();
    if (node->kind == Query::Kind::kWord) selector.select(node->words.front());
    if (node->kind == Query::Kind::kPhrase) {
      for (store::QueryWord& word : node->words) selector.look_for_accents(word);
    }
    for (Query& child : node->children) open.push_back(&child);
  }
}

}  // namespace pressoir::query::expand
