// Where pages and records come from: a file, a folder, JSON Lines. A source gives one item at a
// time, so that memory does not grow with the harvest.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "indexer/base/document.hpp"
#include "indexer/base/error.hpp"
#include "indexer/extract/page.hpp"

namespace pressoir::sources {

// A record of JSON Lines: what it gives of a document, and the html from which the rest is read.
struct Record {
  base::Document document;
  std::string html;
};

// One thing to index, or why it cannot be: the run goes on with the next.
struct Item {
  std::string name;         // the file, or `file:line`
  std::uint64_t bytes = 0;  // read from disk for it, for the progress bar
  base::Result<std::variant<extract::Page, Record>> content;
};

struct SourceOptions {
  std::string base_url;  // put before the path of a file below the folder named; empty: `file:`
  bool ignore_unknown = false;               // records may hold keys that no document has
  std::size_t max_page_bytes = 16u << 20;    // of a page, unpacked; larger ones are kTooLarge
  std::size_t max_record_bytes = 64u << 20;  // of a line of JSON Lines
};

// Used by one thread at a time.
class Source {
 public:
  virtual ~Source() = default;

  // The next item; nothing at the end.
  virtual std::optional<Item> next() = 0;

  // Bytes that all items together will read, as far as is known: for the progress bar.
  virtual std::uint64_t total_bytes() const = 0;
};

// The source for what was named on the command line: a folder is walked (in the order of names,
// links not followed out of it), a file ending in `.jsonl` or `.jsonl.gz` is JSON Lines, any other
// file is a page (`.gz` unpacked). kNotFound or kUnreadable when the path itself cannot be read.
base::Result<std::unique_ptr<Source>> open_source(const std::string& path,
                                                  const SourceOptions& options);

}  // namespace pressoir::sources
