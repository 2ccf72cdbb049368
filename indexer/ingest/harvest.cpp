#include "indexer/ingest/harvest.hpp"

#include <optional>
#include <stdexcept>
#include <utility>
#include <variant>

#include "indexer/extract/extractor.hpp"
#include "indexer/index/compression.hpp"
#include "indexer/ingest/packed_value.hpp"

namespace pressoir::ingest {
namespace {

using base::Document;
using base::Errc;
using base::Error;
using base::Result;
using extract::Draft;
using extract::Extractor;
using extract::Explanation;
using extract::content::PageFingerprint;
using extract::content::Repetition;
using extract::content::RepetitionCounter;

using Content = std::variant<extract::Page, sources::Record>;

constexpr std::size_t kItemBytes = 1024;  // of memory, besides its content
constexpr std::size_t kMaxDraftBytes = 1u << 30;
constexpr std::size_t kUnpacked = 4;  // times what is packed

std::size_t weight_of(const sources::Item& item) {
  if (!item.content) return kItemBytes;
  if (const auto* page = std::get_if<extract::Page>(&*item.content)) {
    return kItemBytes + page->bytes.size();
  }
  const auto& record = std::get<sources::Record>(*item.content);
  return kItemBytes + record.html.size() + record.document.text.size();
}

template <typename T>
using Work = std::function<Result<T>(Content&&)>;

template <typename T>
Job<T> job_of(sources::Item&& item, const Work<T>& work) {
  Job<T> job{std::move(item.name), item.bytes, weight_of(item), Error{}};
  if (!item.content) {
    job.work = item.content.error();
    return job;
  }
  job.work = [&work, content = std::move(*item.content)]() mutable {
    return work(std::move(content));
  };
  return job;
}

// Does `work` with the content of each item of `source`.
template <typename T>
void for_each_item(sources::Source& source, const Work<T>& work, const WorkOptions& options,
                   const std::function<bool(Worked<T>&&)>& visit) {
  const auto next = [&]() -> std::optional<Job<T>> {
    std::optional<sources::Item> item = source.next();
    if (!item) return std::nullopt;
    return job_of(std::move(*item), work);
  };
  do_in_order<T>(next, options, visit);
}

struct PackedDraft {
  std::string bytes;
  PageFingerprint fingerprint;
};

Result<Draft> read_draft(const Extractor& extractor, Content&& content) {
  if (const auto* page = std::get_if<extract::Page>(&content)) return extractor.draft(*page);
  auto& record = std::get<sources::Record>(content);
  return extractor.draft(std::move(record.document), record.html);
}

std::string pack_draft(const Draft& draft) {
  return index::compress(pack(draft), index::Effort::kLess);
}

Draft unpack_draft(std::string_view packed) {
  const std::optional<std::string> bytes = index::decompress(packed, kMaxDraftBytes);
  if (!bytes) throw std::runtime_error("a draft is damaged");
  return unpack<Draft>(*bytes);
}

// An item in the temporary file.
struct SpooledItem {
  std::string name;
  std::uint64_t bytes = 0;
  std::string draft;  // packed; empty when there is none
  Error error;        // why not
};

Result<std::optional<SpooledItem>> next_item(Spool& spool) {
  const Result<std::optional<std::string>> record = spool.next();
  if (!record) return record.error();
  if (!*record) return std::optional<SpooledItem>();
  try {
    return std::optional(unpack<SpooledItem>(**record));
  } catch (const std::runtime_error& failure) {
    return Error{Errc::kUnreadable, std::string("the temporary file: ") + failure.what()};
  }
}

Job<Document> job_of(SpooledItem&& item, const Extractor& extractor, const Repetition& repetition) {
  Job<Document> job{std::move(item.name), item.bytes, kItemBytes + item.draft.size() * kUnpacked,
                    std::move(item.error)};
  if (item.draft.empty()) return job;
  job.work = [&extractor, &repetition, draft = std::move(item.draft)] {
    return extractor.finish(unpack_draft(draft), repetition);
  };
  return job;
}

}  // namespace

Result<Harvest> Harvest::read(sources::Source& source, const Reading& reading,
                              const std::string& folder, const IsWanted& is_wanted) {
  Result<Spool> spool = Spool::in_folder(folder);
  if (!spool) return spool.error();
  RepetitionCounter counter;
  Result<void> kept;
  const auto work = [&reading](Content&& content) -> Result<PackedDraft> {
    const auto draft = read_draft(reading.extractor, std::move(content));
    if (draft.has_error()) return draft.error();
    return PackedDraft{pack_draft(*draft), draft->fingerprint};
  };
  for_each_item<PackedDraft>(source, work, reading.options, [&](Worked<PackedDraft>&& worked) {
    SpooledItem item{std::move(worked.name), worked.bytes, {}, {}};
    if (worked.result) {
      counter.add(worked.result->fingerprint);
      item.draft = std::move(worked.result->bytes);
    } else {
      item.error = worked.result.error();
    }
    kept = spool->append(pack(item));
    return kept && is_wanted(worked.bytes);
  });
  if (kept) kept = spool->rewind();
  if (!kept) return kept.error();
  return Harvest(reading, std::move(counter).finish(), std::move(*spool));
}

Result<void> Harvest::for_each_document(const VisitDocument& visit) {
  Result<void> read;
  const auto next = [&]() -> std::optional<Job<Document>> {
    Result<std::optional<SpooledItem>> item = next_item(spool_);
    if (!item) read = item.error();
    if (!item || !*item) return std::nullopt;
    return job_of(std::move(**item), reading_.extractor, repetition_);
  };
  do_in_order<Document>(next, reading_.options, visit);
  return read;
}

void explain_each(sources::Source& first, sources::Source& again, const Reading& reading,
                  const std::function<bool(Worked<Explanation>&&)>& visit) {
  RepetitionCounter counter;
  const auto read = [&](Content&& content) -> Result<PageFingerprint> {
    auto draft = read_draft(reading.extractor, std::move(content));
    if (draft.has_error()) return draft.error();
    return std::move(draft->fingerprint);
  };
  for_each_item<PageFingerprint>(first, read, reading.options,
                                 [&](Worked<PageFingerprint>&& worked) {
                                   if (worked.result) counter.add(*worked.result);
                                   return true;
                                 });
  const Repetition repetition = std::move(counter).finish();
  const auto explain = [&](Content&& content) -> Result<Explanation> {
    if (const auto* page = std::get_if<extract::Page>(&content)) {
      return reading.extractor.explain(*page, repetition);
    }
    const auto& record = std::get<sources::Record>(content);
    return reading.extractor.explain(record.document, record.html, repetition);
  };
  for_each_item<Explanation>(again, explain, reading.options, visit);
}

}  // namespace pressoir::ingest
