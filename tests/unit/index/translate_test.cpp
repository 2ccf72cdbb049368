#include "indexer/index/translate.hpp"

#include <gtest/gtest.h>

#include <cerrno>

namespace pressoir::index {
namespace {

using base::Errc;

template <typename Thrown>
Errc code_of(const Thrown& error) {
  const base::Error translated = translate(error, "/srv/index");
  EXPECT_NE(translated.message.find("/srv/index"), std::string::npos);
  return translated.code;
}

TEST(Translate, KnowsTheCausesThatACallerActsOn) {
  EXPECT_EQ(code_of(Xapian::DatabaseModifiedError("changed")), Errc::kIndexChanged);
  EXPECT_EQ(code_of(Xapian::DatabaseLockError("locked")), Errc::kIndexLocked);
  EXPECT_EQ(code_of(Xapian::DatabaseCorruptError("damaged")), Errc::kIndexCorrupt);
  EXPECT_EQ(code_of(Xapian::DatabaseError("item ends outside block")), Errc::kIndexCorrupt);
  EXPECT_EQ(code_of(Xapian::DatabaseOpeningError("not a database")), Errc::kNotAnIndex);
  EXPECT_EQ(code_of(Xapian::DatabaseVersionError("old")), Errc::kNotAnIndex);
  EXPECT_EQ(code_of(Xapian::DatabaseError("disk", ENOSPC)), Errc::kNoSpace);
  EXPECT_EQ(code_of(Xapian::InvalidOperationError("cancel() not supported")), Errc::kNoSpace);
  EXPECT_EQ(code_of(Xapian::DatabaseOpeningError("open", EACCES)), Errc::kUnreadable);
  EXPECT_EQ(code_of(Xapian::NetworkError("refused")), Errc::kUnavailable);
  EXPECT_EQ(code_of(Xapian::NetworkTimeoutError("slow")), Errc::kUnavailable);
  EXPECT_EQ(code_of(Xapian::InvalidArgumentError("bug")), Errc::kInternal);
}

TEST(Guarded, GivesBackWhatTheActionReturns) {
  EXPECT_EQ(guarded("/srv/index", [] { return base::Result<int>(3); }).value(), 3);
}

TEST(Guarded, TurnsExceptionsIntoErrors) {
  const auto result = guarded(
      "/srv/index", []() -> base::Result<int> { throw Xapian::DatabaseCorruptError("bloc 7"); });
  ASSERT_FALSE(result);
  EXPECT_NE(result.error().message.find("bloc 7"), std::string::npos);
}

}  // namespace
}  // namespace pressoir::index
