/* What each kernel costs: prints lines NAME ISA NANOSECONDS_PER_ELEMENT, on a block of 1,024
 * doubles in the first-level cache, the least of several rounds.
 *
 *   bench_kernels [--tiny] */
#include <stdio.h>
#include <stdlib.h>

#include "distribution.h"
#include "kernels.h"
#include "measure.h"

enum { BLOCK = 1024, ROUNDS = 9 };

typedef struct bench {
  const outlay_kernels *kernels;
  double *a, *b, *out;
  outlay_sampler *beta;
  int operation;
} bench;

typedef void bench_call(bench *b);

/* Calls of each kernel in a round. */
static int calls = 2000;

static void measure(const char *name, bench *b, double columns, bench_call *call) {
  double best = 1e300;
  for (int round = 0; round < ROUNDS; round++) {
    const double start = seconds();
    for (int i = 0; i < calls; i++) call(b);
    const double took = seconds() - start;
    if (took < best) best = took;
  }
  printf("%-16s %-8s %7.3f\n", name, b->kernels->name, best / calls / BLOCK / columns * 1e9);
}

static void call_unary(bench *b) { b->kernels->unary[b->operation](b->out, b->a, BLOCK); }
static void call_binary(bench *b) {
  b->kernels->binary[b->operation][OUTLAY_BOTH_VARY](b->out, b->a, b->b, BLOCK);
}
static void call_uniform(bench *b) { b->kernels->uniform_pair(b->out, b->b, 1, 2, 0, BLOCK); }
static void call_normal(bench *b) { b->kernels->normal_pair(b->out, b->b, 1, 2, 0, BLOCK); }
static void call_select(bench *b) {
  b->kernels->select(b->out, b->a, b->a, b->b, BLOCK, false, false);
}
static void call_quantile(bench *b) { b->kernels->normal_quantile(b->out, b->a, BLOCK); }
static void call_cdf(bench *b) { b->kernels->normal_cdf(b->out, b->a, BLOCK); }
static void call_lognormal(bench *b) { b->kernels->exp_affine(b->out, b->a, BLOCK, 0.3, 1.0); }
static void call_triangular(bench *b) {
  b->kernels->triangular(b->out, b->a, BLOCK, 6.0, 9.0, 18.0);
}
static void call_accumulate(bench *b) { b->kernels->accumulate(b->a, BLOCK, 0.5, b->out); }
static void call_finite(bench *b) { b->out[0] = b->kernels->all_finite(b->a, BLOCK) ? 1.0 : 0.0; }
static void call_beta(bench *b) { outlay_sampler_apply(b->beta, b->kernels, b->out, b->a, BLOCK); }

static void bench_set(const outlay_kernels *kernels) {
  if (kernels == NULL) return;
  bench b = {.kernels = kernels};
  b.a = aligned_alloc(64, BLOCK * sizeof(double));
  b.b = aligned_alloc(64, BLOCK * sizeof(double));
  b.out = aligned_alloc(64, BLOCK * sizeof(double));
  const double parameters[] = {40.0, 60.0, 0.0, 1.0};
  const outlay_status made =
      outlay_sampler_new(NULL, OUTLAY_BETA, parameters, 4, false, &b.beta, NULL);
  if (b.a == NULL || b.b == NULL || b.out == NULL || made != OUTLAY_OK) exit(1);
  kernels->uniform_pair(b.a, b.b, 7, 0, 0, BLOCK);

  measure("uniform", &b, 2, call_uniform);
  measure("normal", &b, 2, call_normal);
  static const struct {
    const char *name;
    int operation;
  } unary[] = {{"exp", OUTLAY_EXP}, {"log", OUTLAY_LOG}, {"square_root", OUTLAY_SQUARE_ROOT}},
    binary[] = {{"add", OUTLAY_ADD},       {"multiply", OUTLAY_MULTIPLY},
                {"divide", OUTLAY_DIVIDE}, {"minimum", OUTLAY_MINIMUM},
                {"power", OUTLAY_POWER},   {"less", OUTLAY_LESS}};
  for (size_t i = 0; i < sizeof unary / sizeof unary[0]; i++) {
    b.operation = unary[i].operation;
    measure(unary[i].name, &b, 1, call_unary);
  }
  for (size_t i = 0; i < sizeof binary / sizeof binary[0]; i++) {
    b.operation = binary[i].operation;
    measure(binary[i].name, &b, 1, call_binary);
  }
  measure("select", &b, 1, call_select);
  measure("normal_quantile", &b, 1, call_quantile);
  measure("normal_cdf", &b, 1, call_cdf);
  measure("lognormal", &b, 1, call_lognormal);
  measure("triangular", &b, 1, call_triangular);
  measure("beta", &b, 1, call_beta);
  measure("accumulate", &b, 1, call_accumulate);
  measure("all_finite", &b, 1, call_finite);
  outlay_sampler_free(b.beta);
  free(b.a);
  free(b.b);
  free(b.out);
}

int main(int count, char **arguments) {
  if (is_tiny(count, arguments)) calls = 1;
  bench_set(outlay_kernels_portable());
  bench_set(outlay_kernels_avx2());
  bench_set(outlay_kernels_avx512());
  return 0;
}
