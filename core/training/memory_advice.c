/* What would make a strategy fit into memory, and which of it costs the least time. */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "memory_model.h"
#include "performance_constants.h"
#include "status.h"

/* ---- changes: each is made, or false where it is no change ---------------------------------- */

static bool shard_optimizer(outlay_strategy *s) {
  if (s->zero > 0 || s->dp < 2) return false;
  s->zero = 1;
  return true;
}

static bool shard_weights(outlay_strategy *s) {
  if (s->zero >= 3 || s->dp < 2) return false;
  s->zero = 3;
  return true;
}

static bool cut_sequences(outlay_strategy *s) {
  if (s->sequence_parallel || s->tp < 2) return false;
  s->sequence_parallel = true;
  return true;
}

static bool redo_parts(outlay_strategy *s) {
  if (s->recompute_activations || s->recompute == OUTLAY_RECOMPUTE_FULL) return false;
  s->recompute_norms = s->recompute_activations = s->recompute_up_projections = true;
  return true;
}

static bool redo_attention(outlay_strategy *s) {
  if (s->recompute != OUTLAY_RECOMPUTE_NONE) return false;
  s->recompute = OUTLAY_RECOMPUTE_SELECTIVE;
  return true;
}

static bool redo_half(outlay_strategy *s) {
  if (s->recompute == OUTLAY_RECOMPUTE_FULL) return false;
  s->recompute = OUTLAY_RECOMPUTE_FULL;
  s->recompute_share = 0.5;
  return true;
}

static bool redo_layers(outlay_strategy *s) {
  if (s->recompute == OUTLAY_RECOMPUTE_FULL && s->recompute_share <= 0) return false;
  s->recompute = OUTLAY_RECOMPUTE_FULL;
  s->recompute_share = 0;
  return true;
}

static bool shrink_batches(outlay_strategy *s) {
  if (s->micro_batch < 2) return false;
  s->micro_batch = 1;
  return true;
}

static bool double_degree(outlay_strategy *s, uint32_t *degree) {
  if (s->dp % 2 != 0) return false;
  *degree *= 2;
  s->dp /= 2;
  return true;
}

static bool double_tensor(outlay_strategy *s) {
  if (s->tp == 1) s->sequence_parallel = true;
  return double_degree(s, &s->tp);
}

static bool double_pipeline(outlay_strategy *s) {
  s->first_layers = s->last_layers = 0;
  return double_degree(s, &s->pp);
}

typedef struct change {
  bool (*make)(outlay_strategy *s);
  const char *words;
} change;

static const change changes[] = {
    {shard_optimizer, "shard the optimizer (zero = 1)"},
    {cut_sequences, "turn on sequence parallelism (sequence_parallel = true)"},
    {redo_parts,
     "recompute norms and activations (recompute_norms, recompute_activations, "
     "recompute_up_projections = true)"},
    {redo_attention, "recompute the attention (recompute = \"selective\")"},
    {shrink_batches, "make the micro-batch smaller (micro_batch = 1)"},
    {redo_half, "recompute every second layer (recompute = \"full\", recompute_share = 0.5)"},
    {redo_layers, "recompute whole layers (recompute = \"full\")"},
    {shard_weights, "shard the weights (zero = 3)"},
    {double_tensor, "double tensor parallelism (tp)"},
    {double_pipeline, "double pipeline parallelism (pp)"},
};

/* ---- the cheapest -----------------------------------------------------------------------------
 */

/* Seconds a step, INFINITY where the strategy does not fit or cannot be. */
static double time_if_it_fits(const outlay_workload *w, const outlay_platform *platform,
                              const outlay_strategy *changed) {
  outlay_memory_use use;
  outlay_step step;
  outlay_strategy s = *changed;
  if (outlay_strategy_check(w, &platform->machine, &s, NULL) != OUTLAY_OK) return INFINITY;
  outlay_balance_stages(w, platform, &s);
  outlay_memory_peak(w, &platform->machine, &s, &use);
  if (use.bytes > use.available) return INFINITY;
  outlay_step_time(w, platform, &s, &step);
  return step.time;
}

enum { CHANGES = sizeof changes / sizeof changes[0], MOST_AT_ONCE = 3 };

/* Changes that are made together, and the time of a step with them. */
typedef struct remedy {
  size_t parts[MOST_AT_ONCE], count;
  double time;
} remedy;

/* The quickest of all remedies of `count` changes, of which those up to the `made`-th are chosen.
 */
static void try_changes(const outlay_workload *w, const outlay_platform *platform,
                        const outlay_strategy *s, remedy *now, size_t made, remedy *best) {
  if (made == now->count) {
    now->time = time_if_it_fits(w, platform, s);
    if (now->time < best->time) *best = *now;
    return;
  }
  for (size_t i = made > 0 ? now->parts[made - 1] + 1 : 0; i < CHANGES; i++) {
    outlay_strategy changed = *s;
    if (!changes[i].make(&changed)) continue;
    now->parts[made] = i;
    try_changes(w, platform, &changed, now, made + 1, best);
  }
}

/* By the constants that were fitted for the accelerator; of few changes rather than of many. */
static void advise_change(const outlay_workload *w, const outlay_machine *machine,
                          const outlay_strategy *s, outlay_error *error) {
  outlay_platform platform;
  outlay_step now;
  outlay_platform_of(machine, &outlay_fitted_find(machine->accelerator.family)->efficiency,
                     &platform);
  outlay_step_time(w, &platform, s, &now);
  remedy best = {.time = INFINITY};
  for (size_t count = 1; count <= MOST_AT_ONCE && isinf(best.time); count++) {
    remedy tried = {.count = count};
    try_changes(w, &platform, s, &tried, 0, &best);
  }
  if (isinf(best.time)) {
    outlay_advise(error, "use more devices, or let a search find what fits");
    return;
  }
  char words[320] = "";
  for (size_t i = 0; i < best.count; i++) {
    const size_t used = strlen(words);
    (void)snprintf(words + used, sizeof words - used, "%s%s", i > 0 ? ", and " : "",
                   changes[best.parts[i]].words);
  }
  const double slower = 100 * (best.time / now.time - 1);
  if (slower >= 0.05) {
    outlay_advise(error, "%s: it fits, and a step is %.1f %% slower", words, slower);
  } else {
    outlay_advise(error, "%s: it fits, and a step is no slower", words);
  }
}

outlay_status outlay_memory_check(const outlay_workload *w, const outlay_machine *machine,
                                  const outlay_strategy *s, outlay_error *error) {
  outlay_memory_use use;
  outlay_memory_peak(w, machine, s, &use);
  if (use.bytes <= use.available) return OUTLAY_OK;
  int most = 0;
  for (int i = 1; i < OUTLAY_MEMORY_KINDS; i++) {
    if (use.kinds[i] > use.kinds[most]) most = i;
  }
  const outlay_status status =
      outlay_fail(error, OUTLAY_ERROR_LIMIT,
                  "the fullest device needs %.1f GB of %.1f GB, %.1f GB of it for %s",
                  use.bytes / 1e9, use.available / 1e9, use.kinds[most] / 1e9,
                  outlay_memory_kind_name((outlay_memory_kind)most));
  if (error != NULL) advise_change(w, machine, s, error);
  return status;
}
