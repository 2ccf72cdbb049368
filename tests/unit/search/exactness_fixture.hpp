// A random archive in two copies: an index that is searched, and its documents in memory.
// PRESSOIR_SEED=n in the environment makes others.
#pragma once

#include <cstdlib>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "tests/unit/search/plain_search.hpp"
#include "tests/unit/search/random_archive.hpp"
#include "tests/unit/search/search_fixture.hpp"

namespace pressoir::search {

class ExactnessFixture : public SearchFixture, public testing::WithParamInterface<int> {
 protected:
  // An archive of which some documents were put twice and some removed, in many commits.
  PlainSearch make_archive() {
    // Lists of words are relaxed in a small archive more often than in a large one.
    constexpr int kSizes[] = {250, 1'500, 400, 1'000};
    const int size = kSizes[GetParam() % 4];
    std::map<std::string, base::Document> documents;
    index::IndexWriter writer = open_writer();
    for (int i = 0; i < size + size / 4; ++i) {
      base::Document document = random_document(i % size, random_);
      const std::int64_t now = 1 + i / 50;
      writer.put(document, now).value();
      base::Document& stored = documents[document.id];
      document.first_indexed = stored.first_indexed == 0 ? now : stored.first_indexed;
      stored = std::move(document);
      if (i % 100 == 99) writer.commit().value();
    }
    for (int i = 0; i < size; i += 5) {
      const std::string id = random_document(i, random_).id;
      writer.remove(id).value();
      documents.erase(id);
    }
    writer.commit().value();
    std::vector<base::Document> left;
    for (auto& [id, document] : documents) left.push_back(std::move(document));
    return PlainSearch(std::move(left));
  }

  Random& random() { return random_; }

  // What makes this archive and its requests again.
  unsigned seed() const { return first_seed() + static_cast<unsigned>(GetParam()); }

 private:
  static unsigned first_seed() {
    const char* given = std::getenv("PRESSOIR_SEED");
    return given == nullptr ? 1 : static_cast<unsigned>(std::strtoul(given, nullptr, 10));
  }

  Random random_{seed()};
};

}  // namespace pressoir::search
