// What a program is linked with besides code: files embedded when it was built, and its allocator.
#pragma once

#ifdef PRESSOIR_MIMALLOC
#include <mimalloc.h>
#endif

#include <span>
#include <string_view>

namespace pressoir::base {

// A file that pressoir_embed (top CMakeLists.txt) put into the program: gazetteers, templates,
// styles. `pressoir_embed(target name FILES …)` defines
// `std::span<const base::EmbeddedFile> pressoir::name()`, the files in the order given. The bytes
// live as long as the program and may be read from any thread.
struct EmbeddedFile {
  std::string_view name;   // the file's own name, without folders
  std::string_view bytes;  // its content at build time
};

// Makes mimalloc ask the system for pages of 2 MB where it has them. A server reads posting lists
// at random over gigabytes: with large pages it waits less for address translation, for a tenth
// more memory. Call it first in main(), before anything allocates; it does nothing in a build with
// sanitizers, which bring their own allocator.
inline void prefer_large_pages() {
#ifdef PRESSOIR_MIMALLOC
  mi_option_enable(mi_option_large_os_pages);
#endif
}

}  // namespace pressoir::base
