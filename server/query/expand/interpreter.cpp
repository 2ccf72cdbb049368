#include "server/query/expand/interpreter.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include "indexer/text/fold.hpp"
#include "indexer/text/lemmas.hpp"
#include "server/query/expand/form_selector.hpp"
#include "server/query/expand/speller.hpp"
#include "server/query/word_reader.hpp"

namespace pressoir::query::expand {
namespace {

// Only the folded form of a prefix's word is looked up.
store::QueryWord folded_word(std::string_view folded) {
  store::QueryWord word;
  word.exact = word.folded = word.lemmas = folded;
  word.forms = "~" + word.folded;
  return word;
}

// `words_left` is the number of words that the other prefixes of the query may still have.
void expand_prefix(Query& leaf, const store::Vocabulary& vocabulary, std::uint32_t& words_left,
                   Notes& notes) {
  const std::string prefix = text::fold(leaf.surface);
  const store::Vocabulary::Range range = vocabulary.completions(prefix);
  const std::uint32_t size = range.end - range.begin;
  if (size > kMaxPrefixWords || size > words_left) {
    notes.add({.kind = NoteKind::kPrefixOfTooManyWords,
               .text = leaf.surface + "*",
               .limit = size > kMaxPrefixWords ? kMaxPrefixWords : 0});
    leaf.kind = Query::Kind::kWord;
    leaf.words = {folded_word(prefix)};
    return;
  }
  words_left -= size;
  for (std::uint32_t place = range.begin; place < range.end; ++place) {
    leaf.words.push_back(folded_word(vocabulary.word(place)));
  }
}

// A word is known when any inflection of it is: `pôles` needs no correction where only `pôle`
// occurs.
bool is_known(const store::QueryWord& word, const ReadingContext& context) {
  if (context.snapshot.vocabulary.find(word.folded)) return true;
  return context.postings.of(store::forms_list(word.forms)).size() > 0;
}

// Words as the archive spells them: `pôles compétitivité` for `poles competitivite`.
std::string written(std::string_view folded_words, const store::Vocabulary& vocabulary) {
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

// True when `text` begins with a capital followed by a small letter. Accented capitals of French
// are C3 80 to C3 9F in UTF-8, their small letters 0x20 further on.
bool is_capitalized(std::string_view text) {
  const bool is_accented = text.starts_with('\xC3') && text.size() > 2;
  const char first = text.empty() ? ' ' : text[is_accented ? 1 : 0];
  const char second = text.size() < 2 ? ' ' : text[is_accented ? 2 : 1];
  const bool is_capital =
      is_accented ? static_cast<unsigned char>(first) < 0xA0 : first >= 'A' && first <= 'Z';
  return is_capital && !(second >= 'A' && second <= 'Z');
}

// The correction of a capitalised word: `économie` becomes `Économie`.
std::string capitalized(std::string word) {
  const bool is_accented = word.starts_with('\xC3') && word.size() > 1;
  char& first = word[is_accented ? 1 : 0];
  const bool is_small =
      is_accented ? static_cast<unsigned char>(first) >= 0xA0 : first >= 'a' && first <= 'z';
  if (is_small) first = static_cast<char>(first - 0x20);
  return word;
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

// True for a word of the name of somebody whom the archive has documents of.
bool is_name_of_person(const std::string& folded, const ReadingContext& context) {
  const auto& persons = context.snapshot.columns.facet(base::Facet::kPerson).values();
  return std::any_of(persons.begin(), persons.end(),
                     [&](const std::string& person) { return names(folded, person); });
}

// A word of the dictionary is spelt rightly, whether or not the archive has it: `danse` is not
// `dans`.
bool is_french(const store::QueryWord& word) {
  return !text::lemmas_with_any_accents(word.folded).empty();
}

// Replaces a word that no document contains by its correction, which may be two words.
void respell_word(Query& leaf, const ReadingContext& context, ParsedQuery& parsed,
                  Reading& reading) {
  const store::QueryWord& word = leaf.words.front();
  if (is_known(word, context) || is_french(word) || is_name_of_person(word.folded, context)) return;
  const store::Vocabulary& vocabulary = context.snapshot.vocabulary;
  const auto folded = respell(word.folded, vocabulary);
  if (!folded) return;
  std::string read = written(*folded, vocabulary);
  if (is_capitalized(leaf.surface)) read = capitalized(std::move(read));
  const bool in_title = leaf.in_title;
  const std::string typed = leaf.surface;
  std::vector<Query> words = WordReader(context.analyzer, kMaxQueryWords).words(read);
  if (words.empty()) return;
  leaf = all_of(std::move(words));
  if (in_title) restrict_to_title(leaf);
  parsed.notes.add({NoteKind::kRespelled, typed, {read}});
  reading.respellings.push_back({typed, read});
}

// Finds the values that a field's name means. Slugs of all values are computed once for all fields
// of a query.
class NameReader {
 public:
  NameReader(const ReadingContext& context, Notes& notes)
      : columns_(context.snapshot.columns), names_(context.names), notes_(notes) {}

  // The value with this very name if there is one, else all whose names contain the words typed,
  // else the nearest name.
  void find_values(Query& leaf) {
    const std::string typed = text::slug(leaf.surface);
    take_values(
        leaf, [&](const Value& value) { return value.slug == typed || value.label_slug == typed; });
    if (leaf.values.empty()) {
      take_values(leaf, [&](const Value& value) {
        return names(typed, value.slug) || names(typed, value.label_slug);
      });
    }
    if (leaf.values.empty()) find_nearest(leaf, typed);
    if (leaf.values.size() == 1) leaf.surface = label_of(leaf.values.front());
  }

 private:
  struct Value {
    std::string value;
    std::string slug;
    std::string label_slug;
  };

  std::string label_of(const std::string& value) const {
    const auto label = columns_.labels.find(value);
    return label == columns_.labels.end() ? value : label->second;
  }

  const std::vector<Value>& values_of(base::Facet facet) {
    std::vector<Value>& values = values_[static_cast<std::size_t>(facet)];
    if (!values.empty()) return values;
    for (const std::string& value : columns_.facet(facet).values()) {
      values.push_back({value, text::slug(value), text::slug(label_of(value))});
    }
    return values;
  }

  template <typename IsMeant>
  void take_values(Query& leaf, IsMeant is_meant) {
    for (const Value& value : values_of(leaf.facet)) {
      if (is_meant(value)) leaf.values.push_back(value.value);
    }
  }

  // Of the names at one typing error in a word, the one with most documents.
  void find_nearest(Query& leaf, std::string_view typed) {
    if (leaf.facet != base::Facet::kMinister && leaf.facet != base::Facet::kTheme) return;
    const suggest::NameIndex& index =
        leaf.facet == base::Facet::kMinister ? names_.ministers : names_.themes;
    std::vector<suggest::TypedWord> words;
    while (!typed.empty() && words.size() < suggest::kMaxTypedWords) {
      const std::size_t end = std::min(typed.find('-'), typed.size());
      words.push_back({std::string(typed.substr(0, end)), false});
      typed.remove_prefix(std::min(end + 1, typed.size()));
    }
    const auto matches = index.phrases.find(words, suggest::PhraseIndex::Errors::kOneInAWord);
    for (const std::uint32_t number : suggest::PhraseIndex::best(matches, 1)) {
      const suggest::Name& name = index.names[number];
      notes_.add({NoteKind::kRespelled, leaf.surface, {name.text}});
      leaf.values = {name.value};
    }
  }

  const store::Columns& columns_;
  const suggest::SuggestIndex& names_;
  Notes& notes_;
  std::array<std::vector<Value>, base::kFacetCount> values_;
};

// Calls `visit(node, is_wanted)` for every node, parents first, in the order typed; `visit` may
// change the node and its children. `is_wanted` is false inside of an exclusion.
template <typename Visit>
void visit_nodes(Query& query, const Visit& visit) {
  std::vector<std::pair<Query*, bool>> open = {{&query, true}};
  while (!open.empty()) {
    const auto [node, is_wanted] = open.back();
    open.pop_back();
    visit(*node, is_wanted);
    const bool is_except = node->kind == Query::Kind::kExcept;
    for (std::size_t i = node->children.size(); i-- > 0;) {
      open.emplace_back(&node->children[i], is_wanted && !(is_except && i > 0));
    }
  }
}

}  // namespace

Reading interpret(ParsedQuery& parsed, const ReadingContext& context, Families families) {
  Reading reading;
  NameReader name_reader(context, parsed.notes);
  std::uint32_t prefix_words_left = kMaxPrefixesWords;
  visit_nodes(parsed.query, [&](Query& node, bool is_wanted) {
    switch (node.kind) {
      case Query::Kind::kWord:
        // An excluded word that no document contains excludes nothing: correcting it would.
        if (is_wanted) respell_word(node, context, parsed, reading);
        return;
      case Query::Kind::kPrefix:
        return expand_prefix(node, context.snapshot.vocabulary, prefix_words_left, parsed.notes);
      case Query::Kind::kFacet:
        return name_reader.find_values(node);
      default:
        return;
    }
  });
  // After spelling correction, which may have given a word the accents of the archive.
  select_forms(parsed.query, context.snapshot.spellings, context.postings, context.analyzer);
  expand_names(parsed, context, reading);
  if (families == Families::kYes) {
    add_families(parsed, context.snapshot.spellings, context.postings, context.analyzer);
  }
  return reading;
}

}  // namespace pressoir::query::expand
