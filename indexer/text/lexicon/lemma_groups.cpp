#include "indexer/text/lexicon/lemma_groups.hpp"

#include <algorithm>
#include <array>
#include <sstream>
#include <stdexcept>
#include <utility>

namespace pressoir::text::lexicon {
namespace {

struct Replacement {
  std::string_view from;
  std::string_view to;
};
using Replacements = std::vector<Replacement>;

std::string replace_all(std::string word, const Replacements& replacements) {
  for (const auto& [from, to] : replacements) {
    for (std::size_t at = word.find(from); at != std::string::npos; at = word.find(from, at)) {
      word.replace(at, from.size(), to);
      at += to.size();
    }
  }
  return word;
}

// `referendum` and `référendum`; the é of an ending tells the participle (`réservé`) from the noun
// (`réserve`), and stays.
std::string without_inner_acute(const std::string& word) {
  constexpr std::string_view kAcute = "é";
  const bool ends_so = word.ends_with(kAcute);
  std::string inner = word.substr(0, word.size() - (ends_so ? kAcute.size() : 0));
  return replace_all(std::move(inner), {{kAcute, "e"}}) + std::string(ends_so ? kAcute : "");
}

// The spellings under which the variants of an entry meet.
std::array<std::string, 5> keys_of(const Reading& entry) {
  const std::string& word = entry.lemma;
  return {replace_all(word, {{"î", "i"}, {"û", "u"}}), replace_all(word, {{"è", "é"}}),
          replace_all(word, {{"güe", "guë"}, {"güi", "guï"}, {"geüre", "geure"}}),
          replace_all(word, {{"ayement", "aiement"}, {"ûment", "uement"}}),
          entry.part == Part::kNominal ? without_inner_acute(word) : word};
}

bool intersect(const std::set<std::string>& a, const std::set<std::string>& b) {
  return std::any_of(a.begin(), a.end(), [&](const std::string& kind) { return b.contains(kind); });
}

}  // namespace

void LemmaGroups::add_entry(const Reading& entry, const std::string& kind) {
  kinds_[entry].insert(kind);
}

// One rule at a time: two entries meet under the key of one rule, never of two rules together, so
// that a chain of small differences does not join what is far apart.
void LemmaGroups::join_variants() {
  for (std::size_t rule = 0; rule < keys_of({}).size(); ++rule) {
    std::map<Reading, std::vector<Reading>> by_key;
    for (const auto& [entry, kinds] : kinds_) {
      if (entry.part == Part::kName) continue;
      by_key[{keys_of(entry)[rule], entry.part}].push_back(entry);
    }
    for (const auto& [key, entries] : by_key) {
      for (std::size_t i = 1; i < entries.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
          if (are_variants(entries[j], entries[i])) join(entries[j], entries[i]);
        }
      }
    }
  }
}

// A key in common is not enough: `mur` and `mûr` have one, but are a noun and an adjective.
bool LemmaGroups::are_variants(const Reading& a, const Reading& b) const {
  return intersect(kinds_.at(a), kinds_.at(b)) && !is_prefixed(a.lemma, b.lemma) &&
         !is_prefixed(b.lemma, a.lemma);
}

bool LemmaGroups::is_prefixed(std::string_view a, std::string_view b) const {
  if (!a.starts_with("re") || !b.starts_with("ré")) return false;
  const std::string rest(a.substr(2));
  return kinds_.contains({rest, Part::kNominal}) || kinds_.contains({rest, Part::kVerb});
}

void LemmaGroups::join_listed(std::istream& equivalents) {
  int number = 0;
  for (std::string line; std::getline(equivalents, line);) {
    ++number;
    if (line.empty() || line.starts_with('#')) continue;
    const std::size_t tab = line.find('\t');
    if (tab == std::string::npos || (line[0] != 'n' && line[0] != 'v') || line[1] != ' ') {
      throw std::runtime_error("line " + std::to_string(number) + " of the equivalents: " + line);
    }
    const Part part = line[0] == 'v' ? Part::kVerb : Part::kNominal;
    std::istringstream words(line.substr(2, tab - 2));
    Reading first;
    for (std::string word; words >> word;) {
      Reading entry{word, part};
      // The dictionary lacks some feminines of professions that the press writes.
      if (!kinds_.contains(entry)) {
        added_.push_back(entry);
        kinds_[entry];
      }
      if (first.lemma.empty()) first = entry;
      join(first, entry);
    }
  }
}

Reading LemmaGroups::lemma(const Reading& entry) const {
  const Reading* at = &entry;
  for (auto next = parent_.find(*at); next != parent_.end(); next = parent_.find(*at)) {
    at = &next->second;
  }
  return *at;
}

// A forest of parents, as in union-find; groups have two or three members, so that paths need no
// compression.
void LemmaGroups::join(const Reading& a, const Reading& b) {
  const Reading first = lemma(a);
  const Reading second = lemma(b);
  if (first != second) parent_[second] = first;
}

}  // namespace pressoir::text::lexicon
