/* The kernels for 64-bit ARM. Wants -O3; no flags of its own. Elsewhere the table is empty, and
 * kernels.c passes it over. */
#if defined(__aarch64__)
#include "kernels_vector_neon.h"

#define KERNELS_TABLE outlay_kernels_neon_table
#define KERNELS_NAME "neon"
#include "kernels.inc"
#else
#include "kernels.h"

extern const outlay_kernels outlay_kernels_neon_table;
const outlay_kernels outlay_kernels_neon_table = {.name = NULL};
#endif
