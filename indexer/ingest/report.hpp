// What became of each item of a run, counted and, on request, written to a file, and figures as a
// person reads them. ingest() and ArchiveUpdate record; the command prints to_text() at the end.
#pragma once

#include <array>
#include <cstdint>
#include <cstdio>
#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "indexer/base/error.hpp"

namespace pressoir::ingest {

// What becomes of an item. Each item of a run ends as exactly one of these but kPruned, which
// happens to documents of earlier runs.
enum class Outcome {
  kAdded,      // a document with a new address
  kUpdated,    // another text, title or other field than the index had
  kUnchanged,  // equal to what the index had: nothing was written
  kDuplicate,  // another item of the run has the same address: the last one is kept
  kPruned,     // no longer in the source
  kElsewhere,  // belongs to another shard
  kSkipped,    // there is no document; the error of the entry has the cause
};
inline constexpr std::size_t kOutcomes = 7;

// As in reports: `added`, `skipped`.
std::string_view to_string(Outcome outcome) noexcept;

// Figures of a run. Plain data: Recorder counts the outcomes, ingest() sets the rest. The report of
// a run that failed has what was counted up to then.
struct IngestReport {
  std::array<std::uint64_t, kOutcomes> outcomes{};
  std::map<base::Errc, std::uint64_t> skipped;  // by cause; their sum is that of kSkipped
  std::uint64_t bytes = 0;                      // read from disk, as stored there
  double seconds = 0;                           // from the first byte read to the last commit
  bool is_interrupted = false;                  // a signal ended it; what was done is committed
  std::string pruning_refused;  // why nothing was pruned in spite of --prune; else empty

  std::uint64_t count(Outcome outcome) const noexcept {
    return outcomes[static_cast<std::size_t>(outcome)];
  }
  // Pages and records that were read: the sum of all outcomes but kPruned.
  std::uint64_t items() const noexcept;
  // Of these, the ones that are in the index now.
  std::uint64_t documents() const noexcept;
};

// A few aligned lines for a person, each ended by `\n`; outcomes and causes that did not occur are
// left out:
//
//   1,234 items read, 12.3 MB, 3.4 s
//     added                  1,200
//     skipped                   34
//       not html                34
std::string to_text(const IngestReport& report);

// One item and what became of it.
struct ReportEntry {
  std::string item;  // the file, or `file:line`; empty when pruned
  Outcome outcome = Outcome::kSkipped;
  std::string url;    // empty when unknown
  base::Error error;  // of kSkipped
};

// Movable; a Recorder with a file owns it. Counts entries and, with a file, writes each as a line
// of JSON (`item`, `outcome`, `url`, `cause`, `message`; null when there is none):
//
//   {"item":"a.pdf","outcome":"skipped","url":null,"cause":"not_html","message":"…"}
//
// Used by one thread at a time.
class Recorder {
 public:
  Recorder() = default;  // only counts

  // Writes to a new file, or over an old one. kUnreadable when it cannot be made.
  static base::Result<Recorder> to_file(const std::string& path);

  // A line that cannot be written is told by finish(): a full disk for the report is no reason to
  // stop indexing.
  void record(const ReportEntry& entry);

  // Flushes the file. kUnreadable or kNoSpace when it does not have every line.
  base::Result<void> finish();

  IngestReport& report() noexcept { return report_; }

 private:
  struct Close {
    void operator()(std::FILE* file) const noexcept { std::fclose(file); }
  };

  IngestReport report_;
  std::string path_;
  std::unique_ptr<std::FILE, Close> file_;
};

// Quantities as a person reads them, in English, for reports, progress and `stats`; not for output
// that programs read, which has plain numbers. Any thread.
std::string with_thousands(std::uint64_t count);                      // `1,234,567`
std::string counted(std::uint64_t count, std::string_view singular);  // `1 item`, `1,234 items`
std::string readable_bytes(std::uint64_t bytes);  // `512 bytes`, `12.3 MB`; powers of 1000
std::string readable_seconds(double seconds);     // `0.8 s`, `12 min 05 s`

}  // namespace pressoir::ingest
