#include "server/search/searcher.hpp"

#include <algorithm>
#include <iterator>
#include <limits>
#include <span>
#include <tuple>
#include <utility>

#include "server/query/query_parser.hpp"
#include "server/related/distinctive_words.hpp"
#include "server/related/similar.hpp"
#include "server/search/archive_reader.hpp"
#include "server/search/document_stream.hpp"
#include "server/search/hit_maker.hpp"
#include "server/search/query_runner.hpp"
#include "server/search/rank/collapse.hpp"
#include "server/suggest/phrase_index.hpp"
#include "server/suggest/suggester.hpp"

namespace pressoir::search {
namespace {

// Wall time, which is what the client waits: `took_ms` includes the wait for the disk.
class Stopwatch {
 public:
  double milliseconds() const {
    return std::chrono::duration<double, std::milli>(Clock::now() - began_).count();
  }

 private:
  using Clock = std::chrono::steady_clock;
  Clock::time_point began_ = Clock::now();
};

// What only a family matches has that form, even where it has another of the query's words as typed.
void mark_families(std::span<const rank::RankedDocument> shown, const QueryMatches& without_family,
                   std::vector<Hit>& hits) {
  for (std::size_t i = 0; i < shown.size(); ++i) {
    if (without_family.documents.contains(shown[i].document)) continue;
    hits[i].form = snippet::MatchForm::kFamily;
  }
}

bool has_match(const Searcher::DocumentView& view) {
  const auto is_match = [](const snippet::Fragment& fragment) { return fragment.match; };
  return std::ranges::any_of(view.title, is_match) ||
         std::ranges::any_of(view.blocks, [&](const std::vector<snippet::Fragment>& block) {
           return std::ranges::any_of(block, is_match);
         });
}

// Empty behind the last document: a page that does not exist is an empty list, not an error.
std::span<const rank::RankedDocument> page_of(const DocumentOrder& order,
                                              const query::SearchRequest& request) {
  const std::size_t first = std::min<std::size_t>(request.start, order.size());
  return std::span(order).subspan(first,
                                  std::min<std::size_t>(request.count, order.size() - first));
}

}  // namespace

// Results, snippets and other facets are the dear part of a search, and a list of values shows
// none.
query::SearchRequest only_values(query::SearchRequest request, base::Facet facet) {
  request.start = request.count = 0;
  request.facets = {};
  request.facets[static_cast<std::size_t>(facet)] = true;
  request.facet_size = std::numeric_limits<std::uint32_t>::max();
  request.date_facet = request.with_snippets = false;
  return request;
}

// Each function is one action of the reader: it sees one revision throughout, and is run again when
// the index outruns that revision. Results are therefore built anew in each and never kept here.
struct Searcher::State {
  Archive& archive;
  std::chrono::milliseconds time_limit;
  QueryCache no_cache{0};
  QueryCache& cache;
  text::Analyzer analyzer;
  ArchiveReader reader;

  State(Archive& opened, std::chrono::milliseconds limit, QueryCache* shared)
      : archive(opened),
        time_limit(limit),
        cache(shared == nullptr ? no_cache : *shared),
        reader(opened) {}

  const store::Snapshot& snapshot() const { return reader.revision().snapshot; }
  QueryRunner runner() { return {cache, reader, analyzer, time_limit}; }

  // What a search found, before its results are put in order.
  struct Found {
    const QueryMatches& matches;
    const facets::FilteredMatches& filtered;
    std::uint64_t texts;  // different ones; counted only with collapse
  };

  // The hits of the requested page.
  base::Result<std::vector<Hit>> list_hits(const query::SearchRequest& request, const Found& found,
                                           QueryRunner& steps) {
    const auto order = [&](const query::SearchRequest& wanted) {
      return steps.order(found.matches, found.filtered, wanted);
    };
    const auto ordered = request.collapse
                             ? rank::collapse_texts(request, {found.filtered.total, found.texts},
                                                    snapshot().columns.texts, order)
                             : order(request);
    if (!ordered) return ordered.error();
    const std::span<const rank::RankedDocument> shown = page_of(**ordered, request);
    HitMaker maker(reader, found.matches.query, analyzer);
    auto hits = maker.make_all(shown, {request.with_snippets, request.with_text}, steps.deadline());
    if (!hits) return hits;
    if (const auto& others = found.matches.without_family) mark_families(shown, *others, *hits);
    for (std::size_t i = 0; request.collapse && i < shown.size(); ++i) {
      const auto added =
          maker.add_siblings((*hits)[i], shown[i].document, found.filtered.documents);
      if (!added) return added.error();
    }
    return hits;
  }

  base::Result<SearchResults> search(const query::SearchRequest& request) {
    const Stopwatch watch;
    QueryRunner steps = runner();
    const auto matches = steps.match(request);
    if (!matches) return matches.error();
    const auto filtered = steps.filter(**matches, request);

    SearchResults results;
    results.read_as = (*matches)->read_as;
    results.offices = (*matches)->offices;
    results.acronyms = (*matches)->acronyms;
    results.total = filtered->total;
    // The other words of the query, or a filter, may leave nothing of what was respelled.
    if (results.total > 0) results.suggestion = (*matches)->suggestion;
    results.facets = filtered->facets;
    results.dates = filtered->dates;
    results.revision = snapshot().name();
    results.documents = snapshot().documents;
    // Counting the different texts takes a pass over all that was found.
    if (request.collapse || request.count_groups) {
      results.groups = snapshot().columns.texts.count_in(filtered->documents);
    }
    // Facets alone need neither an order nor a text.
    if (request.count > 0) {
      auto hits =
          list_hits(request, {**matches, *filtered, results.groups.value_or(0)}, steps);
      if (!hits) return hits.error();
      results.hits = *std::move(hits);
    }
    results.took_ms = watch.milliseconds();
    return results;
  }

  base::Result<Trends> trends(const TrendsRequest& request) {
    const Stopwatch watch;
    // One runner for all series: the time limit is that of the whole request.
    QueryRunner steps = runner();
    query::SearchRequest one = request.common;
    // The archive's own counts come first, without words; they set the periods of every series.
    one.q.clear();
    one.facets = {};
    one.date_facet = false;
    const auto all = steps.match_and_filter(one);
    if (!all) return all.error();
    auto dates = count_archive((*all)->documents, one, snapshot().columns);
    if (!dates) return dates.error();
    Trends trends{*std::move(dates), (*all)->total, {}, snapshot().name(), snapshot().documents, 0};
    for (const std::string& q : request.queries) {
      one.q = q;
      const auto matches = steps.match(one);
      if (!matches) return matches.error();
      TrendSeries series =
          count_series(steps.filter(**matches, one)->documents, trends.archive, snapshot().columns);
      series.q = q;
      series.read_as = (*matches)->read_as;
      trends.series.push_back(std::move(series));
    }
    trends.took_ms = watch.milliseconds();
    return trends;
  }

  base::Result<suggest::Suggestions> suggest(const suggest::SuggestRequest& request) {
    const Stopwatch watch;
    suggest::Suggester suggester(snapshot(), reader.revision().names, reader.index(), analyzer);
    auto offers = suggester.suggest(request);
    if (!offers) return offers.error();
    return suggest::Suggestions{*std::move(offers), watch.milliseconds()};
  }

  // The hits are highlighted by the topic's words, as if the reader had searched for them.
  base::Result<SimilarResults> similar(const SimilarRequest& request) {
    const Stopwatch watch;
    const auto number = reader.number_of(request.id);
    if (!number) return number.error();
    store::Postings postings(reader.index(), snapshot().spellings, snapshot().frequent);
    const related::SimilarDocuments found =
        related::find_similar(*number, request.count, postings, snapshot());
    SimilarResults results;
    for (const related::TopicWord& topic : found.words) results.words.push_back(topic.written);
    const query::Query query = any_of(found.words);
    HitMaker maker(reader, query, analyzer);
    for (const related::SimilarDocument& similar : found.documents) {
      auto hit =
          maker.make({similar.document, similar.score}, {request.with_snippets, request.with_text});
      if (!hit) return hit.error();
      results.hits.push_back({*std::move(hit), {}});
      for (const std::size_t i : similar.shared) {
        results.hits.back().shared.push_back(found.words[i].written);
      }
    }
    results.revision = snapshot().name();
    results.documents = snapshot().documents;
    results.took_ms = watch.milliseconds();
    return results;
  }

  base::Result<related::DistinctiveWords> distinctive_words(
      const related::DistinctiveRequest& request) {
    const auto filtered = runner().match_and_filter(request.search);
    if (!filtered) return filtered.error();
    return related::compare((*filtered)->documents, request, snapshot(), reader.index());
  }

  base::Result<DocumentView> view(std::string_view id, const std::string& q) {
    auto document = reader.document(id);
    if (!document) return document.error();
    auto view = mark(*document, q, query::expand::Families::kNo);
    // A result that only families of words matched has nothing else to mark.
    if (view && !has_match(*view)) view = mark(*document, q, query::expand::Families::kYes);
    return view;
  }

  base::Result<DocumentView> mark(const base::Document& document, const std::string& q,
                                  query::expand::Families families) {
    // Any word is marked: the reader chose the document, which need not match as a whole.
    auto parsed = query::parse_query(q, query::MatchMode::kAny, analyzer);
    if (!parsed) return parsed.error();
    runner().interpret(*parsed, families);
    DocumentView view;
    view.document = document;
    snippet::Highlighter highlighter(parsed->query, analyzer);
    view.title = highlighter.mark(view.document.title, snippet::Highlighter::Part::kTitle);
    const std::string_view text = view.document.text;
    for (const base::Block& block : view.document.blocks) {
      view.blocks.push_back(highlighter.mark(text.substr(block.begin, block.end - block.begin)));
    }
    return view;
  }
};

Searcher::Searcher(Archive& archive, std::chrono::milliseconds time_limit, QueryCache* cache)
    : state_(std::make_unique<State>(archive, time_limit, cache)) {}
Searcher::~Searcher() = default;
Searcher::Searcher(Searcher&&) noexcept = default;
Searcher& Searcher::operator=(Searcher&&) noexcept = default;

base::Result<SearchResults> Searcher::search(const query::SearchRequest& request) {
  return state_->reader.at_one_revision([&] { return state_->search(request); });
}

base::Result<Trends> Searcher::trends(const TrendsRequest& request) {
  return state_->reader.at_one_revision([&] { return state_->trends(request); });
}

base::Result<suggest::Suggestions> Searcher::suggest(const suggest::SuggestRequest& request) {
  return state_->reader.at_one_revision([&] { return state_->suggest(request); });
}

base::Result<base::Document> Searcher::document(std::string_view id) {
  return state_->reader.at_one_revision([&] { return state_->reader.document(id); });
}

base::Result<Searcher::DocumentView> Searcher::view(std::string_view id, const std::string& q) {
  return state_->reader.at_one_revision([&] { return state_->view(id, q); });
}

// The words typed are not part of the search, so that each key typed is answered from the cache.
base::Result<FacetLookup> Searcher::look_up(const FacetLookupRequest& request) {
  auto answer = search(only_values(request.search, request.facet));
  if (!answer) return answer.error();
  facets::FacetCounts& counts = *answer->facets[static_cast<std::size_t>(request.facet)];
  std::vector<facets::FacetValue> values = std::move(counts.values);
  suggest::TypedName typed(request.typed);
  std::erase_if(values, [&](const facets::FacetValue& value) {
    return !typed.is_in(value.label + ' ' + value.value);
  });
  std::ranges::sort(values, [](const facets::FacetValue& a, const facets::FacetValue& b) {
    return std::tie(b.count, a.value) < std::tie(a.count, b.value);
  });
  FacetLookup lookup{{}, values.size(), counts.none, *std::move(answer)};
  const std::size_t first = std::min<std::size_t>(request.start, values.size());
  const std::size_t count = std::min<std::size_t>(request.count, values.size() - first);
  std::ranges::move(std::span(values).subspan(first, count), std::back_inserter(lookup.values));
  return lookup;
}

base::Result<SimilarResults> Searcher::similar(const SimilarRequest& request) {
  return state_->reader.at_one_revision([&] { return state_->similar(request); });
}

base::Result<related::DistinctiveWords> Searcher::distinctive_words(
    const related::DistinctiveRequest& request) {
  return state_->reader.at_one_revision([&] { return state_->distinctive_words(request); });
}

base::Result<void> Searcher::ready() const {
  return state_->archive.reachable();
}

ArchiveSummary Searcher::summary() const {
  return state_->archive.summary();
}

base::Result<std::unique_ptr<DocumentStream>> Searcher::stream(const query::SearchRequest& request,
                                                               std::string_view after) {
  using Opened = base::Result<std::unique_ptr<DocumentStream>>;
  // An export ends when a writer has committed twice since its revision: it begins on the newest,
  // not on the one of up to half a second ago. An error of the poll shows in the action.
  static_cast<void>(state_->archive.refresh());
  return state_->reader.at_one_revision([&]() -> Opened {
    const auto found = state_->runner().match_and_filter(request);
    if (!found) return found.error();
    return DocumentStream::open(state_->archive.path(), state_->reader.take(), (*found)->documents,
                                after);
  });
}

}  // namespace pressoir::search
