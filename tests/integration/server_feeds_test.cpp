// Searches that are followed: feeds as their readers fetch them, again and again.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <ctime>
#include <string>
#include <thread>

#include "tests/integration/server_fixture.hpp"

namespace pressoir::integration {
namespace {

using http::body_of;
using http::header_of;
using http::status_of;
using testing::HasSubstr;

class ServerFeeds : public ServerFixture {
 protected:
  // Adds a document of this title in a run of the indexer that begins in a later second, and waits
  // until the server answers from it.
  void add_titled(const std::string& title) {
    const std::time_t before = std::time(nullptr);
    while (std::time(nullptr) == before) std::this_thread::sleep_for(std::chrono::milliseconds(20));
    const auto documents = get_json("/readyz").at("documents").as_int64();
    add_records(R"({"url":"https://www.exemple.gouv.fr/)" + std::to_string(documents) +
                R"(","date":"1999","title":")" + title +
                R"(","text":"Un texte de plus."})"
                "\n");
    while (get_json("/readyz").at("documents").as_int64() == documents) {
      std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }
  }

  // What jing has against it; empty when it is what atom.rnc asks for.
  std::string faults_of(const std::string& xml) const {
    const Outcome checked = run({"jing", "-c", PRESSOIR_SOURCE_DIR "/tests/integration/atom.rnc",
                                 folder_.write("feed.xml", xml)});
    return checked.exit_code == 0 ? "" : checked.out + checked.err + "jing has failed";
  }
};

std::string without_first(std::string text, const std::string& begin, const std::string& end) {
  const auto at = text.find(begin);
  return text.erase(at, text.find(end, at) + end.size() - at);
}

TEST_F(ServerFeeds, AreValidAtomWhateverTheTitles) {
  start();
  for (const char* title : {"R&D ]]> <![CDATA[ <b>gras</b> &amp;", "\\u0001\\u000b\\uffff fin 😀",
                            "\\\"cité\\\" \\t'et'\\r\\nà la ligne", "", "   "}) {
    add_titled(title);
  }

  const std::string feed = get("/feed.atom");
  EXPECT_EQ(header_of(feed, "Content-Type"), "application/atom+xml; charset=utf-8");
  EXPECT_THAT(body_of(feed), HasSubstr("R&amp;D ]]&gt; &lt;![CDATA[ &lt;b&gt;"));
  for (const char* target :
       {"/feed.atom", "/feed.atom?q=%3C%26%22%5D%5D%3E", "/feed.atom?q=p%C3%B4les",
        "/feed.atom?theme=Industrie&from=2012&count=1", "/feed.atom?count=2&start=2",
        "/feed.atom?start=100"}) {
    EXPECT_EQ(faults_of(body_of(get(target))), "") << target;
  }
}

TEST_F(ServerFeeds, AreReallyChecked) {
  start();
  const std::string xml = body_of(get("/feed.atom"));
  for (const auto& [begin, end] : {std::pair("<id>", "</id>"), std::pair("<author>", "</author>"),
                                   std::pair("<title>", "</title>"), std::pair("T", "Z</updated>"),
                                   std::pair("<opensearch:totalResults>", "Results>")}) {
    EXPECT_NE(faults_of(without_first(xml, begin, end)), "") << begin;
  }
}

TEST_F(ServerFeeds, AreTheSameUntilSomethingMatches) {
  start();
  const std::string target = "/feed.atom?q=p%C3%B4les";
  const std::string first = get(target);
  const std::string etag = "If-None-Match: " + header_of(first, "ETag") + "\r\n";
  const std::string date = "If-Modified-Since: " + header_of(first, "Last-Modified") + "\r\n";
  EXPECT_EQ(status_of(first), 200);
  EXPECT_EQ(status_of(get(target, etag)), 304);
  EXPECT_EQ(status_of(get(target, date)), 200) << "the run that added it may still add others";

  add_titled("La pêche");
  const std::string same = get(target, etag);
  EXPECT_EQ(status_of(same), 304);
  EXPECT_EQ(header_of(same, "Last-Modified"), header_of(first, "Last-Modified"));
  EXPECT_EQ(status_of(get(target, date)), 304);
  EXPECT_EQ(status_of(get("/feed.atom", etag)), 200);

  add_titled("Un pôle de plus");
  const std::string next = get(target, etag);
  EXPECT_EQ(status_of(next), 200);
  EXPECT_EQ(status_of(get(target, date)), 200);
  EXPECT_LT(next.find("Un pôle de plus"), next.find("Les pôles de compétitivité"));
  EXPECT_THAT(next, HasSubstr("<opensearch:totalResults>2</opensearch:totalResults>"));
}

TEST_F(ServerFeeds, ListTheLastAddedFirstInBothFormats) {
  start();
  add_titled("Ancien mais ajouté hier");

  const auto feed = get_json("/feed.json?count=2");
  EXPECT_EQ(feed.at("_pressoir").at("total").as_int64(), 3);
  EXPECT_EQ(feed.at("items").at(0).at("title").as_string(), "Ancien mais ajouté hier");
  EXPECT_EQ(feed.at("items").at(0).at("_pressoir").at("date").as_string(), "1999");
  const std::string next(feed.at("next_url").as_string());
  const auto rest = get_json(next.substr(next.find("/feed.json")));
  EXPECT_EQ(rest.at("items").as_array().size(), 1U);
  EXPECT_FALSE(rest.as_object().contains("next_url"));
}

TEST_F(ServerFeeds, RefuseWhatTheyDoNotKnow) {
  start();
  for (const char* query :
       {"?query=a", "?count=0", "?count=101", "?sort=newest", "?from=2013&to=2012"}) {
    const std::string answer = get(std::string("/feed.atom") + query, "Accept: text/html\r\n");
    EXPECT_EQ(status_of(answer), 400) << query;
    EXPECT_EQ(header_of(answer, "Content-Type"), "application/problem+json") << query;
  }
}

}  // namespace
}  // namespace pressoir::integration
