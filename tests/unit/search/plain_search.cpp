#include "tests/unit/search/plain_search.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "indexer/text/lemmas.hpp"
#include "server/query/word_reader.hpp"
#include "server/search/match/matcher.hpp"

namespace pressoir::search {
namespace {

bool holds(const std::vector<std::string>& values, const std::string& value) {
  return std::find(values.begin(), values.end(), value) != values.end();
}

bool passes_facet(const base::Document& document, base::Facet facet,
                  const query::FacetFilter& filter) {
  std::vector<std::string> values = values_of(document, facet);
  if (values.empty()) values = {std::string(query::kNoValue)};
  const auto is_in = [&](const std::vector<std::string>& list) {
    return std::any_of(list.begin(), list.end(),
                       [&](const std::string& value) { return holds(values, value); });
  };
  return (filter.any_of.empty() || is_in(filter.any_of)) && !is_in(filter.none_of);
}

// Every day that the document's date may mean lies within the bounds.
bool passes_date(base::Date date, base::Date from, base::Date to) {
  if (!from && !to) return true;
  if (!date) return false;
  const auto day = [](base::Date bound) { return base::days_since_epoch(bound); };
  if (from && day(base::first_day(date)) < day(base::first_day(from))) return false;
  return !to || day(base::last_day(date)) <= day(base::last_day(to));
}

std::string period_of(base::Date date, query::Interval interval) {
  const std::string text = base::to_string(date);
  const std::size_t size = interval == query::Interval::kYear    ? 4
                           : interval == query::Interval::kMonth ? 7
                                                                 : 10;
  return text.size() < size ? "" : text.substr(0, size);
}

void count(const std::vector<std::string>& values, PlainCounts& counts) {
  if (values.empty()) ++counts.none;
  for (const std::string& value : values) ++counts.values[value];
}

}  // namespace

std::vector<std::string> values_of(const base::Document& document, base::Facet facet) {
  std::set<std::string> values;
  switch (facet) {
    case base::Facet::kMinister:
      for (const base::Minister& minister : document.ministers) values.insert(minister.id);
      break;
    case base::Facet::kPerson:
      for (const base::Minister& minister : document.ministers) values.insert(minister.id);
      for (const base::Minister& other : document.others) values.insert(other.id);
      break;
    case base::Facet::kTheme:
      for (const std::string& theme : document.themes) {
        for (std::size_t i = 0; i <= theme.size(); ++i) {
          if (i == theme.size() || theme[i] == '/') values.insert(theme.substr(0, i));
        }
      }
      break;
    case base::Facet::kType:
      values.insert(document.type);
      break;
    case base::Facet::kSource:
      values.insert(document.source);
      break;
    case base::Facet::kGovernment:
      values.insert(document.government);
      break;
    case base::Facet::kLineage:
      for (std::string& lineage : base::lineages_of(document)) values.insert(std::move(lineage));
      break;
  }
  values.erase("");
  return {values.begin(), values.end()};
}

PlainSearch::PlainSearch(std::vector<base::Document> documents) : documents_(std::move(documents)) {
  std::sort(documents_.begin(), documents_.end(),
            [](const auto& a, const auto& b) { return a.id < b.id; });
  for (const base::Document& document : documents_) {
    words_.push_back({&document, cut(document.title), cut(document.text)});
  }
}

std::vector<const std::vector<PlainSearch::Word>*> PlainSearch::Scope::lists() const {
  if (only_title) return {&words.title};
  return {&words.title, &words.text};
}

std::vector<PlainSearch::Word> PlainSearch::cut(const std::string& text) {
  std::vector<Word> words;
  for (const text::Token& token : analyzer_.analyze(text)) {
    words.push_back({token.position, std::string(token.exact), std::string(token.folded),
                     std::string(token.lemmas), token.is_stopword, token.is_compound});
  }
  return words;
}

// The word's own lemmas and, when it is typed without accents, those of its accented forms that are
// not twenty times rarer than the most frequent one; of the lexicon's when there is none.
std::string PlainSearch::find_lemmas(const Word& word) const {
  std::vector<std::string> lists = {word.lemmas};
  if (word.exact != word.folded) return word.lemmas;
  std::map<std::pair<std::string, std::string>, std::set<const Words*>> forms;
  bool is_found = false;
  for (const Words& words : words_) {
    for (const auto* list : {&words.title, &words.text}) {
      for (const Word& other : *list) {
        if (other.folded != word.folded) continue;
        is_found = true;
        if (other.exact == other.folded) continue;
        forms[{other.exact, other.lemmas}].insert(&words);
      }
    }
  }
  std::size_t most = 0;
  for (const auto& [form, documents] : forms) most = std::max(most, documents.size());
  const std::string any = text::lemmas_with_any_accents(word.folded);
  if (!is_found && !word.is_stopword && !any.empty()) lists.push_back(any);
  for (const auto& [form, documents] : forms) {
    if (documents.size() * 20 >= most) lists.push_back(form.second);
  }
  return text::join_lemmas(lists);
}

bool PlainSearch::is_form(const Word& other, const Word& word) {
  const auto [known, is_new] = lemmas_.try_emplace(word.exact);
  if (is_new) known->second = find_lemmas(word);
  const bool is_unaccented = word.exact == word.folded;
  return (is_unaccented && other.folded == word.folded) ||
         text::share_a_lemma(other.lemmas, known->second);
}

const std::vector<PlainSearch::Word>& PlainSearch::parts_of(const std::string& text) {
  const auto [known, is_new] = parts_.try_emplace(text);
  if (is_new) known->second = cut(text);
  return known->second;
}

bool PlainSearch::has_word(Scope scope, const Word& word) {
  const auto is_it = [&](const Word& other) { return is_form(other, word); };
  const auto lists = scope.lists();
  return std::any_of(lists.begin(), lists.end(), [&](const auto* list) {
    return std::any_of(list->begin(), list->end(), is_it);
  });
}

// A part of a compound inflects as a noun does.
bool PlainSearch::is_form_of_part(const Word& word, const Word& part) {
  const std::string nominal = text::nominal_lemmas(part.lemmas);
  if (!nominal.empty()) return text::share_a_lemma(word.lemmas, nominal);
  return word.folded == part.folded || word.folded == part.folded + "s";
}

// Where the words of a phrase, or the parts of a compound, stand one behind the other.
std::vector<PlainSearch::Place> PlainSearch::phrase_places(const std::vector<Word>& list,
                                                           const PlainItem& item) {
  std::vector<Word> parts = parts_of(item.text);
  std::erase_if(parts, [](const Word& word) { return word.is_compound; });
  const auto is_part = [&](const Word& word, const Word& part) {
    return item.kind == PlainItem::Kind::kPhrase ? word.folded == part.folded
                                                 : is_form_of_part(word, part);
  };
  const auto says = [&](std::uint32_t start) {
    for (std::uint32_t i = 0; i < parts.size(); ++i) {
      const bool is_said = std::any_of(list.begin(), list.end(), [&](const Word& word) {
        return word.position == start + i && is_part(word, parts[i]);
      });
      if (!is_said) return false;
    }
    return true;
  };
  std::vector<Place> found;
  const auto size = static_cast<std::uint32_t>(parts.size());
  for (const Word& word : list) {
    if (is_part(word, parts.front()) && says(word.position)) {
      found.push_back({word.position, word.position + size - 1});
    }
  }
  return found;
}

// Of one side of a nearness: a word in any form, anything longer as a phrase.
std::vector<PlainSearch::Place> PlainSearch::places(const std::vector<Word>& list,
                                                    const PlainItem& item) {
  const std::vector<Word>& parts = parts_of(item.text);
  if (item.kind == PlainItem::Kind::kPhrase || parts.size() > 1) {
    return phrase_places(list, item);
  }
  std::vector<Place> found;
  for (const Word& word : list) {
    if (is_form(word, parts.front())) found.push_back({word.position, word.position});
  }
  return found;
}

// A word as it is written, or the beginning of one.
bool PlainSearch::has_written(Scope scope, const PlainItem& item) {
  const Word& wanted = parts_of(item.text).front();
  const auto is_it = [&](const Word& word) {
    return item.kind == PlainItem::Kind::kExact ? word.exact == wanted.exact
                                                : word.folded.starts_with(wanted.folded);
  };
  const auto lists = scope.lists();
  return std::any_of(lists.begin(), lists.end(), [&](const auto* list) {
    return std::any_of(list->begin(), list->end(), is_it);
  });
}

bool PlainSearch::has_words(Scope scope, const PlainItem& item, bool is_unit) {
  const std::vector<Word>& parts = parts_of(item.text);
  const bool is_phrase = item.kind == PlainItem::Kind::kPhrase;
  if (!is_phrase && parts.size() == 1) return has_word(scope, parts.front());
  if (!is_phrase && !is_unit && has_word(scope, parts.back())) return true;
  const auto lists = scope.lists();
  return std::any_of(lists.begin(), lists.end(),
                     [&](const auto* list) { return !phrase_places(*list, item).empty(); });
}

bool PlainSearch::has_near(Scope scope, const PlainItem& item) {
  for (const auto* list : scope.lists()) {
    const std::vector<Place> right = places(*list, item.parts[1]);
    for (const Place& a : places(*list, item.parts[0])) {
      const bool is_near = std::any_of(right.begin(), right.end(), [&](const Place& b) {
        return a.first != b.first && b.first <= a.last + item.distance &&
               a.first <= b.last + item.distance;
      });
      if (is_near) return true;
    }
  }
  return false;
}

bool PlainSearch::has_item(Scope scope, const PlainItem& item, bool is_unit) {
  scope.only_title = scope.only_title || item.in_title;
  const bool stands_alone = is_unit || item.in_title;
  const auto has_part = [&](std::size_t i) { return has_item(scope, item.parts[i], false); };
  switch (item.kind) {
    case PlainItem::Kind::kWord:
    case PlainItem::Kind::kPhrase:
      return has_words(scope, item, stands_alone);
    case PlainItem::Kind::kExact:
    case PlainItem::Kind::kPrefix:
      return has_written(scope, item);
    case PlainItem::Kind::kFacet:
      return holds(values_of(*scope.words.document, item.facet), item.text);
    case PlainItem::Kind::kDates:
      return passes_date(scope.words.document->date, item.from, item.to);
    case PlainItem::Kind::kNear:
      return has_near(scope, item);
    case PlainItem::Kind::kBoth:
      return has_part(0) && has_part(1);
    case PlainItem::Kind::kEither:
      return has_part(0) || has_part(1);
    case PlainItem::Kind::kExcept:
      return has_part(0) && !has_part(1);
  }
  return false;
}

// What must be found, what some may be found of, and how many.
PlainSearch::Asked PlainSearch::read(const PlainQuery& query, query::MatchMode mode) {
  Asked asked;
  std::set<std::vector<std::string>> known;
  const auto says_nothing = [&](const PlainItem& item) {
    const std::vector<Word> parts = cut(item.text);
    return parts.size() == 1 &&
           (parts.front().is_stopword || query::is_question_word(parts.front().folded));
  };
  for (const PlainItem& item : query.wanted) {
    const bool narrows =
        item.kind == PlainItem::Kind::kFacet || item.kind == PlainItem::Kind::kDates;
    std::vector<std::string> forms;
    for (const Word& word : cut(item.text)) forms.push_back(word.exact);
    if (narrows) {
      asked.conditions.push_back(item);
    } else if (item.kind != PlainItem::Kind::kWord || item.in_title) {
      asked.items.push_back(item);
    } else if (known.insert(forms).second) {
      asked.words.push_back(item);
    }
  }
  const bool is_silent = asked.conditions.empty() && asked.items.empty() &&
                         std::all_of(asked.words.begin(), asked.words.end(), says_nothing);
  if (!is_silent) std::erase_if(asked.words, says_nothing);
  const std::size_t count = asked.words.size();
  asked.least = mode == query::MatchMode::kAuto && count > 2 ? (count + 1) / 2 : count;
  if (mode == query::MatchMode::kAuto) relax(asked);
  return asked;
}

void PlainSearch::relax(Asked& asked) {
  const std::uint64_t enough =
      asked.words.size() == 2 ? match::kEnoughWithBoth : match::kEnoughDocuments;
  const auto documents = [&] {
    return static_cast<std::uint64_t>(std::count_if(
        words_.begin(), words_.end(),
        [&](const Words& words) { return count_found(words, asked.words) >= asked.least; }));
  };
  while (asked.least > 1 && documents() < enough) --asked.least;
}

std::size_t PlainSearch::count_found(const Words& words, const std::vector<PlainItem>& items) {
  return static_cast<std::size_t>(
      std::count_if(items.begin(), items.end(), [&](const PlainItem& item) {
        return has_item({words, false}, item, false);
      }));
}

bool PlainSearch::matches(const Words& words, const Asked& asked, const PlainQuery& query,
                          query::MatchMode mode) {
  const auto has_excluded = [&](const PlainItem& item) {
    return has_item({words, false}, item, true);
  };
  if (std::any_of(query.excluded.begin(), query.excluded.end(), has_excluded)) return false;
  if (count_found(words, asked.conditions) < asked.conditions.size()) return false;
  const std::size_t items = count_found(words, asked.items);
  const std::size_t found = count_found(words, asked.words);
  if (mode == query::MatchMode::kAny) {
    return items + found > 0 || asked.items.size() + asked.words.size() == 0;
  }
  return items == asked.items.size() && found >= asked.least;
}

PlainResults PlainSearch::search(const PlainQuery& query, const query::SearchRequest& request) {
  PlainResults results;
  results.facets.resize(base::kFacetCount);
  const Asked asked = read(query, request.match);
  for (std::size_t i = 0; i < documents_.size(); ++i) {
    const base::Document& document = documents_[i];
    if (!matches(words_[i], asked, query, request.match)) continue;
    std::vector<bool> passed;
    for (const base::Facet facet : base::kFacets) {
      passed.push_back(passes_facet(document, facet, request.filter(facet)));
    }
    const bool date_passed = passes_date(document.date, request.from, request.to);
    const auto failed = std::count(passed.begin(), passed.end(), false);
    if (failed == 0 && date_passed) results.documents.push_back(&document);
    for (std::size_t f = 0; f < base::kFacetCount; ++f) {
      const bool others_passed = date_passed && failed == (passed[f] ? 0 : 1);
      if (others_passed) count(values_of(document, base::kFacets[f]), results.facets[f]);
    }
    if (failed > 0) continue;
    const std::string period = period_of(document.date, request.interval);
    count(period.empty() ? std::vector<std::string>{} : std::vector{period}, results.periods);
  }
  return results;
}

}  // namespace pressoir::search
