#include "indexer/gazetteer/table.hpp"

#include <algorithm>

#include "indexer/base/program.hpp"

namespace pressoir {

std::span<const base::EmbeddedFile> gazetteer_files();  // made by pressoir_embed

namespace gazetteer {

std::string_view embedded_table(std::string_view file) noexcept {
  const auto files = gazetteer_files();
  const auto found = std::ranges::find(files, file, &base::EmbeddedFile::name);
  return found == files.end() ? std::string_view() : found->bytes;
}

base::Error bad_table(std::string_view file, std::string_view fault) {
  return {base::Errc::kBadConfig, std::string(file) + ": " + std::string(fault)};
}

TableReader::TableReader(std::string_view file, std::string_view tsv,
                         std::span<const std::string_view> columns)
    : file_(file), rest_(tsv), columns_(columns) {
  read_header();
}

// The number of cells is checked here once, so that the readers of columns need not.
bool TableReader::next() {
  if (error_ || !split_line()) return false;
  if (cells_.size() == columns_.size()) return true;
  const std::size_t last = std::min(cells_.size(), columns_.size()) - 1;
  fail(columns_[last], "is the last of " + std::to_string(cells_.size()) + " cells where " +
                           std::to_string(columns_.size()) + " are expected");
  return false;
}

std::string_view TableReader::cell(std::string_view column) const {
  const auto found = std::ranges::find(columns_, column);
  const auto index = static_cast<std::size_t>(found - columns_.begin());
  return index < cells_.size() ? cells_[index] : std::string_view();
}

std::string_view TableReader::required(std::string_view column) {
  const std::string_view value = cell(column);
  if (value.empty()) fail(column, "is empty");
  return value;
}

std::string_view TableReader::one_of(std::string_view column,
                                     std::initializer_list<std::string_view> words) {
  const std::string_view value = cell(column);
  if (std::ranges::find(words, value) != words.end()) return value;
  fail(column, "has an unknown value: " + std::string(value));
  return {};
}

// An empty item is a slip of whoever edited the table.
std::vector<std::string> TableReader::list(std::string_view column) {
  std::vector<std::string> items;
  for (std::string_view left = cell(column); !left.empty();) {
    const std::size_t bar = std::min(left.find('|'), left.size());
    if (bar == 0 || bar + 1 == left.size()) fail(column, "has an empty item");
    items.emplace_back(left.substr(0, bar));
    left.remove_prefix(std::min(bar + 1, left.size()));
  }
  return items;
}

base::Date TableReader::day(std::string_view column) {
  const base::Date value = date(column);
  if (value && value.day == 0) fail(column, "is not a full date");
  return value;
}

base::Date TableReader::date(std::string_view column) {
  const std::optional<base::Date> value = base::parse_date(cell(column));
  if (value) return *value;
  fail(column, "is not a date: " + std::string(cell(column)));
  return {};
}

base::Date TableReader::optional_date(std::string_view column) {
  return cell(column).empty() ? base::Date{} : date(column);
}

// The first fault is the one that explains the others.
void TableReader::fail(std::string_view column, std::string_view fault) {
  if (error_) return;
  error_ = bad_table(file_, "line " + std::to_string(line_) + ": " + std::string(column) + " " +
                                std::string(fault));
}

// Columns that were renamed or swapped would otherwise be read as one another.
void TableReader::read_header() {
  if (split_line() && std::ranges::equal(cells_, columns_)) return;
  const auto [found, expected] = std::ranges::mismatch(cells_, columns_);
  line_ = 1;
  fail(expected == columns_.end() ? columns_.back() : *expected,
       found == cells_.end() ? "is missing from the header"
                             : "is expected in the header where it says " + std::string(*found));
}

// Nothing is quoted: a cell of these tables has neither a tab nor a line end.
bool TableReader::split_line() {
  if (rest_.empty()) return false;
  ++line_;
  const std::size_t end = std::min(rest_.find('\n'), rest_.size());
  std::string_view line = rest_.substr(0, end);
  rest_.remove_prefix(std::min(end + 1, rest_.size()));
  cells_.clear();
  for (std::size_t tab = 0; tab != std::string_view::npos;) {
    tab = line.find('\t');
    cells_.push_back(line.substr(0, tab));
    if (tab != std::string_view::npos) line.remove_prefix(tab + 1);
  }
  return true;
}

}  // namespace gazetteer
}  // namespace pressoir
