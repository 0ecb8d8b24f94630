/* Goodness of fit. Each test rejects a right sampler with probability GOODNESS_FALSE_ALARM, once,
 * for its fixed seed: a test that passes passes always. */
#ifndef OUTLAY_TEST_GOODNESS_H
#define OUTLAY_TEST_GOODNESS_H

#include <stddef.h>

#define GOODNESS_FALSE_ALARM 1e-6

/* Kolmogorov and Smirnov: n values of [0, 1], reordered, against the uniform distribution. */
void assert_uniform(const char *what, double *values, size_t n);
/* Pearson's chi-square of counts against expected numbers; the sum of both is the same. */
void assert_counts(const char *what, const size_t *counts, const double *expected, size_t bins);
/* The correlation of two independent columns. */
void assert_uncorrelated(const char *what, const double *a, const double *b, size_t n);
/* A mean of n independent values with this expectation and standard deviation. */
void assert_mean(const char *what, double mean, double expected, double sd, size_t n);

#endif
