/* Evaluates random graphs and prints a digest of all bits of their samples and statistics, drawn
 * once with and once without keeping the samples.
 *
 *   graphs THREADS      the digest; OUTLAY_KERNELS chooses the instruction set
 *   graphs --kernels    the sets that this processor can run */
#include <inttypes.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "graph_fixture.h"
#include "kernels.h"
#include "random_graph.h"

enum { GRAPHS = 30, SAMPLES = 10000, OUTPUTS = 4 };

static uint64_t digest = UINT64_C(0xcbf29ce484222325); /* FNV-1a, by words of 64 bits */

static void add(const double *values, size_t count) {
  for (size_t i = 0; i < count; i++) {
    uint64_t bits;
    memcpy(&bits, &values[i], sizeof bits);
    digest = (digest ^ bits) * UINT64_C(0x100000001b3);
  }
}

static void add_cell(outlay_result *result, size_t output, size_t cell) {
  static const double probabilities[] = {0, 0.05, 0.5, 0.95, 1};
  double quantiles[5];
  outlay_moments moments;
  if (outlay_result_moments(result, output, cell, &moments) == OUTLAY_OK) {
    add(&moments.mean, 1);
    add(&moments.sd, 1);
  }
  if (outlay_result_quantiles(result, output, cell, probabilities, 5, quantiles, NULL) ==
      OUTLAY_OK) {
    add(quantiles, 5);
  }
  size_t count = 0;
  const double *samples = outlay_result_samples(result, output, cell, &count);
  if (samples != NULL) add(samples, count);
}

static void add_node(outlay_graph *graph, outlay_node node, const outlay_options *options) {
  outlay_result *result = NULL;
  outlay_error error;
  if (outlay_evaluate(graph, &node, 1, options, &result, &error) == OUTLAY_OK) {
    for (size_t cell = 0; cell < outlay_result_cells(result, 0); cell++) add_cell(result, 0, cell);
    outlay_result_free(result);
  } else {
    add((double[]){(double)error.status, (double)error.node, (double)error.sample}, 3);
  }
}

static void add_graph(uint64_t seed, uint32_t threads) {
  void *fresh = NULL;
  random_graph r = {.random = seed};
  outlay_options options = options_of(SAMPLES, threads);
  if (graph_set_up(&fresh) != 0) exit(1);
  r.graph = fresh;
  random_graph_grow(&r);
  for (size_t k = 0; k < OUTPUTS; k++) {
    options.keep_bytes = k == 0 ? 0 : UINT64_C(1) << 30;
    add_node(r.graph, r.nodes[r.count - 1 - k * 7], &options);
  }
  (void)graph_tear_down(&fresh);
}

int main(int count, char **arguments) {
  if (count == 2 && strcmp(arguments[1], "--kernels") == 0) {
    const outlay_kernels *const sets[] = {outlay_kernels_portable(), outlay_kernels_avx2(),
                                          outlay_kernels_avx512(), outlay_kernels_neon()};
    for (size_t i = 0; i < sizeof sets / sizeof *sets; i++) {
      if (sets[i] != NULL) (void)puts(sets[i]->name);
    }
    return 0;
  }
  const long threads = count == 2 ? strtol(arguments[1], NULL, 10) : 0;
  if (threads < 1 || threads > 1024) {
    (void)fputs("usage: graphs THREADS | graphs --kernels\n", stderr);
    return 2;
  }
  for (uint64_t seed = 0; seed < GRAPHS; seed++) add_graph(seed, (uint32_t)threads);
  (void)printf("%016" PRIx64 "\n", digest);
  return 0;
}
