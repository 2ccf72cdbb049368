// One file as one page.
#pragma once

#include <string>

#include "indexer/sources/source.hpp"

namespace pressoir::sources {

// A file and the place below the folder named, from which its address is made.
struct PageFile {
  std::string path;
  std::string path_below;  // `2012/12/05.html`; the file's own name when it was named itself
};

// The page in a file; its item says why when there is none (kUnreadable, kTooLarge, kEmpty). Of a
// page that is packed, the address does not have the `.gz`.
Item read_page(const PageFile& file, const SourceOptions& options);

}  // namespace pressoir::sources
