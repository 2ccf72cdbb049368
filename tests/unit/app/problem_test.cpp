#include "server/app/problem.hpp"

#include <gtest/gtest.h>

#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>
#include <string>

#include "server/wording/terms.hpp"

namespace pressoir::app {
namespace {

TEST(Problem, IsTheJsonOfRfc9457) {
  const auto response = problem_response(
      {ProblemKind::kBadParameter,
       "ministre is not a parameter",
       {{"ministre", "is not a parameter", "minister"}, {"count", "is too large", ""}},
       ""},
      "/api/v1/search");

  EXPECT_EQ(response.status, 400U);
  EXPECT_EQ(response.content_type, "application/problem+json");
  EXPECT_EQ(response.body,
            R"({"type":"/problems/bad-parameter","title":"A parameter is wrong","status":400,)"
            R"("detail":"ministre is not a parameter","instance":"/api/v1/search","errors":[)"
            R"({"parameter":"ministre","reason":"is not a parameter","nearest":"minister"},)"
            R"({"parameter":"count","reason":"is too large"}]})");
}

TEST(Problem, EachKindHasItsOwnRowAndType) {
  for (int i = 0; i <= static_cast<int>(ProblemKind::kVersionNotSupported); ++i) {
    const auto kind = static_cast<ProblemKind>(i);
    EXPECT_EQ(text_of(kind).kind, kind);
    EXPECT_TRUE(text_of(kind).type.starts_with("/problems/"));
    EXPECT_FALSE(wording::problem_in_words(text_of(kind).type).detail.empty());
  }
}

TEST(Problem, GivesEachFailureItsStatus) {
  struct Case {
    base::Errc code;
    unsigned status;
  };
  const Case cases[] = {
      {base::Errc::kNotFound, 404},     {base::Errc::kBadQuery, 400},
      {base::Errc::kBadParameter, 400}, {base::Errc::kBusy, 503},
      {base::Errc::kTimeout, 503},      {base::Errc::kIndexChanged, 503},
      {base::Errc::kIndexCorrupt, 500}, {base::Errc::kInternal, 500},
      {base::Errc::kUnavailable, 503},
  };
  for (const Case& each : cases) {
    EXPECT_EQ(text_of(problem_kind(each.code)).status, each.status) << to_string(each.code);
  }
}

TEST(Problem, TellsWhenToComeBack) {
  const auto response = problem_response({ProblemKind::kBusy, "", {}, ""}, "/");

  EXPECT_EQ(response.status, 503U);
  ASSERT_EQ(response.headers.size(), 1U);
  EXPECT_EQ(response.headers[0], (Header{"Retry-After", "1"}));
}

TEST(Problem, KeepsTheServersOwnTroublesToItself) {
  const auto problem = problem_of({base::Errc::kIndexCorrupt, "/var/lib/archive: block 12"});

  EXPECT_EQ(problem.detail, "");
}

TEST(Problem, BlamesABadQueryOnQ) {
  const auto problem = problem_of({base::Errc::kBadQuery, "is too long"});

  ASSERT_EQ(problem.errors.size(), 1U);
  EXPECT_EQ(problem.errors[0], (ParameterError{"q", "is too long", ""}));
}

TEST(Problem, LeavesOutAnInstanceThatIsNotUtf8) {
  const auto response = problem_response({ProblemKind::kNotFound, "", {}, ""}, "/\xff");

  EXPECT_EQ(boost::json::parse(response.body).as_object().count("instance"), 0U);
}

TEST(Problem, DoesNotRepeatALongPath) {
  const auto response =
      problem_response({ProblemKind::kTargetTooLong, "", {}, ""}, "/" + std::string(100'000, 'a'));

  EXPECT_LT(response.body.size(), 500U);
}

}  // namespace
}  // namespace pressoir::app
