// Which documents share something, in the faster of two forms. A plain value.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "server/store/document_set.hpp"

namespace pressoir::store {

class DocumentList {
 public:
  // `numbers` ascending, each once, up to `last`. What more than one document in kDenseShare has is
  // a set, the rest a list: that is where both take as long to count.
  static constexpr std::uint32_t kDenseShare = 128;
  DocumentList(std::span<const std::uint32_t> numbers, std::uint32_t last);

  std::uint32_t size() const { return size_; }
  std::size_t bytes() const;  // of memory, for figures

  // How long counting takes, about, in steps of a nanosecond.
  std::uint64_t count_cost() const { return dense_ ? dense_->blocks().size() / 4 : size_; }
  std::uint64_t count_in(const DocumentSet& set) const;
  void add_to(DocumentSet& set) const;

  std::vector<std::uint32_t> numbers() const;  // ascending

 private:
  std::uint32_t size_;
  std::vector<std::uint32_t> numbers_;
  std::optional<DocumentSet> dense_;
};

}  // namespace pressoir::store
