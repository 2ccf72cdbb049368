// The tables of corpus/gazetteer, tab-separated and read strictly: a header line with exactly the
// columns expected, as many cells in each line, lines that end with `\n`. The first fault is kept,
// with the file, the line and the column; after it next() returns false. One thread at a time.
//
//   TableReader table("people.tsv", tsv, kColumns);
//   while (table.next()) add(table.required("id"), table.list("aliases"));
//   if (table.error()) return *table.error();  // people.tsv: line 12: id is empty
#pragma once

#include <cstddef>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/base/date.hpp"
#include "indexer/base/error.hpp"

namespace pressoir::gazetteer {

// The bytes of a file of corpus/gazetteer, which are in the program from its build on; empty for a
// name that is not there.
std::string_view embedded_table(std::string_view file) noexcept;

// A kBadConfig that names the file.
base::Error bad_table(std::string_view file, std::string_view fault);

class TableReader {
 public:
  // `tsv` and `columns` must outlive the reader, as what cell() returns refers to them.
  TableReader(std::string_view file, std::string_view tsv,
              std::span<const std::string_view> columns);

  // Goes to the next line; false at the end and after a fault.
  bool next();

  // The cell of the current line in a column. A name that is not among the columns given to the
  // constructor is a bug of the caller: its cells are empty.
  std::string_view cell(std::string_view column) const;

  // These fail() on the column when the cell is not what they read, and return an empty value.
  std::string_view required(std::string_view column);
  std::string_view one_of(std::string_view column, std::initializer_list<std::string_view> words);
  std::vector<std::string> list(std::string_view column);  // separated by `|`; may be empty
  base::Date day(std::string_view column);                 // a full date
  base::Date date(std::string_view column);                // a full or partial date
  base::Date optional_date(std::string_view column);       // a date or nothing

  // Records a fault of the current line, unless there is one already.
  void fail(std::string_view column, std::string_view fault);

  const std::optional<base::Error>& error() const { return error_; }

 private:
  void read_header();
  bool split_line();  // false when there is no line left

  std::string_view file_;
  std::string_view rest_;
  std::span<const std::string_view> columns_;
  std::vector<std::string_view> cells_;
  std::size_t line_ = 0;
  std::optional<base::Error> error_;
};

}  // namespace pressoir::gazetteer
