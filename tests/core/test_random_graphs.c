/* The evaluator against a naive one: random graphs, each sample of each cell worked out by
 * plain recursion with the C library's functions. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "graph_fixture.h"

enum { GRAPHS = 300, NODES = 120, AXES = 3, SAMPLES = 300, MOST_AXES = 8 };

/* ---- the naive evaluator: values by labels on named axes ---- */

/* The label on each axis, by the axis's number. */
typedef struct labels {
  uint32_t at[MOST_AXES];
} labels;

typedef struct naive {
  outlay_graph *graph;
  outlay_result *inputs; /* columns of all inputs, as outputs in order of `input` */
  const outlay_node *input;
  size_t input_count;
  size_t sample;
} naive;

static double naive_value(const naive *n, outlay_node node, labels l);

static double naive_argument(const naive *n, outlay_node node, size_t index, labels l) {
  return naive_value(n, outlay_node_argument(n->graph, node, index), l);
}

/* The cell of a value at these labels. */
static size_t cell_at(outlay_graph *graph, outlay_node node, labels l) {
  size_t cell = 0;
  for (size_t i = 0;; i++) {
    const outlay_axis axis = outlay_node_axis(graph, node, i);
    if (axis == 0) return cell;
    cell = cell * outlay_axis_size(graph, axis) + l.at[axis];
  }
}

static double naive_input(const naive *n, outlay_node node, labels l) {
  for (size_t i = 0; i < n->input_count; i++) {
    if (n->input[i] != node) continue;
    size_t count = 0;
    return outlay_result_samples(n->inputs, i, cell_at(n->graph, node, l), &count)[n->sample];
  }
  fail();
  return 0;
}

static double naive_lag(const naive *n, outlay_node node, const outlay_node_info *info, labels l) {
  const int64_t size = (int64_t)outlay_axis_size(n->graph, info->axis);
  int64_t label = (int64_t)l.at[info->axis] - info->detail;
  if (label < 0 || label >= size) {
    if (info->argument_count == 2) return naive_argument(n, node, 1, l);
    label = label < 0 ? 0 : size - 1;
  }
  l.at[info->axis] = (uint32_t)label;
  return naive_argument(n, node, 0, l);
}

static double naive_reduction(const naive *n, outlay_node node, const outlay_node_info *info,
                              labels l) {
  const bool cumulative =
      info->operation == OUTLAY_CUMULATIVE_SUM || info->operation == OUTLAY_CUMULATIVE_PRODUCT;
  const size_t size = outlay_axis_size(n->graph, info->axis);
  const size_t end = cumulative ? l.at[info->axis] + 1 : size;
  double total = 0;
  for (size_t i = 0; i < end; i++) {
    l.at[info->axis] = (uint32_t)i;
    const double next = naive_argument(n, node, 0, l);
    if (i == 0) {
      total = next;
    } else if (info->operation == OUTLAY_PRODUCT || info->operation == OUTLAY_CUMULATIVE_PRODUCT) {
      total *= next;
    } else if (info->operation == OUTLAY_LEAST) {
      total = !isfinite(total) || !isfinite(next) ? NAN : fmin(total, next);
    } else if (info->operation == OUTLAY_GREATEST) {
      total = !isfinite(total) || !isfinite(next) ? NAN : fmax(total, next);
    } else {
      total += next;
    }
  }
  return info->operation == OUTLAY_MEAN ? total / (double)size : total;
}

static double naive_elementwise(outlay_operation operation, const double *a) {
  switch (operation) {
    case OUTLAY_ADD:
      return a[0] + a[1];
    case OUTLAY_SUBTRACT:
      return a[0] - a[1];
    case OUTLAY_CONVERT:
    case OUTLAY_MULTIPLY:
      return a[0] * a[1];
    case OUTLAY_DIVIDE:
      return a[0] / a[1];
    case OUTLAY_POWER:
      return pow(a[0], a[1]);
    case OUTLAY_MINIMUM:
      return fmin(a[0], a[1]);
    case OUTLAY_MAXIMUM:
      return fmax(a[0], a[1]);
    case OUTLAY_NEGATE:
      return -a[0];
    case OUTLAY_ABSOLUTE:
      return fabs(a[0]);
    case OUTLAY_SQUARE_ROOT:
      return sqrt(a[0]);
    case OUTLAY_EXP:
      return exp(a[0]);
    case OUTLAY_LOG:
      return log(a[0]);
    case OUTLAY_FLOOR:
      return floor(a[0]);
    case OUTLAY_CEILING:
      return ceil(a[0]);
    case OUTLAY_ROUND:
      return nearbyint(a[0]);
    case OUTLAY_LESS:
      return a[0] < a[1];
    case OUTLAY_LESS_EQUAL:
      return a[0] <= a[1];
    case OUTLAY_GREATER:
      return a[0] > a[1];
    case OUTLAY_GREATER_EQUAL:
      return a[0] >= a[1];
    case OUTLAY_EQUAL:
      return a[0] == a[1];
    case OUTLAY_NOT_EQUAL:
      return a[0] != a[1];
    case OUTLAY_AND:
      return a[0] != 0 && a[1] != 0;
    case OUTLAY_OR:
      return a[0] != 0 || a[1] != 0;
    case OUTLAY_NOT:
      return a[0] == 0;
    default:
      fail_msg("operation %d", (int)operation);
      return 0;
  }
}

static double naive_value(const naive *n, outlay_node node, labels l) {
  outlay_node_info info;
  assert_int_equal(outlay_node_describe(n->graph, node, &info), OUTLAY_OK);
  switch (info.operation) {
    case OUTLAY_CONSTANT:
    case OUTLAY_PARAMETER:
      return info.value;
    case OUTLAY_INPUT:
      return naive_input(n, node, l);
    case OUTLAY_ALIAS:
      return naive_argument(n, node, 0, l);
    case OUTLAY_WHEN: {
      const double condition = naive_argument(n, node, 0, l);
      if (!isfinite(condition)) return NAN;
      return naive_argument(n, node, condition != 0 ? 1 : 2, l);
    }
    case OUTLAY_STACK:
      return naive_argument(n, node, l.at[info.axis], l);
    case OUTLAY_LABELS:
      return (double)l.at[info.axis] + 1;
    case OUTLAY_AT:
      l.at[info.axis] = (uint32_t)info.detail;
      return naive_argument(n, node, 0, l);
    case OUTLAY_LAG:
      return naive_lag(n, node, &info, l);
    default:
      break;
  }
  if (info.operation >= OUTLAY_SUM && info.operation <= OUTLAY_CUMULATIVE_PRODUCT) {
    return naive_reduction(n, node, &info, l);
  }
  double arguments[2] = {0, 0};
  for (size_t i = 0; i < info.argument_count; i++) {
    arguments[i] = naive_argument(n, node, i, l);
    if (!isfinite(arguments[i])) return NAN;
  }
  return naive_elementwise(info.operation, arguments);
}

/* ---- random graphs ---- */

static uint64_t next_random(uint64_t *state) { /* splitmix64 (Steele, Lea and Flood 2014) */
  uint64_t z = (*state += 0x9E3779B97F4A7C15U);
  z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9U;
  z = (z ^ (z >> 27)) * 0x94D049BB133111EBU;
  return z ^ (z >> 31);
}

typedef struct growing {
  outlay_graph *graph;
  uint64_t random;
  outlay_axis axes[AXES];
  outlay_node nodes[NODES], conditions[NODES], inputs[NODES];
  size_t count, condition_count, input_count;
} growing;

static size_t below(growing *r, size_t n) { return (size_t)(next_random(&r->random) % n); }
static outlay_node any(growing *r) { return r->nodes[below(r, r->count)]; }
static double some_number(growing *r) { return (double)below(r, 2000) / 500 - 1.5; }

static void keep(growing *r, outlay_node node) {
  outlay_node_info info;
  assert_int_equal(outlay_node_describe(r->graph, node, &info), OUTLAY_OK);
  r->nodes[r->count++] = node;
  if (info.condition) r->conditions[r->condition_count++] = node;
}

static void add_leaf(growing *r) {
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
    assert_int_equal(outlay_labels(g, r->axes[below(r, AXES)], &out, NULL), OUTLAY_OK);
    keep(r, out);
  } else {
    const outlay_node input =
        kind == 3 ? uniform(g, -1, 2) : normal(g, some_number(r), 0.1 + (double)below(r, 10) / 10);
    r->inputs[r->input_count++] = input;
    keep(r, input);
  }
}

/* An input over an axis, with parameters that may be uncertain. */
static void add_derived_input(growing *r) {
  outlay_graph *g = r->graph;
  const outlay_node sd =
      binary(g, OUTLAY_MAXIMUM, number(g, 0.5), binary(g, OUTLAY_MINIMUM, any(r), number(g, 2)));
  const outlay_node mean =
      binary(g, OUTLAY_MAXIMUM, number(g, -2), binary(g, OUTLAY_MINIMUM, any(r), number(g, 2)));
  const outlay_node input = input_of(g, OUTLAY_NORMAL, (outlay_node[]){mean, sd}, 2);
  r->inputs[r->input_count++] = input;
  keep(r, input);
}

static void add_over_axis(growing *r) {
  outlay_graph *g = r->graph;
  const outlay_axis axis = r->axes[below(r, AXES)];
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
    case 1:
      status = outlay_at(g, any(r), axis, below(r, outlay_axis_size(g, axis)), &out, NULL);
      break;
    case 2:
      status = outlay_lag(g, any(r), axis, (int32_t)below(r, 5) - 2, below(r, 2) ? any(r) : 0, &out,
                          NULL);
      break;
    default: {
      const size_t which = below(r, OUTLAY_CUMULATIVE_PRODUCT - OUTLAY_SUM + 1);
      status = outlay_reduce(g, (outlay_operation)(OUTLAY_SUM + which), any(r), axis, &out, NULL);
    }
  }
  if (status == OUTLAY_OK) keep(r, out);
}

static void add_operation(growing *r) {
  outlay_graph *g = r->graph;
  const outlay_operation operation =
      (outlay_operation)(OUTLAY_ADD + below(r, OUTLAY_WHEN - OUTLAY_ADD + 1));
  const bool logic = operation >= OUTLAY_AND && operation <= OUTLAY_NOT;
  if ((logic || operation == OUTLAY_WHEN) && r->condition_count == 0) return;
  const outlay_node condition =
      r->condition_count > 0 ? r->conditions[below(r, r->condition_count)] : 0;
  if (operation == OUTLAY_WHEN) {
    keep(r, choose(g, condition, any(r), any(r)));
  } else if (logic) {
    const outlay_node other = r->conditions[below(r, r->condition_count)];
    keep(r, operation == OUTLAY_NOT ? unary(g, operation, condition)
                                    : binary(g, operation, condition, other));
  } else if (operation >= OUTLAY_NEGATE && operation <= OUTLAY_ROUND) {
    keep(r, unary(g, operation, any(r)));
  } else {
    keep(r, binary(g, operation, any(r), any(r)));
  }
}

static void grow(growing *r) {
  for (size_t i = 0; i < AXES; i++) {
    r->axes[i] = numbered_axis(r->graph, (const char *[]){"a", "b", "c"}[i], i + 2);
  }
  while (r->count < 8) add_leaf(r);
  while (r->count < NODES) {
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

/* ---- comparing ---- */

static void assert_close(double value, double expected, const char *what, size_t graph,
                         outlay_node node) {
  if (value == expected) return;
  /* Errors of the last place grow where a graph divides by small differences or rounds. */
  if (fabs(value - expected) <= 1e-6 * fmax(fabs(value), fabs(expected)) + 1e-9) return;
  fail_msg("%s: graph %zu, node %u: %.17g, expected %.17g", what, graph, node, value, expected);
}

static void compare(growing *r, size_t graph, outlay_node node, size_t *compared) {
  naive n = {.graph = r->graph, .input = r->inputs, .input_count = r->input_count};
  outlay_options options = options_of(SAMPLES, 1);
  outlay_error error;
  outlay_result *result = NULL;
  if (outlay_evaluate(r->graph, r->inputs, r->input_count, &options, &n.inputs, &error) !=
      OUTLAY_OK) {
    return; /* an input whose parameters are not finite: other tests are about that */
  }
  const outlay_status status = outlay_evaluate(r->graph, &node, 1, &options, &result, &error);
  if (status == OUTLAY_ERROR_DOMAIN) {
    /* The naive evaluator must agree that this sample is bad, and no earlier one. */
    bool bad = false;
    for (n.sample = 0; n.sample <= error.sample && !bad; n.sample++) {
      for (size_t cell = 0; cell < 24 && !bad; cell++) {
        const labels l = {
            .at = {0, (uint32_t)(cell / 12), (uint32_t)(cell / 4 % 3), (uint32_t)(cell % 4)}};
        bad = !isfinite(naive_value(&n, node, l));
      }
      if (bad && n.sample != error.sample) fail_msg("graph %zu: sample %zu", graph, n.sample);
    }
    if (!bad) fail_msg("graph %zu, node %u: %s", graph, node, error.message);
  } else {
    assert_int_equal(status, OUTLAY_OK);
    for (n.sample = 0; n.sample < SAMPLES; n.sample++) {
      for (uint32_t cell = 0; cell < 24; cell++) {
        const labels l = {.at = {0, cell / 12, cell / 4 % 3, cell % 4}};
        size_t count = 0;
        const double *values = outlay_result_samples(result, 0, cell_at(r->graph, node, l), &count);
        assert_close(values[count == 1 ? 0 : n.sample], naive_value(&n, node, l), "value", graph,
                     node);
      }
    }
    outlay_result_free(result);
    *compared += 1;
  }
  outlay_result_free(n.inputs);
}

static void random_graphs_agree_with_the_naive_evaluator(void **state) {
  (void)state;
  size_t compared = 0;
  for (size_t i = 0; i < GRAPHS; i++) {
    void *fresh = NULL;
    assert_int_equal(graph_set_up(&fresh), 0);
    growing *r = calloc(1, sizeof *r);
    assert_non_null(r);
    r->graph = fresh;
    r->random = i;
    grow(r);
    for (size_t k = 0; k < 4; k++) compare(r, i, r->nodes[r->count - 1 - k * 7], &compared);
    free(r);
    graph_tear_down(&fresh);
  }
  print_message("%zu nodes compared\n", compared);
  assert_true(compared > GRAPHS);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(random_graphs_agree_with_the_naive_evaluator),
  };
  return cmocka_run_group_tests_name("random graphs", tests, NULL, NULL);
}
