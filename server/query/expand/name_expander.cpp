#include "server/query/expand/interpreter.hpp"

#include <algorithm>
#include <iterator>
#include <optional>
#include <span>
#include <utility>

#include "indexer/index/schema.hpp"
#include "indexer/text/acronyms.hpp"
#include "indexer/text/lemmas.hpp"
#include "server/query/expand/acronyms.hpp"
#include "server/query/word_reader.hpp"

namespace pressoir::query::expand {
namespace {

// Longer lists of words are sentences, not names. Every span of a list is looked up, so that this
// bounds the time too.
constexpr std::size_t kMaxListWords = 20;

Query either(Query typed, std::vector<Query> alternatives) {
  Query node;
  node.kind = Query::Kind::kEither;
  node.surface = typed.surface;
  node.children = std::move(alternatives);
  node.children.insert(node.children.begin(), std::move(typed));
  return node;
}

// The expansion as a phrase, displayed as documents write it.
Query phrase_of(const AcronymMeaning& meaning, text::Analyzer& analyzer) {
  WordReader reader(analyzer, kMaxQueryWords);
  std::string text;
  for (const std::string& word : meaning.words) text += word + " ";
  Query phrase = reader.phrase(text).value_or(Query{});
  phrase.surface = meaning.surface;
  return phrase;
}
// Replaces words of a query by a kEither of what was typed and its alternatives.
class NameExpander {
 public:
  NameExpander(const ReadingContext& context, ParsedQuery& parsed, Reading& reading)
      : context_(context),
        acronyms_(context.database, context.snapshot.columns, context.analyzer),
        parsed_(parsed),
        reading_(reading) {}

  void expand_all() {
    std::vector<Query*> open = {&parsed_.query};
    while (!open.empty()) {
      Query* node = open.back();
      open.pop_back();
      if (node->kind == Query::Kind::kAtLeast) expand_list(*node);
      if (node->kind == Query::Kind::kWord) expand_word(*node);
      // A kEither has its alternatives already; a kNear needs words for its sides.
      if (node->kind == Query::Kind::kEither || node->kind == Query::Kind::kNear) continue;
      // Exclusions are not expanded: they would exclude documents that nobody named.
      const bool is_except = node->kind == Query::Kind::kExcept;
      const std::size_t count = is_except ? 1 : node->children.size();
      for (std::size_t i = 0; i < count; ++i) open.push_back(&node->children[i]);
    }
  }

 private:
  using Words = std::span<const Query>;

  // An acronym (`CNI`) or a synonym of one word. A word that the archive inflects (`aide`, `aides`)
  // is no acronym unless in capitals.
  void expand_word(Query& word) {
    const store::QueryWord& form = word.words.front();
    const std::uint64_t documents = context_.postings.of(store::folded_list(form.folded)).size();
    // A tenth more documents with other forms of the word.
    const bool is_inflected = documents_in_any_form(form) > documents + documents / 10;
    const bool is_capital = std::none_of(word.surface.begin(), word.surface.end(),
                                         [](char c) { return c >= 'a' && c <= 'z'; });
    if (word.in_title || (is_inflected && !is_capital)) return;
    std::vector<Query> alternatives;
    if (const auto meaning = acronyms_.meaning_of(form.folded)) {
      note(*meaning, {NoteKind::kOtherNames, word.surface, {meaning->surface}});
      alternatives.push_back(phrase_of(*meaning, context_.analyzer));
    }
    const std::string lemmas = text::key_in_names(form.lemmas);
    add_other_names(std::span(&lemmas, 1), word.surface, alternatives);
    if (!alternatives.empty()) word = either(std::move(word), std::move(alternatives));
  }

  // The document frequency of a word in any form.
  std::uint64_t documents_in_any_form(const store::QueryWord& word) const {
    return context_.postings.of(store::forms_list(word.forms)).size();
  }

  // Names of several words among the plain words of a list, the longest first. A name counts as one
  // word afterwards, so that the number of words that a document must contain is computed again.
  void expand_list(Query& list) {
    if (list.children.size() > kMaxListWords) return;
    const std::size_t before = list.children.size();
    const bool asks_all = list.least == before;
    for (std::size_t first = 0; first < list.children.size(); ++first) {
      for (std::size_t last = list.children.size(); last > first + 1; --last) {
        if (expand_span(list, first, last)) break;
      }
    }
    const std::size_t after = list.children.size();
    if (after == before) return;
    // The rule of MatchMode::kAuto, see query_parser.hpp.
    if (asks_all || after <= 2) {
      list.least = std::min(list.least, after);
    } else if (list.least > 1) {
      list.least = (after + 1) / 2;
    }
    if (after == 1) list = Query(std::move(list.children.front()));
  }

  bool expand_span(Query& list, std::size_t first, std::size_t last) {
    const Words words(list.children.data() + first, last - first);
    const auto is_plain = [](const Query& node) {
      return node.kind == Query::Kind::kWord && !node.in_title;
    };
    if (!std::all_of(words.begin(), words.end(), is_plain)) return false;
    // No stop word before the next word: it qualifies the name.
    const bool is_longer_name =
        last < list.children.size() && list.children[last].kind == Query::Kind::kWord &&
        list.children[last].words.front().left_out_before.empty() && last - first < 3;
    std::vector<Query> alternatives = alternatives_of(words, is_longer_name);
    if (alternatives.empty()) return false;
    const auto at = [&](std::size_t i) {
      return list.children.begin() + static_cast<std::ptrdiff_t>(i);
    };
    Query typed = all_of({at(first), at(last)});
    typed.surface = surface_of(words);
    *at(first) = either(std::move(typed), std::move(alternatives));
    list.children.erase(at(first + 1), at(last));
    return true;
  }

  // What was typed, including what stands between the words.
  static std::string surface_of(Words words) {
    std::string surface = words.front().surface;
    for (const Query& word : words.subspan(1)) {
      surface += (word.before.empty() ? " " : word.before) + word.surface;
    }
    return surface;
  }

  // `is_longer_name`: the next word belongs to the name too, as in `ministre de l’économie
  // numérique`, which is another office.
  std::vector<Query> alternatives_of(Words words, bool is_longer_name) {
    std::vector<Query> alternatives;
    std::vector<std::string> lemmas;
    std::vector<std::string> whole;
    for (const Query& word : words) {
      const store::QueryWord& form = word.words.front();
      lemmas.push_back(text::key_in_names(form.lemmas));
      if (!whole.empty()) {
        whole.insert(whole.end(), form.left_out_before.begin(), form.left_out_before.end());
      }
      whole.push_back(form.folded);
    }
    // Longer expansions are not indexed.
    if (whole.size() <= text::kMaxExpansionWords) {
      if (auto acronym = acronym_of(whole, surface_of(words))) {
        alternatives.push_back(*std::move(acronym));
      }
    }
    add_other_names(lemmas, surface_of(words), alternatives);
    if (!is_longer_name) add_holders(context_.offices.holders(lemmas), alternatives);
    return alternatives;
  }

  std::optional<Query> acronym_of(const std::vector<std::string>& words,
                                  const std::string& surface) {
    const auto meaning = acronyms_.acronym_of(words);
    if (!meaning) return std::nullopt;
    std::string capitals = meaning->acronym;
    // In capitals, as readers know it, and so that it is not taken for a word.
    for (char& c : capitals) {
      if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    }
    note(*meaning, {NoteKind::kOtherNames, surface, {capitals}});
    return WordReader(context_.analyzer, kMaxQueryWords).unit(capitals);
  }

  // For the reader as a note, for the API with ids as evidence.
  void note(const AcronymMeaning& meaning, Note note) {
    parsed_.notes.add(std::move(note));
    AcronymReading reading{meaning.acronym, meaning.surface, meaning.documents,
                           meaning.first,   meaning.last,    {}};
    for (const Xapian::docid document : meaning.latest) {
      reading.evidence.push_back(
          context_.database.get_document(document).get_value(index::kIdSlot));
    }
    reading_.acronyms.push_back(std::move(reading));
  }

  void add_other_names(std::span<const std::string> lemmas, const std::string& surface,
                       std::vector<Query>& alternatives) {
    std::vector<std::string> names;
    for (const std::string& name : context_.synonyms.other_names(lemmas)) {
      std::optional<Query> other = WordReader(context_.analyzer, kMaxQueryWords).unit(name);
      if (!other) continue;
      alternatives.push_back(*std::move(other));
      names.push_back(name);
    }
    if (!names.empty()) {
      parsed_.notes.add({NoteKind::kOtherNames, surface, std::move(names)});
    }
  }

  // The holders of an office who are in the archive, each during a term.
  void add_holders(std::span<const gazetteer::Term> terms, std::vector<Query>& alternatives) {
    const store::Columns& columns = context_.snapshot.columns;
    std::vector<OfficeHolder> holders;
    for (const gazetteer::Term& term : terms) {
      // A holder whom no document names would find nothing.
      if (columns.facet(base::Facet::kMinister).find(term.person) == store::ValueColumn::kAbsent)
        continue;
      const auto label = columns.labels.find(term.person);
      const std::string& name = label == columns.labels.end() ? term.person : label->second;
      alternatives.push_back(in_office(term, name));
      reading_.offices.push_back({term.title, term.person, name, term.first_day, term.last_day});
      // One holder with several terms is named once, with all of them.
      const auto known =
          std::find_if(holders.begin(), holders.end(),
                       [&](const OfficeHolder& holder) { return holder.person == term.person; });
      if (known == holders.end()) {
        holders.push_back({term.person, name, {{term.first_day, term.last_day}}});
      } else {
        known->terms.push_back({term.first_day, term.last_day});
      }
    }
    if (holders.empty()) return;
    parsed_.notes.add(
        {.kind = NoteKind::kHolders, .text = terms.front().title, .holders = std::move(holders)});
  }

  // The documents of one holder during one term.
  static Query in_office(const gazetteer::Term& term, const std::string& name) {
    Query person;
    person.kind = Query::Kind::kFacet;
    person.facet = base::Facet::kMinister;
    person.surface = name;
    person.values = {term.person};
    Query dates;
    dates.kind = Query::Kind::kDates;
    dates.from = term.first_day;
    dates.to = term.last_day;
    return all_of({std::move(person), std::move(dates)});
  }

  const ReadingContext& context_;
  Acronyms acronyms_;
  ParsedQuery& parsed_;
  Reading& reading_;
};

}  // namespace

void expand_names(ParsedQuery& parsed, const ReadingContext& context, Reading& reading) {
  NameExpander(context, parsed, reading).expand_all();
}

}  // namespace pressoir::query::expand
