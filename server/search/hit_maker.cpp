#include "server/search/hit_maker.hpp"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

#include "indexer/text/fold.hpp"
#include "server/search/rank/collapse.hpp"

namespace pressoir::search {
namespace {

// Many pages repeat their title as the first line of the text: a snippet that began with it would
// show the title twice.
std::string_view text_after_title(const base::Document& document) {
  const std::string_view text = document.text;
  const std::size_t line_end = text.find('\n');
  if (line_end == std::string_view::npos) return text;
  const bool repeats = text::slug(text.substr(0, line_end)) == text::slug(document.title);
  return repeats ? text.substr(line_end + 1) : text;
}

// The closest form over title and snippet: clients show how well a hit matches without comparing
// words themselves. MatchForm has the closest first.
std::optional<snippet::MatchForm> best_form(const Hit& hit) {
  std::optional<snippet::MatchForm> best;
  for (const auto* fragments : {&hit.title, &hit.snippet}) {
    for (const snippet::Fragment& fragment : *fragments) {
      if (fragment.match) best = std::min(best.value_or(fragment.form), fragment.form);
    }
  }
  return best;
}

}  // namespace

base::Result<Hit> HitMaker::make(const rank::RankedDocument& ranked, HitContent content) {
  const bool needs_text = content.snippet || content.text;
  auto document = reader_.document(ranked.document,
                                   needs_text ? index::DecodeText::kYes : index::DecodeText::kNo);
  if (!document) return document.error();
  Hit hit;
  hit.document = std::move(*document);
  hit.title = highlighter_.mark(hit.document.title, snippet::Highlighter::Part::kTitle);
  if (content.snippet) hit.snippet = highlighter_.snippet(text_after_title(hit.document));
  if (!content.text) {
    hit.document.text.clear();
    hit.document.blocks.clear();
  }
  hit.form = best_form(hit);
  hit.score = ranked.score;
  return hit;
}

base::Result<std::vector<Hit>> HitMaker::make_all(std::span<const rank::RankedDocument> ranked,
                                                  HitContent content, store::Deadline& deadline) {
  std::vector<Hit> hits;
  hits.reserve(ranked.size());
  for (const rank::RankedDocument& one : ranked) {
    if (deadline.is_over()) {
      return base::Error{base::Errc::kTimeout, "the search took longer than it may"};
    }
    auto hit = make(one, content);
    if (!hit) return hit.error();
    hits.push_back(std::move(*hit));
  }
  return hits;
}

base::Result<void> HitMaker::add_siblings(Hit& hit, std::uint32_t document,
                                          const store::DocumentSet& within) {
  const store::Columns& columns = reader_.revision().snapshot.columns;
  const auto siblings = rank::siblings_of(document, within, columns.texts, columns.id_rank);
  hit.siblings = siblings.size();
  for (std::size_t i = 0; i < std::min(siblings.size(), kMaxListedSiblings); ++i) {
    auto sibling = reader_.document(siblings[i], index::DecodeText::kNo);
    if (!sibling) return sibling.error();
    hit.listed_siblings.push_back({std::move(sibling->id), std::move(sibling->url),
                                   std::move(sibling->source), sibling->date});
  }
  return {};
}

}  // namespace pressoir::search
