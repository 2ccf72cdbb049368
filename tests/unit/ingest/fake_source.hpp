// A source of records that a test writes, and the extraction that takes them as they are.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "indexer/base/url.hpp"
#include "indexer/ingest/extraction.hpp"
#include "indexer/sources/source.hpp"

namespace pressoir::ingest {

class FakeSource final : public sources::Source {
 public:
  FakeSource& page(const std::string& url, const std::string& text) {
    sources::Record record;
    record.document.url = url;
    record.document.text = text;
    items_.push_back({"item " + std::to_string(items_.size() + 1), 10, std::move(record)});
    return *this;
  }
  FakeSource& failure(base::Errc cause) {
    items_.push_back(
        {"item " + std::to_string(items_.size() + 1), 10, base::Error{cause, "is not wanted"}});
    return *this;
  }

  std::optional<sources::Item> next() override {
    if (at_ == items_.size()) return std::nullopt;
    return items_[at_++];
  }
  std::uint64_t total_bytes() const override { return items_.size() * 10; }

 private:
  std::vector<sources::Item> items_;
  std::size_t at_ = 0;
};

// A record's document as it is, with its identity.
inline base::Result<base::Document> take_as_given(Content&& content) {
  base::Document document = std::move(std::get<sources::Record>(content).document);
  document.id = base::document_id(document.url);
  document.title = "Déclaration";
  if (document.source.empty()) document.source = base::url_host(document.url);
  return document;
}

}  // namespace pressoir::ingest
