/* The kernel sets that this machine can run, and columns to run them on. */
#ifndef OUTLAY_TEST_KERNEL_SETS_H
#define OUTLAY_TEST_KERNEL_SETS_H

#include "kernels.h"

enum { KERNEL_SETS = 4 };

/* The i-th set, the portable one first; NULL where this machine lacks it. */
const outlay_kernels *kernel_set(int i);

/* A column of n doubles (a multiple of OUTLAY_LANES), aligned to 64 bytes; free() it. */
double *new_column(size_t n);

/* True if both have the same bits, or both are NaN. */
bool same_value(double a, double b);
/* Fails at the first of n values that differ, naming `what`, the set and the arguments. */
void assert_same_columns(const char *what, const outlay_kernels *set, const double *expected,
                         const double *got, const double *a, const double *b, size_t n);

/* |got - exact| in units of exact's last digit as a double. */
double ulps(double got, long double exact);

/* Pseudo-random words for test data (xorshift64*, Vigna 2016). */
uint64_t next_word(uint64_t *state);

/* Arguments of every kind: the edge values, then every exponent, then moderate sizes. */
void fill_hard(double *column, size_t n, uint64_t seed);
/* Moderate ones only: both signs, sizes 1e-6 to 1e6. */
void fill_moderate(double *column, size_t n, uint64_t seed);

#endif
