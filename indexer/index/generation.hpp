// Where an index stands in its folder, so that a rebuilt one takes the place of the old one at
// once and whole:
//
//   XAPIANDB       `glass generation-7`: a stub of Xapian, which opens the folder by it
//   generation-7/  the database that readers open, and that a writer has locked
//   loading/       segments on their way into generation-8, of a writer or of a killed one
//   writer         the process that writes, for the message to a second one
//
// XAPIANDB is replaced by renaming. What it does not name is nobody's: the next writer removes it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "indexer/base/error.hpp"

namespace pressoir::index {

// The generation that the folder of an index names; nothing when there is none.
std::optional<std::uint64_t> current_generation(const std::string& path);

// The folder of a generation.
std::string generation_folder(const std::string& path, std::uint64_t generation);

// What Xapian has to open for an index: the folder of its current generation, or `path` itself,
// which may be another kind of database.
std::string database_path(const std::string& path);

// The folder of the segments.
std::string loading_folder(const std::string& path);

// Makes a generation the current one, durably. kUnreadable or kNoSpace; the one before then stays.
base::Result<void> publish_generation(const std::string& path, std::uint64_t generation);

// Removes what a killed writer left: segments and every generation but the current one. Only for
// the one who has locked it.
void remove_leftovers(const std::string& path);

// Says who writes, and who it is. Empty when it is not known.
void name_writer(const std::string& path);
std::string writer_name(const std::string& path);

}  // namespace pressoir::index
