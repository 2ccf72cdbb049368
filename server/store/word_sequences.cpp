#include "server/store/word_sequences.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "indexer/index/schema.hpp"
#include "indexer/index/word_stream.hpp"

namespace pressoir::store {
namespace {

// A damaged stream stops the loading: an archive that silently lacks words would give wrong
// answers.
void require(bool is_sound) {
  if (!is_sound) throw Xapian::DatabaseCorruptError("the words of a document cannot be read");
}

}  // namespace

// Decodes word streams into chunks; its table of spellings serves all documents.
class WordSequences::Filler {
 public:
  Filler(const WordTable& known, WordTable& added) : numbers_(known, added) {}

  // The next document of the chunk is that of a word stream.
  void add(std::string_view bytes, SequenceChunk& chunk) {
    const auto stream = index::WordStreamReader::open(bytes);
    require(stream.has_value() && numbers_.read(*stream, ids_));
    sequence_.clear();
    require(stream->for_each_token(
        [&](std::uint32_t position, std::uint32_t rank) { sequence_.add(position, ids_[rank]); }));
    chunk.append(sequence_);
  }

 private:
  WordNumbers numbers_;
  std::vector<std::uint32_t> ids_;  // of the words of one document, by their ranks
  WordSequence sequence_;
};

// Collects documents by ascending number; numbers without a document become empty ones.
class WordSequences::Chunks {
 public:
  // Ends the documents before number `end`.
  void close_until(std::size_t end) {
    while (chunks_.size() * kChunk + open_.size() < end)
      add([](SequenceChunk& chunk) { chunk.append_empty(); });
  }

  // `add_to` adds the next document.
  template <typename AddTo>
  void add(AddTo add_to) {
    add_to(open_);
    if (open_.size() == kChunk) finish();
  }

  std::vector<std::shared_ptr<const SequenceChunk>> take() && {
    if (open_.size() > 0) finish();
    return std::move(chunks_);
  }

 private:
  void finish() {
    open_.finish();
    chunks_.push_back(std::make_shared<const SequenceChunk>(std::exchange(open_, {})));
  }

  std::vector<std::shared_ptr<const SequenceChunk>> chunks_;
  SequenceChunk open_;
};

WordSequences::WordSequences(const index::ReadableIndex& index) {
  // The first revision that is read: no word has a number yet.
  const WordTable none;
  WordTable words;
  Filler filler(none, words);
  Chunks read;
  std::vector<std::uint32_t> numbers;  // of the documents of `read`
  for_each_value_unordered(index, index::kWordsSlot,
                           [&](std::uint32_t document, const std::string& stream) {
                             // Local values come by ascending document number.
                             if (!index.has_remote()) read.close_until(document);
                             numbers.push_back(document);
                             read.add([&](SequenceChunk& chunk) { filler.add(stream, chunk); });
                           });
  const std::size_t end = std::size_t{index.get_lastdocid()} + 1;
  if (index.has_remote()) {
    // Remote shards give the values of one shard after the other; sorting streams first would need
    // memory for all of them.
    chunks_ = put_in_order(std::move(read).take(), numbers, end);
  } else {
    read.close_until(end);
    chunks_ = std::move(read).take();
  }
  words.sort();
  words_ = std::make_shared<const WordTable>(std::move(words));
}

std::vector<std::shared_ptr<const SequenceChunk>> WordSequences::put_in_order(
    const std::vector<std::shared_ptr<const SequenceChunk>>& read,
    const std::vector<std::uint32_t>& numbers, std::size_t end) {
  constexpr std::uint32_t kNone = 0xFFFFFFFF;
  std::vector<std::uint32_t> place_of(end, kNone);
  for (std::uint32_t place = 0; place < numbers.size(); ++place) place_of[numbers[place]] = place;
  Chunks ordered;
  for (std::uint32_t document = 0; document < end; ++document) {
    const std::uint32_t place = place_of[document];
    ordered.close_until(document);
    if (place == kNone) continue;
    ordered.add([&](SequenceChunk& chunk) { chunk.append(*read[place / kChunk], place % kChunk); });
  }
  ordered.close_until(end);
  return std::move(ordered).take();
}

WordSequences::WordSequences(const WordSequences& before, const Changes& changes)
    : words_(before.words_), added_(before.added_), chunks_(before.chunks_) {
  Filler filler(*words_, added_);
  const auto& documents = changes.documents();
  auto document = documents.begin();  // the next one that is to be read
  chunks_.resize(changes.last() / kChunk + std::size_t{1});
  for (std::uint32_t i = 0; i < chunks_.size(); ++i) {
    // A chunk that did not change is shared; of a changed one, documents that did not change are
    // copied as bytes.
    const SequenceChunk* old = i < before.chunks_.size() ? chunks_[i].get() : nullptr;
    if (old != nullptr && !changes.touch(i * kChunk, kChunk)) continue;
    const std::uint32_t size = std::min(kChunk, changes.last() - i * kChunk + 1);
    SequenceChunk chunk;
    for (std::uint32_t place = 0; place < size; ++place) {
      const std::uint32_t number = i * kChunk + place;
      while (document != documents.end() && document->number < number) ++document;
      if (document != documents.end() && document->number == number) {
        filler.add(document->stored.get_value(index::kWordsSlot), chunk);
      } else if (old != nullptr && place < old->size() && !changes.contains(number)) {
        chunk.append(*old, place);
      } else {
        chunk.append_empty();
      }
    }
    chunk.finish();
    chunks_[i] = std::make_shared<const SequenceChunk>(std::move(chunk));
  }
  added_.sort();
}

WordSequences::Ids WordSequences::as_folded(std::string_view folded) const {
  Ids ids;
  words_->visit_folded(folded, [&](std::uint32_t id) { ids.add(id); });
  added_.visit_folded(folded, [&](std::uint32_t id) { ids.add(words_->size() + id); });
  return ids;
}

WordSequences::Ids WordSequences::in_any_form(const QueryWord& word) const {
  Ids ids;
  words_->visit_forms(word.forms, [&](std::uint32_t id) { ids.add(id); });
  added_.visit_forms(word.forms, [&](std::uint32_t id) { ids.add(words_->size() + id); });
  return ids;
}

std::string_view WordSequences::folded(std::uint32_t id) const {
  return id < words_->size() ? words_->folded(id) : added_.folded(id - words_->size());
}

std::vector<std::string_view> WordSequences::folded_words(std::uint32_t document) const {
  std::vector<std::string_view> words;
  if (document / kChunk >= chunks_.size()) return words;
  const SequenceChunk& chunk = *chunks_[document / kChunk];
  if (document % kChunk >= chunk.size()) return words;
  chunk.for_each_id(document % kChunk, [&](std::uint32_t id) { words.push_back(folded(id)); });
  std::sort(words.begin(), words.end());
  // Several spellings have one folded form.
  words.erase(std::unique(words.begin(), words.end()), words.end());
  return words;
}

std::vector<std::uint32_t> WordSequences::folded_forms() const {
  std::vector<std::uint32_t> form_of(words_->size());
  std::uint32_t forms = 0;
  words_->for_each_folded([&](std::string_view, const std::vector<std::uint32_t>& words) {
    for (const std::uint32_t word : words) form_of[word] = forms;
    ++forms;
  });
  return form_of;
}

std::vector<WordCount> WordSequences::count_words() const {
  const std::vector<std::uint32_t> count_of = folded_forms();
  std::vector<WordCount> counts;
  words_->for_each_folded([&](std::string_view folded, const std::vector<std::uint32_t>&) {
    counts.push_back({folded, 0});
  });
  // A document counts once for each folded word.
  std::vector<std::uint32_t> last_holder(counts.size());
  for (std::uint32_t i = 0; i < chunks_.size(); ++i) {
    for (std::uint32_t place = 0; place < chunks_[i]->size(); ++place) {
      // Number 0, which no document has, is also the initial value of last_holder.
      const std::uint32_t document = i * kChunk + place;  // 0 does not exist
      chunks_[i]->for_each_id(place, [&](std::uint32_t word) {
        const std::uint32_t count = count_of[word];
        counts[count].documents += last_holder[count] != document;
        last_holder[count] = document;
      });
    }
  }
  std::sort(counts.begin(), counts.end(),
            [](const WordCount& a, const WordCount& b) { return a.folded < b.folded; });
  return counts;
}

std::vector<std::uint32_t> WordSequences::title_words(std::uint32_t document) const {
  // Positions of the title are below those of the text.
  return chunks_[document / kChunk]->ids_until(document % kChunk, index::kTextPosition);
}

std::vector<std::uint32_t> WordSequences::words_of(std::uint32_t document) const {
  if (document / kChunk >= chunks_.size()) return {};
  const SequenceChunk& chunk = *chunks_[document / kChunk];
  if (document % kChunk >= chunk.size()) return {};
  return chunk.simple_ids_of(document % kChunk);
}

}  // namespace pressoir::store
