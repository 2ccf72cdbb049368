#include "indexer/ingest/report.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "tests/integration/temporary_folder.hpp"

namespace pressoir::ingest {
namespace {

using base::Errc;

std::string content_of(const std::string& path) {
  std::ostringstream text;
  text << std::ifstream(path).rdbuf();
  return text.str();
}

void record_a_run(Recorder& recorder) {
  recorder.record({"a.html", Outcome::kAdded, "https://a.fr/a", {}});
  recorder.record({"b.html", Outcome::kSkipped, {}, {Errc::kTooDeep, "nests \"512\" tags"}});
  recorder.record({"c.html", Outcome::kSkipped, {}, {Errc::kNotHtml, "is no page"}});
  recorder.record({"d.html", Outcome::kSkipped, {}, {Errc::kNotHtml, "is no page"}});
  recorder.record({{}, Outcome::kPruned, "https://a.fr/z", {}});
}

TEST(Report, CountsOutcomesAndCauses) {
  Recorder recorder;
  record_a_run(recorder);
  EXPECT_EQ(recorder.report().count(Outcome::kSkipped), 3u);
  EXPECT_EQ(recorder.report().skipped.at(Errc::kNotHtml), 2u);
  EXPECT_EQ(recorder.report().items(), 4u);
  EXPECT_EQ(recorder.report().documents(), 1u);
}

TEST(Report, AlignsItsLines) {
  Recorder recorder;
  record_a_run(recorder);
  recorder.report().bytes = 12'345;
  recorder.report().seconds = 1.25;
  EXPECT_EQ(to_text(recorder.report()),
            "4 items read, 12.3 kB, 1.2 s\n"
            "  added                    1\n"
            "  pruned                   1\n"
            "  skipped                  3\n"
            "    too deep               1\n"
            "    not html               2\n");
}

TEST(Report, WritesALineOfJsonForEachItem) {
  const integration::TemporaryFolder folder;
  auto recorder = Recorder::to_file(folder / "report.jsonl");
  ASSERT_TRUE(recorder);
  record_a_run(*recorder);
  ASSERT_TRUE(recorder->finish());
  const std::string text = content_of(folder / "report.jsonl");
  EXPECT_EQ(
      text.substr(0, text.find("{\"item\":\"c.html\"")),
      R"({"item":"a.html","outcome":"added","url":"https://a.fr/a","cause":null,"message":null})"
      "\n"
      R"({"item":"b.html","outcome":"skipped","url":null,"cause":"too_deep","message":"nests \"512\" tags"})"
      "\n");
  EXPECT_TRUE(text.ends_with(
      R"({"item":null,"outcome":"pruned","url":"https://a.fr/z","cause":null,"message":null})"
      "\n"));
}

TEST(Report, NamesAFileThatCannotBeMade) {
  const auto recorder = Recorder::to_file("/absent/report.jsonl");
  ASSERT_FALSE(recorder);
  EXPECT_EQ(recorder.error().message,
            "the report /absent/report.jsonl cannot be written: No such file or directory");
}

TEST(Report, TellsAFullDisk) {
  auto recorder = Recorder::to_file("/dev/full");
  if (!recorder) GTEST_SKIP() << "no /dev/full here";
  recorder->record({"a.html", Outcome::kAdded, "https://a.fr/a", {}});
  const auto finished = recorder->finish();
  ASSERT_FALSE(finished);
  EXPECT_EQ(finished.error().code, Errc::kNoSpace);
}

TEST(Quantity, SeparatesThousands) {
  EXPECT_EQ(with_thousands(0), "0");
  EXPECT_EQ(with_thousands(999), "999");
  EXPECT_EQ(with_thousands(1000), "1,000");
  EXPECT_EQ(with_thousands(1234567), "1,234,567");
}

TEST(Quantity, TellsOneFromMany) {
  EXPECT_EQ(counted(0, "item"), "0 items");
  EXPECT_EQ(counted(1, "item"), "1 item");
  EXPECT_EQ(counted(2000, "item"), "2,000 items");
}

TEST(Quantity, ChoosesTheUnitOfBytes) {
  EXPECT_EQ(readable_bytes(1), "1 byte");
  EXPECT_EQ(readable_bytes(999), "999 bytes");
  EXPECT_EQ(readable_bytes(1000), "1.0 kB");
  EXPECT_EQ(readable_bytes(999'960), "1.0 MB");
  EXPECT_EQ(readable_bytes(12'345'678), "12.3 MB");
  EXPECT_EQ(readable_bytes(5'000'000'000'000'000), "5000.0 TB");
}

TEST(Quantity, ChoosesTheUnitOfTime) {
  EXPECT_EQ(readable_seconds(0.84), "0.8 s");
  EXPECT_EQ(readable_seconds(9.97), "10 s");
  EXPECT_EQ(readable_seconds(59.4), "59 s");
  EXPECT_EQ(readable_seconds(725), "12 min 05 s");
  EXPECT_EQ(readable_seconds(7500), "2 h 05 min");
}

}  // namespace
}  // namespace pressoir::ingest
