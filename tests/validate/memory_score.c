#include "memory_score.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "memory_model.h"
#include "score.h"

static const double median_target = 0.05, worst_target = 0.12;

/* SimuMax and torchtitan report what PyTorch's allocator handed out, without the context. */
static double predicted_bytes(const run *r) {
  outlay_memory_use use;
  outlay_memory_peak(&r->workload, &r->machine, &r->strategy, &use);
  const bool allocated = strncmp(r->family, "simumax", 7) == 0;
  return allocated ? use.bytes - use.kinds[OUTLAY_MEMORY_RUNTIME] : use.bytes;
}

static bool counts(const run *r, const char *family) {
  return r->usable && r->memory > 0 && strcmp(r->family, family) == 0;
}

static bool print_family(const runs *all, const char *family) {
  double *errors = calloc(all->count + 1, sizeof *errors), bias = 0;
  size_t n = 0;
  const char *worst = "";
  double most = 0;
  if (errors == NULL) abort();
  for (size_t i = 0; i < all->count; i++) {
    const run *r = &all->items[i];
    if (!counts(r, family)) continue;
    const double error = predicted_bytes(r) / r->memory - 1;
    errors[n++] = fabs(error);
    bias += error;
    if (getenv("OUTLAY_MEMORY_ROWS") != NULL) {
      printf("  %s %.2f GiB of %.2f\n", r->id, predicted_bytes(r) / 1073741824.0,
             r->memory / 1073741824.0);
    }
    if (fabs(error) > most) {
      most = fabs(error);
      worst = r->id;
    }
  }
  bool good = true;
  if (n > 0) {
    sort_values(errors, n);
    const double median = quantile(errors, n, 0.5);
    const bool gated = strcmp(family, "torchtitan") != 0;
    good = !gated || (median <= median_target && most <= worst_target);
    printf(
        "peak memory, %-14s n %4zu median %5.1f %% of %.1f worst %5.1f %% of %.1f (%s) bias "
        "%+.1f %%  %s\n",
        family, n, 100 * median, 100 * median_target, 100 * most, 100 * worst_target, worst,
        100 * bias / (double)n,
        gated ? (good ? "meets its target" : "MISSES  [Calculon 8.5 %, worst 10.8 %]")
              : "not gated");
  }
  free(errors);
  return good;
}

bool memory_print(const runs *all) {
  static const char *const families[] = {"bloom-tuning", "simumax-b200", "torchtitan"};
  bool good = true;
  printf("\n");
  for (size_t i = 0; i < sizeof families / sizeof families[0]; i++) {
    good = print_family(all, families[i]) && good;
  }
  return good;
}
