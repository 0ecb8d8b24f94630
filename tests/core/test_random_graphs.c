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
#include "random_graph.h"

/* Beyond the samples that are all compared, a few are, of the blocks that several threads share. */
enum { GRAPHS = 300, SAMPLES = 300, MORE = 9000, STRIDE = 397, MOST_AXES = 8 };

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

/* ---- comparing ---- */

static void assert_close(double value, double expected, const char *what, size_t graph,
                         outlay_node node) {
  if (value == expected) return;
  /* Errors of the last place grow where a graph divides by small differences or rounds. */
  if (fabs(value - expected) <= 1e-6 * fmax(fabs(value), fabs(expected)) + 1e-9) return;
  fail_msg("%s: graph %zu, node %u: %.17g, expected %.17g", what, graph, node, value, expected);
}

enum { CELLS = 24 }; /* of a value over all three axes */

static labels labels_of(uint32_t cell) {
  return (labels){.at = {0, cell / 12, cell / 4 % 3, cell % 4}};
}

/* Whether the naive evaluator finds a cell of the sample that is not finite. */
static bool is_bad(const naive *n, outlay_node node) {
  bool bad = false;
  for (uint32_t cell = 0; cell < CELLS && !bad; cell++) {
    bad = !isfinite(naive_value(n, node, labels_of(cell)));
  }
  return bad;
}

/* All cells of the sample. */
static void compare_sample(const naive *n, outlay_result *result, size_t graph, outlay_node node) {
  for (uint32_t cell = 0; cell < CELLS; cell++) {
    const labels l = labels_of(cell);
    size_t count = 0;
    const double *values = outlay_result_samples(result, 0, cell_at(n->graph, node, l), &count);
    assert_close(values[count == 1 ? 0 : n->sample], naive_value(n, node, l), "value", graph, node);
  }
}

/* True if the node could be evaluated. */
static bool compare_first(naive *n, size_t graph, outlay_node node) {
  const outlay_options options = options_of(SAMPLES, 1);
  outlay_error error;
  outlay_result *result = NULL;
  const outlay_status status = outlay_evaluate(n->graph, &node, 1, &options, &result, &error);
  if (status != OUTLAY_ERROR_DOMAIN) {
    assert_int_equal(status, OUTLAY_OK);
    for (n->sample = 0; n->sample < SAMPLES; n->sample++) compare_sample(n, result, graph, node);
    outlay_result_free(result);
    return true;
  }
  /* The naive evaluator must agree that this sample is bad, and no earlier one. */
  for (n->sample = 0; n->sample <= error.sample; n->sample++) {
    if (is_bad(n, node) != (n->sample == error.sample)) {
      fail_msg("graph %zu, node %u, sample %zu: %s", graph, node, n->sample, error.message);
    }
  }
  return false;
}

/* More samples by several threads: the first are the same bits, and some of the others agree. */
static void compare_more(naive *n, size_t graph, outlay_node node) {
  const outlay_options few = options_of(SAMPLES, 1),
                       many = options_of(MORE, 2 + (uint32_t)(graph % 3));
  outlay_error error;
  outlay_result *short_one = evaluated(n->graph, &node, 1, &few), *result = NULL;
  if (outlay_evaluate(n->graph, &node, 1, &many, &result, &error) != OUTLAY_OK) {
    assert_int_equal(error.status, OUTLAY_ERROR_DOMAIN);
    assert_true(error.sample >= SAMPLES);
    n->sample = (size_t)error.sample;
    assert_true(is_bad(n, node));
  } else {
    for (size_t cell = 0; cell < outlay_result_cells(result, 0); cell++) {
      size_t count = 0;
      const double *values = outlay_result_samples(short_one, 0, cell, &count);
      assert_memory_equal(outlay_result_samples(result, 0, cell, &(size_t){0}), values,
                          count * sizeof *values);
    }
    for (n->sample = SAMPLES; n->sample < MORE; n->sample += STRIDE) {
      compare_sample(n, result, graph, node);
    }
    outlay_result_free(result);
  }
  outlay_result_free(short_one);
}

static void compare(random_graph *r, size_t graph, outlay_node node, size_t *compared) {
  naive n = {.graph = r->graph, .input = r->inputs, .input_count = r->input_count};
  const outlay_options options = options_of(MORE, 1);
  outlay_error error;
  if (outlay_evaluate(r->graph, r->inputs, r->input_count, &options, &n.inputs, &error) !=
      OUTLAY_OK) {
    return; /* an input whose parameters are not finite: other tests are about that */
  }
  if (compare_first(&n, graph, node)) {
    *compared += 1;
    compare_more(&n, graph, node);
  }
  outlay_result_free(n.inputs);
}

static void random_graphs_agree_with_the_naive_evaluator(void **state) {
  (void)state;
  size_t compared = 0;
  for (size_t i = 0; i < GRAPHS; i++) {
    void *fresh = NULL;
    assert_int_equal(graph_set_up(&fresh), 0);
    random_graph *r = calloc(1, sizeof *r);
    assert_non_null(r);
    r->graph = fresh;
    r->random = i;
    random_graph_grow(r);
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
