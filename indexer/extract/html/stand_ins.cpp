#include "indexer/extract/html/stand_ins.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace pressoir::extract::html {
namespace {

// Of a text: U+10FFFD, the last character of all, for private use. Not white space, nor does it go
// on with a character reference.
constexpr std::string_view kTextStandIn = "\xF4\x8F\xBF\xBD";

// An attribute: white space before its name, as before those that it stands for.
constexpr std::string_view kAttributeStandIn = " ~";

constexpr std::size_t kMinTextBytes = 8;  // shorter ones are not worth it

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
  for (const char c : {'\t', '\n', '\f'}) is_plain[static_cast<unsigned char>(c)] = true;
  for (const char c : {'&', '<', '\x7F'}) is_plain[static_cast<unsigned char>(c)] = false;
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

void find_plain_text(std::string_view text, std::size_t offset, std::vector<PlainPart>& parts) {
  for (std::size_t at = 0; at < text.size();) {
    while (at < text.size() && is_space(text[at])) ++at;
    const std::size_t end = plain_end(text, at);
    if (end - at >= kMinTextBytes) {
      parts.push_back({PlainPart::Kind::kText, offset + at, offset + end});
    }
    at = end < text.size() ? behind_special(text, end) : end;
  }
}

bool are_plain_attributes(std::string_view attributes) noexcept {
  if (plain_end(attributes, 0) < attributes.size()) return false;
  std::size_t at = 0;
  while (at < attributes.size()) {
    const std::size_t name = attributes.find_first_not_of(" \t\n\f", at);
    if (name == std::string_view::npos) return at > 0;
    const std::size_t equals = std::min(attributes.find('=', name), attributes.size());
    const auto is_in_name = [](char c) { return (c >= 'a' && c <= 'z') || c == '-' || c == ':'; };
    if (name == at || name == equals || equals + 1 >= attributes.size() ||
        !std::all_of(attributes.begin() + name, attributes.begin() + equals, is_in_name)) {
      return false;
    }
    const char quote = attributes[equals + 1];
    const std::size_t end = attributes.find(quote, equals + 2);
    if ((quote != '"' && quote != '\'') || end == std::string_view::npos) return false;
    at = end + 1;
  }
  return at > 0;
}

StandIns::StandIns(std::string_view html, const std::vector<PlainPart>& parts,
                   std::deque<std::string>& texts)
    : joined_(texts) {
  markup_.reserve(html.size());
  std::size_t behind = 0;
  for (const PlainPart& part : parts) {
    const bool is_text = part.kind == PlainPart::Kind::kText;
    markup_ += html.substr(behind, part.begin - behind);
    (is_text ? texts_ : attributes_)
        .push_back({html.substr(part.begin, part.end - part.begin), markup_.size()});
    markup_ += is_text ? kTextStandIn : kAttributeStandIn;
    behind = part.end;
  }
  markup_ += html.substr(behind);
}

std::vector<StandIns::Part>::const_iterator StandIns::first_from(const std::vector<Part>& parts,
                                                                 const char* begin) const noexcept {
  const auto place = static_cast<std::size_t>(begin - markup_.data());
  return std::ranges::lower_bound(parts, place, {}, &Part::place);
}

std::string_view StandIns::restore(std::string_view text, const char* begin) {
  std::size_t at = texts_.empty() ? std::string_view::npos : text.find(kTextStandIn);
  if (at == std::string_view::npos) return text;
  auto part = first_from(texts_, begin);
  std::string whole;
  std::size_t behind = 0;
  while (at != std::string_view::npos) {
    ++restored_;
    const std::string_view source = part != texts_.end() ? (part++)->source : std::string_view();
    if (text.size() == kTextStandIn.size()) return source;
    whole.append(text, behind, at - behind).append(source);
    behind = at + kTextStandIn.size();
    at = text.find(kTextStandIn, behind);
  }
  return joined_.emplace_back(std::move(whole.append(text, behind)));
}

std::string_view StandIns::attributes_at(const char* begin) const noexcept {
  if (begin == nullptr) return {};                       // of an element that the parser made up
  const auto part = first_from(attributes_, begin - 1);  // the name, behind white space
  const bool is_there = part != attributes_.end() && markup_.data() + part->place == begin - 1;
  return is_there ? part->source : std::string_view();
}

}  // namespace pressoir::extract::html
