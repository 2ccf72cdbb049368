// Where pages and records come from: a file, a folder, JSON Lines. A source gives one item at a
// time, so that memory does not grow with the harvest. It only finds bytes and what is known of
// them from outside; what they say is read later, on several threads (ingest/stages.hpp).
//
//   Result<std::unique_ptr<Source>> source = open_source("archives/2012", {});
//   while (std::optional<Item<Content>> item = (*source)->next()) …
//
// A new kind of source (an archive, a feed) is a class with next(), a line in open_file() of
// source.cpp, which folders use as well, and a word in the help of commands.cpp. A new kind of
// bytes is a MediaType and a case in ingest/stages.cpp.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/base/date.hpp"
#include "indexer/base/error.hpp"

namespace pressoir::sources {

// What the bytes of an item are, by the place where they were found.
enum class MediaType {
  kHtml,    // a page; also whatever has no better name: the extractor refuses what is no HTML
  kRecord,  // one line of JSON Lines, see record.hpp
};

// The bytes of one page or record as they were found, in any charset, and their metadata.
struct Content {
  MediaType type = MediaType::kHtml;
  std::string bytes;    // unpacked
  std::string url;      // absolute; the page's own canonical address comes before it. Empty for a
                        // record, which names its address itself
  std::string charset;  // declared by the transport (HTTP); empty when unknown
  base::Date captured;  // a page was not published later; none when unknown
};

// A page or a record at one step of its way into the index, or why it goes no further: its error
// is counted, and the run goes on with the next item.
template <typename T>
struct Item {
  std::string name;              // the file, or `file:line`; printable
  std::uint64_t bytes_read = 0;  // from disk for it, packed as there
  base::Result<T> content;
};

struct SourceOptions {
  std::string base_url = {};  // put before the path of a file below the folder named (see url_below
                              // in page_source.hpp); empty: `file:`
  std::size_t max_page_bytes = 16u << 20;    // of a page, unpacked; larger ones are kTooLarge
  std::size_t max_record_bytes = 64u << 20;  // of a line of JSON Lines
};

// Used by one thread at a time: the pulling thread of a ParallelStage, which works on the items of
// one source with several others.
class Source {
 public:
  virtual ~Source() = default;

  // The next item; nothing at the end, then and ever after.
  virtual std::optional<Item<Content>> next() = 0;

  // Bytes on disk of all items together, as far as is known: for the progress bar.
  virtual std::uint64_t total_bytes() const = 0;
};

// A file that was found, and the place from which its address is made.
struct FoundFile {
  std::string path;
  std::string path_below;  // the folder named: `2012/12/05.html`; the name of a file named itself
};

// The source for a file, chosen by its name: JSON Lines (`.jsonl`, `.ndjson`, either with `.gz`,
// and a `.json` whose first line is a whole object), else one page. What is packed with gzip is
// unpacked, whatever its name. kUnreadable when it cannot be opened; a page is opened by next().
base::Result<std::unique_ptr<Source>> open_file(const FoundFile& file,
                                                const SourceOptions& options);

// The source for what was named on the command line, a file or a folder. kNotFound or kUnreadable
// when the path itself cannot be read.
base::Result<std::unique_ptr<Source>> open_source(const std::string& path,
                                                  const SourceOptions& options);

// A source that is one item: the reason why `name` cannot be read.
std::unique_ptr<Source> failed_source(const std::string& name, const base::Error& error);

// Several sources, one after the other: what was named on the command line, in that order.
class SourceList final : public Source {
 public:
  void add(std::string name, std::unique_ptr<Source> source);

  std::optional<Item<Content>> next() override;
  std::uint64_t total_bytes() const override;

  // Names of the sources that came to their end without a single item.
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

// `text` with every byte that is not part of printable UTF-8 (control characters, bytes of another
// charset) written as `\x1b`, so that a terminal and a report can show the name of any file. At
// most `max_bytes` bytes of `text` are shown, then `…`. Any thread.
std::string printable(std::string_view text, std::size_t max_bytes = 4096);

}  // namespace pressoir::sources
