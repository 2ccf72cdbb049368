#include "server/search/query_runner.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "server/query/query_parser.hpp"
#include "server/search/match/matcher.hpp"
#include "server/search/rank/rankers.hpp"

namespace pressoir::search {
namespace {

// The query as typed but for the words that were respelled, to be offered as a link; nothing when
// no word was. The results are already those of the respelled query.
std::optional<std::string> respelled(const std::string& q,
                                     const std::vector<query::expand::Respelling>& respellings) {
  if (respellings.empty()) return std::nullopt;
  std::string text = q;
  for (const query::expand::Respelling& respelling : respellings) {
    // A word that occurs twice, or inside another word, cannot be replaced by its text alone.
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

// A query of filters only has no term to score by: the newest documents come first.
query::Sort sort_of(const query::SearchRequest& request, const query::Query& query) {
  const bool has_words = !positive_leaves(query).empty();
  const query::Sort wanted =
      request.sort.value_or(has_words ? query::Sort::kRelevance : query::Sort::kNewest);
  return wanted == query::Sort::kRelevance && !has_words ? query::Sort::kNewest : wanted;
}

}  // namespace

QueryRunner::QueryRunner(QueryCache& cache, const ArchiveReader& reader, text::Analyzer& analyzer,
                         std::chrono::milliseconds time_limit)
    : cache_(cache),
      reader_(reader),
      analyzer_(analyzer),
      deadline_(time_limit),
      postings_(reader.index(), snapshot().spellings, snapshot().frequent, &deadline_) {
  cache_.follow(snapshot().name());
}

query::expand::Reading QueryRunner::interpret(query::ParsedQuery& parsed,
                                              query::expand::Families families) {
  // Whoever opens an archive has seen them load.
  const query::expand::GazetteerNames& names = *query::expand::GazetteerNames::load().value();
  return query::expand::interpret(parsed,
                                  {reader_.index(), snapshot(), reader_.revision().names, postings_,
                                   names.offices, names.synonyms, analyzer_},
                                  families);
}

base::Result<std::shared_ptr<const QueryMatches>> QueryRunner::match(
    const query::SearchRequest& request) {
  const std::string key = matches_key(snapshot().name(), request);
  if (auto known = cache_.matches(key)) return known;
  std::shared_ptr<const QueryMatches> without_family;
  if (request.family) {
    query::SearchRequest narrow = request;
    narrow.family = false;
    auto found = match(narrow);
    if (!found) return found.error();
    without_family = *std::move(found);
  }
  auto parsed = query::parse_query(request.q, request.match, analyzer_);
  if (!parsed) return parsed.error();
  query::expand::Reading reading = interpret(
      *parsed, request.family ? query::expand::Families::kYes : query::expand::Families::kNo);
  // Matching may relax the query: what is cached and described is the query as it was matched.
  auto documents = match::Matcher(postings_, snapshot(), deadline_).match(parsed->query);
  if (!documents) return documents.error();
  // A list of words that families match is relaxed less: nothing is lost by it.
  if (without_family) *documents |= without_family->documents;
  QueryMatches matches{parsed->query,
                       query::outline(*parsed),
                       std::move(reading.offices),
                       std::move(reading.acronyms),
                       respelled(request.q, reading.respellings),
                       *std::move(documents),
                       std::move(without_family)};
  auto shared = std::make_shared<const QueryMatches>(std::move(matches));
  cache_.put(key, shared);
  return shared;
}

std::shared_ptr<const facets::FilteredMatches> QueryRunner::filter(
    const QueryMatches& matches, const query::SearchRequest& request) {
  const std::string key = counts_key(snapshot().name(), request);
  if (auto known = cache_.counts(key)) return known;
  auto filtered = std::make_shared<const facets::FilteredMatches>(
      facets::filter_and_count(matches.documents, request, snapshot().columns));
  cache_.put(key, filtered);
  return filtered;
}

base::Result<std::shared_ptr<const facets::FilteredMatches>> QueryRunner::match_and_filter(
    const query::SearchRequest& request) {
  const auto matches = match(request);
  if (!matches) return matches.error();
  return filter(**matches, request);
}

// Families come after all others, each ranked by its own query.
base::Result<DocumentOrder> QueryRunner::rank(const QueryMatches& matches,
                                              const store::DocumentSet& documents,
                                              std::uint32_t size) {
  const auto rank_all = [&](const store::DocumentSet& some, const query::Query& query,
                            std::uint32_t most) {
    return rank::rank_by_relevance({postings_, snapshot(), deadline_}, some, query, {0, most});
  };
  if (!matches.without_family) return rank_all(documents, matches.query, size);
  store::DocumentSet first = documents;
  first &= matches.without_family->documents;
  auto ranked = rank_all(first, matches.without_family->query, size);
  if (!ranked || ranked->size() >= size) return ranked;
  store::DocumentSet others = documents;
  others -= first;
  const auto left = static_cast<std::uint32_t>(size - ranked->size());
  const auto more = rank_all(others, matches.query, left);
  if (!more) return more.error();
  ranked->insert(ranked->end(), more->begin(), more->end());
  return ranked;
}

base::Result<std::shared_ptr<const DocumentOrder>> QueryRunner::order(
    const QueryMatches& matches, const facets::FilteredMatches& filtered,
    const query::SearchRequest& request) {
  const query::Sort sort = sort_of(request, matches.query);
  // The key has no page: pages of one order share an entry, which is replaced when one lies beyond
  // it.
  const std::uint32_t size = std::max(request.start + request.count, kKept);
  const std::string key = order_key(snapshot().name(), request, sort);
  auto known = cache_.order(key);
  if (known && known->size() >= std::min<std::uint64_t>(size, filtered.total)) return known;
  auto ranked = sort == query::Sort::kRelevance
                    ? rank(matches, filtered.documents, size)
                    : rank::rank_by_date(filtered.documents, snapshot().columns, sort, {0, size});
  if (!ranked) return ranked.error();
  auto shared = std::make_shared<const DocumentOrder>(*std::move(ranked));
  cache_.put(key, shared);
  return shared;
}

}  // namespace pressoir::search
