#include "indexer/base/document.hpp"

namespace pressoir::base {

std::string_view to_string(DateSource source) noexcept {
  switch (source) {
    case DateSource::kNone:
      return "none";
    case DateSource::kGiven:
      return "given";
    case DateSource::kJsonLd:
      return "json_ld";
    case DateSource::kMeta:
      return "meta";
    case DateSource::kTitle:
      return "title";
    case DateSource::kTimeElement:
      return "time_element";
    case DateSource::kVisibleLine:
      return "visible_line";
    case DateSource::kDateline:
      return "dateline";
    case DateSource::kUrl:
      return "url";
  }
  return "none";
}

std::string_view to_string(Confidence confidence) noexcept {
  switch (confidence) {
    case Confidence::kNone:
      return "none";
    case Confidence::kLow:
      return "low";
    case Confidence::kMedium:
      return "medium";
    case Confidence::kHigh:
      return "high";
  }
  return "none";
}

std::string_view to_string(Role role) noexcept {
  switch (role) {
    case Role::kMentioned:
      return "mentioned";
    case Role::kAuthor:
      return "author";
    case Role::kSpeaker:
      return "speaker";
  }
  return "mentioned";
}

std::string_view to_string(BlockKind kind) noexcept {
  switch (kind) {
    case BlockKind::kParagraph:
      return "paragraph";
    case BlockKind::kHeading:
      return "heading";
    case BlockKind::kListItem:
      return "list_item";
    case BlockKind::kTableCell:
      return "table_cell";
    case BlockKind::kCaption:
      return "caption";
    case BlockKind::kQuote:
      return "quote";
    case BlockKind::kTurn:
      return "turn";
  }
  return "paragraph";
}

Role role_from_string(std::string_view word) noexcept {
  if (word == "speaker") return Role::kSpeaker;
  if (word == "author") return Role::kAuthor;
  return Role::kMentioned;
}

}  // namespace pressoir::base
