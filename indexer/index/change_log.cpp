#include "indexer/index/change_log.hpp"

#include <algorithm>
#include <charconv>
#include <deque>
#include <string>
#include <string_view>
#include <utility>

#include "indexer/index/schema.hpp"

namespace pressoir::index {
namespace {

// The log of a database, parsed. A commit without documents (labels only) is an empty list: it
// still makes a revision.
struct Log {
  Xapian::rev first = 0;                // the revision before the first commit
  std::deque<DocumentNumbers> commits;  // each makes the next revision

  Xapian::rev last() const { return first + commits.size(); }
};

// Splits off and returns the part of `text` before `separator`; all of it when there is none.
std::string_view take_until(std::string_view& text, char separator) {
  const std::size_t end = std::min(text.find(separator), text.size());
  const std::string_view part = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  return part;
}

template <typename Number>
bool read_number(std::string_view text, Number& number) {
  const char* end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, number);
  return error == std::errc() && stop == end;
}

// `7,120-129`. Nothing when the numbers do not ascend or are more than a log may have: a damaged
// log must neither exhaust memory nor make a reader believe that little changed.
std::optional<DocumentNumbers> read_commit(std::string_view line) {
  DocumentNumbers numbers;
  while (!line.empty()) {
    const std::string_view range = take_until(line, ',');
    const std::size_t dash = range.find('-');
    Xapian::docid first = 0;
    Xapian::docid last = 0;
    if (!read_number(range.substr(0, dash), first)) return {};
    if (!read_number(range.substr(dash == range.npos ? 0 : dash + 1), last)) return {};
    const bool is_ascending = first > (numbers.empty() ? 0 : numbers.back()) && last >= first;
    if (!is_ascending || last - first >= kMaxLoggedDocuments - numbers.size()) return {};
    for (Xapian::docid number = first; number <= last; ++number) numbers.push_back(number);
  }
  return numbers;
}

// The inverse of read_commit, runs as ranges: a first load changes consecutive numbers.
std::string write_commit(const DocumentNumbers& numbers) {
  std::string line;
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    const Xapian::docid first = numbers[i];
    while (i + 1 < numbers.size() && numbers[i + 1] == numbers[i] + 1) ++i;
    if (!line.empty()) line += ',';
    line += std::to_string(first);
    if (numbers[i] != first) line.append("-").append(std::to_string(numbers[i]));
  }
  return line += '\n';
}

// The log of `database`; nothing when it is absent or damaged.
std::optional<Log> read_log(const Xapian::Database& database) {
  const std::string stored = database.get_metadata(std::string(kChangesKey));
  std::string_view left = stored;
  std::string_view head = take_until(left, '\n');
  if (take_until(head, ' ') != database.get_uuid()) return {};
  Log log;
  if (!read_number(head, log.first)) return {};
  while (!left.empty()) {
    auto commit = read_commit(take_until(left, '\n'));
    if (!commit) return {};
    log.commits.push_back(*std::move(commit));
  }
  return log;
}

// Whole commits only: a reader either gets all changes since its revision or none.
void forget_oldest(Log& log) {
  std::size_t documents = 0;
  for (const DocumentNumbers& commit : log.commits) documents += commit.size();
  // A commit of no document takes room too.
  while (documents > kMaxLoggedDocuments || log.commits.size() > kMaxLoggedDocuments) {
    documents -= log.commits.front().size();
    log.commits.pop_front();
    ++log.first;
  }
}

// A document may be replaced several times between two commits.
void make_sorted_set(DocumentNumbers& numbers) {
  std::sort(numbers.begin(), numbers.end());
  numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
}

}  // namespace

std::optional<Xapian::rev> logged_revision(const Xapian::Database& database) {
  const auto log = read_log(database);
  if (!log) return {};
  return log->last();
}

// The log must end at the revision the reader has: otherwise somebody committed without logging.
std::optional<DocumentNumbers> changes_since(const Xapian::Database& database, Xapian::rev since,
                                             Xapian::rev now) {
  const auto log = read_log(database);
  if (!log || log->last() != now || since < log->first || since > now) return {};
  DocumentNumbers changed;
  for (std::size_t i = since - log->first; i < log->commits.size(); ++i) {
    changed.insert(changed.end(), log->commits[i].begin(), log->commits[i].end());
  }
  make_sorted_set(changed);
  return changed;
}

void log_changes(Xapian::WritableDatabase& database, DocumentNumbers changed) {
  make_sorted_set(changed);
  Log log = read_log(database).value_or(Log{});
  // Another program has committed since, without a log: begin anew from here.
  if (log.last() != database.get_revision()) log = {database.get_revision(), {}};
  log.commits.push_back(std::move(changed));
  forget_oldest(log);
  std::string text = database.get_uuid() + ' ' + std::to_string(log.first) + '\n';
  for (const DocumentNumbers& commit : log.commits) text += write_commit(commit);
  database.set_metadata(std::string(kChangesKey), text);
}

}  // namespace pressoir::index
