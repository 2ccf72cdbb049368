#include "indexer/extract/html/limiter.hpp"

#include "indexer/extract/html/markup_scanner.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>

#include "indexer/base/utf8.hpp"

namespace pressoir::extract::html {
namespace {

using enum Tag;

constexpr std::size_t kMaxAttributes = 64;  // gumbo compares each with all before it
constexpr std::size_t kMaxAttributeBytes = 16 << 10;
constexpr std::size_t kInlinePerDepth = 16;  // old pages leave `font` and `a name` open everywhere
constexpr std::size_t kMinPlaceholderBytes = 8;

// Bytes of text without references and characters that gumbo replaces: controls, and
// non-characters, which begin with EF or more. C1 controls, which begin with C2, are looked for by
// is_plain_at.
constexpr auto kIsPlain = [] {
  std::array<bool, 256> is_plain{};
  std::fill(is_plain.begin() + 0x20, is_plain.begin() + 0xEF, true);
  for (const char c : {'\t', '\n', '\f'}) is_plain[static_cast<unsigned char>(c)] = true;
  for (const char c : {'&', '<', '\x7F'}) is_plain[static_cast<unsigned char>(c)] = false;
  return is_plain;
}();

bool is_plain_at(std::string_view text, std::size_t at) {
  if (!kIsPlain[static_cast<unsigned char>(text[at])]) return false;
  return text[at] != '\xC2' || (at + 1 < text.size() && (text[at + 1] & 0xE0) != 0x80);
}

std::size_t plain_end(std::string_view text, std::size_t at) {
  while (at < text.size() && is_plain_at(text, at)) ++at;
  return at;
}

// The end of what may be a reference, whose name a parser reads as far as it can, or of another
// character that is not plain.
std::size_t special_end(std::string_view text, std::size_t at) {
  const bool may_be_reference = text[at++] == '&';
  const auto goes_on = [=](char c) {
    return may_be_reference ? base::is_digit(c) || base::is_ascii_letter(c) || c == '#' || c == ';'
                            : base::is_utf8_continuation(c);
  };
  while (at < text.size() && goes_on(text[at])) ++at;
  return at;
}

// True when gumbo would only copy names and values.
bool are_plain_attributes(std::string_view attributes) {
  AttributeWalk walk(attributes);
  const auto is_in_name = [](char c) { return (c >= 'a' && c <= 'z') || c == '-' || c == ':'; };
  bool are_any = false;
  while (walk.next()) {
    are_any = true;
    if (!std::ranges::all_of(walk.name, is_in_name)) return false;
    if (plain_end(walk.value, 0) < walk.value.size()) return false;
  }
  return are_any;
}

template <Tag... tags>
constexpr bool is_any(Tag tag) noexcept {
  return ((tag == tags) || ...);
}

constexpr bool is_structural(Tag tag) noexcept {
  return is_block(tag) || tag == kTemplate;
}

// The elements that an end tag inside them does not reach out of.
constexpr auto is_scope = is_any<kTable, kCell, kCaption, kTemplate>;
constexpr auto is_table_part = is_any<kCaption, kTableSection, kRow, kCell>;
constexpr auto is_item = is_any<kListItem, kTerm, kDefinition>;

// The frame of the page opens no block of ours, nor is it closed before the end.
constexpr auto is_page_frame = is_any<kHtml, kHead, kBody>;

// Tags that are dropped while their content stays: frames, whose content is in `noframes`, and
// elements that gumbo would treat as a scope of their own.
constexpr auto is_transparent =
    is_any<kFrameset, kFrame, kNoframes, kObject, kMath, kPlaintext, kInput, kVoid, kOption>;

constexpr auto is_renamed = is_any<kFormatting, kButton>;

bool is_closed_by(Tag open, Tag end) noexcept {
  return open == end || (is_heading(open) && is_heading(end)) ||
         (is_any<kTerm, kDefinition>(open) && is_any<kTerm, kDefinition>(end));
}

bool stops_end_tag(Tag open, Tag end) noexcept {
  if (end == kListItem && open == kList) return true;
  return is_table_part(end) || end == kTable ? is_any<kTable, kTemplate>(open) : is_scope(open);
}

class Limiter {
 public:
  Limiter(const MarkupLimits& limits, bool use_placeholders)
      : limits_(limits), use_placeholders_(use_placeholders) {}

  base::Result<LimitedMarkup> run(std::string_view html) {
    out_.markup.reserve(html.size() / 2);
    MarkupScanner scanner(html);
    bool is_page = false;
    while (const auto token = scanner.next()) {
      is_page = is_page || is_page_frame(token->tag) || token->tag == kTitle ||
                token->kind == TokenKind::kDoctype;
      read(*token);
      if (auto error = broken_limit()) return std::move(*error);
    }
    out_.is_fragment = !is_page;
    return std::move(out_);
  }

 private:
  struct OpenElement {
    Tag tag;
    std::string_view name;  // of its end tag; empty when it is not written
  };

  // Looked at after each token, so that a hostile page costs no more than its limits.
  std::optional<base::Error> broken_limit() const {
    using base::Errc;
    struct Limited {
      std::size_t count;
      std::size_t limit;
      Errc cause;
      std::string_view what;
    };
    const auto max_depth = static_cast<std::size_t>(limits_.max_depth);
    const std::size_t unclosed = std::max(overflow_, open_links_);
    const std::size_t depth =
        std::max(open_blocks_, (unclosed + kInlinePerDepth - 1) / kInlinePerDepth);
    for (const Limited& limited : std::initializer_list<Limited>{
             {depth, max_depth, Errc::kTooDeep, "nested tags"},
             {out_.tag_count, limits_.max_tags, Errc::kTooManyTags, "tags"},
             {attributes_, limits_.max_attributes, Errc::kTooManyAttributes, "attributes"},
             {entities_, limits_.max_entities, Errc::kTooManyEntities, "character references"},
         }) {
      if (limited.count <= limited.limit) continue;
      return base::Error{limited.cause,
                         fmt::format("the page has more than {} {}", limited.limit, limited.what)};
    }
    return std::nullopt;
  }

  void read(const MarkupToken& token) {
    const bool is_start = token.kind == TokenKind::kStartTag;
    const bool is_end = token.kind == TokenKind::kEndTag;
    const bool is_text = token.kind == TokenKind::kText;
    if (is_start || is_end) ++out_.tag_count;
    attributes_ += token.attribute_count;
    if (is_text) entities_ += static_cast<std::size_t>(std::ranges::count(token.source, '&'));
    // A vector image or a list of options is skipped to its end tag, or to the first block: a page
    // that forgot the end tag keeps its text.
    if (skipped_ != kText) {
      const bool is_skipped = !is_start || !is_block(token.tag);
      if (!is_skipped || (is_end && token.tag == skipped_)) skipped_ = kText;
      if (is_skipped) return;
    }
    if (is_start) read_start_tag(token);
    if (is_end) read_end_tag(token);
    if (is_text) write_text(token.source);
    if (token.kind == TokenKind::kRawText) read_raw_text(token);
    if (token.kind == TokenKind::kDoctype) out_.markup += token.source;
  }

  // Scripts and styles go; a title stays, its `<` escaped, as it has no tags.
  void read_raw_text(const MarkupToken& token) {
    if (token.tag == kScript && is_json_ld_) out_.json_ld.emplace_back(token.source);
    if (token.tag != kTitle) return;
    std::string_view rest = token.source;
    for (std::size_t at = rest.find('<'); at < rest.size(); at = rest.find('<')) {
      out_.markup.append(rest, 0, at).append("&lt;");
      rest.remove_prefix(at + 1);
    }
    out_.markup += rest;
  }

  void read_start_tag(const MarkupToken& token) {
    const Tag tag = token.tag;
    const auto value_of = [&](std::string_view name) {
      return attribute_in(token.attributes, name);
    };
    if (tag == kScript) is_json_ld_ = value_of("type").find("ld+json") != std::string_view::npos;
    if (tag == kTitle || is_page_frame(tag) || (is_void(tag) && !is_transparent(tag))) {
      if (tag == kRule) close(is_any<kParagraph>, is_scope);
      write_start(token, token.name);
    } else if (tag == kSvg || tag == kSelect) {
      if (!token.is_self_closing) skipped_ = tag;
    } else if (tag == kAnchor) {
      ++open_links_;
      // Anchors without an address are only places to jump to.
      if (value_of("href").empty()) return;
      if (is_link_written_) write_end("a");
      write_start(token, token.name);
      is_link_written_ = true;
    } else if (is_structural(tag)) {
      open_block(token);
    } else if (!is_raw_text(tag) && !is_transparent(tag)) {
      open_inline(token);
    }
  }

  // Closes first what the block ends (section 13.2.6.4.7 of the HTML standard).
  void open_block(const MarkupToken& token) {
    const Tag tag = token.tag;
    if (is_table_part(tag)) {
      const auto contains_it = [tag](Tag t) {
        return t == kTable || (t == kTableSection && is_any<kRow, kCell>(tag)) ||
               (t == kRow && tag == kCell);
      };
      if (!close(contains_it, is_any<kTemplate>, 1)) return;  // outside of any table
    } else {
      const auto stops_item = [](Tag t) {
        return is_structural(t) && !is_any<kDiv, kParagraph, kAddress>(t);
      };
      if (is_item(tag)) close([tag](Tag t) { return is_closed_by(t, tag); }, stops_item);
      close(is_any<kParagraph>, is_scope);
      if (is_heading(tag) && !open_.empty() && is_heading(open_.back().tag)) {
        pop_to(open_.size() - 1);
      }
      // A table that begins between the rows of another ends it.
      if (tag == kTable) close(is_any<kTable>, is_scope);
    }
    ++open_blocks_;
    if (tag == kTemplate) {
      out_.markup += "<div hidden>";
      open_.push_back({tag, "div"});
    } else {
      write_start(token, token.name);
      open_.push_back({tag, token.name});
    }
  }

  // Formatting without attributes says nothing that is kept: no tag is written for it.
  void open_inline(const MarkupToken& token) {
    if (token.is_self_closing && token.tag != kSpan) return;
    if (open_.size() >= static_cast<std::size_t>(limits_.max_depth)) {
      ++overflow_;
      return;
    }
    std::string_view name = is_renamed(token.tag) ? "span" : token.name;
    if (token.tag == kButton) {
      out_.markup += "<span hidden>";
    } else if (token.tag == kFormatting && token.attributes.empty()) {
      name = {};
    } else {
      write_start(token, name);
    }
    open_.push_back({token.tag, name});
  }

  // An end tag closes its element where a browser would; one without a start tag is dropped, but
  // for
  // `</p>` and `</br>`, of which browsers make elements.
  void read_end_tag(const MarkupToken& token) {
    const Tag tag = token.tag;
    if (tag == kTitle || tag == kHead) {
      out_.markup += token.source;
    } else if (tag == kBreak) {
      out_.markup += "<br>";
    } else if (tag == kAnchor) {
      if (open_links_ > 0) --open_links_;
      if (is_link_written_) write_end("a");
      is_link_written_ = false;
    } else if (is_page_frame(tag) || is_raw_text(tag) || is_transparent(tag) || is_void(tag)) {
      return;
    } else if (is_structural(tag)) {
      const bool is_closed = close([tag](Tag t) { return is_closed_by(t, tag); },
                                   [tag](Tag t) { return stops_end_tag(t, tag); });
      if (!is_closed && tag == kParagraph) out_.markup += "<p></p>";  // separates, as in browsers
    } else if (overflow_ > 0) {
      --overflow_;
    } else {
      close([tag](Tag t) { return t == tag; }, is_structural);
    }
  }

  // Closes elements to the innermost `wanted` one, or to `kept` more; false, with nothing closed,
  // when one that `stops` the search is nearer.
  template <typename Wanted, typename Stops>
  bool close(Wanted wanted, Stops stops, std::size_t kept = 0) {
    for (std::size_t i = open_.size(); i-- > 0;) {
      if (wanted(open_[i].tag)) {
        pop_to(i + kept);
        return true;
      }
      if (stops(open_[i].tag)) return false;
    }
    return false;
  }

  // Writes the end tags of the elements above `size`, the innermost first.
  void pop_to(std::size_t size) {
    for (; open_.size() > size; open_.pop_back()) {
      if (is_structural(open_.back().tag)) --open_blocks_;
      if (!open_.back().name.empty()) write_end(open_.back().name);
    }
  }

  void write_end(std::string_view name) { ((out_.markup += "</") += name) += '>'; }

  void write_start(const MarkupToken& token, std::string_view name) {
    (out_.markup += '<') += name;
    if (token.attribute_count <= kMaxAttributes && token.attributes.size() <= kMaxAttributeBytes) {
      // Gumbo itself looks at the attributes of the page's frame and of elements it treats alone.
      if (use_placeholders_ && token.tag != kOther && !is_page_frame(token.tag) &&
          are_plain_attributes(token.attributes)) {
        out_.attributes.push_back({out_.markup.size() + 1, token.attributes});
        out_.markup += " ~";
      } else {
        out_.markup += token.attributes;
      }
    }
    // An unquoted value may end in `/`, which must not be taken for part of the tag's end.
    out_.markup += token.attributes.empty() ? ">" : " >";
  }

  // Runs that gumbo would only copy become placeholders from kMinPlaceholderBytes on.
  void write_text(std::string_view text) {
    // It is no tag here, nor may it become one where a tag after it is dropped.
    if (text.starts_with('<')) {
      out_.markup += "&lt;";
      text.remove_prefix(1);
    }
    if (!use_placeholders_) {
      out_.markup += text;
      return;
    }
    while (!text.empty()) {
      const auto* begin = std::ranges::find_if_not(text, is_html_space);
      const auto at = static_cast<std::size_t>(begin - text.begin());
      const std::size_t end = plain_end(text, at);
      const std::size_t next = end < text.size() ? special_end(text, end) : end;
      const bool is_long = end - at >= kMinPlaceholderBytes;
      out_.markup += text.substr(0, is_long ? at : end);
      if (is_long) {
        out_.texts.push_back({out_.markup.size(), text.substr(at, end - at)});
        out_.markup += kTextPlaceholder;
      }
      out_.markup += text.substr(end, next - end);
      text.remove_prefix(next);
    }
  }

  MarkupLimits limits_;
  bool use_placeholders_;
  LimitedMarkup out_;
  std::vector<OpenElement> open_;
  std::size_t open_blocks_ = 0;  // of open_
  std::size_t attributes_ = 0;
  std::size_t entities_ = 0;
  std::size_t overflow_ = 0;    // inline elements dropped because too many are open
  std::size_t open_links_ = 0;  // `<a` without `</a>`
  Tag skipped_ = kText;         // the element whose content is being skipped
  bool is_link_written_ = false;
  bool is_json_ld_ = false;
};

}  // namespace

base::Result<LimitedMarkup> limit_markup(std::string_view html, const MarkupLimits& limits,
                                         bool use_placeholders) {
  return Limiter(limits, use_placeholders).run(html);
}

}  // namespace pressoir::extract::html
