#include "server/store/changes.hpp"

#include <algorithm>
#include <utility>

#include "indexer/index/schema.hpp"
#include "indexer/text/lemmas.hpp"
#include "server/store/spellings.hpp"

namespace pressoir::store {

Changes::Changes(const index::ReadableIndex& index, index::DocumentNumbers numbers)
    : index_(index), last_(index.get_lastdocid()), numbers_(std::move(numbers)) {
  text::Analyzer analyzer;
  for (const std::uint32_t number : numbers_) {
    try {
      read(number, analyzer);
    } catch (const Xapian::DocNotFoundError&) {
      // Removed: in numbers() but not in documents().
      continue;
    }
  }
}

void Changes::read(std::uint32_t number, text::Analyzer& analyzer) {
  documents_.push_back({number, index_.get_document(number)});
  const auto add = [&](const std::string& list, std::uint32_t frequency) {
    std::vector<Posting>& postings = terms_[list];
    // Several spellings of one document add up to one posting of their form.
    if (postings.empty() || postings.back().document != number) postings.push_back({number, 0});
    postings.back().frequency += frequency;
  };
  for (auto term = index_.termlist_begin(number); term != index_.termlist_end(number); ++term) {
    const std::string name = *term;
    add(name, term.get_wdf());
    const bool in_title = name.starts_with(index::kTitlePrefix);
    const std::string_view exact =
        std::string_view(name).substr(in_title ? index::kTitlePrefix.size() : 0);
    // Ids and filters have no other forms.
    if (!is_word(exact)) continue;
    const text::Analyzer::Forms forms = analyzer.forms_of(exact);
    // The same names as queries use.
    add(folded_list(forms.folded, in_title), term.get_wdf());
    forms_.insert(forms_list(forms.lemmas, in_title));
    for (const std::string_view lemma : text::split_lemmas(forms.lemmas)) items_.emplace(lemma);
    items_.insert("~" + std::string(forms.folded));
    items_.insert("=" + std::string(exact));
  }
}

bool Changes::contains(std::uint32_t document) const {
  return std::binary_search(numbers_.begin(), numbers_.end(), document);
}

bool Changes::touch(std::uint32_t first, std::uint32_t count) const {
  const auto next = std::lower_bound(numbers_.begin(), numbers_.end(), first);
  // The difference cannot overflow, which first + count could.
  return next != numbers_.end() && *next - first < count;
}

std::pair<Changes::Terms::const_iterator, Changes::Terms::const_iterator> Changes::terms(
    std::string_view prefix) const {
  const auto begin = terms_.lower_bound(prefix);
  auto end = begin;
  while (end != terms_.end() && end->first.starts_with(prefix)) ++end;
  return {begin, end};
}

std::span<const Posting> Changes::postings(const std::string& term) const {
  const auto found = terms_.find(term);
  return found == terms_.end() ? std::span<const Posting>() : std::span(found->second);
}

bool Changes::may_contain(std::string_view selection) const {
  const std::vector<std::string_view> items = text::split_lemmas(selection);
  return std::any_of(items.begin(), items.end(),
                     [&](std::string_view item) { return items_.contains(item); });
}

std::vector<Posting> Changes::unite(std::span<const std::string> terms) const {
  std::map<std::uint32_t, std::uint32_t> frequencies;  // by document
  for (const std::string& term : terms) {
    for (const Posting& posting : postings(term)) {
      frequencies[posting.document] += posting.frequency;
    }
  }
  std::vector<Posting> united;
  for (const auto& [document, frequency] : frequencies) united.push_back({document, frequency});
  return united;
}

}  // namespace pressoir::store
