#include "indexer/base/json_writer.hpp"

#include <gtest/gtest.h>

#include <boost/json/parse.hpp>
#include <limits>
#include <utility>

namespace pressoir::base {
namespace {

TEST(JsonWriter, PutsCommasBetweenValuesOnly) {
  JsonWriter json;
  json.begin_object();
  json.key("a").begin_array().integer(1).begin_object().end_object().null().end_array();
  json.key("b").boolean(true);
  json.key("c").begin_array().end_array();
  json.key("d").raw("{}");
  json.end_object();

  EXPECT_EQ(std::move(json).take(), R"({"a":[1,{},null],"b":true,"c":[],"d":{}})");
}

TEST(JsonWriter, EscapesWhatJsonCannotHold) {
  JsonWriter json;
  json.text("« l'été » \"x\" \\ \n\r\t\x01</script>");

  EXPECT_EQ(std::move(json).take(), R"("« l'été » \"x\" \\ \n\r\t\u0001</script>")");
}

TEST(JsonWriter, EveryAsciiCharacterComesBack) {
  std::string all;
  for (char c = 0; c < 127; ++c) all += c;
  JsonWriter json;
  json.text(all);

  EXPECT_EQ(boost::json::parse(std::move(json).take()).as_string(), all);
}

TEST(JsonWriter, WritesNumbersAsPeopleDo) {
  struct Case {
    double value;
    int decimals;
    const char* json;
  };
  const Case cases[] = {{12.3, 4, "12.3"},
                        {1.98765, 3, "1.988"},
                        {2.0, 3, "2"},
                        {0.00001, 3, "0"},
                        {std::numeric_limits<double>::infinity(), 3, "0"},
                        {std::numeric_limits<double>::quiet_NaN(), 3, "0"}};
  for (const Case& each : cases) {
    JsonWriter json;
    json.number(each.value, each.decimals);
    EXPECT_EQ(std::move(json).take(), each.json);
  }
}

}  // namespace
}  // namespace pressoir::base
