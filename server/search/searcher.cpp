#include "server/search/searcher.hpp"

#include <algorithm>
#include <optional>
#include <span>
#include <utility>

#include "indexer/base/date.hpp"
#include "indexer/base/utf8.hpp"
#include "indexer/index/document_codec.hpp"
#include "indexer/index/schema.hpp"
#include "server/query/expand/interpreter.hpp"
#include "server/query/query_description.hpp"
#include "server/query/query_parser.hpp"
#include "server/related/distinctive_words.hpp"
#include "server/related/similar.hpp"
#include "server/search/archive_reader.hpp"
#include "server/search/document_stream.hpp"
#include "server/search/facets/facet_counter.hpp"
#include "server/search/match/matcher.hpp"
#include "server/search/rank/date_ranker.hpp"
#include "server/search/rank/folded_texts.hpp"
#include "server/search/rank/relevance_ranker.hpp"
#include "server/search/snippet/highlighter.hpp"
#include "server/store/snapshot.hpp"
#include "server/suggest/suggester.hpp"

namespace pressoir::search {
namespace {

using Clock = std::chrono::steady_clock;

// The text without a first line that only repeats the title: the reader has just read it.
std::string_view text_after_title(const base::Document& document) {
  const std::string_view text = document.text;
  const std::size_t line_end = text.find('\n');
  if (line_end == std::string_view::npos) return text;
  const bool repeats = text::slug(text.substr(0, line_end)) == text::slug(document.title);
  return repeats ? text.substr(line_end + 1) : text;
}

// The query with the words that were meant; nothing when there are none. What it finds is what the
// query found, which was read so.
std::optional<std::string> respelled(const std::string& q,
                                     const std::vector<query::expand::Respelling>& respellings) {
  if (respellings.empty()) return std::nullopt;
  std::string text = q;
  for (const query::expand::Respelling& respelling : respellings) {
    // Where what was typed stands in another word too, no new text would mean the same.
    const std::size_t at = q.find(respelling.typed);
    if (at == std::string::npos || q.find(respelling.typed, at + 1) != std::string::npos) {
      return std::nullopt;
    }
    const std::size_t now = text.find(respelling.typed);
    if (now == std::string::npos) return std::nullopt;
    text.replace(now, respelling.typed.size(), respelling.read);
  }
  return text;
}

std::optional<snippet::MatchForm> best_form(const Hit& hit) {
  std::optional<snippet::MatchForm> best;
  for (const auto* fragments : {&hit.title, &hit.snippet}) {
    for (const snippet::Fragment& fragment : *fragments) {
      if (fragment.match) best = std::min(best.value_or(fragment.form), fragment.form);
    }
  }
  return best;
}

std::span<const rank::RankedDocument> page_of(const DocumentOrder& order,
                                              const query::SearchRequest& request) {
  const std::size_t first = std::min<std::size_t>(request.start, order.size());
  return std::span(order).subspan(first,
                                  std::min<std::size_t>(request.count, order.size() - first));
}

}  // namespace

struct Searcher::State {
  Archive& archive;
  std::chrono::milliseconds time_limit;
  text::Analyzer analyzer;
  ArchiveReader reader;

  State(Archive& opened, std::chrono::milliseconds limit)
      : archive(opened), time_limit(limit), reader(opened) {}

  const store::Snapshot& snapshot() const { return reader.revision().snapshot; }
  const index::ReadableIndex& index() const { return reader.index(); }

  // What one search works with.
  struct Work {
    explicit Work(const State& state)
        : deadline(state.time_limit),
          postings(state.index(), state.snapshot().spellings, state.snapshot().frequent,
                   &deadline) {}
    Work(const Work&) = delete;
    Work& operator=(const Work&) = delete;

    store::Deadline deadline;
    store::Postings postings;
  };

  query::expand::ReadingContext reading_context(store::Postings& postings) {
    return {index(),  snapshot(),        reader.revision().names,
            postings, archive.offices(), archive.synonyms(),
            analyzer};
  }

  base::Result<base::Document> read(Xapian::docid number, index::DecodeText text) const {
    if (text == index::DecodeText::kNo) return snapshot().heads.read(index(), number);
    return index::decode_document(
        index().get_document(number, Xapian::DOC_ASSUME_VALID).get_data());
  }

  base::Result<Hit> make_hit(const rank::RankedDocument& ranked,
                             const query::SearchRequest& request,
                             snippet::Highlighter& highlighter) {
    const bool needs_text = request.with_snippets || request.with_text;
    auto document =
        read(ranked.document, needs_text ? index::DecodeText::kYes : index::DecodeText::kNo);
    if (!document) return document.error();
    Hit hit;
    hit.document = std::move(*document);
    hit.title = highlighter.mark(hit.document.title, snippet::Highlighter::Part::kTitle);
    if (request.with_snippets) hit.snippet = highlighter.passage(text_after_title(hit.document));
    if (!request.with_text) {
      hit.document.text.clear();
      hit.document.blocks.clear();
    }
    hit.form = best_form(hit);
    hit.score = ranked.score;
    return hit;
  }

  // What the query matches before any filter, from the cache or found now.
  base::Result<std::shared_ptr<const QueryMatches>> match(const query::SearchRequest& request,
                                                          Work& work) {
    const std::string key = matches_key(snapshot().name(), request);
    if (auto known = archive.cache().matches(key)) return known;
    auto parsed = query::parse_query(request.q, request.match, analyzer);
    if (!parsed) return parsed.error();
    query::expand::Reading reading =
        query::expand::interpret(*parsed, reading_context(work.postings));
    auto documents = match::Matcher(work.postings, snapshot(), work.deadline).match(parsed->query);
    if (!documents) return documents.error();
    QueryMatches matches{parsed->query,
                         query::describe(parsed->query, parsed->notes),
                         std::move(reading.offices),
                         std::move(reading.acronyms),
                         respelled(request.q, reading.respellings),
                         *std::move(documents)};
    auto shared = std::make_shared<const QueryMatches>(std::move(matches));
    archive.cache().put(key, shared);
    return shared;
  }

  std::shared_ptr<const facets::FilteredMatches> filter(const QueryMatches& matches,
                                                        const query::SearchRequest& request) {
    const std::string key = counts_key(snapshot().name(), request);
    if (auto known = archive.cache().counts(key)) return known;
    auto filtered = std::make_shared<const facets::FilteredMatches>(
        facets::filter_and_count(matches.documents, request, snapshot().columns));
    archive.cache().put(key, filtered);
    return filtered;
  }

  // The first documents of the order that the request asks for: as many as its page needs, and as
  // many as the pages that are asked for next.
  base::Result<std::shared_ptr<const DocumentOrder>> order(const facets::FilteredMatches& filtered,
                                                           const query::SearchRequest& request,
                                                           const query::Query& query, Work& work) {
    constexpr std::uint32_t kKept = 100;
    const bool has_words = !positive_leaves(query).empty();
    const query::Sort asked =
        request.sort.value_or(has_words ? query::Sort::kRelevance : query::Sort::kNewest);
    const query::Sort sort =
        asked == query::Sort::kRelevance && !has_words ? query::Sort::kNewest : asked;
    const std::uint32_t size = std::max(request.start + request.count, kKept);
    const std::string key = order_key(snapshot().name(), request, sort);
    auto known = archive.cache().order(key);
    if (known && known->size() >= std::min<std::uint64_t>(size, filtered.total)) return known;
    auto ranked = sort == query::Sort::kRelevance
                      ? rank::rank_by_relevance(work.postings, snapshot(), work.deadline,
                                                filtered.documents, query, {0, size})
                      : rank::rank_by_date(filtered.documents, snapshot().columns, sort, {0, size});
    if (!ranked) return ranked.error();
    auto shared = std::make_shared<const DocumentOrder>(*std::move(ranked));
    archive.cache().put(key, shared);
    return shared;
  }

  base::Result<void> add_siblings(Hit& hit, std::uint32_t document,
                                  const store::DocumentSet& within) {
    const store::Columns& columns = snapshot().columns;
    const auto siblings = rank::siblings_of(document, within, columns.texts, columns.id_rank);
    hit.siblings = siblings.size();
    for (std::size_t i = 0; i < std::min(siblings.size(), kMaxListedSiblings); ++i) {
      auto sibling = read(siblings[i], index::DecodeText::kNo);
      if (!sibling) return sibling.error();
      hit.listed_siblings.push_back({std::move(sibling->id), std::move(sibling->url),
                                     std::move(sibling->source), sibling->date});
    }
    return {};
  }

  // Those of one page: `shown`.
  base::Result<std::vector<Hit>> make_hits(std::span<const rank::RankedDocument> shown,
                                           const query::Query& query,
                                           const query::SearchRequest& request,
                                           store::Deadline& deadline) {
    snippet::Highlighter highlighter(query, analyzer);
    std::vector<Hit> hits;
    hits.reserve(shown.size());
    for (const rank::RankedDocument& ranked : shown) {
      if (deadline.is_over()) {
        return base::Error{base::Errc::kTimeout, "the search took longer than it may"};
      }
      auto hit = make_hit(ranked, request, highlighter);
      if (!hit) return hit.error();
      hits.push_back(std::move(*hit));
    }
    return hits;
  }

  base::Result<SearchResults> search(const query::SearchRequest& request) {
    const auto began = Clock::now();
    Work work(*this);
    const auto matches = match(request, work);
    if (!matches) return matches.error();
    const auto filtered = filter(**matches, request);

    SearchResults results;
    results.read_as = (*matches)->read_as;
    results.offices = (*matches)->offices;
    results.acronyms = (*matches)->acronyms;
    results.suggestion = (*matches)->suggestion;
    results.total = filtered->total;
    results.facets = filtered->facets;
    results.dates = filtered->dates;
    results.revision = snapshot().name();
    results.documents = snapshot().documents;
    if (request.collapse || request.count_groups) {
      results.groups = snapshot().columns.texts.count_in(filtered->documents);
    }
    if (request.count > 0) {
      const query::Query& query = (*matches)->query;
      const auto ask = [&](const query::SearchRequest& asked) {
        return order(*filtered, asked, query, work);
      };
      const auto ordered = request.collapse
                               ? rank::fold_texts(request, {results.total, *results.groups}, snapshot().columns.texts, ask)
                               : ask(request);
      if (!ordered) return ordered.error();
      const std::span<const rank::RankedDocument> shown = page_of(**ordered, request);
      auto hits = make_hits(shown, query, request, work.deadline);
      if (!hits) return hits.error();
      results.hits = *std::move(hits);
      for (std::size_t i = 0; request.collapse && i < shown.size(); ++i) {
        const auto added = add_siblings(results.hits[i], shown[i].document, filtered->documents);
        if (!added) return added.error();
      }
    }
    results.took_ms = std::chrono::duration<double, std::milli>(Clock::now() - began).count();
    return results;
  }

  // Everything that the request matches, without results: `request.facets` and `date_facet` tell
  // what is counted.
  base::Result<std::shared_ptr<const facets::FilteredMatches>> find_all(
      const query::SearchRequest& request) {
    Work work(*this);
    const auto matches = match(request, work);
    if (!matches) return matches.error();
    return filter(**matches, request);
  }

  base::Result<Trends> trends(const TrendsRequest& request) {
    const auto began = Clock::now();
    Work work(*this);
    query::SearchRequest one = request.common;
    one.q.clear();
    one.facets = {};
    one.date_facet = false;
    const auto all = match(one, work);
    if (!all) return all.error();
    const auto passed = filter(**all, one);
    auto dates = count_archive(passed->documents, one, snapshot().columns);
    if (!dates) return dates.error();
    Trends trends{*std::move(dates), passed->total, {}, snapshot().name(), snapshot().documents, 0};
    for (const std::string& q : request.queries) {
      one.q = q;
      const auto matches = match(one, work);
      if (!matches) return matches.error();
      TrendSeries series =
          count_series(filter(**matches, one)->documents, trends.archive, snapshot().columns);
      series.q = q;
      series.read_as = (*matches)->read_as;
      trends.series.push_back(std::move(series));
    }
    trends.took_ms = std::chrono::duration<double, std::milli>(Clock::now() - began).count();
    return trends;
  }

  base::Result<suggest::Suggestions> suggest(const suggest::SuggestRequest& request) {
    const auto began = Clock::now();
    auto offers =
        suggest::Suggester(snapshot(), reader.revision().names, index(), analyzer).suggest(request);
    if (!offers) return offers.error();
    const std::chrono::duration<double, std::milli> took = Clock::now() - began;
    return suggest::Suggestions{*std::move(offers), took.count()};
  }

  base::Result<Xapian::docid> number_of(std::string_view id) {
    const std::string key = index::term(index::kIdPrefix, id);
    if (key.size() <= text::kMaxTermBytes) {
      const auto posting = index().postlist_begin(key);
      if (posting != index().postlist_end(key)) return *posting;
    }
    return base::Error{base::Errc::kNotFound,
                       "no document has the id " + std::string(base::clip_utf8(id, 100))};
  }

  base::Result<base::Document> find(std::string_view id) {
    const auto number = number_of(id);
    if (!number) return number.error();
    return read(*number, index::DecodeText::kYes);
  }

  base::Result<SimilarResults> similar(const SimilarRequest& request) {
    const auto began = Clock::now();
    const auto number = number_of(request.id);
    if (!number) return number.error();
    store::Postings postings(index(), snapshot().spellings, snapshot().frequent);
    const related::SimilarDocuments found =
        related::find_similar(*number, request.count, postings, snapshot());
    SimilarResults results;
    for (const related::TopicWord& topic : found.words) results.words.push_back(topic.written);
    query::SearchRequest shown;
    shown.with_snippets = request.with_snippets;
    shown.with_text = request.with_text;
    const query::Query query = any_of(found.words);
    snippet::Highlighter highlighter(query, analyzer);
    for (const related::SimilarDocument& similar : found.documents) {
      auto hit = make_hit({similar.document, similar.score}, shown, highlighter);
      if (!hit) return hit.error();
      results.hits.push_back({*std::move(hit), {}});
      for (const std::size_t i : similar.shared) {
        results.hits.back().shared.push_back(found.words[i].written);
      }
    }
    results.revision = snapshot().name();
    results.documents = snapshot().documents;
    results.took_ms = std::chrono::duration<double, std::milli>(Clock::now() - began).count();
    return results;
  }

  // Those of the documents in which the person speaks or signs.
  base::Result<store::DocumentSet> spoken_by(const std::string& person,
                                             const store::DocumentSet& documents) {
    store::DocumentSet spoken = documents.empty_like();
    for (std::uint32_t i = documents.next(1); i != 0; i = documents.next(i + 1)) {
      const auto document = read(i, index::DecodeText::kNo);
      if (!document) return document.error();
      const auto& ministers = document->ministers;
      const bool speaks = std::any_of(ministers.begin(), ministers.end(), [&](const auto& other) {
        return other.id == person && other.role != base::Role::kMentioned;
      });
      if (speaks) spoken.add(i);
    }
    return spoken;
  }

  base::Result<related::DistinctiveWords> distinctive_words(
      const related::DistinctiveRequest& request) {
    constexpr std::uint64_t kMostCompared = 2'000;
    constexpr std::uint64_t kMostRead = 300;  // reading a document costs as much as comparing ten
    constexpr std::uint64_t kEnoughSpoken = 10;
    const auto filtered = find_all(request.search);
    if (!filtered) return filtered.error();
    store::DocumentSet documents = related::sample_of((*filtered)->documents, kMostCompared);
    related::DistinctiveWords results;
    if (!request.speaker.empty()) {
      auto spoken = spoken_by(request.speaker, related::sample_of(documents, kMostRead));
      if (!spoken) return spoken.error();
      results.is_spoken = spoken->size() >= kEnoughSpoken;
      if (results.is_spoken) documents = *std::move(spoken);
    }
    results.compared = documents.size();
    results.total = (*filtered)->total;
    results.words =
        related::distinctive_words(documents, snapshot(), request.left_out, request.count);
    return results;
  }

  base::Result<DocumentView> view(std::string_view id, const std::string& q) {
    auto parsed = query::parse_query(q, query::MatchMode::kAny, analyzer);
    if (!parsed) return parsed.error();
    store::Postings postings(index(), snapshot().spellings, snapshot().frequent);
    query::expand::interpret(*parsed, reading_context(postings));
    auto document = find(id);
    if (!document) return document.error();
    DocumentView view;
    view.document = std::move(*document);
    snippet::Highlighter highlighter(parsed->query, analyzer);
    view.title = highlighter.mark(view.document.title, snippet::Highlighter::Part::kTitle);
    const std::string_view text = view.document.text;
    for (const base::Block& block : view.document.blocks) {
      view.blocks.push_back(highlighter.mark(text.substr(block.begin, block.end - block.begin)));
    }
    return view;
  }
};

Searcher::Searcher(Archive& archive, std::chrono::milliseconds time_limit)
    : state_(std::make_unique<State>(archive, time_limit)) {}
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
  return state_->reader.at_one_revision([&] { return state_->find(id); });
}

base::Result<Searcher::DocumentView> Searcher::view(std::string_view id, const std::string& q) {
  return state_->reader.at_one_revision([&] { return state_->view(id, q); });
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
  // The longer since its state was read, the sooner a stream is cut; an error shows below.
  static_cast<void>(state_->archive.refresh());
  return state_->reader.at_one_revision([&]() -> Opened {
    const auto found = state_->find_all(request);
    if (!found) return found.error();
    return DocumentStream::open(state_->archive.path(), state_->reader.take(), (*found)->documents,
                                after);
  });
}

}  // namespace pressoir::search
