/* Student's t, shifted and scaled: degrees of freedom, location, scale.
 *
 * n / (n + t^2) is a beta of n / 2 and 1 / 2, whose lower probability is that of both tails of t
 * beyond the same distance (Abramowitz and Stegun 26.7.1). */
#include <math.h>

#include "distribution_fit.h"
#include "special.h"
#include "special_beta.h"
#include "status.h"

static outlay_status student_check(const double *p, size_t count, outlay_error *error) {
  (void)count;
  const outlay_status status =
      outlay_check_range("student_t", "degrees of freedom", p[0], 0.5, 1e8, error);
  if (status != OUTLAY_OK || p[2] >= 0.0) return status;
  return outlay_fail(error, OUTLAY_ERROR_ARGUMENT,
                     "a student_t's scale is %.6g; it must not be negative", p[2]);
}

/* The t whose tails are these: the score of both tails together, then the beta. */
static double t_of(double degrees, outlay_tails tails) {
  const double both = 2.0 * fmin(tails.lower, tails.upper);
  const double between = fabs(tails.upper - tails.lower);
  const double score = both < 0.5 ? outlay_normal_quantile(both) : -outlay_normal_quantile(between);
  if (!(score < 38.0)) return 0.0;
  if (score < -38.0) return tails.lower < tails.upper ? -INFINITY : INFINITY;
  const outlay_beta_shape shape = outlay_beta_shape_of(0.5 * degrees, 0.5);
  outlay_beta_point point;
  outlay_beta_quantile(&shape, score, NULL, &point);
  const double size = sqrt(degrees) * outlay_exp(-0.5 * point.log_odds);
  return tails.lower < tails.upper ? -size : size;
}

static double student_from_tails(const double *p, size_t count, outlay_tails tails) {
  (void)count;
  return p[2] == 0.0 ? p[1] : fma(t_of(p[0], tails), p[2], p[1]);
}

static double student_from_draw(const double *p, size_t count, double draw) {
  if (isnan(draw)) return draw;
  return student_from_tails(p, count, outlay_tails_of_draw(OUTLAY_DRAW_NORMAL, draw));
}

static outlay_tails student_tails(const double *p, size_t count, double value) {
  (void)count;
  if (p[2] == 0.0) return outlay_tails_of_step(value, p[1]);
  const double t = (value - p[1]) / p[2];
  if (t == 0.0) return (outlay_tails){0.5, 0.5};
  const double odds = t * t / p[0];
  double tail = 0.0;
  if (odds < 1e280) {
    const outlay_beta_shape shape = outlay_beta_shape_of(0.5 * p[0], 0.5);
    outlay_beta_point point;
    outlay_beta_at(&shape, 1.0 / (1.0 + odds), odds / (1.0 + odds), &point);
    tail = 0.5 * point.lower;
  }
  return t < 0.0 ? (outlay_tails){tail, 1.0 - tail} : (outlay_tails){1.0 - tail, tail};
}

/* There is no mean up to 1 degree of freedom, and no finite standard deviation up to 2. */
static double student_mean(const double *p, size_t count) {
  (void)count;
  return p[0] > 1.0 ? p[1] : NAN;
}

static double student_sd(const double *p, size_t count) {
  (void)count;
  return p[0] > 2.0 ? p[2] * sqrt(p[0] / (p[0] - 2.0)) : INFINITY;
}

static outlay_status student_prepare(outlay_sampler *sampler, outlay_error *error) {
  static const outlay_transform transforms[] = {OUTLAY_TRANSFORM_NONE, OUTLAY_TRANSFORM_SINH};
  return outlay_fit_quantile(sampler, transforms, 2, false, error);
}

const outlay_distribution_kind outlay_kind_student_t = {
    .draw = OUTLAY_DRAW_NORMAL,
    .count = 3,
    .numbers = 1,
    .parameters = {"degrees", "location", "scale"},
    .check = student_check,
    .from_draw = student_from_draw,
    .from_tails = student_from_tails,
    .tails = student_tails,
    .mean = student_mean,
    .sd = student_sd,
    .prepare = student_prepare,
    .apply = outlay_fit_apply,
};
