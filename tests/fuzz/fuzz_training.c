/* Any workload, machine and strategy that the checks let through has a finite time whose terms add
 * up, a finite memory, and survives being searched around. */
#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "memory_model.h"
#include "performance_constants.h"
#include "search.h"

/* Numbers from the input, zeros after its end. */
typedef struct source {
  const uint8_t *data;
  size_t left;
} source;

static uint32_t take(source *s, uint32_t below) {
  uint32_t value = 0;
  for (int i = 0; i < 2 && s->left > 0; i++, s->left--) value = value << 8 | *s->data++;
  return below > 0 ? value % below : value;
}

static outlay_workload take_workload(source *s) {
  return (outlay_workload){.layers = take(s, 200),
                           .hidden = 64.0 * take(s, 400),
                           .heads = take(s, 200),
                           .kv_heads = take(s, 200),
                           .head_dim = take(s, 300),
                           .value_dim = take(s, 2) * 64.0,
                           .query_rank = take(s, 2) * 1536.0,
                           .kv_rank = take(s, 2) * 512.0,
                           .rope_dim = take(s, 2) * 64.0,
                           .ffn = 64.0 * take(s, 1000),
                           .gated = take(s, 2) == 1,
                           .vocabulary = take(s, 0),
                           .sequence = 16.0 * take(s, 0),
                           .window = take(s, 2) * 128.0,
                           .window_share = take(s, 3) / 2.0,
                           .tied = take(s, 2) == 1,
                           .experts = take(s, 300),
                           .top_k = take(s, 10),
                           .expert_ffn = 64.0 * take(s, 100),
                           .shared_ffn = 64.0 * take(s, 100),
                           .dense_layers = take(s, 200),
                           .expert_bias = take(s, 2) == 1,
                           .predicted = take(s, 2)};
}

static outlay_strategy take_strategy(source *s) {
  return (outlay_strategy){.tp = take(s, 65),
                           .pp = take(s, 65),
                           .dp = take(s, 1025),
                           .cp = take(s, 17),
                           .ep = take(s, 129),
                           .etp = take(s, 9),
                           .micro_batch = take(s, 33),
                           .global_batch = take(s, 0),
                           .interleave = take(s, 13),
                           .schedule = (outlay_schedule)take(s, 4),
                           .recompute = (outlay_recompute)take(s, 3),
                           .recompute_share = take(s, 5) / 4.0,
                           .zero = take(s, 4),
                           .precision = (outlay_precision)take(s, OUTLAY_PRECISIONS),
                           .block_scaled = take(s, 2) == 1,
                           .gradient_bytes = take(s, 2) == 1 ? 4 : 2,
                           .sequence_parallel = take(s, 2) == 1,
                           .attention = (outlay_attention_kernel)take(s, 3),
                           .fused_accumulation = take(s, 2) == 1,
                           .fused_loss = take(s, 2) == 1,
                           .software = (outlay_software)take(s, 3),
                           .tensor_overlap = (outlay_tensor_overlap)take(s, 3),
                           .data_overlap = take(s, 2) == 1,
                           .pipeline_overlap = take(s, 2) == 1,
                           .expert_overlap = take(s, 2) == 1,
                           .scatter_gather = take(s, 2) == 1,
                           .keep_gathered = take(s, 2) == 1,
                           .dispatch = (outlay_dispatch)take(s, 2),
                           .experts = (outlay_expert_kernels)take(s, 2),
                           .node_limit = take(s, 9),
                           .offload_weights = take(s, 2) == 1,
                           .offload_activations = take(s, 2) == 1,
                           .offload_optimizer = take(s, 2) == 1};
}

static void demand(int holds) {
  if (!holds) abort();
}

static void check_step(const outlay_workload *w, const outlay_platform *platform,
                       const outlay_strategy *s) {
  outlay_step step;
  outlay_memory_use use;
  outlay_step_time(w, platform, s, &step);
  outlay_memory_peak(w, &platform->machine, s, &use);
  double sum = 0;
  for (int i = 0; i < OUTLAY_TERMS; i++) {
    demand(step.terms[i] >= 0);
    sum += step.terms[i];
  }
  demand(isfinite(step.time) && step.time > 0 && fabs(sum - step.time) <= 1e-9 * step.time);
  /* Of the 16-bit peak: FP4 may reach a multiple of it. */
  demand(isfinite(step.mfu) && step.mfu > 0 && step.mfu < 8);
  demand(isfinite(use.bytes) && use.bytes > 0);
  (void)outlay_memory_check(w, &platform->machine, s, NULL);
}

static void search_around(const outlay_workload *w, const outlay_platform *platform,
                          const outlay_strategy *s) {
  outlay_space space = outlay_space_usual(w, s, 8, 16);
  space.most_cp = space.most_ep = 2;
  const outlay_search_options options = {.top = 2};
  outlay_search_result result;
  demand(outlay_search(NULL, w, &space, platform, 1, &options, &result, NULL) == OUTLAY_OK);
  for (size_t i = 0; i < result.count; i++) check_step(w, platform, &result.best[i].strategy);
  outlay_search_free(&result);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  source s = {data, size};
  size_t accelerators = 0;
  while (outlay_accelerator_at(accelerators) != NULL) accelerators++;
  const outlay_accelerator *a = outlay_accelerator_at(take(&s, (uint32_t)accelerators));
  const outlay_machine machine = outlay_machine_of(a, take(&s, 0), 1e6 * take(&s, 0));
  const outlay_workload workload = take_workload(&s);
  const outlay_strategy strategy = take_strategy(&s);
  if (outlay_workload_check(&workload, NULL) != OUTLAY_OK ||
      outlay_machine_check(&machine, NULL) != OUTLAY_OK) {
    return 0;
  }
  outlay_platform platform;
  outlay_platform_of(&machine, &outlay_fitted_find(a->family)->efficiency, &platform);
  if (outlay_strategy_check(&workload, &machine, &strategy, NULL) == OUTLAY_OK) {
    check_step(&workload, &platform, &strategy);
  }
  if (machine.devices >= 8) search_around(&workload, &platform, &strategy);
  return 0;
}
