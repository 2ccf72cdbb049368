// Sources that a test writes.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "indexer/sources/source.hpp"

namespace pressoir::ingest {

class FakeSource final : public sources::Source {
 public:
  FakeSource& record(const std::string& url, const std::string& text) {
    sources::Record record;
    record.document.url = url;
    record.document.text = text;
    return add(std::move(record));
  }
  FakeSource& fragment(const std::string& url, const std::string& html) {
    sources::Record record;
    record.document.url = url;
    record.html = html;
    return add(std::move(record));
  }
  FakeSource& page(const std::string& url, const std::string& html) {
    return add(extract::Page{html, url, {}, {}});
  }
  FakeSource& failure(base::Errc cause) { return add(base::Error{cause, "is not wanted"}); }

  std::optional<sources::Item> next() override {
    if (at_ == items_.size()) return std::nullopt;
    return items_[at_++];
  }
  std::uint64_t total_bytes() const override { return items_.size() * 10; }

 private:
  FakeSource& add(base::Result<std::variant<extract::Page, sources::Record>> content) {
    items_.push_back({"item " + std::to_string(items_.size() + 1), 10, std::move(content)});
    return *this;
  }

  std::vector<sources::Item> items_;
  std::size_t at_ = 0;
};

}  // namespace pressoir::ingest
