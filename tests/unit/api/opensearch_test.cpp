#include "server/api/opensearch.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "server/app/handlers.hpp"

namespace pressoir::api {
namespace {

using testing::HasSubstr;

constexpr std::string_view kBase = "https://archives.exemple.fr/base";

TEST(OpenSearch, HasTemplatesBelowTheAddressOfTheRequest) {
  const std::string xml = opensearch_description(kBase);
  for (const char* part :
       {"<ShortName>Pressoir</ShortName>",
        "type=\"text/html\" method=\"get\" "
        "template=\"https://archives.exemple.fr/base/?q={searchTerms}\"/>",
        "type=\"application/atom+xml\" method=\"get\" "
        "template=\"https://archives.exemple.fr/base/feed.atom?q={searchTerms}\"/>",
        "type=\"application/x-suggestions+json\" method=\"get\" "
        "template=\"https://archives.exemple.fr/base/opensearch/suggestions?q={searchTerms}\"/>"}) {
    EXPECT_THAT(xml, HasSubstr(part));
  }
}

TEST(OpenSearch, NamesOnlyAddressesThatExist) {
  const std::string xml = opensearch_description(kBase);
  int count = 0;
  for (auto at = xml.find(kBase); at != std::string::npos; at = xml.find(kBase, at + 1)) {
    const auto begin = at + kBase.size();
    const std::string path = xml.substr(begin, xml.find_first_of("?\"<", begin) - begin);
    app::Request request;
    request.path = path;
    app::find_route(request);
    EXPECT_NE(request.route, nullptr) << path;
    ++count;
  }
  EXPECT_EQ(count, 6);
}

TEST(BrowserSuggestions, AreTextsWithoutDuplicates) {
  suggest::Suggestions answer;
  answer.offers.emplace_back().text = {{"pô", true}, {"les \"A\"", false}};
  answer.offers.emplace_back().text = {{"pôles \"A\"", true}};
  answer.offers.emplace_back().text = {{"Pôle emploi", false}};

  EXPECT_EQ(suggestions_to_browser_json({"pô", 10}, answer),
            R"(["pô",["pôles \"A\"","Pôle emploi"],[],[]])");
  EXPECT_EQ(suggestions_to_browser_json({"", 10}, {}), R"(["",[],[],[]])");
}

}  // namespace
}  // namespace pressoir::api
