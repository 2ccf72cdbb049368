#include "server/search/ranker.hpp"

#include <algorithm>

#include "indexer/index/schema.hpp"

namespace pressoir::search {
namespace {

// Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond" (2009). k1 and b
// for texts longer than most collections' (see ARCHITECTURE.md, "Ranking").
constexpr double kK1 = 2.0;
constexpr double kB = 0.4;

// What each family of terms weighs: as the stem, as folded, exactly as written, in the title.
constexpr double kStemWeight = 1.0;
constexpr double kFoldedWeight = 0.2;
constexpr double kExactWeight = 0.1;
constexpr double kTitleWeight = 0.4;

// The documents of a set, without weight, as Xapian's matcher walks them.
class SetSource final : public Xapian::PostingSource {
 public:
  SetSource(const DocumentSet& documents, std::uint64_t size)
      : documents_(documents), size_(size) {}

  Xapian::doccount get_termfreq_min() const override {
    return static_cast<Xapian::doccount>(size_);
  }
  Xapian::doccount get_termfreq_est() const override {
    return static_cast<Xapian::doccount>(size_);
  }
  Xapian::doccount get_termfreq_max() const override {
    return static_cast<Xapian::doccount>(size_);
  }
  void next(double) override {
    current_ = documents_.next(current_ + 1);
    ended_ = current_ == 0;
  }
  void skip_to(Xapian::docid document, double) override {
    if (document <= current_) return;
    current_ = documents_.next(document);
    ended_ = current_ == 0;
  }
  bool at_end() const override { return ended_; }
  Xapian::docid get_docid() const override { return current_; }
  void init(const Xapian::Database&) override {
    current_ = 0;
    ended_ = false;
  }

 private:
  const DocumentSet& documents_;
  std::uint64_t size_;
  std::uint32_t current_ = 0;
  bool ended_ = false;
};

// All stems of a word count as one term, so that a word written in two ways weighs no more than
// another.
Xapian::Query any_stem(std::string_view prefix, const QueryWord& word) {
  std::vector<Xapian::Query> stems = {Xapian::Query(index::term(prefix, word.stem))};
  for (const std::string& stem : word.other_stems) {
    stems.emplace_back(index::term(prefix, stem));
  }
  return Xapian::Query(Xapian::Query::OP_SYNONYM, stems.begin(), stems.end());
}

void add_word(const QueryWord& word, std::vector<Xapian::Query>& parts) {
  const auto add = [&](const Xapian::Query& query, double weight) {
    parts.emplace_back(Xapian::Query::OP_SCALE_WEIGHT, query, weight);
  };
  add(any_stem(index::kStemPrefix, word), kStemWeight);
  add(Xapian::Query(word.folded), kFoldedWeight);
  if (word.exact != word.folded) {
    add(Xapian::Query(index::exact_term(word.folded, word.exact)), kExactWeight);
  }
  add(any_stem(index::kTitleStemPrefix, word), kTitleWeight);
}

Xapian::Query weighted_query(const Query& query) {
  std::vector<Xapian::Query> parts;
  for (const Query* leaf : positive_leaves(query)) {
    for (const QueryWord& word : leaf->words) add_word(word, parts);
  }
  return Xapian::Query(Xapian::Query::OP_OR, parts.begin(), parts.end());
}

}  // namespace

std::vector<RankedDocument> rank_by_date(const DocumentSet& documents, const Columns& columns,
                                         Sort sort, Page page) {
  std::vector<std::uint32_t> numbers;
  documents.for_each([&](std::uint32_t number) { numbers.push_back(number); });
  const auto comes_first = [&](std::uint32_t a, std::uint32_t b) {
    const base::Date date_a = columns.dates[a];
    const base::Date date_b = columns.dates[b];
    if (date_a == date_b) return columns.id_rank[a] < columns.id_rank[b];
    if (!date_a || !date_b) return static_cast<bool>(date_a);
    return sort == Sort::kNewest ? date_a > date_b : date_a < date_b;
  };
  const std::size_t first = std::min<std::size_t>(page.start, numbers.size());
  const std::size_t last = std::min<std::size_t>(first + page.count, numbers.size());
  std::partial_sort(numbers.begin(), numbers.begin() + static_cast<std::ptrdiff_t>(last),
                    numbers.end(), comes_first);
  std::vector<RankedDocument> ranked;
  for (std::size_t i = first; i < last; ++i) ranked.push_back({numbers[i], 0});
  return ranked;
}

std::vector<RankedDocument> rank_by_relevance(const Xapian::Database& database,
                                              const DocumentSet& documents, const Query& query,
                                              Page page) {
  if (page.count == 0) return {};
  SetSource source(documents, documents.size());
  Xapian::Enquire enquire(database);
  enquire.set_weighting_scheme(Xapian::BM25Weight(kK1, 0, 1, kB, 0.5));
  enquire.set_sort_by_relevance_then_value(index::kIdSlot, false);
  enquire.set_query(
      Xapian::Query(Xapian::Query::OP_AND_MAYBE, Xapian::Query(&source), weighted_query(query)));
  std::vector<RankedDocument> ranked;
  const Xapian::MSet matches = enquire.get_mset(page.start, page.count);
  for (auto match = matches.begin(); match != matches.end(); ++match) {
    ranked.push_back({*match, match.get_weight()});
  }
  return ranked;
}

}  // namespace pressoir::search
