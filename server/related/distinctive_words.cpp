#include "server/related/distinctive_words.hpp"

#include <algorithm>
#include <cmath>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "indexer/text/analyzer.hpp"
#include "indexer/text/grammar.hpp"
#include "server/store/snapshot.hpp"

namespace pressoir::related {
namespace {

constexpr std::size_t kLeastBytes = 4;
// Relative document frequency against the rest of the archive: below twice, a difference may be
// significant in a large set and yet too small to matter.
constexpr double kLeastRatio = 2;
// A word must be in one of so many of the documents, so that it is theirs and not that of one text.
constexpr std::uint64_t kLeastShare = 100;

// The parts of web addresses in texts, which would distinguish the texts that give many.
constexpr std::string_view kAddressWords = "http https www gouv";

// x ln(x / expected), the limit 0 at 0.
double surprise(double observed, double expected) {
  return observed > 0 ? observed * std::log(observed / expected) : 0;
}

// Dunning's ratio for a word that `inside` of `documents` and `outside` of `others` contain.
double log_likelihood(double inside, double documents, double outside, double others) {
  const double rate = (inside + outside) / (documents + others);
  return 2 * (surprise(inside, documents * rate) + surprise(outside, others * rate) +
              surprise(documents - inside, documents * (1 - rate)) +
              surprise(others - outside, others * (1 - rate)));
}

// The document frequency of each word within the documents, by folded form. Those of spellings with
// one folded form are added up: a document that has two of them counts twice.
std::unordered_map<std::string_view, std::uint64_t> count_documents(
    const store::DocumentSet& documents, const store::WordSequences& sequences) {
  std::vector<std::uint32_t> documents_with(sequences.words());
  std::vector<std::uint32_t> last_seen(sequences.words());
  documents.for_each([&](std::uint32_t document) {
    for (const std::uint32_t word : sequences.words_of(document)) {
      documents_with[word] += last_seen[word] != document;
      last_seen[word] = document;
    }
  });
  std::unordered_map<std::string_view, std::uint64_t> counts;
  for (std::uint32_t id = 0; id < documents_with.size(); ++id) {
    if (documents_with[id] > 0) counts[sequences.folded(id)] += documents_with[id];
  }
  return counts;
}

// Filters and scores the words of the documents against the archive. The names of the documents'
// own people are left out: they are what the reader searched for, or who signs every page.
class Comparison {
 public:
  Comparison(const store::DocumentSet& documents, const store::Snapshot& snapshot,
             std::string_view left_out)
      : snapshot_(snapshot),
        documents_(static_cast<double>(documents.size())),
        others_(static_cast<double>(snapshot.documents) - documents_) {
    leave_out(left_out);
    leave_out(kAddressWords);
    const store::ValueColumn& ministers = snapshot.columns.facet(base::Facet::kMinister);
    documents.for_each([&](std::uint32_t document) {
      for (const std::uint32_t person : ministers.of(document)) people_.insert(person);
    });
    for (const std::uint32_t person : people_) leave_out(ministers.values()[person]);
  }

  void offer(std::string_view folded, std::uint64_t holders) {
    const auto least = std::max(static_cast<double>(kLeastHolders), documents_ / kLeastShare);
    if (static_cast<double>(holders) < least || folded.size() < kLeastBytes) return;
    const bool is_number = folded.find_first_not_of("0123456789,.") == std::string_view::npos;
    if (is_number || left_out_.contains(std::string(folded))) return;
    const auto place = snapshot_.vocabulary.find(folded);
    if (!place) return;
    const std::string_view written = snapshot_.vocabulary.written(*place);
    if (text::is_stopword(written) || text::is_stopword(folded)) return;
    const auto inside = static_cast<double>(holders);
    const double outside =
        std::clamp(snapshot_.vocabulary.documents(*place) - inside, 0.0, others_);
    if (inside * others_ < kLeastRatio * outside * documents_) return;
    found_.push_back(
        {std::string(written), holders, log_likelihood(inside, documents_, outside, others_)});
  }

  std::vector<DistinctiveWord> best(std::size_t count) {
    std::sort(found_.begin(), found_.end(), [](const auto& a, const auto& b) {
      return a.keyness != b.keyness ? a.keyness > b.keyness : a.written < b.written;
    });
    std::unordered_set<std::string> lemmas;
    std::vector<DistinctiveWord> best;
    for (DistinctiveWord& word : found_) {
      if (best.size() == count) break;
      const auto tokens = analyzer_.analyze(word.written);
      const bool is_new = tokens.size() == 1 && lemmas.emplace(tokens.front().lemmas).second;
      if (is_new) best.push_back(std::move(word));
    }
    return best;
  }

 private:
  void leave_out(std::string_view name) {
    for (const text::Token& token : analyzer_.analyze(name)) left_out_.emplace(token.folded);
  }

  const store::Snapshot& snapshot_;
  double documents_;
  double others_;
  text::Analyzer analyzer_;
  std::unordered_set<std::uint32_t> people_;
  std::unordered_set<std::string> left_out_;
  std::vector<DistinctiveWord> found_;
};

// Those of the documents in which the person speaks or signs. Roles are not in the columns: each
// document is read.
base::Result<store::DocumentSet> spoken_by(const std::string& person,
                                           const store::DocumentSet& documents,
                                           const store::Snapshot& snapshot,
                                           const index::ReadableIndex& index) {
  store::DocumentSet spoken = documents.empty_like();
  for (std::uint32_t i = documents.next(1); i != 0; i = documents.next(i + 1)) {
    const auto document = snapshot.heads.read(index, i);
    if (!document) return document.error();
    const auto& ministers = document->ministers;
    const auto speaks = [&](const base::Minister& minister) {
      return minister.id == person && minister.role != base::Role::kMentioned;
    };
    if (std::ranges::any_of(ministers, speaks)) spoken.add(i);
  }
  return spoken;
}

// Some nanoseconds for each word of `documents`.
std::vector<DistinctiveWord> compare_words(const store::DocumentSet& documents,
                                           const DistinctiveRequest& request,
                                           const store::Snapshot& snapshot) {
  const std::uint64_t compared = documents.size();
  // Most of an archive has no rest to be told from.
  if (compared < kLeastHolders || snapshot.documents < 2 * compared) return {};
  Comparison comparison(documents, snapshot, request.left_out);
  for (const auto& [folded, holders] : count_documents(documents, snapshot.sequences)) {
    comparison.offer(folded, holders);
  }
  return comparison.best(request.count);
}

}  // namespace

store::DocumentSet sample_of(const store::DocumentSet& documents, std::uint64_t most) {
  const std::uint64_t step = (documents.size() + most - 1) / std::max<std::uint64_t>(most, 1);
  if (step <= 1) return documents;
  store::DocumentSet sample = documents.empty_like();
  std::uint64_t place = 0;
  documents.for_each([&](std::uint32_t document) {
    if (place++ % step == 0) sample.add(document);
  });
  return sample;
}

base::Result<DistinctiveWords> compare(const store::DocumentSet& found,
                                       const DistinctiveRequest& request,
                                       const store::Snapshot& snapshot,
                                       const index::ReadableIndex& index) {
  constexpr std::uint64_t kMostCompared = 2'000;
  constexpr std::uint64_t kMostRead = 300;  // reading a document costs as much as comparing ten
  constexpr std::uint64_t kEnoughSpoken = 10;
  store::DocumentSet documents = sample_of(found, kMostCompared);
  DistinctiveWords results;
  if (!request.speaker.empty()) {
    auto spoken = spoken_by(request.speaker, sample_of(documents, kMostRead), snapshot, index);
    if (!spoken) return spoken.error();
    results.is_spoken = spoken->size() >= kEnoughSpoken;
    if (results.is_spoken) documents = *std::move(spoken);
  }
  results.compared = documents.size();
  results.total = found.size();
  results.words = compare_words(documents, request, snapshot);
  return results;
}

}  // namespace pressoir::related
