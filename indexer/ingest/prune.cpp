#include "indexer/ingest/prune.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

#include "indexer/index/reader.hpp"

namespace pressoir::ingest {
namespace {

using base::Document;
using base::Result;

bool is_at_or_below(std::string_view root, std::string_view url) {
  while (root.ends_with('/')) root.remove_suffix(1);
  return url.starts_with(root) && (url.size() == root.size() || url[root.size()] == '/');
}

bool is_in_scope(const PruneScope& scope, const Document& document) {
  if (!document.url.starts_with("file:")) return scope.sources.contains(document.source);
  return std::any_of(scope.local_roots.begin(), scope.local_roots.end(),
                     [&](const std::string& root) { return is_at_or_below(root, document.url); });
}

struct Gone {
  std::string id;
  std::string url;
};

Result<std::vector<Gone>> find_gone(const PruneScope& scope) {
  const Result<index::IndexReader> reader = index::IndexReader::open(scope.path);
  if (!reader) return reader.error();
  std::vector<Gone> gone;
  const Result<void> read = reader->for_each([&](const Document& document) {
    if (is_in_scope(scope, document) && !scope.has_seen(document.id)) {
      gone.push_back({document.id, document.url});
    }
    return true;
  });
  if (!read) return read.error();
  return gone;
}

}  // namespace

Result<void> prune(index::IndexWriter& writer, const PruneScope& scope, Recorder& recorder) {
  Result<std::vector<Gone>> gone = find_gone(scope);
  if (!gone) return gone.error();
  for (Gone& document : *gone) {
    const Result<bool> removed = writer.remove(document.id);
    if (!removed) return removed.error();
    recorder.record({{}, Outcome::kPruned, std::move(document.url), {}});
  }
  return writer.commit();
}

}  // namespace pressoir::ingest
