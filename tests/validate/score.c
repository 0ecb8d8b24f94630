#include "score.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "performance_constants.h"
#include "predict.h"

const outlay_efficiency *committed_efficiency(const run *r) {
  return &outlay_fitted_find(r->machine.accelerator.family)->efficiency;
}

static int by_value(const void *a, const void *b) {
  const double x = *(const double *)a, y = *(const double *)b;
  return (x > y) - (x < y);
}

void sort_values(double *values, size_t n) { qsort(values, n, sizeof *values, by_value); }

double quantile(const double *sorted, size_t n, double probability) {
  if (n == 0) return NAN;
  const double place = probability * (double)(n - 1);
  const size_t below = (size_t)place;
  if (below + 1 >= n) return sorted[n - 1];
  return sorted[below] + (place - (double)below) * (sorted[below + 1] - sorted[below]);
}

const char *label_of(const run *r) {
  return r->group < GROUP_BLACKWELL_DENSE ? run_group_name(r->group) : r->family;
}

/* Rows of an accelerator family that constants are fitted to. */
static size_t fitted_rows(const runs *all, int family) {
  size_t n = 0;
  for (size_t i = 0; i < all->count; i++) {
    n += all->items[i].fitted && family_index(&all->items[i]) == family;
  }
  return n;
}

/* A file of a few rows cannot be fitted to; to the committed constants it is news. */
enum { FEW_ROWS = 30 };

static outlay_efficiency constants_without(const runs *all, int family, int fold, bool small) {
  if (!small || fitted_rows(all, family) >= FEW_ROWS) return fit_family(all, family, fold);
  return outlay_fitted_find(fitted_families[family])->efficiency;
}

/* Residuals with constants that were fitted without the row's fold. */
static void cross(score *scores, const runs *all) {
  size_t rows = 0;
  for (int f = 0; f < FAMILIES; f++) rows += fitted_rows(all, f);
  for (int fold = 0; fold < 5; fold++) {
    outlay_efficiency fitted[FAMILIES];
    for (int f = 0; f < FAMILIES; f++) fitted[f] = constants_without(all, f, fold, rows < 500);
    for (size_t i = 0; i < all->count; i++) {
      const run *r = &all->items[i];
      const int family = family_index(r);
      if (!r->fitted || r->fold != fold || family < 0) continue;
      scores[i].ratio = log(r->measured / predict(r, &fitted[family], NULL));
      scores[i].crossed = true;
    }
  }
}

/* ---- intervals ------------------------------------------------------------------------------ */

typedef struct weighted {
  double value, weight;
} weighted;

typedef struct sample {
  weighted *items;
  size_t n;
  double total;
} sample;

static int by_first(const void *a, const void *b) {
  return by_value(&((const weighted *)a)->value, &((const weighted *)b)->value);
}

static double weighted_quantile(const sample *s, double probability) {
  double below = 0;
  for (size_t i = 0; i < s->n; i++) {
    below += s->items[i].weight;
    if (below >= probability * s->total) return s->items[i].value;
  }
  return s->n > 0 ? s->items[s->n - 1].value : 0;
}

/* Adds the cross-validated residuals of rows that the row's interval may know, `mass` in all. */
static void add_residuals(sample *s, const score *scores, const runs *all, const run *r, bool own,
                          double mass) {
  const size_t from = s->n;
  for (size_t i = 0; i < all->count; i++) {
    const run *other = &all->items[i];
    const bool same = other->group == r->group;
    if (!scores[i].crossed || same != own || (same && other->fold == r->fold)) continue;
    if (!own && family_index(other) != family_index(r)) continue;
    s->items[s->n++] = (weighted){scores[i].ratio, 1};
  }
  if (s->n == from) return;
  for (size_t i = from; i < s->n; i++) s->items[i].weight = mass / (double)(s->n - from);
  s->total += mass;
}

/* Models of the row's group in other folds: rows of one model are not independent. */
static double other_models(const score *scores, const runs *all, const run *r) {
  double models = 0;
  const char *last = "";
  for (size_t i = 0; i < all->count; i++) {
    const run *other = &all->items[i];
    if (!scores[i].crossed || other->group != r->group || other->fold == r->fold) continue;
    if (strcmp(other->model, last) != 0) models++;
    last = other->model;
  }
  return models;
}

/* The interval of a row: the 10 % and 90 % quantiles of the cross-validated residuals of its
 * group's other folds, to which those of the accelerator's other groups are added with the weight
 * of some models, for a group of few models does not show its whole spread. Where there are none,
 * what the constants' own table says of the accelerator. */
static void interval(score *scores, const runs *all, size_t index, weighted *room) {
  enum { BORROWED_MODELS = 3 };
  const run *r = &all->items[index];
  sample s = {.items = room};
  add_residuals(&s, scores, all, r, true, other_models(scores, all, r));
  add_residuals(&s, scores, all, r, false, BORROWED_MODELS);
  const outlay_fitted *fitted = outlay_fitted_find(r->machine.accelerator.family);
  double low = fitted->low, high = fitted->high;
  enum { ENOUGH_ROWS = 8 };
  if (s.n >= ENOUGH_ROWS) {
    qsort(s.items, s.n, sizeof *s.items, by_first);
    /* Few models make for uncertain quantiles: further out, as conformal prediction does. */
    const double tail = 0.1 - 0.2 / (s.total + 1);
    low = exp(weighted_quantile(&s, tail));
    high = exp(weighted_quantile(&s, 1 - tail));
  }
  scores[index].low = scores[index].predicted * low;
  scores[index].high = scores[index].predicted * high;
}

score *score_all(const runs *all, bool cross_validate) {
  score *scores = calloc(all->count + 1, sizeof *scores);
  weighted *room = calloc(all->count + 1, sizeof *room);
  if (scores == NULL || room == NULL) abort();
  for (size_t i = 0; i < all->count; i++) {
    const run *r = &all->items[i];
    scores[i].run = r;
    if (r->usable) scores[i].predicted = predict(r, committed_efficiency(r), &scores[i].step);
  }
  if (cross_validate) cross(scores, all);
  for (size_t i = 0; i < all->count; i++) {
    if (scores[i].predicted > 0) interval(scores, all, i, room);
  }
  free(room);
  return scores;
}

/* Cross-validated coverage: is the measured time within the interval around the prediction that
 * did not know its fold? */
static bool inside(const score *s) {
  const double low = log(s->low / s->predicted), high = log(s->high / s->predicted);
  return s->ratio >= low && s->ratio <= high;
}

summary summarise(const score *scores, size_t count, const char *label) {
  summary out = {.label = label, .group = GROUP_OTHER};
  double *errors = calloc(count + 1, sizeof *errors);
  double *unseen = calloc(count + 1, sizeof *unseen);
  if (errors == NULL || unseen == NULL) abort();
  for (size_t i = 0; i < count; i++) {
    const score *s = &scores[i];
    if (s->predicted <= 0 || strcmp(label_of(s->run), label) != 0) continue;
    out.group = s->run->group;
    /* Recalled rows are never gated on. */
    if (s->run->group < GROUP_BLACKWELL_DENSE && !s->run->fitted) continue;
    const double error = s->predicted / s->run->measured - 1;
    errors[out.n++] = fabs(error);
    out.mape += fabs(error);
    out.bias += error;
    if (fabs(error) > out.worst) {
      out.worst = fabs(error);
      out.worst_id = s->run->id;
    }
    if (s->crossed) {
      unseen[out.intervals++] = fabs(exp(-s->ratio) - 1);
      out.covered += inside(s) ? 1 : 0;
    }
  }
  if (out.n > 0) {
    sort_values(errors, out.n);
    out.median = quantile(errors, out.n, 0.5);
    out.mape /= (double)out.n;
    out.bias /= (double)out.n;
  }
  if (out.intervals > 0) {
    sort_values(unseen, out.intervals);
    out.unseen = quantile(unseen, out.intervals, 0.5);
  }
  free(unseen);
  free(errors);
  return out;
}
