#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>
#include <string>

#include "server/app/handlers.hpp"
#include "tests/unit/app/archive_application_fixture.hpp"

namespace pressoir::app {
namespace {

using testing::HasSubstr;

using ServiceHandlersTest = ArchiveApplicationTest;

TEST_F(ServiceHandlersTest, BrowsersFindTheSearchAndItsSuggestions) {
  EXPECT_EQ(get("/opensearch.xml").content_type,
            "application/opensearchdescription+xml; charset=utf-8");
  const auto response = get("/opensearch/suggestions?q=p%C3%B4les+comp");
  EXPECT_EQ(response.content_type, "application/x-suggestions+json");
  EXPECT_EQ(response.body,
            R"(["pôles comp",["pôles compétitivité","Les pôles de compétitivité"],[],[]])");
}

TEST_F(ServiceHandlersTest, HealthNeedsNoWorker) {
  Request request{"GET", "/healthz", "", ""};
  application_->route(request);

  const auto response = application_->answer_at_once(request);

  ASSERT_TRUE(response);
  EXPECT_EQ(response->body, R"({"status":"ok"})");
}

TEST_F(ServiceHandlersTest, ReadinessTellsTheRevision) {
  const auto json = boost::json::parse(get("/readyz").body);

  EXPECT_EQ(json.at("status").as_string(), "ready");
  EXPECT_EQ(json.at("documents").as_int64(), 2);
  EXPECT_FALSE(json.at("revision").as_string().empty());
}

TEST_F(ServiceHandlersTest, EveryExampleOfTheDescriptionRuns) {
  const std::string id = base::document_id(kPoles);
  for (const pages::ApiGroupView& group : describe_api(id).groups) {
    for (const pages::ApiEndpointView& endpoint : group.endpoints) {
      if (endpoint.example.empty()) continue;
      EXPECT_EQ(get(endpoint.example).status, 200U) << endpoint.example;
    }
  }
}

TEST_F(ServiceHandlersTest, InterfaceHasAPage) {
  const auto response = get("/api");

  EXPECT_EQ(response.status, 200U);
  EXPECT_THAT(response.body, HasSubstr("/api/v1/search"));
  EXPECT_THAT(response.body, HasSubstr("facet_size"));
}

TEST(DescribeApi, HasASentenceForEachEndpointAndParameter) {
  for (const pages::ApiGroupView& group : describe_api("abcdefghijklmnop").groups) {
    EXPECT_FALSE(group.endpoints.empty()) << group.title;
    for (const pages::ApiEndpointView& endpoint : group.endpoints) {
      EXPECT_TRUE(endpoint.meaning.ends_with('.')) << endpoint.path;
      for (const pages::ApiParameterView& parameter : endpoint.parameters) {
        EXPECT_TRUE(parameter.meaning.ends_with('.')) << endpoint.path << ' ' << parameter.name;
      }
    }
  }
}

}  // namespace
}  // namespace pressoir::app
