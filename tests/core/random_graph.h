/* Graphs of random operations, for tests that compare ways to evaluate them. */
#ifndef OUTLAY_TEST_RANDOM_GRAPH_H
#define OUTLAY_TEST_RANDOM_GRAPH_H

#include "outlay.h"

enum { RANDOM_NODES = 120, RANDOM_AXES = 3 };

typedef struct random_graph {
  outlay_graph *graph;
  uint64_t random; /* what the choices follow from: a number of the caller's */
  outlay_axis axes[RANDOM_AXES];
  outlay_node nodes[RANDOM_NODES], conditions[RANDOM_NODES], inputs[RANDOM_NODES];
  size_t count, condition_count, input_count;
} random_graph;

/* Fills a graph: leaves, inputs with fixed and with uncertain parameters, all operations, axes. */
void random_graph_grow(random_graph *r);

#endif
