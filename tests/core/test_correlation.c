/* Correlation: matrices, what becomes of samples, and what is said of the impossible. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "correlation.h"
#include "failing_allocator.h"
#include "graph_fixture.h"

enum { N = 40000 };

/* ---- matrices ---- */

static void factor_times_its_transpose_is_the_matrix(void **state) {
  (void)state;
  const double matrix[9] = {1, .5, -.3, .5, 1, .2, -.3, .2, 1};
  double l[9];
  assert_true(outlay_correlation_factor(matrix, 3, l));
  for (int i = 0; i < 3; i++) {
    for (int j = 0; j < 3; j++) {
      double sum = 0;
      for (int k = 0; k < 3; k++) sum += l[3 * i + k] * l[3 * j + k];
      assert_true(fabs(sum - matrix[3 * i + j]) < 1e-15);
      if (j > i) assert_true(l[3 * i + j] == 0.0);
    }
  }
}

static void perfect_correlation_has_a_factor(void **state) {
  (void)state;
  const double same[4] = {1, 1, 1, 1}, opposite[9] = {1, -1, .5, -1, 1, -.5, .5, -.5, 1};
  double l[9];
  assert_true(outlay_correlation_factor(same, 2, l));
  assert_true(l[2] == 1.0 && l[3] == 0.0);
  assert_true(outlay_correlation_factor(opposite, 3, l));
}

static void impossible_matrix_has_no_factor(void **state) {
  (void)state;
  const double matrix[9] = {1, .9, 0, .9, 1, .9, 0, .9, 1};
  const double almost[9] = {1, 1, .9, 1, 1, 1, .9, 1, 1};
  double l[9];
  assert_false(outlay_correlation_factor(matrix, 3, l));
  assert_false(outlay_correlation_factor(almost, 3, l));
}

/* The example of Higham's article (2002). */
static void nearest_matrix_is_highams(void **state) {
  (void)state;
  const double matrix[9] = {1, 1, 0, 1, 1, 1, 0, 1, 1};
  const double expected[9] = {1, .7607, .1573, .7607, 1, .7607, .1573, .7607, 1};
  double nearest[9], l[9];
  const outlay_allocator allocator = outlay_memory_or_default(NULL);
  assert_true(outlay_correlation_nearest(&allocator, matrix, 3, nearest));
  for (int i = 0; i < 9; i++) assert_true(fabs(nearest[i] - expected[i]) < 5e-5);
  assert_true(outlay_correlation_factor(nearest, 3, l));
}

static void possible_matrix_is_its_own_nearest(void **state) {
  (void)state;
  const double matrix[9] = {1, .5, -.3, .5, 1, .2, -.3, .2, 1};
  double nearest[9];
  const outlay_allocator allocator = outlay_memory_or_default(NULL);
  assert_true(outlay_correlation_nearest(&allocator, matrix, 3, nearest));
  for (int i = 0; i < 9; i++) assert_true(fabs(nearest[i] - matrix[i]) < 1e-6);
}

static void rank_correlation_becomes_that_of_scores(void **state) {
  (void)state;
  const double pi = 3.14159265358979323846;
  for (double rank = -1; rank <= 1; rank += 0.125) {
    assert_true(fabs(outlay_correlation_of_rank(rank) - 2 * sin(pi / 6 * rank)) < 1e-15);
  }
  assert_true(outlay_correlation_of_rank(1) == 1.0);
}

/* ---- samples ---- */

static outlay_node one_of(outlay_graph *graph, outlay_distribution kind, size_t count,
                          const double *values) {
  outlay_node nodes[8];
  for (size_t i = 0; i < count; i++) nodes[i] = number(graph, values[i]);
  return input_of(graph, kind, nodes, count);
}

static outlay_node gamma_of(outlay_graph *graph) {
  return one_of(graph, OUTLAY_GAMMA, 2, (double[]){2.5, 4});
}
static outlay_node exponential_of(outlay_graph *graph) {
  return one_of(graph, OUTLAY_EXPONENTIAL, 1, (double[]){3});
}

static outlay_node mixture_of(outlay_graph *graph) {
  const outlay_node components[2] = {uniform(graph, 0, 1), normal(graph, 8, 1)};
  outlay_node out = 0;
  assert_int_equal(outlay_mixture(graph, components, NULL, 2, &out, NULL), OUTLAY_OK);
  return out;
}

static outlay_node truncated_of(outlay_graph *graph, outlay_node inner, double low) {
  outlay_node out = 0;
  outlay_error error;
  if (outlay_truncated(graph, inner, number(graph, low), 0, &out, &error) != OUTLAY_OK) {
    fail_msg("%s", error.message);
  }
  return out;
}

static void correlate(outlay_graph *graph, outlay_node a, outlay_node b, double rho) {
  const outlay_node both[2] = {a, b};
  const double matrix[4] = {1, rho, rho, 1};
  outlay_error error;
  if (outlay_correlate(graph, both, 2, matrix, &error) != OUTLAY_OK) fail_msg("%s", error.message);
}

static double rank_of(double rho) { return 6 / 3.14159265358979323846 * asin(rho / 2); }

/* The rank correlation of samples is that of the copula; off by 5 standard errors (at most
 * 1 / sqrt(n)) with a probability of 6e-7 at most. */
static void assert_ranks(outlay_graph *graph, outlay_node a, outlay_node b, double rho) {
  const outlay_node both[2] = {a, b};
  const outlay_options options = options_of(N, 1);
  outlay_result *result = evaluated(graph, both, 2, &options);
  double rank = 0;
  assert_int_equal(outlay_result_rank_correlation(result, 0, 0, 1, 0, &rank, NULL), OUTLAY_OK);
  outlay_result_free(result);
  if (fabs(rank - rank_of(rho)) > 5 / sqrt(N)) fail_msg("rank %g, not %g", rank, rank_of(rho));
}

static double *samples_of(outlay_graph *graph, outlay_node node) {
  const outlay_options options = options_of(N, 1);
  outlay_result *result = evaluated(graph, &node, 1, &options);
  size_t count = 0;
  const double *column = outlay_result_samples(result, 0, 0, &count);
  assert_int_equal(count, N);
  double *copy = malloc(N * sizeof *copy);
  assert_non_null(copy);
  memcpy(copy, column, N * sizeof *copy);
  outlay_result_free(result);
  return copy;
}

static bool same_samples(outlay_graph *graph, outlay_node node, const double *before) {
  double *now = samples_of(graph, node);
  const bool same = memcmp(now, before, N * sizeof *now) == 0;
  free(now);
  return same;
}

static void pairs_of_all_kinds_have_their_rank_correlation(void **state) {
  outlay_graph *graph = *state;
  for (double rho = -0.9; rho < 1; rho += 0.6) {
    const outlay_node inputs[] = {normal(graph, 3, 2),
                                  uniform(graph, 0, 2),
                                  gamma_of(graph),
                                  exponential_of(graph),
                                  mixture_of(graph),
                                  truncated_of(graph, normal(graph, 0, 1), 0.5),
                                  truncated_of(graph, uniform(graph, 0, 1), 0.25)};
    const size_t count = sizeof inputs / sizeof inputs[0];
    for (size_t i = 0; i + 1 < count; i += 2) {
      correlate(graph, inputs[i], inputs[i + 1], rho);
      assert_ranks(graph, inputs[i], inputs[i + 1], rho);
    }
    const outlay_node other = exponential_of(graph);
    correlate(graph, inputs[6], other, rho);
    assert_ranks(graph, inputs[6], other, rho);
  }
}

static void matrix_of_inputs_has_all_its_correlations(void **state) {
  outlay_graph *graph = *state;
  const outlay_node inputs[4] = {exponential_of(graph), normal(graph, 0, 1), uniform(graph, 0, 1),
                                 mixture_of(graph)};
  const double matrix[16] = {1, .5, -.3, .7, .5, 1, .2, .4, -.3, .2, 1, -.1, .7, .4, -.1, 1};
  assert_int_equal(outlay_correlate(graph, inputs, 4, matrix, NULL), OUTLAY_OK);
  for (int i = 0; i < 4; i++) {
    for (int j = 0; j < i; j++) {
      assert_ranks(graph, inputs[i], inputs[j], matrix[4 * i + j]);
      double rho = 0;
      assert_int_equal(outlay_correlation_of(graph, inputs[i], inputs[j], &rho, NULL), OUTLAY_OK);
      assert_true(rho == matrix[4 * i + j]);
    }
  }
}

static void pairs_that_share_an_input_go_together(void **state) {
  outlay_graph *graph = *state;
  const outlay_node a = normal(graph, 0, 1), b = uniform(graph, 0, 1), c = gamma_of(graph);
  correlate(graph, a, b, 0.6);
  correlate(graph, c, b, 0.7);
  assert_ranks(graph, a, b, 0.6);
  assert_ranks(graph, b, c, 0.7);
  assert_ranks(graph, a, c, 0);
}

static void margins_stay_as_they_are(void **state) {
  outlay_graph *graph = *state;
  const outlay_node a = normal(graph, 3, 2), b = uniform(graph, 0, 2);
  correlate(graph, a, b, -0.8);
  outlay_moments moments = moments_of(graph, b, N);
  assert_true(fabs(moments.mean - 1) < 5 * moments.standard_error);
  assert_true(moments.minimum > 0 && moments.maximum < 2);
  assert_true(fabs(moments.sd / (2 / sqrt(12)) - 1) < 0.02);
}

static void perfectly_correlated_inputs_rise_together(void **state) {
  outlay_graph *graph = *state;
  const outlay_node a = normal(graph, 0, 1), b = normal(graph, 0, 2);
  correlate(graph, a, b, 1);
  const outlay_moments moments =
      moments_of(graph, binary(graph, OUTLAY_SUBTRACT, binary(graph, OUTLAY_ADD, a, a), b), N);
  assert_true(fabs(moments.mean) < 1e-12 && moments.sd < 1e-12);
}

static void other_inputs_and_the_first_keep_their_samples(void **state) {
  outlay_graph *graph = *state;
  const outlay_node a = uniform(graph, 0, 1), b = normal(graph, 0, 1), c = gamma_of(graph),
                    d = uniform(graph, 0, 1);
  const outlay_node all[4] = {a, b, c, d};
  double *before[4];
  for (int i = 0; i < 4; i++) before[i] = samples_of(graph, all[i]);
  correlate(graph, a, b, 0.5);
  assert_true(same_samples(graph, a, before[0]));
  assert_false(same_samples(graph, b, before[1]));
  assert_true(same_samples(graph, c, before[2]));
  assert_true(same_samples(graph, d, before[3]));
  for (int i = 0; i < 4; i++) free(before[i]);
}

static void input_has_the_same_samples_alone_and_beside_others(void **state) {
  outlay_graph *graph = *state;
  const outlay_node a = normal(graph, 0, 1), b = uniform(graph, 0, 1), c = normal(graph, 2, 1),
                    d = exponential_of(graph);
  const outlay_node group[3] = {a, b, c};
  const double matrix[9] = {1, .5, .4, .5, 1, .3, .4, .3, 1};
  assert_int_equal(outlay_correlate(graph, group, 3, matrix, NULL), OUTLAY_OK);
  double *alone = samples_of(graph, c);
  const outlay_node sum = binary(graph, OUTLAY_ADD, binary(graph, OUTLAY_ADD, d, a),
                                 binary(graph, OUTLAY_MULTIPLY, b, c));
  const outlay_node both[2] = {sum, c};
  for (uint32_t threads = 1; threads <= 3; threads += 2) {
    const outlay_options options = options_of(N, threads);
    outlay_result *result = evaluated(graph, both, 2, &options);
    size_t count = 0;
    const double *beside = outlay_result_samples(result, 1, 0, &count);
    assert_memory_equal(alone, beside, N * sizeof *alone);
    outlay_result_free(result);
  }
  free(alone);
}

/* ---- truncated, shifted, mixed ---- */

static void truncation_keeps_the_draw(void **state) {
  outlay_graph *graph = *state;
  const outlay_node a = normal(graph, 0, 1), b = truncated_of(graph, a, 1), x = gamma_of(graph);
  assert_ranks(graph, a, b, 1);
  correlate(graph, a, x, 0.6);
  assert_ranks(graph, b, x, 0.6);
  assert_ranks(graph, a, b, 1);
}

static void shifted_input_is_the_input_and_the_shift(void **state) {
  outlay_graph *graph = *state;
  const outlay_node a = exponential_of(graph);
  outlay_node b = 0;
  assert_int_equal(outlay_shifted(graph, a, number(graph, 5), &b, NULL), OUTLAY_OK);
  const outlay_moments moments = moments_of(graph, binary(graph, OUTLAY_SUBTRACT, b, a), N);
  assert_true(moments.minimum > 5 - 1e-12 && moments.maximum < 5 + 1e-12);
}

static void component_of_a_mixture_is_no_value_any_more(void **state) {
  outlay_graph *graph = *state;
  const outlay_node components[2] = {uniform(graph, 0, 1), normal(graph, 8, 1)};
  outlay_node m = 0, sum = 0;
  outlay_error error;
  assert_int_equal(outlay_mixture(graph, components, NULL, 2, &m, NULL), OUTLAY_OK);
  const outlay_node both[2] = {components[0], m};
  assert_int_equal(outlay_apply(graph, OUTLAY_ADD, both, 2, &sum, &error), OUTLAY_ERROR_ARGUMENT);
  assert_non_null(strstr(error.advice, "pick"));
  assert_int_equal(outlay_mixture(graph, components, NULL, 2, &m, &error), OUTLAY_ERROR_ARGUMENT);
}

static void quantity_is_no_component(void **state) {
  outlay_graph *graph = *state;
  outlay_node m = 0;
  outlay_error error;
  const outlay_node used = uniform(graph, 0, 1), name = named(graph, uniform(graph, 0, 1), "a"),
                    correlated = normal(graph, 0, 1);
  (void)binary(graph, OUTLAY_ADD, used, number(graph, 1));
  correlate(graph, correlated, normal(graph, 0, 1), 0.5);
  const outlay_node wrong[4] = {used, name, correlated,
                                binary(graph, OUTLAY_ADD, name, number(graph, 1))};
  for (int i = 0; i < 4; i++) {
    assert_int_equal(outlay_mixture(graph, &wrong[i], NULL, 1, &m, &error), OUTLAY_ERROR_ARGUMENT);
    assert_non_null(strstr(error.advice, "pick"));
  }
}

static void dimensions_of_components_and_limits_must_agree(void **state) {
  outlay_graph *graph = *state;
  outlay_node out = 0;
  const outlay_node money[2] = {quantity(graph, "1 USD"), quantity(graph, "2 USD")};
  const outlay_node cost = input_of(graph, OUTLAY_UNIFORM, money, 2);
  const outlay_node mixed[2] = {cost, uniform(graph, 0, 1)};
  assert_int_equal(outlay_mixture(graph, mixed, NULL, 2, &out, NULL), OUTLAY_ERROR_DIMENSION);
  assert_int_equal(outlay_truncated(graph, cost, number(graph, 1), 0, &out, NULL),
                   OUTLAY_ERROR_DIMENSION);
  assert_int_equal(outlay_shifted(graph, cost, number(graph, 1), &out, NULL),
                   OUTLAY_ERROR_DIMENSION);
  const outlay_node count = one_of(graph, OUTLAY_POISSON, 1, (double[]){3});
  assert_int_equal(outlay_shifted(graph, count, quantity(graph, "1 USD"), &out, NULL),
                   OUTLAY_ERROR_DIMENSION);
  assert_int_equal(outlay_truncated(graph, cost, quantity(graph, "1.2 USD"), 0, &out, NULL),
                   OUTLAY_OK);
}

/* ---- copies ---- */

static void fresh_copies_are_correlated_as_the_originals(void **state) {
  outlay_graph *graph = *state;
  const outlay_node a = normal(graph, 0, 1), b = uniform(graph, 0, 1),
                    c = truncated_of(graph, a, 0);
  correlate(graph, a, b, 0.8);
  const outlay_node sum = binary(graph, OUTLAY_ADD, binary(graph, OUTLAY_ADD, a, b), c);
  outlay_node copy = 0;
  assert_int_equal(outlay_fresh(graph, sum, &copy, NULL), OUTLAY_OK);
  outlay_node inputs[3];
  size_t count = 0;
  assert_int_equal(outlay_inputs_of(graph, copy, inputs, 3, &count, NULL), OUTLAY_OK);
  assert_int_equal(count, 3);
  assert_ranks(graph, inputs[0], inputs[1], 0.8);
  assert_ranks(graph, inputs[0], inputs[2], 1);
  assert_ranks(graph, inputs[0], a, 0);
  assert_ranks(graph, inputs[1], a, 0);
  outlay_node alone = 0;
  assert_int_equal(outlay_fresh(graph, b, &alone, NULL), OUTLAY_OK);
  assert_ranks(graph, alone, a, 0);
}

/* ---- errors ---- */

static void impossible_requests_say_what_is_possible(void **state) {
  outlay_graph *graph = *state;
  outlay_error error;
  const outlay_node three[3] = {named(graph, normal(graph, 0, 1), "a"),
                                named(graph, normal(graph, 0, 1), "b"), uniform(graph, 0, 1)};
  const double impossible[9] = {1, 1, 0, 1, 1, 1, 0, 1, 1};
  assert_int_equal(outlay_correlate(graph, three, 3, impossible, &error), OUTLAY_ERROR_ARGUMENT);
  assert_non_null(strstr(error.advice, "1 0.7607 0.1573; 0.7607 1 0.7607; 0.1573 0.7607 1"));

  correlate(graph, three[0], three[1], 0.9);
  const double high[4] = {1, 0.9, 0.9, 1}, other[4] = {1, 0.8, 0.8, 1};
  assert_int_equal(outlay_correlate(graph, three, 2, high, &error), OUTLAY_OK); /* the same again */
  assert_int_equal(outlay_correlate(graph, three, 2, other, &error), OUTLAY_ERROR_ARGUMENT);
  assert_non_null(strstr(error.message, "a and b are correlated already, with 0.9"));
  assert_int_equal(outlay_correlate(graph, three + 1, 2, high, &error), OUTLAY_ERROR_ARGUMENT);
  assert_non_null(strstr(error.message, "stated before"));
  assert_ranks(graph, three[0], three[1], 0.9); /* nothing has changed */
  assert_ranks(graph, three[1], three[2], 0);
}

static void what_cannot_be_correlated_is_refused(void **state) {
  outlay_graph *graph = *state;
  const outlay_node a = normal(graph, 0, 1), sum = binary(graph, OUTLAY_ADD, a, number(graph, 1)),
                    cut = truncated_of(graph, a, 0), b = normal(graph, 0, 1);
  const outlay_node pairs[][2] = {{a, a}, {a, sum}, {a, cut}, {a, number(graph, 2)}};
  const double half[4] = {1, .5, .5, 1};
  for (int i = 0; i < 4; i++) {
    outlay_error error;
    assert_int_equal(outlay_correlate(graph, pairs[i], 2, half, &error), OUTLAY_ERROR_ARGUMENT);
    assert_true(error.message[0] != '\0');
  }
  const outlay_node fine[2] = {a, b};
  const double wrong[][4] = {{1, 1.1, 1.1, 1}, {1, .5, .4, 1}, {.9, .5, .5, 1}, {1, NAN, NAN, 1}};
  for (int i = 0; i < 4; i++) {
    assert_int_equal(outlay_correlate(graph, fine, 2, wrong[i], NULL), OUTLAY_ERROR_ARGUMENT);
  }
  assert_int_equal(outlay_correlate(graph, fine, 1, wrong[0], NULL), OUTLAY_ERROR_ARGUMENT);
}

/* ---- memory ---- */

static outlay_status build_and_run(outlay_graph *graph) {
  outlay_node p[2] = {0, 0}, a = 0, b = 0, c = 0, m = 0, t = 0, s = 0, sum = 0, copy = 0;
  outlay_error error;
  outlay_status status = outlay_constant(graph, 1, &p[0], &error);
  if (status == OUTLAY_OK) status = outlay_constant(graph, 2, &p[1], &error);
  if (status == OUTLAY_OK) status = outlay_input(graph, OUTLAY_NORMAL, p, 2, &a, &error);
  if (status == OUTLAY_OK) status = outlay_input(graph, OUTLAY_UNIFORM, p, 2, &b, &error);
  if (status == OUTLAY_OK) status = outlay_input(graph, OUTLAY_UNIFORM, p, 2, &c, &error);
  if (status == OUTLAY_OK) status = outlay_mixture(graph, &c, NULL, 1, &m, &error);
  if (status == OUTLAY_OK) status = outlay_truncated(graph, a, p[0], 0, &t, &error);
  if (status == OUTLAY_OK) status = outlay_shifted(graph, m, p[1], &s, &error);
  const outlay_node inputs[3] = {a, b, m};
  const double matrix[9] = {1, .5, .1, .5, 1, .2, .1, .2, 1};
  if (status == OUTLAY_OK) status = outlay_correlate(graph, inputs, 3, matrix, &error);
  const outlay_node parts[2] = {t, s};
  if (status == OUTLAY_OK) status = outlay_apply(graph, OUTLAY_ADD, parts, 2, &sum, &error);
  const outlay_node more[2] = {sum, b};
  if (status == OUTLAY_OK) status = outlay_apply(graph, OUTLAY_ADD, more, 2, &sum, &error);
  if (status == OUTLAY_OK) status = outlay_fresh(graph, sum, &copy, &error);
  for (int sampling = 0; status == OUTLAY_OK && sampling < OUTLAY_SAMPLINGS; sampling++) {
    outlay_options options = options_of(200, 1);
    options.sampling = (outlay_sampling)sampling;
    outlay_result *result = NULL;
    status = outlay_evaluate(graph, &copy, 1, &options, &result, &error);
    outlay_result_free(result);
  }
  return status;
}

static void every_failed_allocation_is_reported(void **state) {
  (void)state;
  for (int sticky = 0; sticky <= 1; sticky++) {
    for (size_t n = 0;; n++) {
      failing_allocator memory;
      failing_allocator_arm(&memory, SIZE_MAX, sticky == 1);
      outlay_units *units = NULL;
      outlay_graph *graph = NULL;
      assert_int_equal(outlay_units_new(NULL, &units), OUTLAY_OK);
      memory.countdown = n;
      outlay_status status = outlay_graph_new(units, &memory.allocator, &graph);
      if (status == OUTLAY_OK) {
        status = build_and_run(graph);
        failing_allocator_disarm(&memory);
        assert_int_equal(status, memory.failed ? OUTLAY_ERROR_MEMORY : OUTLAY_OK);
        assert_int_equal(build_and_run(graph), OUTLAY_OK); /* the same graph goes on */
        outlay_graph_free(graph);
      }
      outlay_units_free(units);
      assert_int_equal(memory.live, 0);
      if (!memory.failed) break;
      assert_true(n < 1000);
    }
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(factor_times_its_transpose_is_the_matrix),
      cmocka_unit_test(perfect_correlation_has_a_factor),
      cmocka_unit_test(impossible_matrix_has_no_factor),
      cmocka_unit_test(nearest_matrix_is_highams),
      cmocka_unit_test(possible_matrix_is_its_own_nearest),
      cmocka_unit_test(rank_correlation_becomes_that_of_scores),
      graph_test(pairs_of_all_kinds_have_their_rank_correlation),
      graph_test(matrix_of_inputs_has_all_its_correlations),
      graph_test(pairs_that_share_an_input_go_together),
      graph_test(margins_stay_as_they_are),
      graph_test(perfectly_correlated_inputs_rise_together),
      graph_test(other_inputs_and_the_first_keep_their_samples),
      graph_test(input_has_the_same_samples_alone_and_beside_others),
      graph_test(truncation_keeps_the_draw),
      graph_test(shifted_input_is_the_input_and_the_shift),
      graph_test(component_of_a_mixture_is_no_value_any_more),
      graph_test(quantity_is_no_component),
      graph_test(dimensions_of_components_and_limits_must_agree),
      graph_test(fresh_copies_are_correlated_as_the_originals),
      graph_test(impossible_requests_say_what_is_possible),
      graph_test(what_cannot_be_correlated_is_refused),
      cmocka_unit_test(every_failed_allocation_is_reported),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
