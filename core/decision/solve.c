/* Finding the value of a parameter for which a certain value is zero: a bracket, then Brent's
 * method, with the same draws in each trial; at the end, how far the answer may be off for want of
 * samples. */
#include <math.h>

#include "status.h"
#include "trial.h"

enum { MOST_TRIALS = 200, ERROR_SEEDS = 8, SCANS = 16 };

/* A point that was tried: its place on the line that is searched, and the value there. */
typedef struct point {
  double t, f;
} point;

typedef struct solving {
  outlay_trial trial;
  double start, low, high; /* base units; not finite where there is no bound */
  bool logarithmic;        /* t is log(x / start), else x */
  point least, greatest;   /* the ends of what was tried */
  outlay_error *error;
} solving;

static double value_at(const solving *s, double t) {
  return s->logarithmic ? s->start * exp(t) : t;
}

static double place_of(const solving *s, double x) {
  return s->logarithmic ? log(x / s->start) : x;
}

static outlay_status try_at(solving *s, double t, point *out) {
  const double x = value_at(s, t);
  *out = (point){.t = t};
  return outlay_trial_run(&s->trial, &x, &out->f);
}

static bool brackets(point a, point b) { return (a.f <= 0) != (b.f <= 0) || b.f == 0; }

/* ---- a bracket ---- */

/* Steps away from the start, each longer than the one before, until the sign changes. A bound, or a
 * place where the model gives no value, is the end. */
static outlay_status step_out(solving *s, point from, double direction, point *inner, point *outer,
                              bool *found) {
  static const double lengths[] = {0.25, 1, 3, 8, 18, 32}; /* powers of e */
  const double bound = direction < 0 ? s->low : s->high;
  const double limit = isfinite(bound) ? place_of(s, bound) : direction * INFINITY;
  const double scale = s->logarithmic ? 1 : fmax(fabs(s->start), 1);
  *inner = from;
  *found = false;
  for (size_t i = 0; i < sizeof lengths / sizeof lengths[0]; i++) {
    double t = from.t + direction * scale * (s->logarithmic ? lengths[i] : expm1(lengths[i]));
    const bool last = direction < 0 ? t <= limit : t >= limit;
    if (last) t = limit;
    if (!isfinite(value_at(s, t))) break;
    const outlay_status status = try_at(s, t, outer);
    if (status == OUTLAY_ERROR_DOMAIN) break;
    if (status != OUTLAY_OK) return status;
    if (direction < 0) s->least = *outer;
    if (direction > 0) s->greatest = *outer;
    *found = brackets(*inner, *outer);
    if (*found || last) break;
    *inner = *outer;
  }
  return OUTLAY_OK;
}

/* Between two bounds whose values have one sign, there may still be a change of it. */
static outlay_status scan(solving *s, point *a, point *b, bool *found) {
  const point first = s->least, last = s->greatest;
  *a = first;
  for (int i = 1; i < SCANS && !*found; i++) {
    const outlay_status status = try_at(s, first.t + (last.t - first.t) * i / SCANS, b);
    if (status != OUTLAY_OK) return status;
    *found = brackets(*a, *b);
    if (!*found) *a = *b;
  }
  return OUTLAY_OK;
}

static outlay_status find_bracket(solving *s, point *a, point *b, bool *found) {
  outlay_status status = try_at(s, place_of(s, s->start), a);
  if (status != OUTLAY_OK) return status;
  s->least = s->greatest = *a;
  if (a->f == 0) {
    *b = *a;
    *found = true;
    return OUTLAY_OK;
  }
  const point start = *a;
  status = step_out(s, start, 1, a, b, found);
  if (status == OUTLAY_OK && !*found) status = step_out(s, start, -1, a, b, found);
  if (status == OUTLAY_OK && !*found && s->least.t < s->greatest.t) status = scan(s, a, b, found);
  return status;
}

/* ---- the root ---- */

/* Brent, Algorithms for Minimization without Derivatives (1973), chapter 4. */
static outlay_status find_root(solving *s, point a, point b, point *root) {
  point c = a;
  double step = b.t - a.t, before = step;
  for (int i = 0; i < MOST_TRIALS; i++) {
    if ((b.f > 0) == (c.f > 0)) {
      c = a;
      step = before = b.t - a.t;
    }
    if (fabs(c.f) < fabs(b.f)) {
      a = b;
      b = c;
      c = a;
    }
    const double tolerance = 1e-10 * fmax(fabs(b.t), s->logarithmic ? 1 : fabs(s->start) * 1e-3);
    const double middle = 0.5 * (c.t - b.t);
    if (fabs(middle) <= tolerance || b.f == 0) break;
    if (fabs(before) >= tolerance && fabs(a.f) > fabs(b.f)) {
      const double ratio = b.f / a.f;
      double p, q;
      if (a.t == c.t) { /* the secant, else inverse quadratic interpolation */
        p = 2 * middle * ratio;
        q = 1 - ratio;
      } else {
        const double u = a.f / c.f, v = b.f / c.f;
        p = ratio * (2 * middle * u * (u - v) - (b.t - a.t) * (v - 1));
        q = (u - 1) * (v - 1) * (ratio - 1);
      }
      if (p > 0) q = -q;
      p = fabs(p);
      if (2 * p < fmin(3 * middle * q - fabs(tolerance * q), fabs(before * q))) {
        before = step;
        step = p / q;
      } else {
        step = before = middle;
      }
    } else {
      step = before = middle;
    }
    a = b;
    const double t = fabs(step) > tolerance ? b.t + step : b.t + copysign(tolerance, middle);
    const outlay_status status = try_at(s, t, &b);
    if (status != OUTLAY_OK) return status;
  }
  *root = b;
  return OUTLAY_OK;
}

/* ---- how sure it is ---- */

/* The spread of the value over other seeds, over its slope. */
static outlay_status find_error(solving *s, point root, double *out) {
  const uint64_t seed = s->trial.options.seed;
  double sum = 0, square = 0;
  outlay_status status = OUTLAY_OK;
  for (uint64_t i = 1; status == OUTLAY_OK && i <= ERROR_SEEDS; i++) {
    point other;
    s->trial.options.seed = seed + i * UINT64_C(0x9e3779b97f4a7c15);
    status = try_at(s, root.t, &other);
    const double off = other.f - root.f;
    sum += off;
    square += off * off;
  }
  s->trial.options.seed = seed;
  if (status != OUTLAY_OK) return status;
  const double spread = sqrt(fmax(0, square - sum * sum / ERROR_SEEDS) / (ERROR_SEEDS - 1));
  *out = 0;
  if (spread == 0) return OUTLAY_OK;
  const double half = s->logarithmic ? 0.01 : 0.01 * fmax(fabs(root.t), fabs(s->start));
  point below, above;
  status = try_at(s, fmax(root.t - half, s->least.t), &below);
  if (status == OUTLAY_OK) status = try_at(s, fmin(root.t + half, s->greatest.t), &above);
  if (status != OUTLAY_OK) return status;
  const double slope = fabs((above.f - below.f) / (above.t - below.t));
  const double scale = s->logarithmic ? value_at(s, root.t) : 1;
  *out = spread / slope * fabs(scale);
  return OUTLAY_OK;
}

/* ---- the public function ---- */

static outlay_status solve(solving *s, outlay_solution *out) {
  point a, b, root;
  bool found = false;
  s->trial.expected = 40;
  outlay_status status = find_bracket(s, &a, &b, &found);
  if (status == OUTLAY_OK && found) {
    status = find_root(s, a, b, &root);
    if (status == OUTLAY_OK) status = find_error(s, root, &out->standard_error);
    if (status == OUTLAY_OK) {
      out->found = 1;
      out->value = value_at(s, root.t);
      out->rest = root.f;
    }
  }
  out->low = value_at(s, s->least.t);
  out->high = value_at(s, s->greatest.t);
  out->at_low = s->least.f;
  out->at_high = s->greatest.f;
  out->trials = s->trial.done;
  return status;
}

static outlay_status check_bounds(double start, double low, double high, outlay_error *error) {
  if (isfinite(start) && !(low > start) && !(high < start)) return OUTLAY_OK;
  return outlay_fail(error, OUTLAY_ERROR_ARGUMENT,
                     "the search starts at %g, which is not between %g and %g", start, low, high);
}

outlay_status outlay_solve(outlay_graph *graph, outlay_node parameter, outlay_node value,
                           double start, double low, double high, const outlay_options *options,
                           outlay_solution *out, outlay_error *error) {
  outlay_options standard;
  outlay_error unread;
  if (error == NULL) error = &unread;
  if (options == NULL) {
    outlay_options_default(&standard);
    options = &standard;
  }
  outlay_status status = check_bounds(start, low, high, error);
  if (status != OUTLAY_OK) return status;
  solving s = {.start = start,
               .low = low,
               .high = high,
               .logarithmic = start > 0 && !(low <= 0),
               .error = error};
  status = outlay_trial_begin(&s.trial, graph, &parameter, 1, &value, 1, options, error);
  if (status != OUTLAY_OK) return status;
  outlay_solution found = {0};
  status = solve(&s, &found);
  outlay_trial_end(&s.trial);
  if (status == OUTLAY_OK) *out = found;
  return status;
}
