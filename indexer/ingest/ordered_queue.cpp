#include "indexer/ingest/ordered_queue.hpp"

namespace pressoir::ingest {
namespace {

constexpr std::size_t kItemBytes = 1024;

}  // namespace

std::size_t weight_of(const sources::Item& item) {
  if (!item.content) return kItemBytes;
  if (const auto* page = std::get_if<extract::Page>(&*item.content)) {
    return kItemBytes + page->bytes.size();
  }
  const auto& record = std::get<sources::Record>(*item.content);
  return kItemBytes + record.html.size() + record.document.text.size();
}

}  // namespace pressoir::ingest
