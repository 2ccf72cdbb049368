// The allocator of the programs, mimalloc; that of the sanitizers in a build with them.
#pragma once

namespace pressoir::base {

// Asks the system for pages of 2 MB, where it has them: a program that reads much memory at random
// then waits less for it, and holds a tenth more. To be called first of all by main().
void prefer_large_pages();

}  // namespace pressoir::base
