#include "random_graph.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "graph_fixture.h"

static uint64_t next_random(uint64_t *state) { /* splitmix64 (Steele, Lea and Flood 2014) */
  uint64_t z = (*state += 0x9E3779B97F4A7C15U);
  z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9U;
  z = (z ^ (z >> 27)) * 0x94D049BB133111EBU;
  return z ^ (z >> 31);
}

/* C leaves the order open in which arguments are evaluated, and the graphs are to be the same on
 * all machines: so each of these is called in a statement of its own. */
static size_t below(random_graph *r, size_t n) { return (size_t)(next_random(&r->random) % n); }
static outlay_node any(random_graph *r) { return r->nodes[below(r, r->count)]; }
static double some_number(random_graph *r) { return (double)below(r, 2000) / 500 - 1.5; }

static void keep(random_graph *r, outlay_node node) {
  outlay_node_info info;
  assert_int_equal(outlay_node_describe(r->graph, node, &info), OUTLAY_OK);
  r->nodes[r->count++] = node;
  if (info.condition) r->conditions[r->condition_count++] = node;
}

static void add_leaf(random_graph *r) {
  outlay_graph *g = r->graph;
  const size_t kind = below(r, 6);
  if (kind == 0) {
    keep(r, number(g, some_number(r)));
  } else if (kind == 1) {
    outlay_node out = 0;
    assert_int_equal(outlay_parameter(g, some_number(r), 0, &out, NULL), OUTLAY_OK);
    keep(r, out);
  } else if (kind == 2) {
    outlay_node out = 0;
    assert_int_equal(outlay_labels(g, r->axes[below(r, RANDOM_AXES)], &out, NULL), OUTLAY_OK);
    keep(r, out);
  } else {
    const double mean = some_number(r);
    const double sd = 0.1 + (double)below(r, 10) / 10;
    const outlay_node input = kind == 3 ? uniform(g, -1, 2) : normal(g, mean, sd);
    r->inputs[r->input_count++] = input;
    keep(r, input);
  }
}

/* An input over an axis, with parameters that may be uncertain. */
static void add_derived_input(random_graph *r) {
  outlay_graph *g = r->graph;
  const outlay_node sd =
      binary(g, OUTLAY_MAXIMUM, number(g, 0.5), binary(g, OUTLAY_MINIMUM, any(r), number(g, 2)));
  const outlay_node mean =
      binary(g, OUTLAY_MAXIMUM, number(g, -2), binary(g, OUTLAY_MINIMUM, any(r), number(g, 2)));
  const outlay_node input = input_of(g, OUTLAY_NORMAL, (outlay_node[]){mean, sd}, 2);
  r->inputs[r->input_count++] = input;
  keep(r, input);
}

static void add_over_axis(random_graph *r) {
  outlay_graph *g = r->graph;
  const outlay_axis axis = r->axes[below(r, RANDOM_AXES)];
  outlay_node out = 0;
  outlay_status status = OUTLAY_OK;
  switch (below(r, 4)) {
    case 0: {
      outlay_node entries[8];
      const size_t size = outlay_axis_size(g, axis);
      for (size_t i = 0; i < size; i++) entries[i] = any(r);
      status = outlay_stack(g, axis, entries, size, &out, NULL);
      break;
    }
    case 1: {
      const outlay_node node = any(r);
      status = outlay_at(g, node, axis, below(r, outlay_axis_size(g, axis)), &out, NULL);
      break;
    }
    case 2: {
      const outlay_node node = any(r);
      const int32_t steps = (int32_t)below(r, 5) - 2;
      status = outlay_lag(g, node, axis, steps, below(r, 2) ? any(r) : 0, &out, NULL);
      break;
    }
    default: {
      const size_t which = below(r, OUTLAY_CUMULATIVE_PRODUCT - OUTLAY_SUM + 1);
      status = outlay_reduce(g, (outlay_operation)(OUTLAY_SUM + which), any(r), axis, &out, NULL);
    }
  }
  if (status == OUTLAY_OK) keep(r, out);
}

static void add_operation(random_graph *r) {
  outlay_graph *g = r->graph;
  const outlay_operation operation =
      (outlay_operation)(OUTLAY_ADD + below(r, OUTLAY_WHEN - OUTLAY_ADD + 1));
  const bool logic = operation >= OUTLAY_AND && operation <= OUTLAY_NOT;
  if ((logic || operation == OUTLAY_WHEN) && r->condition_count == 0) return;
  const outlay_node condition =
      r->condition_count > 0 ? r->conditions[below(r, r->condition_count)] : 0;
  const outlay_node left = any(r), right = any(r);
  if (operation == OUTLAY_WHEN) {
    keep(r, choose(g, condition, left, right));
  } else if (logic) {
    const outlay_node other = r->conditions[below(r, r->condition_count)];
    keep(r, operation == OUTLAY_NOT ? unary(g, operation, condition)
                                    : binary(g, operation, condition, other));
  } else if (operation >= OUTLAY_NEGATE && operation <= OUTLAY_ROUND) {
    keep(r, unary(g, operation, left));
  } else {
    keep(r, binary(g, operation, left, right));
  }
}

void random_graph_grow(random_graph *r) {
  for (size_t i = 0; i < RANDOM_AXES; i++) {
    r->axes[i] = numbered_axis(r->graph, (const char *[]){"a", "b", "c"}[i], i + 2);
  }
  while (r->count < 8) add_leaf(r);
  while (r->count < RANDOM_NODES) {
    const size_t kind = below(r, 10);
    if (kind == 0) {
      add_leaf(r);
    } else if (kind == 1 && below(r, 4) == 0) {
      add_derived_input(r);
    } else if (kind <= 3) {
      add_over_axis(r);
    } else {
      add_operation(r);
    }
  }
}
