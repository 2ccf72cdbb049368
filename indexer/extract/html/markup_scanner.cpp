#include "indexer/extract/html/markup_scanner.hpp"

#include <algorithm>

#include "indexer/base/utf8.hpp"

namespace pressoir::extract::html {
namespace {

constexpr bool ends_tag_name(char c) noexcept {
  return is_html_space(c) || c == '/' || c == '>';
}

bool equals_in_any_case(std::string_view a, std::string_view b) noexcept {
  return std::ranges::equal(a, b, {}, base::lower_ascii, base::lower_ascii);
}

// The first place from `at` on whose character `is` so; else the size of the text.
template <typename Is>
std::size_t find_from(std::string_view text, std::size_t at, Is is) noexcept {
  while (at < text.size() && !is(text[at])) ++at;
  return at;
}

std::size_t skip_spaces(std::string_view text, std::size_t at) noexcept {
  return find_from(text, at, [](char c) { return !is_html_space(c); });
}

// True when a tag name in any case, and its end, are at `at`.
bool has_name_at(std::string_view html, std::size_t at, std::string_view name) noexcept {
  const std::size_t end = at + name.size();
  return end < html.size() && ends_tag_name(html[end]) &&
         equals_in_any_case(html.substr(at, name.size()), name);
}

// Where the raw text that starts at `begin` ends: at its end tag, else at the end of the text.
// In a script, `<!-- <script>` hides one `</script>` (script data double escaped state).
std::size_t raw_text_end(std::string_view html, std::size_t begin, const MarkupToken& tag) {
  bool is_escaped = false;
  bool is_double_escaped = false;
  for (std::size_t i = begin; i < html.size(); ++i) {
    if (!is_escaped) i = std::min(html.find('<', i), html.size());
    const std::string_view rest = html.substr(i, 4);
    if (rest.starts_with("-->")) is_escaped = is_double_escaped = false;
    if (!rest.starts_with('<')) continue;
    if (tag.tag == Tag::kScript && rest == "<!--") is_escaped = true;
    if (is_escaped && has_name_at(html, i + 1, tag.name)) is_double_escaped = true;
    if (!rest.starts_with("</") || !has_name_at(html, i + 2, tag.name)) continue;
    if (!is_double_escaped) return i;
    is_double_escaped = false;
  }
  return html.size();
}

}  // namespace

// The states between `before attribute name` and `after attribute value` of the HTML standard.
bool AttributeWalk::next() noexcept {
  const std::size_t begin =
      find_from(html_, position_, [](char c) { return !is_html_space(c) && c != '/'; });
  position_ = begin;
  if (begin >= html_.size() || html_[begin] == '>') return false;
  // A `=` at the start belongs to the name.
  position_ = find_from(html_, begin + 1, [](char c) { return ends_tag_name(c) || c == '='; });
  name = html_.substr(begin, position_ - begin);
  value = {};
  const std::size_t equals = skip_spaces(html_, position_);
  if (equals >= html_.size() || html_[equals] != '=') return true;
  const std::size_t open = skip_spaces(html_, equals + 1);
  const char quote = open < html_.size() ? html_[open] : ' ';
  const bool is_quoted = quote == '"' || quote == '\'';
  const std::size_t end =
      is_quoted ? std::min(html_.find(quote, open + 1), html_.size())
                : find_from(html_, open, [](char c) { return is_html_space(c) || c == '>'; });
  const std::size_t value_begin = is_quoted ? open + 1 : open;
  value = html_.substr(value_begin, end - value_begin);
  position_ = is_quoted ? std::min(end + 1, html_.size()) : end;
  return true;
}

std::optional<MarkupToken> MarkupScanner::next() {
  if (position_ >= html_.size()) return std::nullopt;
  if (raw_text_tag_.tag != Tag::kText) {
    MarkupToken token = take(TokenKind::kRawText, raw_text_end(html_, position_, raw_text_tag_));
    token.tag = raw_text_tag_.tag;
    raw_text_tag_ = {};
    if (!token.source.empty()) return token;
  }
  const std::string_view start = html_.substr(position_, 3);
  if (start.starts_with('<') && start.size() > 1) {
    if (base::is_ascii_letter(start[1])) return scan_tag();
    if (start[1] == '!' || start[1] == '?') return scan_comment();
    if (start[1] == '/' && start.size() > 2) {
      return base::is_ascii_letter(start[2]) ? scan_tag() : scan_comment();
    }
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

// As sections 13.2.5.41 to 13.2.5.52 of the HTML standard: `<!-->` is a whole comment, `--!>` ends
// one, and `<!`, `<?` and `</` before anything else begin one that ends at the next `>`.
MarkupToken MarkupScanner::scan_comment() {
  const std::string_view rest = html_.substr(position_);
  if (!rest.starts_with("<!--") || rest.starts_with("<!-->") || rest.starts_with("<!--->")) {
    const bool is_doctype = equals_in_any_case(rest.substr(0, 9), "<!doctype");
    const std::size_t last = std::min(rest.find('>'), rest.size() - 1);
    return take(is_doctype ? TokenKind::kDoctype : TokenKind::kComment, position_ + last + 1);
  }
  for (std::size_t i = rest.find("--", 3); i < rest.size(); i = rest.find("--", i + 1)) {
    const std::size_t close = rest.substr(i + 2).starts_with('!') ? i + 3 : i + 2;
    if (rest.substr(close).starts_with('>'))
      return take(TokenKind::kComment, position_ + close + 1);
  }
  return take(TokenKind::kComment, html_.size());
}

// A tag that the text cuts off is no token, and nothing follows it.
std::optional<MarkupToken> MarkupScanner::scan_tag() {
  const bool is_end = html_[position_ + 1] == '/';
  const std::size_t name_begin = position_ + (is_end ? 2 : 1);
  const std::size_t name_end = find_from(html_, name_begin, ends_tag_name);
  std::size_t attribute_count = 0;
  AttributeWalk walk(html_, name_end);
  while (walk.next()) ++attribute_count;
  const std::size_t close = std::min(walk.position(), html_.size());
  MarkupToken token = take(is_end ? TokenKind::kEndTag : TokenKind::kStartTag, close + 1);
  if (close == html_.size()) return std::nullopt;
  token.name = html_.substr(name_begin, name_end - name_begin);
  token.tag = tag_from_name(token.name);
  token.is_self_closing = html_[close - 1] == '/';
  const std::size_t attributes_end = token.is_self_closing ? close - 1 : close;
  token.attributes = html_.substr(name_end, std::max(attributes_end, name_end) - name_end);
  token.attribute_count = attribute_count;
  if (!is_end && is_raw_text(token.tag)) raw_text_tag_ = token;
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
