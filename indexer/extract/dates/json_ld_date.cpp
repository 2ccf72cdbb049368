// datePublished of the JSON-LD of a page.
#include <algorithm>
#include <array>
#include <boost/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/base/utf8.hpp"
#include "indexer/extract/dates/date_finder.hpp"
#include "indexer/extract/dates/written_date.hpp"

namespace pressoir::extract::dates {
namespace {

namespace json = boost::json;

// Limits against hostile pages.
constexpr std::size_t kMaxScriptBytes = 1u << 20;
constexpr std::size_t kMaxNodes = 10000;

// Members that describe other pages than this one.
constexpr std::array<std::string_view, 9> kOtherPages = {
    "itemListElement", "comment",         "isPartOf", "hasPart", "mentions",
    "relatedLink",     "significantLink", "review",   "citation"};

// Types whose date is the text's own rather than that of the page or the site around it.
constexpr std::array<std::string_view, 8> kArticleTypes = {
    "Article",      "NewsArticle",          "BlogPosting", "Report",
    "PressRelease", "ReportageNewsArticle", "TechArticle", "SpecialAnnouncement"};

// JSON as pages write it: raw line ends inside strings, wrapped in a comment or a CDATA section.
std::string cleaned(std::string_view script) {
  const std::size_t first = script.find_first_of("{[");
  const std::size_t last = script.find_last_of("}]");
  if (first == std::string_view::npos || last == std::string_view::npos || last < first) return {};
  // `<![CDATA[` opens with a bracket of its own.
  const std::size_t cdata = script.find("<![CDATA[");
  const std::size_t begin = cdata < first ? script.find_first_of("{[", cdata + 9) : first;
  const std::size_t end = cdata < first ? script.rfind('}') : last;
  if (begin == std::string_view::npos || end == std::string_view::npos || end < begin) return {};
  std::string text(script.substr(begin, end - begin + 1));
  std::ranges::replace_if(
      text, [](char c) { return static_cast<unsigned char>(c) < 0x20; }, ' ');
  return text;
}

bool is_article(const json::object& object) {
  const json::value* type = object.if_contains("@type");
  if (type == nullptr) return false;
  const auto names_article = [](const json::value& value) {
    const json::string* name = value.if_string();
    return name != nullptr && base::is_one_of(*name, kArticleTypes);
  };
  if (type->is_array()) return std::ranges::any_of(type->get_array(), names_article);
  return names_article(*type);
}

base::Date published(const json::object& object, base::Date latest) {
  const json::value* value = object.if_contains("datePublished");
  const json::string* text = value == nullptr ? nullptr : value->if_string();
  const base::Date date = text == nullptr ? base::Date{} : read_machine_date(*text);
  return is_possible(date, latest) ? date : base::Date{};
}

// Puts the children of a value on the list of those to visit.
void push_children(const json::value& value, std::vector<const json::value*>& pending) {
  if (const json::array* array = value.if_array()) {
    for (auto item = array->rbegin(); item != array->rend(); ++item) pending.push_back(&*item);
  }
  if (const json::object* object = value.if_object()) {
    for (const auto& member : *object) {
      const bool is_other = base::is_one_of(member.key(), kOtherPages);
      if (!is_other && member.value().is_structured()) pending.push_back(&member.value());
    }
  }
}

DateClue script_clue(const json::value& root, base::Date latest) {
  DateClue clue;
  std::vector<const json::value*> pending = {&root};
  for (std::size_t seen = 0; !pending.empty() && seen < kMaxNodes; ++seen) {
    const json::value& value = *pending.back();
    pending.pop_back();
    const json::object* object = value.if_object();
    if (const base::Date date = object == nullptr ? base::Date{} : published(*object, latest)) {
      if (is_article(*object)) return {date, Plainness::kPlain};
      if (clue.plainness == Plainness::kNone) clue = {date, Plainness::kPlain};
    }
    push_children(value, pending);
  }
  return clue;
}

}  // namespace

// More lenient than read_json_ld: a date is worth reading from scripts that are not quite JSON.
DateClue json_ld_clue(const std::vector<std::string>& scripts, base::Date latest) {
  json::parse_options options;
  options.allow_comments = true;
  options.allow_trailing_commas = true;
  options.allow_invalid_utf8 = true;
  for (const std::string& script : scripts) {
    if (script.size() > kMaxScriptBytes) continue;
    json::error_code error;
    const json::value root = json::parse(cleaned(script), error, {}, options);
    if (error) continue;
    const DateClue clue = script_clue(root, latest);
    if (clue.plainness != Plainness::kNone) return clue;
  }
  return {};
}

}  // namespace pressoir::extract::dates
