/* Fits that outliers move little: Huber's M-estimate, and the lines of Theil and Sen. */
#include <math.h>
#include <string.h>

#include "regression.h"
#include "selection.h"
#include "special.h"
#include "status.h"

static const double normal_mad = 0.6745; /* median distance of a standard normal, as MASS has it */
static const double huber_k = 1.345;     /* 95 % as efficient as least squares for normals */
static const double converged = 1e-11;   /* change of coefficients, relative to the scale */
enum { MOST_ITERATIONS = 500, MOST_POINTS = 10000 };

double outlay_quantile_of_values(double *values, size_t n, double probability) {
  const double place = probability * (double)(n - 1);
  const size_t below = (size_t)floor(place);
  const size_t ranks[2] = {below, below + 1 < n ? below + 1 : below};
  outlay_select(values, n, ranks, ranks[1] > ranks[0] ? 2 : 1);
  return values[ranks[0]] + (place - (double)below) * (values[ranks[1]] - values[ranks[0]]);
}

/* The scale of residuals; 0 where at least half of them are rounding of y. */
static double median_distance(const outlay_regression_data *data, const double *residuals,
                              double *scratch) {
  const size_t n = data->count;
  for (size_t i = 0; i < n; i++) scratch[i] = fabs(residuals[i]);
  const double middle = outlay_quantile_of_values(scratch, n, 0.5);
  return middle > outlay_rounding_of(data) ? middle / normal_mad : 0.0;
}

/* ---- Huber (Robust Statistics, 1981), by iterated weights, as MASS's rlm -----------------------
 */

static double largest_change(const double *a, const double *b, size_t n) {
  double largest = 0.0;
  for (size_t i = 0; i < n; i++) largest = fmax(largest, fabs(a[i] - b[i]));
  return largest;
}

static outlay_status iterate(outlay_regression *fit, const outlay_regression_data *data,
                             double *scratch, double *before, outlay_error *error) {
  const size_t n = data->count;
  for (uint32_t i = 0; i < MOST_ITERATIONS; i++) {
    fit->info.scale = median_distance(data, fit->residuals, scratch);
    fit->info.iterations = i;
    const double edge = huber_k * fit->info.scale;
    memcpy(before, fit->residuals, n * sizeof *before);
    /* More than half the points lie on the line: no scale to tell outliers by. */
    if (!(fit->info.scale > 0.0)) return OUTLAY_OK;
    for (size_t k = 0; k < n; k++) {
      const double far = fabs(fit->residuals[k]);
      fit->weights[k] = far > edge ? edge / far : 1.0;
    }
    const outlay_status status = outlay_least_squares(fit, data, fit->weights, error);
    if (status != OUTLAY_OK) return status;
    if (largest_change(before, fit->residuals, n) <= converged * fit->info.scale) return OUTLAY_OK;
  }
  const outlay_status status =
      outlay_fail(error, OUTLAY_ERROR_ARGUMENT,
                  "Huber's fit does not settle in %d steps: the points give no steady scale",
                  (int)MOST_ITERATIONS);
  outlay_advise(error, "use Theil-Sen, or least squares without the outliers");
  return status;
}

/* Huber's covariance, equation 6.5 of chapter 7: the factor on (X' X)^-1. */
static double huber_factor(const outlay_regression *fit, size_t n) {
  const double scale = fit->info.scale, coefficients = (double)fit->info.terms + 1.0;
  if (!(scale > 0.0)) return 0.0;
  double psi = 0.0, inside = 0.0;
  for (size_t i = 0; i < n; i++) {
    const double clipped = fmin(fabs(fit->residuals[i]), huber_k * scale);
    psi += clipped * clipped;
    inside += fabs(fit->residuals[i]) <= huber_k * scale;
  }
  const double mean = inside / (double)n;
  const double variance = mean * (1.0 - mean) * (double)n / (double)(n - 1);
  const double kappa = 1.0 + coefficients * variance / ((double)n * mean * mean);
  return psi / fit->info.degrees * (kappa / mean) * (kappa / mean);
}

outlay_status outlay_fit_huber(outlay_regression *fit, const outlay_regression_data *data,
                               outlay_error *error) {
  const size_t n = data->count, width = data->terms + 1, room = 2 * n + width * (width + 1);
  double *scratch = outlay_memory_new(&fit->allocator, room, sizeof *scratch);
  if (scratch == NULL) return outlay_fail_memory(error);
  double *plain = scratch + 2 * n, *means = plain + width * width;
  outlay_status status = outlay_least_squares(fit, data, NULL, error);
  if (status == OUTLAY_OK) {
    const double variance = fit->level_variance;
    memcpy(plain, fit->covariance, width * width * sizeof *plain);
    memcpy(means, fit->means, data->terms * sizeof *means);
    status = iterate(fit, data, scratch, scratch + n, error);
    /* The covariance is that of equal weights, and the level is taken where they have it. */
    memcpy(fit->covariance, plain, width * width * sizeof *plain);
    fit->level_variance = variance;
    for (size_t j = 0; j < data->terms; j++) {
      fit->info.level += fit->coefficients[j + 1] * (means[j] - fit->means[j]);
      fit->means[j] = means[j];
    }
    outlay_take_constant(fit);
    outlay_take_residuals(fit, data, NULL);
    outlay_scale_covariance(fit, huber_factor(fit, n));
  }
  outlay_memory_free(&fit->allocator, scratch, room, sizeof *scratch);
  return status;
}

/* ---- Theil-Sen --------------------------------------------------------------------------------
 */

/* The slopes of all pairs of different x; how many. */
static size_t take_slopes(const outlay_regression_data *data, double *slopes) {
  size_t found = 0;
  for (size_t i = 0; i < data->count; i++) {
    for (size_t j = i + 1; j < data->count; j++) {
      const double run = data->x[j] - data->x[i];
      if (run != 0.0) slopes[found++] = (data->y[j] - data->y[i]) / run;
    }
  }
  return found;
}

/* Ties among x: the variance of Kendall's S is (n (n-1) (2n+5) - sum t (t-1) (2t+5)) / 18. */
static double kendall_variance(const outlay_regression_data *data) {
  const double n = (double)data->count;
  double ties = 0.0;
  for (size_t i = 0; i < data->count; i++) {
    double same = 0.0;
    for (size_t j = 0; j < data->count; j++) same += data->x[j] == data->x[i];
    ties += (same - 1.0) * (2.0 * same + 5.0); /* each of the t rows adds its share */
  }
  return (n * (n - 1.0) * (2.0 * n + 5.0) - ties) / 18.0;
}

/* Half the width of Sen's interval, in standard errors of a normal. */
static double slope_error(double *slopes, size_t pairs, double variance) {
  const double z = outlay_normal_quantile(0.95);
  const double reach = 0.5 * z * sqrt(variance) / (double)pairs;
  const double low = outlay_quantile_of_values(slopes, pairs, fmax(0.5 - reach, 0.0));
  const double high = outlay_quantile_of_values(slopes, pairs, fmin(0.5 + reach, 1.0));
  return (high - low) / (2.0 * z);
}

static outlay_status fail_equal_x(outlay_error *error) {
  return outlay_fail(error, OUTLAY_ERROR_ARGUMENT,
                     "all points have the same x: no line can be fitted");
}

/* The constant is the median of y - slope x; its variance that of a median of normals, pi / 2 of
 * the mean's, at the mean of x, where level and slope vary by themselves. */
static void take_level(outlay_regression *fit, const outlay_regression_data *data, double error,
                       double *scratch) {
  const size_t n = data->count;
  const double half_pi = 0x1.921fb54442d18p+0;
  double mean = 0.0;
  for (size_t i = 0; i < n; i++) mean += data->x[i] / (double)n;
  for (size_t i = 0; i < n; i++) {
    scratch[i] = data->y[i] - fit->coefficients[1] * (data->x[i] - mean);
  }
  fit->info.level = outlay_quantile_of_values(scratch, n, 0.5);
  fit->means[0] = mean;
  outlay_take_residuals(fit, data, NULL);
  fit->info.scale = median_distance(data, fit->residuals, scratch);
  fit->covariance[3] = error * error;
  fit->level_variance = half_pi * fit->info.scale * fit->info.scale / (double)n;
  outlay_take_constant(fit);
}

static outlay_status fail_many(outlay_error *error, size_t n) {
  const outlay_status status =
      outlay_fail(error, OUTLAY_ERROR_ARGUMENT,
                  "%zu points have too many pairs for Theil-Sen's line: it takes at most %d", n,
                  (int)MOST_POINTS);
  outlay_advise(error, "use Huber's or a quantile line, or take every tenth point");
  return status;
}

outlay_status outlay_fit_theil_sen(outlay_regression *fit, const outlay_regression_data *data,
                                   outlay_error *error) {
  const size_t n = data->count, room = n * (n - 1) / 2;
  if (n > MOST_POINTS) return fail_many(error, n);
  double *slopes = outlay_memory_new(&fit->allocator, room, sizeof *slopes);
  if (slopes == NULL) return outlay_fail_memory(error);
  const size_t pairs = take_slopes(data, slopes);
  outlay_status status = pairs > 0 ? OUTLAY_OK : fail_equal_x(error);
  if (status == OUTLAY_OK) {
    fit->coefficients[1] = outlay_quantile_of_values(slopes, pairs, 0.5);
    const double off = slope_error(slopes, pairs, kendall_variance(data));
    take_level(fit, data, off, fit->weights);
  }
  outlay_memory_free(&fit->allocator, slopes, room, sizeof *slopes);
  return status;
}
