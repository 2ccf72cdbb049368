// Bulk loading: threads write new documents into databases of their own, the segments, which are
// merged as they fill up, so that memory and open files stay bounded at any size. IndexWriter
// merges what is left into the next generation.
//
// A segment is written in batches, each small enough that Xapian's memory for it stays in the
// processor's cache. A batch appends to the posting lists of those before it, where merging sets
// lists side by side with a head of some 20 bytes each: few large segments are smaller than many.
// Documents are distributed over kStrands by the hash of their id, each strand a sequence of
// segments with one writer at a time: two documents with one id stay in order, and the number that
// a document gets does not depend on how many threads there are.
//
// Segments are in a folder of their own and removed with the object. Used by one thread at a time;
// its own threads are inside.
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

enum class Merge {
  kToFolder,   // a database that can be written to
  kToOneFile,  // one that is only read: a tenth of the open files
};

// Writes a new database of the documents of all `sources`, in that order, numbered anew. Of equal
// metadata keys the first source's wins. Throws what Xapian throws.
void merge_databases(const std::vector<std::string>& sources, const std::string& destination,
                     Merge kind);

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

  // Adds a document; blocks while kStrands batches wait for a thread (back-pressure). An error is
  // that of a thread: the load has failed and nothing can be added any more.
  base::Result<void> add(base::Document document);

  // Waits for the threads. Returns the paths of the databases with all documents, those of one id
  // in the order in which they were added; at most kFanIn of one level for each strand. The files
  // live as long as the object.
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
  base::Result<void> write_batches(text::Analyzer& analyzer);
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
