// Offices by their titles in a text, resolved to who held them on a day: `le ministre du
// redressement productif`, `la ministre déléguée chargée des PME`. Does not change once made: any
// number of threads may use it.
//
// A title is a head (`ministre délégué`) and a domain, which is cut into segments at its commas and
// `et`: `PME`, `Innovation`, `Économie numérique`. A mention may leave segments out and reorder
// them; it means the one office in force that has the most of them.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "indexer/base/date.hpp"
#include "indexer/extract/people/tokenized_text.hpp"
#include "indexer/extract/people/word_ids.hpp"
#include "indexer/gazetteer/gazetteer.hpp"

namespace pressoir::extract::people {

// What a title begins with. Ranks of the gazetteer are mapped onto these; a mention may be vaguer
// than the office (`ministre` is said of delegates too).
enum class OfficeHead {
  kPresident,
  kPrimeMinister,
  kMinister,
  kDelegate,   // ministre délégué, ministre chargé
  kSecretary,  // secrétaire d’État
  kCommissioner,
  kAny,  // garde des sceaux, porte-parole du Gouvernement: the domain says it all
};

// Words [first, end) of a text that are a title of office.
struct OfficeMention {
  std::size_t first = 0;
  std::size_t end = 0;
  OfficeHead head = OfficeHead::kMinister;
  bool is_feminine = false;  // only a woman can be meant
  bool is_past = false;      // `ancien ministre`: not who is in office
  bool is_plural = false;    // `les ministres de la culture et de la santé`: one for each segment
  std::vector<std::uint32_t> segments = {};
  std::vector<std::uint32_t> last_may_be = {};  // what the last segment began, if it broke off
};

class OfficeMatcher {
 public:
  // Adds its words to `word_ids`. Both must outlive the matcher.
  OfficeMatcher(const gazetteer::Gazetteer& gazetteer, WordIds& word_ids);

  // The title that starts at a word; of another country's office (`ministre de l'Intérieur
  // allemand`), none.
  std::optional<OfficeMention> read(const TokenizedText& tokens, std::size_t at) const;

  // The offices held all through a date, for resolve(); none without a date.
  std::vector<std::uint32_t> in_force(base::Date date) const;

  // The office that is meant, if it is one person's only; of a plural, the
  // caller asks for one segment after the other.
  const gazetteer::Office* resolve(const OfficeMention& mention,
                                   std::span<const std::uint32_t> in_force) const;

  // The office that carries on what the mention names, when no office in force has that name: in
  // 2012 `le ministre de l'Industrie` is the minister of the redressement productif. The first
  // segment must be first in the titles of one lineage only, through all its years, and one person
  // must hold the lineage with that head.
  const gazetteer::Office* resolve_by_lineage(const OfficeMention& mention,
                                              std::span<const std::uint32_t> in_force) const;

  // True when one of the people (indexes of Gazetteer::people()) ever held an office that the title
  // may mean.
  bool was_held_by(const OfficeMention& mention, std::span<const std::uint32_t> people) const;

 private:
  // A row of offices.tsv as it is compared with mentions.
  struct HeldOffice {
    const gazetteer::Office* office = nullptr;
    std::uint32_t person = 0;
    bool is_woman = false;
    OfficeHead head = OfficeHead::kMinister;
    std::vector<std::uint32_t> segments = {};
  };
  // The longest sequence of words of the domain at a place of the text.
  struct Segment {
    WordTrie::Node node = WordTrie::kRoot;
    std::size_t end = 0;
    bool is_whole = false;
  };
  // A word of a domain; several tokens may make one (`petites et moyennes entreprises`).
  struct DomainWord {
    WordId id = kUnknownWord;
    std::size_t next = 0;  // the word after it
  };

  void add_segments(std::string_view title, HeldOffice& held, WordIds& word_ids);
  void add_lineages();
  void add_countries(WordIds& word_ids);
  std::optional<OfficeMention> read_head(const TokenizedText& tokens, std::size_t at) const;
  void read_domain(const TokenizedText& tokens, OfficeMention& mention) const;
  void read_segments(const TokenizedText& tokens, std::size_t at, OfficeMention& mention) const;
  std::size_t skip_parent(const TokenizedText& tokens, std::size_t at) const;
  std::size_t find_charge(const TokenizedText& tokens, std::size_t at) const;
  bool read_next_segment(const TokenizedText& tokens, std::size_t at, OfficeMention& mention) const;
  std::optional<Segment> read_segment(const TokenizedText& tokens, std::size_t at) const;
  DomainWord domain_word_at(const TokenizedText& tokens, std::size_t at) const;
  bool is_foreign(const TokenizedText& tokens, std::size_t end) const;
  bool may_break_off(const TokenizedText& tokens, std::size_t end) const;
  bool contains(const HeldOffice& held, std::uint32_t segment) const;
  int score(const OfficeMention& mention, const HeldOffice& held) const;

  std::vector<HeldOffice> held_offices_;
  WordTrie segments_;
  std::vector<std::vector<WordId>> segment_words_;  // by segment
  std::vector<std::string_view> lineages_;          // by segment, that it comes first in; or empty
  WordSet foreign_words_;                           // adjectives and countries
  WordSet function_words_;                          // what a title does not go on with
};

}  // namespace pressoir::extract::people
