/* The line below which a share of the points lies (Koenker and Bassett, Econometrica 46, 1978).
 *
 * The sum of tilted distances, with the best constant for each slope, is convex in the slope. Its
 * least value is looked for by the sign of its subgradient, not by comparing sums: where many
 * points lie on a common line the sums differ by rounding alone, the signs do not. */
#include <math.h>

#include "regression.h"
#include "selection.h"
#include "special.h"
#include "status.h"

enum { MOST_STEPS = 2200 }; /* all exponents of a double, and its digits */

typedef struct line {
  const outlay_regression_data *data;
  double quantile, middle; /* middle: the mean of x */
  double *scratch;         /* [count] */
} line;

static double off_slope(const line *l, double slope, size_t i) {
  return l->data->y[i] - slope * (l->data->x[i] - l->middle);
}

/* The best constant, at the middle, is an order statistic of y - slope x: no interpolation. */
static double best_level(const line *l, double slope) {
  const size_t n = l->data->count;
  for (size_t i = 0; i < n; i++) l->scratch[i] = off_slope(l, slope, i);
  const size_t rank = (size_t)fmax(ceil(l->quantile * (double)n) - 1.0, 0.0);
  outlay_select(l->scratch, n, &rank, 1);
  return l->scratch[rank];
}

static double loss_of(const line *l, double slope) {
  const double level = best_level(l, slope);
  double sum = 0.0;
  for (size_t i = 0; i < l->data->count; i++) {
    const double off = off_slope(l, slope, i) - level;
    sum += off * (off > 0.0 ? l->quantile : l->quantile - 1.0);
  }
  return sum;
}

/* A subgradient in the slope. Points on the line share what makes the tilts add up to zero, as they
 * do at the best constant. `on`: one of them. */
static double subgradient(const line *l, double slope, size_t *on) {
  const double level = best_level(l, slope);
  double tilts = 0.0, pull = 0.0, ties = 0.0, tied = 0.0;
  for (size_t i = 0; i < l->data->count; i++) {
    const double off = off_slope(l, slope, i), run = l->data->x[i] - l->middle;
    if (off == level) {
      ties++, tied += run, *on = i;
    } else {
      const double tilt = off > level ? l->quantile : l->quantile - 1.0;
      tilts += tilt, pull += tilt * run;
    }
  }
  return tilts * tied / ties - pull;
}

/* The slope of least loss, from a first guess and a step of about the right size. */
static double best_slope(const line *l, double guess, double step) {
  size_t at_low = 0, at_high = 0;
  double low = guess, high = guess;
  int steps = 0;
  for (double by = step; subgradient(l, low, &at_low) > 0.0 && ++steps < MOST_STEPS; by *= 2.0) {
    low -= by;
  }
  for (double by = step; subgradient(l, high, &at_high) < 0.0 && ++steps < MOST_STEPS; by *= 2.0) {
    high += by;
  }
  for (; steps < MOST_STEPS; steps++) {
    const double middle = low + 0.5 * (high - low);
    if (!(middle > low && middle < high)) break;
    size_t on = 0;
    if (subgradient(l, middle, &on) > 0.0) {
      high = middle, at_high = on;
    } else {
      low = middle, at_low = on;
    }
  }
  /* The line goes through two points: those on either side, unless the loss is flat here. */
  const double run = l->data->x[at_high] - l->data->x[at_low];
  const double through = (l->data->y[at_high] - l->data->y[at_low]) / run;
  double best = loss_of(l, low) <= loss_of(l, high) ? low : high;
  if (run != 0.0 && loss_of(l, through) <= loss_of(l, best)) best = through;
  return best;
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
  const double upper = outlay_quantile_of_values(scratch, n, high);
  return (upper - outlay_quantile_of_values(scratch, n, low)) / (high - low);
}

outlay_status outlay_fit_quantile_line(outlay_regression *fit, const outlay_regression_data *data,
                                       double quantile, outlay_error *error) {
  /* The covariance is a multiple of least squares', which also finds an x that never changes. */
  outlay_status status = outlay_least_squares(fit, data, NULL, error);
  if (status != OUTLAY_OK) return status;
  const line l = {
      .data = data, .quantile = quantile, .middle = fit->means[0], .scratch = fit->weights};
  const double slope = fit->coefficients[1];
  const double step = sqrt(fit->covariance[3] * fit->info.deviance / fit->info.degrees);
  fit->coefficients[1] = best_slope(&l, slope, fmax(step, 1e-12 * fabs(slope)));
  fit->info.level = best_level(&l, fit->coefficients[1]);
  outlay_take_residuals(fit, data, NULL);
  const double s = sparsity(fit, quantile, fit->weights);
  fit->info.scale = sqrt(fit->info.deviance / fit->info.degrees);
  outlay_scale_covariance(fit, quantile * (1.0 - quantile) * s * s);
  outlay_take_constant(fit);
  return OUTLAY_OK;
}
