/* Correlation matrices: whether there can be such draws, how to make them, and the nearest that can
 * be. Matrices are n by n, row by row. */
#ifndef OUTLAY_CORRELATION_H
#define OUTLAY_CORRELATION_H

#include <stdbool.h>

#include "memory.h"

/* The lower triangular L with L L' = matrix (Cholesky), for positive semidefinite ones too: false
 * if the matrix is not. `factor` may be the matrix. */
bool outlay_correlation_factor(const double *matrix, size_t n, double *factor);

/* The nearest correlation matrix by the sum of squared differences (Higham, "Computing the nearest
 * correlation matrix - a problem from finance", IMA Journal of Numerical Analysis 22, 2002).
 * Symmetric input; false when out of memory. */
bool outlay_correlation_nearest(const outlay_allocator *allocator, const double *matrix, size_t n,
                                double *nearest);

#endif
