#include "server/pages/facet_view.hpp"

#include <algorithm>
#include <unordered_set>
#include <utility>

#include "server/pages/sentences.hpp"
#include "server/wording/terms.hpp"

namespace pressoir::pages {
namespace {

using base::Facet;
using query::SearchRequest;
using search::SearchResults;
using search::facets::FacetCounts;
using search::facets::FacetValue;

// Of an excluded value the tag above the results is the way back, not the facet.
bool is_selected(const SearchRequest& request, Facet facet, std::string_view value) {
  const auto& chosen = request.filter(facet).any_of;
  return std::find(chosen.begin(), chosen.end(), value) != chosen.end();
}

// A theme has its last segment as name when its parent is listed above it, else its whole path:
// the list of a facet is cut by count, so a parent may be missing.
class ThemeNames {
 public:
  explicit ThemeNames(const std::vector<FacetValue>& values) {
    for (const FacetValue& value : values) listed_.insert(value.value);
  }

  void name(const FacetValue& value, FacetEntry& entry) const {
    std::string_view parent = value.value;
    std::size_t cut = parent.rfind('/');
    const bool has_parent = cut != std::string_view::npos && is_listed(parent.substr(0, cut));
    if (!has_parent) entry.label = wording::theme_in_words(value.value);
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

// The documents without a value are an entry like the others: `minister=none` selects them.
FacetEntry none_entry(Facet facet, const FacetCounts& counts, const SearchRequest& request) {
  const std::string value(query::kNoValue);
  FacetEntry entry;
  entry.value = value;
  entry.label = wording::words_of(facet).none;
  entry.href = links::search_href(links::with_toggled(request, facet, value));
  entry.count = counts.none;
  entry.is_selected = is_selected(request, facet, value);
  return entry;
}

// Someone who was in office in each of these texts stands in the list of ministers already; the
// list of persons is for everybody else. Nobody is named in fewer texts than as a minister, unless
// a filter of ministers, which their own counts leave out, narrows the texts of persons.
bool is_listed_minister(Facet facet, const FacetValue& value, const SearchResults& results) {
  const auto& ministers = results.facets[static_cast<std::size_t>(Facet::kMinister)];
  if (facet != Facet::kPerson || value.selected || !ministers) return false;
  return std::ranges::any_of(ministers->values, [&](const FacetValue& minister) {
    return minister.value == value.value && minister.count >= value.count;
  });
}

// In the order of the results: by count, themes by path.
void add_entries(FacetView& view, Facet facet, const SearchResults& results,
                 const SearchRequest& request) {
  const FacetCounts& counts = *results.facets[static_cast<std::size_t>(facet)];
  const ThemeNames themes(counts.values);
  for (const FacetValue& value : counts.values) {
    if (is_listed_minister(facet, value, results)) continue;
    FacetEntry entry;
    entry.value = value.value;
    entry.label = value.label;
    entry.href = links::search_href(links::with_toggled(request, facet, value.value));
    entry.count = value.count;
    entry.is_selected = value.selected;
    if (facet == Facet::kTheme) themes.name(value, entry);
    view.entries.push_back(std::move(entry));
  }
  FacetEntry none = none_entry(facet, counts, request);
  // A selected value is listed even without a text: else it could not be dropped here.
  if (none.count != 0 || none.is_selected) view.entries.push_back(std::move(none));
}

// The request with the last text's date as its end, for note_of.
SearchRequest up_to_the_last_text(SearchRequest request, const SearchResults& results) {
  if (request.to || !results.dates) return request;
  const auto& buckets = results.dates->buckets;
  const auto last = std::find_if(buckets.rbegin(), buckets.rend(),
                                 [](const auto& bucket) { return bucket.count != 0; });
  if (last == buckets.rend()) return request;
  request.to = last->start;
  if (results.dates->interval != query::Interval::kDay) request.to.day = 0;
  if (results.dates->interval == query::Interval::kYear) request.to.month = 0;
  return request;
}

// Bars compare the values of one facet, so the longest is the most frequent one, not the total.
void measure(std::vector<FacetEntry>& entries) {
  std::uint64_t greatest = 1;
  for (const FacetEntry& entry : entries) greatest = std::max(greatest, entry.count);
  for (FacetEntry& entry : entries) {
    entry.share = 100.0 * static_cast<double>(entry.count) / static_cast<double>(greatest);
  }
}

// Only when the facet has more values than are listed.
void add_all_link(FacetView& view, Facet facet, const FacetCounts& counts,
                  const SearchRequest& request) {
  // Selected values without a text are listed too, but are not among the distinct ones.
  const auto listed = static_cast<std::uint64_t>(
      std::count_if(counts.values.begin(), counts.values.end(),
                    [](const FacetValue& value) { return value.count != 0; }));
  if (counts.distinct <= listed) return;
  view.others = counts.distinct - listed;
  view.all_href = links::values_href(facet, request);
  if (facet != Facet::kMinister) return;
  view.groupings = {{std::string(kByLineage), view.all_href + "&group=lineage"},
                    {std::string(kByGovernment), view.all_href + "&group=government"}};
}

}  // namespace

std::string note_of(Facet facet, const std::string& value, const SearchRequest& request,
                    const gazetteer::Gazetteer& gazetteer) {
  // Offices are in order of time. Of someone who had none before the end, the first is better than
  // nothing.
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
  return government == nullptr ? "" : term_in_years(*government);
}

std::vector<FacetView> facet_views(const SearchRequest& request, const SearchResults& results,
                                   const gazetteer::Gazetteer& gazetteer) {
  std::vector<FacetView> views;
  const SearchRequest dated = up_to_the_last_text(request, results);
  for (const Facet facet : base::kFacets) {
    const auto& counts = results.facets[static_cast<std::size_t>(facet)];
    if (!counts) continue;
    FacetView view;
    view.id = base::to_string(facet);
    view.title = wording::words_of(facet).title;
    add_entries(view, facet, results, request);
    add_all_link(view, facet, *counts, request);
    // A facet without values would be a title over nothing. When all listed persons are ministers,
    // the link to all of them is left.
    if (view.entries.empty() && view.others == 0) continue;
    for (FacetEntry& entry : view.entries) {
      entry.note = note_of(facet, entry.value, dated, gazetteer);
    }
    measure(view.entries);
    views.push_back(std::move(view));
  }
  return views;
}

}  // namespace pressoir::pages
