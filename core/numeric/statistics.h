/* Statistics of columns of samples: exact, deterministic, without side effects. */
#ifndef OUTLAY_STATISTICS_H
#define OUTLAY_STATISTICS_H

#include <stdbool.h>

#include "kernels.h"
#include "memory.h"

/* Count, mean and sum of squared deviations of a set of samples, which can be merged with
 * another's without loss (Chan, Golub and LeVeque 1983). */
typedef struct outlay_accumulator {
  double count, mean, m2, minimum, maximum;
} outlay_accumulator;

/* The accumulator of a column of n finite values. */
void outlay_accumulate(const outlay_kernels *kernels, const double *column, size_t n,
                       outlay_accumulator *out);
/* Adds `next` to `into`; merging in a fixed order gives fixed digits. */
void outlay_accumulator_merge(outlay_accumulator *into, const outlay_accumulator *next);
void outlay_accumulator_moments(const outlay_accumulator *accumulator, outlay_moments *out);

/* Exact quantiles of n finite values by selection, without sorting or changing the column
 * (type 7 of Hyndman and Fan, The American Statistician 50, 1996). Probabilities in [0, 1] in
 * any order. The digits do not depend on `threads`, which long columns use. OUTLAY_ERROR_MEMORY, or
 * OUTLAY_ERROR_ARGUMENT for a probability outside. */
outlay_status outlay_quantiles(const outlay_allocator *allocator, uint32_t threads,
                               const double *column, size_t n, const double *probabilities,
                               size_t count, double *out, outlay_error *error);

/* The part `fraction` of the way between two finite values, whose distance may be beyond the range
 * of a double. */
double outlay_between(double low, double high, double fraction);

/* Spearman's rank correlation; ties share their mean rank. 0 if a column is constant. */
outlay_status outlay_rank_correlation(const outlay_allocator *allocator, const double *a,
                                      const double *b, size_t n, double *out, outlay_error *error);

/* The share of y's variance that knowing x would remove, 0 to 1: the first-order Sobol index,
 * estimated from the samples as the correlation ratio of y over groups of x with equally many
 * samples (Plischke, Borgonovo and Smith, European Journal of Operational Research 226, 2013). It
 * sees dependence of any shape, and not what x does only together with others. */
outlay_status outlay_variance_share(const outlay_allocator *allocator, const double *y,
                                    const double *x, size_t n, double *out, outlay_error *error);

/* Groups of x with equally many samples, by rank: the group of each sample, and how many there are
 * (about the cube root of n). */
outlay_status outlay_rank_groups(const outlay_allocator *allocator, const double *x, size_t n,
                                 uint32_t *group_of, size_t *groups, outlay_error *error);

/* A column of n values, or one value for all samples. */
typedef struct outlay_choice {
  const double *column; /* NULL: fixed */
  double fixed;
} outlay_choice;

/* See outlay_result_information; `group_of` from outlay_rank_groups. The value and its standard
 * error are of the choice's mean in the samples' unit. */
outlay_status outlay_information(const outlay_allocator *allocator, const outlay_choice *choices,
                                 size_t count, const uint32_t *group_of, size_t groups, size_t n,
                                 bool greatest, size_t *best, double *value, double *standard_error,
                                 outlay_error *error);

#endif
