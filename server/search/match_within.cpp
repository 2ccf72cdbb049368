#include "server/search/match_within.hpp"

namespace pressoir::search {
namespace {

// A set as an operand of a query; empty from the deadline on.
class SetSource : public Xapian::PostingSource {
 public:
  SetSource(const DocumentSet& set, Deadline& deadline)
      : set_(set), deadline_(deadline), size_(static_cast<Xapian::doccount>(set.size())) {}

  Xapian::doccount get_termfreq_min() const override { return size_; }
  Xapian::doccount get_termfreq_est() const override { return size_; }
  Xapian::doccount get_termfreq_max() const override { return size_; }
  void next(double) override { move_to(at_ + 1); }
  void skip_to(Xapian::docid number, double) override {
    if (number > at_) move_to(number);
  }
  bool at_end() const override { return is_at_end_; }
  Xapian::docid get_docid() const override { return at_; }
  void init(const Xapian::Database&) override {
    at_ = 0;
    is_at_end_ = false;
  }

 private:
  void move_to(Xapian::docid number) {
    at_ = deadline_.is_over() ? 0 : set_.next(number);
    is_at_end_ = at_ == 0;
  }

  const DocumentSet& set_;
  Deadline& deadline_;
  Xapian::doccount size_;
  Xapian::docid at_ = 0;
  bool is_at_end_ = false;
};

// Takes every match away from Xapian, which then keeps and sorts none.
class SetFiller : public Xapian::MatchDecider {
 public:
  explicit SetFiller(DocumentSet& set) : set_(set) {}

  bool operator()(const Xapian::Document& document) const override {
    set_.add(document.get_docid());
    return false;
  }

 private:
  DocumentSet& set_;
};

}  // namespace

DocumentSet match_within(const Xapian::Database& database, const Xapian::Query& query,
                         const DocumentSet& within, Deadline& deadline) {
  DocumentSet found = within.empty_like();
  SetSource source(within, deadline);
  const SetFiller filler(found);
  Xapian::Enquire enquire(database);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_query(Xapian::Query(Xapian::Query::OP_FILTER, query, Xapian::Query(&source)));
  enquire.get_mset(0, 0, database.get_doccount(), nullptr, &filler);
  return found;
}

}  // namespace pressoir::search
