#include "predict.h"

#include <math.h>

#include "search.h"

/* The best layout of the usual space, for a run that published none. */
static double predict_layout(const run *r, const outlay_platform *platform, outlay_step *step) {
  outlay_space space = outlay_space_usual(&r->workload, &r->strategy, (uint32_t)r->machine.devices,
                                          r->strategy.global_batch);
  space.most_tp = 8;
  const outlay_search_options options = {.top = 1};
  outlay_search_result result;
  outlay_step best = {0};
  if (outlay_search(NULL, &r->workload, &space, platform, 1, &options, &result, NULL) ==
      OUTLAY_OK) {
    if (result.count > 0) {
      outlay_step_time(&r->workload, platform, &result.best[0].strategy, &best);
    }
    outlay_search_free(&result);
  }
  if (step != NULL) *step = best;
  return best.time;
}

double predict(const run *r, const outlay_efficiency *efficiency, outlay_step *step) {
  outlay_platform platform;
  outlay_step best = {0}, now;
  outlay_platform_of(&r->machine, efficiency, &platform);
  if (r->open_layout) return predict_layout(r, &platform, step);
  outlay_strategy s = r->strategy;
  const uint32_t most = r->open_interleave ? 24 : 1;
  const uint32_t widest = r->open_micro_batch ? 8 : 1;
  for (uint32_t v = 1; v <= most; v++) {
    for (uint32_t b = 1; b <= widest; b *= 2) {
      if (r->open_interleave) s.interleave = v;
      if (r->open_micro_batch) s.micro_batch = b;
      if (r->open_interleave && v > 1 && fmod(ceil(r->workload.layers / s.pp), v) != 0) continue;
      if (outlay_strategy_check(&r->workload, &r->machine, &s, NULL) != OUTLAY_OK) continue;
      s.first_layers = s.last_layers = 0;
      outlay_balance_stages(&r->workload, &platform, &s);
      outlay_step_time(&r->workload, &platform, &s, &now);
      if (best.time <= 0 || now.time < best.time) best = now;
    }
  }
  if (step != NULL) *step = best;
  return best.time;
}
