#include "tests/unit/search/plain_search.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "server/search/matcher.hpp"
#include "server/search/question_words.hpp"

namespace pressoir::search {
namespace {

bool holds(const std::vector<std::string>& values, const std::string& value) {
  return std::find(values.begin(), values.end(), value) != values.end();
}

bool passes_facet(const base::Document& document, Facet facet, const FacetFilter& filter) {
  std::vector<std::string> values = values_of(document, facet);
  if (values.empty()) values = {std::string(kNoValue)};
  const auto is_in = [&](const std::vector<std::string>& list) {
    return std::any_of(list.begin(), list.end(),
                       [&](const std::string& value) { return holds(values, value); });
  };
  return (filter.any_of.empty() || is_in(filter.any_of)) && !is_in(filter.none_of);
}

// Every day that the document's date may mean lies within the bounds.
bool passes_date(base::Date date, const SearchRequest& request) {
  if (!request.from && !request.to) return true;
  if (!date) return false;
  const auto day = [](base::Date bound) { return base::days_since_epoch(bound); };
  if (request.from && day(base::first_day(date)) < day(base::first_day(request.from))) return false;
  return !request.to || day(base::last_day(date)) <= day(base::last_day(request.to));
}

std::string period_of(base::Date date, Interval interval) {
  const std::string text = base::to_string(date);
  const std::size_t size = interval == Interval::kYear ? 4 : interval == Interval::kMonth ? 7 : 10;
  return text.size() < size ? "" : text.substr(0, size);
}

void count(const std::vector<std::string>& values, PlainCounts& counts) {
  if (values.empty()) ++counts.none;
  for (const std::string& value : values) ++counts.values[value];
}

}  // namespace

std::vector<std::string> values_of(const base::Document& document, Facet facet) {
  std::set<std::string> values;
  switch (facet) {
    case Facet::kMinister:
      for (const base::Minister& minister : document.ministers) values.insert(minister.id);
      break;
    case Facet::kTheme:
      for (const std::string& theme : document.themes) {
        for (std::size_t i = 0; i <= theme.size(); ++i) {
          if (i == theme.size() || theme[i] == '/') values.insert(theme.substr(0, i));
        }
      }
      break;
    case Facet::kType:
      values.insert(document.type);
      break;
    case Facet::kSource:
      values.insert(document.source);
      break;
    case Facet::kGovernment:
      values.insert(document.government);
      break;
    case Facet::kLineage:
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
    words_.push_back({cut(document.title), cut(document.text)});
  }
}

std::vector<PlainSearch::Word> PlainSearch::cut(const std::string& text) {
  std::vector<Word> words;
  for (const text::Token& token : analyzer_.analyze(text)) {
    words.push_back({token.position, std::string(token.exact), std::string(token.folded),
                     std::string(token.stem), token.is_stopword, token.is_compound});
  }
  return words;
}

// The word's own stem and, when it is typed without accents, those of its accented forms that are
// not twenty times rarer than the most frequent one.
std::vector<std::string> PlainSearch::find_stems(const Word& word) const {
  std::vector<std::string> stems = {word.stem};
  if (word.exact != word.folded) return stems;
  std::map<std::pair<std::string, std::string>, std::set<const Words*>> forms;
  for (const Words& words : words_) {
    for (const auto* list : {&words.title, &words.text}) {
      for (const Word& other : *list) {
        if (other.folded != word.folded || other.exact == other.folded) continue;
        forms[{other.exact, other.stem}].insert(&words);
      }
    }
  }
  std::size_t most = 0;
  for (const auto& [form, documents] : forms) most = std::max(most, documents.size());
  for (const auto& [form, documents] : forms) {
    if (documents.size() * 20 >= most) stems.push_back(form.second);
  }
  return stems;
}

const std::vector<std::string>& PlainSearch::stems(const Word& word) {
  const auto [known, is_new] = stems_.try_emplace(word.exact);
  if (is_new) known->second = find_stems(word);
  return known->second;
}

bool PlainSearch::has_word(const Words& words, const Word& word) {
  const std::vector<std::string>& wanted = stems(word);
  const auto is_it = [&](const Word& other) {
    return other.folded == word.folded || holds(wanted, other.stem);
  };
  return std::any_of(words.title.begin(), words.title.end(), is_it) ||
         std::any_of(words.text.begin(), words.text.end(), is_it);
}

bool PlainSearch::has_item(const Words& words, const PlainItem& item, bool is_excluded) {
  std::vector<Word> parts = cut(item.text);
  const bool is_compound = !item.is_phrase && parts.size() > 1;
  if (is_compound && !is_excluded && has_word(words, parts.back())) return true;
  std::erase_if(parts, [](const Word& word) { return word.is_compound; });
  if (!item.is_phrase && parts.size() == 1) return has_word(words, parts.front());
  const auto says = [&](const std::vector<Word>& list, std::uint32_t start) {
    for (std::uint32_t i = 0; i < parts.size(); ++i) {
      const bool is_said = std::any_of(list.begin(), list.end(), [&](const Word& word) {
        return word.position == start + i && word.folded == parts[i].folded;
      });
      if (!is_said) return false;
    }
    return true;
  };
  for (const auto* list : {&words.title, &words.text}) {
    for (const Word& word : *list) {
      if (says(*list, word.position)) return true;
    }
  }
  return false;
}

// What must be found, what some may be found of, and how many.
PlainSearch::Asked PlainSearch::read(const PlainQuery& query, MatchMode mode) {
  Asked asked;
  std::set<std::vector<std::string>> known;
  const auto says_nothing = [&](const PlainItem& item) {
    const std::vector<Word> parts = cut(item.text);
    return parts.size() == 1 &&
           (parts.front().is_stopword || is_question_word(parts.front().folded));
  };
  for (const PlainItem& item : query.wanted) {
    std::vector<std::string> forms;
    for (const Word& word : cut(item.text)) forms.push_back(word.exact);
    if (item.is_phrase) {
      asked.phrases.push_back(item);
    } else if (known.insert(forms).second) {
      asked.words.push_back(item);
    }
  }
  const bool is_silent =
      asked.phrases.empty() && std::all_of(asked.words.begin(), asked.words.end(), says_nothing);
  if (!is_silent) std::erase_if(asked.words, says_nothing);
  const std::size_t count = asked.words.size();
  asked.least = mode == MatchMode::kAuto && count > 2 ? (count + 1) / 2 : count;
  if (mode == MatchMode::kAuto) relax(asked);
  return asked;
}

void PlainSearch::relax(Asked& asked) {
  const std::uint64_t enough = asked.words.size() == 2 ? kEnoughWithBoth : kEnoughDocuments;
  const auto documents = [&] {
    return static_cast<std::uint64_t>(std::count_if(
        words_.begin(), words_.end(),
        [&](const Words& words) { return count_found(words, asked.words) >= asked.least; }));
  };
  while (asked.least > 1 && documents() < enough) --asked.least;
}

std::size_t PlainSearch::count_found(const Words& words, const std::vector<PlainItem>& items) {
  return static_cast<std::size_t>(
      std::count_if(items.begin(), items.end(),
                    [&](const PlainItem& item) { return has_item(words, item, false); }));
}

bool PlainSearch::matches(const Words& words, const Asked& asked, const PlainQuery& query,
                          MatchMode mode) {
  const auto has_excluded = [&](const PlainItem& item) { return has_item(words, item, true); };
  if (std::any_of(query.excluded.begin(), query.excluded.end(), has_excluded)) return false;
  const std::size_t phrases = count_found(words, asked.phrases);
  const std::size_t found = count_found(words, asked.words);
  if (mode == MatchMode::kAny) {
    return phrases + found > 0 || asked.phrases.size() + asked.words.size() == 0;
  }
  return phrases == asked.phrases.size() && found >= asked.least;
}

PlainResults PlainSearch::search(const PlainQuery& query, const SearchRequest& request) {
  PlainResults results;
  results.facets.resize(kFacetCount);
  const Asked asked = read(query, request.match);
  for (std::size_t i = 0; i < documents_.size(); ++i) {
    const base::Document& document = documents_[i];
    if (!matches(words_[i], asked, query, request.match)) continue;
    std::vector<bool> passed;
    for (const Facet facet : kFacets) {
      passed.push_back(passes_facet(document, facet, request.filter(facet)));
    }
    const bool date_passed = passes_date(document.date, request);
    const auto failed = std::count(passed.begin(), passed.end(), false);
    if (failed == 0 && date_passed) results.documents.push_back(&document);
    for (std::size_t f = 0; f < kFacetCount; ++f) {
      const bool others_passed = date_passed && failed == (passed[f] ? 0 : 1);
      if (others_passed) count(values_of(document, kFacets[f]), results.facets[f]);
    }
    if (failed > 0) continue;
    const std::string period = period_of(document.date, request.interval);
    count(period.empty() ? std::vector<std::string>{} : std::vector{period}, results.periods);
  }
  return results;
}

}  // namespace pressoir::search
