/* The kernels for x86-64 with AVX2 and FMA. Wants -O3 -mavx2 -mfma; built without, the table is
 * empty, and kernels.c passes it over. */
#if defined(__AVX2__) && defined(__FMA__)
#include "kernels_vector_avx2.h"

#define KERNELS_TABLE outlay_kernels_avx2_table
#define KERNELS_NAME "avx2"
#include "kernels.inc"
#else
#include "kernels.h"

extern const outlay_kernels outlay_kernels_avx2_table;
const outlay_kernels outlay_kernels_avx2_table = {.name = NULL};
#endif
