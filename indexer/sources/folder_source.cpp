#include "indexer/sources/folder_source.hpp"

#include <algorithm>
#include <system_error>

namespace pressoir::sources {
namespace {

namespace fs = std::filesystem;

WalkEntry failure(const fs::path& path, std::string message) {
  return {path, 0, base::Error{base::Errc::kUnreadable, std::move(message)}};
}

WalkEntry failure(const fs::path& path, const std::error_code& code) {
  return failure(path, "cannot be read: " + code.message());
}

// Component by component: `/archive-2` is not below `/archive`.
bool is_below(const fs::path& folder, const fs::path& path) {
  return std::mismatch(folder.begin(), folder.end(), path.begin(), path.end()).first ==
         folder.end();
}

// The size is of the file that a link leads to.
WalkEntry file_entry(const fs::path& path) {
  std::error_code code;
  const std::uintmax_t bytes = fs::file_size(path, code);
  return code ? failure(path, code) : WalkEntry{path, bytes, std::nullopt};
}

// Version control, thumbnails and the partial files of download programs (`.page.html.part`).
bool is_hidden(const fs::path& path) {
  return path.filename().native().starts_with('.');
}

}  // namespace

// The canonical form is resolved once: each link is compared with it.
base::Result<FolderWalk> FolderWalk::open(const fs::path& folder) {
  std::error_code code;
  FolderWalk walk;
  walk.canonical_root_ = fs::canonical(folder, code);
  if (const std::optional<WalkEntry> failed = walk.list(folder)) return *failed->error;
  return walk;
}

std::optional<WalkEntry> FolderWalk::next() {
  while (!pending_.empty()) {
    const fs::path path = std::move(pending_.back());
    pending_.pop_back();
    if (std::optional<WalkEntry> entry = visit(path)) return entry;
  }
  return std::nullopt;
}

// Nothing for a folder, whose entries are pending then, and for what is passed over. Every call of
// std::filesystem takes an error code: a file that is removed while the walk is under way, or whose
// name is too long, is an entry with an error and must not throw.
std::optional<WalkEntry> FolderWalk::visit(const fs::path& path) {
  std::error_code code;
  const fs::file_status status = fs::symlink_status(path, code);
  switch (status.type()) {
    case fs::file_type::regular:
      return file_entry(path);
    case fs::file_type::directory:
      return list(path);
    case fs::file_type::symlink:
      return visit_link(path);
    case fs::file_type::none:
    case fs::file_type::not_found:
      return failure(path,
                     code ? code : std::make_error_code(std::errc::no_such_file_or_directory));
    default:
      return failure(path, "is not a regular file");
  }
}

// A link out of the folder is not followed, since a harvest may come from anybody: `page.html`
// could be a link to a private file. canonical() resolves chains of links and fails on loops.
std::optional<WalkEntry> FolderWalk::visit_link(const fs::path& path) const {
  std::error_code code;
  const fs::path target = fs::canonical(path, code);
  if (code) return failure(path, code);
  if (!is_below(canonical_root_, target)) return failure(path, "is a link out of the folder");
  if (fs::is_directory(target, code)) return std::nullopt;
  if (!fs::is_regular_file(target, code)) return failure(path, "is not a regular file");
  return file_entry(path);
}

std::optional<WalkEntry> FolderWalk::list(const fs::path& folder) {
  std::error_code code;
  std::vector<fs::path> children;
  for (fs::directory_iterator entry(folder, code), end; !code && entry != end;
       entry.increment(code)) {
    if (!is_hidden(entry->path())) children.push_back(entry->path());
  }
  if (code) return failure(folder, code);
  // From the last to the first, because next() takes from the end. Bytes of the names, not the
  // locale's order: the order decides which of two pages with one address wins.
  std::sort(children.begin(), children.end(), [](const fs::path& left, const fs::path& right) {
    return left.native() > right.native();
  });
  pending_.insert(pending_.end(), std::make_move_iterator(children.begin()),
                  std::make_move_iterator(children.end()));
  return std::nullopt;
}

base::Result<std::unique_ptr<Source>> FolderSource::open(const std::string& folder,
                                                         const SourceOptions& options) {
  base::Result<FolderWalk> walk = FolderWalk::open(folder);
  if (!walk) return walk.error();
  return std::unique_ptr<Source>(std::make_unique<FolderSource>(folder, std::move(*walk), options));
}

// One file is open at a time, whatever the size of the folder.
std::optional<Item<Content>> FolderSource::next() {
  while (true) {
    if (file_) {
      if (std::optional<Item<Content>> item = file_->next()) return item;
    }
    const std::optional<WalkEntry> entry = walk_.next();
    if (!entry) return std::nullopt;
    file_ = open_entry(*entry);
  }
}

// The address of a page is made of its path below the folder that was named, however that was named
// (`site`, `site/`, `./site/.`): hence lexically_relative.
std::unique_ptr<Source> FolderSource::open_entry(const WalkEntry& entry) const {
  const std::string path = entry.path.string();
  if (entry.error) return failed_source(path, *entry.error);
  base::Result<std::unique_ptr<Source>> file =
      open_file({path, entry.path.lexically_relative(folder_).string()}, options_);
  return file ? std::move(*file) : failed_source(path, file.error());
}

// A walk of its own, as the other one is consumed by next(). A folder that has gone since counts 0:
// the bar then shows no share.
std::uint64_t FolderSource::total_bytes() const {
  base::Result<FolderWalk> walk = FolderWalk::open(folder_);
  std::uint64_t bytes = 0;
  if (!walk) return bytes;
  while (const std::optional<WalkEntry> entry = walk->next()) bytes += entry->bytes;
  return bytes;
}

}  // namespace pressoir::sources
