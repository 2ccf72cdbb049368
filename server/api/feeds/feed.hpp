// Feeds: a query that a reader subscribes to. Its documents are the entries, those that entered the
// archive last first. This header has what the formats share, then the formats: Atom (RFC 4287,
// with the response elements of OpenSearch 1.1, paging links of RFC 5005 and the document's date as
// Dublin Core's) and JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/). Pure functions, any
// thread.
//
// The bytes of a feed depend on the matching documents alone: a commit of other documents leaves
// its entity tag as it was, so that feed readers download nothing.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "server/query/request.hpp"
#include "server/search/results.hpp"

namespace pressoir::api::feeds {

// One page of a feed.
struct FeedPage {
  query::SearchRequest asked;     // made by feed_request
  search::SearchResults results;  // of `asked`
  std::string base_url;           // the address of `/` for clients, without the last slash
};

// Entries of a page when `count` is absent.
inline constexpr std::string_view kDefaultCount = "20";

// The request to search for a feed: in the order of a feed, with snippets, and with those facets
// that give the filters their names.
query::SearchRequest feed_request(query::SearchRequest asked);

// `Pressoir : « pôles », Arnaud Montebourg, de 2012 à 2014`.
std::string feed_title(const FeedPage& page);
inline constexpr std::string_view kFeedSubtitle =
    "Textes de l’archive, les derniers ajoutés d’abord.";

// `urn:uuid:…` of the query and its filters: the same for every page, format and host.
std::string feed_id(const FeedPage& page);
// `urn:uuid:…` of the document's original address, which never changes.
std::string entry_id(const search::Hit& hit);

// Absolute addresses: of the feed in a format (`atom`, `json`) from its entry number `start`; of
// the page that shows the same documents; of one document's page.
std::string feed_address(const FeedPage& page, std::string_view format, std::uint32_t start);
std::string search_address(const FeedPage& page);
std::string document_address(const FeedPage& page, const search::Hit& hit);
// The address at which the document was published; empty when it is not on the web (`file:`).
std::string_view original_address(const search::Hit& hit) noexcept;

// `start` of the previous and the next page; this page's own when there is none.
std::uint32_t previous_start(const FeedPage& page) noexcept;
std::uint32_t next_start(const FeedPage& page) noexcept;

std::string entry_title(const search::Hit& hit);  // one line, never empty
std::string entry_passage(const search::Hit& hit);

// The ministers who speak or sign; without any the site, if it is known. RFC 4287 requires an
// author.
struct FeedAuthor {
  std::string name;
  std::string address;  // the person's page; empty for a site
};
std::vector<FeedAuthor> entry_authors(const FeedPage& page, const search::Hit& hit);

// When the newest entry of the page entered the archive, seconds since 1970; 0 without entries.
std::int64_t newest_entry(const FeedPage& page) noexcept;

// The page in a format, as UTF-8.
std::string to_atom(const FeedPage& page);
std::string to_json_feed(const FeedPage& page);

}  // namespace pressoir::api::feeds
