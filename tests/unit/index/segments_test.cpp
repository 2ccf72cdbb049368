#include "indexer/index/segments.hpp"

#include <gtest/gtest.h>
#include <xapian.h>

#include <cstddef>
#include <string>
#include <vector>

#include "indexer/index/document_codec.hpp"
#include "tests/unit/index/make_document.hpp"
#include "tests/unit/index/temporary_folder.hpp"

namespace pressoir::index {
namespace {

constexpr int kDocuments = 250;
constexpr int kVersions = 3;

// A document whose title is its version.
base::Document version(int number, int version) {
  return make_document(std::to_string(number), std::to_string(version), "Les pôles");
}

// Writes all documents in all their versions, in segments of three.
class SegmentsTest : public testing::Test {
 protected:
  SegmentsTest()
      : segments_({.folder = folder_.path("segments"),
                   .path = folder_.path("index"),
                   .jobs = 3,
                   .documents = 3,
                   .batches = 1}) {
    for (int i = 0; i < kDocuments * kVersions; ++i) {
      EXPECT_TRUE(segments_.add(version(i % kDocuments, i / kDocuments)));
    }
    paths_ = segments_.finish().value();
    for (const std::string& path : paths_) all_.add_database(Xapian::Database(path));
  }

  TemporaryFolder folder_;
  Segments segments_;
  std::vector<std::string> paths_;
  Xapian::Database all_;
};

TEST_F(SegmentsTest, HoldEveryDocument) {
  EXPECT_EQ(all_.get_doccount(), static_cast<Xapian::doccount>(kDocuments * kVersions));
}

TEST_F(SegmentsTest, AreMergedAsTheyCome) {
  // 250 segments or more: of each strand fewer than kFanIn of one and of 16 segments.
  EXPECT_LT(paths_.size(), Segments::kStrands * 2 * Segments::kFanIn);
}

TEST_F(SegmentsTest, KeepTheOrderOfOneId) {
  std::vector<int> seen(kDocuments);
  for (const std::string& path : paths_) {
    const Xapian::Database database(path);
    for (Xapian::docid number = 1; number <= database.get_doccount(); ++number) {
      const auto stored = decode_document(database.get_document(number).get_data()).value();
      int& next = seen[std::stoul(stored.url.substr(stored.url.rfind('/') + 1))];
      EXPECT_EQ(stored.title, std::to_string(next++)) << stored.url;
    }
  }
}

}  // namespace
}  // namespace pressoir::index
