#include "indexer/text/lexicon/hunspell.hpp"

#include <algorithm>
#include <cstddef>
#include <sstream>
#include <stdexcept>

namespace pressoir::text::lexicon {
namespace {

// Flags that fr.aff gives a meaning: the entry is no word itself; the entry is wrong.
constexpr std::string_view kNeedsAffix = "()";
constexpr std::string_view kForbidden = "{}";

std::vector<std::string> split(const std::string& line) {
  std::istringstream words(line);
  std::vector<std::string> fields;
  for (std::string word; words >> word;) fields.push_back(std::move(word));
  return fields;
}

// The code points of well-formed UTF-8.
std::u32string decode(std::string_view text) {
  std::u32string letters;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if ((byte & 0xC0) == 0x80 && !letters.empty()) {
      letters.back() = letters.back() << 6 | (byte & 0x3F);
    } else {
      letters += byte < 0x80   ? byte
                 : byte < 0xE0 ? byte & 0x1F
                 : byte < 0xF0 ? byte & 0x0F
                               : byte & 0x07;
    }
  }
  return letters;
}

// `0` stands for nothing; behind a slash are flags of prefixes.
std::string affix(const std::string& text) {
  const std::string letters = text.substr(0, text.find('/'));
  return letters == "0" ? std::string() : letters;
}

bool has(const std::vector<std::string>& flags, std::string_view flag) {
  return std::find(flags.begin(), flags.end(), flag) != flags.end();
}

}  // namespace

// Prefixes are not read: in fr.aff they are elided articles (`l’`, `d’`), which the tokenizer cuts
// off.
Suffixes::Suffixes(std::istream& aff) {
  for (std::string line; std::getline(aff, line);) {
    std::vector<std::string> fields = split(line);
    if (fields.size() < 5 || fields[0] != "SFX") continue;  // a heading has four
    // Behind the condition are the fields of the form: tense and person, gender and number.
    Rule rule{affix(fields[2]), affix(fields[3]), read_condition(fields[4]), {}};
    rule.fields.assign(fields.begin() + 5, fields.end());
    rules_[fields[1]].push_back(std::move(rule));
  }
  if (rules_.empty()) throw std::runtime_error("the .aff file has no suffixes");
}

// Of the syntax of regular expressions conditions use letters, dots and sets only; compared from
// the end of the word, each item to one letter. std::regex knows bytes, not letters.
std::vector<std::u32string> Suffixes::read_condition(const std::string& text) {
  std::vector<std::u32string> condition;
  if (text == ".") return condition;
  const std::u32string letters = decode(text);
  for (std::size_t i = 0; i < letters.size(); ++i) {
    if (letters[i] != U'[') {
      condition.push_back(letters[i] == U'.' ? U"^" : letters.substr(i, 1));
      continue;
    }
    const std::size_t end = letters.find(U']', i);
    if (end == std::u32string::npos) throw std::runtime_error("a condition is not closed: " + text);
    condition.push_back(letters.substr(i + 1, end - i - 1));
    i = end;
  }
  return condition;
}

bool Suffixes::applies(const Rule& rule, const Entry& entry, const std::u32string& letters) {
  if (!entry.word.ends_with(rule.cut) || letters.size() < rule.condition.size()) return false;
  const std::size_t first = letters.size() - rule.condition.size();
  for (std::size_t i = 0; i < rule.condition.size(); ++i) {
    const bool is_negated = rule.condition[i].starts_with(U'^');
    const bool is_listed =
        rule.condition[i].find(letters[first + i], is_negated ? 1 : 0) != std::u32string::npos;
    if (is_listed == is_negated) return false;
  }
  return true;
}

void Suffixes::expand(const Entry& entry, const std::function<void(const Form&)>& visit) const {
  static const std::vector<std::string> kNone;
  if (!has(entry.flags, kNeedsAffix)) visit({entry.word, kNone});
  const std::u32string letters = decode(entry.word);
  for (const std::string& flag : entry.flags) {
    const auto rules = rules_.find(flag);
    if (rules == rules_.end()) continue;  // of a prefix, or a mark
    for (const Rule& rule : rules->second) {
      if (!applies(rule, entry, letters)) continue;
      visit({entry.word.substr(0, entry.word.size() - rule.cut.size()) + rule.ending, rule.fields});
    }
  }
}

std::vector<Entry> read_entries(std::istream& dic) {
  std::vector<Entry> entries;
  std::string line;
  std::getline(dic, line);  // how many there are
  while (std::getline(dic, line)) {
    std::vector<std::string> fields = split(line);
    if (fields.empty()) continue;
    Entry entry;
    const std::size_t slash = fields.front().find('/');
    entry.word = fields.front().substr(0, slash);
    if (slash != std::string::npos) {
      // FLAG long: two characters a flag.
      for (std::size_t i = slash + 1; i + 2 <= fields.front().size(); i += 2) {
        entry.flags.push_back(fields.front().substr(i, 2));
      }
    }
    if (has(entry.flags, kForbidden)) continue;
    entry.fields.assign(fields.begin() + 1, fields.end());
    entries.push_back(std::move(entry));
  }
  return entries;
}

}  // namespace pressoir::text::lexicon
