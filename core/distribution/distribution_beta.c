/* The beta distribution, scaled to an interval: alpha, beta, low, high.
 *
 * Samples come from a piecewise polynomial of the normal score: of the value itself where that is
 * precise at both ends too, else of its log-odds, with more pieces for shapes that bend sharply. A
 * shape too sharp for either is evaluated exactly. */
#include <math.h>

#include "distribution_fit.h"
#include "special.h"
#include "special_beta.h"
#include "status.h"

static const double least_shape = 1e-3, greatest_shape = 1e8;

static outlay_status beta_check(const double *p, size_t count, outlay_error *error) {
  (void)count;
  for (size_t i = 0; i < 2; i++) {
    if (p[i] >= least_shape && p[i] <= greatest_shape) continue;
    return outlay_fail(error, OUTLAY_ERROR_ARGUMENT,
                       "a beta's parameter %s is %.6g; it must be between %g and %g",
                       i == 0 ? "alpha" : "beta", p[i], least_shape, greatest_shape);
  }
  return outlay_check_interval("beta", p[2], p[3], error);
}

static double beta_from_draw(const double *p, size_t count, double draw) {
  (void)count;
  if (isnan(draw)) return draw;
  if (draw < -38.0) return p[2];
  if (draw > 38.0) return p[3];
  const outlay_beta_shape shape = outlay_beta_shape_of(p[0], p[1]);
  outlay_beta_point point;
  outlay_beta_quantile(&shape, draw, NULL, &point);
  return fma(point.x, p[3] - p[2], p[2]);
}

static outlay_tails beta_tails(const double *p, size_t count, double value) {
  (void)count;
  if (value >= p[3]) return (outlay_tails){1.0, 0.0};
  if (value <= p[2]) return (outlay_tails){0.0, 1.0};
  const outlay_beta_shape shape = outlay_beta_shape_of(p[0], p[1]);
  const double width = p[3] - p[2];
  outlay_beta_point point;
  outlay_beta_at(&shape, (value - p[2]) / width, (p[3] - value) / width, &point);
  return (outlay_tails){point.lower, point.upper};
}

static double beta_mean(const double *p, size_t count) {
  (void)count;
  return fma(p[0] / (p[0] + p[1]), p[3] - p[2], p[2]);
}

/* The standard deviation on (0, 1). */
static double unit_sd(const double *p) {
  const double n = p[0] + p[1];
  return sqrt(p[0] / n * (p[1] / n) / (n + 1.0));
}

static double beta_sd(const double *p, size_t count) {
  (void)count;
  return unit_sd(p) * (p[3] - p[2]);
}

/* ---- the fit ---- */

enum { MOST_PIECES = 256, FEWEST_PIECES = 16 };

/* Good enough to look no further; still good enough to use. An exact sampler wants what is as good
 * as the quantile function itself. */
static const double error_wanted = 1e-9, error_allowed = 1e-6, error_of_exact = 1e-13;
/* What a fit of the value itself may be off, of the distance to the nearer end: up to this
 * score, and in the last tail. */
static const double end_error_wanted = 1e-6, end_error_allowed = 0.01, end_score = 6.0;

/* Exact points at the scores of a fit. */
typedef struct beta_points {
  double low, high;           /* the interval of scores */
  size_t pieces, checks_each; /* pieces, and checks in each */
  outlay_beta_point *nodes, *checks;
} beta_points;

/* The score, at most outlay_greatest_draw in size, beyond which the value is as good as an end. */
static double last_score(const outlay_beta_shape *shape, double sign) {
  const double end = 640.0;
  outlay_beta_point point;
  outlay_beta_quantile(shape, sign * outlay_greatest_draw, NULL, &point);
  if (fabs(point.log_odds) < end) return sign * outlay_greatest_draw;
  const double nearer = outlay_exp(-end);
  outlay_beta_at(shape, sign < 0.0 ? nearer : 1.0, sign < 0.0 ? 1.0 : nearer, &point);
  return sign < 0.0 ? outlay_normal_quantile(point.lower) : -outlay_normal_quantile(point.upper);
}

static void find_points(const outlay_beta_shape *shape, const beta_points *all,
                        const double *places, size_t each, outlay_beta_point *points) {
  const outlay_beta_point *near = NULL;
  for (size_t piece = 0; piece < all->pieces; piece++) {
    for (size_t j = 0; j < each; j++, points++) {
      const double z = outlay_fit_score(all->low, all->high, all->pieces, piece, places[j]);
      outlay_beta_quantile(shape, z, near, points);
      near = points;
    }
  }
}

/* The largest error of the fit at the checks, relative to the sd; infinity where an end is not
 * met. A factor of 2, or 4 for a sharp shape, allows for what lies between the checks. */
static double fit_error(const outlay_beta_shape *shape, const beta_points *all,
                        outlay_piecewise unit_fit) {
  const double shapes[] = {shape->a, shape->b};
  const double sd = unit_sd(shapes);
  unit_fit.low = 0.0;
  unit_fit.width = 1.0;
  double worst = 0.0;
  for (size_t piece = 0; piece < all->pieces; piece++) {
    double z[OUTLAY_FIT_CHECKS] = {0.0}, x[OUTLAY_FIT_CHECKS];
    for (size_t j = 0; j < all->checks_each; j++) {
      z[j] = outlay_fit_score(all->low, all->high, all->pieces, piece, outlay_fit_checks[j]);
    }
    outlay_kernels_portable()->piecewise(x, z, all->checks_each, &unit_fit);
    for (size_t j = 0; j < all->checks_each; j++) {
      const outlay_beta_point *exact = &all->checks[piece * all->checks_each + j];
      const double off = fabs(x[j] - exact->x);
      if (!(off / sd <= worst)) worst = off / sd; /* also NaN */
      const double tolerance = fabs(z[j]) < end_score ? end_error_wanted : end_error_allowed;
      const double margin = fmin(exact->x, exact->y);
      if (unit_fit.transform == OUTLAY_TRANSFORM_NONE && !(off < tolerance * margin))
        return INFINITY;
    }
  }
  return (all->pieces > FEWEST_PIECES ? 4.0 : 2.0) * worst;
}

static void set_fit(outlay_sampler *sampler, const beta_points *all, bool logistic,
                    double *values) {
  for (size_t i = 0; i < all->pieces * OUTLAY_FIT_NODES; i++) {
    values[i] = logistic ? all->nodes[i].log_odds : all->nodes[i].x;
  }
  sampler->fit.transform = logistic ? OUTLAY_TRANSFORM_LOGISTIC : OUTLAY_TRANSFORM_NONE;
  outlay_fit_set(&sampler->fit, all->low, all->high, all->pieces, values);
}

/* Tries the value itself with few pieces, then the log-odds with ever more. The memory at the
 * pointers has room for MOST_PIECES. */
static void search_fit(outlay_sampler *sampler, const outlay_beta_shape *shape, beta_points *all,
                       double *values) {
  const double wanted = sampler->exact ? error_of_exact : error_wanted;
  for (all->pieces = FEWEST_PIECES;; all->pieces *= 4) {
    find_points(shape, all, outlay_fit_nodes, OUTLAY_FIT_NODES, all->nodes);
    all->checks_each = all->pieces > FEWEST_PIECES ? OUTLAY_FIT_CHECKS : OUTLAY_FIT_FEW_CHECKS;
    find_points(shape, all, outlay_fit_checks, all->checks_each, all->checks);
    for (int logistic = all->pieces > FEWEST_PIECES; logistic <= 1; logistic++) {
      set_fit(sampler, all, logistic == 1, values);
      sampler->error = fit_error(shape, all, sampler->fit);
      if (sampler->error <= wanted) return;
    }
    if (all->pieces >= MOST_PIECES) return;
  }
}

/* A sampler of the beta with these parameters, whatever the sampler's own. */
static outlay_status prepare(outlay_sampler *sampler, const double *p, outlay_error *error) {
  sampler->fit.low = p[2];
  sampler->fit.width = p[3] - p[2];
  const size_t nodes = OUTLAY_FIT_NODES * (size_t)MOST_PIECES;
  const outlay_status status = outlay_fit_table(sampler, MOST_PIECES, error);
  if (status != OUTLAY_OK) return status;

  const outlay_allocator *memory = &sampler->allocator;
  const size_t points = nodes + OUTLAY_FIT_CHECKS * (size_t)MOST_PIECES;
  double *values = outlay_memory_new(memory, nodes, sizeof *values);
  /* Not cleared: most fits are good with few pieces, and never write to the rest. */
  outlay_beta_point *exact =
      memory->resize(memory->context, NULL, 0, points * sizeof(outlay_beta_point));
  if (values != NULL && exact != NULL) {
    const outlay_beta_shape shape = outlay_beta_shape_of(p[0], p[1]);
    beta_points all = {.low = last_score(&shape, -1.0),
                       .high = last_score(&shape, 1.0),
                       .nodes = exact,
                       .checks = exact + nodes};
    search_fit(sampler, &shape, &all, values);
    sampler->exact = sampler->error > (sampler->exact ? error_of_exact : error_allowed);
    if (sampler->exact) sampler->error = 0.0;
  }
  const bool made = values != NULL && exact != NULL;
  outlay_memory_free(memory, values, nodes, sizeof *values);
  if (exact != NULL) (void)memory->resize(memory->context, exact, points * sizeof *exact, 0);
  return made ? OUTLAY_OK : outlay_fail_memory(error);
}

static outlay_status beta_prepare(outlay_sampler *sampler, outlay_error *error) {
  return prepare(sampler, sampler->parameters, error);
}

const outlay_distribution_kind outlay_kind_beta = {
    .draw = OUTLAY_DRAW_NORMAL,
    .count = 4,
    .numbers = 3,
    .parameters = {"alpha", "beta", "low", "high"},
    .check = beta_check,
    .from_draw = beta_from_draw,
    .tails = beta_tails,
    .mean = beta_mean,
    .sd = beta_sd,
    .prepare = beta_prepare,
    .apply = outlay_fit_apply,
};

/* ---- PERT: low, mode, high ----
 *
 * A beta whose mean is (low + 4 mode + high) / 6 (Malcolm, Roseboom, Clark and Fazar, "Application
 * of a technique for research and development program evaluation", Operations Research 7, 1959). */

static void pert_shape(const double *p, double beta[4]) {
  const double width = p[2] - p[0];
  beta[0] = width > 0.0 ? 1.0 + 4.0 * ((p[1] - p[0]) / width) : 3.0;
  beta[1] = width > 0.0 ? 1.0 + 4.0 * ((p[2] - p[1]) / width) : 3.0;
  beta[2] = p[0];
  beta[3] = p[2];
}

static outlay_status pert_check(const double *p, size_t count, outlay_error *error) {
  (void)count;
  return outlay_check_mode("pert", p[0], p[1], p[2], error);
}

static double pert_from_draw(const double *p, size_t count, double draw) {
  double beta[4];
  pert_shape(p, beta);
  return beta_from_draw(beta, count, draw);
}

static outlay_tails pert_tails(const double *p, size_t count, double value) {
  double beta[4];
  pert_shape(p, beta);
  return beta_tails(beta, count, value);
}

static double pert_mean(const double *p, size_t count) {
  (void)count;
  return p[0] + (4.0 * (p[1] - p[0]) + (p[2] - p[0])) / 6.0;
}

static double pert_sd(const double *p, size_t count) {
  double beta[4];
  pert_shape(p, beta);
  return beta_sd(beta, count);
}

static outlay_status pert_prepare(outlay_sampler *sampler, outlay_error *error) {
  double beta[4];
  pert_shape(sampler->parameters, beta);
  return prepare(sampler, beta, error);
}

const outlay_distribution_kind outlay_kind_pert = {
    .draw = OUTLAY_DRAW_NORMAL,
    .count = 3,
    .parameters = {"low", "mode", "high"},
    .check = pert_check,
    .from_draw = pert_from_draw,
    .tails = pert_tails,
    .mean = pert_mean,
    .sd = pert_sd,
    .prepare = pert_prepare,
    .apply = outlay_fit_apply,
};
