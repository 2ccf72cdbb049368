// A file that is one page, and the addresses of files, which pages without a canonical link get.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <utility>

#include "indexer/sources/source.hpp"

namespace pressoir::sources {

// One item: the whole file, or why it cannot be read (kUnreadable, kTooLarge, kEmpty). The address
// of a page that is packed does not have the `.gz`.
class PageSource final : public Source {
 public:
  // The file is opened by next(), not before.
  PageSource(FoundFile file, const SourceOptions& options)
      : file_(std::move(file)), options_(options) {}

  std::optional<Item<Content>> next() override;
  std::uint64_t total_bytes() const override;

 private:
  FoundFile file_;
  SourceOptions options_;
  bool is_done_ = false;
};

// `base_url` + `/` + `path_below`, percent-encoded: `http://example.org` and `a b/é.html` give
// `http://example.org/a%20b/%C3%A9.html`. As programs that mirror sites (wget, HTTrack) name files,
// the first `?` starts the query; and after a bare scheme (`http://`) the first folder is the host.
// Any thread.
//
//   url_below("http://", "www.economie.gouv.fr/doc.do?id=é") is
//   "http://www.economie.gouv.fr/doc.do?id=%C3%A9"
std::string url_below(std::string_view base_url, std::string_view path_below);

// The `file:` address of a path, made absolute first. Links in it are kept, so that a file has one
// address wherever its folder's links lead today. Any thread.
std::string file_url(const std::filesystem::path& path);

}  // namespace pressoir::sources
