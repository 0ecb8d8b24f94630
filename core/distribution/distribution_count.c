/* Counts: Poisson (mean) and binomial (trials, probability). A sampler is a staircase over the
 * counts that draws can reach. */
#include <math.h>

#include "distribution_kind.h"
#include "special.h"
#include "special_beta.h"
#include "special_gamma.h"
#include "status.h"

static const double inverse_two_pi = 0x1.45f306dc9c883p-3;
static const double most_counted = 1e8;
#define LEAST_TAIL 0x1p-53 /* the least draw, and 1 minus the greatest */

/* ---- what both have in common ---- */

typedef struct counted {
  const double *parameters;
  double most; /* infinite for a Poisson */
  outlay_tails (*tails)(const double *parameters, size_t count, double value);
  double (*probability)(const double *parameters, double value);
} counted;

/* The first guess of a quantile: a normal's, with the skewness of Cornish and Fisher (Revue de
 * l'Institut International de Statistique 5, 1938). */
static double guess(double mean, double sd, double skewness, double z) {
  return mean + sd * (z + skewness * (z * z - 1.0) / 6.0);
}

/* Whether more than the draw's share lies at or below the count. */
static bool reaches(const counted *c, double value, outlay_tails draw) {
  const outlay_tails here = c->tails(c->parameters, 0, value);
  return draw.lower < draw.upper ? here.lower > draw.lower : here.upper < draw.upper;
}

/* The least count that reaches, from a guess: outwards in growing steps, then by halves. */
static double find_count(const counted *c, double start, outlay_tails draw) {
  double high = fmin(fmax(floor(start), 0.0), c->most), low = high - 1.0, step = 1.0;
  while (high < c->most && !reaches(c, high, draw)) {
    low = high;
    high = fmin(high + step, c->most);
    step *= 2.0;
  }
  for (step = 1.0; low >= 0.0 && reaches(c, low, draw); step *= 2.0) {
    high = low;
    low = fmax(low - step, -1.0);
  }
  while (high - low > 1.0) {
    const double middle = low + floor(0.5 * (high - low));
    if (reaches(c, middle, draw)) {
      high = middle;
    } else {
      low = middle;
    }
  }
  return high;
}

/* Thresholds and counts from the least to the greatest that a draw can reach. */
static outlay_status make_steps(outlay_sampler *sampler, const counted *c, double low, double high,
                                outlay_error *error) {
  const size_t steps = (size_t)(high - low) + 1;
  const outlay_status status = outlay_sampler_table(sampler, 2 * steps, error);
  if (status != OUTLAY_OK) return status;
  double *thresholds = sampler->table, *values = sampler->table + steps;
  double sum = c->tails(c->parameters, 0, low).lower, lost = 0.0;
  for (size_t i = 0; i < steps; i++) {
    values[i] = low + (double)i;
    if (i > 0) { /* Kahan's summation */
      const double next = c->probability(c->parameters, values[i]) - lost;
      const double total = sum + next;
      lost = total - sum - next;
      sum = total;
    }
    thresholds[i] = sum;
  }
  sampler->steps = steps;
  return OUTLAY_OK;
}

static void apply_steps(const outlay_sampler *sampler, const outlay_kernels *kernels, double *out,
                        const double *draw, size_t n) {
  kernels->steps(out, draw, n, sampler->table, sampler->table + sampler->steps, sampler->steps);
}

static const outlay_tails lowest_draw = {LEAST_TAIL, 1.0 - LEAST_TAIL};
static const outlay_tails highest_draw = {1.0 - LEAST_TAIL, LEAST_TAIL};

/* ---- Poisson ---- */

static outlay_status poisson_check(const double *p, size_t count, outlay_error *error) {
  (void)count;
  if (p[0] >= 0.0 && p[0] <= most_counted) return OUTLAY_OK;
  (void)outlay_fail(error, OUTLAY_ERROR_ARGUMENT,
                    "a poisson's mean is %.6g; it must be from 0 to %g", p[0], most_counted);
  if (p[0] > 0.0) outlay_advise(error, "normal{ mean = %.6g, sd = %.6g }", p[0], sqrt(p[0]));
  return OUTLAY_ERROR_ARGUMENT;
}

static outlay_tails poisson_tails(const double *p, size_t count, double value) {
  (void)count;
  if (!(value >= 0.0)) return (outlay_tails){0.0, 1.0};
  if (p[0] == 0.0 || value > 1e15) return (outlay_tails){1.0, 0.0};
  outlay_gamma_point point;
  outlay_gamma_at(floor(value) + 1.0, p[0], &point);
  return (outlay_tails){point.upper, point.lower};
}

static double poisson_probability(const double *p, double value) {
  if (value == 0.0) return outlay_exp(-p[0]);
  return sqrt(inverse_two_pi / value) *
         outlay_exp(-outlay_stirling_rest(value) - outlay_deviance(value, p[0], p[0] - value));
}

static double poisson_from_tails(const double *p, size_t count, outlay_tails draw) {
  (void)count;
  if (isnan(draw.lower)) return draw.lower;
  if (draw.upper <= 0.0) return p[0] > 0.0 ? INFINITY : 0.0;
  if (p[0] == 0.0) return 0.0;
  const counted c = {p, INFINITY, poisson_tails, poisson_probability};
  const double z = fmax(-38.0, outlay_draw_of_tails(OUTLAY_DRAW_NORMAL, draw));
  return find_count(&c, guess(p[0], sqrt(p[0]), 1.0 / sqrt(p[0]), z), draw);
}

static double poisson_from_draw(const double *p, size_t count, double draw) {
  return poisson_from_tails(p, count, outlay_tails_of_draw(OUTLAY_DRAW_UNIFORM, draw));
}

static double poisson_mean(const double *p, size_t count) { return count > 0 ? p[0] : NAN; }
static double poisson_sd(const double *p, size_t count) { return count > 0 ? sqrt(p[0]) : NAN; }

static outlay_status poisson_prepare(outlay_sampler *sampler, outlay_error *error) {
  const double *p = sampler->parameters;
  const counted c = {p, INFINITY, poisson_tails, poisson_probability};
  return make_steps(sampler, &c, poisson_from_tails(p, 1, lowest_draw),
                    poisson_from_tails(p, 1, highest_draw), error);
}

const outlay_distribution_kind outlay_kind_poisson = {
    .draw = OUTLAY_DRAW_UNIFORM,
    .count = 1,
    .numbers = 1,
    .unitless = true,
    .parameters = {"mean"},
    .check = poisson_check,
    .from_draw = poisson_from_draw,
    .from_tails = poisson_from_tails,
    .tails = poisson_tails,
    .mean = poisson_mean,
    .sd = poisson_sd,
    .prepare = poisson_prepare,
    .apply = apply_steps,
};

/* ---- binomial ---- */

static double binomial_mean(const double *p, size_t count) {
  (void)count;
  return p[0] * p[1];
}

static double binomial_sd(const double *p, size_t count) {
  (void)count;
  return sqrt(p[0] * p[1] * (1.0 - p[1]));
}

static outlay_status binomial_check(const double *p, size_t count, outlay_error *error) {
  if (!(p[1] >= 0.0 && p[1] <= 1.0)) {
    return outlay_fail(error, OUTLAY_ERROR_ARGUMENT,
                       "a binomial's probability is %.6g; it must be from 0 to 1", p[1]);
  }
  if (p[0] >= 0.0 && p[0] <= most_counted && floor(p[0]) == p[0]) return OUTLAY_OK;
  (void)outlay_fail(error, OUTLAY_ERROR_ARGUMENT,
                    "a binomial's number of trials is %.10g; it must be whole, from 0 to %g", p[0],
                    most_counted);
  if (p[0] > most_counted) {
    outlay_advise(error, "normal{ mean = %.6g, sd = %.6g }", binomial_mean(p, count),
                  binomial_sd(p, count));
  }
  return OUTLAY_ERROR_ARGUMENT;
}

static outlay_tails binomial_tails(const double *p, size_t count, double value) {
  (void)count;
  if (!(value >= 0.0)) return (outlay_tails){0.0, 1.0};
  const double k = floor(value);
  if (k >= p[0] || p[1] == 0.0) return (outlay_tails){1.0, 0.0};
  if (p[1] == 1.0) return (outlay_tails){0.0, 1.0};
  const outlay_beta_shape shape = outlay_beta_shape_of(p[0] - k, k + 1.0);
  outlay_beta_point point;
  outlay_beta_at(&shape, 1.0 - p[1], p[1], &point);
  return (outlay_tails){point.lower, point.upper};
}

static double binomial_probability(const double *p, double k) {
  const double n = p[0], rest = p[0] - k;
  if (k == 0.0) return outlay_exp(n * outlay_log1p(-p[1]));
  if (rest == 0.0) return outlay_exp(n * outlay_log(p[1]));
  const double off = n * p[1] - k;
  const double far =
      outlay_deviance(k, n * p[1], off) + outlay_deviance(rest, n * (1.0 - p[1]), -off);
  const double stirling =
      outlay_stirling_rest(n) - outlay_stirling_rest(k) - outlay_stirling_rest(rest);
  return sqrt(inverse_two_pi * n / k / rest) * outlay_exp(stirling - far);
}

static double binomial_from_tails(const double *p, size_t count, outlay_tails draw) {
  if (isnan(draw.lower)) return draw.lower;
  const double sd = binomial_sd(p, count);
  if (sd == 0.0) return binomial_mean(p, count);
  if (draw.upper <= 0.0) return p[0];
  const counted c = {p, p[0], binomial_tails, binomial_probability};
  const double z = fmax(-38.0, outlay_draw_of_tails(OUTLAY_DRAW_NORMAL, draw));
  return find_count(&c, guess(binomial_mean(p, count), sd, (1.0 - 2.0 * p[1]) / sd, z), draw);
}

static double binomial_from_draw(const double *p, size_t count, double draw) {
  return binomial_from_tails(p, count, outlay_tails_of_draw(OUTLAY_DRAW_UNIFORM, draw));
}

static outlay_status binomial_prepare(outlay_sampler *sampler, outlay_error *error) {
  const double *p = sampler->parameters;
  const counted c = {p, p[0], binomial_tails, binomial_probability};
  return make_steps(sampler, &c, binomial_from_tails(p, 2, lowest_draw),
                    binomial_from_tails(p, 2, highest_draw), error);
}

const outlay_distribution_kind outlay_kind_binomial = {
    .draw = OUTLAY_DRAW_UNIFORM,
    .count = 2,
    .numbers = 3,
    .unitless = true,
    .parameters = {"trials", "probability"},
    .check = binomial_check,
    .from_draw = binomial_from_draw,
    .from_tails = binomial_from_tails,
    .tails = binomial_tails,
    .mean = binomial_mean,
    .sd = binomial_sd,
    .prepare = binomial_prepare,
    .apply = apply_steps,
};
