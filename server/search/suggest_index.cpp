#include "server/search/suggest_index.hpp"

#include <algorithm>
#include <map>
#include <string_view>
#include <tuple>
#include <utility>

#include "indexer/gazetteer/term.hpp"
#include "indexer/index/schema.hpp"
#include "indexer/text/analyzer.hpp"
#include "server/search/date_ranker.hpp"

namespace pressoir::search {
namespace {

std::vector<std::uint32_t> newest_first(const Columns& columns) {
  const Page all{0, static_cast<std::uint32_t>(columns.documents.size())};
  std::vector<std::uint32_t> documents;
  for (const RankedDocument& ranked :
       rank_by_date(columns.documents, columns, Sort::kNewest, all)) {
    documents.push_back(ranked.document);
  }
  return documents;
}

PhraseIndex read_titles(const WordSequences& sequences,
                        const std::vector<std::uint32_t>& documents) {
  const std::vector<std::uint32_t> numbers = sequences.number_folded_words();
  std::vector<std::pair<std::uint32_t, std::uint32_t>> said;  // word, place of the title
  for (std::uint32_t place = 0; place < documents.size(); ++place) {
    sequences.for_each_word(documents[place], index::kTextPosition, numbers,
                            [&](std::uint32_t word) { said.emplace_back(word, place); });
  }
  std::sort(said.begin(), said.end());
  said.erase(std::unique(said.begin(), said.end()), said.end());
  const std::vector<std::string_view> words = sequences.folded_words();
  PhraseIndex titles(static_cast<std::uint32_t>(documents.size()));
  std::vector<std::uint32_t> holders;
  for (std::size_t i = 0; i < said.size(); ++i) {
    holders.push_back(said[i].second);
    if (i + 1 < said.size() && said[i + 1].first == said[i].first) continue;
    titles.append(words[said[i].first], holders);
    holders.clear();
  }
  return titles;
}

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

// Calls `visit(document, ordinal)` for each value of each document.
template <typename Visit>
void for_each_value(const Columns& columns, Facet facet, Visit visit) {
  columns.documents.for_each([&](std::uint32_t document) {
    for (const std::uint32_t ordinal : columns.facet(facet).of(document)) visit(document, ordinal);
  });
}

// As the documents name the person, else as the gazetteer does; the id of an unknown one.
std::string name_of(const std::string& person, const Columns& columns,
                    const gazetteer::Gazetteer& gazetteer) {
  const auto label = columns.labels.find(person);
  if (label != columns.labels.end()) return label->second;
  const gazetteer::Person* known = gazetteer.person(person);
  return known == nullptr ? person : known->name;
}

// The values of a facet with the number of documents that have each; to be read as themselves.
std::vector<Name> list_values(const Columns& columns, Facet facet) {
  std::vector<Name> names;
  for (const std::string& value : columns.facet(facet).values()) {
    names.push_back({.text = value, .value = value});
  }
  for_each_value(columns, facet,
                 [&](std::uint32_t, std::uint32_t ordinal) { ++names[ordinal].documents; });
  return names;
}

NameIndex name_ministers(const Columns& columns, const gazetteer::Gazetteer& gazetteer) {
  std::vector<Name> names = list_values(columns, Facet::kMinister);
  for (Name& name : names) name.text = name_of(name.value, columns, gazetteer);
  return make_index(std::move(names));
}

// The offices of one person, to which documents are counted by their dates.
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

bool is_within(base::Date date, const Name& office) {
  return date && base::first_day(date) >= base::first_day(office.first_day) &&
         (!office.last_day || base::last_day(date) <= base::last_day(office.last_day));
}

NameIndex name_offices(const Columns& columns, const gazetteer::Gazetteer& gazetteer) {
  std::vector<std::vector<Name>> of_minister;
  for (const std::string& person : columns.facet(Facet::kMinister).values()) {
    of_minister.push_back(offices_of(gazetteer, person));
  }
  for_each_value(columns, Facet::kMinister, [&](std::uint32_t document, std::uint32_t ordinal) {
    for (Name& office : of_minister[ordinal]) {
      if (is_within(columns.dates[document], office)) ++office.documents;
    }
  });
  std::vector<Name> names;
  for (std::vector<Name>& offices : of_minister) {
    for (Name& office : offices) {
      if (office.documents == 0) continue;
      office.person_name = name_of(office.person, columns, gazetteer);
      names.push_back(std::move(office));
    }
  }
  return make_index(std::move(names));
}

std::size_t bytes_of(const NameIndex& index) {
  std::size_t bytes = index.phrases.bytes() + sizeof(Name) * index.names.capacity();
  for (const Name& name : index.names) bytes += name.text.capacity() + name.value.capacity();
  return bytes;
}

}  // namespace

SuggestIndex::SuggestIndex(const WordSequences& sequences, const Columns& columns,
                           const gazetteer::Gazetteer& gazetteer)
    : title_documents(newest_first(columns)),
      ministers(name_ministers(columns, gazetteer)),
      offices(name_offices(columns, gazetteer)),
      themes(make_index(list_values(columns, Facet::kTheme))) {
  titles = read_titles(sequences, title_documents);
}

std::size_t SuggestIndex::bytes() const {
  return titles.bytes() + sizeof(std::uint32_t) * title_documents.capacity() + bytes_of(ministers) +
         bytes_of(offices) + bytes_of(themes);
}

}  // namespace pressoir::search
