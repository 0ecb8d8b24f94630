#include "intervals.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "performance_constants.h"
#include "predict.h"

bool same_family(const run *a, const run *b) {
  if (a->group != b->group) return false;
  if (a->group < GROUP_OTHER) return true;
  return strcmp(a->family, b->family) == 0 &&
         (a->workload.experts > 0) == (b->workload.experts > 0);
}

/* ---- residuals ------------------------------------------------------------------------------- */

/* Residuals with constants that were fitted without the row's fold. */
static void cross(score *scores, const runs *all) {
  for (int fold = 0; fold < 5; fold++) {
    outlay_efficiency fitted[FAMILIES];
    for (int f = 0; f < FAMILIES; f++) fitted[f] = fit_family(all, f, fold, NO_GROUP);
    for (size_t i = 0; i < all->count; i++) {
      const run *r = &all->items[i];
      const int family = family_index(r);
      if (!r->fitted || r->fold != fold || family < 0) continue;
      scores[i].ratio = log(r->measured / predict(r, &fitted[family], NULL));
      scores[i].crossed = true;
    }
  }
}

static bool in_group(const runs *all, int family, run_group group) {
  for (size_t i = 0; i < all->count; i++) {
    const run *r = &all->items[i];
    if (r->fitted && r->group == group && family_index(r) == family) return true;
  }
  return false;
}

/* Residuals with constants that were fitted without the row's family; to rows that constants are
 * never fitted to, those of all others are that. */
static void leave_out(score *scores, const runs *all) {
  outlay_efficiency whole[FAMILIES];
  for (int f = 0; f < FAMILIES; f++) whole[f] = fit_family(all, f, NO_FOLD, NO_GROUP);
  for (int group = 0; group < GROUPS; group++) {
    outlay_efficiency fitted[FAMILIES];
    for (int f = 0; f < FAMILIES; f++) {
      const bool there = in_group(all, f, (run_group)group);
      fitted[f] = there ? fit_family(all, f, NO_FOLD, group) : whole[f];
    }
    for (size_t i = 0; i < all->count; i++) {
      const run *r = &all->items[i];
      const int family = family_index(r);
      if (!r->usable || !r->sure || (int)r->group != group || family < 0) continue;
      scores[i].left_ratio = log(r->measured / predict(r, &fitted[family], NULL));
      scores[i].left = true;
    }
  }
}

void residuals(score *scores, const runs *all) {
  for (size_t i = 0; i < all->count; i++) scores[i].run = &all->items[i];
  cross(scores, all);
  leave_out(scores, all);
}

/* ---- weighted samples ------------------------------------------------------------------------ */

typedef struct weighted {
  double value, weight;
} weighted;

typedef struct sample {
  weighted *items;
  size_t n, families;
  double total;
} sample;

static int by_first(const void *a, const void *b) {
  const double x = ((const weighted *)a)->value, y = ((const weighted *)b)->value;
  return (x > y) - (x < y);
}

static sample sample_for(const runs *all) {
  sample s = {.items = calloc(2 * all->count + 1, sizeof *s.items)};
  if (s.items == NULL) abort();
  return s;
}

static void add(sample *s, double residual) { s->items[s->n++] = (weighted){fabs(residual), 0}; }

/* Shares out a mass over the residuals that were added since. */
static void give_mass(sample *s, size_t from, double mass) {
  if (s->n == from) return;
  for (size_t i = from; i < s->n; i++) s->items[i].weight = mass / (double)(s->n - from);
  s->total += mass;
  s->families++;
}

/* As far to either side as 80 % of the residuals are off: which way a further model will be off
 * is not known. */
static spread spread_of(sample *s) {
  double below = 0, off = 0.3;
  qsort(s->items, s->n, sizeof *s->items, by_first);
  for (size_t i = 0; i < s->n && below < 0.8 * s->total; i++) {
    below += s->items[i].weight;
    off = s->items[i].value;
  }
  const spread out = {exp(-off), exp(off), s->n, s->families};
  free(s->items);
  return out;
}

static bool first_of_its_family(const runs *all, size_t index) {
  for (size_t i = 0; i < index; i++) {
    if (same_family(&all->items[i], &all->items[index])) return false;
  }
  return true;
}

/* Of families that were left out, but one, each of one weight. Dense runs say little of mixtures:
 * families of the other kind weigh a third. */
static spread unseen_but(const score *scores, const runs *all, const run *but, bool mixture) {
  sample s = sample_for(all);
  for (size_t f = 0; f < all->count; f++) {
    const run *of = &all->items[f];
    if (!first_of_its_family(all, f) || (but != NULL && same_family(of, but))) continue;
    const size_t from = s.n;
    for (size_t i = f; i < all->count; i++) {
      if (scores[i].left && same_family(&all->items[i], of)) add(&s, scores[i].left_ratio);
    }
    give_mass(&s, from, (of->workload.experts > 0) == mixture ? 1 : 1.0 / 3);
  }
  return spread_of(&s);
}

spread spread_of_unseen(const score *scores, const runs *all, bool mixture) {
  return unseen_but(scores, all, NULL, mixture);
}

/* ---- intervals ------------------------------------------------------------------------------- */

static bool first_of_its_model(const score *scores, const runs *all, size_t index) {
  const run *r = &all->items[index];
  for (size_t i = 0; i < index; i++) {
    const run *other = &all->items[i];
    if (scores[i].crossed && other->group == r->group && strcmp(other->model, r->model) == 0) {
      return false;
    }
  }
  return true;
}

/* Adds the cross-validated residuals of a group but a fold; a mass of 0 stands for its number of
 * models, for rows of one model are not independent. */
static void add_group(sample *s, const score *scores, const runs *all, int group, int fold,
                      double mass) {
  const size_t from = s->n;
  double models = 0;
  for (size_t i = 0; i < all->count; i++) {
    const run *r = &all->items[i];
    if (!scores[i].crossed || (int)r->group != group || r->fold == fold) continue;
    models += first_of_its_model(scores, all, i) ? 1 : 0;
    add(s, scores[i].ratio);
  }
  give_mass(s, from, mass > 0 ? mass : models);
}

/* A family of few models does not show its whole spread: the other families add to it, together as
 * much as one model. */
static spread spread_with(const score *scores, const runs *all, int group, int fold) {
  sample s = sample_for(all);
  add_group(&s, scores, all, group, fold, 0);
  for (int g = 0; g < GROUP_OTHER; g++) {
    if (g != group) add_group(&s, scores, all, g, NO_FOLD, 1.0 / (GROUP_OTHER - 1));
  }
  return spread_of(&s);
}

spread spread_of_group(const score *scores, const runs *all, run_group group) {
  return spread_with(scores, all, (int)group, NO_FOLD);
}

static bool holds(const spread *s, double ratio) {
  return ratio >= log(s->low) && ratio <= log(s->high);
}

/* Rows of one family and fold have one interval: the first of them asks for it. */
static void known_interval(score *scores, const runs *all, size_t index) {
  const run *r = &all->items[index];
  const spread s = spread_with(scores, all, (int)r->group, r->fold);
  for (size_t i = index; i < all->count; i++) {
    const run *other = &all->items[i];
    if (!scores[i].crossed || other->group != r->group || other->fold != r->fold) continue;
    scores[i].low = scores[i].predicted * s.low;
    scores[i].high = scores[i].predicted * s.high;
    scores[i].covered = holds(&s, scores[i].ratio);
  }
}

static void unseen_interval(score *scores, const runs *all, size_t index) {
  const run *r = &all->items[index];
  const spread s = unseen_but(scores, all, r, r->workload.experts > 0);
  for (size_t i = index; i < all->count; i++) {
    if (scores[i].predicted <= 0 || !same_family(&all->items[i], r)) continue;
    if (scores[i].left) scores[i].left_covered = holds(&s, scores[i].left_ratio);
    if (scores[i].low > 0) continue;
    scores[i].low = scores[i].predicted * s.low;
    scores[i].high = scores[i].predicted * s.high;
  }
}

/* What an accelerator without runs of its own is worth: its constants are a sibling's. */
static const double sibling_error = 0.32;

static void committed_interval(score *s) {
  const run *r = s->run;
  const outlay_error_spread *known = outlay_error_of(
      r->group < GROUP_OTHER ? run_group_name(r->group) : "", r->workload.experts > 0);
  const bool own = family_index(r) >= 0;
  s->low = s->predicted * (own ? known->low : exp(-sibling_error));
  s->high = s->predicted * (own ? known->high : exp(sibling_error));
}

/* A file with fewer rows that constants could be fitted to is news to the committed ones. */
enum { ENOUGH_ROWS = 500 };

void intervals(score *scores, const runs *all) {
  size_t rows = 0;
  for (size_t i = 0; i < all->count; i++) rows += all->items[i].fitted;
  if (rows < ENOUGH_ROWS) {
    for (size_t i = 0; i < all->count; i++) committed_interval(&scores[i]);
    return;
  }
  residuals(scores, all);
  for (size_t i = 0; i < all->count; i++) {
    if (scores[i].crossed && scores[i].low <= 0) known_interval(scores, all, i);
  }
  for (size_t i = 0; i < all->count; i++) {
    if (first_of_its_family(all, i)) unseen_interval(scores, all, i);
  }
}
