#include "indexer/gazetteer/theme_table.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <utility>
#include <vector>

#include "indexer/gazetteer/table.hpp"
#include "indexer/text/fold.hpp"

namespace pressoir::gazetteer {
namespace {

constexpr std::string_view kFile = "themes.tsv";
constexpr std::array<std::string_view, 3> kColumns = {"label", "path", "source"};
constexpr std::string_view kDeclaration = "theme";  // source of the rows that make the hierarchy

// Words that labels have or have not: `Droits des femmes`, `Droit de la femme`.
constexpr auto kGrammarWords =
    std::to_array<std::string_view>({"a", "au", "aux", "d", "de", "des", "du", "en", "et", "l",
                                     "la", "le", "les", "par", "pour", "s", "sur", "un", "une"});

bool is_grammar_word(std::string_view word) {
  return std::ranges::find(kGrammarWords, word) != kGrammarWords.end();
}

// Calls `visit` with each piece of `text` between separators; empty pieces too.
template <typename Visit>
void split(std::string_view text, std::string_view separator, const Visit& visit) {
  while (true) {
    const std::size_t end = text.find(separator);
    visit(text.substr(0, end));
    if (end == std::string_view::npos) return;
    text.remove_prefix(end + separator.size());
  }
}

// What is left of one part of a label when it is compared; grammar words only if there is nothing
// else.
std::string part_key(std::string_view part) {
  const std::string words = text::slug(part);
  std::string key;
  split(words, "-", [&key](std::string_view word) {
    if (is_grammar_word(word)) return;
    if (word.size() > 3 && (word.back() == 's' || word.back() == 'x')) word.remove_suffix(1);
    if (!key.empty()) key += ' ';
    key += word;
  });
  return key.empty() ? words : key;
}

std::string join(const std::vector<std::string>& parts, std::size_t begin, std::size_t end) {
  std::string joined;
  for (std::size_t i = begin; i < end; ++i) joined += (i == begin ? "" : "/") + parts[i];
  return joined;
}

// The key of each part of a path; parts without a letter or a digit have none.
std::vector<std::string> path_keys(std::string_view label) {
  std::vector<std::string> keys;
  split(label, "/", [&keys](std::string_view part) {
    if (std::string key = part_key(part); !key.empty()) keys.push_back(std::move(key));
  });
  return keys;
}

// Labels that differ in accents, capitals, plural or grammar words have one key.
std::string label_key(std::string_view label) {
  const std::vector<std::string> keys = path_keys(label);
  return join(keys, 0, keys.size());
}

// `Retraites : généralités`, `Innovation – Brevets` as paths.
std::string open_parts(std::string_view label) {
  std::string path(label);
  for (const std::string_view separator : {" - ", " – ", " — ", " : ", " > ", " › ", " | "}) {
    for (std::size_t at = 0; (at = path.find(separator, at)) != std::string::npos;) {
      path.replace(at, separator.size(), "/");
    }
  }
  return path;
}

// The parent of a path; empty for a theme of the first level.
std::string parent_of(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string::npos ? std::string() : path.substr(0, slash);
}

}  // namespace

base::Result<ThemeTable> ThemeTable::load() {
  return parse(embedded_table(kFile));
}

// Rows that declare a path stand before those that use it, so that one pass finds every fault.
base::Result<ThemeTable> ThemeTable::parse(std::string_view tsv) {
  ThemeTable themes;
  std::map<std::string, std::size_t> sizes;  // parts by parent
  TableReader table(kFile, tsv, kColumns);
  while (table.next()) {
    const std::string_view label = table.required("label");
    const std::string path(table.required("path"));
    const std::string_view source = table.required("source");
    if (source == kDeclaration) {
      const std::string parent = parent_of(path);
      if (label != path) table.fail("label", "is not the path that the row declares");
      if (!parent.empty() && !themes.paths_.contains(parent)) {
        table.fail("path", "has a parent that no row before it declares");
      }
      if (!parent_of(parent).empty()) table.fail("path", "has a third level");
      if (++sizes[parent] > kMaxThemes) table.fail("path", "is one more than a level may hold");
      themes.paths_.insert(path);
    }
    if (!themes.paths_.contains(path)) table.fail("path", "is declared by no row before it");
    const auto [known, is_new] = themes.path_of_.try_emplace(label_key(label), path);
    if (!is_new) table.fail("label", "is already a label of " + known->second);
  }
  if (table.error()) return *table.error();
  return themes;
}

// Empty when no label of the table has the key.
std::string_view ThemeTable::find_key(const std::string& key) const {
  const auto found = path_of_.find(key);
  return found == path_of_.end() ? std::string_view() : std::string_view(found->second);
}

// As written first, since ` - ` and `:` may be part of a label that the table knows; then opened at
// them.
std::string_view ThemeTable::find(std::string_view label) const {
  if (label.size() > kMaxLabelBytes) return {};
  if (const std::string_view path = find_key(label_key(label)); !path.empty()) return path;
  std::vector<std::string> parts;
  for (std::size_t pass = 0; pass < 2; ++pass) {
    parts = path_keys(pass == 0 ? std::string(label) : open_parts(label));
    if (parts.size() > kMaxParts) parts.resize(kMaxParts);
    for (std::size_t end = parts.size(); end > 0; --end) {
      for (std::size_t begin = 0; begin < end; ++begin) {
        if (const auto path = find_key(join(parts, begin, end)); !path.empty()) return path;
      }
    }
  }
  return {};
}

}  // namespace pressoir::gazetteer
