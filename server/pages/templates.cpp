#include "server/pages/templates.hpp"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <span>
#include <system_error>
#include <utility>

#include "indexer/base/program.hpp"

namespace pressoir {

std::span<const base::EmbeddedFile> web_files();  // written by pressoir_embed

namespace pages {
namespace {

namespace fs = std::filesystem;

// Put before templates that lack it, an operator's above all: text of the archive comes from
// outside.
constexpr std::string_view kAutoEscape = "{{%AUTOESCAPE context=\"HTML\"}}";
// The tags of sections are lines of their own, which would be blank lines of a page.
constexpr ctemplate::Strip kStrip = ctemplate::STRIP_BLANK_LINES;

// By extension; empty for what is not sent as it is.
std::string_view content_type_of(std::string_view name) {
  if (name.ends_with(".css")) return "text/css; charset=utf-8";
  if (name.ends_with(".js")) return "text/javascript; charset=utf-8";
  if (name.ends_with(".svg")) return "image/svg+xml";
  return "";
}

// Only such files of an operator's folder can have been meant to replace ours.
bool is_ours_by_kind(std::string_view name) {
  return name.ends_with(".tpl") || !content_type_of(name).empty();
}

base::Error bad_file(const fs::path& path, std::string_view what) {
  return {base::Errc::kBadConfig, path.string() + " " + std::string(what)};
}

// The size is checked before anything is read: the folder may contain anything.
base::Result<std::string> read_file(const fs::path& path) {
  std::error_code error;
  const auto size = fs::file_size(path, error);
  if (error) return bad_file(path, "cannot be read: " + error.message());
  if (size > kMaxOverrideBytes) return bad_file(path, "is larger than 1 MB");
  std::ifstream file(path, std::ios::binary);
  std::string bytes{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  if (file.bad() || bytes.size() != size) return bad_file(path, "cannot be read");
  return bytes;
}

}  // namespace

base::Result<std::unique_ptr<Templates>> Templates::load(const std::string& override_folder) {
  std::unique_ptr<Templates> templates(new Templates);
  // Copies: some get the marker for escaping, some are replaced.
  for (const base::EmbeddedFile& file : web_files()) {
    templates->files_.emplace(file.name, file.bytes);
  }
  if (!override_folder.empty()) {
    if (auto read = templates->read_overrides(override_folder); !read) return read.error();
  }
  if (auto parsed = templates->parse(); !parsed) return parsed.error();
  return templates;
}

base::Result<void> Templates::read_overrides(const std::string& folder) {
  std::error_code error;
  for (fs::directory_iterator entry(folder, error), end; !error && entry != end;
       entry.increment(error)) {
    const std::string name = entry->path().filename().string();
    if (!is_ours_by_kind(name)) continue;
    const auto file = files_.find(name);
    if (file == files_.end()) {
      return bad_file(entry->path(), "replaces nothing: no file of ours has that name");
    }
    auto bytes = read_file(entry->path());
    if (!bytes) return bytes.error();
    file->second = *std::move(bytes);
  }
  if (error) {
    return base::Error{base::Errc::kNotFound,
                       "the folder " + folder + " cannot be read: " + error.message()};
  }
  return {};
}

// Parsing at start, not at the first request: a faulty template stops the server.
base::Result<void> Templates::parse() {
  for (auto& [name, bytes] : files_) {
    const std::string_view type = content_type_of(name);
    if (!type.empty()) {
      assets_.emplace(name, Pages::Asset{type, bytes});
      continue;
    }
    if (!bytes.starts_with("{{%AUTOESCAPE")) bytes.insert(0, kAutoEscape);
    if (!cache_.StringToTemplateCache(name, bytes, kStrip)) {
      return base::Error{base::Errc::kBadConfig, "the template " + name + " cannot be parsed"};
    }
  }
  // From here on the cache takes no lock to change itself and is read by all threads.
  cache_.Freeze();
  return {};
}

std::string Templates::expand(const ctemplate::TemplateDictionary& dictionary,
                              const std::string& name) const {
  std::string html;
  // NoLoad: all templates are in the cache, and the frozen cache may not read files.
  cache_.ExpandNoLoad(name, kStrip, &dictionary, nullptr, &html);
  return html;
}

const Pages::Asset* Templates::asset(std::string_view name) const {
  const auto found = assets_.find(name);
  return found == assets_.end() ? nullptr : &found->second;
}

}  // namespace pages
}  // namespace pressoir
