#include "indexer/ingest/extraction.hpp"

#include <exception>
#include <thread>
#include <utility>
#include <vector>

#include "indexer/extract/extractor.hpp"
#include "indexer/ingest/ordered_queue.hpp"

namespace pressoir::ingest {
namespace {

using base::Document;
using base::Errc;
using base::Error;
using base::Result;
using extract::Explanation;
using extract::Extractor;
using extract::PageFingerprint;
using extract::Repetition;

// A page on which a thread fails must not take the others with it.
template <typename T>
Result<T> work_guarded(const Work<T>& work, Content&& content) {
  try {
    return work(std::move(content));
  } catch (const std::exception& failure) {
    return Error{Errc::kInternal,
                 std::string("could not be read, by a fault of this program: ") + failure.what()};
  } catch (...) {
    return Error{Errc::kInternal, "could not be read, by a fault of this program"};
  }
}

template <typename T>
void run_worker(OrderedQueue<T>& queue, const Work<T>& work) {
  while (auto* task = queue.take()) {
    if (task->item.content) {
      task->result = work_guarded(work, std::move(*task->item.content));
      task->item.content = Error{};  // frees the page
    }
    queue.finish(*task);
  }
}

template <typename T>
void read_source(sources::Source& source, OrderedQueue<T>& queue) {
  try {
    for (bool is_wanted = true; is_wanted;) {
      std::optional<sources::Item> item = source.next();
      if (!item) break;
      is_wanted = queue.push(std::move(*item));
    }
  } catch (const std::exception& failure) {
    queue.push(
        {"source", 0, Error{Errc::kInternal, std::string("reading stopped: ") + failure.what()}});
  }
  queue.end();
}

// Lets the threads go however the caller leaves; declared after them, so that it acts first.
template <typename T>
class CloseOnExit {
 public:
  explicit CloseOnExit(OrderedQueue<T>& queue) : queue_(queue) {}
  ~CloseOnExit() { queue_.close(); }
  CloseOnExit(const CloseOnExit&) = delete;
  CloseOnExit& operator=(const CloseOnExit&) = delete;

 private:
  OrderedQueue<T>& queue_;
};

}  // namespace

ExtractFunction extract_with(const Extractor& extractor, const Repetition& repetition) {
  return [&](Content&& content) -> Result<Document> {
    const auto* page = std::get_if<extract::Page>(&content);
    if (page != nullptr) return extractor.extract(*page, repetition);
    auto& record = std::get<sources::Record>(content);
    return extractor.complete(std::move(record.document), record.html, repetition);
  };
}

Work<PageFingerprint> fingerprint_with(const Extractor& extractor) {
  return [&extractor](Content&& content) -> Result<PageFingerprint> {
    const auto* page = std::get_if<extract::Page>(&content);
    if (page != nullptr) return extractor.fingerprint(*page);
    const auto& record = std::get<sources::Record>(content);
    return extractor.fingerprint(record.document, record.html);
  };
}

Work<Explanation> explain_with(const Extractor& extractor, const Repetition& repetition) {
  return [&](Content&& content) -> Result<Explanation> {
    const auto* page = std::get_if<extract::Page>(&content);
    if (page != nullptr) return extractor.explain(*page, repetition);
    const auto& record = std::get<sources::Record>(content);
    return extractor.explain(record.document, record.html, repetition);
  };
}

template <typename T>
void for_each_item(sources::Source& source, const Work<T>& work, const ExtractionOptions& options,
                   const std::function<bool(Worked<T>&&)>& visit) {
  OrderedQueue<T> queue(options.max_waiting_bytes);
  std::vector<std::jthread> threads;
  const CloseOnExit<T> close_on_exit(queue);
  threads.emplace_back([&] { read_source(source, queue); });
  for (unsigned job = 0; job < options.jobs; ++job) {
    threads.emplace_back([&] { run_worker(queue, work); });
  }
  while (std::optional<Worked<T>> worked = queue.pop()) {
    if (!visit(std::move(*worked))) return;
  }
}

template void for_each_item(sources::Source&, const Work<Document>&, const ExtractionOptions&,
                            const std::function<bool(Worked<Document>&&)>&);
template void for_each_item(sources::Source&, const Work<PageFingerprint>&,
                            const ExtractionOptions&,
                            const std::function<bool(Worked<PageFingerprint>&&)>&);
template void for_each_item(sources::Source&, const Work<Explanation>&, const ExtractionOptions&,
                            const std::function<bool(Worked<Explanation>&&)>&);

Repetition find_repetition(sources::Source& source, const Extractor& extractor,
                           const ExtractionOptions& options,
                           const std::function<bool(std::uint64_t bytes)>& is_wanted) {
  extract::RepetitionCounter counter;
  for_each_item<PageFingerprint>(source, fingerprint_with(extractor), options,
                                 [&](Worked<PageFingerprint>&& worked) {
                                   if (worked.result) counter.add(*worked.result);
                                   return is_wanted(worked.bytes);
                                 });
  return std::move(counter).finish();
}

}  // namespace pressoir::ingest
