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

/* OPT's note says that its hours stand for 300 B tokens, of which 180 B are different ones. */
static double trained_tokens(const run *r) { return starts(r->model, "OPT") ? 300e9 : r->tokens; }

static bool has(const char *text, const char *part) { return strstr(text, part) != NULL; }

/* The degree of tensor parallelism that a row says, 0 where it says none. */
static uint32_t tensor_degree(const run *r) {
  return r->strategy.tp > 1 || r->strategy.pp > 1 ? r->strategy.tp : 0;
}

/* Devices and sequences a step where the card does not say: 2,048 devices and 4 M tokens, which is
 * what the Llama papers name; 16,384 and 16 M for 405B (arXiv:2407.21783, section 3.3). */
static void settle_size(const run *r, double *devices, uint32_t *batch) {
  const bool largest = strstr(r->model, "405B") != NULL;
  *devices = r->machine.devices > 0 ? r->machine.devices : (largest ? 16384 : 2048);
  *batch = (uint32_t)((largest ? 16 : 4) * 1048576.0 / r->workload.sequence);
}

/* Before FlashAttention. */
static bool early(const run *r) { return starts(r->model, "OPT") || starts(r->model, "BLOOM"); }

/* The software of the training's time: stacks on A100 were not compiled. */
static outlay_strategy settle_software(const run *r) {
  const bool older = has(r->machine.accelerator.family, "A100");
  outlay_strategy s = r->strategy;
  s.precision = OUTLAY_16BIT;
  s.gradient_bytes = 4;
  s.data_overlap = true;
  s.fused_accumulation = !early(r);
  s.software = older ? OUTLAY_SOFTWARE_EAGER : OUTLAY_SOFTWARE_FUSED;
  s.attention = older ? OUTLAY_ATTENTION_PORTABLE : OUTLAY_ATTENTION_VENDOR;
  s.experts = OUTLAY_EXPERTS_LOOPED;
  if (early(r)) s.attention = OUTLAY_ATTENTION_UNFUSED;
  return s;
}

static void settle_space(const run *r, outlay_space *space) {
  const uint32_t tp = tensor_degree(r);
  space->exact_batch = false;
  space->most_tp = 8;
  if (tp > 0) space->base.tp = space->most_tp = tp;
  if (r->strategy.pp > 1) space->most_pp = r->strategy.pp;
  /* OPT was trained by fully sharded data parallelism (arXiv:2205.01068, section 2.4); before
   * FlashAttention, whole layers were recomputed. */
  if (starts(r->model, "OPT")) space->most_pp = 1;
  if (early(r)) space->recompute = 1 << OUTLAY_RECOMPUTE_FULL;
}

/* Seconds a token of the best strategy with the degrees that the card names. */
static double token_time(const run *r, double devices, uint32_t batch) {
  outlay_machine machine = r->machine;
  machine.devices = devices;
  outlay_platform platform;
  outlay_platform_of(&machine, committed_efficiency(r), &platform);
  const outlay_strategy base = settle_software(r);
  outlay_space space = outlay_space_usual(&r->workload, &base, (uint32_t)devices, batch);
  settle_space(r, &space);
  const outlay_search_options options = {.top = 400};
  outlay_search_result result;
  if (outlay_search(NULL, &r->workload, &space, &platform, 1, &options, &result, NULL) !=
      OUTLAY_OK) {
    return NAN;
  }
  double time = NAN;
  const uint32_t tp = tensor_degree(r);
  for (size_t i = result.count; i-- > 0;) {
    if (tp == 0 || result.best[i].strategy.tp == tp) time = result.best[i].token_time;
  }
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
    return trained_tokens(r) * step / tokens * devices * trouble(devices) / 3600;
  }
  settle_size(r, &devices, &batch);
  return trained_tokens(r) * token_time(r, devices, batch) * devices * trouble(devices) / 3600;
}

static bool scored(const run *r) {
  return strcmp(r->family, "gpu-hours") == 0 && r->hours > 0 && r->tokens > 0 &&
         r->machine.accelerator.name != NULL &&
         outlay_workload_check(&r->workload, NULL) == OUTLAY_OK &&
         strstr(r->note, "recalled") == NULL;
}

/* ---- what hours contain beside steps -----------------------------------------------------------
 */

typedef struct stated {
  const run *run;
  double hours; /* of steps and interruptions, predicted */
  double ratio; /* the logarithm of stated over these */
} stated;

/* "Llama-3.1" of "Llama-3.1-405B". */
static bool same_release(const run *a, const run *b) {
  const char *end = strrchr(a->model, '-');
  const size_t length = end != NULL ? (size_t)(end - a->model) : strlen(a->model);
  return strncmp(a->model, b->model, length + 1) == 0 &&
         strrchr(b->model, '-') == b->model + length;
}

/* Quantiles of the others' ratios: what hours state beside steps, known without this release. */
static double others(const stated *all, size_t n, const run *but, double probability) {
  double *values = calloc(n + 1, sizeof *values);
  size_t count = 0;
  if (values == NULL) abort();
  for (size_t i = 0; i < n; i++) {
    if (but == NULL || !same_release(all[i].run, but)) values[count++] = all[i].ratio;
  }
  sort_values(values, count);
  const double found = quantile(values, count, probability);
  free(values);
  return exp(found);
}

static size_t state(const runs *all, stated *out) {
  size_t n = 0;
  for (size_t i = 0; i < all->count; i++) {
    const run *r = &all->items[i];
    if (!scored(r)) continue;
    const double hours = predicted_hours(all, r);
    if (hours > 0) out[n++] = (stated){r, hours, log(r->hours / hours)};
  }
  return n;
}

bool hours_print(const runs *all) {
  stated *found = calloc(all->count + 1, sizeof *found);
  double *errors = calloc(all->count + 1, sizeof *errors);
  double bias = 0;
  size_t covered = 0;
  if (found == NULL || errors == NULL) abort();
  const size_t n = state(all, found);
  for (size_t i = 0; i < n; i++) {
    const run *r = found[i].run;
    const double hours = found[i].hours * others(found, n, r, 0.5);
    const double low = found[i].hours * others(found, n, r, 0.1);
    const double high = found[i].hours * others(found, n, r, 0.9);
    const double error = hours / r->hours - 1;
    printf(
        "%sdevice-hours of %-18s %6.0f k of steps, %6.0f k (%.0f to %.0f) expected, %6.0f k "
        "stated, "
        "%+3.0f %% (%s)\n",
        i == 0 ? "\n" : "", r->model, found[i].hours / 1000, hours / 1000, low / 1000, high / 1000,
        r->hours / 1000, 100 * error,
        published(all, r) != NULL ? "its published strategy" : "the best of its kind");
    bias += error;
    errors[i] = fabs(error);
    covered += r->hours >= low && r->hours <= high;
  }
  bool good = true;
  if (n > 0) {
    sort_values(errors, n);
    const double median = quantile(errors, n, 0.5), worst = errors[n - 1];
    good = median <= median_target && worst <= worst_target;
    printf("hours stated over hours of steps: median %.2f, 80 %% from %.2f to %.2f\n",
           others(found, n, NULL, 0.5), others(found, n, NULL, 0.1), others(found, n, NULL, 0.9));
    printf(
        "device-hours with goodput: n %zu median %.1f %% of %.0f worst %.1f %% of %.0f bias %+.1f "
        "%%, the 80 %% interval of other releases covers %.0f %%  %s\n",
        n, 100 * median, 100 * median_target, 100 * worst, 100 * worst_target,
        100 * bias / (double)n, 100 * (double)covered / (double)n,
        good ? "meets its target" : "MISSES");
  }
  free(errors);
  free(found);
  return good;
}
