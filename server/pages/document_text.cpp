#include "server/pages/document_text.hpp"

#include <algorithm>
#include <utility>

#include "server/pages/link.hpp"
#include "server/pages/typography.hpp"

namespace pressoir::pages {
namespace {

using Blocks = std::vector<std::vector<search::Fragment>>;

// Of the blocks, from `begin` to before `end`.
struct Part {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t passages_before = 0;
};

bool has_match(const std::vector<search::Fragment>& text) {
  return std::any_of(text.begin(), text.end(), [](const auto& fragment) { return fragment.match; });
}

std::size_t bytes_of(const std::vector<search::Fragment>& text) {
  std::size_t bytes = 0;
  for (const search::Fragment& fragment : text) bytes += fragment.text.size();
  return bytes;
}

// At least one part; `passages` is how many blocks have a match.
std::vector<Part> cut_into_parts(const Blocks& blocks, std::size_t& passages) {
  std::size_t total = 0;
  for (const auto& block : blocks) total += bytes_of(block);
  const std::size_t size = total / (total / kPartBytes + 1) + 1;
  std::vector<Part> parts(1);
  std::size_t bytes = 0;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    if (bytes >= size * parts.size()) parts.push_back({i, i, passages});
    parts.back().end = i + 1;
    bytes += bytes_of(blocks[i]);
    if (has_match(blocks[i])) ++passages;
  }
  return parts;
}

class Text {
 public:
  Text(const search::Searcher::DocumentView& found, const TextRequest& request)
      : found_(found), request_(request), parts_(cut_into_parts(found.blocks, passages_)) {}

  bool has_part() const { return request_.part >= 1 && request_.part <= parts_.size(); }

  TextView view() const {
    TextView view;
    add_groups(view);
    add_passages(view);
    for (std::size_t part = 1; part <= parts_.size() && parts_.size() > 1; ++part) {
      view.parts.push_back({number(part), part == request_.part ? "" : part_href(part)});
    }
    if (request_.part < parts_.size()) view.next_part_href = part_href(request_.part + 1);
    return view;
  }

 private:
  void add_groups(TextView& view) const {
    const Part& part = parts_[request_.part - 1];
    std::size_t passage = part.passages_before;
    const std::size_t end = std::min(part.end, found_.document.blocks.size());
    for (std::size_t i = part.begin; i < end; ++i) {
      const base::BlockKind kind = found_.document.blocks[i].kind;
      if (view.groups.empty() || view.groups.back().kind != kind) view.groups.push_back({kind, {}});
      BlockView block{kind, found_.blocks[i], 0, "", ""};
      if (has_match(block.text)) {
        block.passage = ++passage;
        if (passage < passages_) block.next_href = passage_href(passage + 1);
        if (passage > 1) block.previous_href = passage_href(passage - 1);
      }
      view.groups.back().blocks.push_back(std::move(block));
    }
  }

  void add_passages(TextView& view) const {
    view.passage_count = passages_;
    if (passages_ == 0) return;
    view.passages = counted(passages_, {"paragraphe contient", "paragraphes contiennent"}) +
                    " des mots cherchés";
    if (passages_ == 1) {
      view.passage_links = {{"le lire", passage_href(1)}};
    } else {
      view.passage_links = {{"premier", passage_href(1)}, {"dernier", passage_href(passages_)}};
    }
  }

  std::string part_href(std::size_t part) const {
    std::string href = document_href(found_.document.id, request_.q);
    if (part == 1) return href;
    return href + (request_.q.empty() ? "?" : "&") + "part=" + std::to_string(part);
  }

  std::string passage_href(std::size_t passage) const {
    std::size_t part = parts_.size();
    while (part > 1 && parts_[part - 1].passages_before >= passage) --part;
    const std::string anchor = "#passage-" + std::to_string(passage);
    return part == request_.part ? anchor : part_href(part) + anchor;
  }

  const search::Searcher::DocumentView& found_;
  const TextRequest& request_;
  std::size_t passages_ = 0;
  std::vector<Part> parts_;
};

}  // namespace

std::optional<TextView> view_text(const search::Searcher::DocumentView& found,
                                  const TextRequest& request) {
  const Text text(found, request);
  if (!text.has_part()) return std::nullopt;
  return text.view();
}

}  // namespace pressoir::pages
