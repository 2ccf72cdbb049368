#include "server/query/notes.hpp"

#include <algorithm>
#include <utility>

#include "indexer/base/utf8.hpp"

namespace pressoir::query {

std::string quoted(std::string_view text) {
  std::string kept(base::clip_utf8(text, kMaxQuotedBytes));
  const bool is_whole = kept.size() == text.size();
  for (char& c : kept) {
    if (static_cast<unsigned char>(c) < ' ') c = ' ';
  }
  return "« " + kept + (is_whole ? " »" : "… »");
}

std::string join(const std::vector<std::string>& items, std::string_view last_link) {
  std::string text;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (i > 0) text += i + 1 == items.size() ? last_link : std::string_view(", ");
    text += items[i];
  }
  return text;
}

void Notes::add(std::string note) {
  if (std::find(notes_.begin(), notes_.end(), note) != notes_.end()) return;
  if (notes_.size() < kMaxNotes) {
    notes_.push_back(std::move(note));
  } else {
    ++left_out_;
  }
}

std::string Notes::text() const {
  std::string text;
  for (const std::string& note : notes_) text += (text.empty() ? "" : " ; ") + note;
  if (left_out_ == 1) text += " ; et une autre remarque";
  if (left_out_ > 1) text += " ; et " + std::to_string(left_out_) + " autres remarques";
  return text;
}

}  // namespace pressoir::query
