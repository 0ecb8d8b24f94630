#include "score.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "intervals.h"
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

score *score_all(const runs *all) {
  score *scores = calloc(all->count + 1, sizeof *scores);
  if (scores == NULL) abort();
  for (size_t i = 0; i < all->count; i++) {
    const run *r = &all->items[i];
    scores[i].run = r;
    if (r->usable) scores[i].predicted = predict(r, committed_efficiency(r), &scores[i].step);
  }
  intervals(scores, all);
  return scores;
}

summary summarise(const score *scores, size_t count, const char *label) {
  summary out = {.label = label, .group = GROUP_OTHER};
  double *errors = calloc(count + 1, sizeof *errors);
  double *unseen = calloc(count + 1, sizeof *unseen);
  if (errors == NULL || unseen == NULL) abort();
  for (size_t i = 0; i < count; i++) {
    const score *s = &scores[i];
    if (s->predicted <= 0 || !(s->run->measured > 0)) continue;
    if (strcmp(label_of(s->run), label) != 0) continue;
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
      out.covered += s->covered ? 1 : 0;
    }
    if (s->left) {
      out.left++;
      out.left_covered += s->left_covered ? 1 : 0;
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
