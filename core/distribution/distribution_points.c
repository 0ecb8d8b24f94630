/* Distributions by points of their quantile function: the order statistics of samples, or a table
 * of probabilities and values. */
#include <math.h>
#include <string.h>

#include "distribution_fit.h"
#include "special.h"
#include "status.h"

/* ---- empirical: samples in rising order ----
 *
 * Straight lines between order statistics (type 7 of Hyndman and Fan, The American Statistician 50,
 * 1996), as the quantiles of samples are reported. */

static outlay_status empirical_check(const double *p, size_t count, outlay_error *error) {
  for (size_t i = 1; i < count; i++) {
    if (p[i - 1] <= p[i]) continue;
    return outlay_fail(
        error, OUTLAY_ERROR_ARGUMENT,
        "the samples of an empirical distribution must be in rising order; %.6g comes "
        "before %.6g",
        p[i - 1], p[i]);
  }
  return OUTLAY_OK;
}

static double empirical_from_draw(const double *p, size_t count, double draw) {
  if (isnan(draw)) return draw;
  if (count == 1) return p[0];
  const double position = draw * (double)(count - 1);
  const double piece = floor(fmin(position, (double)(count - 2)));
  const size_t i = (size_t)piece;
  return fma(position - piece, p[i + 1] - p[i], p[i]);
}

/* How many samples are at most the value. */
static size_t samples_up_to(const double *p, size_t count, double value) {
  size_t low = 0, high = count;
  while (low < high) {
    const size_t middle = low + (high - low) / 2;
    if (p[middle] <= value) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

static outlay_tails empirical_tails(const double *p, size_t count, double value) {
  const size_t below = samples_up_to(p, count, value);
  if (below == 0) return (outlay_tails){0.0, 1.0};
  if (below == count) return (outlay_tails){1.0, 0.0};
  const double from = p[below - 1], to = p[below], last = (double)(count - 1);
  return (outlay_tails){((double)(below - 1) + (value - from) / (to - from)) / last,
                        ((double)(count - 1 - below) + (to - value) / (to - from)) / last};
}

static double empirical_mean(const double *p, size_t count) {
  if (count == 1) return p[0];
  double sum = 0.0;
  for (size_t i = 1; i < count; i++) sum += 0.5 * p[i - 1] + 0.5 * p[i];
  return sum / (double)(count - 1);
}

static double empirical_sd(const double *p, size_t count) {
  if (count == 1) return 0.0;
  const double mean = empirical_mean(p, count);
  double sum = 0.0;
  for (size_t i = 1; i < count; i++) {
    const double a = p[i - 1] - mean, b = p[i] - mean;
    sum += (a * a + a * b + b * b) / 3.0;
  }
  return sqrt(sum / (double)(count - 1));
}

static outlay_status empirical_prepare(outlay_sampler *sampler, outlay_error *error) {
  (void)sampler;
  (void)error;
  return OUTLAY_OK;
}

static void empirical_apply(const outlay_sampler *sampler, const outlay_kernels *kernels,
                            double *out, const double *draw, size_t n) {
  if (sampler->count == 1) {
    kernels->fill(out, sampler->parameters[0], n);
  } else {
    kernels->table(out, draw, n, sampler->parameters, sampler->count);
  }
}

const outlay_distribution_kind outlay_kind_empirical = {
    .draw = OUTLAY_DRAW_UNIFORM,
    .count = 1,
    .repeated = true,
    .parameters = {"sample"},
    .check = empirical_check,
    .from_draw = empirical_from_draw,
    .tails = empirical_tails,
    .mean = empirical_mean,
    .sd = empirical_sd,
    .prepare = empirical_prepare,
    .apply = empirical_apply,
};

/* ---- quantiles: probability 1, value 1, probability 2, value 2, ... ----
 *
 * A monotone piecewise cubic through the points: slopes by Fritsch and Butland ("A method for
 * constructing local monotone piecewise cubic interpolants", SIAM Journal on Scientific and
 * Statistical Computing 5, 1984). Without the probabilities 0 and 1 the abscissa is the normal
 * score of the probability; at the ends the slope is that of the last piece's chord, and beyond
 * them the line goes straight on: tails are a normal's, and two points are a normal. With 0 and 1
 * the abscissa is the probability, and slopes at the ends are by three points. */

static bool is_bounded(const double *p) { return p[0] == 0.0; }

static outlay_status quantiles_check(const double *p, size_t count, outlay_error *error) {
  if (count < 4) {
    return outlay_fail(error, OUTLAY_ERROR_ARGUMENT,
                       "a quantile function needs two points or more");
  }
  if (!(p[0] >= 0.0 && p[count - 2] <= 1.0)) {
    return outlay_fail(error, OUTLAY_ERROR_ARGUMENT, "a quantile's probability is from 0 to 1");
  }
  if ((p[0] == 0.0) != (p[count - 2] == 1.0)) {
    (void)outlay_fail(error, OUTLAY_ERROR_ARGUMENT,
                      "a quantile function has both ends, the probabilities 0 and 1, or none");
    outlay_advise(error, p[0] == 0.0 ? "give the greatest value, of the probability 1"
                                     : "give the least value, of the probability 0");
    return OUTLAY_ERROR_ARGUMENT;
  }
  for (size_t i = 2; i < count; i += 2) {
    if (p[i - 2] < p[i] && p[i - 1] <= p[i + 1]) continue;
    return outlay_fail(error, OUTLAY_ERROR_ARGUMENT,
                       "the points of a quantile function rise: %.6g at %.6g cannot come before "
                       "%.6g at %.6g",
                       p[i - 1], p[i - 2], p[i + 1], p[i]);
  }
  return OUTLAY_OK;
}

static double abscissa(const double *p, size_t point) {
  return is_bounded(p) ? p[2 * point] : outlay_normal_quantile(p[2 * point]);
}

static double ordinate(const double *p, size_t point) { return p[2 * point + 1]; }

typedef struct secant {
  double width, slope;
} secant;

static secant secant_of(const double *p, size_t piece) {
  const double width = abscissa(p, piece + 1) - abscissa(p, piece);
  return (secant){width, (ordinate(p, piece + 1) - ordinate(p, piece)) / width};
}

/* By three points, kept monotone. `here` is the end's own piece. */
static double end_slope(secant here, secant next) {
  const double slope = ((2.0 * here.width + next.width) * here.slope - here.width * next.slope) /
                       (here.width + next.width);
  if (!(slope > 0.0)) return 0.0;
  return fmin(slope, 3.0 * here.slope);
}

static double slope_at(const double *p, size_t points, size_t i) {
  if (points == 2) return secant_of(p, 0).slope;
  if (i == 0 && !is_bounded(p)) return secant_of(p, 0).slope;
  if (i == points - 1 && !is_bounded(p)) return secant_of(p, points - 2).slope;
  if (i == 0) return end_slope(secant_of(p, 0), secant_of(p, 1));
  if (i == points - 1) return end_slope(secant_of(p, points - 2), secant_of(p, points - 3));
  const secant left = secant_of(p, i - 1), right = secant_of(p, i);
  if (left.slope <= 0.0 || right.slope <= 0.0) return 0.0;
  const double a = 2.0 * right.width + left.width, b = right.width + 2.0 * left.width;
  return (a + b) / (a / left.slope + b / right.slope);
}

/* The cubic of a piece, in a variable from 0 to 1. */
typedef struct cubic {
  double from, width, terms[4];
} cubic;

static cubic cubic_of(const double *p, size_t points, size_t piece) {
  const secant s = secant_of(p, piece);
  const double y = ordinate(p, piece), rise = ordinate(p, piece + 1) - y;
  const double first = slope_at(p, points, piece) * s.width;
  const double last = slope_at(p, points, piece + 1) * s.width;
  return (cubic){.from = abscissa(p, piece),
                 .width = s.width,
                 .terms = {y, first, 3.0 * rise - 2.0 * first - last, first + last - 2.0 * rise}};
}

static double cubic_at(const cubic *c, double t) {
  return fma(fma(fma(c->terms[3], t, c->terms[2]), t, c->terms[1]), t, c->terms[0]);
}

/* The value at an abscissa; straight on beyond the points. */
static double value_at(const double *p, size_t points, double x) {
  const double first = abscissa(p, 0), last = abscissa(p, points - 1);
  if (x <= first) return fma(slope_at(p, points, 0), x - first, ordinate(p, 0));
  if (x >= last) return fma(slope_at(p, points, points - 1), x - last, ordinate(p, points - 1));
  size_t piece = 0;
  while (x >= abscissa(p, piece + 1)) piece++;
  const cubic c = cubic_of(p, points, piece);
  return cubic_at(&c, (x - c.from) / c.width);
}

static double quantiles_from_draw(const double *p, size_t count, double draw) {
  if (isnan(draw)) return draw;
  if (is_bounded(p)) {
    return value_at(p, count / 2, fmin(fmax(outlay_normal_cdf(draw), 0.0), 1.0));
  }
  return value_at(p, count / 2, fmin(fmax(draw, -40.0), 40.0));
}

/* The greatest abscissa at which the value is at most this. */
static double abscissa_of(const double *p, size_t points, double value) {
  double low = is_bounded(p) ? 0.0 : -40.0, high = is_bounded(p) ? 1.0 : 40.0;
  if (value_at(p, points, high) <= value) return high;
  if (value_at(p, points, low) > value) return low;
  for (int i = 0; i < 80; i++) {
    const double middle = 0.5 * (low + high);
    if (value_at(p, points, middle) <= value) {
      low = middle;
    } else {
      high = middle;
    }
  }
  return low;
}

static outlay_tails quantiles_tails(const double *p, size_t count, double value) {
  const outlay_draw draw = is_bounded(p) ? OUTLAY_DRAW_UNIFORM : OUTLAY_DRAW_NORMAL;
  return outlay_tails_of_draw(draw, abscissa_of(p, count / 2, value));
}

/* Moments by the trapezium rule over normal scores. */
static double moment(const double *p, size_t count, double about, int power) {
  const double step = 1.0 / 256.0;
  double sum = 0.0;
  for (double z = -9.0; z <= 9.0; z += step) {
    const double off = quantiles_from_draw(p, count, z) - about;
    sum += outlay_normal_density(z) * (power == 1 ? off : off * off);
  }
  return sum * step;
}

static double quantiles_mean(const double *p, size_t count) {
  const double median = quantiles_from_draw(p, count, 0.0);
  return median + moment(p, count, median, 1);
}

static double quantiles_sd(const double *p, size_t count) {
  return sqrt(moment(p, count, quantiles_mean(p, count), 2));
}

/* Pieces straight on, and the cubics between, in the sampler's table. */
static void set_piece(outlay_knotted *knotted, size_t piece, double begin, double end,
                      const cubic *c) {
  const size_t size = OUTLAY_FIT_NODES + 2;
  double *terms = knotted->terms + piece * size;
  memset(terms, 0, size * sizeof *terms);
  const double middle = 0.5 * (begin + end), half = 0.5 * (end - begin);
  terms[0] = 1.0 / half;
  terms[1] = -middle / half;
  /* t = m + h x with x from -1 to 1 */
  const double m = (middle - c->from) / c->width, h = half / c->width;
  const double *k = c->terms;
  terms[2] = cubic_at(c, m);
  terms[3] = (k[1] + m * (2.0 * k[2] + 3.0 * m * k[3])) * h;
  terms[4] = (k[2] + 3.0 * m * k[3]) * h * h;
  terms[5] = k[3] * h * h * h;
  if (piece > 0) knotted->knots[piece - 1] = begin;
}

static cubic line_at(const double *p, size_t points, size_t point) {
  return (cubic){.from = abscissa(p, point),
                 .width = 1.0,
                 .terms = {ordinate(p, point), slope_at(p, points, point), 0.0, 0.0}};
}

static outlay_status quantiles_prepare(outlay_sampler *sampler, outlay_error *error) {
  const double *p = sampler->parameters;
  const size_t points = sampler->count / 2;
  const bool open = !is_bounded(p);
  const size_t pieces = points - 1 + (open ? 2 : 0);
  const outlay_status status =
      outlay_sampler_table(sampler, pieces * (OUTLAY_FIT_NODES + 3), error);
  if (status != OUTLAY_OK) return status;
  outlay_knotted *knotted = &sampler->knotted;
  *knotted = (outlay_knotted){.width = 1.0,
                              .pieces = pieces,
                              .terms = sampler->table,
                              .knots = sampler->table + pieces * (OUTLAY_FIT_NODES + 2)};
  if (open) {
    const cubic first = line_at(p, points, 0), last = line_at(p, points, points - 1);
    set_piece(knotted, 0, -40.0, first.from, &first);
    set_piece(knotted, pieces - 1, last.from, 40.0, &last);
  }
  for (size_t i = 0; i + 1 < points; i++) {
    const cubic c = cubic_of(p, points, i);
    set_piece(knotted, i + (open ? 1 : 0), c.from, c.from + c.width, &c);
  }
  sampler->exact = false;
  return OUTLAY_OK;
}

static void quantiles_apply(const outlay_sampler *sampler, const outlay_kernels *kernels,
                            double *out, const double *draw, size_t n) {
  if (is_bounded(sampler->parameters)) {
    kernels->uniform_of_normal(out, draw, n);
    draw = out;
  }
  kernels->knotted(out, draw, n, &sampler->knotted);
}

const outlay_distribution_kind outlay_kind_quantiles = {
    .draw = OUTLAY_DRAW_NORMAL,
    .count = 2,
    .numbers = 1,
    .repeated = true,
    .parameters = {"probability", "value"},
    .check = quantiles_check,
    .from_draw = quantiles_from_draw,
    .tails = quantiles_tails,
    .mean = quantiles_mean,
    .sd = quantiles_sd,
    .prepare = quantiles_prepare,
    .apply = quantiles_apply,
};
