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
  std::string base_url;  // put before the path of a file below the folder named (see url_below in
                         // file_url.hpp); empty: `file:`
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
// links not followed out of it, hidden files passed over), a file whose name ends in `.jsonl` or
// `.ndjson` (or `.jsonl.gz`…) is JSON Lines, and so is a `.json` file that starts with an object on
// a line of its own; any other file is a page. What is packed with gzip is unpacked, whatever its
// name. kNotFound or kUnreadable when the path itself cannot be read.
base::Result<std::unique_ptr<Source>> open_source(const std::string& path,
                                                  const SourceOptions& options);

// Several sources, one after the other.
class SourceList final : public Source {
 public:
  void add(std::string name, std::unique_ptr<Source> source);

  std::optional<Item> next() override;
  std::uint64_t total_bytes() const override;

  // Names of the sources that came to their end without giving a single item.
  const std::vector<std::string>& empty_ones() const noexcept { return empty_ones_; }

 private:
  struct Named {
    std::string name;
    std::unique_ptr<Source> source;
  };
  std::vector<Named> sources_;
  std::size_t current_ = 0;
  bool has_given_ = false;  // the current source has given an item
  std::vector<std::string> empty_ones_;
};

// A source that is one item: the reason why `name` cannot be read.
std::unique_ptr<Source> failed_source(const std::string& name, const base::Error& error);

}  // namespace pressoir::sources
