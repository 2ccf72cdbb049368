// Gumbo takes a text apart character by character, which is most of its time, and puts it together
// again. One character therefore stands for each part of a text that it would leave as it is.
#pragma once

#include <cstddef>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace pressoir::extract {

// A part of a string, in bytes.
struct TextRun {
  std::size_t begin = 0;
  std::size_t end = 0;
};

// Adds the parts of `text` that mean themselves to a parser: they begin with anything but white
// space, which decides where in a page a text goes, and have no character references and no
// characters that are repaired. `offset` is that of `text` in the string that runs are counted in.
void find_plain_text(std::string_view text, std::size_t offset, std::vector<TextRun>& runs);

// The stand-ins of one page. Refers to `html` and `texts`; used by one thread at a time.
class TextStandIns {
 public:
  // `runs` are those of find_plain_text in `html`, in their order. What has to be put together is
  // kept in `texts`.
  TextStandIns(std::string_view html, const std::vector<TextRun>& runs,
               std::deque<std::string>& texts);

  // The page with stand-ins.
  const std::string& markup() const noexcept { return markup_; }

  // The text for one that the parser made of markup() from `begin` on. Lives as long as the strings
  // given to the constructor, or as `text` when nothing stood in.
  std::string_view restore(std::string_view text, const char* begin);

  // Whether each stand-in was restored once. False for a page that writes the character itself, by
  // its number: what restore() gave is then wrong.
  bool are_restored() const noexcept { return restored_ == runs_.size(); }

 private:
  struct Run {
    std::string_view text;
    std::size_t place;  // of what stands for it, in the markup
  };

  std::string markup_;
  std::vector<Run> runs_;
  std::deque<std::string>& texts_;
  std::size_t restored_ = 0;
};

}  // namespace pressoir::extract
