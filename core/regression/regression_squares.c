/* Weighted least squares: Householder's transformations of columns that are centred and scaled to
 * length 1 (Golub and Van Loan, Matrix Computations, sections 5.2 and 5.3). Centring takes the
 * constant out, which is most of what makes years and their powers ill-conditioned. */
#include <float.h>
#include <math.h>
#include <string.h>

#include "regression.h"
#include "status.h"

/* Columns that leave less than this of their length depend on the columns before. */
static const double least_rest = 1e-11;

typedef struct problem {
  size_t rows, terms;
  double *columns; /* [terms + 1][rows], y last */
  double *means;   /* [terms + 1] */
  double *lengths; /* [terms]: of centred columns */
  double *upper;   /* [terms][terms]: R, row by row */
  double *inverse; /* [terms][terms]: of R */
} problem;

static double weight_at(const double *weights, size_t i) {
  return weights != NULL ? weights[i] : 1.0;
}

static const double *column_of(const outlay_regression_data *data, size_t j) {
  return j < data->terms ? data->x + j * data->count : data->y;
}

/* The weighted mean, corrected by the mean of what is left. */
static double mean_of(const double *column, const double *weights, size_t n) {
  double sum = 0.0, total = 0.0, rest = 0.0;
  for (size_t i = 0; i < n; i++) total += weight_at(weights, i);
  for (size_t i = 0; i < n; i++) sum += weight_at(weights, i) * column[i];
  const double mean = sum / total;
  for (size_t i = 0; i < n; i++) rest += weight_at(weights, i) * (column[i] - mean);
  return mean + rest / total;
}

static double length_of(const double *column, size_t n) {
  double largest = 0.0, sum = 0.0;
  for (size_t i = 0; i < n; i++) largest = fmax(largest, fabs(column[i]));
  if (largest == 0.0) return 0.0;
  for (size_t i = 0; i < n; i++) sum += (column[i] / largest) * (column[i] / largest);
  return largest * sqrt(sum);
}

/* Centres and scales; an x that never changes is an error. */
static outlay_status prepare(problem *p, const outlay_regression_data *data, const double *weights,
                             outlay_error *error) {
  for (size_t j = 0; j <= p->terms; j++) {
    const double *from = column_of(data, j);
    double *to = p->columns + j * p->rows;
    p->means[j] = mean_of(from, weights, p->rows);
    double size = 0.0;
    for (size_t i = 0; i < p->rows; i++) {
      const double root = sqrt(weight_at(weights, i));
      to[i] = root * (from[i] - p->means[j]);
      size = fmax(size, root * fabs(from[i]));
    }
    if (j == p->terms) break;
    p->lengths[j] = length_of(to, p->rows);
    if (!(p->lengths[j] > 1e-14 * size)) {
      return outlay_fail(error, OUTLAY_ERROR_ARGUMENT,
                         p->terms == 1 ? "all points have the same x: no line can be fitted"
                                       : "term %zu is the same in all rows: nothing depends on it",
                         j + 1);
    }
    for (size_t i = 0; i < p->rows; i++) to[i] /= p->lengths[j];
  }
  return OUTLAY_OK;
}

/* Makes column k zero below row k, and does the same to the columns after it. */
static outlay_status reflect(problem *p, size_t k, outlay_error *error) {
  double *v = p->columns + k * p->rows;
  const double length = length_of(v + k, p->rows - k);
  if (!(length > least_rest)) {
    return outlay_fail(error, OUTLAY_ERROR_ARGUMENT,
                       "term %zu follows from the terms before it: their effects cannot be told "
                       "apart",
                       k + 1);
  }
  const double diagonal = v[k] > 0.0 ? -length : length;
  v[k] -= diagonal;
  double square = 0.0;
  for (size_t i = k; i < p->rows; i++) square += v[i] * v[i];
  for (size_t j = k + 1; j <= p->terms; j++) {
    double *c = p->columns + j * p->rows;
    double dot = 0.0;
    for (size_t i = k; i < p->rows; i++) dot += v[i] * c[i];
    const double factor = 2.0 * dot / square;
    for (size_t i = k; i < p->rows; i++) c[i] -= factor * v[i];
  }
  for (size_t j = 0; j <= k; j++) {
    p->upper[j * p->terms + k] = j == k ? diagonal : p->columns[k * p->rows + j];
  }
  return OUTLAY_OK;
}

static void invert_upper(problem *p) {
  const size_t n = p->terms;
  for (size_t j = 0; j < n; j++) {
    for (size_t i = n; i-- > 0;) {
      double sum = i == j ? 1.0 : 0.0;
      for (size_t k = i + 1; k < n; k++) sum -= p->upper[i * n + k] * p->inverse[k * n + j];
      p->inverse[i * n + j] = i > j ? 0.0 : sum / p->upper[i * n + i];
    }
  }
}

static void solve(const problem *p, outlay_regression *fit) {
  const double *y = p->columns + p->terms * p->rows;
  fit->info.level = p->means[p->terms];
  for (size_t i = 0; i < p->terms; i++) {
    double sum = 0.0;
    for (size_t k = i; k < p->terms; k++) sum += p->inverse[i * p->terms + k] * y[k];
    fit->coefficients[i + 1] = sum / p->lengths[i];
    fit->means[i] = p->means[i];
  }
}

void outlay_take_constant(outlay_regression *fit) {
  const size_t width = fit->info.terms + 1;
  double *c = fit->covariance;
  double constant = fit->info.level, variance = fit->level_variance;
  for (size_t i = 1; i < width; i++) {
    double sum = 0.0;
    for (size_t j = 1; j < width; j++) sum -= c[i * width + j] * fit->means[j - 1];
    c[i] = c[i * width] = sum;
    variance -= sum * fit->means[i - 1];
    constant -= fit->coefficients[i] * fit->means[i - 1];
  }
  c[0] = variance;
  fit->coefficients[0] = constant;
}

/* (X' W X)^-1, with the constant's row and column. */
static void take_covariance(const problem *p, double total, outlay_regression *fit) {
  const size_t n = p->terms, width = n + 1;
  double *c = fit->covariance;
  for (size_t i = 0; i < n; i++) {
    for (size_t j = 0; j < n; j++) {
      double sum = 0.0;
      for (size_t k = i > j ? i : j; k < n; k++) {
        sum += p->inverse[i * n + k] * p->inverse[j * n + k];
      }
      c[(i + 1) * width + j + 1] = sum / p->lengths[i] / p->lengths[j];
    }
  }
  fit->level_variance = 1.0 / total;
  outlay_take_constant(fit);
}

double outlay_rounding_of(const outlay_regression_data *data) {
  double largest = 0.0;
  for (size_t i = 0; i < data->count; i++) largest = fmax(largest, fabs(data->y[i]));
  return 4.0 * DBL_EPSILON * largest;
}

void outlay_scale_covariance(outlay_regression *fit, double factor) {
  const size_t width = fit->info.terms + 1;
  for (size_t i = 0; i < width * width; i++) fit->covariance[i] *= factor;
  fit->level_variance *= factor;
}

/* Fitted values go from the point of means, where years are small numbers. */
void outlay_take_residuals(outlay_regression *fit, const outlay_regression_data *data,
                           const double *weights) {
  const size_t n = data->count;
  const double middle = mean_of(data->y, weights, n);
  double squares = 0.0, all = 0.0;
  for (size_t i = 0; i < n; i++) {
    double value = fit->info.level;
    for (size_t j = 0; j < data->terms; j++) {
      value = fma(fit->coefficients[j + 1], data->x[j * n + i] - fit->means[j], value);
    }
    fit->fitted[i] = value;
    fit->residuals[i] = data->y[i] - value;
    const double weight = weight_at(weights, i), off = data->y[i] - middle;
    squares += weight * fit->residuals[i] * fit->residuals[i];
    all += weight * off * off;
  }
  fit->info.deviance = squares;
  fit->info.r_squared = all > 0.0 ? fmax(1.0 - squares / all, 0.0) : 0.0;
}

static outlay_status factor(problem *p, const outlay_regression_data *data, const double *weights,
                            outlay_regression *fit, outlay_error *error) {
  double total = 0.0;
  for (size_t i = 0; i < p->rows; i++) total += weight_at(weights, i);
  outlay_status status = prepare(p, data, weights, error);
  for (size_t k = 0; status == OUTLAY_OK && k < p->terms; k++) status = reflect(p, k, error);
  if (status != OUTLAY_OK) return status;
  invert_upper(p);
  solve(p, fit);
  take_covariance(p, total, fit);
  outlay_take_residuals(fit, data, weights);
  return OUTLAY_OK;
}

outlay_status outlay_least_squares(outlay_regression *fit, const outlay_regression_data *data,
                                   const double *weights, outlay_error *error) {
  const size_t rows = data->count, terms = data->terms, width = terms + 1;
  const size_t room = width * rows + width + terms + 2 * terms * terms;
  double *memory = outlay_memory_new(&fit->allocator, room, sizeof *memory);
  if (memory == NULL) return outlay_fail_memory(error);
  problem p = {.rows = rows, .terms = terms, .columns = memory};
  p.means = p.columns + width * rows;
  p.lengths = p.means + width;
  p.upper = p.lengths + terms;
  p.inverse = p.upper + terms * terms;
  const outlay_status status = factor(&p, data, weights, fit, error);
  outlay_memory_free(&fit->allocator, memory, room, sizeof *memory);
  return status;
}

outlay_status outlay_fit_least_squares(outlay_regression *fit, const outlay_regression_data *data,
                                       outlay_error *error) {
  const outlay_status status = outlay_least_squares(fit, data, data->weights, error);
  if (status != OUTLAY_OK) return status;
  fit->info.scale = sqrt(fit->info.deviance / fit->info.degrees);
  outlay_scale_covariance(fit, fit->info.scale * fit->info.scale);
  return OUTLAY_OK;
}
