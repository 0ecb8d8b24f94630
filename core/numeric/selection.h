/* Order statistics of arrays. */
#ifndef OUTLAY_SELECTION_H
#define OUTLAY_SELECTION_H

#include <stddef.h>

/* Reorders n values so that those at the given ranks (rising, each below n, from 0) are what
 * sorting would put there. Linear in n for one rank, whatever the order and the ties; values
 * should not be NaN (then the result is meaningless, but it ends). */
void outlay_select(double *values, size_t n, const size_t *ranks, size_t count);

#endif
