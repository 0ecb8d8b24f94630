/* Parameters from two quantiles or from mean and standard deviation, for the kinds of two
 * parameters. What is impossible is an error that says what would be possible. */
#include <math.h>
#include <string.h>

#include "distribution_kind.h"
#include "special.h"
#include "special_gamma.h"
#include "status.h"

/* ---- solving for one number ---- */

typedef struct search {
  double (*at)(double x, const double *given); /* falls as x rises */
  const double *given;
} search;

/* The x between low and high, both positive, at which the function has this value; halves its
 * logarithm. */
static double solve(const search *s, double low, double high, double value) {
  double a = outlay_log(low), b = outlay_log(high);
  for (int i = 0; i < 200 && b - a > 1e-15 * fmax(1.0, fabs(a)); i++) {
    const double middle = 0.5 * (a + b);
    if (s->at(outlay_exp(middle), s->given) > value) {
      a = middle;
    } else {
      b = middle;
    }
  }
  return outlay_exp(0.5 * (a + b));
}

/* ---- two quantiles ---- */

typedef struct two_points {
  double p, x, q, y; /* x at probability p, y at the greater probability q */
} two_points;

static outlay_status check_points(const char *name, const two_points *t, outlay_error *error) {
  if (!(t->p > 0.0 && t->p < t->q && t->q < 1.0)) {
    return outlay_fail(error, OUTLAY_ERROR_ARGUMENT,
                       "two quantiles have two probabilities between 0 and 1, in rising order, not "
                       "%.6g and %.6g",
                       t->p, t->q);
  }
  if (isfinite(t->x) && isfinite(t->y) && t->x < t->y) return OUTLAY_OK;
  (void)outlay_fail(error, OUTLAY_ERROR_ARGUMENT,
                    "a %s with %.6g at %.4g %% and %.6g at %.4g %%: quantiles rise", name, t->x,
                    100.0 * t->p, t->y, 100.0 * t->q);
  if (t->x > t->y) outlay_advise(error, "%.6g and %.6g, the other way round", t->y, t->x);
  return OUTLAY_ERROR_ARGUMENT;
}

static outlay_status check_positive(const char *name, double x, outlay_error *error) {
  if (x > 0.0) return OUTLAY_OK;
  (void)outlay_fail(error, OUTLAY_ERROR_ARGUMENT, "a %s is positive; its quantile cannot be %.6g",
                    name, x);
  outlay_advise(error, "a normal, or this one shifted");
  return OUTLAY_ERROR_ARGUMENT;
}

/* y / x of a gamma of this shape. */
static double gamma_ratio(double shape, const double *probabilities) {
  outlay_gamma_point x, y;
  outlay_gamma_quantile(shape, outlay_normal_quantile(probabilities[0]), &x);
  outlay_gamma_quantile(shape, outlay_normal_quantile(probabilities[1]), &y);
  return outlay_exp(y.log_x - x.log_x);
}

static outlay_status fail_ratio(const char *name, const two_points *t, double least,
                                double greatest, outlay_error *error) {
  (void)outlay_fail(error, OUTLAY_ERROR_ARGUMENT,
                    "a %s cannot have %.6g at %.4g %% and %.6g at %.4g %%", name, t->x,
                    100.0 * t->p, t->y, 100.0 * t->q);
  outlay_advise(error, "values whose ratio is from %.6g to %.6g", least, greatest);
  return OUTLAY_ERROR_ARGUMENT;
}

static outlay_status gamma_from(const two_points *t, double *out, outlay_error *error) {
  const double probabilities[] = {t->p, t->q};
  const search s = {gamma_ratio, probabilities};
  const double least = 0.1, greatest = 1e6, ratio = t->y / t->x;
  const double highest = gamma_ratio(least, probabilities),
               lowest = gamma_ratio(greatest, probabilities);
  if (!(ratio >= lowest && ratio <= highest)) {
    return fail_ratio("gamma", t, lowest, highest, error);
  }
  out[0] = solve(&s, least, greatest, ratio);
  outlay_gamma_point point;
  outlay_gamma_quantile(out[0], outlay_normal_quantile(t->q), &point);
  out[1] = t->y / point.x;
  return OUTLAY_OK;
}

/* -log(1 - p) */
static double exceedance(double p) { return -outlay_log1p(-p); }

static outlay_status weibull_from(const two_points *t, double *out, outlay_error *error) {
  out[0] = outlay_log(exceedance(t->q) / exceedance(t->p)) / outlay_log(t->y / t->x);
  if (!(out[0] >= 0.1 && out[0] <= 1000.0)) {
    const double steps = outlay_log(exceedance(t->q) / exceedance(t->p));
    return fail_ratio("weibull", t, outlay_exp(steps / 1000.0), outlay_exp(steps / 0.1), error);
  }
  out[1] = t->y * outlay_exp(-outlay_log(exceedance(t->q)) / out[0]);
  return OUTLAY_OK;
}

static outlay_status pareto_from(const two_points *t, double *out, outlay_error *error) {
  const double steps = exceedance(t->q) - exceedance(t->p);
  out[0] = steps / outlay_log(t->y / t->x);
  if (!(out[0] >= 0.1 && out[0] <= 1e6)) {
    return fail_ratio("pareto", t, outlay_exp(steps / 1e6), outlay_exp(steps / 0.1), error);
  }
  out[1] = t->x * outlay_exp(-exceedance(t->p) / out[0]);
  return OUTLAY_OK;
}

/* A beta of this size, alpha + beta, and mean: its quantile. */
static double beta_quantile(double size, double mean, double p) {
  const double parameters[] = {size * mean, size * (1.0 - mean), 0.0, 1.0};
  return outlay_distribution_quantile(OUTLAY_BETA, parameters, 4, p);
}

/* The mean with which a beta of this size has x at p: quantiles rise with the mean. */
static double mean_for(double size, double p, double x) {
  double low = 1e-3 / size, high = 1.0 - 1e-3 / size;
  for (int i = 0; i < 60 && high - low > 1e-16; i++) {
    const double middle = 0.5 * (low + high);
    if (beta_quantile(size, middle, p) < x) {
      low = middle;
    } else {
      high = middle;
    }
  }
  return 0.5 * (low + high);
}

/* The upper quantile of a beta of this size whose lower one is given. */
static double beta_upper(double size, const double *given) {
  return beta_quantile(size, mean_for(size, given[0], given[1]), given[2]);
}

static outlay_status beta_from(const two_points *t, double *out, outlay_error *error) {
  if (!(t->x > 0.0 && t->y < 1.0)) {
    return outlay_fail(
        error, OUTLAY_ERROR_ARGUMENT,
        "a beta's quantiles lie within its range, which is 0 to 1; not %.6g and %.6g", t->x, t->y);
  }
  const double given[] = {t->p, t->x, t->q};
  const search s = {beta_upper, given};
  const double least = 0.01, greatest = 1e7;
  if (!(t->y <= beta_upper(least, given) && t->y >= beta_upper(greatest, given))) {
    (void)outlay_fail(error, OUTLAY_ERROR_ARGUMENT,
                      "a beta on 0 to 1 cannot have %.6g at %.4g %% and %.6g at %.4g %%", t->x,
                      100.0 * t->p, t->y, 100.0 * t->q);
    outlay_advise(error, "with this lower quantile the upper one is from %.6g to %.6g",
                  beta_upper(greatest, given), beta_upper(least, given));
    return OUTLAY_ERROR_ARGUMENT;
  }
  const double size = solve(&s, least, greatest, t->y);
  const double mean = mean_for(size, t->p, t->x);
  out[0] = size * mean;
  out[1] = size * (1.0 - mean);
  out[2] = 0.0;
  out[3] = 1.0;
  return OUTLAY_OK;
}

/* A straight line in the scores, or in what stands for them. */
static void line_through(double a, double x, double b, double y, double *offset, double *scale) {
  *scale = (y - x) / (b - a);
  *offset = x - a * *scale;
}

static outlay_status from_points(outlay_distribution kind, const two_points *t, double *out,
                                 outlay_error *error) {
  double offset = 0.0, scale = 0.0;
  const double low = outlay_normal_quantile(t->p), high = outlay_normal_quantile(t->q);
  switch (kind) {
    case OUTLAY_NORMAL:
      line_through(low, t->x, high, t->y, &out[0], &out[1]);
      return OUTLAY_OK;
    case OUTLAY_LOGNORMAL:
      line_through(low, outlay_log(t->x), high, outlay_log(t->y), &offset, &scale);
      out[0] = outlay_exp(offset - outlay_normal_p95 * scale);
      out[1] = outlay_exp(offset + outlay_normal_p95 * scale);
      return OUTLAY_OK;
    case OUTLAY_UNIFORM:
      line_through(t->p, t->x, t->q, t->y, &offset, &scale);
      out[0] = offset;
      out[1] = offset + scale;
      return OUTLAY_OK;
    case OUTLAY_GAMMA:
      return gamma_from(t, out, error);
    case OUTLAY_WEIBULL:
      return weibull_from(t, out, error);
    case OUTLAY_PARETO:
      return pareto_from(t, out, error);
    case OUTLAY_BETA:
      return beta_from(t, out, error);
    default:
      return outlay_fail(error, OUTLAY_ERROR_ARGUMENT, "two quantiles do not make a %s",
                         outlay_distribution_name(kind));
  }
}

static bool is_positive_kind(outlay_distribution kind) {
  return kind == OUTLAY_LOGNORMAL || kind == OUTLAY_GAMMA || kind == OUTLAY_WEIBULL ||
         kind == OUTLAY_PARETO;
}

outlay_status outlay_from_quantiles(outlay_distribution kind, double p, double x, double q,
                                    double y, double *parameters, outlay_error *error) {
  const two_points t = {p, x, q, y};
  outlay_status status = check_points(outlay_distribution_name(kind), &t, error);
  if (status == OUTLAY_OK && is_positive_kind(kind)) {
    status = check_positive(outlay_distribution_name(kind), x, error);
  }
  double found[4] = {0.0};
  if (status == OUTLAY_OK) status = from_points(kind, &t, found, error);
  if (status != OUTLAY_OK) return status;
  memcpy(parameters, found, outlay_kind_of(kind)->count * sizeof *parameters);
  return OUTLAY_OK;
}

/* ---- mean and standard deviation ---- */

/* sd / mean of a Weibull of this shape. */
static double weibull_variation(double shape, const double *given) {
  (void)given;
  const double parameters[] = {shape, 1.0};
  return outlay_distribution_sd(OUTLAY_WEIBULL, parameters, 2) /
         outlay_distribution_mean(OUTLAY_WEIBULL, parameters, 2);
}

static outlay_status fail_variation(const char *name, double mean, double sd, double least,
                                    double greatest, outlay_error *error) {
  (void)outlay_fail(error, OUTLAY_ERROR_ARGUMENT,
                    "a %s with mean %.6g cannot have a standard deviation of %.6g", name, mean, sd);
  outlay_advise(error, "a standard deviation from %.6g to %.6g", least * mean, greatest * mean);
  return OUTLAY_ERROR_ARGUMENT;
}

static outlay_status weibull_of(double mean, double sd, double *out, outlay_error *error) {
  const search s = {weibull_variation, NULL};
  const double least = weibull_variation(1000.0, NULL), greatest = weibull_variation(0.1, NULL);
  if (!(sd / mean >= least && sd / mean <= greatest)) {
    return fail_variation("weibull", mean, sd, least, greatest, error);
  }
  out[0] = solve(&s, 0.1, 1000.0, sd / mean);
  out[1] = mean / outlay_exp(outlay_log_gamma_next(1.0 / out[0]));
  return OUTLAY_OK;
}

static outlay_status gamma_of(double mean, double sd, double *out, outlay_error *error) {
  out[0] = mean / sd * (mean / sd);
  out[1] = sd / mean * sd;
  if (out[0] >= 0.1 && out[0] <= 1e6) return OUTLAY_OK;
  return fail_variation("gamma", mean, sd, 1e-3, sqrt(10.0), error);
}

static outlay_status pareto_of(double mean, double sd, double *out, outlay_error *error) {
  const double inverse = mean / sd;
  out[0] = 1.0 + sqrt(1.0 + inverse * inverse);
  out[1] = mean * (out[0] - 1.0) / out[0];
  if (out[0] <= 1e6) return OUTLAY_OK;
  return fail_variation("pareto", mean, sd, 1e-6, INFINITY, error);
}

/* A binomial's variance is mean (1 - p). */
static outlay_status binomial_of(double mean, double sd, double *out, outlay_error *error) {
  const double p = 1.0 - sd * sd / mean;
  const double trials = floor(mean / p + 0.5);
  if (p > 0.0 && fabs(trials * p - mean) <= 1e-9 * mean) {
    out[0] = trials;
    out[1] = mean / trials;
    return OUTLAY_OK;
  }
  (void)outlay_fail(error, OUTLAY_ERROR_ARGUMENT,
                    "no binomial has mean %.6g and standard deviation %.6g: the number of trials "
                    "would not be whole",
                    mean, sd);
  const double nearest = p > 0.0 ? fmax(trials, floor(mean) + 1.0) : floor(mean * 1000.0);
  outlay_advise(error, "%.0f trials, with which the standard deviation is %.6g", nearest,
                sqrt(mean * (1.0 - mean / nearest)));
  return OUTLAY_ERROR_ARGUMENT;
}

static outlay_status from_moments(outlay_distribution kind, double mean, double sd, double *out,
                                  outlay_error *error) {
  switch (kind) {
    case OUTLAY_NORMAL:
      out[0] = mean;
      out[1] = sd;
      return OUTLAY_OK;
    case OUTLAY_LOGNORMAL:
      return outlay_lognormal_from_mean_sd(mean, sd, &out[0], &out[1], error);
    case OUTLAY_UNIFORM:
      out[0] = mean - sqrt(3.0) * sd;
      out[1] = mean + sqrt(3.0) * sd;
      return OUTLAY_OK;
    case OUTLAY_BETA:
      out[2] = 0.0;
      out[3] = 1.0;
      return outlay_beta_from_mean_sd(mean, sd, 0.0, 1.0, &out[0], &out[1], error);
    case OUTLAY_GAMMA:
      return gamma_of(mean, sd, out, error);
    case OUTLAY_WEIBULL:
      return weibull_of(mean, sd, out, error);
    case OUTLAY_PARETO:
      return pareto_of(mean, sd, out, error);
    case OUTLAY_BINOMIAL:
      return binomial_of(mean, sd, out, error);
    default:
      return outlay_fail(error, OUTLAY_ERROR_ARGUMENT,
                         "mean and standard deviation do not make a %s",
                         outlay_distribution_name(kind));
  }
}

outlay_status outlay_from_moments(outlay_distribution kind, double mean, double sd,
                                  double *parameters, outlay_error *error) {
  if (!isfinite(mean) || !isfinite(sd) || !(sd > 0.0)) {
    return outlay_fail(error, OUTLAY_ERROR_ARGUMENT, "a standard deviation is positive, not %.6g",
                       sd);
  }
  if ((is_positive_kind(kind) || kind == OUTLAY_BINOMIAL) && !(mean > 0.0)) {
    return outlay_fail(error, OUTLAY_ERROR_ARGUMENT, "a %s is positive; its mean cannot be %.6g",
                       outlay_distribution_name(kind), mean);
  }
  double found[4] = {0.0};
  const outlay_status status = from_moments(kind, mean, sd, found, error);
  if (status != OUTLAY_OK) return status;
  memcpy(parameters, found, outlay_kind_of(kind)->count * sizeof *parameters);
  return OUTLAY_OK;
}

/* ---- any distribution by its parameters ---- */

outlay_status outlay_quantile_of(outlay_distribution kind, const double *parameters, size_t count,
                                 double probability, double *out, outlay_error *error) {
  if ((unsigned)kind >= OUTLAY_DISTRIBUTIONS || !(probability >= 0.0 && probability <= 1.0)) {
    return outlay_fail(error, OUTLAY_ERROR_ARGUMENT, "a quantile's probability is from 0 to 1");
  }
  const outlay_status status = outlay_distribution_check(kind, parameters, count, error);
  if (status != OUTLAY_OK) return status;
  *out = outlay_distribution_quantile(kind, parameters, count, probability);
  return OUTLAY_OK;
}
