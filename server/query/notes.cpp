#include "server/query/notes.hpp"

#include <algorithm>
#include <utility>

#include "indexer/base/utf8.hpp"

namespace pressoir::query {

std::string excerpt(std::string_view text) {
  std::string kept(base::clip_utf8(text, kMaxQuotedBytes));
  // Control characters would break a log line or a page.
  const bool is_whole = kept.size() == text.size();
  for (char& c : kept) {
    if (static_cast<unsigned char>(c) < ' ') c = ' ';
  }
  return is_whole ? kept : kept + "…";
}

void Notes::add(Note note) {
  // Before the comparison: two notes that a reader could not tell apart are one.
  note.text = excerpt(note.text);
  for (std::string& name : note.names) name = excerpt(name);
  if (std::find(notes_.begin(), notes_.end(), note) != notes_.end()) return;
  if (notes_.size() < kMaxNotes) {
    notes_.push_back(std::move(note));
  } else {
    // Not compared with each other: a bound on time as well as on memory.
    // Not compared with each other, which bounds the time as well as the memory.
    ++dropped_;
  }
}

}  // namespace pressoir::query
