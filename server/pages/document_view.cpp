#include "server/pages/document_view.hpp"

#include <algorithm>
#include <utility>

#include "indexer/base/url.hpp"
#include "server/pages/sentences.hpp"
#include "server/wording/terms.hpp"

namespace pressoir::pages {
namespace {

using base::Document;
using search::snippet::Fragment;

using Blocks = std::vector<std::vector<Fragment>>;

// Blocks from `begin` to before `end`.
struct Part {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t passages_before = 0;
};

// Only matches of the query are marked, so a mark is a match.
bool has_match(const std::vector<Fragment>& text) {
  return std::any_of(text.begin(), text.end(), [](const auto& fragment) { return fragment.match; });
}

// Without markup: the text decides how long a page is.
std::size_t bytes_of(const std::vector<Fragment>& text) {
  std::size_t bytes = 0;
  for (const Fragment& fragment : text) bytes += fragment.text.size();
  return bytes;
}

// Cuts between blocks, at least one part; counts the blocks with a match in `passages`. The size is
// the text's divided by the number of parts, so that the last part is not a single paragraph.
std::vector<Part> cut_into_parts(const Blocks& blocks, std::size_t& passages) {
  std::size_t total = 0;
  for (const auto& block : blocks) total += bytes_of(block);
  const std::size_t size = total / (total / kPartBytes + 1) + 1;
  std::vector<Part> parts(1);
  std::size_t bytes = 0;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    if (bytes >= size * parts.size()) parts.push_back({i, i, passages});
    parts.back().end = i + 1;
    bytes += bytes_of(blocks[i]);
    if (has_match(blocks[i])) ++passages;
  }
  return parts;
}

// The part of a text that a request names, and the way through its matches.
class Text {
 public:
  Text(const search::Searcher::DocumentView& found, const TextRequest& request)
      : found_(found), request_(request), parts_(cut_into_parts(found.blocks, passages_)) {}

  bool has_part() const { return request_.part >= 1 && request_.part <= parts_.size(); }

  TextView view() const {
    TextView view;
    add_groups(view);
    add_passages(view);
    for (std::size_t part = 1; part <= parts_.size() && parts_.size() > 1; ++part) {
      view.parts.push_back({wording::number(part), part == request_.part ? "" : part_href(part)});
    }
    if (request_.part < parts_.size()) view.next_part_href = part_href(request_.part + 1);
    return view;
  }

 private:
  // Numbers of matches go on from the parts before, so that an anchor is the same in all parts.
  void add_groups(TextView& view) const {
    const Part& part = parts_[request_.part - 1];
    std::size_t passage = part.passages_before;
    // A document without blocks still has one part, of nothing.
    const std::size_t end = std::min(part.end, found_.document.blocks.size());
    for (std::size_t i = part.begin; i < end; ++i) {
      const base::BlockKind kind = found_.document.blocks[i].kind;
      if (view.groups.empty() || view.groups.back().kind != kind) view.groups.push_back({kind, {}});
      BlockView block{kind, found_.blocks[i], 0, "", ""};
      if (has_match(block.text)) {
        block.passage = ++passage;
        if (passage < passages_) block.next_href = passage_href(passage + 1);
        if (passage > 1) block.previous_href = passage_href(passage - 1);
      }
      view.groups.back().blocks.push_back(std::move(block));
    }
  }

  void add_passages(TextView& view) const {
    view.passage_count = passages_;
    if (passages_ == 0) return;
    view.passages = matches_in_words(passages_);
    if (passages_ == 1) {
      view.passage_links = {{std::string(kOnlyMatch), passage_href(1)}};
    } else {
      view.passage_links = {{std::string(kFirstMatch), passage_href(1)},
                            {std::string(kLastMatch), passage_href(passages_)}};
    }
  }

  // The first part is the page without `part`: one address for one content.
  std::string part_href(std::size_t part) const {
    std::string href = links::document_href(found_.document.id, request_.q);
    if (part == 1) return href;
    return href + (request_.q.empty() ? "?" : "&") + "part=" + std::to_string(part);
  }

  std::string passage_href(std::size_t passage) const {
    // Within the shown part an anchor is enough: the browser then does not load the page again.
    std::size_t part = parts_.size();
    while (part > 1 && parts_[part - 1].passages_before >= passage) --part;
    const std::string anchor = "#passage-" + std::to_string(passage);
    return part == request_.part ? anchor : part_href(part) + anchor;
  }

  const search::Searcher::DocumentView& found_;
  const TextRequest& request_;
  std::size_t passages_ = 0;
  std::vector<Part> parts_;
};

MinisterView minister_view(const base::Minister& minister) {
  return {{minister.name, links::minister_href(minister.id)}, minister.office};
}

// Speakers, then authors, then those who are named; each in the document's order.
std::vector<MinisterView> minister_views(const Document& document) {
  std::vector<base::Minister> ministers = document.ministers;
  std::stable_sort(ministers.begin(), ministers.end(),
                   [](const auto& a, const auto& b) { return a.role > b.role; });
  std::vector<MinisterView> views;
  views.reserve(ministers.size());
  for (const base::Minister& minister : ministers) views.push_back(minister_view(minister));
  return views;
}

// `mark` follows themes that the page does not name: a guess must be seen to be one.
std::vector<links::Link> theme_links(const Document& document, std::string_view mark) {
  if (!document.themes_inferred) mark = "";
  std::vector<links::Link> links;
  for (const std::string& path : document.themes) {
    links.push_back({wording::theme_in_words(path).append(mark), links::theme_href(path)});
  }
  return links;
}

// Pages without a title exist; a link without text cannot be followed.
std::vector<Fragment> title_or_default(std::vector<Fragment> title) {
  const bool is_blank = std::all_of(title.begin(), title.end(),
                                    [](const auto& fragment) { return fragment.text.empty(); });
  if (is_blank) return {{std::string(wording::kNoTitle), false}};
  return title;
}

// Other addresses of the same text, when equal texts are collapsed.
void add_siblings(HitView& view, const search::Hit& hit, const std::string& q) {
  if (hit.siblings == 0) return;
  view.siblings = siblings_in_words(hit.siblings);
  for (const search::Sibling& sibling : hit.listed_siblings) {
    view.sibling_links.push_back({sibling_in_words(sibling), links::document_href(sibling.id, q)});
  }
}

// `javascript:` and other schemes of a harvested page must not become links.
bool is_web_address(std::string_view url) {
  return url.starts_with("https://") || url.starts_with("http://");
}

// By role, in the order of a reader's interest. A sitting names a hundred people: the first few of
// each role are shown, the others in a list that opens.
std::vector<MinisterGroup> minister_groups(const Document& document) {
  std::vector<MinisterGroup> groups;
  for (const base::Role role :
       {base::Role::kSpeaker, base::Role::kAuthor, base::Role::kMentioned}) {
    MinisterGroup group;
    for (const base::Minister& minister : document.ministers) {
      if (minister.role != role) continue;
      auto& list = group.ministers.size() < kMaxListedMinisters ? group.ministers : group.others;
      list.push_back(minister_view(minister));
    }
    if (group.ministers.empty()) continue;
    group.title = title_of(role, group.ministers.size());
    groups.push_back(std::move(group));
  }
  return groups;
}

// Whoever held no office then. The link leads to all texts that name the person, in office or not.
void add_others(const Document& document, std::vector<MinisterGroup>& groups) {
  MinisterGroup group;
  group.title = wording::words_of(base::Facet::kPerson).title;
  for (const base::Minister& person : document.others) {
    auto& list = group.ministers.size() < kMaxListedMinisters ? group.ministers : group.others;
    const std::string href =
        links::search_href(links::with_toggled({}, base::Facet::kPerson, person.id));
    list.push_back({{person.name, href}, person.office});
  }
  if (!group.ministers.empty()) groups.push_back(std::move(group));
}

// Leads to all texts with the value.
links::Link value_link(base::Facet facet, const std::string& value) {
  return {value, value.empty() ? "" : links::search_href(links::with_toggled({}, facet, value))};
}

// A date leads to the other texts of its day, month or year.
void add_date(DocumentPageView& view, const Document& document) {
  view.machine_date = base::to_string(document.date);
  view.date.text = date_or_undated(document.date);
  if (document.date)
    view.date.href = links::search_href(links::with_dates({}, document.date, document.date));
  view.date_provenance = date_provenance(document);
}

// An id that this gazetteer does not know is shown as it is: the archive may be of another version.
links::Link government_link(const std::string& id, const gazetteer::Gazetteer& gazetteer) {
  if (id.empty()) return {};
  const gazetteer::Government* government = gazetteer.government(id);
  return {government == nullptr ? id : government->name, links::government_href(id)};
}

// The suffixes are those of the API's routes.
void add_addresses(DocumentPageView& view, const std::string& id) {
  view.api_href = "/api/v1/documents/" + base::percent_encode(id);
  view.citation_files = {{"RIS", view.api_href + ".ris"},
                         {"BibTeX", view.api_href + ".bib"},
                         {"CSL-JSON", view.api_href + ".csl.json"}};
}

SimilarView similar_view(const search::SimilarHit& similar) {
  SimilarView view{hit_view(similar.hit, ""), shared_in_words(similar.shared)};
  // The words that it shares are marked, but the reader did not search for them.
  for (Fragment& fragment : view.text.title) fragment.match = false;
  return view;
}

}  // namespace

HitView hit_view(const search::Hit& hit, const std::string& q) {
  const Document& document = hit.document;
  HitView view;
  view.href = links::document_href(document.id, q);
  view.title = title_or_default(hit.title);
  view.passage = in_one_line(hit.snippet);
  view.date = date_or_undated(document.date);
  view.machine_date = base::to_string(document.date);
  view.type = document.type;
  view.ministers = minister_views(document);
  if (view.ministers.size() > kMaxMinistersOfHit) {
    view.other_ministers = and_others(view.ministers.size() - kMaxMinistersOfHit);
    view.ministers.resize(kMaxMinistersOfHit);
  }
  view.themes = theme_links(document, kInferred);
  view.source = document.source;
  add_siblings(view, hit, q);
  return view;
}

std::vector<HitView> hit_views(const std::vector<search::Hit>& hits, const std::string& q) {
  std::vector<HitView> views;
  views.reserve(hits.size());
  for (const search::Hit& hit : hits) views.push_back(hit_view(hit, q));
  return views;
}

base::Result<FoundDocument> find_document(const std::string& id, const std::string& q,
                                          search::Searcher& searcher) {
  auto view = searcher.view(id, q);
  if (!view) return view.error();
  FoundDocument found{*std::move(view)};
  search::SimilarRequest request{id, kSimilarTexts};
  request.with_snippets = false;
  // They are an addition: a page without them is better than an error.
  if (auto similar = searcher.similar(request)) found.similar = std::move(similar->hits);
  return found;
}

std::optional<DocumentPageView> view_document(const FoundDocument& found,
                                              const TextRequest& request,
                                              const gazetteer::Gazetteer& gazetteer) {
  const Text text(found.view, request);
  if (!text.has_part()) return std::nullopt;
  const Document& document = found.view.document;
  DocumentPageView view;
  view.text = text.view();
  view.title = title_or_default(found.view.title);
  // The title without its marks.
  for (const Fragment& fragment : view.title) view.page_title += fragment.text;
  view.is_title_long = view.page_title.size() > kLongTitleBytes;
  const std::size_t parts = view.text.parts.size();
  const std::string part = parts == 0 ? "" : part_in_words(request.part, parts);
  if (!part.empty()) view.page_title += " (" + part + ")";
  view.page_title = page_title(view.page_title);
  view.back = {back_in_words(request.q),
               request.q.empty() ? "/" : links::search_href(links::with_query({}, request.q))};
  view.byline = byline(document) + (part.empty() ? "" : " · " + part);
  add_date(view, document);
  view.ministers = minister_groups(document);
  add_others(document, view.ministers);
  view.themes = theme_links(document, kInferredFromText);
  view.type = value_link(base::Facet::kType, document.type);
  view.source = value_link(base::Facet::kSource, document.source);
  view.government = government_link(document.government, gazetteer);
  view.address = {document.url, is_web_address(document.url) ? document.url : ""};
  if (document.first_indexed != 0) {
    view.first_indexed = wording::instant_in_words(document.first_indexed);
  }
  view.citation = citation(document);
  add_addresses(view, document.id);
  for (const search::SimilarHit& similar : found.similar) {
    view.similar.push_back(similar_view(similar));
  }
  return view;
}

}  // namespace pressoir::pages
