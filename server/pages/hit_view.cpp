#include "server/pages/hit_view.hpp"

#include <algorithm>
#include <utility>

#include "server/pages/link.hpp"
#include "server/pages/typography.hpp"

namespace pressoir::pages {
namespace {

void add_siblings(HitView& view, const search::Hit& hit, const std::string& q) {
  if (hit.siblings == 0) return;
  view.siblings = "Le même texte à " + counted(hit.siblings, {"autre adresse", "autres adresses"});
  for (const search::Sibling& sibling : hit.listed_siblings) {
    std::string text = sibling.source.empty() ? sibling.url : sibling.source;
    if (sibling.date) text += ", " + in_words(sibling.date);
    view.sibling_links.push_back({std::move(text), document_href(sibling.id, q)});
  }
}

}  // namespace

std::string texts_with(search::Facet facet, const std::string& value) {
  return search_href(with_toggled({}, facet, value));
}

MinisterView minister_view(const base::Minister& minister) {
  return {{minister.name, minister_href(minister.id)}, minister.office};
}

std::vector<MinisterView> minister_views(const base::Document& document) {
  std::vector<base::Minister> ministers = document.ministers;
  std::stable_sort(ministers.begin(), ministers.end(),
                   [](const auto& a, const auto& b) { return a.role > b.role; });
  std::vector<MinisterView> views;
  views.reserve(ministers.size());
  for (const base::Minister& minister : ministers) views.push_back(minister_view(minister));
  return views;
}

std::vector<Link> theme_links(const base::Document& document, std::string_view mark) {
  if (!document.themes_inferred) mark = "";
  std::vector<Link> links;
  for (const std::string& path : document.themes) {
    links.push_back({theme_in_words(path).append(mark), theme_href(path)});
  }
  return links;
}

std::vector<search::Fragment> title_or_default(std::vector<search::Fragment> title) {
  const bool is_blank = std::all_of(title.begin(), title.end(),
                                    [](const auto& fragment) { return fragment.text.empty(); });
  if (is_blank) return {{std::string(kNoTitle), false}};
  return title;
}

HitView hit_view(const search::Hit& hit, const std::string& q) {
  const base::Document& document = hit.document;
  HitView view;
  view.href = document_href(document.id, q);
  view.title = title_or_default(hit.title);
  view.passage = hit.snippet;
  view.date = document.date ? in_words(document.date) : "sans date";
  view.machine_date = base::to_string(document.date);
  view.type = document.type;
  view.ministers = minister_views(document);
  if (view.ministers.size() > kMaxMinistersOfHit) {
    const std::size_t others = view.ministers.size() - kMaxMinistersOfHit;
    view.other_ministers = "et " + counted(others, {"autre", "autres"});
    view.ministers.resize(kMaxMinistersOfHit);
  }
  view.themes = theme_links(document, " (déduit)");
  view.source = document.source;
  add_siblings(view, hit, q);
  return view;
}

}  // namespace pressoir::pages
