// An archive of a few documents, written for one test and searched.
#pragma once

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

#include "indexer/index/writer.hpp"
#include "server/search/archive.hpp"
#include "server/search/searcher.hpp"
#include "tests/unit/index/make_document.hpp"
#include "tests/unit/index/temporary_folder.hpp"

namespace pressoir::search {

class SearchFixture : public testing::Test {
 protected:
  SearchFixture() : path_(folder_.path("index")) {}

  index::IndexWriter open_writer() const { return index::IndexWriter::open(path_).value(); }

  void put_all(const std::vector<base::Document>& documents) const {
    index::IndexWriter writer = open_writer();
    for (const base::Document& document : documents) writer.put(document, 1'354'500'000).value();
    writer.commit().value();
  }

  // Searches what is committed now; the archive is opened by the first search.
  SearchResults search(const query::SearchRequest& request) {
    if (!archive_) {
      archive_ = Archive::open(path_).value();
      searcher_ = std::make_unique<Searcher>(*archive_);
    }
    archive_->refresh().value();
    return searcher_->search(request).value();
  }
  SearchResults search(const std::string& q) {
    query::SearchRequest request;
    request.q = q;
    return search(request);
  }

  // The pages (see make_document) of the results, in their order.
  static std::vector<std::string> pages(const SearchResults& results) {
    std::vector<std::string> pages;
    for (const Hit& hit : results.hits) {
      pages.push_back(hit.document.url.substr(hit.document.url.rfind('/') + 1));
    }
    return pages;
  }

  const std::string& path() const { return path_; }
  std::string path(const std::string& name) const { return folder_.path(name); }
  Archive& archive() const { return *archive_; }
  Searcher& searcher() const { return *searcher_; }

 private:
  TemporaryFolder folder_;
  std::string path_;
  std::unique_ptr<Archive> archive_;
  std::unique_ptr<Searcher> searcher_;
};

}  // namespace pressoir::search
