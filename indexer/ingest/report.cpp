#include "indexer/ingest/report.hpp"

#include <fmt/format.h>

#include <boost/json.hpp>
#include <cerrno>
#include <cmath>
#include <numeric>
#include <system_error>

namespace pressoir::ingest {
namespace {

namespace json = boost::json;
using base::Errc;

// A cause as a person reads it: `too large`.
std::string readable(std::string_view name) {
  std::string words(name);
  for (char& c : words) c = c == '_' ? ' ' : c;
  return words;
}

std::string count_line(std::string_view indent, std::string_view name, std::uint64_t count) {
  return fmt::format("{:<16}{:>12}\n", std::string(indent) + std::string(name),
                     with_thousands(count));
}

// Readers of reports test for null rather than for an empty string.
json::value text_or_null(std::string_view text) {
  return text.empty() ? json::value(nullptr) : json::value(text);
}

// A full disk has its own cause, so that the operator looks at the right thing first.
base::Error write_error(const std::string& path, int number) {
  return {number == ENOSPC ? Errc::kNoSpace : Errc::kUnreadable,
          "the report " + path + " cannot be written: " + std::generic_category().message(number)};
}

}  // namespace

std::string_view to_string(Outcome outcome) noexcept {
  static constexpr std::string_view kNames[kOutcomes] = {
      "added", "updated", "unchanged", "duplicate", "pruned", "elsewhere", "skipped"};
  return kNames[static_cast<std::size_t>(outcome)];
}

// Pruned documents are no items: they were in the index and nothing of the sources named them.
std::uint64_t IngestReport::items() const noexcept {
  return std::accumulate(outcomes.begin(), outcomes.end(), std::uint64_t{0}) -
         count(Outcome::kPruned);
}

std::uint64_t IngestReport::documents() const noexcept {
  return count(Outcome::kAdded) + count(Outcome::kUpdated) + count(Outcome::kUnchanged);
}

// Outcomes in the order of the enumeration; causes in the order of Errc, which is that of a page's
// way: first what cannot be read, then what is read and refused.
std::string to_text(const IngestReport& report) {
  std::string text = fmt::format("{} read, {}, {}\n", counted(report.items(), "item"),
                                 readable_bytes(report.bytes), readable_seconds(report.seconds));
  for (std::size_t i = 0; i < kOutcomes; ++i) {
    if (report.outcomes[i] == 0) continue;
    text += count_line("  ", to_string(static_cast<Outcome>(i)), report.outcomes[i]);
  }
  for (const auto& [cause, count] : report.skipped) {
    text += count_line("    ", readable(base::to_string(cause)), count);
  }
  return text;
}

// The file is made before the run, so that a path that cannot be written ends it before any work.
base::Result<Recorder> Recorder::to_file(const std::string& path) {
  Recorder recorder;
  recorder.path_ = path;
  recorder.file_.reset(std::fopen(path.c_str(), "we"));  // e: closed on exec
  if (!recorder.file_) return write_error(path, errno);
  return recorder;
}

void Recorder::record(const ReportEntry& entry) {
  ++report_.outcomes[static_cast<std::size_t>(entry.outcome)];
  const bool is_skipped = entry.outcome == Outcome::kSkipped;
  if (is_skipped) ++report_.skipped[entry.error.code];
  if (!file_) return;
  const json::object line{
      {"item", text_or_null(entry.item)},
      {"outcome", to_string(entry.outcome)},
      {"url", text_or_null(entry.url)},
      {"cause", is_skipped ? json::value(base::to_string(entry.error.code)) : nullptr},
      {"message", text_or_null(is_skipped ? entry.error.message : "")}};
  const std::string text = json::serialize(line) + "\n";
  std::fwrite(text.data(), 1, text.size(), file_.get());  // ferror() remembers a failure
}

base::Result<void> Recorder::finish() {
  if (!file_) return {};
  errno = 0;
  const bool is_written = std::fflush(file_.get()) == 0 && std::ferror(file_.get()) == 0;
  return is_written ? base::Result<void>()
                    : base::Result<void>(write_error(path_, errno != 0 ? errno : EIO));
}

// Not by std::locale: the figures must not depend on the machine's settings.
std::string with_thousands(std::uint64_t count) {
  std::string digits = std::to_string(count);
  for (std::size_t at = digits.size(); at > 3;) digits.insert(at -= 3, 1, ',');
  return digits;
}

std::string counted(std::uint64_t count, std::string_view singular) {
  return fmt::format("{} {}{}", with_thousands(count), singular, count == 1 ? "" : "s");
}

// 999,950 bytes are 1.0 MB and not 1000.0 kB: the unit is chosen after rounding.
std::string readable_bytes(std::uint64_t bytes) {
  static constexpr std::string_view kUnits[] = {"kB", "MB", "GB", "TB"};
  if (bytes < 1000) return counted(bytes, "byte");
  double amount = static_cast<double>(bytes) / 1000;
  std::size_t unit = 0;
  for (; amount >= 999.95 && unit < 3; ++unit) amount /= 1000;
  return fmt::format("{:.1f} {}", amount, kUnits[unit]);
}

std::string readable_seconds(double seconds) {
  // From 9.95 on, one place after the comma would round to 10.0.
  if (seconds < 9.95) return fmt::format("{:.1f} s", seconds);
  const auto whole = static_cast<std::uint64_t>(std::llround(seconds));
  if (whole < 60) return fmt::format("{} s", whole);
  if (whole < 3600) return fmt::format("{} min {:02} s", whole / 60, whole % 60);
  return fmt::format("{} h {:02} min", whole / 3600, whole % 3600 / 60);
}

}  // namespace pressoir::ingest
