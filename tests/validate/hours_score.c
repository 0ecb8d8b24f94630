#include "hours_score.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "goodput.h"
#include "predict.h"
#include "score.h"
#include "search.h"

static const double median_target = 0.10, worst_target = 0.20;

static bool starts(const char *text, const char *part) {
  return strncmp(text, part, strlen(part)) == 0;
}

/* Devices and sequences a step where the card does not say: 2,048 devices and 4 M tokens, which is
 * what the Llama papers name; 16,384 and 16 M for 405B (arXiv:2407.21783, section 3.3). */
static void settle_size(const run *r, double *devices, uint32_t *batch) {
  const bool largest = strstr(r->model, "405B") != NULL;
  *devices = r->machine.devices > 0 ? r->machine.devices : (largest ? 16384 : 2048);
  *batch = (uint32_t)((largest ? 16 : 4) * 1048576.0 / r->workload.sequence);
}

/* The software of the training's time: FSDP without a fused stack until Llama 2. */
static outlay_strategy settle_software(const run *r) {
  const bool older = strstr(r->machine.accelerator.family, "A100") != NULL;
  outlay_strategy s = r->strategy;
  s.precision = OUTLAY_16BIT;
  s.gradient_bytes = 4;
  s.data_overlap = true;
  s.fused_accumulation = true;
  s.software = older ? OUTLAY_SOFTWARE_EAGER : OUTLAY_SOFTWARE_FUSED;
  s.attention = older ? OUTLAY_ATTENTION_PORTABLE : OUTLAY_ATTENTION_VENDOR;
  if (starts(r->model, "OPT") || starts(r->model, "BLOOM")) {
    s.attention = OUTLAY_ATTENTION_UNFUSED;
  }
  return s;
}

/* Seconds a token of the best strategy with the degrees that the card names. */
static double token_time(const run *r, double devices, uint32_t batch) {
  outlay_machine machine = r->machine;
  machine.devices = devices;
  outlay_platform platform;
  outlay_platform_of(&machine, committed_efficiency(r), &platform);
  const outlay_strategy base = settle_software(r);
  outlay_space space = outlay_space_usual(&r->workload, &base, (uint32_t)devices, batch);
  space.exact_batch = false;
  space.most_tp = 8;
  if (r->strategy.tp > 1 || r->strategy.pp > 1) space.most_tp = r->strategy.tp;
  if (r->strategy.pp > 1) space.most_pp = r->strategy.pp;
  const outlay_search_options options = {.top = 1};
  outlay_search_result result;
  if (outlay_search(NULL, &r->workload, &space, &platform, 1, &options, &result, NULL) !=
      OUTLAY_OK) {
    return NAN;
  }
  const double time = result.count > 0 ? result.best[0].token_time : NAN;
  outlay_search_free(&result);
  return time;
}

/* Another row that gives the training's own strategy: on the most devices, of its sequence. */
static const run *published(const runs *all, const run *r) {
  const run *best = NULL;
  for (size_t i = 0; i < all->count; i++) {
    const run *other = &all->items[i];
    if (other == r || strcmp(other->model, r->model) != 0 || other->strategy.global_batch == 0 ||
        other->workload.sequence != r->workload.sequence || other->machine.devices <= 0 ||
        outlay_strategy_check(&other->workload, &other->machine, &other->strategy, NULL) !=
            OUTLAY_OK) {
      continue;
    }
    if (best == NULL || other->machine.devices > best->machine.devices) best = other;
  }
  return best;
}

/* Llama 3's failure rate, a checkpoint of 10 s, restarts of 10 minutes. */
static double trouble(double devices) {
  const outlay_reliability r = {.devices = devices,
                                .failure_rate = outlay_llama3_failure_rate(),
                                .checkpoint = 10,
                                .restart = 600};
  outlay_goodput g;
  return outlay_goodput_of(&r, 0, &g, NULL) == OUTLAY_OK ? g.factor : NAN;
}

static double predicted_hours(const runs *all, const run *r) {
  double devices;
  uint32_t batch;
  const run *own = published(all, r);
  if (own != NULL) {
    const double tokens = own->strategy.global_batch * own->workload.sequence;
    const double step = predict(own, committed_efficiency(own), NULL);
    devices = own->machine.devices;
    return r->tokens * step / tokens * devices * trouble(devices) / 3600;
  }
  settle_size(r, &devices, &batch);
  return r->tokens * token_time(r, devices, batch) * devices * trouble(devices) / 3600;
}

static bool scored(const run *r) {
  return strcmp(r->family, "gpu-hours") == 0 && r->hours > 0 && r->tokens > 0 &&
         r->machine.accelerator.name != NULL &&
         outlay_workload_check(&r->workload, NULL) == OUTLAY_OK &&
         strstr(r->note, "recalled") == NULL;
}

bool hours_print(const runs *all) {
  double *errors = calloc(all->count + 1, sizeof *errors), bias = 0;
  size_t n = 0;
  if (errors == NULL) abort();
  for (size_t i = 0; i < all->count; i++) {
    const run *r = &all->items[i];
    if (!scored(r)) continue;
    const double hours = predicted_hours(all, r);
    if (!(hours > 0)) continue;
    printf("%sdevice-hours of %-18s %8.0f k of %8.0f k stated, %+.0f %% (%s)\n", n == 0 ? "\n" : "",
           r->model, hours / 1000, r->hours / 1000, 100 * (hours / r->hours - 1),
           published(all, r) != NULL ? "its published strategy" : "the best strategy found");
    bias += hours / r->hours - 1;
    errors[n++] = fabs(hours / r->hours - 1);
  }
  bool good = true;
  if (n > 0) {
    sort_values(errors, n);
    const double median = quantile(errors, n, 0.5), worst = errors[n - 1];
    good = median <= median_target && worst <= worst_target;
    printf(
        "device-hours with goodput: n %zu median %.1f %% of %.0f worst %.1f %% "
        "of %.0f bias %+.1f %%  %s\n",
        n, 100 * median, 100 * median_target, 100 * worst, 100 * worst_target,
        100 * bias / (double)n, good ? "meets its target" : "MISSES");
  }
  free(errors);
  return good;
}
