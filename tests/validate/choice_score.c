#include "choice_score.h"

#include <stdio.h>
#include <string.h>

/* BLOOM's tuning is a search by hand: the choice must be within 3 % of its best. */
static const double choice_target = 0.03;
enum { ENOUGH_STRATEGIES = 12 };

/* The same training: model, heads, precision's gradients, devices, batch. */
static bool same_training(const score *a, const score *b) {
  const run *r = a->run, *s = b->run;
  return r->group == s->group && strcmp(r->model, s->model) == 0 &&
         r->workload.heads == s->workload.heads && r->workload.sequence == s->workload.sequence &&
         r->strategy.gradient_bytes == s->strategy.gradient_bytes &&
         r->machine.devices == s->machine.devices &&
         r->strategy.global_batch / 64 == s->strategy.global_batch / 64;
}

static bool first_of_its_training(const score *scores, size_t index) {
  for (size_t i = 0; i < index; i++) {
    if (same_training(&scores[i], &scores[index])) return false;
  }
  return true;
}

/* Of a strategy that was measured more than once, the last time counts: software got better. */
static double measured_last(const score *scores, size_t count, const score *chosen) {
  double time = chosen->run->measured;
  for (size_t i = 0; i < count; i++) {
    if (same_training(&scores[i], chosen) && scores[i].predicted == chosen->predicted) {
      time = scores[i].run->measured;
    }
  }
  return time;
}

static bool print_training(const score *scores, size_t count, const score *any) {
  const score *chosen = NULL, *best = NULL;
  size_t n = 0;
  for (size_t i = 0; i < count; i++) {
    const score *s = &scores[i];
    if (s->predicted <= 0 || !(s->run->measured > 0) || !same_training(s, any)) continue;
    if (chosen == NULL || s->predicted < chosen->predicted) chosen = s;
    if (best == NULL || s->run->measured < best->run->measured) best = s;
    n++;
  }
  if (n < ENOUGH_STRATEGIES) return true;
  const double over = measured_last(scores, count, chosen) / best->run->measured - 1;
  const bool gated = any->run->group == GROUP_BLOOM;
  printf("choice of %2zu strategies, %-16s %s takes %.1f %% more than the best measured (%s)%s\n",
         n, any->run->model, chosen->run->id, 100 * over, best->run->id,
         !gated ? "" : (over <= choice_target ? "  meets its target of 3 %" : "  MISSES 3 %"));
  return !gated || over <= choice_target;
}

bool choice_print(const score *scores, size_t count) {
  bool good = true;
  printf("\n");
  for (size_t i = 0; i < count; i++) {
    const run_group group = scores[i].run->group;
    if (group != GROUP_BLOOM && group != GROUP_VTRAIN_MULTI) continue;
    if (!first_of_its_training(scores, i)) continue;
    good = print_training(scores, count, &scores[i]) && good;
  }
  return good;
}
