#include "server/search/relevance_ranker.hpp"

#include <algorithm>
#include <cmath>
#include <string>

#include "indexer/index/schema.hpp"
#include "server/search/matcher.hpp"
#include "server/search/proximity.hpp"
#include "server/search/ranked_terms.hpp"

namespace pressoir::search {
namespace {

// BM25: Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond" (2009).
struct Bm25 {
  double k1;
  double b;
  double mean_length;  // words

  double weight(double frequency, double length) const {
    return frequency * (k1 + 1) / (frequency + k1 * (1 - b + b * length / mean_length));
  }
};

constexpr double kTextK1 = 1.2;
constexpr double kTextB = 0.3;
constexpr double kTitleK1 = 2.0;
constexpr double kTitleB = 0.4;

// What each family of terms weighs: as the stem, as folded, exactly as written, in the title.
constexpr double kStemWeight = 1.0;
constexpr double kFoldedWeight = 0.4;
constexpr double kExactWeight = 0.1;
constexpr double kTitleWeight = 0.9;

// A document with a share s of the query's words, weighed by rarity, keeps s^kCoveragePower of its
// score.
constexpr double kCoveragePower = 0.2;

// So many of the best are ordered again by how close together they hold the words.
constexpr std::size_t kReordered = 100;

double inverse_frequency(double documents, double all) {
  return std::log(1 + (all - documents + 0.5) / (documents + 0.5));
}

}  // namespace

// One ranking: the scores of the documents of one set for one query.
struct RelevanceRanker::Scoring {
  RelevanceRanker& buffers;
  const Xapian::Database& database;
  const Columns& columns;
  const DocumentSet& documents;
  double all;  // documents in the archive
  Bm25 in_text;
  Bm25 in_title;
  double asked = 0;                    // sum of the weights of the query's words
  std::vector<std::uint32_t> counted;  // documents with a frequency
  std::vector<ProximityTerm> proximity_terms;

  Scoring(RelevanceRanker& ranker, const Xapian::Database& opened, const Columns& read,
          const DocumentSet& set)
      : buffers(ranker),
        database(opened),
        columns(read),
        documents(set),
        all(static_cast<double>(opened.get_doccount())),
        in_text{kTextK1, kTextB, std::max(read.mean_lengths.whole, 1.0)},
        in_title{kTitleK1, kTitleB, std::max(read.mean_lengths.title, 1.0)} {
    const std::size_t size = std::size_t{read.last} + 1;
    buffers.scores_.assign(size, 0);
    buffers.coverage_.assign(size, 0);
    buffers.frequency_.resize(size, 0);
  }

  void count(const std::string& term) {
    for (auto at = database.postlist_begin(term); at != database.postlist_end(term); ++at) {
      add_frequency(*at, static_cast<float>(at.get_wdf()));
    }
  }

  void add_frequency(std::uint32_t document, float frequency) {
    float& sum = buffers.frequency_[document];
    if (sum == 0) counted.push_back(document);
    sum += frequency;
  }

  // Adds what the counted frequencies weigh to the scores and forgets them; gives the inverse
  // document frequency, 0 when nothing was counted.
  double add_scores(double family_weight, const Bm25& bm25, bool is_title, bool is_covering) {
    if (counted.empty()) return 0;
    const double rarity = inverse_frequency(static_cast<double>(counted.size()), all);
    for (const std::uint32_t document : counted) {
      const double frequency = buffers.frequency_[document];
      buffers.frequency_[document] = 0;
      if (!documents.contains(document)) continue;
      const index::WordCounts& length = columns.lengths[document];
      const double weight = bm25.weight(frequency, is_title ? length.title : length.whole);
      buffers.scores_[document] += static_cast<float>(family_weight * rarity * weight);
      if (is_covering) buffers.coverage_[document] += static_cast<float>(rarity);
    }
    counted.clear();
    if (is_covering) asked += rarity;
    return rarity;
  }

  void count_stems(const QueryWord& word, bool in_title_only) {
    for (const std::string& stem : stem_terms(word, in_title_only)) count(stem);
  }

  void score_word(const RankedTerm& term) {
    const QueryWord& word = *term.words.front();
    double rarity = 0;
    if (!term.in_title) {
      count_stems(word, false);
      rarity = add_scores(kStemWeight, in_text, false, true);
      count(word.folded);
      add_scores(kFoldedWeight, in_text, false, false);
      if (word.exact != word.folded) {
        count(index::exact_term(word.folded, word.exact));
        add_scores(kExactWeight, in_text, false, false);
      }
    }
    count_stems(word, true);
    const double title_rarity = add_scores(kTitleWeight, in_title, true, term.in_title);
    if (term.in_title) rarity = title_rarity;
    if (rarity > 0) proximity_terms.push_back({&word, rarity});
  }

  void score(const RankedTerm& term) {
    if (!term.also.empty()) {
      DocumentSet said(columns.last);
      for (const Query* other : term.also) {
        Query copy = *other;
        said |= Matcher(database, columns, Deadline::never()).match(copy).value();
      }
      said.for_each([&](std::uint32_t document) { add_frequency(document, 1); });
      add_scores(kStemWeight, in_text, false, false);
    } else if (term.is_prefix) {
      const std::string_view prefix = term.in_title ? index::kTitlePrefix : "";
      for (const QueryWord* word : term.words) count(index::term(prefix, word->folded));
      add_scores(kStemWeight, in_text, false, true);
    } else {
      score_word(term);
    }
  }

  std::vector<RankedDocument> all_scored() const {
    std::vector<RankedDocument> ranked;
    documents.for_each([&](std::uint32_t document) {
      double score = buffers.scores_[document];
      if (asked > 0 && score > 0 && buffers.coverage_[document] > 0) {
        score *= std::pow(buffers.coverage_[document] / asked, kCoveragePower);
      }
      ranked.push_back({document, score});
    });
    return ranked;
  }
};

std::vector<RankedDocument> RelevanceRanker::rank(const Xapian::Database& database,
                                                  const Columns& columns,
                                                  const DocumentSet& documents, const Query& query,
                                                  Page page) {
  if (page.count == 0) return {};
  Scoring scoring(*this, database, columns, documents);
  for (const RankedTerm& term : ranked_terms(query)) scoring.score(term);
  std::vector<RankedDocument> ranked = scoring.all_scored();

  const auto comes_first = [&](const RankedDocument& a, const RankedDocument& b) {
    if (a.score != b.score) return a.score > b.score;
    return columns.id_rank[a.document] < columns.id_rank[b.document];
  };
  const std::size_t first = std::min<std::size_t>(page.start, ranked.size());
  const std::size_t last = std::min<std::size_t>(first + page.count, ranked.size());
  const std::size_t reordered = std::min(kReordered, ranked.size());
  const auto at = [&](std::size_t i) { return ranked.begin() + static_cast<std::ptrdiff_t>(i); };
  std::partial_sort(at(0), at(std::max(last, reordered)), ranked.end(), comes_first);
  if (first < reordered) {
    const Proximity proximity(database, columns, scoring.proximity_terms);
    for (std::size_t i = 0; i < reordered; ++i) {
      ranked[i].score += proximity.score(ranked[i].document);
    }
    std::sort(at(0), at(reordered), comes_first);
  }
  return {at(first), at(last)};
}

}  // namespace pressoir::search
