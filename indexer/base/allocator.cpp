#include "indexer/base/allocator.hpp"

#ifdef PRESSOIR_MIMALLOC
#include <mimalloc.h>
#endif

namespace pressoir::base {

void prefer_large_pages() {
#ifdef PRESSOIR_MIMALLOC
  mi_option_enable(mi_option_large_os_pages);
#endif
}

}  // namespace pressoir::base
