#include "server/store/document_heads.hpp"

#include <algorithm>
#include <utility>

#include "indexer/index/document_codec.hpp"

namespace pressoir::store {
namespace {

// Assumed valid: otherwise Xapian looks the document up once more to see whether it exists.
std::string stored_data(const index::ReadableIndex& index, std::uint32_t document) {
  return index.get_document(document, Xapian::DOC_ASSUME_VALID).get_data();
}

}  // namespace

std::string_view DocumentHeads::Chunk::at(std::size_t place) const {
  if (place >= ends.size()) return {};
  const std::size_t begin = place == 0 ? 0 : ends[place - 1];
  return std::string_view(heads).substr(begin, ends[place] - begin);
}

void DocumentHeads::Chunk::append(std::string_view head) {
  heads.append(head);
  ends.push_back(static_cast<std::uint32_t>(heads.size()));
}

DocumentHeads::DocumentHeads(const index::ReadableIndex& index, const DocumentSet& documents)
    : is_in_memory_(!index.has_remote()) {
  if (!is_in_memory_) return;
  const std::uint32_t end = index.get_lastdocid() + 1;
  for (std::uint32_t first = 0; first < end; first += kChunk) {
    Chunk chunk;
    for (std::uint32_t number = first; number < std::min(end, first + kChunk); ++number) {
      std::string data;
      if (documents.contains(number)) data = stored_data(index, number);
      chunk.append(index::unpack_head(data));
    }
    // Strings that grow have up to twice the memory they need, for as long as the snapshot lives.
    chunk.heads.shrink_to_fit();
    chunks_.push_back(std::make_shared<const Chunk>(std::move(chunk)));
  }
}

DocumentHeads::DocumentHeads(const DocumentHeads& before, const Changes& changes)
    : is_in_memory_(before.is_in_memory_), chunks_(before.chunks_) {
  if (!is_in_memory_) return;
  auto document = changes.documents().begin();  // the next one that is to be read
  chunks_.resize(changes.last() / kChunk + std::size_t{1});
  for (std::uint32_t i = 0; i < chunks_.size(); ++i) {
    const std::uint32_t first = i * kChunk;
    // Shared with the revision before.
    if (chunks_[i] && !changes.touch(first, kChunk)) continue;
    Chunk chunk;
    for (std::uint32_t number = first; number < first + kChunk && number <= changes.last();
         ++number) {
      while (document != changes.documents().end() && document->number < number) ++document;
      if (document != changes.documents().end() && document->number == number) {
        chunk.append(index::unpack_head(document->stored.get_data()));
      } else {
        // A removed document leaves an empty head.
        chunk.append(changes.contains(number) ? std::string_view() : before.held(number));
      }
    }
    chunk.heads.shrink_to_fit();
    chunks_[i] = std::make_shared<const Chunk>(std::move(chunk));
  }
}

// Of a document of this snapshot, or empty for a number after its last.
std::string_view DocumentHeads::held(std::uint32_t document) const {
  const std::size_t number = document / kChunk;
  return number < chunks_.size() && chunks_[number] ? chunks_[number]->at(document % kChunk)
                                                    : std::string_view();
}

base::Result<base::Document> DocumentHeads::read(const index::ReadableIndex& index,
                                                 std::uint32_t document) const {
  if (is_in_memory_) return index::decode_head(held(document));
  return index::decode_document(stored_data(index, document), index::DecodeText::kNo);
}

}  // namespace pressoir::store
