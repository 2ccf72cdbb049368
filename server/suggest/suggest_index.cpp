#include "server/suggest/suggest_index.hpp"

#include <algorithm>
#include <map>
#include <string_view>
#include <tuple>
#include <utility>

#include "indexer/gazetteer/gazetteer.hpp"
#include "indexer/text/analyzer.hpp"

namespace pressoir::suggest {
namespace {

// The place of each document in the order of titles, by document number. Titles are numbered by
// this order, so that the first matches found are the latest documents.
std::vector<std::uint32_t> places_of(const store::Columns& columns) {
  std::vector<std::uint32_t> places(std::size_t{columns.last} + 1);
  for (std::uint32_t place = 0; place < columns.newest.size(); ++place) {
    places[columns.newest[place]] = place;
  }
  return places;
}

// From the word sequences in memory, so that no title is read. Spellings with one folded form share
// their postings: accents are often left out when typing.
PhraseIndex read_titles(const store::WordSequences& sequences, const store::Columns& columns) {
  std::vector<std::vector<std::uint32_t>> holders(sequences.words());  // by word
  for (std::uint32_t place = 0; place < columns.newest.size(); ++place) {
    for (const std::uint32_t word : sequences.title_words(columns.newest[place])) {
      holders[word].push_back(place);
    }
  }
  std::vector<std::uint32_t> words;
  for (std::uint32_t word = 0; word < holders.size(); ++word) {
    if (!holders[word].empty()) words.push_back(word);
  }
  std::sort(words.begin(), words.end(), [&](std::uint32_t a, std::uint32_t b) {
    return sequences.folded(a) < sequences.folded(b);
  });
  PhraseIndex titles(static_cast<std::uint32_t>(columns.newest.size()));
  for (std::size_t i = 0; i < words.size();) {
    const std::string_view folded = sequences.folded(words[i]);
    std::vector<std::uint32_t>& of_word = holders[words[i]];
    while (++i < words.size() && sequences.folded(words[i]) == folded) {
      of_word.insert(of_word.end(), holders[words[i]].begin(), holders[words[i]].end());
    }
    std::sort(of_word.begin(), of_word.end());
    of_word.erase(std::unique(of_word.begin(), of_word.end()), of_word.end());
    titles.append(folded, of_word);
  }
  return titles;
}

// Renumbers the titles, because each new document moves all that are older, and adds those of the
// documents that changed.
PhraseIndex change_titles(const SuggestIndex::Update& update) {
  const std::vector<std::uint32_t> places = places_of(update.columns);
  PhraseIndex::Renumbered now{{}, static_cast<std::uint32_t>(update.columns.newest.size())};
  now.numbers.reserve(update.columns_before.newest.size());
  for (const std::uint32_t document : update.columns_before.newest) {
    const bool is_changed = update.changes.contains(document);
    now.numbers.push_back(is_changed ? PhraseIndex::kGone : places[document]);
  }
  PhraseIndex::Holders added;
  const std::string prefix = store::folded_list("", true);
  const auto [begin, end] = update.changes.terms(prefix);
  for (auto term = begin; term != end; ++term) {
    auto& holders = added[term->first.substr(prefix.size())];
    for (const store::Posting& posting : term->second) holders.push_back(places[posting.document]);
  }
  return PhraseIndex(update.before.titles, now, added);
}

// The names with most documents first; of equal ones the latest office, then by the alphabet.
NameIndex make_index(std::vector<Name> names) {
  std::sort(names.begin(), names.end(), [](const Name& a, const Name& b) {
    return std::tie(b.documents, b.first_day, a.text) < std::tie(a.documents, a.first_day, b.text);
  });
  text::Analyzer analyzer;
  std::map<std::string, std::vector<std::uint32_t>> postings;
  for (std::uint32_t place = 0; place < names.size(); ++place) {
    for (const text::Token& token : analyzer.analyze(names[place].text)) {
      std::vector<std::uint32_t>& holders = postings[std::string(token.folded)];
      if (holders.empty() || holders.back() != place) holders.push_back(place);
    }
  }
  PhraseIndex phrases(static_cast<std::uint32_t>(names.size()));
  for (const auto& [word, holders] : postings) phrases.append(word, holders);
  return {std::move(names), std::move(phrases)};
}

// Records may spell a person in their own way, which is then what readers of the archive type; the
// gazetteer knows the people that pages only mention. The id of a person that neither knows.
std::string name_of(const std::string& person, const store::Columns& columns,
                    const gazetteer::Gazetteer& gazetteer) {
  const auto label = columns.labels.find(person);
  if (label != columns.labels.end()) return label->second;
  const gazetteer::Person* known = gazetteer.person(person);
  return known == nullptr ? person : known->name;
}

// The values of a facet with the number of documents that have each; to be read as themselves.
std::vector<Name> list_values(const store::Columns& columns, base::Facet facet) {
  const store::ValueColumn& column = columns.facet(facet);
  std::vector<Name> names;
  for (const std::string& value : column.values()) {
    const auto ordinal = static_cast<std::uint32_t>(names.size());
    names.push_back(
        {.text = value, .value = value, .documents = column.documents_of(ordinal).size()});
  }
  return names;
}

NameIndex name_ministers(const store::Columns& columns, const gazetteer::Gazetteer& gazetteer) {
  std::vector<Name> names = list_values(columns, base::Facet::kMinister);
  for (Name& name : names) name.text = name_of(name.value, columns, gazetteer);
  return make_index(std::move(names));
}

// The offices of one person. A title kept under the next government is one term.
std::vector<Name> offices_of(const gazetteer::Gazetteer& gazetteer, const std::string& person) {
  std::map<std::string, std::vector<gazetteer::Term>> terms_of;  // by title
  for (const gazetteer::Office& office : gazetteer.offices_of(person)) {
    terms_of[office.title].push_back({office.title, person, office.first_day, office.last_day});
  }
  std::vector<Name> offices;
  for (auto& [title, terms] : terms_of) {
    gazetteer::join_terms(terms);
    for (const gazetteer::Term& term : terms) {
      offices.push_back({.text = title,
                         .value = title,
                         .person = person,
                         .first_day = term.first_day,
                         .last_day = term.last_day});
    }
  }
  return offices;
}

// Counts to the offices of one person the documents that have the person at the time.
void count_documents(const std::vector<std::uint32_t>& documents, const store::Columns& columns,
                     std::vector<Name>& offices) {
  for (Name& office : offices) {
    const base::Date first = base::first_day(office.first_day);
    const base::Date last = base::last_day(office.last_day);
    office.documents = static_cast<std::uint64_t>(
        std::count_if(documents.begin(), documents.end(), [&](std::uint32_t document) {
          const base::Date date = columns.dates[document];
          return date && base::first_day(date) >= first && (!last || base::last_day(date) <= last);
        }));
  }
}

NameIndex name_offices(const store::Columns& columns, const gazetteer::Gazetteer& gazetteer) {
  const store::ValueColumn& ministers = columns.facet(base::Facet::kMinister);
  std::vector<Name> names;
  for (std::uint32_t ordinal = 0; ordinal < ministers.values().size(); ++ordinal) {
    std::vector<Name> offices = offices_of(gazetteer, ministers.values()[ordinal]);
    if (offices.empty()) continue;
    count_documents(ministers.documents_of(ordinal).numbers(), columns, offices);
    for (Name& office : offices) {
      if (office.documents == 0) continue;
      office.person_name = name_of(office.person, columns, gazetteer);
      names.push_back(std::move(office));
    }
  }
  return make_index(std::move(names));
}

}  // namespace

SuggestIndex::SuggestIndex(const store::WordSequences& sequences, const store::Columns& columns,
                           const gazetteer::Gazetteer& gazetteer)
    : titles(read_titles(sequences, columns)),
      ministers(name_ministers(columns, gazetteer)),
      offices(name_offices(columns, gazetteer)),
      themes(make_index(list_values(columns, base::Facet::kTheme))) {}

SuggestIndex::SuggestIndex(const Update& update, const gazetteer::Gazetteer& gazetteer)
    : titles(change_titles(update)),
      ministers(name_ministers(update.columns, gazetteer)),
      offices(name_offices(update.columns, gazetteer)),
      themes(make_index(list_values(update.columns, base::Facet::kTheme))) {}

}  // namespace pressoir::suggest
