#include "indexer/ingest/extraction.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <stdexcept>
#include <thread>

#include "tests/unit/ingest/fake_source.hpp"

namespace pressoir::ingest {
namespace {

using std::chrono::milliseconds;

FakeSource source_of(int pages) {
  FakeSource source;
  for (int i = 0; i < pages; ++i) source.page("https://a.fr/" + std::to_string(i), "texte");
  return source;
}

TEST(Extraction, KeepsTheOrderOfTheSource) {
  FakeSource source = source_of(200);
  const ExtractFunction uneven = [](Content&& content) {
    const auto& url = std::get<sources::Record>(content).document.url;
    std::this_thread::sleep_for(std::chrono::microseconds(url.size() % 3 * 300));
    return take_as_given(std::move(content));
  };
  std::vector<std::string> urls;
  for_each_document(source, uneven, {.jobs = 8}, [&](Extracted&& extracted) {
    urls.push_back(extracted.result->url);
    return true;
  });
  ASSERT_EQ(urls.size(), 200u);
  for (std::size_t i = 0; i < urls.size(); ++i) {
    EXPECT_EQ(urls[i], "https://a.fr/" + std::to_string(i));
  }
}

TEST(Extraction, PassesOnTheErrorsOfItems) {
  FakeSource source;
  source.page("https://a.fr/1", "un").failure(base::Errc::kTooLarge).page("https://a.fr/2", "deux");
  std::vector<bool> successes;
  for_each_document(source, take_as_given, {.jobs = 2}, [&](Extracted&& extracted) {
    successes.push_back(extracted.result.has_value());
    return true;
  });
  EXPECT_EQ(successes, (std::vector<bool>{true, false, true}));
}

TEST(Extraction, TurnsAThrowIntoTheErrorOfItsItem) {
  FakeSource source = source_of(3);
  const ExtractFunction throwing = [](Content&& content) {
    if (std::get<sources::Record>(content).document.url.ends_with("1")) {
      throw std::runtime_error("panne");
    }
    return take_as_given(std::move(content));
  };
  std::vector<std::string> outcomes;
  for_each_document(source, throwing, {.jobs = 2}, [&](Extracted&& extracted) {
    outcomes.push_back(extracted.result ? "ok" : extracted.result.error().message);
    return true;
  });
  EXPECT_EQ(outcomes, (std::vector<std::string>{
                          "ok", "could not be read, by a fault of this program: panne", "ok"}));
}

TEST(Extraction, StopsWhenTheCallerHasEnough) {
  FakeSource source = source_of(5000);
  int visited = 0;
  for_each_document(source, take_as_given, {.jobs = 4}, [&](Extracted&&) { return ++visited < 5; });
  EXPECT_EQ(visited, 5);
}

TEST(Extraction, LetsThreadsGoWhenTheCallerThrows) {
  FakeSource source = source_of(5000);
  EXPECT_THROW(for_each_document(source, take_as_given, {.jobs = 4},
                                 [](Extracted&&) -> bool { throw std::runtime_error("panne"); }),
               std::runtime_error);
}

TEST(Extraction, ReadsNoFurtherThanItsMemoryAllows) {
  FakeSource source;
  for (int i = 0; i < 50; ++i)
    source.page("https://a.fr/" + std::to_string(i), std::string(10000, 'a'));
  std::atomic<int> in_flight = 0;
  int most = 0;
  const ExtractFunction counting = [&](Content&& content) {
    ++in_flight;
    return take_as_given(std::move(content));
  };
  for_each_document(source, counting, {.jobs = 2, .max_waiting_bytes = 50000}, [&](Extracted&&) {
    std::this_thread::sleep_for(milliseconds(1));
    most = std::max(most, in_flight--);
    return true;
  });
  EXPECT_LE(most, 5 + 1);
}

TEST(Extraction, LetsASingleItemBeyondItsMemoryThrough) {
  FakeSource source;
  source.page("https://a.fr/1", std::string(10000, 'a')).page("https://a.fr/2", "court");
  int visited = 0;
  for_each_document(source, take_as_given, {.jobs = 1, .max_waiting_bytes = 100}, [&](Extracted&&) {
    ++visited;
    return true;
  });
  EXPECT_EQ(visited, 2);
}

TEST(Extraction, GivesNothingForAnEmptySource) {
  FakeSource source;
  for_each_document(source, take_as_given, {.jobs = 3}, [](Extracted&&) -> bool {
    ADD_FAILURE();
    return true;
  });
}

}  // namespace
}  // namespace pressoir::ingest
