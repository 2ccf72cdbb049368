#include "server/related/similar.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

#include "server/search/rank/best_documents.hpp"

namespace pressoir::related {
namespace {

constexpr double kK1 = 1.2;
constexpr double kB = 0.75;

// How often each document holds a word in any form, by document.
using Holders = std::vector<std::pair<std::uint32_t, float>>;

Holders read_holders(const store::QueryWord& word, store::Postings& postings) {
  Holders holders;
  for (const std::string& name : stem_lists(word, false)) {
    const auto first_new = static_cast<std::ptrdiff_t>(holders.size());
    postings.of(name).for_each([&](std::uint32_t document, std::uint32_t frequency) {
      holders.emplace_back(document, static_cast<float>(frequency));
    });
    std::inplace_merge(holders.begin(), holders.begin() + first_new, holders.end());
  }
  if (holders.empty()) return holders;
  std::size_t last = 0;
  for (std::size_t i = 1; i < holders.size(); ++i) {
    if (holders[i].first == holders[last].first) {
      holders[last].second += holders[i].second;
    } else {
      holders[++last] = holders[i];
    }
  }
  holders.resize(last + 1);
  return holders;
}

class Comparison {
 public:
  Comparison(std::uint32_t document, const std::vector<TopicWord>& words, store::Postings& postings,
             const store::Snapshot& snapshot)
      : document_(document),
        columns_(snapshot.columns),
        scores_(std::size_t{columns_.last} + 1),
        shared_(scores_.size()) {
    const auto all = static_cast<double>(snapshot.documents);
    for (const TopicWord& word : words) {
      holders_.push_back(read_holders(word.word, postings));
      const auto documents = static_cast<double>(holders_.back().size());
      const double rarity = std::log(1 + (all - documents + 0.5) / (documents + 0.5));
      weights_.push_back(rarity * saturated(word.frequency, document));
    }
    for (std::size_t i = 0; i < holders_.size(); ++i) {
      for (const auto& [other, frequency] : holders_[i]) {
        scores_[other] += static_cast<float>(weights_[i] * saturated(frequency, other));
        ++shared_[other];
      }
    }
  }

  std::vector<SimilarDocument> best(std::size_t count) const {
    search::rank::BestDocuments best(count, columns_.id_rank);
    const float own = scores_[document_];
    const std::vector<std::uint32_t> best_of_text = best_of_texts();
    for (std::uint32_t other = 1; other < scores_.size(); ++other) {
      if (scores_[other] < kLeastSimilarity * own || shared_[other] < kLeastSharedWords) continue;
      const std::uint32_t text = columns_.texts.of(other);
      const bool is_meant =
          text == store::TextGroups::kAlone ? other != document_ : best_of_text[text] == other;
      if (is_meant) best.offer({other, scores_[other] / own});
    }
    std::vector<SimilarDocument> similar;
    for (const search::rank::RankedDocument& ranked : best.take()) {
      similar.push_back({ranked.document, ranked.score, shared_words(ranked.document)});
    }
    return similar;
  }

 private:
  double saturated(double frequency, std::uint32_t document) const {
    const store::WordLengths& lengths = columns_.lengths;
    const double relative = lengths.whole[document] / std::max(lengths.mean_whole, 1.0f);
    return frequency * (kK1 + 1) / (frequency + kK1 * (1 - kB + kB * relative));
  }

  // By text that several documents have; 0 for that of the document itself.
  std::vector<std::uint32_t> best_of_texts() const {
    std::vector<std::uint32_t> best(columns_.texts.size());
    const std::uint32_t own = columns_.texts.of(document_);
    for (std::uint32_t other = 1; other < scores_.size(); ++other) {
      const std::uint32_t text = columns_.texts.of(other);
      if (text == store::TextGroups::kAlone || text == own) continue;
      const search::rank::RankedDocument known{best[text], scores_[best[text]]};
      if (known.document == 0 ||
          search::rank::comes_first({other, scores_[other]}, known, columns_.id_rank)) {
        best[text] = other;
      }
    }
    return best;
  }

  std::vector<std::size_t> shared_words(std::uint32_t other) const {
    std::vector<std::pair<double, std::size_t>> shares;
    for (std::size_t i = 0; i < holders_.size(); ++i) {
      const auto found =
          std::lower_bound(holders_[i].begin(), holders_[i].end(), std::pair(other, 0.0f));
      if (found == holders_[i].end() || found->first != other) continue;
      shares.emplace_back(-weights_[i] * saturated(found->second, other), i);
    }
    std::sort(shares.begin(), shares.end());
    std::vector<std::size_t> places;
    places.reserve(shares.size());
    for (const auto& [share, place] : shares) places.push_back(place);
    return places;
  }

  std::uint32_t document_;
  const store::Columns& columns_;
  std::vector<Holders> holders_;  // by word
  std::vector<double> weights_;
  std::vector<float> scores_;  // by document
  std::vector<std::uint8_t> shared_;
};

}  // namespace

SimilarDocuments find_similar(std::uint32_t document, std::size_t count, store::Postings& postings,
                              const store::Snapshot& snapshot) {
  SimilarDocuments similar{topic_words(document, postings.index(), snapshot), {}};
  if (similar.words.empty() || count == 0) return similar;
  similar.documents = Comparison(document, similar.words, postings, snapshot).best(count);
  return similar;
}

}  // namespace pressoir::related
