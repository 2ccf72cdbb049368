#include "indexer/extract/html/tag.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

#include "indexer/base/utf8.hpp"

namespace pressoir::extract::html {
namespace {

struct NamedTag {
  std::string_view name;
  Tag tag;
};

// By name. Elements that only change the look (`b`, `font`…) are one type.
constexpr auto kTags = std::to_array<NamedTag>({
    {"a", Tag::kAnchor},
    {"address", Tag::kAddress},
    {"applet", Tag::kObject},
    {"area", Tag::kVoid},
    {"article", Tag::kArticle},
    {"aside", Tag::kAside},
    {"b", Tag::kFormatting},
    {"base", Tag::kBase},
    {"basefont", Tag::kVoid},
    {"bgsound", Tag::kVoid},
    {"big", Tag::kFormatting},
    {"blockquote", Tag::kBlockquote},
    {"body", Tag::kBody},
    {"br", Tag::kBreak},
    {"button", Tag::kButton},
    {"caption", Tag::kCaption},
    {"center", Tag::kCenter},
    {"code", Tag::kFormatting},
    {"col", Tag::kVoid},
    {"dd", Tag::kDefinition},
    {"details", Tag::kDetails},
    {"dialog", Tag::kDialog},
    {"dir", Tag::kList},
    {"div", Tag::kDiv},
    {"dl", Tag::kDefinitionList},
    {"dt", Tag::kTerm},
    {"em", Tag::kFormatting},
    {"embed", Tag::kVoid},
    {"fieldset", Tag::kFieldset},
    {"figcaption", Tag::kFigcaption},
    {"figure", Tag::kFigure},
    {"font", Tag::kFormatting},
    {"footer", Tag::kFooter},
    {"form", Tag::kForm},
    {"frame", Tag::kFrame},
    {"frameset", Tag::kFrameset},
    {"h1", Tag::kH1},
    {"h2", Tag::kH2},
    {"h3", Tag::kH3},
    {"h4", Tag::kH4},
    {"h5", Tag::kH5},
    {"h6", Tag::kH6},
    {"head", Tag::kHead},
    {"header", Tag::kHeader},
    {"hgroup", Tag::kDiv},
    {"hr", Tag::kRule},
    {"html", Tag::kHtml},
    {"i", Tag::kFormatting},
    {"iframe", Tag::kIframe},
    {"image", Tag::kImage},
    {"img", Tag::kImage},
    {"input", Tag::kInput},
    {"keygen", Tag::kVoid},
    {"label", Tag::kLabel},
    {"legend", Tag::kLegend},
    {"li", Tag::kListItem},
    {"link", Tag::kLink},
    {"listing", Tag::kPre},
    {"main", Tag::kMain},
    {"marquee", Tag::kObject},
    {"math", Tag::kMath},
    {"menu", Tag::kList},
    {"meta", Tag::kMeta},
    {"nav", Tag::kNav},
    {"nobr", Tag::kFormatting},
    {"noembed", Tag::kNoembed},
    {"noframes", Tag::kNoframes},
    {"noscript", Tag::kNoscript},
    {"object", Tag::kObject},
    {"ol", Tag::kList},
    {"optgroup", Tag::kOption},
    {"option", Tag::kOption},
    {"p", Tag::kParagraph},
    {"param", Tag::kVoid},
    {"plaintext", Tag::kPlaintext},
    {"pre", Tag::kPre},
    {"s", Tag::kFormatting},
    {"script", Tag::kScript},
    {"search", Tag::kNav},
    {"section", Tag::kSection},
    {"select", Tag::kSelect},
    {"small", Tag::kFormatting},
    {"source", Tag::kVoid},
    {"span", Tag::kSpan},
    {"strike", Tag::kFormatting},
    {"strong", Tag::kFormatting},
    {"style", Tag::kStyle},
    {"summary", Tag::kSummary},
    {"svg", Tag::kSvg},
    {"table", Tag::kTable},
    {"tbody", Tag::kTableSection},
    {"td", Tag::kCell},
    {"template", Tag::kTemplate},
    {"textarea", Tag::kTextarea},
    {"tfoot", Tag::kTableSection},
    {"th", Tag::kCell},
    {"thead", Tag::kTableSection},
    {"time", Tag::kTime},
    {"title", Tag::kTitle},
    {"tr", Tag::kRow},
    {"track", Tag::kVoid},
    {"tt", Tag::kFormatting},
    {"u", Tag::kFormatting},
    {"ul", Tag::kList},
    {"wbr", Tag::kVoid},
    {"xmp", Tag::kXmp},
});

constexpr std::size_t kLongestName = 10;

}  // namespace

// Called for each tag of a page: no allocation, and a binary search of names that are sorted.
Tag tag_from_name(std::string_view name) noexcept {
  if (name.size() > kLongestName) return Tag::kOther;
  std::array<char, kLongestName> lower{};
  std::ranges::transform(name, lower.begin(), base::lower_ascii);
  const std::string_view wanted(lower.data(), name.size());
  const auto* found = std::ranges::lower_bound(kTags, wanted, {}, &NamedTag::name);
  return found != kTags.end() && found->name == wanted ? found->tag : Tag::kOther;
}

std::string_view name_of(Tag tag) noexcept {
  if (tag == Tag::kList) return "ul";
  const auto* found = std::ranges::find(kTags, tag, &NamedTag::tag);
  return found == kTags.end() ? std::string_view("element") : found->name;
}

}  // namespace pressoir::extract::html
