/* Exponential, Weibull and Pareto: each a power or an exponential of -log(1 - u). */
#include <math.h>

#include "distribution_kind.h"
#include "special.h"
#include "special_gamma.h"
#include "status.h"

/* -log(1 - u) from both tails. */
static double exponential_of(outlay_tails tails) {
  return tails.upper < tails.lower ? -outlay_log(tails.upper) : -outlay_log1p(-tails.lower);
}

/* The tails of a unit exponential. */
static outlay_tails unit_tails(double value) {
  return (outlay_tails){-outlay_expm1(-value), outlay_exp(-value)};
}

static outlay_status check_positive(const char *kind, const char *parameter, double value,
                                    outlay_error *error) {
  if (value > 0.0) return OUTLAY_OK;
  return outlay_fail(error, OUTLAY_ERROR_ARGUMENT, "%s %s's %s is %.6g; it must be positive",
                     kind[0] == 'e' ? "an" : "a", kind, parameter, value);
}

static outlay_status prepare_nothing(outlay_sampler *sampler, outlay_error *error) {
  (void)sampler;
  (void)error;
  return OUTLAY_OK;
}

/* ---- exponential: mean ---- */

static outlay_status exponential_check(const double *p, size_t count, outlay_error *error) {
  (void)count;
  return check_positive("exponential", "mean", p[0], error);
}

static double exponential_from_draw(const double *p, size_t count, double draw) {
  (void)count;
  return p[0] * outlay_exponential(draw);
}

static double exponential_from_tails(const double *p, size_t count, outlay_tails tails) {
  (void)count;
  return p[0] * exponential_of(tails);
}

static outlay_tails exponential_tails(const double *p, size_t count, double value) {
  (void)count;
  if (!(value > 0.0)) return (outlay_tails){0.0, 1.0};
  return unit_tails(value / p[0]);
}

static double exponential_mean(const double *p, size_t count) { return count > 0 ? p[0] : NAN; }

static void exponential_apply(const outlay_sampler *sampler, const outlay_kernels *kernels,
                              double *out, const double *draw, size_t n) {
  kernels->exponential(out, draw, n);
  kernels->affine(out, out, n, sampler->parameters[0], 0.0);
}

const outlay_distribution_kind outlay_kind_exponential = {
    .draw = OUTLAY_DRAW_UNIFORM,
    .count = 1,
    .parameters = {"mean"},
    .check = exponential_check,
    .from_draw = exponential_from_draw,
    .from_tails = exponential_from_tails,
    .tails = exponential_tails,
    .mean = exponential_mean,
    .sd = exponential_mean,
    .prepare = prepare_nothing,
    .apply = exponential_apply,
};

/* ---- Weibull: shape, scale ---- */

static outlay_status weibull_check(const double *p, size_t count, outlay_error *error) {
  (void)count;
  const outlay_status status = outlay_check_range("weibull", "shape", p[0], 0.1, 1000.0, error);
  return status == OUTLAY_OK ? check_positive("weibull", "scale", p[1], error) : status;
}

static double weibull_from_draw(const double *p, size_t count, double draw) {
  (void)count;
  return p[1] * outlay_power(outlay_exponential(draw), 1.0 / p[0]);
}

static double weibull_from_tails(const double *p, size_t count, outlay_tails tails) {
  (void)count;
  return p[1] * outlay_power(exponential_of(tails), 1.0 / p[0]);
}

static outlay_tails weibull_tails(const double *p, size_t count, double value) {
  (void)count;
  if (!(value > 0.0)) return (outlay_tails){0.0, 1.0};
  return unit_tails(outlay_power(value / p[1], p[0]));
}

/* Gamma(1 + x), x > 0. */
static double gamma_next(double x) { return outlay_exp(outlay_log_gamma_next(x)); }

static double weibull_mean(const double *p, size_t count) {
  (void)count;
  return p[1] * gamma_next(1.0 / p[0]);
}

static double weibull_sd(const double *p, size_t count) {
  (void)count;
  const double k = 1.0 / p[0];
  const double spread = outlay_log_gamma_next(2.0 * k) - 2.0 * outlay_log_gamma_next(k);
  return weibull_mean(p, count) * sqrt(fmax(0.0, outlay_expm1(spread)));
}

static void weibull_apply(const outlay_sampler *sampler, const outlay_kernels *kernels, double *out,
                          const double *draw, size_t n) {
  const double exponent = 1.0 / sampler->parameters[0];
  kernels->exponential(out, draw, n);
  kernels->binary[OUTLAY_POWER][OUTLAY_RIGHT_FIXED](out, out, &exponent, n);
  kernels->affine(out, out, n, sampler->parameters[1], 0.0);
}

const outlay_distribution_kind outlay_kind_weibull = {
    .draw = OUTLAY_DRAW_UNIFORM,
    .count = 2,
    .numbers = 1,
    .parameters = {"shape", "scale"},
    .check = weibull_check,
    .from_draw = weibull_from_draw,
    .from_tails = weibull_from_tails,
    .tails = weibull_tails,
    .mean = weibull_mean,
    .sd = weibull_sd,
    .prepare = prepare_nothing,
    .apply = weibull_apply,
};

/* ---- Pareto: shape, least value ---- */

static outlay_status pareto_check(const double *p, size_t count, outlay_error *error) {
  (void)count;
  const outlay_status status = outlay_check_range("pareto", "shape", p[0], 0.1, 1e6, error);
  return status == OUTLAY_OK ? check_positive("pareto", "least value", p[1], error) : status;
}

static double pareto_from_draw(const double *p, size_t count, double draw) {
  (void)count;
  return p[1] * outlay_exp(outlay_exponential(draw) * (1.0 / p[0]));
}

static double pareto_from_tails(const double *p, size_t count, outlay_tails tails) {
  (void)count;
  return p[1] * outlay_exp(exponential_of(tails) * (1.0 / p[0]));
}

static outlay_tails pareto_tails(const double *p, size_t count, double value) {
  (void)count;
  const double above = value > p[1] ? outlay_log(value / p[1]) : 0.0;
  return unit_tails(above * p[0]);
}

static double pareto_mean(const double *p, size_t count) {
  (void)count;
  return p[0] > 1.0 ? p[1] * (p[0] / (p[0] - 1.0)) : INFINITY;
}

static double pareto_sd(const double *p, size_t count) {
  (void)count;
  const double a = p[0];
  return a > 2.0 ? p[1] / (a - 1.0) * sqrt(a / (a - 2.0)) : INFINITY;
}

static void pareto_apply(const outlay_sampler *sampler, const outlay_kernels *kernels, double *out,
                         const double *draw, size_t n) {
  kernels->exponential(out, draw, n);
  kernels->affine(out, out, n, 1.0 / sampler->parameters[0], 0.0);
  kernels->unary[OUTLAY_EXP](out, out, n);
  kernels->affine(out, out, n, sampler->parameters[1], 0.0);
}

const outlay_distribution_kind outlay_kind_pareto = {
    .draw = OUTLAY_DRAW_UNIFORM,
    .count = 2,
    .numbers = 1,
    .parameters = {"shape", "least"},
    .check = pareto_check,
    .from_draw = pareto_from_draw,
    .from_tails = pareto_from_tails,
    .tails = pareto_tails,
    .mean = pareto_mean,
    .sd = pareto_sd,
    .prepare = prepare_nothing,
    .apply = pareto_apply,
};
