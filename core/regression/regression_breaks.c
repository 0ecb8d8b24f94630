/* Where a line bends, and which points are the frontier.
 *
 * Joined lines are least squares on x and max(x - break, 0) for each break. Breaks are looked for
 * at the points, then between the neighbours of the best one, where the sum of squares is smooth
 * (Hudson, Journal of the American Statistical Association 61, 1966). */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "progress.h"
#include "regression.h"
#include "special.h"
#include "status.h"

enum { LEAST_POINTS = 3, MOST_ROUNDS = 20 };

typedef struct search {
  outlay_regression_data data; /* x: the line's, then one column for each break */
  outlay_regression *fit;
  double *columns;        /* [1 + most][count] */
  double *places;         /* sorted different x */
  size_t different, used; /* used: rows of a weight above 0 */
  double least;           /* sums of squares below it are rounding */
  double breaks[OUTLAY_MOST_BREAKS];
  size_t count, most;
  const volatile int32_t *cancel;
  outlay_progress progress;
} search;

static int compare(const void *a, const void *b) {
  const double x = *(const double *)a, y = *(const double *)b;
  return (x > y) - (x < y);
}

static void set_break(search *s, size_t which, double at) {
  const size_t n = s->data.count;
  double *column = s->columns + (which + 1) * n;
  s->breaks[which] = at;
  for (size_t i = 0; i < n; i++) column[i] = fmax(s->columns[i] - at, 0.0);
}

/* The sum of squares with the breaks as they are; infinite where pieces cannot be told apart. */
static outlay_status squares(search *s, double *out, outlay_error *error) {
  if (outlay_is_cancelled(s->cancel)) {
    return outlay_fail(error, OUTLAY_ERROR_CANCELLED, "cancelled");
  }
  s->data.terms = s->count + 1;
  s->fit->info.terms = s->data.terms;
  const outlay_status status = outlay_least_squares(s->fit, &s->data, s->data.weights, error);
  *out = status == OUTLAY_OK ? fmax(s->fit->info.deviance, s->least) : INFINITY;
  return status == OUTLAY_ERROR_ARGUMENT ? OUTLAY_OK : status;
}

/* Whether each piece has enough different x, with break `which` at a place. */
static bool has_room(const search *s, size_t which, double at) {
  double edges[OUTLAY_MOST_BREAKS + 2];
  memcpy(edges, s->breaks, s->count * sizeof *edges);
  edges[which] = at;
  qsort(edges, s->count, sizeof *edges, compare);
  edges[s->count] = INFINITY;
  size_t i = 0;
  for (size_t piece = 0; piece <= s->count; piece++) {
    size_t inside = 0;
    while (i < s->different && s->places[i] <= edges[piece]) i++, inside++;
    /* A point at a break belongs to both sides. */
    if (inside < LEAST_POINTS) return false;
  }
  return true;
}

/* Moves one break to the best of all points, then between that point's neighbours. */
static outlay_status place_break(search *s, size_t which, double *best, bool *found,
                                 outlay_error *error) {
  const double old = s->breaks[which];
  double at = old, sum = 0.0;
  size_t near = 0;
  *found = false;
  for (size_t i = 1; i + 1 < s->different; i++) {
    outlay_progress_report(
        &s->progress,
        ((double)s->count - 1.0 + (double)i / (double)s->different) / (double)s->most);
    if (!has_room(s, which, s->places[i])) continue;
    set_break(s, which, s->places[i]);
    const outlay_status status = squares(s, &sum, error);
    if (status != OUTLAY_OK) return status;
    if (!*found || sum < *best) *best = sum, at = s->places[i], near = i, *found = true;
  }
  if (!*found) return OUTLAY_OK;
  const double golden = 0x1.3c6ef372fe950p-1;
  for (size_t side = 0; side < 2; side++) {
    double low = s->places[near - 1 + side], high = s->places[near + side];
    for (int i = 0; i < 40; i++) {
      const double a = high - golden * (high - low), b = low + golden * (high - low);
      double at_a = 0.0, at_b = 0.0;
      set_break(s, which, a);
      outlay_status status = squares(s, &at_a, error);
      set_break(s, which, b);
      if (status == OUTLAY_OK) status = squares(s, &at_b, error);
      if (status != OUTLAY_OK) return status;
      if (at_a < at_b)
        high = b;
      else
        low = a;
    }
    const double middle = 0.5 * (low + high);
    set_break(s, which, middle);
    const outlay_status status = squares(s, &sum, error);
    if (status != OUTLAY_OK) return status;
    if (sum < *best && has_room(s, which, middle)) *best = sum, at = middle;
  }
  set_break(s, which, at);
  return OUTLAY_OK;
}

/* Moves all breaks in turn until that no longer helps. */
static outlay_status improve(search *s, double *best, outlay_error *error) {
  for (int round = 0; round < MOST_ROUNDS; round++) {
    const double before = *best;
    for (size_t i = 0; i < s->count; i++) {
      bool found = false;
      double sum = *best;
      const double old = s->breaks[i];
      const outlay_status status = place_break(s, i, &sum, &found, error);
      if (status != OUTLAY_OK) return status;
      if (found && sum < *best)
        *best = sum;
      else
        set_break(s, i, old);
    }
    if (*best >= before * (1.0 - 1e-9)) break;
  }
  return OUTLAY_OK;
}

static void take_result(const search *s, double best, outlay_breaks *out) {
  const double n = (double)s->used;
  memset(out, 0, sizeof *out);
  out->count = s->count;
  memcpy(out->places, s->breaks, s->count * sizeof *out->places);
  qsort(out->places, s->count, sizeof *out->places, compare);
  double slope = s->fit->coefficients[1];
  out->slopes[0] = slope;
  for (size_t piece = 0; piece < s->count; piece++) {
    for (size_t i = 0; i < s->count; i++) {
      if (s->breaks[i] == out->places[piece]) slope += s->fit->coefficients[i + 2];
    }
    out->slopes[piece + 1] = slope;
  }
  out->sum_of_squares = best;
  out->bic =
      n * outlay_log(fmax(best, 1e-280) / n) + (2.0 + 2.0 * (double)s->count) * outlay_log(n);
}

static outlay_status find(search *s, size_t most, outlay_breaks *out, size_t *found,
                          outlay_error *error) {
  double best = 0.0;
  for (size_t count = 0; count <= most; count++) {
    s->count = count;
    bool possible = true;
    outlay_status status = OUTLAY_OK;
    if (count > 0) {
      s->breaks[count - 1] = INFINITY;
      status = place_break(s, count - 1, &best, &possible, error);
      if (status == OUTLAY_OK && possible) status = improve(s, &best, error);
    }
    if (status != OUTLAY_OK || !possible) return status;
    status = squares(s, &best, error);
    if (status != OUTLAY_OK) return status;
    take_result(s, best, &out[count]);
    *found = count + 1;
  }
  return OUTLAY_OK;
}

/* The different x of rows that count, rising. */
static void take_places(search *s, const outlay_regression_data *data) {
  double *places = s->places;
  for (size_t i = 0; i < data->count; i++) {
    if (data->weights == NULL || data->weights[i] > 0.0) places[s->used++] = data->x[i];
  }
  qsort(places, s->used, sizeof *places, compare);
  for (size_t i = 0; i < s->used; i++) {
    if (s->different == 0 || places[i] > places[s->different - 1]) {
      places[s->different++] = places[i];
    }
  }
}

/* What the squares of so many roundings add up to. */
static double least_squares_of(const outlay_regression_data *data) {
  const double rounding = outlay_rounding_of(data);
  double total = 0.0;
  for (size_t i = 0; i < data->count; i++) total += data->weights != NULL ? data->weights[i] : 1.0;
  return total * rounding * rounding;
}

/* Checks what is given, by a fit of one line. */
static outlay_status check(const outlay_allocator *from, const outlay_regression_data *data,
                           size_t most, outlay_error *error) {
  if (most > OUTLAY_MOST_BREAKS) {
    return outlay_fail(error, OUTLAY_ERROR_ARGUMENT, "%zu breaks are asked for; at most %d are",
                       most, (int)OUTLAY_MOST_BREAKS);
  }
  if (data->terms != 1) {
    return outlay_fail(error, OUTLAY_ERROR_ARGUMENT, "breaks are those of a line, with one x");
  }
  outlay_regression *fit = NULL;
  const outlay_status status =
      outlay_regression_fit(from, data, OUTLAY_LEAST_SQUARES, 0.5, &fit, error);
  outlay_regression_free(fit);
  return status;
}

outlay_status outlay_find_breaks(const outlay_allocator *allocator,
                                 const outlay_regression_data *data, size_t most,
                                 const outlay_options *options, outlay_breaks *out, size_t *found,
                                 outlay_error *error) {
  const outlay_allocator from = outlay_memory_or_default(allocator);
  outlay_status status = check(&from, data, most, error);
  if (status != OUTLAY_OK) return status;
  const size_t count = data->count, terms = most + 1, room = (terms + 1) * count + 1;
  double *memory = outlay_memory_new(&from, room, sizeof *memory);
  if (memory == NULL) return outlay_fail_memory(error);
  memcpy(memory, data->x, count * sizeof *memory);
  outlay_regression_data widest = *data;
  widest.x = memory;
  widest.terms = terms;
  outlay_regression *fit = outlay_regression_new(&from, &widest);
  if (fit == NULL) {
    status = outlay_fail_memory(error);
  } else {
    search s = {.fit = fit, .columns = memory, .places = memory + terms * count, .most = most};
    s.data = widest;
    s.least = least_squares_of(data);
    s.cancel = options != NULL ? options->cancel : NULL;
    s.progress = outlay_progress_of(options);
    take_places(&s, data);
    status = find(&s, most, out, found, error);
    fit->info.terms = terms; /* as it was made, for freeing */
    outlay_regression_free(fit);
  }
  outlay_memory_free(&from, memory, room, sizeof *memory);
  return status;
}

outlay_status outlay_frontier(const double *x, const double *y, size_t count, size_t top,
                              int32_t *members, outlay_error *error) {
  if (top == 0) {
    return outlay_fail(error, OUTLAY_ERROR_ARGUMENT, "the frontier is of at least the highest one");
  }
  for (size_t i = 0; i < count; i++) {
    if (!isfinite(x[i]) || !isfinite(y[i])) {
      return outlay_fail(error, OUTLAY_ERROR_DOMAIN, "a point is (%g, %g), which is not finite",
                         x[i], y[i]);
    }
    size_t higher = 0;
    for (size_t j = 0; j < count && higher < top; j++) {
      const bool is_before = x[j] < x[i] || (x[j] == x[i] && j < i);
      higher += (x[j] <= x[i] && y[j] > y[i]) || (is_before && y[j] == y[i]);
    }
    members[i] = higher < top;
  }
  return OUTLAY_OK;
}
