#include "goodness.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

/* |z| beyond which a standard normal lies with probability 1e-6. */
static const double z_limit = 4.8916384757;

static int compare(const void *a, const void *b) {
  const double x = *(const double *)a, y = *(const double *)b;
  return (x > y) - (x < y);
}

void assert_uniform(const char *what, double *values, size_t n) {
  qsort(values, n, sizeof *values, compare);
  double distance = 0.0;
  for (size_t i = 0; i < n; i++) {
    if (!(values[i] >= 0.0 && values[i] <= 1.0))
      fail_msg("%s: %g is no probability", what, values[i]);
    distance = fmax(distance, ((double)i + 1.0) / (double)n - values[i]);
    distance = fmax(distance, values[i] - (double)i / (double)n);
  }
  /* P(sqrt(n) D > x) is about 2 exp(-2 x^2). */
  const double limit = sqrt(-0.5 * log(GOODNESS_FALSE_ALARM / 2.0));
  const double statistic = sqrt((double)n) * distance;
  if (statistic > limit) fail_msg("%s: sqrt(n) D is %g, above %g", what, statistic, limit);
}

void assert_counts(const char *what, const size_t *counts, const double *expected, size_t bins) {
  double chi_square = 0.0;
  for (size_t i = 0; i < bins; i++) {
    const double off = (double)counts[i] - expected[i];
    chi_square += off * off / expected[i];
  }
  /* Wilson and Hilferty's normal score of a chi-square (1931). */
  const double freedom = (double)bins - 1.0, v = 2.0 / (9.0 * freedom);
  const double z = (cbrt(chi_square / freedom) - (1.0 - v)) / sqrt(v);
  if (fabs(z) > z_limit) fail_msg("%s: chi-square is %g for %zu bins", what, chi_square, bins);
}

void assert_uncorrelated(const char *what, const double *a, const double *b, size_t n) {
  double ma = 0.0, mb = 0.0, aa = 0.0, bb = 0.0, ab = 0.0;
  for (size_t i = 0; i < n; i++) {
    ma += a[i] / (double)n;
    mb += b[i] / (double)n;
  }
  for (size_t i = 0; i < n; i++) {
    aa += (a[i] - ma) * (a[i] - ma);
    bb += (b[i] - mb) * (b[i] - mb);
    ab += (a[i] - ma) * (b[i] - mb);
  }
  const double z = ab / sqrt(aa * bb) * sqrt((double)n);
  if (fabs(z) > z_limit) fail_msg("%s: a correlation of %g", what, ab / sqrt(aa * bb));
}

void assert_mean(const char *what, double mean, double expected, double sd, size_t n) {
  const double z = (mean - expected) / (sd / sqrt((double)n));
  if (fabs(z) > z_limit) {
    fail_msg("%s: a mean of %.10g, %g standard errors from %.10g", what, mean, z, expected);
  }
}
