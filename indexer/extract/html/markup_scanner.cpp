#include "indexer/extract/html/markup_scanner.hpp"

#include <algorithm>

namespace pressoir::extract::html {
namespace {

constexpr bool is_space(char c) noexcept {
  return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r';
}

constexpr char lower(char c) noexcept {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

constexpr bool is_letter(char c) noexcept {
  return lower(c) >= 'a' && lower(c) <= 'z';
}

bool equals_in_any_case(std::string_view a, std::string_view b) noexcept {
  return std::ranges::equal(a, b, {}, lower, lower);
}

// True when `html` has `</name` or `<name` at `position`, followed by what ends a tag's name.
bool has_tag_at(std::string_view html, std::size_t position, std::string_view name) noexcept {
  if (!equals_in_any_case(html.substr(std::min(position, html.size()), name.size()), name)) {
    return false;
  }
  const std::size_t after = position + name.size();
  return after < html.size() && (is_space(html[after]) || html[after] == '/' || html[after] == '>');
}

// Where the raw text that starts at `begin` ends: at its end tag, else at the end of the text.
// In a script, `<!-- <script>` hides one `</script>` (script data double escaped state).
std::size_t raw_text_end(std::string_view html, std::size_t begin, std::string_view name) noexcept {
  const bool is_script = equals_in_any_case(name, "script");
  bool is_escaped = false;
  bool is_double_escaped = false;
  for (std::size_t i = begin; i < html.size(); ++i) {
    if (is_script && html[i] == '-' && is_escaped && html.substr(i, 3) == "-->") {
      is_escaped = is_double_escaped = false;
    }
    if (html[i] != '<') continue;
    if (is_script && html.substr(i, 4) == "<!--") is_escaped = true;
    if (is_escaped && has_tag_at(html, i + 1, name)) is_double_escaped = true;
    if (i + 1 >= html.size() || html[i + 1] != '/' || !has_tag_at(html, i + 2, name)) continue;
    if (!is_double_escaped) return i;
    is_double_escaped = false;
  }
  return html.size();
}

constexpr bool ends_name(char c) noexcept {
  return is_space(c) || c == '/' || c == '>' || c == '=';
}

}  // namespace

bool AttributeWalk::next() noexcept {
  while (position_ < html_.size() && (is_space(html_[position_]) || html_[position_] == '/')) {
    ++position_;
  }
  if (position_ >= html_.size() || html_[position_] == '>') return false;
  const std::size_t begin = position_++;  // a `=` at the start belongs to the name
  while (position_ < html_.size() && !ends_name(html_[position_])) ++position_;
  name = html_.substr(begin, position_ - begin);
  value = {};
  read_value();
  return true;
}

void AttributeWalk::read_value() noexcept {
  std::size_t p = position_;
  while (p < html_.size() && is_space(html_[p])) ++p;
  if (p >= html_.size() || html_[p] != '=') return;
  ++p;
  while (p < html_.size() && is_space(html_[p])) ++p;
  if (p < html_.size() && (html_[p] == '"' || html_[p] == '\'')) {
    const std::size_t end = std::min(html_.find(html_[p], p + 1), html_.size());
    value = html_.substr(p + 1, end - p - 1);
    position_ = std::min(end + 1, html_.size());
    return;
  }
  const std::size_t begin = p;
  while (p < html_.size() && !is_space(html_[p]) && html_[p] != '>') ++p;
  value = html_.substr(begin, p - begin);
  position_ = p;
}

std::optional<MarkupToken> MarkupScanner::next() {
  if (position_ >= html_.size()) return std::nullopt;
  if (raw_text_ != Tag::kText) {
    MarkupToken token = scan_raw_text();
    if (!token.source.empty()) return token;
  }
  const char after = position_ + 1 < html_.size() ? html_[position_ + 1] : '\0';
  if (html_[position_] == '<') {
    if (is_letter(after)) return scan_tag();
    if (after == '/' && position_ + 2 < html_.size()) {
      return is_letter(html_[position_ + 2]) ? scan_tag() : scan_comment();
    }
    if (after == '!' || after == '?') return scan_comment();
  }
  return take(TokenKind::kText, html_.find('<', position_ + 1));
}

MarkupToken MarkupScanner::take(TokenKind kind, std::size_t end) {
  MarkupToken token;
  token.kind = kind;
  token.source = html_.substr(position_, std::min(end, html_.size()) - position_);
  position_ += token.source.size();
  return token;
}

MarkupToken MarkupScanner::scan_raw_text() {
  MarkupToken token = take(TokenKind::kRawText, raw_text_end(html_, position_, raw_text_name_));
  token.tag = raw_text_;
  raw_text_ = Tag::kText;
  return token;
}

MarkupToken MarkupScanner::scan_comment() {
  const std::string_view rest = html_.substr(position_);
  if (rest.starts_with("<!-->") || rest.starts_with("<!--->")) {
    return take(TokenKind::kComment, html_.find('>', position_) + 1);
  }
  if (!rest.starts_with("<!--")) {
    const std::size_t end = html_.find('>', position_);
    const bool is_doctype = equals_in_any_case(rest.substr(0, 9), "<!doctype");
    return take(is_doctype ? TokenKind::kDoctype : TokenKind::kComment,
                end == std::string_view::npos ? end : end + 1);
  }
  std::size_t end = position_ + 2;
  while ((end = html_.find("--", end + 1)) != std::string_view::npos) {
    const std::string_view after = html_.substr(end + 2, 2);
    if (after.starts_with('>')) return take(TokenKind::kComment, end + 3);
    if (after == "!>") return take(TokenKind::kComment, end + 4);
  }
  return take(TokenKind::kComment, html_.size());
}

std::optional<MarkupToken> MarkupScanner::scan_tag() {
  const bool is_end = html_[position_ + 1] == '/';
  const std::size_t name_begin = position_ + (is_end ? 2 : 1);
  std::size_t name_end = name_begin;
  while (name_end < html_.size() && !is_space(html_[name_end]) && html_[name_end] != '/' &&
         html_[name_end] != '>') {
    ++name_end;
  }
  std::size_t attribute_count = 0;
  AttributeWalk walk(html_, name_end);
  while (walk.next()) ++attribute_count;
  const std::size_t close = walk.position();
  if (close >= html_.size()) {
    position_ = html_.size();
    return std::nullopt;
  }
  MarkupToken token = take(is_end ? TokenKind::kEndTag : TokenKind::kStartTag, close + 1);
  token.name = html_.substr(name_begin, name_end - name_begin);
  token.tag = tag_from_name(token.name);
  token.is_self_closing = html_[close - 1] == '/';
  const std::size_t attributes_end = token.is_self_closing ? close - 1 : close;
  if (attributes_end > name_end) {
    token.attributes = html_.substr(name_end, attributes_end - name_end);
  }
  token.attribute_count = attribute_count;
  if (!is_end && is_raw_text(token.tag)) {
    raw_text_ = token.tag;
    raw_text_name_ = token.name;
  }
  return token;
}

std::string_view attribute_in(std::string_view attributes, std::string_view name) noexcept {
  AttributeWalk walk(attributes);
  while (walk.next()) {
    if (equals_in_any_case(walk.name, name)) return walk.value;
  }
  return {};
}

}  // namespace pressoir::extract::html
