#include "server/search/rank/rankers.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <deque>
#include <span>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>

#include "server/search/match/matcher.hpp"
#include "server/search/rank/best_documents.hpp"
#include "server/search/rank/proximity.hpp"
#include "server/store/document_set.hpp"

namespace pressoir::search::rank {
namespace {

// A word, a prefix or a set of alternatives of the query, which is weighed as one term.
struct RankedTerm {
  std::vector<const store::QueryWord*> words;  // one; of a prefix all; none when only `also` counts
  bool is_prefix = false;                      // only the folded forms of `words` count
  bool in_title = false;
  std::vector<const query::Query*>
      also;  // synonyms and expansions: a document that matches one has the term once
};

// Walks the tree in the order typed, which is that in which proximity looks for pairs. Of an
// excluded part and of alternatives only the first child is walked: excluded words weigh nothing.
class Collector {
 public:
  std::vector<RankedTerm> collect(const query::Query& query) {
    add(query, false);
    if (terms_.empty()) add(query, true);
    return std::move(terms_);
  }

 private:
  void add(const query::Query& query, bool with_stopwords) {
    std::vector<const query::Query*> open = {&query};
    while (!open.empty()) {
      const query::Query* node = open.back();
      open.pop_back();
      if (node->kind == query::Query::Kind::kPrefix) {
        add_prefix(*node);
      } else {
        for (const store::QueryWord& word : node->words) add_word(word, *node, with_stopwords);
      }
      const bool is_either = node->kind == query::Query::Kind::kEither;
      if (is_either) add_alternatives(*node);
      const bool is_first_only = is_either || node->kind == query::Query::Kind::kExcept;
      const auto first = is_first_only ? std::prev(node->children.rend()) : node->children.rbegin();
      for (auto child = first; child != node->children.rend(); ++child) open.push_back(&*child);
    }
  }

  void add_word(const store::QueryWord& word, const query::Query& leaf, bool with_stopwords) {
    const bool is_skipped = word.is_stopword && !with_stopwords && leaf.words.size() > 1;
    if (is_skipped || !known_.insert(word.folded).second) return;
    terms_.push_back({{&word}, false, leaf.in_title, {}});
  }

  void add_prefix(const query::Query& leaf) {
    RankedTerm term;
    term.is_prefix = true;
    term.in_title = leaf.in_title;
    for (const store::QueryWord& word : leaf.words) term.words.push_back(&word);
    if (!term.words.empty()) terms_.push_back(std::move(term));
  }

  void add_alternatives(const query::Query& either) {
    RankedTerm term;
    for (std::size_t i = 1; i < either.children.size(); ++i) {
      term.also.push_back(&either.children[i]);
    }
    terms_.push_back(std::move(term));
  }

  std::vector<RankedTerm> terms_;
  std::unordered_set<std::string_view> known_;
};

// What a query weighs documents by: its words, each once, with all their forms, in the order of the
// query, which must outlive them. Stop words count when there is nothing else.
std::vector<RankedTerm> ranked_terms(const query::Query& query) {
  return Collector().collect(query);
}

// RANKING.md has how these were measured. b is lower than the usual 0.75: documents range from a
// press release to a sitting of the Assembly.
constexpr double kTextK1 = 1.2;
constexpr double kTextB = 0.3;
constexpr double kTitleK1 = 2.0;
constexpr double kTitleB = 0.4;

// The weight of each family of terms: any form of the words, folded forms, any form in the title.
constexpr double kFormsWeight = 1.0;
constexpr double kFoldedWeight = 0.4;
constexpr double kTitleWeight = 0.9;

// Added to the score of documents that contain a query's only word as typed, so that they come
// before all others; taken off again when they are ordered. No score reaches it.
constexpr double kAsTyped = 1e4;

// Of several words, a document with a share s of them as typed, weighed by rarity, has its score
// multiplied by 1 + s * kTypedShare. Not more: a title in the plural says more about `pôle de
// compétitivité` than a sentence in the singular.
constexpr double kTypedShare = 0.05;

// A document with a share s of the query's words, weighed by rarity, keeps s^kCoveragePower of its
// score, so that documents with few of the words sink.
constexpr double kCoveragePower = 0.2;

// How many of the best documents are reordered by proximity. Fifty are ordered as well as a
// hundred; thirty are not.
constexpr std::size_t kReordered = 50;

// BM25 of one field, as saturated() has it but for whole arrays: a frequency f weighs
// f * (k1 + 1) / (f + floor + slope * length).
struct Field {
  Field(double k1, double b, float mean_length, const std::vector<float>& all_lengths)
      : scale(static_cast<float>(k1 + 1)),
        floor(static_cast<float>(k1 * (1 - b))),
        slope(static_cast<float>(k1 * b) / std::max(mean_length, 1.0f)),
        lengths(all_lengths.data()) {}

  float scale;
  float floor;
  float slope;
  const float* lengths;  // words, by document
  // What is added to a frequency below the line, in the window that is being scored.
  store::Frequencies norms;
  bool has_norms = false;
};

// One word in one family of terms. A prefix has the posting lists of all its words, whose
// frequencies are added up before BM25 saturates them: three spellings once each are one word three
// times.
struct Part {
  std::vector<store::PostingList::Cursor> cursors;
  Field* field;
  float weight = 0;
  float covers = 0;       // what of the query a document that contains it covers
  bool is_typed = false;  // of the words as typed
};

// What the parts of a query add up, in the order of the frequencies that they are given.
struct Sums {
  float* scores;
  float* coverage;
};

// The inner loop of ranking. Without branches, so that the compiler vectorises it; a frequency of 0
// adds 0 (norms are never 0).
PRESSOIR_WIDE void add_scores(const Part& part, std::span<const float> frequencies, Sums sums) {
  const float weight = part.weight;
  const float covers = part.covers;
  const float* norms = part.field->norms.data();
  for (std::size_t i = 0; i < frequencies.size(); ++i) {
    const float frequency = frequencies[i];
    sums.scores[i] += weight * frequency / (frequency + norms[i]);
    sums.coverage[i] += frequency > 0 ? covers : 0.0f;
  }
}

// The scores of the documents of one set for one query.
class Scoring {
 public:
  Scoring(const RankingContext& context, const store::DocumentSet& documents)
      : context_(context),
        columns_(context.snapshot.columns),
        documents_(documents),
        all_(static_cast<double>(context.postings.index().get_doccount())),
        text_(kTextK1, kTextB, columns_.lengths.mean_whole, columns_.lengths.whole),
        title_(kTitleK1, kTitleB, columns_.lengths.mean_title, columns_.lengths.title) {}

  void add(const RankedTerm& term) {
    if (!term.also.empty()) {
      add_alternatives(term);
      return;
    }
    ++words_;
    if (term.is_prefix) {
      std::vector<const store::PostingList*> lists;
      for (const store::QueryWord* word : term.words) {
        lists.push_back(&context_.postings.of(store::folded_list(word->folded, term.in_title)));
      }
      add_part(lists, text_, kFormsWeight, true);
    } else {
      add_word(*term.words.front(), term.in_title);
    }
  }

  // The `size` documents with the highest scores, the best first; only some of them when the
  // deadline passes, which the caller reports. Window after window, so that the scores of one stay
  // in the cache while every posting list adds to them.
  std::vector<RankedDocument> best(std::size_t size) {
    BestDocuments best(size, columns_.id_rank);
    const auto blocks = documents_.blocks();
    const std::size_t count = window_width() / store::DocumentSet::kBlock;
    std::fill_n(frequencies_.begin(), count * store::DocumentSet::kBlock, 0.0f);
    constexpr std::size_t kBlocksBetweenLooks = 1024;
    for (std::size_t first = 0; first < blocks.size(); first += count) {
      if (first % kBlocksBetweenLooks == 0 && context_.deadline.is_over()) break;
      const auto these = blocks.subspan(first, std::min(count, blocks.size() - first));
      const auto wanted = list_documents(these);
      if (wanted.empty()) continue;
      const store::Window window{
          static_cast<std::uint32_t>(first * store::DocumentSet::kBlock),
          static_cast<std::uint32_t>(these.size() * store::DocumentSet::kBlock), wanted};
      score(window);
      offer(window, best);
    }
    return best.take();
  }

  const std::vector<ProximityTerm>& proximity_terms() const { return proximity_terms_; }

 private:
  // The document frequency of the lists together. The sum of their sizes would count a document
  // twice that has two spellings, and make the word look more common than it is.
  double documents_with(const std::vector<const store::PostingList*>& lists) const {
    if (lists.size() == 1) return lists.front()->size();
    store::DocumentSet any = documents_.empty_like();
    for (const store::PostingList* list : lists) list->add_to(any);
    return static_cast<double>(any.size());
  }

  // Gives the inverse document frequency of the lists together, 0 when no document has a term.
  double add_part(const std::vector<const store::PostingList*>& lists, Field& field,
                  double family_weight, bool is_covering) {
    Part part{{}, &field};
    for (const store::PostingList* list : lists) {
      if (list->size() != 0) part.cursors.emplace_back(*list);
    }
    if (part.cursors.empty()) return 0;
    const double rarity = inverse_document_frequency(documents_with(lists), all_);
    part.weight = static_cast<float>(family_weight * rarity) * field.scale;
    if (is_covering) {
      part.covers = static_cast<float>(rarity);
      query_rarity_ += rarity;
    }
    parts_.push_back(std::move(part));
    return rarity;
  }

  void add_word(const store::QueryWord& word, bool in_title) {
    double rarity = 0;
    if (!in_title) {
      rarity = add_part({&context_.postings.of(store::forms_list(word.forms))}, text_, kFormsWeight,
                        true);
      add_typed(word, rarity);
    }
    const double title_rarity =
        add_part({&context_.postings.of(store::forms_list(word.forms, true))}, title_, kTitleWeight,
                 in_title);
    if (in_title) rarity = title_rarity;
    if (rarity > 0) proximity_terms_.push_back({&word, rarity});
  }

  // What is as typed is the folded form where accents were not typed, else the exact one; one list
  // is enough where the archive has no other accents.
  void add_typed(const store::QueryWord& word, double rarity) {
    const store::PostingList& folded = context_.postings.of(store::folded_list(word.folded));
    const store::PostingList& exact = context_.postings.of(word.exact);
    const bool is_folded = word.ignores_accents || folded.size() == exact.size();
    add_part({&folded}, text_, kFoldedWeight, false);
    if (!is_folded) add_part({&exact}, text_, 0, false);
    mark_as_typed(is_folded ? folded : exact, rarity);
  }

  // Of the part that was added last. A word that no document contains as typed has none: it makes
  // no document come first, nor keeps one from it.
  void mark_as_typed(const store::PostingList& list, double rarity) {
    if (list.size() == 0) return;
    parts_.back().is_typed = true;
    parts_.back().covers = static_cast<float>(rarity);
    // In the same order and precision as documents add them up.
    typed_rarity_ += parts_.back().covers;
  }

  // Alternatives (an acronym's expansion, a synonym) count as one occurrence of one term, whatever
  // their own frequencies: a document must not win because it uses the longer name.
  void add_alternatives(const RankedTerm& term) {
    store::DocumentSet found_in = documents_.empty_like();
    for (const query::Query* other : term.also) {
      query::Query copy = *other;
      auto found =
          match::Matcher(context_.postings, context_.snapshot, context_.deadline).match(copy);
      if (found) found_in |= *found;
    }
    add_part({&alternatives_.emplace_back(found_in)}, text_, kFormsWeight, false);
  }

  // Document numbers a window: narrow windows stay in the first-level cache, wide ones cost less a
  // document when the documents of the set are far apart, because each list is entered once a
  // window.
  std::size_t window_width() const {
    constexpr std::size_t kNarrow = 1024;
    constexpr std::size_t kEnough = 128;  // documents a window
    const std::size_t numbers = documents_.blocks().size() * store::DocumentSet::kBlock;
    const std::size_t share = numbers / std::max<std::size_t>(documents_.size(), 1);
    return std::clamp(std::bit_ceil(kEnough * share), kNarrow, std::size_t{store::kMaxWindow});
  }

  // The numbers of the bits that are set.
  std::span<const std::uint16_t> list_documents(std::span<const std::uint64_t> blocks) {
    std::size_t size = 0;
    for (std::size_t i = 0; i < blocks.size(); ++i) {
      for (std::uint64_t left = blocks[i]; left != 0; left &= left - 1) {
        wanted_[size++] = static_cast<std::uint16_t>(
            i * store::DocumentSet::kBlock + static_cast<std::size_t>(std::countr_zero(left)));
      }
    }
    return {wanted_.data(), size};
  }

  // Fills scores_ and coverage_: of a full window by document, else by their place among those of
  // the window.
  void score(const store::Window& window) {
    const std::size_t size = window.is_full() ? window.width : window.documents.size();
    std::fill_n(scores_.begin(), size, 0.0f);
    std::fill_n(coverage_.begin(), size, 0.0f);
    std::fill_n(typed_coverage_.begin(), size, 0.0f);
    text_.has_norms = title_.has_norms = false;
    for (Part& part : parts_) {
      clear_frequencies(window);
      bool is_in_window = false;
      for (store::PostingList::Cursor& cursor : part.cursors)
        is_in_window |= cursor.add(window, frequencies_);
      if (!is_in_window) continue;
      if (!part.field->has_norms) set_norms(window, *part.field);
      add_scores(part, frequencies_of(window),
                 {scores_.data(), (part.is_typed ? typed_coverage_ : coverage_).data()});
    }
  }

  // Those of the documents in the set, in the order of scores_.
  std::span<const float> frequencies_of(const store::Window& window) {
    if (window.is_full()) return {frequencies_.data(), window.width};
    for (std::size_t i = 0; i < window.documents.size(); ++i) {
      wanted_frequencies_[i] = frequencies_[window.documents[i]];
    }
    return {wanted_frequencies_.data(), window.documents.size()};
  }

  static void set_norms(const store::Window& window, Field& field) {
    field.has_norms = true;
    const float* lengths = field.lengths + window.first;
    if (window.is_full()) {
      for (std::size_t i = 0; i < window.width; ++i) {
        field.norms[i] = field.floor + field.slope * lengths[i];
      }
    } else {
      for (std::size_t i = 0; i < window.documents.size(); ++i) {
        field.norms[i] = field.floor + field.slope * lengths[window.documents[i]];
      }
    }
  }

  // Only those of documents in the set: the other frequencies are never read.
  void clear_frequencies(const store::Window& window) {
    if (window.is_full()) {
      std::fill_n(frequencies_.begin(), window.width, 0.0f);
    } else {
      for (const std::uint16_t document : window.documents) frequencies_[document] = 0;
    }
  }

  void offer(const store::Window& window, BestDocuments& best) const {
    for (std::size_t i = 0; i < window.documents.size(); ++i) {
      const std::size_t at = window.is_full() ? window.documents[i] : i;
      double score = scores_[at];
      const double typed = typed_rarity_ > 0 ? typed_coverage_[at] / typed_rarity_ : 0;
      const double first = words_ == 1 && typed >= 1 ? kAsTyped : 0;
      if (words_ > 1) score *= 1 + typed * kTypedShare;
      // Coverage only lowers a score.
      if (score + first < best.threshold()) continue;
      if (coverage_[at] > 0 && coverage_[at] < query_rarity_) {
        score *= std::pow(coverage_[at] / query_rarity_, kCoveragePower);
      }
      score += first;
      best.offer({window.first + window.documents[i], score});
    }
  }

  RankingContext context_;
  const store::Columns& columns_;
  const store::DocumentSet& documents_;
  double all_;  // documents in the archive
  Field text_;
  Field title_;
  std::vector<Part> parts_;
  std::deque<store::PostingList> alternatives_;
  double query_rarity_ = 0;  // sum of what the query's words cover
  std::size_t words_ = 0;    // of the query, without alternatives
  float typed_rarity_ = 0;   // as query_rarity_, of the words that documents contain as typed
  std::vector<ProximityTerm> proximity_terms_;
  // Of the window that is being scored.
  std::array<std::uint16_t, store::kMaxWindow> wanted_;
  store::Frequencies frequencies_;
  store::Frequencies wanted_frequencies_;
  store::Frequencies scores_;
  store::Frequencies coverage_;
  store::Frequencies typed_coverage_;
};

}  // namespace

base::Result<std::vector<RankedDocument>> rank_by_relevance(const RankingContext& context,
                                                            const store::DocumentSet& documents,
                                                            const query::Query& query, Page page) {
  if (page.count == 0) return std::vector<RankedDocument>{};
  Scoring scoring(context, documents);
  for (const RankedTerm& term : ranked_terms(query)) scoring.add(term);
  const std::size_t asked = std::size_t{page.start} + page.count;
  std::vector<RankedDocument> ranked = scoring.best(std::max(asked, kReordered));
  if (context.deadline.has_cut()) {
    return base::Error{base::Errc::kTimeout, "the search took longer than it may: ask for less"};
  }

  const std::size_t first = std::min<std::size_t>(page.start, ranked.size());
  const std::size_t last = std::min<std::size_t>(asked, ranked.size());
  const auto at = [&](std::size_t i) { return ranked.begin() + static_cast<std::ptrdiff_t>(i); };
  const std::size_t reordered = std::min(kReordered, ranked.size());
  if (first < reordered) {
    const store::Snapshot& snapshot = context.snapshot;
    Proximity proximity(snapshot.sequences, snapshot.columns.lengths, scoring.proximity_terms());
    proximity.add_to(std::span(ranked).first(reordered));
    std::sort(at(0), at(reordered), [&](const RankedDocument& a, const RankedDocument& b) {
      return comes_first(a, b, snapshot.columns.id_rank);
    });
  }
  std::vector<RankedDocument> page_of_ranked(at(first), at(last));
  for (RankedDocument& document : page_of_ranked) {
    if (document.score >= kAsTyped) document.score -= kAsTyped;
  }
  return page_of_ranked;
}

}  // namespace pressoir::search::rank
