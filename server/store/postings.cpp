#include "server/store/postings.hpp"

#include <algorithm>
#include <span>
#include <utility>

#include "indexer/index/schema.hpp"

namespace pressoir::store {
namespace {

// A term of a small archive is frequent in kLeastDocuments at least: below that, decoding is as
// fast as looking the list up.
std::uint32_t least_documents(const index::ReadableIndex& index) {
  return std::max(FrequentPostings::kLeastDocuments,
                  index.get_doccount() / FrequentPostings::kFrequentShare + 1);
}

}  // namespace

// Reads the lists of an index on this machine.
class FrequentPostings::Reader {
 public:
  Reader(FrequentPostings& out, const index::ReadableIndex& index)
      : out_(out), index_(index), last_(index.get_lastdocid()) {}

  void read_terms() {
    for (auto term = index_.allterms_begin(); term != index_.allterms_end(); ++term) {
      if (term.get_termfreq() >= out_.least_) out_.lists_.emplace(*term, read(*term));
    }
  }

  // Adds the list of a folded form or of lemmas, made of the lists of its spellings. The sum of
  // their sizes is an upper limit of the size of the union: most forms are excluded by it without
  // reading anything.
  void unite(const std::string& name, const Spellings::Group& spellings, bool in_title) {
    std::uint64_t most = 0;
    for (const Spellings::Spelling& spelling : spellings) {
      most += in_title ? spelling.titles : spelling.documents;
    }
    if (most < out_.least_) return;
    std::vector<PostingList> lists;
    for (const Spellings::Spelling& spelling : spellings) {
      const std::string term = index::term(in_title ? index::kTitlePrefix : "", spelling.exact);
      const auto known = out_.lists_.find(term);
      // The rare spellings of a frequent form are in no list yet.
      lists.push_back(known == out_.lists_.end() ? read(term) : known->second);
    }
    PostingList list = lists.size() == 1 ? std::move(lists.front()) : PostingList(lists, last_);
    if (list.size() >= out_.least_) out_.lists_.emplace(name, std::move(list));
  }

 private:
  PostingList read(const std::string& term) const {
    return PostingList(index_, std::span(&term, 1), last_);
  }

  FrequentPostings& out_;
  const index::ReadableIndex& index_;
  std::uint32_t last_;
};

FrequentPostings::FrequentPostings(const index::ReadableIndex& index, const Spellings& spellings)
    : least_(least_documents(index)), grows_(index.has_remote()) {
  // Remote shards would send every list over the network.
  if (grows_) return;
  Reader reader(*this, index);
  reader.read_terms();
  for (const bool in_title : {false, true}) {
    spellings.for_each_folded([&](std::string_view folded, const Spellings::Group& group) {
      reader.unite(folded_list(folded, in_title), group, in_title);
    });
    spellings.for_each_lemmas([&](std::string_view lemmas, const Spellings::Group& group) {
      reader.unite(forms_list(lemmas, in_title), group, in_title);
    });
  }
}

FrequentPostings::FrequentPostings(const FrequentPostings& before, const Changes& changes,
                                   const Spellings& spellings)
    : least_(least_documents(changes.index())), grows_(before.grows_) {
  // Searches of the revision before may still add lists to it.
  const std::lock_guard lock(before.mutex_);
  for (const auto& [name, list] : before.lists_) {
    const std::string_view selection = selection_of(name);
    std::vector<Posting> united;
    if (changes.may_contain(selection)) united = changes.unite(terms_of_list(name, spellings));
    const std::span<const Posting> now = selection.empty() ? changes.postings(name) : united;
    // A list in which a changed document was and is not is copied without change: most lists of
    // most commits.
    const bool is_same = now.empty() && !list.contains_any(changes.numbers());
    PostingList later = is_same ? list : PostingList(list, changes.numbers(), now, changes.last());
    if (later.size() >= least_) lists_.emplace(name, std::move(later));
  }
  if (grows_) return;
  const auto add_new = [&](const std::string& name) {
    if (before.lists_.contains(name)) return;
    const std::vector<std::string> terms = terms_of_list(name, spellings);
    std::uint64_t most = 0;  // documents
    for (const std::string& term : terms) most += changes.index().get_termfreq(term);
    if (most < least_) return;
    PostingList list(changes.index(), terms, changes.last());
    if (list.size() >= least_) lists_.emplace(name, std::move(list));
  };
  for (const auto& [name, postings] : changes.terms()) add_new(name);
  for (const std::string& name : changes.forms()) add_new(name);
}

const PostingList* FrequentPostings::find(const std::string& name) const {
  std::unique_lock lock(mutex_, std::defer_lock);
  // A local index never grows: its readers need no lock.
  if (grows_) lock.lock();
  const auto found = lists_.find(name);
  return found == lists_.end() ? nullptr : &found->second;
}

const PostingList* FrequentPostings::keep(const std::string& name, PostingList& list) const {
  if (!grows_ || list.size() < least_) return nullptr;
  const std::lock_guard lock(mutex_);
  // Another thread may have been faster; pointers into an unordered_map stay valid when it grows.
  return &lists_.try_emplace(name, std::move(list)).first->second;
}

const PostingList& Postings::of(const std::string& name) {
  if (const PostingList* list = frequent_.find(name)) return *list;
  const auto known = decoded_.find(name);
  if (known != decoded_.end()) return known->second;
  // Not an error: the searcher sees that the deadline is over and marks its result.
  if (deadline_ != nullptr && deadline_->is_over()) return decoded_[name];
  PostingList list(index_, terms_of_list(name, spellings_), last_);
  if (const PostingList* kept = frequent_.keep(name, list)) return *kept;
  return decoded_.try_emplace(name, std::move(list)).first->second;
}

}  // namespace pressoir::store
