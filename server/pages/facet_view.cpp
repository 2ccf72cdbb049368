#include "server/pages/facet_view.hpp"

#include <algorithm>
#include <array>
#include <unordered_set>
#include <utility>

#include "server/pages/link.hpp"
#include "server/pages/typography.hpp"

namespace pressoir::pages {
namespace {

using search::Facet;
using search::FacetCounts;
using search::FacetValue;
using search::SearchRequest;
using search::SearchResults;

struct FacetWords {
  std::string_view title;
  std::string_view all;
  std::string_view none;
  Noun noun;
};

// Indexed by Facet.
constexpr std::array<FacetWords, search::kFacetCount> kWords = {{
    {"Ministre", "Tous les ministres", "Sans ministre", {"ministre", "ministres"}},
    {"Thème", "Tous les thèmes", "Sans thème", {"thème", "thèmes"}},
    {"Type", "Tous les types", "Sans type", {"type", "types"}},
    {"Source", "Toutes les sources", "Sans source", {"source", "sources"}},
    {"Gouvernement",
     "Tous les gouvernements",
     "Sans gouvernement",
     {"gouvernement", "gouvernements"}},
    {"Ministère", "Tous les ministères", "Sans ministère", {"ministère", "ministères"}},
}};

const FacetWords& words_of(Facet facet) {
  return kWords[static_cast<std::size_t>(facet)];
}

bool is_selected(const SearchRequest& request, Facet facet, std::string_view value) {
  const auto& chosen = request.filter(facet).any_of;
  return std::find(chosen.begin(), chosen.end(), value) != chosen.end();
}

// A theme is named by its last segment where its parent stands above it in the list, and by its
// whole path where it does not.
class ThemeNames {
 public:
  explicit ThemeNames(const std::vector<FacetValue>& values) {
    for (const FacetValue& value : values) listed_.insert(value.value);
  }

  void name(const FacetValue& value, FacetEntry& entry) const {
    std::string_view parent = value.value;
    std::size_t cut = parent.rfind('/');
    const bool has_parent = cut != std::string_view::npos && is_listed(parent.substr(0, cut));
    if (!has_parent) entry.label = theme_in_words(value.value);
    for (; cut != std::string_view::npos; cut = parent.rfind('/')) {
      parent = parent.substr(0, cut);
      if (!is_listed(parent)) break;
      ++entry.depth;
    }
  }

 private:
  bool is_listed(std::string_view path) const { return listed_.contains(std::string(path)); }

  std::unordered_set<std::string> listed_;
};

FacetEntry none_entry(Facet facet, const FacetCounts& counts, const SearchRequest& request) {
  const std::string value(search::kNoValue);
  FacetEntry entry;
  entry.value = value;
  entry.label = words_of(facet).none;
  entry.href = search_href(with_toggled(request, facet, value));
  entry.count = counts.none;
  entry.is_selected = is_selected(request, facet, value);
  return entry;
}

void add_entries(FacetView& view, Facet facet, const FacetCounts& counts,
                 const SearchRequest& request) {
  const ThemeNames themes(counts.values);
  for (const FacetValue& value : counts.values) {
    FacetEntry entry;
    entry.value = value.value;
    entry.label = value.label;
    entry.href = search_href(with_toggled(request, facet, value.value));
    entry.count = value.count;
    entry.is_selected = value.selected;
    if (facet == Facet::kTheme) themes.name(value, entry);
    view.entries.push_back(std::move(entry));
  }
  FacetEntry none = none_entry(facet, counts, request);
  if (none.count != 0 || none.is_selected) view.entries.push_back(std::move(none));
}

// Whoever took an office after the last of the texts did not hold it in them.
SearchRequest up_to_the_last_text(SearchRequest request, const SearchResults& results) {
  if (request.to || !results.dates) return request;
  const auto& buckets = results.dates->buckets;
  const auto last = std::find_if(buckets.rbegin(), buckets.rend(),
                                 [](const auto& bucket) { return bucket.count != 0; });
  if (last == buckets.rend()) return request;
  request.to = last->start;
  if (results.dates->interval != search::Interval::kDay) request.to.day = 0;
  if (results.dates->interval == search::Interval::kYear) request.to.month = 0;
  return request;
}

void measure(std::vector<FacetEntry>& entries) {
  std::uint64_t greatest = 1;
  for (const FacetEntry& entry : entries) greatest = std::max(greatest, entry.count);
  for (FacetEntry& entry : entries) {
    entry.share = 100.0 * static_cast<double>(entry.count) / static_cast<double>(greatest);
  }
}

void add_all_link(FacetView& view, Facet facet, const FacetCounts& counts,
                  const SearchRequest& request) {
  const auto listed = static_cast<std::uint64_t>(
      std::count_if(counts.values.begin(), counts.values.end(),
                    [](const FacetValue& value) { return value.count != 0; }));
  if (counts.distinct <= listed) return;
  view.others = counts.distinct - listed;
  view.all_href = values_href(facet, request);
  if (facet != Facet::kMinister) return;
  view.groupings = {{"par ministère", view.all_href + "&group=lineage"},
                    {"par gouvernement", view.all_href + "&group=government"}};
}

}  // namespace

std::string_view title_of(Facet facet) noexcept {
  return words_of(facet).title;
}

std::string_view title_of_all(Facet facet) noexcept {
  return words_of(facet).all;
}

const Noun& noun_of(Facet facet) noexcept {
  return words_of(facet).noun;
}

std::string note_of(Facet facet, const std::string& value, const SearchRequest& request,
                    const gazetteer::Gazetteer& gazetteer) {
  if (facet == Facet::kMinister) {
    std::string title;
    for (const gazetteer::Office& office : gazetteer.offices_of(value)) {
      const bool has_begun =
          !request.to || base::first_day(office.first_day) <= base::last_day(request.to);
      if (has_begun || title.empty()) title = office.title;
    }
    return title;
  }
  if (facet != Facet::kGovernment) return "";
  const gazetteer::Government* government = gazetteer.government(value);
  if (government == nullptr) return "";
  const base::Date last{government->last_day.year, 0, 0};
  return period_in_words({government->first_day.year, 0, 0}, last);
}

std::string name_of(Facet facet, const std::string& value, const SearchResults& results) {
  if (value == search::kNoValue) {
    std::string none(words_of(facet).none);
    none.front() = 's';
    return none;
  }
  if (facet == Facet::kTheme) return theme_in_words(value);
  if (const auto& counts = results.facets[static_cast<std::size_t>(facet)]) {
    for (const FacetValue& listed : counts->values) {
      if (listed.value == value) return listed.label;
    }
  }
  return value;
}

std::vector<FacetView> facet_views(const SearchRequest& request, const SearchResults& results,
                                   const gazetteer::Gazetteer& gazetteer) {
  std::vector<FacetView> views;
  const SearchRequest dated = up_to_the_last_text(request, results);
  for (const Facet facet : search::kFacets) {
    const auto& counts = results.facets[static_cast<std::size_t>(facet)];
    if (!counts) continue;
    FacetView view;
    view.id = search::to_string(facet);
    view.title = title_of(facet);
    add_entries(view, facet, *counts, request);
    if (view.entries.empty()) continue;
    for (FacetEntry& entry : view.entries) {
      entry.note = note_of(facet, entry.value, dated, gazetteer);
    }
    measure(view.entries);
    add_all_link(view, facet, *counts, request);
    views.push_back(std::move(view));
  }
  return views;
}

std::vector<FilterTag> filter_tags(const SearchRequest& request, const SearchResults& results) {
  std::vector<FilterTag> tags;
  const auto add = [&](std::string text, std::string without, SearchRequest rest) {
    const std::string href = search_href(rest);
    tags.push_back({std::move(text), std::move(without), href, std::move(rest)});
  };
  for (const Facet facet : search::kFacets) {
    const search::FacetFilter& filter = request.filter(facet);
    for (const std::string& value : filter.any_of) {
      const std::string name = name_of(facet, value, results);
      add(name, "Sans le filtre " + in_guillemets(name), with_toggled(request, facet, value));
    }
    for (const std::string& value : filter.none_of) {
      const std::string name = name_of(facet, value, results);
      add("sauf " + name, "Sans exclure " + in_guillemets(name),
          without_exclusion(request, facet, value));
    }
  }
  if (request.from || request.to) {
    add(period_in_words(request.from, request.to), "Sans limite de dates",
        with_dates(request, {}, {}));
  }
  return tags;
}

}  // namespace pressoir::pages
