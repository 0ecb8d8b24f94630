/* Finding parameters, against values that are known in closed form. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "graph_fixture.h"

static outlay_node statistic(outlay_graph *graph, outlay_statistic kind, double probability,
                             outlay_node node) {
  outlay_error error = {0};
  outlay_node out = 0;
  if (outlay_statistic_of(graph, kind, probability, node, &out, &error) != OUTLAY_OK) {
    fail_msg("%s", error.message);
  }
  return out;
}

static outlay_node less(outlay_graph *graph, outlay_node node, double by) {
  return binary(graph, OUTLAY_SUBTRACT, node, number(graph, by));
}

static outlay_solution solved(outlay_graph *graph, outlay_node parameter, outlay_node value,
                              double start, double low, double high,
                              const outlay_options *options) {
  outlay_error error = {0};
  outlay_solution found = {0};
  if (outlay_solve(graph, parameter, value, start, low, high, options, &found, &error) !=
      OUTLAY_OK) {
    fail_msg("%s", error.message);
  }
  return found;
}

static void assert_near(double found, double known, double distance) {
  if (!(fabs(found - known) <= distance)) fail_msg("%.17g is not %.17g", found, known);
}

static void a_root_without_samples_is_found_to_ten_digits(void **state) {
  outlay_graph *graph = *state;
  const outlay_node x = quantity(graph, "1");
  const outlay_node cube = binary(graph, OUTLAY_POWER, x, number(graph, 3));
  const outlay_solution found = solved(graph, x, less(graph, cube, 2), 1, NAN, NAN, NULL);
  assert_int_equal(found.found, 1);
  assert_near(found.value, cbrt(2), 1e-9);
  assert_near(found.standard_error, 0, 0);
  assert_in_range(found.trials, 5, 40);
  assert_near(value_of(graph, x), 1, 0); /* as it was */
}

static void far_and_negative_roots_are_found(void **state) {
  outlay_graph *graph = *state;
  const outlay_node x = quantity(graph, "1");
  assert_near(solved(graph, x, less(graph, x, 1e12), 1, NAN, NAN, NULL).value, 1e12, 1e3);
  assert_near(solved(graph, x, less(graph, x, 1e-9), 1, NAN, NAN, NULL).value, 1e-9, 1e-18);
  assert_near(solved(graph, x, less(graph, x, -70), -1, NAN, NAN, NULL).value, -70, 1e-6);
  assert_near(solved(graph, x, less(graph, x, 0.25), 0, NAN, NAN, NULL).value, 0.25, 1e-9);
}

static void a_root_between_bounds_of_one_sign_is_found(void **state) {
  outlay_graph *graph = *state;
  const outlay_node x = quantity(graph, "1");
  const outlay_node square = binary(graph, OUTLAY_MULTIPLY, less(graph, x, 3), less(graph, x, 4));
  const outlay_solution found = solved(graph, x, square, 1, 0, 9, NULL);
  assert_int_equal(found.found, 1);
  assert_true(fabs(found.value - 3) < 1e-8 || fabs(found.value - 4) < 1e-8);
}

/* x times a normal of mean 10 and sd 2: the 95 % quantile is x (10 + 1.645 * 2). */
static void quantile_targets_are_found_within_their_standard_errors(void **state) {
  enum { SEEDS = 60 };
  outlay_graph *graph = *state;
  const outlay_node x = quantity(graph, "3");
  const outlay_node cost = binary(graph, OUTLAY_MULTIPLY, x, normal(graph, 10, 2));
  const outlay_node rest =
      less(graph, statistic(graph, OUTLAY_STATISTIC_QUANTILE, 0.95, cost), 100);
  const double known = 100 / (10 + 2 * 1.6448536269514722);
  double square = 0;
  for (uint64_t seed = 1; seed <= SEEDS; seed++) {
    outlay_options options = options_of(4000, 1);
    options.seed = seed;
    const outlay_solution found = solved(graph, x, rest, 3, NAN, NAN, &options);
    assert_int_equal(found.found, 1);
    const double off = (found.value - known) / found.standard_error;
    square += off * off;
  }
  /* Off by one standard error, in the mean; that itself is known to some 10 + 13 per cent here. */
  const double ratio = sqrt(square / SEEDS);
  assert_true(ratio > 0.7 && ratio < 1.4);
}

/* P(x U > 1) = 1 - 1/x for x > 1: a third for x = 1.5. */
static void probabilities_are_targets_too(void **state) {
  outlay_graph *graph = *state;
  const outlay_node x = quantity(graph, "5");
  const outlay_node above =
      binary(graph, OUTLAY_GREATER, binary(graph, OUTLAY_MULTIPLY, x, uniform(graph, 0, 1)),
             number(graph, 1));
  const outlay_node rest = less(graph, statistic(graph, OUTLAY_STATISTIC_MEAN, 0, above), 1.0 / 3);
  const outlay_options options = options_of(100000, 2);
  const outlay_solution found = solved(graph, x, rest, 5, NAN, NAN, &options);
  assert_int_equal(found.found, 1);
  assert_true(found.standard_error > 0 && found.standard_error < 0.01);
  assert_near(found.value, 1.5, 3 * found.standard_error);
}

static void what_cannot_be_reached_says_how_far_it_gets(void **state) {
  outlay_graph *graph = *state;
  const outlay_node x = quantity(graph, "1");
  const outlay_solution found = solved(graph, x, less(graph, x, 100), 1, 0.5, 8, NULL);
  assert_int_equal(found.found, 0);
  assert_near(found.low, 0.5, 1e-12);
  assert_near(found.high, 8, 1e-9);
  assert_near(found.at_low, -99.5, 1e-9);
  assert_near(found.at_high, -92, 1e-9);
}

/* sqrt(2 - x) has no value beyond 2. */
static void a_search_ends_where_the_model_does(void **state) {
  outlay_graph *graph = *state;
  const outlay_node x = quantity(graph, "1");
  const outlay_node root =
      unary(graph, OUTLAY_SQUARE_ROOT, binary(graph, OUTLAY_SUBTRACT, number(graph, 2), x));
  const outlay_solution found = solved(graph, x, less(graph, root, 5), 1, NAN, NAN, NULL);
  assert_int_equal(found.found, 0);
  assert_true(found.high < 2);
}

static void impossible_requests_are_errors(void **state) {
  outlay_graph *graph = *state;
  const outlay_node x = quantity(graph, "1");
  outlay_error error;
  outlay_solution out;
  assert_int_equal(outlay_solve(graph, number(graph, 1), x, 1, NAN, NAN, NULL, &out, &error),
                   OUTLAY_ERROR_ARGUMENT);
  assert_string_equal(error.message, "only parameters can be varied");
  assert_int_equal(outlay_solve(graph, x, normal(graph, 0, 1), 1, NAN, NAN, NULL, &out, &error),
                   OUTLAY_ERROR_ARGUMENT);
  assert_int_equal(outlay_solve(graph, x, x, 1, 2, 3, NULL, &out, &error), OUTLAY_ERROR_ARGUMENT);
  volatile int32_t cancel = 1;
  outlay_options options = options_of(1000, 1);
  options.cancel = &cancel;
  const outlay_node rest = statistic(graph, OUTLAY_STATISTIC_MEAN, 0,
                                     binary(graph, OUTLAY_MULTIPLY, x, normal(graph, 1, 1)));
  assert_int_equal(
      outlay_solve(graph, x, less(graph, rest, 5), 1, NAN, NAN, &options, &out, &error),
      OUTLAY_ERROR_CANCELLED);
}

/* ---- one node in the place of another ---- */

static outlay_node replaced(outlay_graph *graph, outlay_node node, outlay_node from,
                            outlay_node to) {
  outlay_error error = {0};
  outlay_node out = 0;
  if (outlay_replaced(graph, node, from, to, &out, &error) != OUTLAY_OK) {
    fail_msg("%s", error.message);
  }
  return out;
}

static void a_replaced_input_becomes_certain_and_others_keep_their_draws(void **state) {
  outlay_graph *graph = *state;
  const outlay_node x = normal(graph, 5, 1), y = normal(graph, 0, 1), two = quantity(graph, "2");
  const outlay_node sum = binary(graph, OUTLAY_ADD, x, y);
  const outlay_node other = replaced(graph, sum, x, two);
  const outlay_node only_x = replaced(graph, binary(graph, OUTLAY_MULTIPLY, x, x), x, two);
  assert_near(value_of(graph, only_x), 4, 0);
  outlay_node_info info;
  assert_int_equal(outlay_node_describe(graph, only_x, &info), OUTLAY_OK);
  assert_int_equal(info.uncertain, 0);
  const outlay_options options = options_of(1000, 1);
  outlay_result *result =
      evaluated(graph, (outlay_node[]){binary(graph, OUTLAY_SUBTRACT, other, y), sum}, 2, &options);
  outlay_moments moments;
  assert_int_equal(outlay_result_moments(result, 0, 0, &moments), OUTLAY_OK);
  assert_near(moments.minimum, 2, 1e-12);
  assert_near(moments.maximum, 2, 1e-12);
  assert_int_equal(outlay_result_moments(result, 1, 0, &moments), OUTLAY_OK);
  assert_near(moments.mean, 5, 0.2); /* the sum itself is as it was */
  outlay_result_free(result);
}

static void statistics_and_parameters_of_inputs_follow(void **state) {
  outlay_graph *graph = *state;
  const outlay_node centre = quantity(graph, "3"), seven = quantity(graph, "7");
  const outlay_node x =
      input_of(graph, OUTLAY_NORMAL, (outlay_node[]){centre, number(graph, 0)}, 2);
  const outlay_node mean = statistic(graph, OUTLAY_STATISTIC_MEAN, 0, x);
  assert_near(value_of(graph, mean), 3, 1e-12);
  assert_near(value_of(graph, replaced(graph, mean, centre, seven)), 7, 1e-12);
  assert_int_equal(replaced(graph, mean, seven, centre), mean); /* it is not below it */
}

static void only_the_like_can_take_a_place(void **state) {
  outlay_graph *graph = *state;
  const outlay_node x = quantity(graph, "1 USD"), y = quantity(graph, "1 h");
  outlay_error error;
  outlay_node out = 0;
  assert_int_equal(outlay_replaced(graph, x, x, y, &out, &error), OUTLAY_ERROR_DIMENSION);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      graph_test(a_root_without_samples_is_found_to_ten_digits),
      graph_test(far_and_negative_roots_are_found),
      graph_test(a_root_between_bounds_of_one_sign_is_found),
      graph_test(quantile_targets_are_found_within_their_standard_errors),
      graph_test(probabilities_are_targets_too),
      graph_test(what_cannot_be_reached_says_how_far_it_gets),
      graph_test(a_search_ends_where_the_model_does),
      graph_test(impossible_requests_are_errors),
      graph_test(a_replaced_input_becomes_certain_and_others_keep_their_draws),
      graph_test(statistics_and_parameters_of_inputs_follow),
      graph_test(only_the_like_can_take_a_place),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
