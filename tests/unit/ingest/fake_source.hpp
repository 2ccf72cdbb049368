// A source of items that a test writes.
#pragma once

#include <boost/json.hpp>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "indexer/sources/source.hpp"

namespace pressoir::ingest {

class FakeSource final : public sources::Source {
 public:
  FakeSource& line(const std::string& json) {
    return add(sources::Content{sources::MediaType::kRecord, json, {}, {}, {}});
  }
  FakeSource& record(const std::string& url, const std::string& text) {
    return line(boost::json::serialize(
        boost::json::object{{"url", url}, {"title", "Déclaration"}, {"text", text}}));
  }
  FakeSource& fragment(const std::string& url, const std::string& html) {
    return line(boost::json::serialize(boost::json::object{{"url", url}, {"html", html}}));
  }
  FakeSource& page(const std::string& url, const std::string& html) {
    return add(sources::Content{sources::MediaType::kHtml, html, url, {}, {}});
  }
  FakeSource& failure(base::Errc cause) { return add(base::Error{cause, "is not wanted"}); }
  FakeSource& add(base::Result<sources::Content> content) {
    items_.push_back({"item " + std::to_string(items_.size() + 1), 10, std::move(content)});
    return *this;
  }

  std::optional<sources::Item<sources::Content>> next() override {
    if (at_ == items_.size()) return std::nullopt;
    return items_[at_++];
  }
  std::uint64_t total_bytes() const override { return items_.size() * 10; }

 private:
  std::vector<sources::Item<sources::Content>> items_;
  std::size_t at_ = 0;
};

}  // namespace pressoir::ingest
