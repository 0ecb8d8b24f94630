/* Axes: broadcasting by name, picking, lagging, reducing. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "graph_fixture.h"

static outlay_axis text_axis(outlay_graph *g, const char *name, const char *const *labels,
                             size_t count) {
  outlay_axis axis = 0;
  assert_int_equal(outlay_axis_new(g, name, labels, NULL, 0, count, &axis, NULL), OUTLAY_OK);
  return axis;
}

static size_t axes_of(outlay_graph *g, outlay_node node) {
  outlay_node_info info;
  assert_int_equal(outlay_node_describe(g, node, &info), OUTLAY_OK);
  return info.axis_count;
}

/* All cells of a node without uncertainty. */
static void assert_cells(outlay_graph *g, outlay_node node, const double *expected, size_t count) {
  const outlay_options options = options_of(1, 1);
  outlay_result *result = evaluated(g, &node, 1, &options);
  assert_int_equal(outlay_result_cells(result, 0), count);
  for (size_t i = 0; i < count; i++) {
    size_t values = 0;
    const double *value = outlay_result_samples(result, 0, i, &values);
    assert_non_null(value);
    if (value[0] != expected[i]) fail_msg("cell %zu is %g, not %g", i, value[0], expected[i]);
  }
  outlay_result_free(result);
}
#define ASSERT_CELLS(g, node, ...)                     \
  assert_cells(g, node, (const double[]){__VA_ARGS__}, \
               sizeof(const double[]){__VA_ARGS__} / sizeof(double))

/* ---- making ---- */

static void the_same_axis_is_made_once(void **state) {
  outlay_graph *g = *state;
  const outlay_axis year = numbered_axis(g, "year", 3);
  assert_int_equal(numbered_axis(g, "year", 3), year);
  assert_int_not_equal(numbered_axis(g, "year", 4), year);
  assert_int_not_equal(numbered_axis(g, "site", 3), year);
  assert_string_equal(outlay_axis_name(g, year), "year");
  assert_int_equal(outlay_axis_size(g, year), 3);
  assert_string_equal(outlay_axis_label(g, year, 2), "3");
  assert_int_equal(outlay_axis_find(g, year, "2"), 1);
  assert_int_equal(outlay_axis_find(g, year, "7"), -1);
}

static void an_axis_needs_distinct_labels(void **state) {
  outlay_graph *g = *state;
  outlay_axis axis = 0;
  outlay_error error;
  const char *const twice[] = {"a", "b", "a"};
  assert_int_equal(outlay_axis_new(g, "x", twice, NULL, 0, 3, &axis, &error),
                   OUTLAY_ERROR_ARGUMENT);
  assert_string_equal(error.message, "axis 'x' has the label 'a' twice");
  assert_int_equal(outlay_axis_new(g, "x", twice, NULL, 0, 0, &axis, NULL), OUTLAY_ERROR_ARGUMENT);
}

static void numeric_labels_are_a_value(void **state) {
  outlay_graph *g = *state;
  const outlay_axis year = numbered_axis(g, "year", 3);
  outlay_node labels = 0;
  assert_int_equal(outlay_labels(g, year, &labels, NULL), OUTLAY_OK);
  ASSERT_CELLS(g, binary(g, OUTLAY_MULTIPLY, labels, number(g, 10)), 10, 20, 30);
  const char *const words[] = {"low", "high"};
  const outlay_axis scenario = text_axis(g, "scenario", words, 2);
  assert_int_equal(outlay_labels(g, scenario, &labels, NULL), OUTLAY_ERROR_AXIS);
}

/* ---- broadcasting ---- */

static void axes_broadcast_by_name(void **state) {
  outlay_graph *g = *state;
  const outlay_axis a = numbered_axis(g, "a", 2), b = numbered_axis(g, "b", 3);
  const outlay_node x = stacked(g, a, (double[]){10, 20});
  const outlay_node y = stacked(g, b, (double[]){1, 2, 3});
  const outlay_node sum = binary(g, OUTLAY_ADD, x, y);
  assert_int_equal(axes_of(g, sum), 2);
  assert_int_equal(outlay_node_axis(g, sum, 0), a);
  assert_int_equal(outlay_node_axis(g, sum, 1), b);
  ASSERT_CELLS(g, sum, 11, 12, 13, 21, 22, 23);
  ASSERT_CELLS(g, binary(g, OUTLAY_SUBTRACT, y, x), -9, -8, -7, -19, -18, -17);
  ASSERT_CELLS(g, binary(g, OUTLAY_MULTIPLY, sum, y), 11, 24, 39, 21, 44, 69);
}

static void two_axes_of_one_name_do_not_meet(void **state) {
  outlay_graph *g = *state;
  const char *const left[] = {"2026", "2027", "2028"};
  const char *const right[] = {"2027", "2028", "2029"};
  const outlay_axis a = text_axis(g, "year", left, 3), b = text_axis(g, "year", right, 3);
  const outlay_node pair[2] = {stacked(g, a, (double[]){1, 2, 3}),
                               stacked(g, b, (double[]){1, 2, 3})};
  outlay_node out = 0;
  outlay_error error;
  assert_int_equal(outlay_apply(g, OUTLAY_ADD, pair, 2, &out, &error), OUTLAY_ERROR_AXIS);
  assert_string_equal(error.message,
                      "two different axes named 'year' meet: labels only on the left: 2026; only "
                      "on the right: 2029");
  assert_int_equal(error.left, pair[0]);
  assert_int_equal(error.right, pair[1]);
}

static void too_many_cells_are_a_clear_error(void **state) {
  outlay_graph *g = *state;
  outlay_node x = number(g, 1);
  outlay_status status = OUTLAY_OK;
  outlay_error error = {0};
  for (int i = 0; i < 8 && status == OUTLAY_OK; i++) {
    const char name[2] = {(char)('a' + i), '\0'};
    outlay_node labels = 0;
    assert_int_equal(outlay_labels(g, numbered_axis(g, name, 60), &labels, NULL), OUTLAY_OK);
    status = outlay_apply(g, OUTLAY_ADD, (outlay_node[]){x, labels}, 2, &x, &error);
  }
  assert_int_equal(status, OUTLAY_ERROR_LIMIT);
  assert_string_not_equal(error.advice, "");
}

/* ---- operations over an axis ---- */

static void a_stack_may_have_other_axes_in_it(void **state) {
  outlay_graph *g = *state;
  const outlay_axis a = numbered_axis(g, "a", 2), b = numbered_axis(g, "b", 2);
  const outlay_node values[2] = {number(g, 5), stacked(g, b, (double[]){6, 7})};
  outlay_node out = 0;
  assert_int_equal(outlay_stack(g, a, values, 2, &out, NULL), OUTLAY_OK);
  ASSERT_CELLS(g, out, 5, 5, 6, 7);
  const outlay_node inside[2] = {number(g, 5), out};
  outlay_error error;
  assert_int_equal(outlay_stack(g, a, inside, 2, &out, &error), OUTLAY_ERROR_AXIS);
  assert_string_equal(error.message, "the value for label '2' already has the axis 'a'");
  assert_int_equal(outlay_stack(g, a, values, 1, &out, NULL), OUTLAY_ERROR_AXIS);
}

static void equal_stacks_are_one_node(void **state) {
  outlay_graph *g = *state;
  const outlay_axis a = numbered_axis(g, "a", 2), b = numbered_axis(g, "b", 2);
  const outlay_node x = stacked(g, a, (double[]){1, 2});
  assert_int_equal(stacked(g, a, (double[]){1, 2}), x);
  assert_int_not_equal(stacked(g, a, (double[]){2, 1}), x);
  assert_int_not_equal(stacked(g, b, (double[]){1, 2}), x);
}

static void a_label_picks_its_cells(void **state) {
  outlay_graph *g = *state;
  const outlay_axis a = numbered_axis(g, "a", 2), b = numbered_axis(g, "b", 3);
  const outlay_node sum =
      binary(g, OUTLAY_ADD, stacked(g, a, (double[]){10, 20}), stacked(g, b, (double[]){1, 2, 3}));
  outlay_node out = 0;
  assert_int_equal(outlay_at(g, sum, a, 1, &out, NULL), OUTLAY_OK);
  ASSERT_CELLS(g, out, 21, 22, 23);
  assert_int_equal(outlay_at(g, sum, b, 2, &out, NULL), OUTLAY_OK);
  ASSERT_CELLS(g, out, 13, 23);
  assert_int_equal(outlay_at(g, sum, b, 3, &out, NULL), OUTLAY_ERROR_AXIS);
  assert_int_equal(outlay_at(g, out, b, 0, &out, NULL), OUTLAY_ERROR_AXIS);
}

static void a_lag_looks_back_and_fills(void **state) {
  outlay_graph *g = *state;
  const outlay_axis year = numbered_axis(g, "year", 4), b = numbered_axis(g, "b", 2);
  const outlay_node x = stacked(g, year, (double[]){1, 3, 6, 10});
  outlay_node out = 0;
  assert_int_equal(outlay_lag(g, x, year, 1, 0, &out, NULL), OUTLAY_OK);
  ASSERT_CELLS(g, binary(g, OUTLAY_SUBTRACT, x, out), 0, 2, 3, 4);
  assert_int_equal(outlay_lag(g, x, year, 2, number(g, -1), &out, NULL), OUTLAY_OK);
  ASSERT_CELLS(g, out, -1, -1, 1, 3);
  assert_int_equal(outlay_lag(g, x, year, -1, 0, &out, NULL), OUTLAY_OK);
  ASSERT_CELLS(g, out, 3, 6, 10, 10);
  assert_int_equal(outlay_lag(g, x, year, INT32_MIN, number(g, 0), &out, NULL), OUTLAY_OK);
  ASSERT_CELLS(g, out, 0, 0, 0, 0);
  assert_int_equal(outlay_lag(g, x, year, 1, stacked(g, b, (double[]){7, 8}), &out, NULL),
                   OUTLAY_OK);
  ASSERT_CELLS(g, out, 7, 8, 1, 1, 3, 3, 6, 6);
  assert_int_equal(outlay_lag(g, x, year, 1, quantity(g, "1 USD"), &out, NULL),
                   OUTLAY_ERROR_DIMENSION);
  assert_int_equal(outlay_lag(g, x, b, 1, 0, &out, NULL), OUTLAY_ERROR_AXIS);
}

static void reductions_take_an_axis_away(void **state) {
  outlay_graph *g = *state;
  const outlay_axis a = numbered_axis(g, "a", 2), b = numbered_axis(g, "b", 3);
  const outlay_node x =
      binary(g, OUTLAY_ADD, stacked(g, a, (double[]){10, 20}), stacked(g, b, (double[]){1, 2, 3}));
  ASSERT_CELLS(g, reduced(g, OUTLAY_SUM, x, a), 32, 34, 36);
  ASSERT_CELLS(g, reduced(g, OUTLAY_SUM, x, b), 36, 66);
  ASSERT_CELLS(g, reduced(g, OUTLAY_MEAN, x, b), 12, 22);
  ASSERT_CELLS(g, reduced(g, OUTLAY_PRODUCT, x, a), 231, 264, 299);
  ASSERT_CELLS(g, reduced(g, OUTLAY_LEAST, x, a), 11, 12, 13);
  ASSERT_CELLS(g, reduced(g, OUTLAY_GREATEST, x, b), 13, 23);
  ASSERT_CELLS(g, reduced(g, OUTLAY_CUMULATIVE_SUM, x, a), 11, 12, 13, 32, 34, 36);
  ASSERT_CELLS(g, reduced(g, OUTLAY_CUMULATIVE_SUM, x, b), 11, 23, 36, 21, 43, 66);
  ASSERT_CELLS(g, reduced(g, OUTLAY_CUMULATIVE_PRODUCT, x, a), 11, 12, 13, 231, 264, 299);
  outlay_node out = 0;
  outlay_error error;
  assert_int_equal(outlay_reduce(g, OUTLAY_SUM, number(g, 1), a, &out, &error), OUTLAY_ERROR_AXIS);
  assert_string_equal(error.message, "cannot take the sum over 'a': the value has no such axis");
  assert_int_equal(outlay_reduce(g, OUTLAY_ADD, x, a, &out, NULL), OUTLAY_ERROR_ARGUMENT);
}

static void uncertain_values_have_axes_too(void **state) {
  outlay_graph *g = *state;
  const outlay_axis a = numbered_axis(g, "a", 2), b = numbered_axis(g, "b", 3);
  const outlay_node x = normal(g, 0, 1);
  const outlay_node grid =
      binary(g, OUTLAY_ADD, binary(g, OUTLAY_MULTIPLY, stacked(g, a, (double[]){1, 2}), x),
             stacked(g, b, (double[]){10, 20, 30}));
  const outlay_node outputs[] = {x, grid, reduced(g, OUTLAY_SUM, grid, a),
                                 reduced(g, OUTLAY_CUMULATIVE_SUM, grid, b),
                                 reduced(g, OUTLAY_GREATEST, grid, b)};
  const outlay_options options = options_of(5000, 2);
  outlay_result *result = evaluated(g, outputs, 5, &options);
  size_t n = 0;
  const double *draw = outlay_result_samples(result, 0, 0, &n);
  for (size_t cell = 0; cell < 6; cell++) {
    const double slope = cell < 3 ? 1 : 2, offset = 10.0 * (double)(cell % 3 + 1);
    const double *column = outlay_result_samples(result, 1, cell, &n);
    for (size_t i = 0; i < n; i++) assert_true(column[i] == slope * draw[i] + offset);
  }
  for (size_t i = 0; i < n; i++) {
    const double *sum = outlay_result_samples(result, 2, 2, &n);
    assert_true(sum[i] == (draw[i] + 30) + (2 * draw[i] + 30));
    const double *running = outlay_result_samples(result, 3, 4, &n);
    assert_true(running[i] == (2 * draw[i] + 10) + (2 * draw[i] + 20));
    const double *greatest = outlay_result_samples(result, 4, 1, &n);
    assert_true(greatest[i] == 2 * draw[i] + 30);
  }
  outlay_result_free(result);
}

static void an_input_over_an_axis_is_one_draw(void **state) {
  outlay_graph *g = *state;
  const outlay_axis a = numbered_axis(g, "a", 2);
  const outlay_node parameters[2] = {stacked(g, a, (double[]){0, 100}),
                                     stacked(g, a, (double[]){1, 2})};
  const outlay_node x = input_of(g, OUTLAY_NORMAL, parameters, 2);
  const outlay_options options = options_of(2000, 1);
  outlay_result *result = evaluated(g, &x, 1, &options);
  size_t n = 0;
  const double *first = outlay_result_samples(result, 0, 0, &n);
  const double *second = outlay_result_samples(result, 0, 1, &n);
  for (size_t i = 0; i < n; i++) {
    const double expected = 100 + 2 * first[i];
    assert_true(second[i] - expected < 1e-9 && expected - second[i] < 1e-9);
  }
  outlay_result_free(result);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      graph_test(the_same_axis_is_made_once),        graph_test(an_axis_needs_distinct_labels),
      graph_test(numeric_labels_are_a_value),        graph_test(axes_broadcast_by_name),
      graph_test(two_axes_of_one_name_do_not_meet),  graph_test(too_many_cells_are_a_clear_error),
      graph_test(a_stack_may_have_other_axes_in_it), graph_test(equal_stacks_are_one_node),
      graph_test(a_label_picks_its_cells),           graph_test(a_lag_looks_back_and_fills),
      graph_test(reductions_take_an_axis_away),      graph_test(uncertain_values_have_axes_too),
      graph_test(an_input_over_an_axis_is_one_draw),
  };
  return cmocka_run_group_tests_name("axis", tests, NULL, NULL);
}
