#include "server/pages/value_list.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "server/suggest/phrase_index.hpp"
#include "server/wording/terms.hpp"

namespace pressoir::pages {
namespace {

using base::Facet;
using query::SearchRequest;

// Values of a page, the most frequent ones. The page shows how many there are, and its field
// finds the others.
constexpr std::size_t kMaxValues = 1000;

struct GroupingName {
  Grouping grouping;
  std::string_view name;  // the value of the parameter `group`
};
// In the order in which the page offers them.
constexpr GroupingName kGroupings[] = {
    {Grouping::kLetter, "letter"},
    {Grouping::kNone, "count"},
    {Grouping::kGovernment, "government"},
    {Grouping::kLineage, "lineage"},
};

std::string_view name_of(Grouping grouping) {
  const auto* const found =
      std::find_if(std::begin(kGroupings), std::end(kGroupings),
                   [&](const GroupingName& one) { return one.grouping == grouping; });
  return found->name;
}

// The family name and what follows, folded: `philippe` of `edouard-philippe`. Ids are folded names
// with a hyphen for each space and hyphen, so the first name is as many parts of the id as it has
// hyphens, and one.
std::string family_first(const FacetEntry& person) {
  const std::size_t space = person.label.find(' ');
  if (space == std::string::npos) return person.value;
  const auto hyphens = std::count(person.label.begin(),
                                  person.label.begin() + static_cast<std::ptrdiff_t>(space), '-');
  std::size_t cut = person.value.find('-');
  for (auto i = hyphens; i > 0 && cut != std::string::npos; --i) {
    cut = person.value.find('-', cut + 1);
  }
  return cut == std::string::npos ? person.value : person.value.substr(cut + 1);
}

// Empty for a person whose folded name does not begin with a letter, and for texts without one.
std::string letter_of(const FacetEntry& person, const std::string& folded) {
  const bool has_letter = !folded.empty() && folded[0] >= 'a' && folded[0] <= 'z';
  if (!has_letter || person.value == query::kNoValue) return "";
  return {static_cast<char>(folded[0] - 'a' + 'A')};
}

// Within a letter by the folded name, so that É is among the E.
std::vector<ValueGroup> by_letter(const std::vector<FacetEntry>& entries) {
  std::map<std::string, std::vector<std::pair<std::string, FacetEntry>>> letters;
  for (const FacetEntry& entry : entries) {
    std::string key = family_first(entry);
    const std::string letter = letter_of(entry, key);
    letters[letter].emplace_back(std::move(key), entry);
  }
  std::vector<ValueGroup> groups;
  for (auto& [letter, people] : letters) {
    std::sort(people.begin(), people.end(),
              [](const auto& a, const auto& b) { return a.first < b.first; });
    groups.push_back({letter.empty() ? std::string(kOtherLetters) : letter, {}});
    for (auto& person : people) groups.back().entries.push_back(std::move(person.second));
  }
  // The group without a letter sorts first and is shown last.
  if (letters.contains("")) std::rotate(groups.begin(), groups.begin() + 1, groups.end());
  return groups;
}

// The groups in the order of `titles`. A person is in the group of the last office only: two check
// boxes for one value could be set differently.
template <typename KeyOf, typename Titles>
std::vector<ValueGroup> by_office(const std::vector<FacetEntry>& entries, const Titles& titles,
                                  const gazetteer::Gazetteer& gazetteer, KeyOf key_of) {
  std::map<std::string, std::vector<FacetEntry>> found;
  std::vector<FacetEntry> others;
  for (const FacetEntry& entry : entries) {
    std::string key;
    for (const gazetteer::Office& office : gazetteer.offices_of(entry.value)) {
      if (!key_of(office).empty()) key = key_of(office);
    }
    (key.empty() ? others : found[key]).push_back(entry);
  }
  std::vector<ValueGroup> groups;
  for (const auto& [id, title] : titles) {
    if (found.contains(id)) groups.push_back({title, std::move(found[id])});
  }
  if (!others.empty()) groups.push_back({std::string(kOutsideLists), std::move(others)});
  return groups;
}

std::vector<ValueGroup> group_values(const std::vector<FacetEntry>& entries, Grouping grouping,
                                     const gazetteer::Gazetteer& gazetteer) {
  std::vector<std::pair<std::string, std::string>> titles;
  if (grouping == Grouping::kLetter) return by_letter(entries);
  if (grouping == Grouping::kGovernment) {
    const auto governments = gazetteer.governments();
    for (auto it = governments.rbegin(); it != governments.rend(); ++it) {
      titles.emplace_back(it->id, it->name);
    }
    return by_office(entries, titles, gazetteer,
                     [](const auto& office) { return office.government; });
  }
  if (grouping == Grouping::kLineage) {
    for (const auto& lineage : gazetteer.lineages()) titles.emplace_back(lineage.id, lineage.label);
    return by_office(entries, titles, gazetteer, [](const auto& office) { return office.lineage; });
  }
  return {{"", entries}};
}

// As facet_views makes them, so that a value has one name everywhere.
std::vector<FacetEntry> entries_of(Facet facet, const SearchRequest& request,
                                   const search::SearchResults& results,
                                   const gazetteer::Gazetteer& gazetteer) {
  for (FacetView& view : facet_views(request, results, gazetteer)) {
    if (view.id == base::to_string(facet)) return std::move(view.entries);
  }
  return {};
}

// Governments read best in order of time, the latest first; other lists by count.
void sort_by_term(std::vector<FacetEntry>& entries, const gazetteer::Gazetteer& gazetteer) {
  const auto begin_of = [&](const FacetEntry& entry) {
    const gazetteer::Government* government = gazetteer.government(entry.value);
    return government == nullptr ? base::Date{} : government->first_day;
  };
  std::stable_sort(entries.begin(), entries.end(),
                   [&](const auto& a, const auto& b) { return begin_of(a) > begin_of(b); });
}

// Chosen values that are cut off stay chosen: the form passes them on without a box.
void cut(std::vector<FacetEntry>& entries, ValueListView& view) {
  if (entries.size() <= kMaxValues) return;
  view.cut = cut_in_words(kMaxValues, entries.size());
  const auto first = entries.begin() + static_cast<std::ptrdiff_t>(kMaxValues);
  for (auto entry = first; entry != entries.end(); ++entry) {
    if (entry->is_selected) view.hidden_choices.push_back(entry->value);
  }
  entries.erase(first, entries.end());
}

// Of the three facets that have pages.
std::string page_of(Facet facet, const std::string& value) {
  if (facet == Facet::kMinister) return links::minister_href(value);
  if (facet == Facet::kGovernment) return links::government_href(value);
  return links::theme_href(value);
}

}  // namespace

Grouping grouping_from_string(std::string_view word) noexcept {
  for (const GroupingName& one : kGroupings) {
    if (one.name == word) return one.grouping;
  }
  return Grouping::kNone;
}

ValueListView view_value_list(const ValueListRequest& request, const search::SearchResults& results,
                              const gazetteer::Gazetteer& gazetteer) {
  ValueListView view;
  view.facet = base::to_string(request.facet);
  view.title = wording::words_of(request.facet).all;
  view.like = request.like;
  view.back_href = links::search_href(request.search);
  SearchRequest others = request.search;
  others.start = 0;
  // The check boxes send this facet's values.
  others.filters[static_cast<std::size_t>(request.facet)].any_of.clear();
  view.question = links::parameters(others);
  std::vector<FacetEntry> entries = entries_of(request.facet, request.search, results, gazetteer);
  if (request.facet == Facet::kGovernment) sort_by_term(entries, gazetteer);
  view.count = wording::counted(entries.size(), wording::words_of(request.facet).noun);
  suggest::TypedName like(request.like);
  // The note counts too: ministers are looked for by office.
  std::erase_if(entries, [&](const FacetEntry& entry) {
    const bool is_shown = like.is_in(entry.label + ' ' + entry.note);
    if (!is_shown && entry.is_selected) view.hidden_choices.push_back(entry.value);
    return !is_shown;
  });
  cut(entries, view);
  view.groups = group_values(entries, request.grouping, gazetteer);
  if (request.facet != Facet::kMinister) return view;
  const std::string address = links::values_href(request.facet, request.search);
  for (const GroupingName& one : kGroupings) {
    const bool is_current = one.grouping == request.grouping;
    view.groupings.push_back({std::string(words_of(one.grouping)),
                              is_current ? "" : address + "&group=" + std::string(one.name)});
  }
  view.grouped = {{"group", std::string(name_of(request.grouping))}};
  return view;
}

ValueListView view_directory(Facet facet, const search::SearchResults& results,
                             const gazetteer::Gazetteer& gazetteer) {
  ValueListView view;
  view.facet = base::to_string(facet);
  view.title = wording::words_of(facet).all;
  std::vector<FacetEntry> entries = entries_of(facet, {}, results, gazetteer);
  // A directory is of people, not of texts without them.
  std::erase_if(entries, [](const FacetEntry& entry) { return entry.value == query::kNoValue; });
  for (FacetEntry& entry : entries) entry.href = page_of(facet, entry.value);
  if (facet == Facet::kGovernment) sort_by_term(entries, gazetteer);
  view.groups = group_values(
      entries, facet == Facet::kMinister ? Grouping::kLetter : Grouping::kNone, gazetteer);
  return view;
}

}  // namespace pressoir::pages
