#include "server/search/document_stream.hpp"

#include <algorithm>
#include <utility>

#include "indexer/index/document_codec.hpp"
#include "indexer/index/schema.hpp"
#include "indexer/index/translate.hpp"

namespace pressoir::search {
namespace {

// Ids are hashes of addresses: their order is the only one that a later revision keeps, so that an
// export can go on `after` an id on another revision.
std::vector<std::uint32_t> in_order_of_ids(const store::DocumentSet& documents,
                                           const store::Columns& columns) {
  std::vector<std::uint32_t> numbers;
  numbers.reserve(documents.size());
  documents.for_each([&](std::uint32_t number) { numbers.push_back(number); });
  std::sort(numbers.begin(), numbers.end(), [&](std::uint32_t a, std::uint32_t b) {
    return columns.id_rank[a] < columns.id_rank[b];
  });
  return numbers;
}

}  // namespace

struct DocumentStream::State {
  std::string path;
  std::string revision;
  index::ReadableIndex index;
  std::vector<std::uint32_t> numbers;
  std::size_t first = 0;
  std::size_t next = 0;
};

std::unique_ptr<DocumentStream> DocumentStream::open(const std::string& path,
                                                     Archive::Opened&& opened,
                                                     const store::DocumentSet& documents,
                                                     std::string_view after) {
  const store::Snapshot& snapshot = opened.revision->snapshot;
  auto state = std::make_unique<State>(State{path, snapshot.name(), std::move(opened.index),
                                             in_order_of_ids(documents, snapshot.columns)});
  // A binary search reads some twenty ids; all ids would be a read of the whole index.
  const auto first =
      std::partition_point(state->numbers.begin(), state->numbers.end(), [&](std::uint32_t number) {
        if (after.empty()) return false;
        return state->index.get_document(number).get_value(index::kIdSlot) <= after;
      });
  state->first = state->next = static_cast<std::size_t>(first - state->numbers.begin());
  // Fails here, when the search can still be run again on a newer revision, rather than after the
  // first bytes of the export were sent.
  if (first != state->numbers.end()) {
    static_cast<void>(state->index.get_document(*first).get_data());
  }
  return std::unique_ptr<DocumentStream>(new DocumentStream(std::move(state)));
}

DocumentStream::DocumentStream(std::unique_ptr<State> state) : state_(std::move(state)) {}
DocumentStream::~DocumentStream() = default;

std::uint64_t DocumentStream::total() const noexcept {
  return state_->numbers.size() - state_->first;
}

std::string DocumentStream::revision() const {
  return state_->revision;
}

base::Result<std::optional<base::Document>> DocumentStream::next(Text text) {
  using Next = base::Result<std::optional<base::Document>>;
  if (state_->next == state_->numbers.size()) return std::optional<base::Document>();
  return index::guarded(state_->path, [&]() -> Next {
    const std::string data = state_->index.get_document(state_->numbers[state_->next]).get_data();
    auto document = index::decode_document(
        data, text == Text::kYes ? index::DecodeText::kYes : index::DecodeText::kNo);
    if (!document) return document.error();
    // After what may fail: a read that failed can be repeated.
    ++state_->next;
    return std::optional(*std::move(document));
  });
}

}  // namespace pressoir::search
