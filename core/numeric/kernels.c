/* Which kernels this processor can run. */
#include "kernels.h"

#include <stdlib.h>
#include <string.h>

extern const outlay_kernels outlay_kernels_portable_table;

const outlay_kernels *outlay_kernels_portable(void) { return &outlay_kernels_portable_table; }

#if defined(__x86_64__)

extern const outlay_kernels outlay_kernels_avx2_table;
extern const outlay_kernels outlay_kernels_avx512_table;

const outlay_kernels *outlay_kernels_avx2(void) {
  const bool here = __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma");
  return here && outlay_kernels_avx2_table.name != NULL ? &outlay_kernels_avx2_table : NULL;
}

const outlay_kernels *outlay_kernels_avx512(void) {
  const bool here = __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq") &&
                    __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("fma");
  return here && outlay_kernels_avx512_table.name != NULL ? &outlay_kernels_avx512_table : NULL;
}

#else

const outlay_kernels *outlay_kernels_avx2(void) { return NULL; }
const outlay_kernels *outlay_kernels_avx512(void) { return NULL; }

#endif

extern const outlay_kernels outlay_kernels_neon_table;

const outlay_kernels *outlay_kernels_neon(void) {
  return outlay_kernels_neon_table.name != NULL ? &outlay_kernels_neon_table : NULL;
}

const outlay_kernels *outlay_kernels_best(void) {
  const outlay_kernels *const sets[] = {outlay_kernels_avx512(), outlay_kernels_avx2(),
                                        outlay_kernels_neon(), outlay_kernels_portable()};
  const size_t count = sizeof sets / sizeof sets[0];
  const char *wanted = getenv("OUTLAY_KERNELS");
  for (size_t i = 0; wanted != NULL && i < count; i++) {
    if (sets[i] != NULL && strcmp(sets[i]->name, wanted) == 0) return sets[i];
  }
  for (size_t i = 0; i < count; i++) {
    if (sets[i] != NULL) return sets[i];
  }
  return outlay_kernels_portable();
}
