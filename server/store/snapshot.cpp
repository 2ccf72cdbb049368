#include "server/store/snapshot.hpp"

#include <algorithm>
#include <utility>

#include "indexer/index/schema.hpp"

namespace pressoir::store {
namespace {

// By folded word, in how many more documents it is than before. The words of the documents as they
// were come from the sequences: the index has forgotten them.
Vocabulary::Differences count_words(const WordSequences& before, const Changes& changes) {
  Vocabulary::Differences differences;
  for (const std::uint32_t number : changes.numbers()) {
    for (const std::string_view word : before.folded_words(number)) {
      --differences.try_emplace(std::string(word)).first->second;
    }
  }
  const std::string prefix = folded_list("");
  const auto [begin, end] = changes.terms(prefix);
  for (auto list = begin; list != end; ++list) {
    differences[list->first.substr(prefix.size())] +=
        static_cast<std::int32_t>(list->second.size());
  }
  return differences;
}

}  // namespace

Snapshot::Words Snapshot::read_words(const index::ReadableIndex& index) {
  Words words{WordSequences(index), {}};
  words.counts = words.sequences.count_words();
  return words;
}

Snapshot::Snapshot(const index::ReadableIndex& index, const index::ReadableIndex& second)
    // The sequences take about as long as all the rest.
    : Snapshot(std::async(std::launch::async, [&second] { return read_words(second); }), index) {}

Snapshot::Snapshot(std::future<Words> words_read, const index::ReadableIndex& index)
    : columns(index),
      heads(index, columns.documents),
      spellings(index),
      frequent(index, spellings) {
  Words words = words_read.get();
  sequences = std::move(words.sequences);
  // Pairs and vocabulary both need the sequences, but not each other.
  auto pairs_read =
      std::async(std::launch::async, [this] { return WordPairs(sequences, columns.documents); });
  vocabulary = Vocabulary(words.counts, spellings);
  pairs = pairs_read.get();
  describe(index);
}

Snapshot::Snapshot(const Snapshot& before, const Changes& changes)
    : columns(before.columns, changes),
      heads(before.heads, changes),
      spellings(before.spellings, changes),
      frequent(before.frequent, changes, spellings),
      sequences(before.sequences, changes),
      pairs(before.pairs, sequences, changes),
      vocabulary(before.vocabulary, count_words(before.sequences, changes), spellings,
                 changes.index()),
      changed(before.changed + changes.numbers().size()) {
  describe(changes.index());
}

void Snapshot::describe(const index::ReadableIndex& index) {
  revisions = index.revisions();
  name_ = name_of(revisions);
  documents = index.get_doccount();
  updated = index.updated();
  columns.documents.for_each([&](std::uint32_t number) {
    const base::Date date = columns.dates[number];
    // Undated documents are outside of every period.
    if (!date) return;
    if (!first_date || date < first_date) first_date = date;
    if (date > last_date) last_date = date;
  });
}

std::unique_ptr<const Changes> find_changes(const Snapshot& before,
                                            const index::ReadableIndex& index) {
  constexpr std::uint64_t kMostChanged = 4;  // one document in so many
  const std::vector<index::Revision>& now = index.revisions();
  // A shard was added or removed: documents have other numbers.
  if (now.size() != before.revisions.size()) return nullptr;
  index::DocumentNumbers changed;
  for (std::size_t i = 0; i < now.size(); ++i) {
    // A rebuilt index.
    if (now[i].uuid != before.revisions[i].uuid) return nullptr;
    const auto numbers =
        index::changes_since(index.shards()[i].database, before.revisions[i].number, now[i].number);
    if (!numbers) return nullptr;
    for (const Xapian::docid number : *numbers) changed.push_back(index.number_of(number, i));
  }
  // Of a small archive as much as the log can tell: reading ten documents is never slow.
  const std::uint64_t most =
      std::max<std::uint64_t>(index::kMaxLoggedDocuments, before.documents / kMostChanged);
  if (before.changed + changed.size() > most) return nullptr;
  std::sort(changed.begin(), changed.end());
  return std::make_unique<const Changes>(index, std::move(changed));
}

}  // namespace pressoir::store
