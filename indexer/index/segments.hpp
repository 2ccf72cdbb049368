// Many new documents on their way into an index: threads write them into small databases of their
// own, whose write buffers fit the processor's cache, and merge these as they come, so that memory
// and open files stay bounded at any size.
//
// Segments stand in a folder of their own and are thrown away with the object. Used by one thread
// at a time.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "indexer/base/document.hpp"
#include "indexer/base/error.hpp"

namespace pressoir::index {

struct SegmentOptions {
  std::string folder;                // made anew, removed in the end
  std::string path;                  // of the index, for messages
  unsigned jobs = 1;                 // threads that write, 1 at least
  std::size_t documents = 700;       // in a segment
  std::size_t text_bytes = 8 << 20;  // in a segment, about: it ends with the document beyond
};

class Segments {
 public:
  explicit Segments(SegmentOptions options);
  ~Segments();
  Segments(const Segments&) = delete;
  Segments& operator=(const Segments&) = delete;

  // Takes a document; waits while the threads have enough to do. An error is that of a thread:
  // nothing can be added any more.
  base::Result<void> add(base::Document document);

  // Waits for the threads. The paths of databases that hold the documents in the order in which
  // they were added, less than kFanIn of one size; they live as long as the object.
  base::Result<std::vector<std::string>> finish();

  // So many segments of one size are merged into one of the next.
  static constexpr std::uint64_t kFanIn = 16;

 private:
  struct Batch {
    std::uint64_t number;
    std::vector<base::Document> documents;
  };
  // The place of a database: it holds the batches [number, number + 1) * kFanIn^level.
  using Place = std::pair<unsigned, std::uint64_t>;  // level, number

  void hand_over();
  void run();
  std::optional<Batch> take();
  std::string path_of(Place place) const;
  void keep(Place place);
  bool take_group(Place parent);

  SegmentOptions options_;
  std::vector<base::Document> open_;  // the next batch
  std::size_t open_bytes_ = 0;
  std::uint64_t next_ = 0;

  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Batch> waiting_;
  std::map<Place, std::string> written_;
  std::optional<base::Error> error_;
  bool is_ended_ = false;
  std::vector<std::jthread> threads_;
};

}  // namespace pressoir::index
