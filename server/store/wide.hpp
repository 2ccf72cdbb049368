// Loops that gain from wider instructions than every x86-64 has.
#pragma once

// Before a function without intrinsics: it is compiled twice, and the program takes the version
// with AVX2 where the processor has it. Both give the same results to the bit: no multiply-add is
// fused. Sanitizers instrument the choice itself, which runs before they are ready: there is none
// then.
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__) && \
    !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
#define PRESSOIR_WIDE __attribute__((target_clones("avx2", "default")))
#else
#define PRESSOIR_WIDE
#endif

// Before a function that counts bits and is called only where counts_bits_widely() is true: the
// processor then counts those of eight words at once, three times as fast as one by one.
#if defined(__x86_64__) && defined(__GNUC__)
#define PRESSOIR_COUNTS_BITS __attribute__((target("avx512vpopcntdq,avx512vl")))
#else
#define PRESSOIR_COUNTS_BITS
#endif

namespace pressoir::store {

inline bool counts_bits_widely() {
#if defined(__x86_64__) && defined(__GNUC__)
  static const bool is_able =
      __builtin_cpu_supports("avx512vpopcntdq") != 0 && __builtin_cpu_supports("avx512vl") != 0;
  return is_able;
#else
  return false;
#endif
}

}  // namespace pressoir::store
