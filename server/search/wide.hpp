// Loops that gain from wider instructions than every x86-64 has.
#pragma once

// Before a function without intrinsics: it is compiled twice, and the program takes the version with
// AVX2 where the processor has it. Both give the same results to the bit: no multiply-add is fused.
// Sanitizers instrument the choice itself, which runs before they are ready: there is none then.
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__) && \
    !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
#define PRESSOIR_WIDE __attribute__((target_clones("avx2", "default")))
#else
#define PRESSOIR_WIDE
#endif
