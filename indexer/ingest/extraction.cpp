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

// A page on which a thread fails must not take the others with it.
Result<Document> extract_guarded(const ExtractFunction& extract, Content&& content) {
  try {
    return extract(std::move(content));
  } catch (const std::exception& failure) {
    return Error{Errc::kInternal,
                 std::string("could not be read, by a fault of this program: ") + failure.what()};
  } catch (...) {
    return Error{Errc::kInternal, "could not be read, by a fault of this program"};
  }
}

void run_worker(OrderedQueue& queue, const ExtractFunction& extract) {
  while (OrderedQueue::Task* task = queue.take()) {
    if (task->item.content) {
      task->document = extract_guarded(extract, std::move(*task->item.content));
      task->item.content = Error{};  // frees the page
    }
    queue.finish(*task);
  }
}

void read_source(sources::Source& source, OrderedQueue& queue) {
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
class CloseOnExit {
 public:
  explicit CloseOnExit(OrderedQueue& queue) : queue_(queue) {}
  ~CloseOnExit() { queue_.close(); }
  CloseOnExit(const CloseOnExit&) = delete;
  CloseOnExit& operator=(const CloseOnExit&) = delete;

 private:
  OrderedQueue& queue_;
};

}  // namespace

ExtractFunction extract_with(const extract::Extractor& extractor) {
  return [&extractor](Content&& content) -> Result<Document> {
    if (const auto* page = std::get_if<extract::Page>(&content)) return extractor.extract(*page);
    auto& record = std::get<sources::Record>(content);
    return extractor.complete(std::move(record.document), record.html);
  };
}

void for_each_document(sources::Source& source, const ExtractFunction& extract,
                       const ExtractionOptions& options,
                       const std::function<bool(Extracted&&)>& visit) {
  OrderedQueue queue(options.max_waiting_bytes);
  std::vector<std::jthread> threads;
  const CloseOnExit close_on_exit(queue);
  threads.emplace_back([&] { read_source(source, queue); });
  for (unsigned job = 0; job < options.jobs; ++job) {
    threads.emplace_back([&] { run_worker(queue, extract); });
  }
  while (std::optional<Extracted> extracted = queue.pop()) {
    if (!visit(std::move(*extracted))) return;
  }
}

}  // namespace pressoir::ingest
