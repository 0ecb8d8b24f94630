/* The kernels for x86-64 with AVX-512 (F, DQ, VL). Wants -O3 -mavx512f -mavx512dq -mavx512vl -mfma;
 * built without, the table is empty, and kernels.c passes it over. */
#if defined(__AVX512F__) && defined(__AVX512DQ__) && defined(__AVX512VL__)
#include "kernels_vector_avx512.h"

#define KERNELS_TABLE outlay_kernels_avx512_table
#define KERNELS_NAME "avx512"
#include "kernels.inc"
#else
#include "kernels.h"

extern const outlay_kernels outlay_kernels_avx512_table;
const outlay_kernels outlay_kernels_avx512_table = {.name = NULL};
#endif
