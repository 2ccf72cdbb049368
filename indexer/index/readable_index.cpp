#include "indexer/index/readable_index.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

#include "indexer/index/change_log.hpp"

namespace pressoir::index {
namespace {

std::int64_t updated_of(const Xapian::Database& database) {
  const std::string text = database.get_metadata(std::string(kUpdatedKey));
  std::int64_t updated = 0;
  std::from_chars(text.data(), text.data() + text.size(), updated);
  return updated;
}

Revision revision_of(const Shard& shard) {
  const Xapian::Database& database = shard.database;
  if (!shard.is_remote) return {database.get_revision(), database.get_uuid()};
  // An index of an older version has no log: the second of its last commit identifies it well
  // enough.
  const auto logged = logged_revision(database);
  return {logged ? *logged : static_cast<Xapian::rev>(updated_of(database)), database.get_uuid()};
}

// Not Xapian::Query::MatchAll: all threads would count the copies of that one object, without a
// lock.
Xapian::Query everything() {
  return Xapian::Query(std::string());
}

// A query for one of `parts` (at most 1,024) ranges of ids of about equal size. Ids are digests in
// base 32 (base::document_id), evenly distributed; bounds of two digits give 1,024 cells, and no id
// equals a bound.
Xapian::Query part_of_ids(std::uint32_t part, std::uint32_t parts) {
  constexpr std::string_view kDigits = "234567abcdefghijklmnopqrstuvwxyz";
  const auto bound = [&](std::uint32_t number) {
    const std::uint32_t cell = number * 1024 / parts;
    return std::string{kDigits[cell / 32], kDigits[cell % 32]};
  };
  if (parts == 1) return everything();
  if (part == 0) return Xapian::Query(Xapian::Query::OP_VALUE_LE, kIdSlot, bound(1));
  if (part + 1 == parts) return Xapian::Query(Xapian::Query::OP_VALUE_GE, kIdSlot, bound(part));
  return Xapian::Query(Xapian::Query::OP_VALUE_RANGE, kIdSlot, bound(part), bound(part + 1));
}

// The values of a slot as sort keys of a result: the only way to get many values from a remote
// shard in one message.
void read_part(const ReadableIndex& index, Slot slot, const Xapian::Query& part,
               const VisitValue& visit) {
  Xapian::Enquire enquire(index);
  enquire.set_query(part);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_sort_by_value(slot, false);
  const Xapian::MSet all = enquire.get_mset(0, index.get_doccount());
  for (auto item = all.begin(); item != all.end(); ++item) {
    const std::string value = item.get_sort_key();
    if (!value.empty()) visit(*item, value);
  }
}

struct Posting {
  Xapian::docid document;
  Xapian::termcount frequency;

  auto operator<=>(const Posting&) const = default;
};

// A posting list of a remote shard as one result; the weight of each hit is the frequency.
std::vector<Posting> ask_for_postings(const ReadableIndex& index,
                                      std::span<const std::string> terms) {
  Xapian::Enquire enquire(index);
  enquire.set_query(Xapian::Query(Xapian::Query::OP_OR, terms.begin(), terms.end()));
  enquire.set_weighting_scheme(Xapian::TfIdfWeight("nnn"));  // the frequency itself
  const Xapian::MSet all = enquire.get_mset(0, index.get_doccount());
  std::vector<Posting> postings;
  postings.reserve(all.size());
  for (auto item = all.begin(); item != all.end(); ++item) {
    postings.push_back({*item, static_cast<Xapian::termcount>(item.get_weight())});
  }
  return postings;
}

}  // namespace

ReadableIndex::ReadableIndex(std::vector<Shard> shards) : shards_(std::move(shards)) {
  for (const Shard& shard : shards_) {
    add_database(shard.database);
    has_remote_ |= shard.is_remote;
    revisions_.push_back(revision_of(shard));
  }
}

// Eight digits of each UUID tell rebuilt indexes apart; the name goes into ETags and answers.
std::string name_of(const std::vector<Revision>& revisions) {
  std::string name;
  for (const Revision& revision : revisions) {
    if (!name.empty()) name += '.';
    name += std::to_string(revision.number) + "-" + revision.uuid.substr(0, 8);
  }
  return name;
}

// All shards of an archive have the same schema and analyzer: opening checked each.
std::string ReadableIndex::metadata(std::string_view key) const {
  for (const Shard& shard : shards_) {
    std::string value = shard.database.get_metadata(std::string(key));
    if (!value.empty()) return value;
  }
  return "";
}

std::int64_t ReadableIndex::updated() const {
  std::int64_t latest = 0;
  for (const Shard& shard : shards_) latest = std::max(latest, updated_of(shard.database));
  return latest;
}

std::unordered_map<std::string, std::string> ReadableIndex::labels() const {
  std::unordered_map<std::string, std::string> labels;
  const std::string prefix(kLabelPrefix);
  for (const Shard& shard : shards_) {
    const Xapian::Database& database = shard.database;
    const auto end = database.metadata_keys_end(prefix);
    for (auto key = database.metadata_keys_begin(prefix); key != end; ++key) {
      labels.emplace((*key).substr(prefix.size()), database.get_metadata(*key));
    }
  }
  return labels;
}

void for_each_word(const ReadableIndex& index, const VisitWord& visit) {
  // Prefixes are capitals, which no word begins with: words are lower case. One skip_to passes over
  // all of them.
  const auto visit_beginning = [&](const std::string& prefix, bool skips_prefixes) {
    const auto end = index.allterms_end(prefix);
    for (auto term = index.allterms_begin(prefix); term != end;) {
      const std::string word = *term;
      if (skips_prefixes && word.front() >= 'A' && word.front() <= 'Z') {
        term.skip_to("[");
        continue;
      }
      visit(word, term.get_termfreq());
      ++term;
    }
  };
  if (!index.has_remote()) return visit_beginning("", true);
  // A remote shard sends the whole list of terms with a prefix; asking by first byte leaves out the
  // prefixed terms, which are far more than the words.
  for (int byte = 0; byte < 256; ++byte) {
    if (byte < 'A' || byte > 'Z') visit_beginning(std::string(1, static_cast<char>(byte)), false);
  }
}

void for_each_value_unordered(const ReadableIndex& index, Slot slot, const VisitValue& visit) {
  if (!index.has_remote()) return for_each_value(index, slot, visit);
  // Each part is one query, which compares every id; 4,096 documents have some 15 MB of word
  // streams.
  constexpr std::uint32_t kDocumentsAtOnce = 4096;
  constexpr std::uint32_t kMostParts = 1024;
  const std::uint32_t parts = std::min(index.get_doccount() / kDocumentsAtOnce + 1, kMostParts);
  for (std::uint32_t part = 0; part < parts; ++part) {
    read_part(index, slot, part_of_ids(part, parts), visit);
  }
}

void for_each_value(const ReadableIndex& index, Slot slot, const VisitValue& visit) {
  if (!index.has_remote()) {
    const auto end = index.valuestream_end(slot);
    for (auto value = index.valuestream_begin(slot); value != end; ++value) {
      visit(value.get_docid(), *value);
    }
    return;
  }
  std::vector<std::pair<Xapian::docid, std::string>> values;
  read_part(index, slot, everything(), [&](Xapian::docid document, const std::string& value) {
    values.emplace_back(document, value);
  });
  std::sort(values.begin(), values.end());
  for (const auto& [document, value] : values) visit(document, value);
}

void for_each_posting(const ReadableIndex& index, const std::string& term,
                      const VisitPosting& visit) {
  for_each_posting(index, std::span(&term, 1), visit);
}

// A single local list is visited as it is read; only unions are collected and sorted.
void for_each_posting(const ReadableIndex& index, std::span<const std::string> terms,
                      const VisitPosting& visit) {
  if (terms.empty()) return;
  std::vector<Posting> postings;
  if (index.has_remote()) {
    postings = ask_for_postings(index, terms);
  } else {
    for (const std::string& term : terms) {
      const auto end = index.postlist_end(term);
      for (auto posting = index.postlist_begin(term); posting != end; ++posting) {
        if (terms.size() == 1) {
          visit(*posting, posting.get_wdf());
        } else {
          postings.push_back({*posting, posting.get_wdf()});
        }
      }
    }
  }
  std::sort(postings.begin(), postings.end());
  for (auto first = postings.begin(); first != postings.end();) {
    Posting sum = *first;
    while (++first != postings.end() && first->document == sum.document) {
      sum.frequency += first->frequency;
    }
    visit(sum.document, sum.frequency);
  }
}

}  // namespace pressoir::index
