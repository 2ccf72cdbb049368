#include "indexer/extract/text_reading.hpp"

namespace pressoir::extract {
namespace {

// What is left of a gap without its leading spaces of any width.
std::string_view without_spaces(std::string_view gap) {
  for (;;) {
    if (gap.starts_with(' ') || gap.starts_with('\t')) {
      gap.remove_prefix(1);
    } else if (gap.starts_with("\u00a0")) {
      gap.remove_prefix(2);
    } else if (gap.starts_with("\u202f") || gap.starts_with("\u2009")) {
      gap.remove_prefix(3);
    } else {
      return gap;
    }
  }
}

}  // namespace

std::string_view TextReading::bytes_after(std::size_t at) const {
  const std::size_t begin = words_[at].end;
  const std::size_t end = at + 1 < words_.size() ? words_[at + 1].begin : text_.size();
  return text_.substr(begin, end - begin);
}

Gap TextReading::gap_after(std::size_t at) const {
  if (at + 1 >= words_.size()) return Gap::kLine;
  const std::string_view gap = bytes_after(at);
  if (gap == " ") return Gap::kSpace;
  if (gap == "'" || gap == "’" || gap == "ʼ" || gap == "' " || gap == "’ ") return Gap::kApostrophe;
  if (gap == "-" || gap == "\u2010" || gap == "\u2011") return Gap::kHyphen;
  if (gap.find('\n') != std::string_view::npos) return Gap::kLine;
  const std::string_view mark = without_spaces(gap);
  if (mark.empty()) return Gap::kSpace;
  return mark.starts_with(',') && without_spaces(mark.substr(1)).empty() ? Gap::kComma : Gap::kStop;
}

}  // namespace pressoir::extract
