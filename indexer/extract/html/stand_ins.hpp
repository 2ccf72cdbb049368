// Gumbo takes a page apart character by character, which is most of its time, and puts texts and
// attributes together again. One character therefore stands for each part of the page that it would
// leave as it is.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace pressoir::extract::html {

// A part of a page that means itself to a parser.
struct PlainPart {
  enum class Kind : std::uint8_t { kText, kAttributes };
  Kind kind = Kind::kText;
  std::size_t begin = 0;  // in bytes
  std::size_t end = 0;
};

// Adds the plain parts of `text`: they begin with anything but white space, which decides where in
// a page a text goes, and have no character references and no characters that are repaired.
// `offset` is that of `text` in the page.
void find_plain_text(std::string_view text, std::size_t offset, std::vector<PlainPart>& parts);

// True for ` id="a" class="b"`: names in lower case, quoted values that are plain.
bool are_plain_attributes(std::string_view attributes) noexcept;

// The stand-ins of one page. Refers to `html` and `texts`; used by one thread at a time.
class StandIns {
 public:
  // `parts` are those of `html`, in their order. Texts that have to be put together are kept in
  // `texts`.
  StandIns(std::string_view html, const std::vector<PlainPart>& parts,
           std::deque<std::string>& texts);

  // The page with stand-ins.
  const std::string& markup() const noexcept { return markup_; }

  // The text for one that the parser made of markup() from `begin` on. Lives as long as the strings
  // given to the constructor, or as `text` when nothing stood in.
  std::string_view restore(std::string_view text, const char* begin);

  // Whether each text was restored once. False for a page that writes the character itself, by its
  // number: what restore() gave is then wrong.
  bool are_restored() const noexcept { return restored_ == texts_.size(); }

  // The attributes for which stands what the parser found at `begin`; empty when it is one itself.
  std::string_view attributes_at(const char* begin) const noexcept;

 private:
  struct Part {
    std::string_view source;
    std::size_t place;  // of what stands for it, in the markup
  };

  std::vector<Part>::const_iterator first_from(const std::vector<Part>& parts,
                                               const char* begin) const noexcept;

  std::string markup_;
  std::vector<Part> texts_;
  std::vector<Part> attributes_;
  std::deque<std::string>& joined_;
  std::size_t restored_ = 0;
};

}  // namespace pressoir::extract::html
