#include "indexer/extract/extractor.hpp"

#include "indexer/base/url.hpp"
#include "indexer/base/utf8.hpp"
#include "indexer/extract/content/blocks.hpp"
#include "indexer/extract/content/page_reader.hpp"
#include "indexer/extract/content/title.hpp"
#include "indexer/extract/dates/date_finder.hpp"
#include "indexer/extract/facts/page_facts.hpp"
#include "indexer/extract/html/decode.hpp"
#include "indexer/extract/html/html_tree.hpp"
#include "indexer/extract/topics/topics.hpp"
#include "indexer/text/analyzer.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

namespace pressoir::extract {
namespace {

using base::Document;
using base::Errc;
using base::Error;
using base::Result;

Result<html::HtmlTree> parse_html(std::string html, const ExtractLimits& limits) {
  html::MarkupLimits markup_limits;
  markup_limits.max_depth = limits.max_depth;
  return html::HtmlTree::parse(std::move(html), markup_limits);
}

bool is_web_address(std::string_view url) {
  return url.starts_with("http://") || url.starts_with("https://");
}

// The path and the query of an address that names its host.
std::string_view path_of(std::string_view url) {
  const std::size_t host = url.find("://");
  if (host == std::string_view::npos) return url;
  const std::size_t path = url.find('/', host + 3);
  return path == std::string_view::npos ? std::string_view("/") : url.substr(path);
}

// What the page's addresses are relative to: its <base>, itself perhaps relative.
std::string base_of(const facts::PageFacts& facts, const std::string& url) {
  if (facts.base_href.empty()) return url;
  const auto base = base::resolve_url(url, facts.base_href);
  return base && is_web_address(*base) ? *base : url;
}

// An address that readers do not reach: of the machine that the page was made on, or of a web archive,
// which has the address that it kept after an instant of 14 digits.
bool is_elsewhere(const std::string& url) {
  constexpr auto kLocal =
      std::to_array<std::string_view>({"localhost", "127.0.0.1", "[::1]", "0.0.0.0"});
  if (base::is_one_of(base::url_host(url), kLocal)) return true;
  const std::size_t kept = url.find("/http", url.find("://") + 3);
  if (kept == std::string::npos) return false;
  const std::size_t segment = url.rfind('/', kept - 1);
  const std::size_t digits = url.find_first_not_of("0123456789", segment + 1) - (segment + 1);
  return digits == 14;
}

// `/`, `/index.html`: the home page, by the name of its file.
bool is_home_file(std::string_view path) {
  constexpr auto kHomeFiles =
      std::to_array<std::string_view>({"/index.html", "/index.htm", "/index.php", "/default.aspx"});
  return path == "/" || base::is_one_of(path, kHomeFiles);
}

// The canonical address that the page names, unless it names the home page of its site for every
// page; else the address at which it was found.
Result<std::string> choose_url(const facts::PageFacts& facts, const std::string& fallback_url) {
  auto fallback = base::canonical_url(fallback_url);
  std::string_view named = facts.canonical;
  for (const auto& [name, content] : facts.metas) {
    if (named.empty() && name == "og:url") named = content;
  }
  if (named.empty()) return fallback;
  const bool has_base = fallback.has_value() && is_web_address(*fallback);
  const auto canonical = has_base ? base::resolve_url(base_of(facts, *fallback), named)
                                  : base::canonical_url(named);
  if (canonical.has_error() || !is_web_address(*canonical) || is_elsewhere(*canonical)) {
    return fallback;
  }
  const bool is_home = path_of(*canonical) == "/";
  if (is_home && fallback.has_value() && !is_home_file(path_of(*fallback))) return fallback;
  return *canonical;
}

// A page with the tree that it was read from.
struct OpenPage {
  html::HtmlTree tree;
  content::PageContent reading;
  Draft draft;
};

// Takes the facts out of the reading; the blocks stay there.
OpenPage open(html::HtmlTree&& tree, content::PageContent&& reading, std::string&& url) {
  OpenPage page{std::move(tree), std::move(reading), {}};
  page.draft.facts = std::move(page.reading.facts);
  page.draft.facts.url = std::move(url);
  page.draft.facts.text = content::join_blocks(page.reading.blocks, page.draft.facts.blocks);
  return page;
}

// A page that loads itself again is no redirection.
bool sends_elsewhere(const content::PageContent& reading, const std::string& own_url) {
  if (reading.sends_on_to.empty()) return false;
  const auto own = base::canonical_url(own_url);
  if (own.has_error() || !is_web_address(*own)) return true;
  const auto target = base::resolve_url(*own, reading.sends_on_to);
  return target.has_error() || *target != *own;
}

void set_fingerprint(base::Date date, OpenPage& page) {
  page.draft.fingerprint =
      content::fingerprint_of(page.draft.facts, page.reading.layout, date.year);
}

// The time that a page may take, from now on.
class Deadline {
 public:
  explicit Deadline(std::chrono::milliseconds time) : time_(time), end_(Clock::now() + time) {}

  Result<void> check() const {
    if (Clock::now() < end_) return {};
    return Error{Errc::kTooSlow, fmt::format("the page was not read in {} ms", time_.count())};
  }

 private:
  using Clock = std::chrono::steady_clock;
  std::chrono::milliseconds time_;
  Clock::time_point end_;
};

// The deadline is looked at between steps only: each is linear and bounded by the limits of the
// mark-up.
Result<OpenPage> open_page(const Page& page, const ExtractLimits& limits) {
  if (page.bytes.size() > limits.max_page_bytes) {
    return Error{Errc::kTooLarge, fmt::format("the page has {} bytes, more than {}",
                                              page.bytes.size(), limits.max_page_bytes)};
  }
  if (page.bytes.empty()) return Error{Errc::kEmpty, "the page has 0 bytes"};
  const Deadline deadline(limits.max_time);
  auto decoded = html::decode_utf8(page.bytes, page.charset);
  if (decoded.has_error()) return decoded.error();
  auto tree = parse_html(std::move(decoded->text), limits);
  if (tree.has_error()) return tree.error();
  if (tree->tag_count() == 0) return Error{Errc::kNotHtml, "the page holds no tag"};
  if (auto in_time = deadline.check(); !in_time) return in_time.error();
  content::PageContent reading = content::read_page(*tree);
  if (auto in_time = deadline.check(); !in_time) return in_time.error();
  if (sends_elsewhere(reading, page.fallback_url)) {
    return Error{Errc::kEmpty, fmt::format("the page only leads to {}", reading.sends_on_to)};
  }
  auto url = choose_url(reading.facts, page.fallback_url);
  if (url.has_error()) return url.error();
  OpenPage opened = open(std::move(*tree), std::move(reading), std::move(*url));
  opened.draft.captured = page.captured ? page.captured : limits.captured;
  opened.draft.date = dates::find_date(opened.draft.facts, opened.draft.captured);
  if (!opened.tree.is_fragment()) set_fingerprint(opened.draft.date.date, opened);
  return opened;
}

// The html of a record.
Result<OpenPage> open_record(const Document& given, const std::string& html,
                             base::Date captured, const ExtractLimits& limits) {
  auto url = base::canonical_url(given.url);
  if (url.has_error()) return url.error();
  if (html.size() + given.text.size() > limits.max_page_bytes) {
    return Error{Errc::kTooLarge,
                 fmt::format("the record's text has more than {} bytes", limits.max_page_bytes)};
  }
  auto tree = parse_html(text::to_nfc(html), limits);
  if (tree.has_error()) return tree.error();
  OpenPage opened = open(std::move(*tree), content::read_page(*tree), std::move(*url));
  opened.draft.captured = captured ? captured : limits.captured;
  if (!opened.tree.is_fragment()) {
    const bool is_dated = static_cast<bool>(given.date);
    set_fingerprint(
        is_dated ? given.date : dates::find_date(opened.draft.facts, opened.draft.captured).date,
        opened);
  }
  return opened;
}

// The same steps as finish(), on the blocks that are still known.
Explanation explain_open(OpenPage& page, const content::Repetition& repetition) {
  facts::PageFacts& facts = page.draft.facts;
  const std::vector<content::Region> regions =
      content::find_repetition(facts, page.draft.fingerprint, repetition);
  if (!regions.empty()) {
    content::leave_out(regions, facts.text, facts.blocks);
    content::leave_out(regions, page.reading.blocks, page.reading.left_out);
  }
  return {facts.url, content::choose_title(facts),
          content::explain_blocks(page.tree, page.reading)};
}

// A page's date is decided while its tree is there; a record may bring one, which is never
// overruled.
void set_date(const dates::DateFinding& found, Document& document) {
  document.date = found.date;
  document.date_source = found.source;
  document.date_confidence = found.confidence;
  document.date_conflict = found.has_conflict;
}

// A date that cannot be is kept, since it may be a slip of one digit, and marked.
void mark_given_date(base::Date captured, Document& document) {
  if (document.date_source == base::DateSource::kNone) {
    document.date_source = base::DateSource::kGiven;
    document.date_confidence = base::Confidence::kHigh;
  }
  const bool is_given = document.date_source == base::DateSource::kGiven;
  if (!is_given || base::is_plausible(document.date, captured)) return;
  document.date_conflict = true;
  document.date_confidence = base::Confidence::kLow;
}

// The host of the address; of a page that stands in a folder, the name that its site gives itself.
std::string find_source(const facts::PageFacts& facts) {
  std::string source = base::url_host(facts.url);
  for (const auto& [name, content] : facts.metas) {
    if (source.empty() && name == "og:site_name") source = content;
  }
  return source.empty() ? facts::read_json_ld(facts.json_ld).site_name : source;
}

// Not guessed for an undated document; a partial date has a government only if one was in office
// all through it.
void set_government(const gazetteer::Gazetteer& gazetteer, Document& document) {
  if (!document.government.empty() || !document.date) return;
  const gazetteer::Government* government = gazetteer.government_at(document.date);
  if (government != nullptr) document.government = government->id;
}

std::string join_lines(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) text += line + '\n';
  return text;
}

// Who the page's attributes and JSON-LD say wrote it, one name a line.
std::string bylines(const facts::PageFacts& facts) {
  constexpr std::array<std::string_view, 6> kAuthorMetas = {
      "author", "article:author", "dc.creator", "dcterms.creator", "dc.contributor", "dc.author"};
  std::string lines = join_lines(facts::read_json_ld(facts.json_ld).authors);
  for (const auto& [name, content] : facts.metas) {
    if (std::ranges::find(kAuthorMetas, name) != kAuthorMetas.end()) lines += content + '\n';
  }
  return lines;
}

// The facts of a record that came without html, or whose html is a fragment: its own fields.
// A record without html is read as if its own title and text were a page without mark-up, so that
// type, themes and ministers follow the same rules.
void add_given_facts(const Document& given, facts::PageFacts& facts) {
  facts.url = given.url;
  if (!given.title.empty()) facts.heading = given.title;
  if (given.text.empty()) return;
  facts.is_list_of_links = false;
  facts.text = given.text;
  facts.blocks = given.blocks;
}

// A text that a record gives is kept as it is, line by line, and the blocks of its html are not.
void set_text(Document& document, facts::PageFacts& facts) {
  if (document.text.empty()) {
    document.text = facts.text;
    document.blocks = facts.blocks;
  } else {
    document.text = content::split_lines(document.text, document.blocks);
    facts.text = document.text;
    facts.blocks = document.blocks;
  }
}

// On the date; of a partial date on one of its days, even when the office is then not one and the
// same, and empty.
bool is_in_office(const base::Minister& person, base::Date date,
                  const gazetteer::Gazetteer& gazetteer) {
  if (!person.office.empty()) return true;
  if (!date) return false;
  const base::Date first = base::first_day(date);
  const base::Date last = base::last_day(date);
  return std::ranges::any_of(gazetteer.offices_of(person.id), [&](const auto& office) {
    const bool has_begun = base::first_day(office.first_day) <= last;
    return has_begun && (!office.last_day || base::last_day(office.last_day) >= first);
  });
}

// Those in office are ministers, unless a record gives these; everybody else is one of the others.
void add_people(std::vector<base::Minister> found, const gazetteer::Gazetteer& gazetteer,
                Document& document) {
  const bool are_given = !document.ministers.empty();
  for (base::Minister& person : found) {
    const auto is_same = [&](const base::Minister& other) { return other.id == person.id; };
    if (std::ranges::any_of(document.ministers, is_same)) continue;
    const bool is_minister = !are_given && is_in_office(person, document.date, gazetteer);
    (is_minister ? document.ministers : document.others).push_back(std::move(person));
  }
}

}  // namespace

Extractor::Extractor(const gazetteer::Gazetteer& gazetteer, const gazetteer::Themes& themes,
                     const ExtractLimits& limits)
    : gazetteer_(&gazetteer), themes_(&themes), ministers_(gazetteer), limits_(limits) {}

// What a record gives beats what the page says, and that beats what its words tell.
void Extractor::set_themes(const facts::PageFacts& facts, Document& document) const {
  if (!document.themes.empty()) return;
  if (document.theme_labels.empty()) {
    topics::ThemeFinding found = topics::find_themes(facts, themes_->table);
    document.themes = std::move(found.paths);
    document.theme_labels = std::move(found.labels);
  } else {
    document.themes = topics::map_themes(document.theme_labels, themes_->table);
  }
  if (!document.themes.empty()) {
    document.themes_inferred = false;
    return;
  }
  if (facts.is_list_of_links) return;  // a menu is about everything
  document.themes = themes_->classifier.infer(document.title, document.text);
  document.themes_inferred = !document.themes.empty();
}

std::vector<base::Minister> Extractor::find_ministers(const Document& document,
                                                      const facts::PageFacts& facts) const {
  const std::string labels = join_lines(facts.turn_labels);
  const std::string byline = bylines(facts);
  return ministers_.find(
      {.title = document.title, .text = document.text, .byline = byline, .labels = labels},
      document.date);
}

Result<Draft> Extractor::draft(const Page& page) const {
  auto opened = open_page(page, limits_);
  if (opened.has_error()) return opened.error();
  return std::move(opened->draft);
}

Result<Draft> Extractor::draft(Document given, const std::string& html,
                               base::Date captured) const {
  auto opened = open_record(given, html, captured, limits_);
  if (opened.has_error()) return opened.error();
  opened->draft.given = std::move(given);
  return std::move(opened->draft);
}

// What is empty is rejected only here: a page may consist of chrome that recurs, which its draft
// cannot know.
Result<Document> Extractor::finish(Draft draft, const content::Repetition& repetition) const {
  facts::PageFacts& facts = draft.facts;
  const std::vector<content::Region> regions =
      content::find_repetition(facts, draft.fingerprint, repetition);
  if (!regions.empty()) content::leave_out(regions, facts.text, facts.blocks);
  Document document = draft.given ? finish_record(std::move(draft)) : finish_page(std::move(draft));
  if (document.title.empty() && document.text.empty()) {
    return Error{Errc::kEmpty, "the page has neither title nor text"};
  }
  return document;
}

// The order matters: ministers depend on the date, the type on the title, guessed themes on both
// title and text.
Document Extractor::finish_page(Draft draft) const {
  facts::PageFacts& facts = draft.facts;
  Document document;
  document.url = facts.url;
  document.id = base::document_id(document.url);
  document.source = find_source(facts);
  document.title = content::choose_title(facts);
  set_date(draft.date, document);
  document.type = topics::find_document_type(facts, document.title);
  document.text = std::move(facts.text);
  document.blocks = std::move(facts.blocks);
  set_themes(facts, document);
  add_people(find_ministers(document, facts), *gazetteer_, document);
  set_government(*gazetteer_, document);
  return document;
}

// What the record gives is completed, never replaced. Ministers that it gives by name or id get
// what the gazetteer knows of them; only a record without any has its text searched.
Document Extractor::finish_record(Draft draft) const {
  Document given = std::move(*draft.given);
  facts::PageFacts& facts = draft.facts;
  given.url = facts.url;
  given.id = base::document_id(given.url);
  given.title = text::to_nfc(given.title);
  set_text(given, facts);
  add_given_facts(given, facts);
  if (given.title.empty()) given.title = content::choose_title(facts);
  if (given.source.empty()) given.source = find_source(facts);
  if (!given.date) {
    set_date(dates::find_date(facts, draft.captured), given);
  } else {
    mark_given_date(draft.captured, given);
  }
  if (given.type.empty()) given.type = topics::find_document_type(facts, given.title);
  set_themes(facts, given);
  for (base::Minister& minister : given.ministers) {
    minister = ministers_.resolve(std::move(minister), given.date);
  }
  add_people(find_ministers(given, facts), *gazetteer_, given);
  set_government(*gazetteer_, given);
  return given;
}

Result<Document> Extractor::extract(const Page& page) const {
  Result<Draft> read = draft(page);
  if (!read) return read.error();
  return finish(std::move(*read), {});
}

Result<Document> Extractor::complete(Document given, const std::string& html) const {
  Result<Draft> read = draft(std::move(given), html);
  if (!read) return read.error();
  return finish(std::move(*read), {});
}

Result<Explanation> Extractor::explain(const Page& page,
                                       const content::Repetition& repetition) const {
  auto opened = open_page(page, limits_);
  if (opened.has_error()) return opened.error();
  return explain_open(*opened, repetition);
}

Result<Explanation> Extractor::explain(const Document& given, const std::string& html,
                                       const content::Repetition& repetition) const {
  auto opened = open_record(given, html, {}, limits_);
  if (opened.has_error()) return opened.error();
  return explain_open(*opened, repetition);
}

}  // namespace pressoir::extract
