/* Counts: the logarithm of the mean is a line (McCullagh and Nelder, Generalized Linear Models,
 * 1989). Poisson, or negative binomial with variance mean + a mean^2, a by maximum likelihood
 * (Lawless, Canadian Journal of Statistics 15, 1987; MASS's glm.nb, whose theta is 1 / a). */
#include <math.h>
#include <string.h>

#include "regression.h"
#include "special.h"
#include "special_gamma.h"
#include "status.h"

enum { MOST_ITERATIONS = 200, MOST_ROUNDS = 50 };
static const double least_dispersion = 1e-6; /* less is Poisson */

typedef struct counted {
  const outlay_regression_data *data;
  outlay_regression_data working; /* y: the linearized response */
  double *response, *weights;     /* [count] */
  double *means;                  /* [count] */
  double dispersion;
} counted;

static double exposure_of(const outlay_regression_data *data, size_t i) {
  return data->weights != NULL ? data->weights[i] : 1.0;
}

/* Means start from the counts themselves. */
static void start(counted *c) {
  for (size_t i = 0; i < c->data->count; i++) c->means[i] = c->data->y[i] + 0.1;
}

/* One step of iterated least squares; `c->means` come from the last one's. */
static outlay_status step(counted *c, outlay_regression *fit, outlay_error *error) {
  const size_t n = c->data->count;
  for (size_t i = 0; i < n; i++) {
    const double exposure = exposure_of(c->data, i), mean = c->means[i];
    const bool used = exposure > 0.0;
    c->response[i] = used ? outlay_log(mean / exposure) + (c->data->y[i] - mean) / mean : 0.0;
    c->weights[i] = used ? mean / (1.0 + c->dispersion * mean) : 0.0;
  }
  const outlay_status status = outlay_least_squares(fit, &c->working, c->weights, error);
  for (size_t i = 0; status == OUTLAY_OK && i < n; i++) {
    c->means[i] = fmax(exposure_of(c->data, i) * outlay_exp(fit->fitted[i]), 1e-280);
  }
  return status;
}

static double deviance_of(const counted *c) {
  double sum = 0.0;
  const double a = c->dispersion;
  for (size_t i = 0; i < c->data->count; i++) {
    if (!(exposure_of(c->data, i) > 0.0)) continue;
    const double y = c->data->y[i], m = c->means[i];
    const double own = y > 0.0 ? y * outlay_log(y / m) : 0.0;
    if (a > 0.0) {
      sum += own - (y + 1.0 / a) * (outlay_log1p(a * y) - outlay_log1p(a * m));
    } else {
      sum += own - (y - m);
    }
  }
  return 2.0 * sum;
}

static outlay_status converge(counted *c, outlay_regression *fit, outlay_error *error) {
  double before = INFINITY;
  for (uint32_t i = 0; i < MOST_ITERATIONS; i++) {
    const outlay_status status = step(c, fit, error);
    if (status != OUTLAY_OK) return status;
    const double deviance = deviance_of(c);
    fit->info.iterations++;
    if (fabs(deviance - before) <= 1e-13 * (fabs(deviance) + 0.1)) return OUTLAY_OK;
    before = deviance;
  }
  return outlay_fail(error, OUTLAY_ERROR_ARGUMENT,
                     "no rate fits the counts: they rise from nothing, or all are zero");
}

/* ---- dispersion ------------------------------------------------------------------------------ */

/* log Gamma(y + r) - log Gamma(r) + y log a, r = 1 / a: the sum of log(1 + a k), k < y. */
static double log_rising(double y, double a) {
  if (y <= 1000.0) {
    double sum = 0.0;
    for (double k = 1.0; k < y; k++) sum += outlay_log1p(a * k);
    return sum;
  }
  const double r = 1.0 / a;
  return outlay_log_gamma_next(y + r) - outlay_log(y + r) - outlay_log_gamma_next(r) +
         outlay_log(r) + y * outlay_log(a);
}

/* The log-likelihood in a, for given means, without what does not depend on it. */
static double likelihood(const counted *c, double a) {
  double sum = 0.0;
  for (size_t i = 0; i < c->data->count; i++) {
    if (!(exposure_of(c->data, i) > 0.0)) continue;
    const double y = c->data->y[i], m = c->means[i];
    sum += log_rising(y, a) - (y + 1.0 / a) * outlay_log1p(a * m);
  }
  return sum;
}

/* The best a, by golden sections of its logarithm, from 1e-6 to 100. */
static double best_dispersion(const counted *c) {
  const double golden = 0x1.3c6ef372fe950p-1;
  double low = outlay_log(least_dispersion), high = outlay_log(100.0);
  double a = high - golden * (high - low), b = low + golden * (high - low);
  double at_a = likelihood(c, outlay_exp(a)), at_b = likelihood(c, outlay_exp(b));
  while (high - low > 1e-8) {
    if (at_a > at_b) {
      high = b, b = a, at_b = at_a;
      a = high - golden * (high - low);
      at_a = likelihood(c, outlay_exp(a));
    } else {
      low = a, a = b, at_a = at_b;
      b = low + golden * (high - low);
      at_b = likelihood(c, outlay_exp(b));
    }
  }
  const double best = outlay_exp(0.5 * (low + high));
  return best < 1.01 * least_dispersion ? 0.0 : best;
}

static outlay_status fit_dispersion(counted *c, outlay_regression *fit, outlay_error *error) {
  for (int round = 0; round < MOST_ROUNDS; round++) {
    const double before = c->dispersion;
    c->dispersion = best_dispersion(c);
    const outlay_status status = converge(c, fit, error);
    if (status != OUTLAY_OK) return status;
    if (fabs(c->dispersion - before) <= 1e-7 * c->dispersion) break;
  }
  fit->info.dispersion = c->dispersion;
  return OUTLAY_OK;
}

/* Where all counts that are not zero lie at one end, the likelihood rises for ever: rates of the
 * others go to zero, and their logarithms are left without any error to speak of. */
static outlay_status check_separation(const counted *c, const outlay_regression *fit,
                                      outlay_error *error) {
  const size_t n = c->data->count;
  for (size_t i = 0; i < n; i++) {
    if (!(exposure_of(c->data, i) > 0.0) || c->data->y[i] > 0.0 || c->means[i] > 1e-8) continue;
    double variance = fit->level_variance;
    for (size_t j = 0; j < c->data->terms; j++) {
      for (size_t k = 0; k < c->data->terms; k++) {
        variance += (c->data->x[j * n + i] - fit->means[j]) *
                    fit->covariance[(j + 1) * (c->data->terms + 1) + k + 1] *
                    (c->data->x[k * n + i] - fit->means[k]);
      }
    }
    if (variance < 1e6) continue;
    const outlay_status status = outlay_fail(error, OUTLAY_ERROR_ARGUMENT,
                                             "no rate fits the counts: those above zero are all at "
                                             "one end, so that any growth would do");
    outlay_advise(error, "begin where counts do, or wait for more of them");
    return status;
  }
  return OUTLAY_OK;
}

static outlay_status check_any(const outlay_regression_data *data, outlay_error *error) {
  for (size_t i = 0; i < data->count; i++) {
    if (data->y[i] > 0.0 && exposure_of(data, i) > 0.0) return OUTLAY_OK;
  }
  return outlay_fail(error, OUTLAY_ERROR_ARGUMENT, "all counts are zero: there is no rate to fit");
}

outlay_status outlay_fit_counts(outlay_regression *fit, const outlay_regression_data *data,
                                outlay_error *error) {
  outlay_status status = check_any(data, error);
  if (status != OUTLAY_OK) return status;
  const size_t n = data->count;
  double *memory = outlay_memory_new(&fit->allocator, 3 * n, sizeof *memory);
  if (memory == NULL) return outlay_fail_memory(error);
  counted c = {.data = data, .response = memory, .weights = memory + n, .means = memory + 2 * n};
  c.working = (outlay_regression_data){
      .x = data->x, .y = c.response, .count = data->count, .terms = data->terms};
  start(&c);
  status = converge(&c, fit, error);
  if (status == OUTLAY_OK && fit->info.method == OUTLAY_COUNTS_NEGATIVE_BINOMIAL) {
    status = fit_dispersion(&c, fit, error);
  }
  if (status == OUTLAY_OK) status = check_separation(&c, fit, error);
  if (status == OUTLAY_OK) {
    fit->info.deviance = deviance_of(&c);
    fit->info.r_squared = 0.0;
    fit->info.scale = 1.0;
    memcpy(fit->fitted, c.means, n * sizeof *c.means);
  }
  outlay_memory_free(&fit->allocator, memory, 3 * n, sizeof *memory);
  return status;
}
