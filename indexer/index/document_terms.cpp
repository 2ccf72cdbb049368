#include "indexer/index/document_terms.hpp"

#include <boost/uuid/detail/sha1.hpp>
#include <cstdint>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "indexer/index/schema.hpp"
#include "indexer/index/word_stream.hpp"
#include "indexer/text/acronyms.hpp"
#include "indexer/text/names.hpp"

namespace pressoir::index {
namespace {

// The distinct words of a document with their counts. Each term is added to the Xapian::Document
// once with its frequency: adding it token by token costs a look-up in a tree of strings each time.
class WordCounter {
 public:
  void add(const text::Token& token, std::uint32_t position, bool in_title) {
    const std::uint32_t word = stream_.add(position, token.exact);
    if (!in_title) return;
    in_title_.resize(stream_.words().size());
    ++in_title_[word];
  }

  // Counts tokens[i] as a name when `text`, of which all tokens are, writes it as one.
  void look_for_name(std::string_view text, std::span<const text::Token> tokens, std::size_t i) {
    if (tokens[i].is_compound || !text::is_written_as_name(text, tokens, i)) return;
    ++as_name_[std::string(tokens[i].exact)];
  }

  void write_to(Xapian::Document& out) {
    std::uint32_t number = 0;
    for (const auto& [exact, tokens] : stream_.words()) {
      out.add_term(std::string(exact), tokens);
      if (number < in_title_.size() && in_title_[number] > 0) {
        out.add_term(term(kTitlePrefix, exact), in_title_[number]);
      }
      const auto names = as_name_.find(std::string(exact));
      if (names != as_name_.end() && 2 * names->second > tokens) {
        out.add_boolean_term(term(kNamePrefix, exact));
      }
      ++number;
    }
    out.add_value(kWordsSlot, stream_.take());
  }

 private:
  WordStreamWriter stream_;
  std::vector<std::uint32_t> in_title_;                     // tokens, by the number of the word
  std::unordered_map<std::string, std::uint32_t> as_name_;  // tokens; few words have any
};

// The digest of kTextSlot, from the folded words of one document.
class TextDigest {
 public:
  void add_title_word(std::string_view folded) { title_.append(folded) += '\n'; }
  void add_word(std::string_view folded) {
    text_.append(folded) += '\n';
    ++words_;
  }

  std::string take();

 private:
  std::string title_;
  std::string text_;
  std::size_t words_ = 0;
};

std::string TextDigest::take() {
  if (words_ == 0) return "";
  // A text that begins with the words of another's title is not that other one.
  if (words_ < kFewWords) text_.append(1, '\n').append(title_);
  boost::uuids::detail::sha1 hash;
  hash.process_bytes(text_.data(), text_.size());
  boost::uuids::detail::sha1::digest_type words;
  hash.get_digest(words);
  std::string digest;
  for (std::size_t i = 0; i < kTextDigestBytes; ++i) {
    digest += static_cast<char>(words[i / 4] >> (8 * (3 - i % 4)) & 0xFF);
  }
  return digest;
}

// Positions of title, text and labels are apart (schema.hpp), so that no phrase runs across them.
// The digest has no labels: two copies of a text may be filed under different themes.
void add_text(const base::Document& document, text::Analyzer& analyzer, Xapian::Document& out) {
  WordCounts counts;
  WordCounter words;
  TextDigest digest;
  const auto title = analyzer.analyze(document.title);
  for (std::size_t i = 0; i < title.size(); ++i) {
    // A longer title would reach into the positions of the text.
    if (title[i].position >= kMaxTitleWords) break;
    ++counts.title;
    words.add(title[i], title[i].position + 1, true);
    words.look_for_name(document.title, title, i);
    digest.add_title_word(title[i].folded);
  }
  counts.whole = counts.title;
  std::uint32_t last = kTextPosition;
  const auto text = analyzer.analyze(document.text);
  for (std::size_t i = 0; i < text.size(); ++i) {
    last = kTextPosition + text[i].position + 1;
    words.add(text[i], last, false);
    words.look_for_name(document.text, text, i);
    ++counts.whole;
    // Of a compound the parts only: `porte-parole` and `porte parole` are the same text.
    if (!text[i].is_compound) digest.add_word(text[i].folded);
  }
  for (const std::string& label : document.theme_labels) {
    const std::uint32_t start = last + kLabelGap;
    for (const text::Token& token : analyzer.analyze(label)) {
      last = start + token.position + 1;
      words.add(token, last, false);
      ++counts.whole;
    }
  }
  out.add_value(kLengthSlot, word_counts_to_value(counts));
  out.add_value(kTextSlot, digest.take());
  words.write_to(out);
}

// In both directions, because a query may have either: `CNI` finds the texts that write it out.
void add_acronyms(std::string_view text, text::Analyzer& analyzer, Xapian::Document& out) {
  for (const text::AcronymDefinition& found : text::find_acronyms(text, analyzer)) {
    const std::string by_acronym = acronym_term(found.acronym, found.expansion, found.surface);
    const std::string by_expansion = expansion_term(found.expansion, found.acronym);
    if (by_acronym.empty() || by_expansion.empty()) continue;  // longer than a term may be
    out.add_boolean_term(by_acronym);
    out.add_boolean_term(by_expansion);
  }
}

// The value of a field as its slot holds it, by the type of the field; empty when absent.
struct SlotValue {
  std::string operator()(const std::string& text) const { return text; }
  std::string operator()(bool value) const { return value ? "1" : ""; }
  std::string operator()(base::Date date) const { return date_to_value(date); }
  std::string operator()(std::uint32_t count) const { return Xapian::sortable_serialise(count); }
  std::string operator()(std::int64_t seconds) const {
    return Xapian::sortable_serialise(static_cast<double>(seconds));
  }
  // A facet has `none` for the documents without a value: the enumerator of that name is absence.
  template <base::NamedEnum Enum>
  std::string operator()(Enum value) const {
    return to_string(value) == "none" ? "" : std::string(to_string(value));
  }
  template <typename Item>
  std::string operator()(const std::vector<Item>& items) const {
    std::string joined;
    for (const Item& item : items) {
      if (!joined.empty()) joined += kValueSeparator;
      joined += key_of(item);
    }
    return joined;
  }

 private:
  static const std::string& key_of(const std::string& text) { return text; }
  static const std::string& key_of(const base::Minister& minister) { return minister.id; }
  static std::string_view key_of(const base::Block& block) { return to_string(block.kind); }
};

// Absent values are not written: Xapian stores nothing for an empty one.
void add_values(const base::Document& document, Xapian::Document& out) {
  for (const base::FieldInfo& field : base::kFields) {
    if (field.slot == base::kNoSlot) continue;
    // A date that a record gives and that cannot be is shown, but neither sorted nor counted by.
    const bool is_impossible = field.slot == kDateSlot && document.date_conflict &&
                               document.date_source == base::DateSource::kGiven;
    if (is_impossible) continue;
    out.add_value(field.slot, visit_field(document, field, SlotValue()));
  }
}

}  // namespace

Xapian::Document make_xapian_document(const base::Document& document, const std::string& data,
                                      text::Analyzer& analyzer) {
  Xapian::Document out;
  out.set_data(data);
  out.add_boolean_term(term(kIdPrefix, document.id));
  add_values(document, out);
  add_text(document, analyzer, out);
  add_acronyms(document.title, analyzer, out);
  add_acronyms(document.text, analyzer, out);
  return out;
}

}  // namespace pressoir::index
