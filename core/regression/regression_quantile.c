/* The line below which a share of the points lies (Koenker and Bassett, Econometrica 46, 1978).
 *
 * The sum of tilted distances is convex in the slope, if the constant is the best for it, and has
 * its least value at the slope of some pair of points: a search among the sorted slopes is exact.
 */
#include <math.h>
#include <stdlib.h>

#include "regression.h"
#include "special.h"
#include "status.h"

typedef struct line {
  const outlay_regression_data *data;
  double quantile, middle; /* middle: the mean of x */
  double *scratch;         /* [count] */
} line;

static int compare(const void *a, const void *b) {
  const double x = *(const double *)a, y = *(const double *)b;
  return (x > y) - (x < y);
}

/* The best constant, at the middle, is an order statistic of y - slope x: no interpolation. */
static double best_level(const line *l, double slope) {
  const size_t n = l->data->count;
  for (size_t i = 0; i < n; i++) {
    l->scratch[i] = l->data->y[i] - slope * (l->data->x[i] - l->middle);
  }
  const double rank = ceil(l->quantile * (double)n) - 1.0;
  return outlay_sorted_quantile(l->scratch, n, fmax(rank, 0.0) / (double)(n - 1));
}

static double loss_of(const line *l, double slope) {
  const double level = best_level(l, slope);
  double sum = 0.0;
  for (size_t i = 0; i < l->data->count; i++) {
    const double off = l->data->y[i] - level - slope * (l->data->x[i] - l->middle);
    sum += off * (off > 0.0 ? l->quantile : l->quantile - 1.0);
  }
  return sum;
}

/* The least loss among sorted slopes: halves until they are few. */
static double best_slope(const line *l, const double *slopes, size_t count) {
  size_t low = 0, high = count - 1;
  while (high - low > 8) {
    const size_t middle = low + (high - low) / 2;
    size_t next = middle + 1;
    while (next < high && slopes[next] == slopes[middle]) next++;
    if (loss_of(l, slopes[middle]) <= loss_of(l, slopes[next])) {
      high = middle;
    } else {
      low = middle + 1;
    }
  }
  size_t best = low;
  for (size_t i = low + 1; i <= high; i++) {
    if (loss_of(l, slopes[i]) < loss_of(l, slopes[best])) best = i;
  }
  return slopes[best];
}

/* Hall and Sheather's bandwidth for the density at the quantile (Journal of the Royal Statistical
 * Society B 50, 1988), with the 95 % interval's z. */
static double bandwidth(double quantile, double n) {
  const double z = outlay_normal_quantile(0.975), at = outlay_normal_quantile(quantile);
  const double density = outlay_normal_density(at);
  const double term = outlay_power(1.5 * density * density / (2.0 * at * at + 1.0), 1.0 / 3.0);
  return outlay_power(n, -1.0 / 3.0) * outlay_power(z, 2.0 / 3.0) * term;
}

/* The reciprocal of the residuals' density at the quantile. */
static double sparsity(const outlay_regression *fit, double quantile, double *scratch) {
  const size_t n = fit->rows;
  const double h = bandwidth(quantile, (double)n);
  const double low = fmax(quantile - h, 0.0), high = fmin(quantile + h, 1.0);
  for (size_t i = 0; i < n; i++) scratch[i] = fit->residuals[i];
  const double upper = outlay_sorted_quantile(scratch, n, high);
  return (upper - outlay_sorted_quantile(scratch, n, low)) / (high - low);
}

static size_t take_slopes(const outlay_regression_data *data, double *slopes) {
  size_t found = 0;
  for (size_t i = 0; i < data->count; i++) {
    for (size_t j = i + 1; j < data->count; j++) {
      const double run = data->x[j] - data->x[i];
      if (run != 0.0) slopes[found++] = (data->y[j] - data->y[i]) / run;
    }
  }
  qsort(slopes, found, sizeof *slopes, compare);
  return found;
}

outlay_status outlay_fit_quantile_line(outlay_regression *fit, const outlay_regression_data *data,
                                       double quantile, outlay_error *error) {
  /* The covariance is a multiple of least squares', which also finds an x that never changes. */
  outlay_status status = outlay_least_squares(fit, data, NULL, error);
  if (status != OUTLAY_OK) return status;
  const size_t n = data->count, room = n * (n - 1) / 2;
  double *slopes = outlay_memory_new(&fit->allocator, room, sizeof *slopes);
  if (slopes == NULL) return outlay_fail_memory(error);
  line l = {.data = data, .quantile = quantile, .scratch = fit->weights};
  for (size_t i = 0; i < n; i++) l.middle += data->x[i] / (double)n;
  const size_t pairs = take_slopes(data, slopes);
  const double slope = best_slope(&l, slopes, pairs);
  fit->coefficients[1] = slope;
  fit->coefficients[0] = best_level(&l, slope) - slope * l.middle;
  outlay_memory_free(&fit->allocator, slopes, room, sizeof *slopes);
  outlay_take_residuals(fit, data, NULL);
  const double s = sparsity(fit, quantile, fit->weights);
  fit->info.scale = sqrt(fit->info.deviance / fit->info.degrees);
  outlay_scale_covariance(fit, quantile * (1.0 - quantile) * s * s);
  return OUTLAY_OK;
}
