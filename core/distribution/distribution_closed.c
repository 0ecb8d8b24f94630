/* The kinds whose quantile function has a closed form: normal, lognormal, uniform, triangular. What
 * the kernels compute and what from_draw computes agree to the last bit. */
#include <math.h>

#include "distribution_kind.h"
#include "special.h"
#include "status.h"

static void apply_affine(const outlay_sampler *sampler, const outlay_kernels *kernels, double *out,
                         const double *draw, size_t n) {
  kernels->affine(out, draw, n, sampler->constants[0], sampler->constants[1]);
}

/* A multiple of a possibly infinite draw: a spread of 0 stays 0. */
static double affine(double draw, double scale, double offset) {
  return scale == 0.0 ? offset : fma(draw, scale, offset);
}

/* ---- normal: mean, sd ---- */

static outlay_status normal_check(const double *p, size_t count, outlay_error *error) {
  (void)count;
  if (p[1] >= 0.0) return OUTLAY_OK;
  return outlay_fail(error, OUTLAY_ERROR_ARGUMENT,
                     "a normal's standard deviation is %.6g; it must not be negative", p[1]);
}

static double normal_from_draw(const double *p, size_t count, double draw) {
  (void)count;
  return affine(draw, p[1], p[0]);
}

static outlay_tails normal_tails(const double *p, size_t count, double value) {
  (void)count;
  if (p[1] == 0.0) return outlay_tails_of_step(value, p[0]);
  return outlay_tails_of_draw(OUTLAY_DRAW_NORMAL, (value - p[0]) / p[1]);
}

static double normal_mean(const double *p, size_t count) { return count > 0 ? p[0] : NAN; }
static double normal_sd(const double *p, size_t count) { return count > 1 ? p[1] : NAN; }

static outlay_status normal_prepare(outlay_sampler *sampler, outlay_error *error) {
  (void)error;
  sampler->constants[0] = sampler->parameters[1];
  sampler->constants[1] = sampler->parameters[0];
  return OUTLAY_OK;
}

const outlay_distribution_kind outlay_kind_normal = {
    .draw = OUTLAY_DRAW_NORMAL,
    .count = 2,
    .parameters = {"mean", "sd"},
    .check = normal_check,
    .from_draw = normal_from_draw,
    .tails = normal_tails,
    .mean = normal_mean,
    .sd = normal_sd,
    .prepare = normal_prepare,
    .apply = apply_affine,
};

/* ---- lognormal: 5 % and 95 % quantile ---- */

static outlay_status lognormal_check(const double *p, size_t count, outlay_error *error) {
  (void)count;
  if (p[0] > p[1]) {
    (void)outlay_fail(error, OUTLAY_ERROR_ARGUMENT,
                      "the 5 %% quantile %.6g is above the 95 %% quantile %.6g", p[0], p[1]);
    outlay_advise(error, "%.6g to %.6g", p[1], p[0]);
    return OUTLAY_ERROR_ARGUMENT;
  }
  if (p[0] > 0.0) return OUTLAY_OK;
  (void)outlay_fail(error, OUTLAY_ERROR_ARGUMENT,
                    "a lognormal is positive; its 5 %% quantile cannot be %.6g", p[0]);
  outlay_advise(error, "normal{ p5 = %.6g, p95 = %.6g }", p[0], p[1]);
  return OUTLAY_ERROR_ARGUMENT;
}

/* The mean and sd of the logarithm. */
static double log_mean(const double *p) { return 0.5 * (outlay_log(p[0]) + outlay_log(p[1])); }
static double log_sd(const double *p) {
  return (outlay_log(p[1]) - outlay_log(p[0])) / (2.0 * outlay_normal_p95);
}

static double lognormal_from_draw(const double *p, size_t count, double draw) {
  (void)count;
  return outlay_exp(affine(draw, log_sd(p), log_mean(p)));
}

static outlay_tails lognormal_tails(const double *p, size_t count, double value) {
  (void)count;
  if (value <= 0.0) return (outlay_tails){0.0, 1.0};
  const double from_mean = outlay_log(value) - log_mean(p);
  if (p[0] == p[1]) return outlay_tails_of_step(value, p[0]);
  return outlay_tails_of_draw(OUTLAY_DRAW_NORMAL, from_mean / log_sd(p));
}

static double lognormal_mean(const double *p, size_t count) {
  (void)count;
  const double s = log_sd(p);
  return outlay_exp(log_mean(p) + 0.5 * s * s);
}

static double lognormal_sd(const double *p, size_t count) {
  const double s = log_sd(p);
  return lognormal_mean(p, count) * sqrt(outlay_expm1(s * s));
}

static outlay_status lognormal_prepare(outlay_sampler *sampler, outlay_error *error) {
  (void)error;
  sampler->constants[0] = log_sd(sampler->parameters);
  sampler->constants[1] = log_mean(sampler->parameters);
  return OUTLAY_OK;
}

static void lognormal_apply(const outlay_sampler *sampler, const outlay_kernels *kernels,
                            double *out, const double *draw, size_t n) {
  kernels->exp_affine(out, draw, n, sampler->constants[0], sampler->constants[1]);
}

const outlay_distribution_kind outlay_kind_lognormal = {
    .draw = OUTLAY_DRAW_NORMAL,
    .count = 2,
    .parameters = {"p5", "p95"},
    .check = lognormal_check,
    .from_draw = lognormal_from_draw,
    .tails = lognormal_tails,
    .mean = lognormal_mean,
    .sd = lognormal_sd,
    .prepare = lognormal_prepare,
    .apply = lognormal_apply,
};

/* ---- uniform: low, high ---- */

static outlay_status uniform_check(const double *p, size_t count, outlay_error *error) {
  (void)count;
  return outlay_check_interval("uniform", p[0], p[1], error);
}

static double uniform_from_draw(const double *p, size_t count, double draw) {
  (void)count;
  return draw == 1.0 ? p[1] : fma(draw, p[1] - p[0], p[0]);
}

static outlay_tails uniform_tails(const double *p, size_t count, double value) {
  (void)count;
  if (value >= p[1]) return (outlay_tails){1.0, 0.0};
  if (value <= p[0]) return (outlay_tails){0.0, 1.0};
  return (outlay_tails){(value - p[0]) / (p[1] - p[0]), (p[1] - value) / (p[1] - p[0])};
}

static double uniform_mean(const double *p, size_t count) {
  (void)count;
  return 0.5 * p[0] + 0.5 * p[1];
}
static double uniform_sd(const double *p, size_t count) {
  (void)count;
  return (p[1] - p[0]) / sqrt(12.0);
}

static outlay_status uniform_prepare(outlay_sampler *sampler, outlay_error *error) {
  (void)error;
  sampler->constants[0] = sampler->parameters[1] - sampler->parameters[0];
  sampler->constants[1] = sampler->parameters[0];
  return OUTLAY_OK;
}

const outlay_distribution_kind outlay_kind_uniform = {
    .draw = OUTLAY_DRAW_UNIFORM,
    .count = 2,
    .parameters = {"low", "high"},
    .check = uniform_check,
    .from_draw = uniform_from_draw,
    .tails = uniform_tails,
    .mean = uniform_mean,
    .sd = uniform_sd,
    .prepare = uniform_prepare,
    .apply = apply_affine,
};

/* ---- triangular: low, mode, high ---- */

static outlay_status triangular_check(const double *p, size_t count, outlay_error *error) {
  (void)count;
  return outlay_check_mode("triangular", p[0], p[1], p[2], error);
}

static double triangular_from_draw(const double *p, size_t count, double draw) {
  (void)count;
  return outlay_triangular_quantile(draw, p[0], p[1], p[2]);
}

static outlay_tails triangular_tails(const double *p, size_t count, double value) {
  (void)count;
  const double low = p[0], mode = p[1], high = p[2];
  if (value >= high) return (outlay_tails){1.0, 0.0};
  if (value <= low) return (outlay_tails){0.0, 1.0};
  if (value < mode) {
    const double lower = (value - low) / (high - low) * ((value - low) / (mode - low));
    return (outlay_tails){lower, 1.0 - lower};
  }
  const double upper = (high - value) / (high - low) * ((high - value) / (high - mode));
  return (outlay_tails){1.0 - upper, upper};
}

static double triangular_mean(const double *p, size_t count) {
  (void)count;
  return p[0] + ((p[1] - p[0]) + (p[2] - p[0])) / 3.0;
}

static double triangular_sd(const double *p, size_t count) {
  (void)count;
  const double below = p[1] - p[0], above = p[2] - p[1];
  return sqrt((below * below + below * above + above * above) / 18.0);
}

static outlay_status triangular_prepare(outlay_sampler *sampler, outlay_error *error) {
  (void)sampler;
  (void)error;
  return OUTLAY_OK;
}

static void triangular_apply(const outlay_sampler *sampler, const outlay_kernels *kernels,
                             double *out, const double *draw, size_t n) {
  const double *p = sampler->parameters;
  kernels->triangular(out, draw, n, p[0], p[1], p[2]);
}

const outlay_distribution_kind outlay_kind_triangular = {
    .draw = OUTLAY_DRAW_UNIFORM,
    .count = 3,
    .parameters = {"low", "mode", "high"},
    .check = triangular_check,
    .from_draw = triangular_from_draw,
    .tails = triangular_tails,
    .mean = triangular_mean,
    .sd = triangular_sd,
    .prepare = triangular_prepare,
    .apply = triangular_apply,
};
