#include "indexer/extract/text_stand_ins.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace pressoir::extract {
namespace {

// U+10FFFD, the last character of all, for private use. Not white space, nor does it go on with a
// character reference.
constexpr std::string_view kStandIn = "\xF4\x8F\xBF\xBD";

constexpr std::size_t kMinRunBytes = 8;  // shorter ones are not worth it

constexpr bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r';
}

constexpr bool is_alphanumeric(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

// Bytes that no reference and no repaired character has. Of those that gumbo replaces, controls and
// non-characters, the latter begin with EF or F0 and above; C1 controls begin with C2.
constexpr auto kIsPlain = [] {
  std::array<bool, 256> is_plain{};
  for (std::size_t byte = 0x20; byte < 0xEF; ++byte) is_plain[byte] = true;
  for (const unsigned char c : {'\t', '\n', '\f'}) is_plain[c] = true;
  for (const unsigned char c : {'&', '<', '\x7F'}) is_plain[c] = false;
  return is_plain;
}();

bool is_c1_control(std::string_view text, std::size_t at) {
  return text[at] == '\xC2' && (at + 1 == text.size() || (text[at + 1] & 0xE0) == 0x80);
}

std::size_t plain_end(std::string_view text, std::size_t at) {
  while (at < text.size() && kIsPlain[static_cast<unsigned char>(text[at])] &&
         !is_c1_control(text, at)) {
    ++at;
  }
  return at;
}

// Behind what may be a reference, whose name a parser reads as far as it can, or behind any other
// character that is not plain.
std::size_t behind_special(std::string_view text, std::size_t at) {
  const bool may_be_reference = text[at++] == '&';
  const auto goes_on = [=](char c) {
    return may_be_reference ? is_alphanumeric(c) || c == '#' || c == ';' : (c & 0xC0) == 0x80;
  };
  while (at < text.size() && goes_on(text[at])) ++at;
  return at;
}

}  // namespace

void find_plain_text(std::string_view text, std::size_t offset, std::vector<TextRun>& runs) {
  for (std::size_t at = 0; at < text.size();) {
    while (at < text.size() && is_space(text[at])) ++at;
    const std::size_t end = plain_end(text, at);
    if (end - at >= kMinRunBytes) runs.push_back({offset + at, offset + end});
    at = end < text.size() ? behind_special(text, end) : end;
  }
}

TextStandIns::TextStandIns(std::string_view html, const std::vector<TextRun>& runs,
                           std::deque<std::string>& texts)
    : texts_(texts) {
  markup_.reserve(html.size());
  runs_.reserve(runs.size());
  std::size_t behind = 0;
  for (const TextRun& run : runs) {
    markup_ += html.substr(behind, run.begin - behind);
    runs_.push_back({html.substr(run.begin, run.end - run.begin), markup_.size()});
    markup_ += kStandIn;
    behind = run.end;
  }
  markup_ += html.substr(behind);
}

std::string_view TextStandIns::restore(std::string_view text, const char* begin) {
  std::size_t at = runs_.empty() ? std::string_view::npos : text.find(kStandIn);
  if (at == std::string_view::npos) return text;
  const auto place = static_cast<std::size_t>(begin - markup_.data());
  auto run = std::ranges::lower_bound(runs_, place, {}, &Run::place);
  std::string whole;
  std::size_t behind = 0;
  while (at != std::string_view::npos) {
    ++restored_;
    const std::string_view original = run != runs_.end() ? (run++)->text : std::string_view();
    if (text.size() == kStandIn.size()) return original;
    whole.append(text, behind, at - behind).append(original);
    behind = at + kStandIn.size();
    at = text.find(kStandIn, behind);
  }
  return texts_.emplace_back(std::move(whole.append(text, behind)));
}

}  // namespace pressoir::extract
