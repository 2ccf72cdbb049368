#include "server/search/snapshot.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

#include "indexer/index/schema.hpp"

namespace pressoir::search {
namespace {

// How many more documents hold a word than before.
Vocabulary::Differences count_words(const WordSequences& before, const Changes& changes) {
  Vocabulary::Differences differences;
  for (const std::uint32_t number : changes.numbers()) {
    for (const std::string_view word : before.folded_words(number)) {
      --differences.try_emplace(std::string(word)).first->second;
    }
  }
  for (const auto& [term, postings] : changes.terms()) {
    // Prefixes are capitals, which no folded word has.
    if (term.front() >= 'A' && term.front() <= 'Z') continue;
    differences[term] += static_cast<std::int32_t>(postings.size());
  }
  return differences;
}

}  // namespace

Snapshot::Snapshot(const Xapian::Database& database, const Xapian::Database& second,
                   const gazetteer::Gazetteer& gazetteer)
    // The sequences take about as long as all the rest.
    : Snapshot(std::async(std::launch::async, [&second] { return WordSequences(second); }),
               database, gazetteer) {}

Snapshot::Snapshot(std::future<WordSequences> sequences_read, const Xapian::Database& database,
                   const gazetteer::Gazetteer& gazetteer)
    : columns(database),
      frequent(database),
      vocabulary(database),
      suggest(database, columns, gazetteer),
      sequences(sequences_read.get()) {
  describe(database);
}

Snapshot::Snapshot(const Snapshot& before, const Changes& changes,
                   const gazetteer::Gazetteer& gazetteer)
    : columns(before.columns, changes),
      frequent(before.frequent, changes),
      vocabulary(before.vocabulary, count_words(before.sequences, changes), changes.database()),
      suggest({before.suggest, before.columns, columns, changes}, gazetteer),
      sequences(before.sequences, changes),
      changed(before.changed + changes.numbers().size()) {
  describe(changes.database());
}

void Snapshot::describe(const Xapian::Database& database) {
  revision = database.get_revision();
  uuid = database.get_uuid();
  documents = database.get_doccount();
  columns.documents.for_each([&](std::uint32_t number) {
    const base::Date date = columns.dates[number];
    if (!date) return;
    if (!first_date || date < first_date) first_date = date;
    if (date > last_date) last_date = date;
  });
  const std::string text = database.get_metadata(std::string(index::kUpdatedKey));
  std::from_chars(text.data(), text.data() + text.size(), updated);
}

std::unique_ptr<const Changes> find_changes(const Snapshot& before,
                                            const Xapian::Database& database) {
  constexpr std::uint64_t kMostChanged = 4;  // one document in so many
  if (database.get_uuid() != before.uuid) return nullptr;
  auto numbers = index::changes_since(database, before.revision);
  if (!numbers) return nullptr;
  const std::uint64_t most =
      std::max<std::uint64_t>(index::kMaxLoggedDocuments, before.documents / kMostChanged);
  if (before.changed + numbers->size() > most) return nullptr;
  return std::make_unique<const Changes>(database, *std::move(numbers));
}

}  // namespace pressoir::search
