// The element types of HTML that the extraction tells apart. Their order matters: is_heading,
// is_block and is_void are ranges of it. Every function may be called from any thread.
#pragma once

#include <cstdint>
#include <string_view>

namespace pressoir::extract::html {

enum class Tag : std::uint8_t {
  kText,   // a run of text, no element
  kOther,  // any element that has no name here; inline
  // The frame of the page.
  kHtml,
  kHead,
  kBody,
  kTitle,
  kMeta,
  kLink,
  kBase,
  kFrameset,
  kFrame,
  kNoframes,
  // Not shown.
  kScript,
  kStyle,
  kTemplate,
  kNoscript,
  kIframe,
  kNoembed,
  kObject,
  kSvg,
  kMath,
  kPlaintext,
  kXmp,
  // Sections.
  kMain,
  kArticle,
  kSection,
  kAside,
  kNav,
  kHeader,
  kFooter,
  kDialog,
  // Blocks.
  kH1,
  kH2,
  kH3,
  kH4,
  kH5,
  kH6,
  kParagraph,
  kDiv,
  kAddress,
  kBlockquote,
  kPre,
  kCenter,
  kDetails,
  kSummary,
  kFigure,
  kFigcaption,
  kFieldset,
  kList,
  kListItem,
  kDefinitionList,
  kTerm,
  kDefinition,
  kTable,
  kCaption,
  kTableSection,
  kRow,
  kCell,
  kForm,
  // Inside blocks.
  kAnchor,
  kFormatting,
  kSpan,
  kTime,
  kLegend,
  kLabel,
  kButton,
  kSelect,
  kOption,
  kTextarea,
  // Without content.
  kBreak,
  kRule,
  kImage,
  kInput,
  kVoid,
};

// The type of the element with this name, in any case: `H1`; kOther for an unknown one.
Tag tag_from_name(std::string_view name) noexcept;

// The usual name of an element of this type: `ul` for any list, `element` for a type without name.
std::string_view name_of(Tag tag) noexcept;

// h1 to h6.
constexpr bool is_heading(Tag tag) noexcept {
  return tag >= Tag::kH1 && tag <= Tag::kH6;
}

// Starts on a line of its own; everything else runs on in the line.
constexpr bool is_block(Tag tag) noexcept {
  return (tag >= Tag::kMain && tag <= Tag::kForm) || tag == Tag::kBody || tag == Tag::kHtml ||
         tag == Tag::kLegend || tag == Tag::kRule;
}

// Has no end tag: the void elements of the standard, and old ones such as <keygen>.
constexpr bool is_void(Tag tag) noexcept {
  return tag >= Tag::kBreak || tag == Tag::kMeta || tag == Tag::kLink || tag == Tag::kBase ||
         tag == Tag::kFrame;
}

// Contains text that is not read as mark-up, up to its end tag (RCDATA and raw text of the
// standard).
constexpr bool is_raw_text(Tag tag) noexcept {
  return tag == Tag::kScript || tag == Tag::kStyle || tag == Tag::kIframe || tag == Tag::kNoembed ||
         tag == Tag::kTitle || tag == Tag::kTextarea || tag == Tag::kXmp;
}

}  // namespace pressoir::extract::html
