/* Sobol indices against functions whose indices are known in closed form. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "graph_fixture.h"

static const double PI = 3.14159265358979323846;

enum { MOST_INPUTS = 8 };

/* A function and what is known of it. */
typedef struct known_function {
  outlay_node node;
  size_t inputs;
  double first[MOST_INPUTS], total[MOST_INPUTS];
} known_function;

static outlay_indices *indices_of(outlay_graph *graph, outlay_node node,
                                  const outlay_options *options, double confidence) {
  outlay_error error = {0};
  outlay_indices *out = NULL;
  if (outlay_sobol_indices(graph, node, options, confidence, &out, &error) != OUTLAY_OK) {
    fail_msg("%s", error.message);
  }
  return out;
}

static outlay_node times(outlay_graph *graph, outlay_node a, outlay_node b) {
  return binary(graph, OUTLAY_MULTIPLY, a, b);
}

static outlay_node plus(outlay_graph *graph, outlay_node a, outlay_node b) {
  return binary(graph, OUTLAY_ADD, a, b);
}

/* ---- functions ---- */

/* sin x = x - x^3/6 + ... to x^19 / 19!, which is below 1e-9 off for |x| <= pi. */
static outlay_node sine(outlay_graph *graph, outlay_node x) {
  const outlay_node square = times(graph, x, x);
  outlay_node sum = number(graph, 1);
  for (int k = 21; k >= 3; k -= 2) {
    const outlay_node term = times(graph, square, number(graph, -1.0 / (k * (k - 1.0))));
    sum = plus(graph, times(graph, sum, term), number(graph, 1));
  }
  return times(graph, x, sum);
}

/* sin x1 + a sin^2 x2 + b x3^4 sin x1, x uniform on -pi to pi (Ishigami and Homma 1990). */
static known_function ishigami(outlay_graph *graph) {
  const double a = 7, b = 0.1;
  outlay_node x[3];
  for (int i = 0; i < 3; i++) x[i] = uniform(graph, -PI, PI);
  const outlay_node s1 = sine(graph, x[0]), s2 = sine(graph, x[1]);
  const outlay_node fourth = binary(graph, OUTLAY_POWER, x[2], number(graph, 4));
  const outlay_node swing = plus(graph, number(graph, 1), times(graph, number(graph, b), fourth));
  known_function f = {.inputs = 3};
  f.node =
      plus(graph, times(graph, s1, swing), times(graph, number(graph, a), times(graph, s2, s2)));
  const double v1 = 0.5 * pow(1 + b * pow(PI, 4) / 5, 2), v2 = a * a / 8;
  const double v13 = b * b * pow(PI, 8) * (1.0 / 18 - 1.0 / 50), v = v1 + v2 + v13;
  memcpy(f.first, (double[]){v1 / v, v2 / v, 0}, 3 * sizeof(double));
  memcpy(f.total, (double[]){(v1 + v13) / v, v2 / v, v13 / v}, 3 * sizeof(double));
  return f;
}

/* The product of (|4 x - 2| + a) / (1 + a), x uniform on 0 to 1 (Saltelli and Sobol 1995). */
static known_function sobol_g(outlay_graph *graph) {
  static const double a[MOST_INPUTS] = {0, 1, 4.5, 9, 99, 99, 99, 99};
  known_function f = {.inputs = MOST_INPUTS, .node = number(graph, 1)};
  double all = 1, part[MOST_INPUTS];
  for (int i = 0; i < MOST_INPUTS; i++) {
    const outlay_node x = uniform(graph, 0, 1);
    const outlay_node turned =
        binary(graph, OUTLAY_SUBTRACT, times(graph, number(graph, 4), x), number(graph, 2));
    const outlay_node raised =
        plus(graph, unary(graph, OUTLAY_ABSOLUTE, turned), number(graph, a[i]));
    f.node = times(graph, f.node, binary(graph, OUTLAY_DIVIDE, raised, number(graph, 1 + a[i])));
    part[i] = 1 / (3 * (1 + a[i]) * (1 + a[i]));
    all *= 1 + part[i];
  }
  for (int i = 0; i < MOST_INPUTS; i++) {
    f.first[i] = part[i] / (all - 1);
    f.total[i] = part[i] * all / (1 + part[i]) / (all - 1);
  }
  return f;
}

/* ---- what must hold ---- */

static void check_within(outlay_graph *graph, const known_function *f, outlay_sampling sampling,
                         uint64_t samples, double closest) {
  outlay_options options = options_of(samples, 2);
  options.sampling = sampling;
  /* Of the 66 intervals that these tests look at, all are to hold: so each is asked for more. */
  outlay_indices *found = indices_of(graph, f->node, &options, 0.999);
  outlay_indices_info info;
  outlay_indices_describe(found, &info);
  assert_int_equal(info.groups, f->inputs);
  for (size_t i = 0; i < f->inputs; i++) {
    outlay_index first, total;
    assert_int_equal(outlay_indices_of(found, i, &first, &total), OUTLAY_OK);
    assert_true(first.low <= f->first[i] && f->first[i] <= first.high);
    assert_true(total.low <= f->total[i] && f->total[i] <= total.high);
    assert_true(fabs(first.value - f->first[i]) < closest);
    assert_true(fabs(total.value - f->total[i]) < closest);
  }
  outlay_indices_free(found);
}

static void indices_of_ishigami_are_within_their_intervals(void **state) {
  const known_function f = ishigami(*state);
  check_within(*state, &f, OUTLAY_MONTE_CARLO, 100000, 0.01);
  check_within(*state, &f, OUTLAY_LATIN_HYPERCUBE, 100000, 0.01);
  check_within(*state, &f, OUTLAY_SOBOL, 100000, 0.001);
}

static void indices_of_sobols_g_are_within_their_intervals(void **state) {
  const known_function f = sobol_g(*state);
  check_within(*state, &f, OUTLAY_MONTE_CARLO, 100000, 0.01);
  check_within(*state, &f, OUTLAY_LATIN_HYPERCUBE, 100000, 0.01);
  check_within(*state, &f, OUTLAY_SOBOL, 100000, 0.002);
}

/* How many of 200 intervals with 90 % confidence, by as many seeds, contain the known value. */
static void intervals_contain_the_known_value_as_often_as_they_say(void **state) {
  enum { SEEDS = 200 };
  const known_function f = ishigami(*state);
  for (int sampling = 0; sampling < OUTLAY_SAMPLINGS; sampling++) {
    size_t inside[2][3] = {{0}};
    for (uint64_t seed = 1; seed <= SEEDS; seed++) {
      outlay_options options = options_of(4096, 1);
      options.sampling = (outlay_sampling)sampling;
      options.seed = seed;
      outlay_indices *found = indices_of(*state, f.node, &options, 0.9);
      for (size_t i = 0; i < f.inputs; i++) {
        outlay_index first, total;
        assert_int_equal(outlay_indices_of(found, i, &first, &total), OUTLAY_OK);
        inside[0][i] += first.low <= f.first[i] && f.first[i] <= first.high;
        inside[1][i] += total.low <= f.total[i] && f.total[i] <= total.high;
      }
      outlay_indices_free(found);
    }
    for (size_t i = 0; i < 3; i++) {
      for (int kind = 0; kind < 2; kind++) {
        /* 180 are expected; 4 standard deviations are 17. */
        assert_in_range(inside[kind][i], 163, 197);
      }
    }
  }
}

static void an_inputs_interval_is_narrow_where_it_does_little(void **state) {
  const known_function f = sobol_g(*state);
  const outlay_options options = options_of(10000, 1);
  outlay_indices *found = indices_of(*state, f.node, &options, 0.95);
  outlay_index first, total;
  assert_int_equal(outlay_indices_of(found, 7, &first, &total), OUTLAY_OK);
  assert_true(first.standard_error < 1e-3);
  assert_true(total.standard_error < 1e-5);
  outlay_indices_free(found);
}

/* x + y with correlated x and y, and z: x and y are one group. */
static void correlated_inputs_are_one_group(void **state) {
  outlay_graph *graph = *state;
  const outlay_node x = normal(graph, 0, 1), y = normal(graph, 0, 2), z = normal(graph, 0, 1);
  outlay_error error = {0};
  assert_int_equal(
      outlay_correlate(graph, (outlay_node[]){x, y}, 2, (double[]){1, 0.5, 0.5, 1}, &error),
      OUTLAY_OK);
  const outlay_node sum = plus(graph, plus(graph, x, y), z);
  const outlay_options options = options_of(100000, 2);
  outlay_indices *found = indices_of(graph, sum, &options, 0.99);
  outlay_indices_info info;
  outlay_indices_describe(found, &info);
  assert_int_equal(info.groups, 2);
  outlay_node members[3];
  assert_int_equal(outlay_indices_inputs(found, 0, members, 3), 2);
  assert_int_equal(members[0], x);
  assert_int_equal(members[1], y);
  assert_int_equal(outlay_indices_inputs(found, 1, members, 3), 1);
  assert_int_equal(members[0], z);
  outlay_index first, total;
  /* var(x + y) = 1 + 4 + 2 * 0.5 * 2 = 7 */
  assert_int_equal(outlay_indices_of(found, 0, &first, &total), OUTLAY_OK);
  assert_true(first.low < 7.0 / 8 && 7.0 / 8 < first.high);
  assert_true(total.low < 7.0 / 8 && 7.0 / 8 < total.high);
  assert_int_equal(outlay_indices_of(found, 1, &first, &total), OUTLAY_OK);
  assert_true(total.low < 1.0 / 8 && 1.0 / 8 < total.high);
  assert_int_equal(outlay_indices_of(found, 2, &first, &total), OUTLAY_ERROR_ARGUMENT);
  outlay_indices_free(found);
}

static void the_only_input_has_all_of_the_variance(void **state) {
  outlay_graph *graph = *state;
  const outlay_options options = options_of(1000, 1);
  outlay_indices *found = indices_of(graph, normal(graph, 0, 1), &options, 0.95);
  outlay_index first, total;
  assert_int_equal(outlay_indices_of(found, 0, &first, &total), OUTLAY_OK);
  assert_true(first.value == 1 && total.value == 1 && total.standard_error == 0);
  outlay_indices_free(found);
}

static void a_truncated_input_is_one_with_what_it_was_made_from(void **state) {
  outlay_graph *graph = *state;
  const outlay_node x = normal(graph, 0, 1);
  outlay_node cut = 0;
  outlay_error error = {0};
  assert_int_equal(outlay_truncated(graph, x, number(graph, 0), 0, &cut, &error), OUTLAY_OK);
  const outlay_node sum = plus(graph, plus(graph, x, cut), uniform(graph, 0, 1));
  const outlay_options options = options_of(1000, 1);
  outlay_indices *found = indices_of(graph, sum, &options, 0.95);
  assert_int_equal(outlay_indices_inputs(found, 0, NULL, 0), 2);
  assert_int_equal(outlay_indices_inputs(found, 1, NULL, 0), 1);
  outlay_indices_free(found);
}

/* An input whose mean is an input; axes; a statistic, which is certain. */
static void indices_follow_inputs_through_parameters_and_axes(void **state) {
  outlay_graph *graph = *state;
  const outlay_node centre = normal(graph, 0, 3);
  const outlay_node around =
      input_of(graph, OUTLAY_NORMAL, (outlay_node[]){centre, number(graph, 1)}, 2);
  const outlay_axis axis = numbered_axis(graph, "k", 4);
  const outlay_node grid = times(graph, around, stacked(graph, axis, (double[]){1, 2, 3, 4}));
  outlay_node spread = 0;
  outlay_error error = {0};
  assert_int_equal(outlay_statistic_of(graph, OUTLAY_STATISTIC_SD, 0, around, &spread, &error),
                   OUTLAY_OK);
  const outlay_node sum =
      binary(graph, OUTLAY_DIVIDE, reduced(graph, OUTLAY_SUM, grid, axis), spread);
  const outlay_options options = options_of(50000, 2);
  outlay_indices *found = indices_of(graph, sum, &options, 0.99);
  outlay_index first, total;
  assert_int_equal(outlay_indices_of(found, 0, &first, &total), OUTLAY_OK);
  assert_true(first.low < 0.9 && 0.9 < first.high);
  assert_true(total.low < 0.9 && 0.9 < total.high);
  assert_int_equal(outlay_indices_of(found, 1, &first, &total), OUTLAY_OK);
  assert_true(total.low < 0.1 && 0.1 < total.high);
  outlay_indices_free(found);
}

static void indices_do_not_depend_on_threads(void **state) {
  const known_function f = sobol_g(*state);
  for (int sampling = 0; sampling < OUTLAY_SAMPLINGS; sampling++) {
    outlay_options options = options_of(30000, 1);
    options.sampling = (outlay_sampling)sampling;
    outlay_indices *one = indices_of(*state, f.node, &options, 0.95);
    for (uint32_t threads = 2; threads <= 5; threads++) {
      options.threads = threads;
      outlay_indices *several = indices_of(*state, f.node, &options, 0.95);
      for (size_t i = 0; i < f.inputs; i++) {
        outlay_index first[2], total[2];
        assert_int_equal(outlay_indices_of(one, i, &first[0], &total[0]), OUTLAY_OK);
        assert_int_equal(outlay_indices_of(several, i, &first[1], &total[1]), OUTLAY_OK);
        assert_memory_equal(&first[0], &first[1], sizeof first[0]);
        assert_memory_equal(&total[0], &total[1], sizeof total[0]);
      }
      outlay_indices_free(several);
    }
    outlay_indices_free(one);
  }
}

static void impossible_requests_are_errors(void **state) {
  outlay_graph *graph = *state;
  const outlay_options options = options_of(1000, 1);
  outlay_indices *out = NULL;
  outlay_error error;
  const outlay_node x = uniform(graph, 0, 1);
  assert_int_equal(outlay_sobol_indices(graph, number(graph, 1), &options, 0.95, &out, &error),
                   OUTLAY_ERROR_ARGUMENT);
  assert_string_equal(error.message, "this is of an uncertain value, and the one given is certain");
  assert_int_equal(outlay_sobol_indices(graph, x, &options, 1.5, &out, &error),
                   OUTLAY_ERROR_ARGUMENT);
  const outlay_node constant = binary(graph, OUTLAY_MAXIMUM, x, number(graph, 2));
  assert_int_equal(outlay_sobol_indices(graph, constant, &options, 0.95, &out, &error),
                   OUTLAY_ERROR_ARGUMENT);
  assert_string_equal(error.message,
                      "the value is the same in all 1024 samples, so there is no variance");
  const outlay_axis axis = numbered_axis(graph, "k", 2);
  const outlay_node grid = times(graph, x, stacked(graph, axis, (double[]){1, 2}));
  assert_int_equal(outlay_sobol_indices(graph, grid, &options, 0.95, &out, &error),
                   OUTLAY_ERROR_AXIS);
}

static void a_value_that_is_not_finite_is_an_error_that_names_it(void **state) {
  outlay_graph *graph = *state;
  const outlay_options options = options_of(1000, 2);
  const outlay_node root = unary(graph, OUTLAY_SQUARE_ROOT, normal(graph, 1, 1));
  const outlay_node sum = plus(graph, root, uniform(graph, 0, 1));
  outlay_indices *out = NULL;
  outlay_error error;
  assert_int_equal(outlay_sobol_indices(graph, sum, &options, 0.95, &out, &error),
                   OUTLAY_ERROR_DOMAIN);
  assert_int_equal(error.node, root);
}

static void a_set_flag_cancels(void **state) {
  const known_function f = sobol_g(*state);
  volatile int32_t cancel = 1;
  outlay_options options = options_of(1000, 2);
  options.cancel = &cancel;
  outlay_indices *out = NULL;
  outlay_error error;
  assert_int_equal(outlay_sobol_indices(*state, f.node, &options, 0.95, &out, &error),
                   OUTLAY_ERROR_CANCELLED);
}

/* ---- one input at a time ---- */

static void assert_near(double found, double known, double distance) {
  if (!(fabs(found - known) <= distance)) fail_msg("%.17g is not %.17g", found, known);
}

static size_t swings_of(outlay_graph *graph, outlay_node node, double *base, outlay_swing *out,
                        size_t capacity) {
  size_t count = 0;
  outlay_error error = {0};
  if (outlay_swings(graph, node, 0.1, 0.9, NULL, base, out, capacity, &count, &error) !=
      OUTLAY_OK) {
    fail_msg("%s", error.message);
  }
  return count;
}

static void a_swing_is_the_value_at_an_inputs_quantiles_and_medians(void **state) {
  outlay_graph *graph = *state;
  const outlay_node x = uniform(graph, 10, 20), y = normal(graph, 5, 2);
  outlay_swing swings[2];
  double base = 0;
  assert_int_equal(swings_of(graph, times(graph, x, y), &base, swings, 2), 2);
  assert_near(base, 75, 1e-9);
  const size_t of_x = swings[0].input == x ? 0 : 1;
  assert_int_equal(swings[of_x].input, x);
  assert_near(swings[of_x].input_low, 11, 1e-9);
  assert_near(swings[of_x].input_high, 19, 1e-9);
  assert_near(swings[of_x].low, 55, 1e-9);
  assert_near(swings[of_x].high, 95, 1e-9);
  assert_near(swings[1 - of_x].input_low, 5 - 2 * 1.2815515655446004, 1e-9);
  assert_near(swings[1 - of_x].high, 15 * (5 + 2 * 1.2815515655446004), 1e-9);
}

/* The median of y where x is z standard deviations up is rho z of its own. */
static void what_is_correlated_goes_along_to_its_median(void **state) {
  outlay_graph *graph = *state;
  const outlay_node x = normal(graph, 0, 1), y = normal(graph, 0, 1);
  outlay_error error = {0};
  assert_int_equal(
      outlay_correlate(graph, (outlay_node[]){x, y}, 2, (double[]){1, 0.5, 0.5, 1}, &error),
      OUTLAY_OK);
  outlay_swing swings[2];
  double base = 1;
  assert_int_equal(swings_of(graph, plus(graph, x, y), &base, swings, 2), 2);
  assert_near(base, 0, 1e-12);
  for (int i = 0; i < 2; i++) {
    assert_near(swings[i].input_high, 1.2815515655446004, 1e-9);
    assert_near(swings[i].high, 1.5 * 1.2815515655446004, 1e-9);
    assert_near(swings[i].low, -swings[i].high, 1e-9);
  }
}

static void many_swings_are_worked_through_in_parts(void **state) {
  enum { COUNT = 700 };
  outlay_graph *graph = *state;
  outlay_node sum = number(graph, 0);
  for (int i = 0; i < COUNT; i++) {
    sum = plus(graph, sum, times(graph, uniform(graph, 0, 1), number(graph, i + 1)));
  }
  static outlay_swing swings[COUNT];
  double base = 0;
  assert_int_equal(swings_of(graph, sum, &base, swings, COUNT), COUNT);
  for (size_t i = 0; i < COUNT; i++) {
    assert_near(swings[i].high - swings[i].low, 0.8 * (double)(i + 1), 1e-6);
  }
}

static void a_swing_beyond_the_domain_is_an_error(void **state) {
  outlay_graph *graph = *state;
  const outlay_node x = normal(graph, 1, 1);
  outlay_error error = {0};
  double base = 0;
  size_t count = 0;
  assert_int_equal(outlay_swings(graph, unary(graph, OUTLAY_LOG, x), 0.1, 0.9, NULL, &base, NULL, 0,
                                 &count, &error),
                   OUTLAY_ERROR_DOMAIN);
  assert_int_equal(error.left, x);
  assert_int_equal(outlay_swings(graph, x, 0.9, 0.1, NULL, &base, NULL, 0, &count, &error),
                   OUTLAY_ERROR_ARGUMENT);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      graph_test(indices_of_ishigami_are_within_their_intervals),
      graph_test(indices_of_sobols_g_are_within_their_intervals),
      graph_test(intervals_contain_the_known_value_as_often_as_they_say),
      graph_test(an_inputs_interval_is_narrow_where_it_does_little),
      graph_test(correlated_inputs_are_one_group),
      graph_test(the_only_input_has_all_of_the_variance),
      graph_test(a_truncated_input_is_one_with_what_it_was_made_from),
      graph_test(indices_follow_inputs_through_parameters_and_axes),
      graph_test(indices_do_not_depend_on_threads),
      graph_test(impossible_requests_are_errors),
      graph_test(a_value_that_is_not_finite_is_an_error_that_names_it),
      graph_test(a_set_flag_cancels),
      graph_test(a_swing_is_the_value_at_an_inputs_quantiles_and_medians),
      graph_test(what_is_correlated_goes_along_to_its_median),
      graph_test(many_swings_are_worked_through_in_parts),
      graph_test(a_swing_beyond_the_domain_is_an_error),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
