// A search that is followed: its documents as the entries of a feed, those that entered the archive
// last first. Here stands what is the same in every format. Pure functions, any thread.
//
// What a feed says depends on the documents that match and on nothing else of the archive: a commit
// of others leaves every byte as it was.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "server/query/request.hpp"
#include "server/search/results.hpp"

namespace pressoir::api {

struct FeedPage {
  query::SearchRequest asked;     // made by feed_request
  search::SearchResults results;  // of it
  std::string base_url;           // see Request
};

// What is searched for a feed of `asked`: its order, its passages, and of the facets no more than
// the names of the values that are asked for.
query::SearchRequest feed_request(query::SearchRequest asked);

// `Pressoir : « pôles », Arnaud Montebourg, de 2012 à 2014`.
std::string feed_title(const FeedPage& page);
inline constexpr std::string_view kFeedSubtitle =
    "Textes de l’archive, les derniers ajoutés d’abord.";

// The same for every page of the feed, in every format and on every host: the UUID of the question.
std::string feed_id(const FeedPage& page);
// The same for ever: the UUID of the document's original address.
std::string entry_id(const search::Hit& hit);

// The address of the feed in a format (`atom`, `json`), from its `start`-th entry; the page that
// shows the same documents; the page of one.
std::string feed_address(const FeedPage& page, std::string_view format, std::uint32_t start);
std::string search_address(const FeedPage& page);
std::string document_address(const FeedPage& page, const search::Hit& hit);
// Where the document was published; empty unless that is on the web.
std::string_view original_address(const search::Hit& hit) noexcept;

// `start` of the pages before and behind this one; this one's own when there is none.
std::uint32_t previous_start(const FeedPage& page) noexcept;
std::uint32_t next_start(const FeedPage& page) noexcept;

std::string entry_title(const search::Hit& hit);  // one line, never empty
std::string entry_passage(const search::Hit& hit);

// Who speaks or signs; else, when it is known, the site.
struct FeedAuthor {
  std::string name;
  std::string address;  // the person's page; empty for a site
};
std::vector<FeedAuthor> entry_authors(const FeedPage& page, const search::Hit& hit);

// When the newest entry of the page entered the archive, seconds since 1970; 0 without entries.
std::int64_t newest_entry(const FeedPage& page) noexcept;

}  // namespace pressoir::api
