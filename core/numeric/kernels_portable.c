/* The kernels for any processor. Wants -O3; no flags of its own. */
#include "kernels_vector_scalar.h"

#define KERNELS_TABLE outlay_kernels_portable_table
#define KERNELS_NAME "portable"
#include "kernels.inc"
