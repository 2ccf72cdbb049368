#include "server/related/similar.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "indexer/index/schema.hpp"
#include "indexer/index/word_stream.hpp"
#include "indexer/text/analyzer.hpp"
#include "indexer/text/grammar.hpp"
#include "server/search/rank/best_documents.hpp"

namespace pressoir::related {
namespace {

constexpr std::size_t kLeastBytes = 3;
// With fewer words that occur twice or in the title, the document's other words are taken too.
constexpr std::size_t kEnoughWords = 10;
// Terms requested of an ESet: many are inflections of one word, of which one is kept.
constexpr Xapian::termcount kExpanded = 200;
// In a small archive a word of every tenth document still distinguishes: common is what more
// documents than this contain.
constexpr std::uint32_t kAlwaysRare = 100;

struct DocumentWord {
  std::string lemmas;
  std::uint32_t frequency = 0;  // of all words with these lemmas
  bool is_in_title = false;
  bool is_part = false;  // occurs somewhere without being a joined compound
};
using DocumentWords = std::unordered_map<std::string, DocumentWord>;  // by folded form

DocumentWords read_words(std::uint32_t document, const Xapian::Database& database,
                         text::Analyzer& analyzer) {
  const std::string bytes = database.get_document(document).get_value(index::kWordsSlot);
  const auto stream = index::WordStreamReader::open(bytes);
  DocumentWords words;
  std::vector<DocumentWord*> of_rank;
  const auto add_word = [&](std::uint32_t, std::string_view exact) {
    const text::Analyzer::Forms forms = analyzer.forms_of(exact);
    DocumentWord& word = words[std::string(forms.folded)];
    word.lemmas = forms.lemmas;
    of_rank.push_back(&word);
  };
  std::unordered_map<std::string_view, std::uint32_t> of_lemmas;
  std::uint32_t last = 0;
  const auto add_token = [&](std::uint32_t position, std::uint32_t rank) {
    DocumentWord& word = *of_rank[rank];
    ++of_lemmas[word.lemmas];
    word.is_in_title |= position <= index::kTextPosition;
    word.is_part |= position > last;
    last = std::max(last, position);
  };
  if (!stream || !stream->for_each_word(add_word) || !stream->for_each_token(add_token)) {
    throw Xapian::DatabaseCorruptError("the words of a document cannot be read");
  }
  for (auto& [folded, word] : words) word.frequency = of_lemmas[word.lemmas];
  return words;
}

// Which terms of the document the ESet takes. Without a decider the set is mostly words that occur
// once in the document and nowhere else.
class TopicTerms final : public Xapian::ExpandDecider {
 public:
  TopicTerms(const DocumentWords& words, text::Analyzer& analyzer, bool only_emphasised)
      : words_(words), analyzer_(analyzer), only_emphasised_(only_emphasised) {}

  bool operator()(const std::string& term) const override {
    if (!store::is_word(term)) return false;
    const std::string folded(analyzer_.forms_of(term).folded);
    const auto found = words_.find(folded);
    if (found == words_.end()) return false;
    const DocumentWord& word = found->second;
    const bool is_number = folded.find_first_not_of("0123456789") == std::string::npos;
    if (!word.is_part || folded.size() < kLeastBytes || is_number) return false;
    return !only_emphasised_ || word.is_in_title || word.frequency > 1;
  }

 private:
  const DocumentWords& words_;
  text::Analyzer& analyzer_;
  bool only_emphasised_;
};

class TopicReader {
 public:
  TopicReader(std::uint32_t document, const Xapian::Database& database,
              const store::Snapshot& snapshot)
      : snapshot_(snapshot), words_(read_words(document, database, analyzer_)), enquire_(database) {
    relevant_.add_document(document);
    // Any query will do: Enquire needs one, and an ESet only leaves its terms out.
    enquire_.set_query(Xapian::Query(std::string()));
  }

  std::vector<TopicWord> read() && {
    take_words(true);
    // Titles and headings say what a text is about; a short text may have too few words there.
    if (topics_.size() < kEnoughWords) take_words(false);
    return std::move(topics_);
  }

 private:
  void take_words(bool only_emphasised) {
    const TopicTerms decider(words_, analyzer_, only_emphasised);
    const Xapian::ESet terms = enquire_.get_eset(kExpanded, relevant_, &decider);
    for (auto term = terms.begin(); term != terms.end(); ++term) {
      if (topics_.size() == kMaxTopicWords) break;
      add_word(std::string(analyzer_.forms_of(*term).folded));
    }
  }

  void add_word(const std::string& folded) {
    const auto place = snapshot_.vocabulary.find(folded);
    if (!place || lemmas_.contains(words_.at(folded).lemmas)) return;
    const std::uint32_t documents = snapshot_.vocabulary.documents(*place);
    const bool is_common =
        documents > kAlwaysRare && documents > snapshot_.documents / kCommonShare;
    const std::string_view written = snapshot_.vocabulary.written(*place);
    // A word of this document alone leads to no other, and one that everybody uses leads to all.
    if (documents < 2 || is_common || text::is_stopword(written)) return;
    const DocumentWord& word = words_.at(folded);
    lemmas_.insert(word.lemmas);
    TopicWord& topic = topics_.emplace_back();
    topic.word.exact = written;
    topic.word.folded = folded;
    topic.word.lemmas = topic.word.forms = word.lemmas;
    topic.written = written;
    topic.frequency = word.frequency;
  }

  const store::Snapshot& snapshot_;
  text::Analyzer analyzer_;
  DocumentWords words_;
  Xapian::Enquire enquire_;
  Xapian::RSet relevant_;
  std::vector<TopicWord> topics_;
  std::unordered_set<std::string> lemmas_;
};

// BM25's usual values: documents are compared with whole documents, for which the ranking of short
// queries was not tuned.
constexpr double kK1 = 1.2;
constexpr double kB = 0.75;

// How often a word occurs in each document in any form, by document number.
using Occurrences = std::vector<std::pair<std::uint32_t, float>>;

Occurrences read_occurrences(const store::QueryWord& word, store::Postings& postings) {
  Occurrences found;
  postings.of(store::forms_list(word.forms))
      .for_each([&](std::uint32_t document, std::uint32_t frequency) {
        found.emplace_back(document, static_cast<float>(frequency));
      });
  return found;
}

// Scores all documents at once, in arrays by document number: many documents of an archive share
// one of 25 words.
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
      occurrences_.push_back(read_occurrences(word.word, postings));
      const auto documents = static_cast<double>(occurrences_.back().size());
      const double rarity = search::rank::inverse_document_frequency(documents, all);
      weights_.push_back(rarity * saturated(word.frequency, document));
    }
    for (std::size_t i = 0; i < occurrences_.size(); ++i) {
      for (const auto& [other, frequency] : occurrences_[i]) {
        scores_[other] += static_cast<float>(weights_[i] * saturated(frequency, other));
        ++shared_[other];
      }
    }
  }

  std::vector<SimilarDocument> best(std::size_t count) const {
    search::rank::BestDocuments best(count, columns_.id_rank);
    // The document compared with itself has the best score that there is: shares of it compare
    // across documents of any length.
    const float own = scores_[document_];
    const std::vector<std::uint32_t> best_of_text = best_of_texts();
    for (std::uint32_t other = 1; other < scores_.size(); ++other) {
      if (scores_[other] < kLeastSimilarity * own || shared_[other] < kLeastSharedWords) continue;
      const std::uint32_t text = columns_.texts.of(other);
      // Of several documents with one text the best stands for all; none is listed that only
      // repeats the document itself.
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
    return search::rank::saturated(frequency, kK1, 1 - kB + kB * relative);
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

  // Looked up for the documents that are listed only.
  std::vector<std::size_t> shared_words(std::uint32_t other) const {
    std::vector<std::pair<double, std::size_t>> shares;
    for (std::size_t i = 0; i < occurrences_.size(); ++i) {
      const auto found =
          std::lower_bound(occurrences_[i].begin(), occurrences_[i].end(), std::pair(other, 0.0f));
      if (found == occurrences_[i].end() || found->first != other) continue;
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
  std::vector<Occurrences> occurrences_;  // by word
  std::vector<double> weights_;
  std::vector<float> scores_;  // by document
  std::vector<std::uint8_t> shared_;
};

}  // namespace

std::vector<TopicWord> topic_words(std::uint32_t document, const Xapian::Database& database,
                                   const store::Snapshot& snapshot) {
  return TopicReader(document, database, snapshot).read();
}

query::Query any_of(const std::vector<TopicWord>& words) {
  std::vector<query::Query> leaves;
  for (const TopicWord& topic : words) {
    query::Query& leaf = leaves.emplace_back();
    leaf.kind = query::Query::Kind::kWord;
    leaf.surface = topic.written;
    leaf.words.push_back(topic.word);
  }
  return query::at_least(1, std::move(leaves));
}

SimilarDocuments find_similar(std::uint32_t document, std::size_t count, store::Postings& postings,
                              const store::Snapshot& snapshot) {
  SimilarDocuments similar{topic_words(document, postings.index(), snapshot), {}};
  if (similar.words.empty() || count == 0) return similar;
  similar.documents = Comparison(document, similar.words, postings, snapshot).best(count);
  return similar;
}

}  // namespace pressoir::related
