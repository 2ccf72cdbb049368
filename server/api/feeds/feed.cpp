#include "server/api/feeds/feed.hpp"

#include <algorithm>

#include "indexer/base/url.hpp"
#include "indexer/base/utf8.hpp"
#include "server/links/filters.hpp"
#include "server/links/link.hpp"
#include "server/wording/terms.hpp"
#include "server/wording/typography.hpp"

namespace pressoir::api::feeds {
namespace {

constexpr std::size_t kMaxTitleQueryBytes = 200;  // feed readers show one line

std::string text_of(const std::vector<search::snippet::Fragment>& fragments) {
  std::string text;
  for (const search::snippet::Fragment& fragment : fragments) text += fragment.text;
  return text;
}

// A pasted paragraph is a valid query, but not a title.
std::string shortened(const std::string& q) {
  if (q.size() <= kMaxTitleQueryBytes) return q;
  return std::string(base::clip_utf8(q, kMaxTitleQueryBytes)) + "…";
}

}  // namespace

// Only facets with a filter: their selected values are listed with their labels, whatever
// facet_size.
query::SearchRequest feed_request(query::SearchRequest asked) {
  asked.sort = query::Sort::kFirstIndexed;
  asked.facet_size = 1;
  asked.date_facet = false;
  for (const base::Facet facet : base::kFacets) {
    const auto i = static_cast<std::size_t>(facet);
    asked.facets[i] = !asked.filters[i].any_of.empty();
  }
  return asked;
}

std::string feed_title(const FeedPage& page) {
  std::string title;
  const auto add = [&](std::string_view part) {
    title += title.empty() ? "" : ", ";
    title += part;
  };
  if (!page.asked.q.empty()) add(wording::in_guillemets(shortened(page.asked.q)));
  for (const links::FilterTag& tag : links::filter_tags(page.asked, page.results)) add(tag.text);
  if (title.empty()) title = "derniers textes ajoutés";
  return "Pressoir" + std::string(wording::kNoBreakSpace) + ": " + title;
}

// From the address without its host: the same archive at two addresses is one feed.
std::string feed_id(const FeedPage& page) {
  return base::uuid_urn(links::search_href(links::question_of(page.asked)));
}

std::string entry_id(const search::Hit& hit) {
  return base::uuid_urn(hit.document.url);
}

// `count` and `start` are not part of the question, so that feed_href leaves them out.
std::string feed_address(const FeedPage& page, std::string_view format, std::uint32_t start) {
  std::string address = page.base_url + links::feed_href(format, page.asked);
  const auto add = [&](std::string_view name, const std::string& value) {
    address += address.find('?') == std::string::npos ? '?' : '&';
    address.append(name).append("=").append(value);
  };
  const std::string count = std::to_string(page.asked.count);
  if (count != kDefaultCount) add("count", count);
  if (start != 0) add("start", std::to_string(start));
  return address;
}

std::string search_address(const FeedPage& page) {
  const auto question = links::question_of(page.asked);
  return page.base_url + links::search_href(links::with(question, &query::SearchRequest::sort,
                                                        query::Sort::kFirstIndexed));
}

std::string document_address(const FeedPage& page, const search::Hit& hit) {
  return page.base_url + links::document_href(hit.document.id, "");
}

// `file:` addresses of a harvest lead nowhere for a reader.
std::string_view original_address(const search::Hit& hit) noexcept {
  const std::string_view url = hit.document.url;
  return url.starts_with("https://") || url.starts_with("http://") ? url : std::string_view();
}

std::uint32_t previous_start(const FeedPage& page) noexcept {
  return page.asked.start - std::min(page.asked.start, page.asked.count);
}

// In 64 bits: `start` may be the largest number that the parser accepts.
std::uint32_t next_start(const FeedPage& page) noexcept {
  const std::uint64_t next = std::uint64_t{page.asked.start} + page.asked.count;
  return next < page.results.total ? static_cast<std::uint32_t>(next) : page.asked.start;
}

// Feed readers show a title as one line, and reject an empty one.
std::string entry_title(const search::Hit& hit) {
  const std::string title = base::one_line(text_of(hit.title));
  return title.empty() ? std::string(wording::kNoTitle) : title;
}

std::string entry_passage(const search::Hit& hit) {
  return text_of(in_one_line(hit.snippet));
}

// None for an entry of unknown origin: then the author of the feed counts (RFC 4287,
// section 4.2.1).
std::vector<FeedAuthor> entry_authors(const FeedPage& page, const search::Hit& hit) {
  std::vector<FeedAuthor> authors;
  for (const base::Minister& minister : hit.document.ministers) {
    if (minister.role == base::Role::kMentioned) continue;
    authors.push_back({minister.name, page.base_url + links::minister_href(minister.id)});
  }
  const std::string& source = hit.document.source;
  if (authors.empty() && !source.empty()) authors.push_back({source, ""});
  return authors;
}

std::int64_t newest_entry(const FeedPage& page) noexcept {
  return page.results.hits.empty() ? 0 : page.results.hits.front().document.first_indexed;
}

}  // namespace pressoir::api::feeds
