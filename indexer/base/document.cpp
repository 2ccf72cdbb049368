#include "indexer/base/document.hpp"

#include <algorithm>

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

std::string_view to_string(MinisterEvidence evidence) noexcept {
  switch (evidence) {
    case MinisterEvidence::kGiven:
      return "given";
    case MinisterEvidence::kTitle:
      return "title";
    case MinisterEvidence::kByline:
      return "byline";
    case MinisterEvidence::kTranscript:
      return "transcript";
    case MinisterEvidence::kSignature:
      return "signature";
    case MinisterEvidence::kText:
      return "text";
    case MinisterEvidence::kOffice:
      return "office";
    case MinisterEvidence::kLineage:
      return "lineage";
  }
  return "given";
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

std::vector<std::string> lineages_of(const Document& document) {
  const bool has_voice = std::ranges::any_of(document.ministers, [](const Minister& one) {
    return one.role != Role::kMentioned && !one.lineage.empty();
  });
  std::vector<std::string> lineages;
  for (const Minister& minister : document.ministers) {
    const bool counts = !has_voice || minister.role != Role::kMentioned;
    if (!counts || minister.lineage.empty()) continue;
    if (std::ranges::find(lineages, minister.lineage) == lineages.end()) {
      lineages.push_back(minister.lineage);
    }
  }
  return lineages;
}

}  // namespace pressoir::base
