// A file that was put into the program when it was built (see pressoir_embed in the top
// CMakeLists.txt). Its bytes live as long as the program.
#pragma once

#include <span>
#include <string_view>

namespace pressoir::base {

struct EmbeddedFile {
  std::string_view name;   // the file's own name, without folders
  std::string_view bytes;  // its content, as it was at build time
};

}  // namespace pressoir::base
