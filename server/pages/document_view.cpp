#include "server/pages/document_view.hpp"

#include <algorithm>
#include <utility>

#include "server/pages/link.hpp"
#include "server/pages/typography.hpp"

namespace pressoir::pages {
namespace {

using base::Document;

std::string_view words_of(base::DateSource source) {
  switch (source) {
    case base::DateSource::kNone:
      return "";
    case base::DateSource::kGiven:
      return "date donnée avec le texte";
    case base::DateSource::kJsonLd:
      return "date lue dans les données structurées de la page";
    case base::DateSource::kMeta:
      return "date lue dans les métadonnées de la page";
    case base::DateSource::kTitle:
      return "date lue dans le titre";
    case base::DateSource::kTimeElement:
      return "date lue dans le balisage de la page";
    case base::DateSource::kVisibleLine:
      return "date lue sur la page";
    case base::DateSource::kDateline:
      return "date lue en tête du texte";
    case base::DateSource::kUrl:
      return "date lue dans l’adresse";
  }
  return "";
}

std::string_view words_of(base::Confidence confidence) {
  switch (confidence) {
    case base::Confidence::kNone:
      return "";
    case base::Confidence::kLow:
      return "incertaine";
    case base::Confidence::kMedium:
      return "probable";
    case base::Confidence::kHigh:
      return "sûre";
  }
  return "";
}

std::string date_provenance(const Document& document) {
  if (!document.date) return "";
  std::string text(words_of(document.date_source));
  const std::string_view confidence = words_of(document.date_confidence);
  if (!text.empty() && !confidence.empty()) text += ", ";
  return text + std::string(confidence);
}

bool is_web_address(std::string_view url) {
  return url.starts_with("https://") || url.starts_with("http://");
}

// Who speaks or signs, « title », where, when, address: what a footnote needs.
std::string citation(const Document& document) {
  std::string text;
  for (const base::Minister& minister : document.ministers) {
    if (minister.role != base::Role::kMentioned) text += minister.name + ", ";
  }
  text += in_guillemets(document.title.empty() ? std::string(kNoTitle) : document.title);
  if (!document.source.empty()) text += ", " + document.source;
  text += ", " + (document.date ? in_words(document.date) : std::string("sans date"));
  if (!document.url.empty()) text += ", " + document.url;
  return text + ".";
}

std::string byline(const Document& document) {
  std::string text = document.date ? in_words(document.date) : std::string("sans date");
  for (const base::Minister& minister : document.ministers) {
    if (minister.role == base::Role::kMentioned) continue;
    text += " · " + minister.name;
    if (!minister.office.empty()) text += ", " + minister.office;
  }
  if (!document.source.empty()) text += " · " + document.source;
  return text;
}

bool has_match(const std::vector<search::Fragment>& text) {
  return std::any_of(text.begin(), text.end(), [](const auto& fragment) { return fragment.match; });
}

std::vector<BlockGroup> group_blocks(const search::Searcher::DocumentView& found) {
  std::vector<BlockGroup> groups;
  std::size_t passages = 0;
  const std::size_t count = std::min(found.blocks.size(), found.document.blocks.size());
  for (std::size_t i = 0; i < count; ++i) {
    const base::BlockKind kind = found.document.blocks[i].kind;
    if (groups.empty() || groups.back().kind != kind) groups.push_back({kind, {}});
    const std::size_t passage = has_match(found.blocks[i]) ? ++passages : 0;
    groups.back().blocks.push_back({kind, found.blocks[i], passage});
  }
  return groups;
}

std::size_t count_passages(const std::vector<BlockGroup>& groups) {
  std::size_t last = 0;
  for (const BlockGroup& group : groups) {
    for (const BlockView& block : group.blocks) last = std::max(last, block.passage);
  }
  return last;
}

Link back_link(const std::string& q) {
  if (q.empty()) return {"Rechercher dans l’archive", "/"};
  return {"Résultats pour " + in_guillemets(q), search_href(with_query({}, q))};
}

Link value_link(search::Facet facet, const std::string& value) {
  return {value, value.empty() ? "" : texts_with(facet, value)};
}

void add_date(DocumentPageView& view, const Document& document) {
  view.machine_date = base::to_string(document.date);
  if (document.date) {
    view.date = {in_words(document.date),
                 search_href(with_dates({}, document.date, document.date))};
  } else {
    view.date = {"sans date", ""};
  }
  view.date_provenance = date_provenance(document);
}

Link government_link(const std::string& id, const gazetteer::Gazetteer& gazetteer) {
  if (id.empty()) return {};
  const gazetteer::Government* government = gazetteer.government(id);
  return {government == nullptr ? id : government->name, government_href(id)};
}

void add_addresses(DocumentPageView& view, const std::string& id) {
  view.api_href = "/api/v1/documents/" + percent_encode(id);
  view.citation_files = {{"RIS", view.api_href + ".ris"},
                         {"BibTeX", view.api_href + ".bib"},
                         {"CSL-JSON", view.api_href + ".csl.json"}};
}

void add_passages(DocumentPageView& view) {
  const std::size_t passages = count_passages(view.groups);
  if (passages == 0) return;
  view.passages =
      counted(passages, {"paragraphe contient", "paragraphes contiennent"}) + " des mots cherchés";
  for (std::size_t i = 1; i <= std::min(passages, kMaxPassageLinks); ++i) {
    view.passage_links.push_back({std::to_string(i), "#passage-" + std::to_string(i)});
  }
}

}  // namespace

DocumentPageView view_document(const search::Searcher::DocumentView& found, const std::string& q,
                               const gazetteer::Gazetteer& gazetteer) {
  const Document& document = found.document;
  DocumentPageView view;
  view.title = title_or_default(found.title);
  for (const search::Fragment& fragment : view.title) view.page_title += fragment.text;
  view.page_title += " – Pressoir";
  view.back = back_link(q);
  view.byline = byline(document);
  add_date(view, document);
  view.ministers = minister_views(document);
  view.themes = theme_links(document);
  view.type = value_link(search::Facet::kType, document.type);
  view.source = value_link(search::Facet::kSource, document.source);
  view.government = government_link(document.government, gazetteer);
  view.address = {document.url, is_web_address(document.url) ? document.url : ""};
  if (document.first_indexed != 0) view.first_indexed = instant_in_words(document.first_indexed);
  view.citation = citation(document);
  add_addresses(view, document.id);
  view.groups = group_blocks(found);
  add_passages(view);
  return view;
}

}  // namespace pressoir::pages
