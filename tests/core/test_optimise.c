/* The best choice, against values that are known in closed form. The language's own tests
 * (tests/lua/test_decision.lua) look at constraints, steps and lists of values. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "graph_fixture.h"

static void assert_near(double found, double known, double distance) {
  if (!(fabs(found - known) <= distance)) fail_msg("%.17g is not %.17g", found, known);
}

static outlay_node square_of(outlay_graph *graph, outlay_node x, double centre) {
  const outlay_node off = binary(graph, OUTLAY_SUBTRACT, x, number(graph, centre));
  return binary(graph, OUTLAY_MULTIPLY, off, off);
}

/* Rosenbrock's valley from four places. */
static void a_curved_valley_is_followed_to_its_end(void **state) {
  outlay_graph *graph = *state;
  const outlay_node x = quantity(graph, "1"), y = quantity(graph, "1");
  const outlay_node bend = binary(graph, OUTLAY_SUBTRACT, y, binary(graph, OUTLAY_MULTIPLY, x, x));
  const outlay_node valley =
      binary(graph, OUTLAY_ADD, square_of(graph, x, 1),
             binary(graph, OUTLAY_MULTIPLY, number(graph, 10), square_of(graph, bend, 0)));
  const outlay_variable variables[2] = {{.parameter = x, .low = -2, .high = 3, .start = -1},
                                        {.parameter = y, .low = -2, .high = 3, .start = 2}};
  double best[2];
  outlay_optimum found = {.x = best};
  outlay_error error = {0};
  assert_int_equal(
      outlay_optimise(graph, variables, 2, valley, NULL, NULL, 0, NULL, &found, &error), OUTLAY_OK);
  assert_int_equal(found.feasible, 1);
  assert_near(best[0], 1, 0.01);
  assert_near(best[1], 1, 0.02);
  assert_near(value_of(graph, x), 1, 0);
}

/* Two minima: the deeper one is not where the search begins. */
static void other_places_are_searched_too(void **state) {
  outlay_graph *graph = *state;
  const outlay_node x = quantity(graph, "1");
  const outlay_node near = square_of(graph, x, 1);
  const outlay_node far = binary(graph, OUTLAY_SUBTRACT, square_of(graph, x, 8), number(graph, 1));
  const outlay_variable variable = {.parameter = x, .low = 0, .high = 10, .start = 1};
  double best = 0;
  outlay_optimum found = {.x = &best};
  outlay_error error = {0};
  assert_int_equal(outlay_optimise(graph, &variable, 1, binary(graph, OUTLAY_MINIMUM, near, far),
                                   NULL, NULL, 0, NULL, &found, &error),
                   OUTLAY_OK);
  assert_near(best, 8, 1e-3);
  assert_near(found.objective, -1, 1e-5);
}

/* log(x - 2) has no value up to 2, where the search begins. */
static void places_without_a_value_are_left(void **state) {
  outlay_graph *graph = *state;
  const outlay_node x = quantity(graph, "1");
  const outlay_node value =
      unary(graph, OUTLAY_LOG, binary(graph, OUTLAY_SUBTRACT, x, number(graph, 2)));
  const outlay_variable variable = {.parameter = x, .low = 0, .high = 10, .start = 1};
  const outlay_node least = binary(graph, OUTLAY_SUBTRACT, number(graph, 3), x);
  double best = 0, constraint = 0;
  outlay_optimum found = {.x = &best, .constraints = &constraint};
  outlay_error error = {0};
  assert_int_equal(
      outlay_optimise(graph, &variable, 1, value, &least, (double[]){1}, 1, NULL, &found, &error),
      OUTLAY_OK);
  assert_int_equal(found.defined, 1);
  assert_int_equal(found.feasible, 1);
  assert_near(best, 3, 1e-4);
}

static void the_same_question_has_the_same_answer(void **state) {
  outlay_graph *graph = *state;
  const outlay_node x = quantity(graph, "1");
  outlay_error error = {0};
  outlay_node mean = 0;
  assert_int_equal(
      outlay_statistic_of(
          graph, OUTLAY_STATISTIC_MEAN, 0,
          square_of(graph, binary(graph, OUTLAY_MULTIPLY, x, normal(graph, 1, 0.2)), 3), &mean,
          &error),
      OUTLAY_OK);
  const outlay_variable variable = {.parameter = x, .low = 0.1, .high = 50, .start = 1};
  double best[3];
  for (uint32_t i = 0; i < 3; i++) {
    const outlay_options options = options_of(5000, i + 1);
    outlay_optimum found = {.x = &best[i]};
    assert_int_equal(
        outlay_optimise(graph, &variable, 1, mean, NULL, NULL, 0, &options, &found, &error),
        OUTLAY_OK);
  }
  assert_memory_equal(&best[0], &best[1], sizeof best[0]);
  assert_memory_equal(&best[0], &best[2], sizeof best[0]);
  assert_near(best[0], 3 / 1.04, 0.02); /* E(x u - 3)^2 is least at 3 / (1 + 0.04) */
}

static void trials_give_results_and_no_value_where_there_is_none(void **state) {
  outlay_graph *graph = *state;
  const outlay_node x = quantity(graph, "1");
  const outlay_node outputs[2] = {unary(graph, OUTLAY_LOG, x), square_of(graph, x, 1)};
  double results[6];
  outlay_error error = {0};
  assert_int_equal(
      outlay_trials(graph, &x, 1, outputs, 2, (double[]){1, -1, 2}, 3, NULL, results, &error),
      OUTLAY_OK);
  assert_near(results[0], 0, 0);
  assert_true(isnan(results[2]));
  assert_near(results[4], log(2), 1e-15);
  assert_near(results[5], 1, 0);
}

static void impossible_requests_are_errors(void **state) {
  outlay_graph *graph = *state;
  const outlay_node x = quantity(graph, "1");
  double best = 0;
  outlay_optimum found = {.x = &best};
  outlay_error error = {0};
  const outlay_variable upside_down = {.parameter = x, .low = 2, .high = 1, .start = 1};
  assert_int_equal(outlay_optimise(graph, &upside_down, 1, x, NULL, NULL, 0, NULL, &found, &error),
                   OUTLAY_ERROR_ARGUMENT);
  static const double values[101] = {0};
  const outlay_variable many[3] = {{.parameter = x, .values = values, .value_count = 101},
                                   {.parameter = x, .values = values, .value_count = 101},
                                   {.parameter = x, .values = values, .value_count = 101}};
  assert_int_equal(outlay_optimise(graph, many, 3, x, NULL, NULL, 0, NULL, &found, &error),
                   OUTLAY_ERROR_LIMIT);
  volatile int32_t cancel = 1;
  outlay_options options = options_of(1000, 1);
  options.cancel = &cancel;
  const outlay_variable variable = {.parameter = x, .low = 0, .high = 2, .start = 1};
  outlay_node mean = 0;
  assert_int_equal(
      outlay_statistic_of(graph, OUTLAY_STATISTIC_MEAN, 0,
                          binary(graph, OUTLAY_MULTIPLY, x, normal(graph, 1, 1)), &mean, &error),
      OUTLAY_OK);
  assert_int_equal(
      outlay_optimise(graph, &variable, 1, mean, NULL, NULL, 0, &options, &found, &error),
      OUTLAY_ERROR_CANCELLED);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      graph_test(a_curved_valley_is_followed_to_its_end),
      graph_test(other_places_are_searched_too),
      graph_test(places_without_a_value_are_left),
      graph_test(the_same_question_has_the_same_answer),
      graph_test(trials_give_results_and_no_value_where_there_is_none),
      graph_test(impossible_requests_are_errors),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
