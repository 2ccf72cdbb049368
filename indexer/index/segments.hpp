// Many new documents on their way into an index: threads write them into databases of their own,
// which are merged as they come, so that memory and open files stay bounded at any size.
//
// A segment is written in batches, each small enough that what Xapian holds of it stays in the
// processor's cache. A batch goes on with the posting lists of those before it, where merging only
// puts lists side by side, with a head of some 20 bytes for each: few and large segments are small.
// So that several can be written at once, documents are dealt out to kStrands by their ids, each a
// row of segments: two documents with one id come one behind the other, and which number a document
// gets does not depend on how many threads there are.
//
// Segments stand in a folder of their own and are thrown away with the object. Used by one thread
// at a time.
#pragma once

#include <xapian.h>

#include <array>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "indexer/base/document.hpp"
#include "indexer/base/error.hpp"
#include "indexer/text/analyzer.hpp"

namespace pressoir::index {

struct SegmentOptions {
  std::string folder;                // made anew, removed in the end
  std::string path;                  // of the index, for messages
  unsigned jobs = 1;                 // threads that write, 1 at least; kStrands at most are busy
  std::size_t documents = 128;       // in a batch
  std::size_t text_bytes = 2 << 20;  // in a batch, about: it ends with the document beyond
  unsigned batches = 32;             // in a segment
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

  // Waits for the threads. The paths of databases that hold the documents, those of one id in the
  // order in which they were added: of each strand, kFanIn of one size at most. They live as long
  // as the object.
  base::Result<std::vector<std::string>> finish();

  static constexpr std::size_t kStrands = 4;
  // So many segments of one strand and size are merged into one of the next.
  static constexpr std::ptrdiff_t kFanIn = 16;

 private:
  struct Batch {
    std::size_t strand;
    std::vector<base::Document> documents;
  };
  // A database that is whole: kFanIn^level segments.
  struct Written {
    unsigned level;
    std::string path;
  };
  struct Strand {
    std::vector<base::Document> open;  // the next batch
    std::size_t open_bytes = 0;
    bool is_busy = false;  // the rest is the thread's that writes it
    std::optional<Xapian::WritableDatabase> segment;
    unsigned batches = 0;          // in `segment`
    unsigned databases = 0;        // that were begun
    std::vector<Written> written;  // in the order of their documents; a larger one stands first
  };

  void hand_over(std::size_t strand);
  void run();
  std::optional<Batch> take();
  base::Result<void> write(const Batch& batch, text::Analyzer& analyzer);
  std::string next_path(std::size_t strand);
  base::Result<void> merge_full_levels(std::size_t strand);

  SegmentOptions options_;
  std::array<Strand, kStrands> strands_;

  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Batch> waiting_;
  std::optional<base::Error> error_;
  bool is_ended_ = false;
  std::vector<std::jthread> threads_;
};

}  // namespace pressoir::index
