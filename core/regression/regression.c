/* Fits as handles: checking what is given, choosing the method, predicting. */
#include "regression.h"

#include <math.h>
#include <string.h>

#include "distribution.h"
#include "status.h"

static const char *const names[OUTLAY_REGRESSION_METHODS] = {
    "least squares", "Huber", "Theil-Sen", "quantile", "Poisson", "negative binomial"};

const char *outlay_regression_method_name(outlay_regression_method method) {
  return (unsigned)method < OUTLAY_REGRESSION_METHODS ? names[method] : "";
}

static bool counts(outlay_regression_method method) {
  return method == OUTLAY_COUNTS_POISSON || method == OUTLAY_COUNTS_NEGATIVE_BINOMIAL;
}

/* ---- checking ------------------------------------------------------------------------------- */

static outlay_status fail_row(outlay_error *error, size_t row, const char *what, double value,
                              const char *why) {
  const outlay_status status =
      outlay_fail(error, OUTLAY_ERROR_DOMAIN, "%s is %g; %s", what, value, why);
  if (error != NULL) error->sample = row;
  return status;
}

static outlay_status check_row(const outlay_regression_data *data, outlay_regression_method method,
                               size_t i, outlay_error *error) {
  for (size_t j = 0; j < data->terms; j++) {
    const double x = data->x[j * data->count + i];
    if (!isfinite(x)) return fail_row(error, i, "an x", x, "it must be a finite number");
  }
  const double y = data->y[i];
  if (!isfinite(y)) return fail_row(error, i, "a y", y, "it must be a finite number");
  if (counts(method) && (y < 0.0 || y != floor(y))) {
    return fail_row(error, i, "a count", y, "counts are whole and not negative");
  }
  const double weight = data->weights != NULL ? data->weights[i] : 1.0;
  if (!isfinite(weight) || weight < 0.0) {
    return fail_row(error, i, "a weight", weight, "weights are finite and not negative");
  }
  return OUTLAY_OK;
}

static outlay_status check_method(const outlay_regression_data *data,
                                  outlay_regression_method method, double quantile,
                                  outlay_error *error) {
  if ((unsigned)method >= OUTLAY_REGRESSION_METHODS) {
    return outlay_fail(error, OUTLAY_ERROR_ARGUMENT, "there is no method %d", (int)method);
  }
  const bool is_line = method == OUTLAY_THEIL_SEN || method == OUTLAY_QUANTILE_REGRESSION;
  if (is_line && data->terms != 1) {
    return outlay_fail(error, OUTLAY_ERROR_ARGUMENT, "the method %s fits a line, with one x",
                       names[method]);
  }
  if (data->weights != NULL && method != OUTLAY_LEAST_SQUARES && !counts(method)) {
    return outlay_fail(error, OUTLAY_ERROR_ARGUMENT, "the method %s takes no weights",
                       names[method]);
  }
  if (method == OUTLAY_QUANTILE_REGRESSION && !(quantile > 0.0 && quantile < 1.0)) {
    return outlay_fail(error, OUTLAY_ERROR_ARGUMENT,
                       "the quantile is %g; it must lie between 0 and 1", quantile);
  }
  return OUTLAY_OK;
}

static outlay_status check_count(size_t used, size_t terms, outlay_error *error) {
  if (used >= terms + 2) return OUTLAY_OK;
  const outlay_status status = outlay_fail(
      error, OUTLAY_ERROR_ARGUMENT, "%zu point%s cannot give %zu coefficients and their errors",
      used, used == 1 ? "" : "s", terms + 1);
  outlay_advise(error, "give at least %zu points", terms + 2);
  return status;
}

static outlay_status check(const outlay_regression_data *data, outlay_regression_method method,
                           double quantile, size_t *used, outlay_error *error) {
  outlay_status status = check_method(data, method, quantile, error);
  *used = 0;
  for (size_t i = 0; status == OUTLAY_OK && i < data->count; i++) {
    status = check_row(data, method, i, error);
    *used += data->weights == NULL || data->weights[i] > 0.0;
  }
  return status != OUTLAY_OK ? status : check_count(*used, data->terms, error);
}

/* ---- the handle ----------------------------------------------------------------------------- */

static size_t room_of(size_t rows, size_t terms) {
  return (terms + 1) + (terms + 1) * (terms + 1) + 3 * rows + terms;
}

outlay_regression *outlay_regression_new(const outlay_allocator *allocator,
                                         const outlay_regression_data *data) {
  const outlay_allocator from = outlay_memory_or_default(allocator);
  outlay_regression *fit = outlay_memory_new(&from, 1, sizeof *fit);
  if (fit == NULL) return NULL;
  fit->allocator = from;
  fit->rows = data->count;
  fit->info.terms = data->terms;
  fit->coefficients =
      outlay_memory_new(&from, room_of(data->count, data->terms), sizeof *fit->coefficients);
  if (fit->coefficients == NULL) {
    outlay_memory_free(&from, fit, 1, sizeof *fit);
    return NULL;
  }
  fit->covariance = fit->coefficients + data->terms + 1;
  fit->fitted = fit->covariance + (data->terms + 1) * (data->terms + 1);
  fit->residuals = fit->fitted + data->count;
  fit->weights = fit->residuals + data->count;
  fit->means = fit->weights + data->count;
  return fit;
}

void outlay_regression_free(outlay_regression *regression) {
  if (regression == NULL) return;
  const outlay_allocator from = regression->allocator;
  outlay_memory_free(&from, regression->coefficients,
                     room_of(regression->rows, regression->info.terms),
                     sizeof *regression->coefficients);
  outlay_memory_free(&from, regression, 1, sizeof *regression);
}

static outlay_status fit_by(outlay_regression *fit, const outlay_regression_data *data,
                            double quantile, outlay_error *error) {
  switch (fit->info.method) {
    case OUTLAY_HUBER:
      return outlay_fit_huber(fit, data, error);
    case OUTLAY_THEIL_SEN:
      return outlay_fit_theil_sen(fit, data, error);
    case OUTLAY_QUANTILE_REGRESSION:
      return outlay_fit_quantile_line(fit, data, quantile, error);
    case OUTLAY_COUNTS_POISSON:
    case OUTLAY_COUNTS_NEGATIVE_BINOMIAL:
      return outlay_fit_counts(fit, data, error);
    default:
      return outlay_fit_least_squares(fit, data, error);
  }
}

/* Data near the ends of the range of doubles can overflow on the way. */
static outlay_status check_finite(const outlay_regression *fit, outlay_error *error) {
  const size_t width = fit->info.terms + 1;
  bool finite = isfinite(fit->info.scale) && isfinite(fit->info.level_error);
  for (size_t i = 0; i < width * width; i++) finite = finite && isfinite(fit->covariance[i]);
  for (size_t i = 0; i < width; i++) finite = finite && isfinite(fit->coefficients[i]);
  if (finite) return OUTLAY_OK;
  return outlay_fail(error, OUTLAY_ERROR_DOMAIN,
                     "the fit has no finite coefficients: the values are too large or too small");
}

outlay_status outlay_regression_fit(const outlay_allocator *allocator,
                                    const outlay_regression_data *data,
                                    outlay_regression_method method, double quantile,
                                    outlay_regression **out, outlay_error *error) {
  size_t used = 0;
  outlay_status status = check(data, method, quantile, &used, error);
  if (status != OUTLAY_OK) return status;
  outlay_regression *fit = outlay_regression_new(allocator, data);
  if (fit == NULL) return outlay_fail_memory(error);
  fit->info.method = method;
  fit->info.count = used;
  fit->info.degrees = (double)(used - data->terms - 1);
  status = fit_by(fit, data, quantile, error);
  fit->info.level_error = sqrt(fit->level_variance);
  const double least = outlay_rounding_of(data);
  fit->info.is_exact = fit->info.deviance <= (double)used * least * least;
  if (status == OUTLAY_OK) status = check_finite(fit, error);
  if (status != OUTLAY_OK) {
    outlay_regression_free(fit);
    return status;
  }
  *out = fit;
  return OUTLAY_OK;
}

void outlay_regression_describe(const outlay_regression *regression, outlay_regression_info *out) {
  *out = regression->info;
}

const double *outlay_regression_coefficients(const outlay_regression *regression) {
  return regression->coefficients;
}

const double *outlay_regression_covariance(const outlay_regression *regression) {
  return regression->covariance;
}

const double *outlay_regression_means(const outlay_regression *regression) {
  return regression->means;
}

const double *outlay_regression_fitted(const outlay_regression *regression) {
  return regression->fitted;
}

/* ---- predicting ----------------------------------------------------------------------------- */

/* From the means of x, where the level varies apart from the slopes: nothing cancels. */
static double variance_at(const outlay_regression *fit, const double *x) {
  const size_t width = fit->info.terms + 1;
  double sum = fit->level_variance;
  for (size_t i = 1; i < width; i++) {
    for (size_t j = 1; j < width; j++) {
      const double a = x[i - 1] - fit->means[i - 1], b = x[j - 1] - fit->means[j - 1];
      sum += a * fit->covariance[i * width + j] * b;
    }
  }
  return fmax(sum, 0.0);
}

/* Whether residuals tell where one more y would lie: not around a quantile, which is not their
 * middle, nor where so many are zero that the others count for nothing. */
static bool has_spread(const outlay_regression *fit) {
  return !counts(fit->info.method) && fit->info.method != OUTLAY_QUANTILE_REGRESSION &&
         (fit->info.scale > 0.0 || fit->info.is_exact != 0);
}

outlay_status outlay_regression_predict(const outlay_regression *regression, const double *x,
                                        double level, outlay_prediction *out, outlay_error *error) {
  if (!(level > 0.0 && level < 1.0)) {
    return outlay_fail(error, OUTLAY_ERROR_ARGUMENT,
                       "the level of an interval is %g; it must lie between 0 and 1", level);
  }
  const outlay_regression *fit = regression;
  double value = fit->info.level;
  for (size_t j = 0; j < fit->info.terms; j++) {
    if (!isfinite(x[j])) {
      return outlay_fail(error, OUTLAY_ERROR_DOMAIN, "x is %g, which is no finite number", x[j]);
    }
    value = fma(fit->coefficients[j + 1], x[j] - fit->means[j], value);
  }
  const double variance = variance_at(fit, x);
  const double t[3] = {fit->info.degrees, 0.0, 1.0};
  const bool is_normal = counts(fit->info.method);
  const double factor = is_normal
                            ? outlay_distribution_quantile(OUTLAY_NORMAL, t + 1, 2, 0.5 + level / 2)
                            : outlay_distribution_quantile(OUTLAY_STUDENT_T, t, 3, 0.5 + level / 2);
  const double spread = has_spread(fit) ? fit->info.scale * fit->info.scale : NAN;
  out->value = value;
  out->standard_error = sqrt(variance);
  out->low = value - factor * out->standard_error;
  out->high = value + factor * out->standard_error;
  out->outcome_low = value - factor * sqrt(variance + spread);
  out->outcome_high = value + factor * sqrt(variance + spread);
  return OUTLAY_OK;
}
