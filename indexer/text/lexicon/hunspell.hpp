// Reads a dictionary of hunspell (https://hunspell.github.io, hunspell(5)) and expands its entries
// by its suffixes. Used when Pressoir is built. What French dictionaries need and no more: long
// flags, one suffix a form; prefixes are elided articles, which the tokenizer splits off.
#pragma once

#include <functional>
#include <istream>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace pressoir::text::lexicon {

// An entry of the .dic file: UTF-8, as written.
struct Entry {
  std::string word;
  std::vector<std::string> flags;
  std::vector<std::string> fields;  // `po:nom`, `is:mas`
};

// One form of an entry. `fields` are those of the suffix: `po:ipre`, `po:3sg`; empty for the entry
// itself.
struct Form {
  std::string spelling;
  const std::vector<std::string>& fields;
};

class Suffixes {
 public:
  // The rules of an .aff file. Throws std::runtime_error on a rule that cannot be read.
  explicit Suffixes(std::istream& aff);

  // Calls `visit` for each form of an entry. A form may come twice.
  void expand(const Entry& entry, const std::function<void(const Form&)>& visit) const;

 private:
  struct Rule {
    std::string cut;
    std::string ending;
    std::vector<std::u32string> condition;  // of the last letters: `^` and those it may not be, or
                                            // those it may be; empty for any
    std::vector<std::string> fields;
  };
  static std::vector<std::u32string> read_condition(const std::string& text);
  static bool applies(const Rule& rule, const Entry& entry, const std::u32string& letters);

  std::unordered_map<std::string, std::vector<Rule>> rules_;  // by flag
};

// The entries of a .dic file but for those that are marked as wrong.
std::vector<Entry> read_entries(std::istream& dic);

}  // namespace pressoir::text::lexicon
