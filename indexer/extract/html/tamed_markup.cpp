#include "indexer/extract/html/tamed_markup.hpp"

#include "indexer/extract/html/markup_scanner.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <optional>

namespace pressoir::extract::html {
namespace {

constexpr std::size_t kMaxAttributes = 64;  // gumbo compares each with all before it
constexpr std::size_t kMaxAttributeBytes = 16 << 10;
constexpr std::size_t kFormattingPerDepth = 16;

struct OpenElement {
  Tag tag = Tag::kOther;
  std::string_view name;   // as it has to be closed
  bool is_written = true;  // stands in the output
};

constexpr bool is_structural(Tag tag) noexcept {
  return is_block(tag) || tag == Tag::kTemplate;
}

// The elements that an end tag inside them does not reach out of.
constexpr bool is_scope(Tag tag) noexcept {
  return tag == Tag::kTable || tag == Tag::kCell || tag == Tag::kCaption || tag == Tag::kTemplate;
}

constexpr bool is_table_part(Tag tag) noexcept {
  return tag == Tag::kCaption || tag == Tag::kTableSection || tag == Tag::kRow || tag == Tag::kCell;
}

// The frame of the page opens no block of ours, nor is it closed before the end.
constexpr bool is_frame_of_page(Tag tag) noexcept {
  return tag == Tag::kHtml || tag == Tag::kHead || tag == Tag::kBody;
}

// Tags that are left out while what they hold stays: frames, whose content is in `noframes`, and
// elements that gumbo would treat as a scope of their own.
constexpr bool is_transparent(Tag tag) noexcept {
  return tag == Tag::kFrameset || tag == Tag::kFrame || tag == Tag::kNoframes ||
         tag == Tag::kObject || tag == Tag::kMath || tag == Tag::kPlaintext || tag == Tag::kInput ||
         tag == Tag::kVoid || tag == Tag::kOption;
}

class Tamer {
 public:
  Tamer(std::string_view html, const MarkupLimits& limits) : html_(html), limits_(limits) {}

  base::Result<TamedMarkup> run() {
    out_.html.reserve(html_.size());
    MarkupScanner scanner(html_);
    bool is_page = false;
    while (const auto token = scanner.next()) {
      is_page = is_page || is_frame_of_page(token->tag) || token->tag == Tag::kTitle ||
                token->kind == TokenKind::kDoctype;
      read(*token);
      if (auto error = broken_limit()) return std::move(*error);
    }
    out_.is_fragment = !is_page;
    return std::move(out_);
  }

 private:
  std::size_t max_overflow() const {
    return static_cast<std::size_t>(limits_.max_depth) * kFormattingPerDepth;
  }

  std::optional<base::Error> broken_limit() const {
    using base::Errc;
    if (open_blocks_ > limits_.max_depth || overflow_ > max_overflow() ||
        open_links_ > max_overflow()) {
      return too_many(Errc::kTooDeep, "nested tags", static_cast<std::size_t>(limits_.max_depth));
    }
    if (out_.tag_count > limits_.max_tags) {
      return too_many(Errc::kTooManyTags, "tags", limits_.max_tags);
    }
    if (attributes_ > limits_.max_attributes) {
      return too_many(Errc::kTooManyAttributes, "attributes", limits_.max_attributes);
    }
    if (entities_ > limits_.max_entities) {
      return too_many(Errc::kTooManyEntities, "character references", limits_.max_entities);
    }
    return std::nullopt;
  }

  static base::Error too_many(base::Errc cause, std::string_view what, std::size_t limit) {
    return {cause, fmt::format("the page has more than {} {}", limit, what)};
  }

  void read(const MarkupToken& token) {
    const bool is_tag = token.kind == TokenKind::kStartTag || token.kind == TokenKind::kEndTag;
    if (is_tag) ++out_.tag_count;
    attributes_ += token.attribute_count;
    if (token.kind == TokenKind::kText) {
      entities_ += static_cast<std::size_t>(std::ranges::count(token.source, '&'));
    }
    if (skipped_ != Tag::kText && is_still_skipped(token)) return;
    switch (token.kind) {
      case TokenKind::kText:
        write_text(token.source);
        break;
      case TokenKind::kDoctype:
        out_.html += token.source;
        break;
      case TokenKind::kRawText:
        read_raw_text(token);
        break;
      case TokenKind::kStartTag:
        read_start_tag(token);
        break;
      case TokenKind::kEndTag:
        read_end_tag(token);
        break;
      case TokenKind::kComment:
        break;
    }
  }

  // A vector image or a list of options is skipped to its end tag, or to the first block: a page
  // that forgot the end tag keeps its text.
  bool is_still_skipped(const MarkupToken& token) {
    if (token.kind == TokenKind::kEndTag && token.tag == skipped_) {
      skipped_ = Tag::kText;
      return true;
    }
    if (token.kind != TokenKind::kStartTag || !is_block(token.tag)) return true;
    skipped_ = Tag::kText;
    return false;
  }

  void read_raw_text(const MarkupToken& token) {
    if (token.tag == Tag::kScript && is_json_ld_) out_.json_ld.emplace_back(token.source);
    if (token.tag != Tag::kTitle) return;
    for (const char c : token.source) {
      if (c == '<') {
        out_.html += "&lt;";
      } else {
        out_.html += c;
      }
    }
  }

  void read_start_tag(const MarkupToken& token) {
    const Tag tag = token.tag;
    if (tag == Tag::kScript) {
      is_json_ld_ =
          attribute_in(token.attributes, "type").find("ld+json") != std::string_view::npos;
    }
    if (tag == Tag::kTitle || is_frame_of_page(tag) || (is_void(tag) && !is_transparent(tag))) {
      if (tag == Tag::kRule) close_paragraph();
      write_start(token, token.name);
    } else if (tag == Tag::kSvg || tag == Tag::kSelect) {
      if (!token.is_self_closing) skipped_ = tag;
    } else if (tag == Tag::kAnchor) {
      read_link(token);
    } else if (is_raw_text(tag) || is_transparent(tag)) {
      return;
    } else if (is_structural(tag)) {
      open_block(token);
    } else {
      open_inline(token);
    }
  }

  // Anchors without an address are only places to jump to.
  void read_link(const MarkupToken& token) {
    ++open_links_;
    if (attribute_in(token.attributes, "href").empty()) return;
    if (is_link_written_) out_.html += "</a>";
    write_start(token, token.name);
    is_link_written_ = true;
  }

  void open_block(const MarkupToken& token) {
    const Tag tag = token.tag;
    if (is_table_part(tag)) {
      if (!clear_to_table_context(tag)) return;
    } else {
      close_implied(tag);
    }
    const std::string_view name = tag == Tag::kTemplate ? "div" : token.name;
    if (tag == Tag::kTemplate) {
      out_.html += "<div hidden>";
    } else {
      write_start(token, name);
    }
    push({tag, name, true});
  }

  void open_inline(const MarkupToken& token) {
    if (token.is_self_closing && token.tag != Tag::kSpan) return;
    if (open_.size() >= static_cast<std::size_t>(limits_.max_depth)) {
      ++overflow_;
      return;
    }
    const bool is_renamed = token.tag == Tag::kFormatting || token.tag == Tag::kButton;
    OpenElement element{token.tag, token.name, true};
    if (token.tag == Tag::kButton) {
      out_.html += "<span hidden>";
    } else if (token.tag == Tag::kFormatting && token.attributes.empty()) {
      element.is_written = false;
    } else {
      write_start(token, is_renamed ? "span" : token.name);
    }
    push(element);
  }

  void read_end_tag(const MarkupToken& token) {
    const Tag tag = token.tag;
    if (tag == Tag::kTitle || tag == Tag::kHead) {
      out_.html += token.source;
    } else if (tag == Tag::kBreak) {
      out_.html += "<br>";
    } else if (tag == Tag::kAnchor) {
      if (open_links_ > 0) --open_links_;
      if (is_link_written_) out_.html += "</a>";
      is_link_written_ = false;
    } else if (is_frame_of_page(tag) || is_raw_text(tag) || is_transparent(tag) || is_void(tag)) {
      return;
    } else if (is_structural(tag)) {
      close_block(tag);
    } else {
      close_inline(token);
    }
  }

  void close_block(Tag tag) {
    const std::size_t found = find_open([tag](Tag t) { return is_closed_by(t, tag); },
                                        [tag](Tag t) { return stops_end_tag(t, tag); });
    if (found < open_.size()) {
      pop_to(found);
    } else if (tag == Tag::kParagraph) {
      out_.html += "<p></p>";  // separates, in browsers too
    }
  }

  void close_inline(const MarkupToken& token) {
    if (overflow_ > 0) {
      --overflow_;
      return;
    }
    const std::size_t found =
        find_open([&](Tag t) { return t == token.tag; }, [](Tag t) { return is_structural(t); });
    if (found < open_.size()) pop_to(found);
  }

  static bool is_closed_by(Tag open, Tag end) {
    return open == end || (is_heading(open) && is_heading(end)) ||
           (open == Tag::kTerm && end == Tag::kDefinition) ||
           (open == Tag::kDefinition && end == Tag::kTerm);
  }

  static bool stops_end_tag(Tag open, Tag end) {
    if (end == Tag::kListItem && open == Tag::kList) return true;
    if (is_table_part(end) || end == Tag::kTable) {
      return open == Tag::kTable || open == Tag::kTemplate;
    }
    return is_scope(open);
  }

  // What a start tag of a block closes (section 13.2.6.4.7 of the HTML standard).
  void close_implied(Tag tag) {
    if (tag == Tag::kListItem || tag == Tag::kTerm || tag == Tag::kDefinition) {
      const std::size_t item = find_open([tag](Tag t) { return is_closed_by(t, tag); },
                                         [](Tag t) {
                                           return is_structural(t) && t != Tag::kDiv &&
                                                  t != Tag::kParagraph && t != Tag::kAddress;
                                         });
      if (item < open_.size()) pop_to(item);
    }
    close_paragraph();
    if (is_heading(tag) && !open_.empty() && is_heading(open_.back().tag)) {
      pop_to(open_.size() - 1);
    }
    if (tag == Tag::kTable) close_table_without_cell();
  }

  void close_paragraph() {
    const std::size_t found = find_open([](Tag t) { return t == Tag::kParagraph; }, is_scope);
    if (found < open_.size()) pop_to(found);
  }

  // A table that begins between the rows of another ends it.
  void close_table_without_cell() {
    const std::size_t found = find_open([](Tag t) { return t == Tag::kTable; }, is_scope);
    if (found < open_.size()) pop_to(found);
  }

  // Closes what stands between a part of a table and the part that may hold it; false when there
  // is no table.
  bool clear_to_table_context(Tag part) {
    const auto holds = [part](Tag t) {
      if (t == Tag::kTable) return true;
      if (part == Tag::kRow) return t == Tag::kTableSection;
      return part == Tag::kCell && (t == Tag::kRow || t == Tag::kTableSection);
    };
    const std::size_t found = find_open(holds, [](Tag t) { return t == Tag::kTemplate; });
    if (found == open_.size()) return false;
    pop_to(found + 1);
    return true;
  }

  // The innermost open element that `is_wanted`; open_.size() when one that `stops` comes first.
  template <typename Wanted, typename Stops>
  std::size_t find_open(Wanted is_wanted, Stops stops) const {
    for (std::size_t i = open_.size(); i-- > 0;) {
      if (is_wanted(open_[i].tag)) return i;
      if (stops(open_[i].tag)) break;
    }
    return open_.size();
  }

  void push(const OpenElement& element) {
    open_.push_back(element);
    if (is_structural(element.tag)) ++open_blocks_;
  }

  // Closes the open elements from number `size` on.
  void pop_to(std::size_t size) {
    while (open_.size() > size) {
      const OpenElement& element = open_.back();
      if (is_structural(element.tag)) --open_blocks_;
      if (element.is_written) {
        const bool is_span = element.tag == Tag::kFormatting || element.tag == Tag::kButton;
        out_.html += "</";
        out_.html += is_span ? "span" : element.name;
        out_.html += '>';
      }
      open_.pop_back();
    }
  }

  void write_text(std::string_view text) {
    // It is no tag here, nor may it become one where a tag behind it is left out.
    if (text.starts_with('<')) {
      out_.html += "&lt;";
      text.remove_prefix(1);
    }
    find_plain_text(text, out_.html.size(), out_.plain);
    out_.html += text;
  }

  void write_start(const MarkupToken& token, std::string_view name) {
    out_.html += '<';
    out_.html += name;
    if (token.attribute_count <= kMaxAttributes && token.attributes.size() <= kMaxAttributeBytes) {
      // The parser looks itself at those of the page's frame and of tags that have no name here.
      if (token.tag != Tag::kOther && !is_frame_of_page(token.tag) &&
          are_plain_attributes(token.attributes)) {
        const std::size_t begin = out_.html.size();
        out_.plain.push_back(
            {PlainPart::Kind::kAttributes, begin, begin + token.attributes.size()});
      }
      out_.html += token.attributes;
    }
    // An unquoted value may end in `/`, which must not be taken for part of the tag's end.
    out_.html += token.attributes.empty() ? ">" : " >";
  }

  std::string_view html_;
  MarkupLimits limits_;
  TamedMarkup out_;
  std::vector<OpenElement> open_;
  int open_blocks_ = 0;
  std::size_t attributes_ = 0;
  std::size_t entities_ = 0;
  std::size_t overflow_ = 0;    // tags of formatting left out because too many are open
  std::size_t open_links_ = 0;  // `<a` without `</a>`
  Tag skipped_ = Tag::kText;    // the element whose content is being skipped
  bool is_link_written_ = false;
  bool is_json_ld_ = false;
};

}  // namespace

base::Result<TamedMarkup> tame_markup(std::string_view html, const MarkupLimits& limits) {
  return Tamer(html, limits).run();
}

}  // namespace pressoir::extract::html
