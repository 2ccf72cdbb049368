// Makes the table of the lexicon when Pressoir is built:
//
//   make_lexicon DIC AFF EQUIVALENTS TABLE
//
// DIC and AFF are the French dictionary of hunspell, with the fields `po:` and `is:` of Grammalecte
// (https://grammalecte.net); EQUIVALENTS is equivalents.tsv. Exit code 1 and a message when a file
// cannot be read or is not what is expected.
#include <algorithm>
#include <exception>
#include <fstream>
#include <iostream>
#include <map>
#include <set>
#include <stdexcept>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "indexer/text/lexicon/automaton.hpp"
#include "indexer/text/lexicon/hunspell.hpp"
#include "indexer/text/lexicon/lemma_groups.hpp"
#include "indexer/text/lexicon/letters.hpp"
#include "indexer/text/lexicon/table_format.hpp"

namespace pressoir::text::lexicon {
namespace {

bool has(const std::vector<std::string>& fields, std::string_view field) {
  return std::find(fields.begin(), fields.end(), field) != fields.end();
}

// `po:v1_it_q_zz`: a verb of the first group.
bool is_verb(const Entry& entry) {
  return std::any_of(entry.fields.begin(), entry.fields.end(), [](const std::string& field) {
    return field.size() > 4 && field.starts_with("po:v") && field[4] >= '1' && field[4] <= '3';
  });
}

// être and avoir: their forms are stop words, and what else they are joins no other word.
bool is_auxiliary(const Entry& entry) {
  return std::any_of(entry.fields.begin(), entry.fields.end(),
                     [](const std::string& field) { return field.starts_with("po:v0"); });
}

// The lower case of the letters of kLetters; others stay.
std::string lower(std::string word) {
  for (std::size_t i = 0; i < word.size(); ++i) {
    const char c = word[i];
    if (c >= 'A' && c <= 'Z') word[i] = static_cast<char>(c - 'A' + 'a');
    if (i == 0) continue;
    if (word[i - 1] == '\xC3' && c <= '\x9E') word[i] = static_cast<char>(c + 0x20);
    if (word[i - 1] == '\xC5' && c == '\x92') word[i] = '\x93';  // œ
  }
  return word;
}

Reading reading_of(const Entry& entry) {
  Reading reading{lower(entry.word), is_verb(entry) ? Part::kVerb : Part::kNominal};
  if (reading.lemma != entry.word) reading.part = Part::kName;
  return reading;
}

std::string kind_of(const Entry& entry) {
  if (is_verb(entry)) return "verb";
  std::vector<std::string> fields = entry.fields;
  std::sort(fields.begin(), fields.end());
  std::string kind;
  for (const std::string& field : fields) kind += field + " ";
  return kind;
}

// Tenses and persons that written reports do not use: simple past, imperfect subjunctive, `tu`, and
// -ions, -iez. `opéra`, `fonda`, `actions`, `mesures` are then the noun alone.
bool is_rare(const Form& form) {
  const auto& fields = form.fields;
  const bool is_we_or_you = has(fields, "po:1pl") || has(fields, "po:2pl");
  return has(fields, "po:ipsi") || has(fields, "po:simp") || has(fields, "po:2sg") ||
         (is_we_or_you && (has(fields, "po:iimp") || has(fields, "po:spre")));
}

class LexiconMaker {
 public:
  LexiconMaker(const std::vector<Entry>& entries, const Suffixes& suffixes,
               const LemmaGroups& groups) {
    for (const Entry& entry : entries) {
      if (is_auxiliary(entry)) continue;
      const Reading lemma = groups.lemma(reading_of(entry));
      suffixes.expand(entry, [&](const Form& form) {
        add(lower(form.spelling), lemma, lemma.part == Part::kVerb && is_rare(form));
      });
    }
    for (const Reading& added : groups.added()) {
      for (const std::string_view plural : {"", "s"}) {
        add(added.lemma + std::string(plural), groups.lemma(added), false);
      }
    }
  }

  void write(std::ostream& out) {
    AutomatonWriter writer;
    for (const auto& [letters, word] : words_) writer.add(letters, set_of(word));
    const AutomatonWriter::Result automaton = std::move(writer).finish();
    sets_.push_back(static_cast<std::uint32_t>(readings_.size()));
    TableHeader header;
    header.root = automaton.root;
    header.edges = static_cast<std::uint32_t>(automaton.edges.size());
    header.sets = static_cast<std::uint32_t>(sets_.size() - 1);
    header.readings = static_cast<std::uint32_t>(readings_.size());
    header.ending_bytes = static_cast<std::uint32_t>(endings_.size());
    out.write(reinterpret_cast<const char*>(&header), sizeof(header));
    for (const auto* numbers :
         {&automaton.edges, &std::as_const(sets_), &std::as_const(readings_)}) {
      out.write(reinterpret_cast<const char*>(numbers->data()),
                static_cast<std::streamsize>(numbers->size() * sizeof(numbers->front())));
    }
    out << endings_;
  }

  std::size_t words() const { return words_.size(); }

 private:
  struct Word {
    std::string spelling;
    std::set<Reading> readings;
    std::set<Reading> rare;
  };

  void add(const std::string& spelling, const Reading& lemma, bool is_rare) {
    const auto letters = to_letters(spelling);
    if (!letters || letters->empty()) return;  // compounds, formulas, ordinals
    Word& word = words_[*letters];
    word.spelling = spelling;
    (is_rare ? word.rare : word.readings).insert(lemma);
  }

  std::uint32_t set_of(const Word& word) {
    std::vector<std::uint32_t> packed;
    for (const Reading& reading : word.readings.empty() ? word.rare : word.readings) {
      const auto differ = std::mismatch(word.spelling.begin(), word.spelling.end(),
                                        reading.lemma.begin(), reading.lemma.end());
      // Between two characters, so that an ending is text.
      auto kept = static_cast<std::size_t>(differ.first - word.spelling.begin());
      while (kept > 0 && kept < reading.lemma.size() && (reading.lemma[kept] & 0xC0) == 0x80)
        --kept;
      packed.push_back(pack({reading.part, static_cast<std::uint8_t>(word.spelling.size() - kept),
                             ending_at(reading.lemma.substr(kept))}));
    }
    const auto [known, is_new] =
        set_numbers_.try_emplace(packed, static_cast<std::uint32_t>(sets_.size()));
    if (is_new) {
      sets_.push_back(static_cast<std::uint32_t>(readings_.size()));
      readings_.insert(readings_.end(), packed.begin(), packed.end());
    }
    return known->second;
  }

  std::uint16_t ending_at(const std::string& ending) {
    const auto [known, is_new] = ending_places_.try_emplace(ending, endings_.size());
    if (is_new) endings_.append(ending).append(1, '\0');
    if (known->second > kMaxEndingBytes) throw std::length_error("too many endings");
    return static_cast<std::uint16_t>(known->second);
  }

  std::map<std::string, Word> words_;  // by their letters
  std::map<std::vector<std::uint32_t>, std::uint32_t> set_numbers_;
  std::vector<std::uint32_t> sets_;
  std::vector<std::uint32_t> readings_;
  std::unordered_map<std::string, std::size_t> ending_places_;
  std::string endings_;
};

std::ifstream open(const char* path) {
  std::ifstream file(path);
  if (!file) throw std::runtime_error(std::string("cannot read ") + path);
  return file;
}

void make(char** paths) {
  std::ifstream dic = open(paths[0]);
  std::ifstream aff = open(paths[1]);
  std::ifstream equivalents = open(paths[2]);
  const std::vector<Entry> entries = read_entries(dic);
  LemmaGroups groups;
  for (const Entry& entry : entries) {
    if (!is_auxiliary(entry)) groups.add_entry(reading_of(entry), kind_of(entry));
  }
  groups.join_variants();
  groups.join_listed(equivalents);
  LexiconMaker maker(entries, Suffixes(aff), groups);
  constexpr std::size_t kLeastWords = 300'000;
  if (maker.words() < kLeastWords) throw std::runtime_error("the dictionary has too few words");
  std::ofstream table(paths[3], std::ios::binary);
  maker.write(table);
  if (!table.flush()) throw std::runtime_error(std::string("cannot write ") + paths[3]);
}

}  // namespace
}  // namespace pressoir::text::lexicon

int main(int argc, char** argv) {
  if (argc != 5) {
    std::cerr << "make_lexicon DIC AFF EQUIVALENTS TABLE\n";
    return 2;
  }
  try {
    pressoir::text::lexicon::make(argv + 1);
  } catch (const std::exception& error) {
    std::cerr << "make_lexicon: " << error.what() << "\n";
    return 1;
  }
  return 0;
}
