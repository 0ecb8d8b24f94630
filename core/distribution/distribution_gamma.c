/* The gamma distribution: shape, scale. Samples come from a fit of the logarithm. */
#include <math.h>

#include "distribution_fit.h"
#include "special.h"
#include "special_gamma.h"
#include "status.h"

static outlay_status gamma_check(const double *p, size_t count, outlay_error *error) {
  (void)count;
  if (p[0] > 1e6) {
    (void)outlay_fail(error, OUTLAY_ERROR_ARGUMENT,
                      "a gamma's shape is %.6g; above 1e6 it is a normal to three digits", p[0]);
    outlay_advise(error, "normal{ mean = %.6g, sd = %.6g }", p[0] * p[1], sqrt(p[0]) * p[1]);
    return OUTLAY_ERROR_ARGUMENT;
  }
  const outlay_status status = outlay_check_range("gamma", "shape", p[0], 0.1, 1e6, error);
  if (status != OUTLAY_OK || p[1] > 0.0) return status;
  return outlay_fail(error, OUTLAY_ERROR_ARGUMENT, "a gamma's scale is %.6g; it must be positive",
                     p[1]);
}

static double gamma_from_draw(const double *p, size_t count, double draw) {
  (void)count;
  if (isnan(draw)) return draw;
  if (draw < -38.0) return 0.0;
  if (draw > 38.0) return INFINITY;
  outlay_gamma_point point;
  outlay_gamma_quantile(p[0], draw, &point);
  return point.x * p[1];
}

static outlay_tails gamma_tails(const double *p, size_t count, double value) {
  (void)count;
  const double x = value / p[1];
  if (!(x > 0.0)) return (outlay_tails){0.0, 1.0};
  if (x > 1e300) return (outlay_tails){1.0, 0.0};
  outlay_gamma_point point;
  outlay_gamma_at(p[0], x, &point);
  return (outlay_tails){point.lower, point.upper};
}

static double gamma_mean(const double *p, size_t count) {
  (void)count;
  return p[0] * p[1];
}

static double gamma_sd(const double *p, size_t count) {
  (void)count;
  return sqrt(p[0]) * p[1];
}

static outlay_status gamma_prepare(outlay_sampler *sampler, outlay_error *error) {
  static const outlay_transform transforms[] = {OUTLAY_TRANSFORM_EXP};
  return outlay_fit_quantile(sampler, transforms, 1, false, error);
}

const outlay_distribution_kind outlay_kind_gamma = {
    .draw = OUTLAY_DRAW_NORMAL,
    .count = 2,
    .numbers = 1,
    .parameters = {"shape", "scale"},
    .check = gamma_check,
    .from_draw = gamma_from_draw,
    .tails = gamma_tails,
    .mean = gamma_mean,
    .sd = gamma_sd,
    .prepare = gamma_prepare,
    .apply = outlay_fit_apply,
};
