/* Evaluation: draws, statistics, the same digits whatever the threads, and errors in place. */
#define _POSIX_C_SOURCE 200809L
#include <math.h>
#include <pthread.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#include <cmocka.h>

#include "graph_fixture.h"

/* exp(x) * y / (1 + x * x), which takes a few columns. */
static outlay_node some_model(outlay_graph *g, outlay_node x, outlay_node y) {
  const outlay_node square = binary(g, OUTLAY_MULTIPLY, x, x);
  const outlay_node top = binary(g, OUTLAY_MULTIPLY, unary(g, OUTLAY_EXP, x), y);
  return binary(g, OUTLAY_DIVIDE, top, binary(g, OUTLAY_ADD, number(g, 1), square));
}

static outlay_status try_evaluate(outlay_graph *g, outlay_node node, uint64_t samples,
                                  uint32_t threads, outlay_error *error) {
  const outlay_options options = options_of(samples, threads);
  outlay_result *result = NULL;
  const outlay_status status = outlay_evaluate(g, &node, 1, &options, &result, error);
  if (status == OUTLAY_OK) outlay_result_free(result);
  return status;
}

/* ---- draws ---- */

static void the_same_node_is_the_same_draw(void **state) {
  outlay_graph *g = *state;
  const outlay_node x = normal(g, 5, 1);
  const outlay_moments moments = moments_of(g, binary(g, OUTLAY_SUBTRACT, x, x), 10000);
  assert_true(moments.minimum == 0 && moments.maximum == 0);
}

static void different_inputs_are_independent(void **state) {
  outlay_graph *g = *state;
  outlay_node inputs[6];
  for (int i = 0; i < 6; i++) inputs[i] = i % 2 == 0 ? normal(g, 0, 1) : uniform(g, -1, 1);
  for (int i = 0; i < 6; i++) {
    for (int j = 0; j < i; j++) {
      const outlay_node product = binary(g, OUTLAY_MULTIPLY, inputs[i], inputs[j]);
      const outlay_moments moments = moments_of(g, product, 40000);
      assert_true(fabs(moments.mean) < 5 * moments.standard_error);
    }
  }
}

static void a_draw_does_not_depend_on_what_else_is_evaluated(void **state) {
  outlay_graph *g = *state;
  const outlay_node a = normal(g, 0, 1), b = normal(g, 0, 1), c = normal(g, 0, 1);
  const outlay_node both[3] = {c, a, b};
  const outlay_options options = options_of(1000, 1);
  outlay_result *alone = evaluated(g, &b, 1, &options), *all = evaluated(g, both, 3, &options);
  size_t n = 0;
  const double *left = outlay_result_samples(alone, 0, 0, &n);
  const double *right = outlay_result_samples(all, 2, 0, &n);
  assert_int_equal(n, 1000);
  assert_memory_equal(left, right, n * sizeof *left);
  outlay_result_free(alone);
  outlay_result_free(all);
}

static void inputs_made_apart_move_no_other_draw(void **state) {
  outlay_graph *g = *state;
  outlay_node other[2];
  const outlay_options options = options_of(1000, 1);
  outlay_graph *without = NULL;
  assert_int_equal(outlay_graph_new(outlay_graph_units(g), NULL, &without), OUTLAY_OK);
  other[0] = normal(without, 0, 1);
  other[1] = uniform(without, 0, 1);

  outlay_graph_number_apart(g, 1);
  const outlay_node apart = normal(g, 0, 1), second = uniform(g, 0, 1);
  outlay_graph_number_apart(g, 0);
  outlay_node copy = 0;
  assert_int_equal(outlay_fresh(g, binary(g, OUTLAY_ADD, apart, second), &copy, NULL), OUTLAY_OK);
  const outlay_node x = normal(g, 0, 1);
  assert_int_equal(outlay_fresh(g, x, &copy, NULL), OUTLAY_OK);
  const outlay_node y = uniform(g, 0, 1), all[4] = {apart, copy, x, y};

  outlay_result *expected = evaluated(without, other, 2, &options);
  outlay_result *actual = evaluated(g, all, 4, &options);
  size_t n = 0;
  for (size_t i = 0; i < 2; i++) {
    assert_memory_equal(outlay_result_samples(expected, i, 0, &n),
                        outlay_result_samples(actual, i + 2, 0, &n), 1000 * sizeof(double));
  }
  assert_int_equal(n, 1000);
  assert_memory_not_equal(outlay_result_samples(actual, 0, 0, &n),
                          outlay_result_samples(actual, 2, 0, &n), 1000 * sizeof(double));
  outlay_result_free(expected);
  outlay_result_free(actual);
  outlay_graph_free(without);
}

static void another_seed_is_another_draw(void **state) {
  outlay_graph *g = *state;
  const outlay_node x = uniform(g, 0, 1);
  outlay_options options = options_of(100, 1);
  outlay_result *first = evaluated(g, &x, 1, &options);
  options.seed = 2;
  outlay_result *second = evaluated(g, &x, 1, &options);
  size_t n = 0;
  const double *a = outlay_result_samples(first, 0, 0, &n);
  const double *b = outlay_result_samples(second, 0, 0, &n);
  for (size_t i = 0; i < n; i++) assert_true(a[i] != b[i]);
  outlay_result_free(first);
  outlay_result_free(second);
}

static void uncertain_parameters_are_drawn_sample_by_sample(void **state) {
  outlay_graph *g = *state;
  const outlay_node mean = normal(g, 10, 3), sd = uniform(g, 1, 2);
  const outlay_node x = input_of(g, OUTLAY_NORMAL, (outlay_node[]){mean, sd}, 2);
  const outlay_node z =
      binary(g, OUTLAY_DIVIDE, binary(g, OUTLAY_SUBTRACT, x, mean), sd); /* standard again */
  const outlay_moments moments = moments_of(g, z, 40000);
  assert_true(fabs(moments.mean) < 5 * moments.standard_error);
  assert_true(fabs(moments.sd - 1) < 0.02);
  const outlay_moments spread = moments_of(g, x, 40000);
  assert_true(fabs(spread.sd - sqrt(9 + 7.0 / 3)) < 0.06);
}

/* ---- statistics ---- */

static void moments_and_quantiles_are_those_of_the_samples(void **state) {
  outlay_graph *g = *state;
  const outlay_node x = uniform(g, 2, 6);
  const outlay_options options = options_of(100001, 2);
  outlay_result *result = evaluated(g, &x, 1, &options);
  outlay_moments moments;
  assert_int_equal(outlay_result_moments(result, 0, 0, &moments), OUTLAY_OK);
  size_t n = 0;
  const double *values = outlay_result_samples(result, 0, 0, &n);
  double sum = 0, square = 0;
  for (size_t i = 0; i < n; i++) sum += values[i];
  for (size_t i = 0; i < n; i++)
    square += (values[i] - sum / (double)n) * (values[i] - sum / (double)n);
  assert_true(fabs(moments.mean - sum / (double)n) < 1e-12);
  assert_true(fabs(moments.sd - sqrt(square / (double)n)) < 1e-12);
  assert_true(moments.count == 100001);
  double quantiles[3];
  assert_int_equal(
      outlay_result_quantiles(result, 0, 0, (double[]){0, 0.25, 1}, 3, quantiles, NULL), OUTLAY_OK);
  assert_true(quantiles[0] == moments.minimum && quantiles[2] == moments.maximum);
  assert_true(fabs(quantiles[1] - 3) < 0.03);
  uint64_t counts[4];
  assert_int_equal(outlay_result_histogram(result, 0, 0, 2, 6, counts, 4, NULL), OUTLAY_OK);
  assert_int_equal(counts[0] + counts[1] + counts[2] + counts[3], 100001);
  for (int i = 0; i < 4; i++) assert_true(counts[i] > 24000 && counts[i] < 26000);
  outlay_result_free(result);
}

static void an_output_without_uncertainty_has_one_value(void **state) {
  outlay_graph *g = *state;
  const outlay_node x = binary(g, OUTLAY_ADD, quantity(g, "2"), quantity(g, "3"));
  const outlay_node both[2] = {x, normal(g, 0, 1)};
  const outlay_options options = options_of(100, 1);
  outlay_result *result = evaluated(g, both, 2, &options);
  outlay_moments moments;
  assert_int_equal(outlay_result_moments(result, 0, 0, &moments), OUTLAY_OK);
  assert_true(moments.mean == 5 && moments.sd == 0 && moments.count == 100);
  double quantile = 0;
  uint64_t counts[2];
  assert_int_equal(outlay_result_quantiles(result, 0, 0, (double[]){0.3}, 1, &quantile, NULL),
                   OUTLAY_OK);
  assert_true(quantile == 5);
  assert_int_equal(outlay_result_histogram(result, 0, 0, 0, 4, counts, 2, NULL), OUTLAY_OK);
  assert_int_equal(counts[1], 100);
  assert_int_equal(outlay_result_moments(result, 2, 0, &moments), OUTLAY_ERROR_ARGUMENT);
  assert_int_equal(outlay_result_moments(result, 1, 1, &moments), OUTLAY_ERROR_ARGUMENT);
  outlay_result_free(result);
}

static void a_statistic_is_a_fixed_part_of_a_graph(void **state) {
  outlay_graph *g = *state;
  const outlay_node x = normal(g, 7, 2);
  outlay_node mean = 0, p90 = 0, sd = 0;
  assert_int_equal(outlay_statistic_of(g, OUTLAY_STATISTIC_MEAN, 0, x, &mean, NULL), OUTLAY_OK);
  const outlay_node centred = binary(g, OUTLAY_SUBTRACT, x, mean);
  const outlay_moments moments = moments_of(g, centred, 50000);
  assert_true(fabs(moments.mean) < 1e-12 && fabs(moments.sd - 2) < 0.03);
  assert_int_equal(outlay_statistic_of(g, OUTLAY_STATISTIC_QUANTILE, 0.9, centred, &p90, NULL),
                   OUTLAY_OK);
  const outlay_node above = binary(g, OUTLAY_GREATER, centred, p90);
  assert_int_equal(outlay_statistic_of(g, OUTLAY_STATISTIC_MEAN, 0, above, &sd, NULL), OUTLAY_OK);
  const outlay_moments share = moments_of(g, sd, 50000);
  assert_true(fabs(share.mean - 0.1) < 1e-4 && share.sd == 0);
  assert_int_equal(outlay_statistic_of(g, OUTLAY_STATISTIC_QUANTILE, 1.5, x, &p90, NULL),
                   OUTLAY_ERROR_ARGUMENT);
}

/* The samples of a choice whose weights are uncertain, the values given in some order. */
static outlay_result *chosen(const double *values, const size_t *order, bool uncertain_values) {
  void *fresh = NULL;
  assert_int_equal(graph_set_up(&fresh), 0);
  outlay_graph *g = fresh;
  enum { VALUES = 7 };
  outlay_node weights[VALUES], places[VALUES], pairs[2 * VALUES];
  for (size_t i = 0; i < VALUES; i++) {
    weights[i] = uniform(g, 0.5 + (double)i, 1 + (double)i);
    places[i] = uncertain_values ? uniform(g, values[i], values[i] + 10) : number(g, values[i]);
  }
  for (size_t i = 0; i < VALUES; i++) {
    pairs[2 * i] = places[order[i]];
    pairs[2 * i + 1] = weights[order[i]];
  }
  const outlay_node x = input_of(g, OUTLAY_DISCRETE, pairs, 2 * VALUES);
  const outlay_options options = options_of(3000, 1);
  outlay_result *result = evaluated(g, &x, 1, &options);
  (void)graph_tear_down(&fresh);
  return result;
}

static void a_choice_does_not_depend_on_the_order_of_its_values(void **state) {
  (void)state;
  static const double values[] = {-3, 0, 1, 4, 9, 11, 20};
  static const size_t rising[] = {0, 1, 2, 3, 4, 5, 6}, mixed[] = {4, 0, 6, 2, 1, 5, 3};
  for (int uncertain = 0; uncertain < 2; uncertain++) {
    outlay_result *a = chosen(values, rising, uncertain != 0);
    outlay_result *b = chosen(values, mixed, uncertain != 0);
    size_t n = 0, high = 0;
    const double *left = outlay_result_samples(a, 0, 0, &n);
    const double *right = outlay_result_samples(b, 0, 0, &n);
    assert_memory_equal(left, right, n * sizeof *left);
    for (size_t i = 0; i < n; i++) high += left[i] >= 20;
    if (uncertain == 0) assert_true(fabs((double)high / (double)n - 6.75 / 26.25) < 0.035);
    outlay_result_free(a);
    outlay_result_free(b);
  }
}

static void statistics_of_cells_are_apart(void **state) {
  outlay_graph *g = *state;
  const outlay_axis a = numbered_axis(g, "a", 2);
  const outlay_node x =
      binary(g, OUTLAY_MULTIPLY, stacked(g, a, (double[]){1, 3}), uniform(g, 0, 2));
  outlay_node mean = 0;
  assert_int_equal(outlay_statistic_of(g, OUTLAY_STATISTIC_MEAN, 0, x, &mean, NULL), OUTLAY_OK);
  const outlay_options options = options_of(20000, 2);
  outlay_result *result = evaluated(g, &mean, 1, &options);
  assert_int_equal(outlay_result_cells(result, 0), 2);
  outlay_moments first, second;
  assert_int_equal(outlay_result_moments(result, 0, 0, &first), OUTLAY_OK);
  assert_int_equal(outlay_result_moments(result, 0, 1, &second), OUTLAY_OK);
  assert_true(fabs(first.mean - 1) < 0.03 && fabs(second.mean - 3 * first.mean) < 1e-9);
  outlay_result_free(result);
}

static void rank_correlation_needs_kept_samples(void **state) {
  outlay_graph *g = *state;
  const outlay_node x = normal(g, 0, 1);
  const outlay_node pair[2] = {x, unary(g, OUTLAY_EXP, x)};
  outlay_options options = options_of(1000, 1);
  outlay_result *result = evaluated(g, pair, 2, &options);
  double rho = 0;
  assert_int_equal(outlay_result_rank_correlation(result, 0, 0, 1, 0, &rho, NULL), OUTLAY_OK);
  assert_true(fabs(rho - 1) < 1e-12);
  outlay_result_free(result);
  options.keep_bytes = 0;
  result = evaluated(g, pair, 2, &options);
  outlay_error error;
  assert_int_equal(outlay_result_rank_correlation(result, 0, 0, 1, 0, &rho, &error),
                   OUTLAY_ERROR_ARGUMENT);
  outlay_result_free(result);
}

/* ---- the same digits ---- */

static void threads_do_not_change_a_digit(void **state) {
  outlay_graph *g = *state;
  const outlay_node model = some_model(g, normal(g, 0, 1), uniform(g, 1, 2));
  outlay_moments expected = {0};
  double quantile = 0;
  for (uint32_t threads = 1; threads <= 8; threads++) {
    const outlay_options options = options_of(123457, threads);
    outlay_result *result = evaluated(g, &model, 1, &options);
    outlay_moments moments;
    double median = 0;
    assert_int_equal(outlay_result_moments(result, 0, 0, &moments), OUTLAY_OK);
    assert_int_equal(outlay_result_quantiles(result, 0, 0, (double[]){0.5}, 1, &median, NULL),
                     OUTLAY_OK);
    if (threads == 1) {
      expected = moments;
      quantile = median;
    }
    assert_memory_equal(&moments, &expected, sizeof moments);
    assert_memory_equal(&median, &quantile, sizeof median);
    outlay_result_free(result);
  }
}

static void a_larger_plan_does_not_change_a_digit(void **state) {
  outlay_graph *g = *state;
  enum { MANY = 600 }; /* outputs, so that the chunk is short */
  const outlay_node x = normal(g, 0, 1);
  const outlay_node model = some_model(g, x, uniform(g, 1, 2));
  outlay_node outputs[MANY], sum = x;
  for (int i = 0; i < MANY; i++) outputs[i] = binary(g, OUTLAY_MULTIPLY, x, number(g, i + 2));
  for (int i = 0; i < MANY; i++) sum = binary(g, OUTLAY_ADD, sum, outputs[i]);
  for (int i = MANY - 1; i > 0; i--) sum = binary(g, OUTLAY_ADD, sum, outputs[i]);
  const outlay_node both[2] = {sum, model};
  const outlay_options options = options_of(10001, 2);
  outlay_result *alone = evaluated(g, &model, 1, &options),
                *among = evaluated(g, both, 2, &options);
  outlay_moments left, right;
  assert_int_equal(outlay_result_moments(alone, 0, 0, &left), OUTLAY_OK);
  assert_int_equal(outlay_result_moments(among, 1, 0, &right), OUTLAY_OK);
  assert_memory_equal(&left, &right, sizeof left);
  outlay_result_free(alone);
  outlay_result_free(among);
}

static void samples_drawn_again_are_the_same(void **state) {
  outlay_graph *g = *state;
  /* Smooth, with a point mass, and constant: what selection must cope with. */
  const outlay_node x = normal(g, 0, 1);
  const outlay_node model = some_model(g, x, uniform(g, 1, 2));
  const outlay_node outputs[3] = {model, binary(g, OUTLAY_MAXIMUM, model, number(g, 0.7)),
                                  binary(g, OUTLAY_SUBTRACT, x, x)};
  static const double probabilities[] = {0, 1e-6, 0.05, 0.25, 0.3, 0.5, 0.95, 0.9999, 1};
  enum { COUNT = sizeof probabilities / sizeof probabilities[0], BINS = 7 };
  const uint64_t sizes[] = {1, 2, 5000, 300001};
  for (size_t k = 0; k < 4; k++) {
    outlay_options options = options_of(sizes[k], 2);
    outlay_result *kept = evaluated(g, outputs, 3, &options);
    options.keep_bytes = 0;
    outlay_result *again = evaluated(g, outputs, 3, &options);
    for (size_t i = 0; i < 3; i++) {
      size_t n = 0;
      assert_null(outlay_result_samples(again, i, 0, &n));
      outlay_moments a, b;
      double left[COUNT], right[COUNT];
      uint64_t bins[BINS], bins_again[BINS];
      assert_int_equal(outlay_result_moments(kept, i, 0, &a), OUTLAY_OK);
      assert_int_equal(outlay_result_moments(again, i, 0, &b), OUTLAY_OK);
      assert_memory_equal(&a, &b, sizeof a);
      assert_int_equal(outlay_result_quantiles(kept, i, 0, probabilities, COUNT, left, NULL),
                       OUTLAY_OK);
      assert_int_equal(outlay_result_quantiles(again, i, 0, probabilities, COUNT, right, NULL),
                       OUTLAY_OK);
      for (int j = 0; j < COUNT; j++) {
        if (left[j] != right[j]) fail_msg("%zu %d: %.17g, %.17g", i, j, left[j], right[j]);
      }
      assert_int_equal(outlay_result_histogram(kept, i, 0, 0, 2, bins, BINS, NULL), OUTLAY_OK);
      assert_int_equal(outlay_result_histogram(again, i, 0, 0, 2, bins_again, BINS, NULL),
                       OUTLAY_OK);
      assert_memory_equal(bins, bins_again, sizeof bins);
    }
    outlay_result_free(kept);
    outlay_result_free(again);
  }
}

static void a_quantile_between_values_far_apart_is_between_them(void **state) {
  outlay_graph *g = *state;
  const outlay_node choice[4] = {number(g, -1.7e308), number(g, 1), number(g, 1.7e308),
                                 number(g, 1)};
  const outlay_node x = input_of(g, OUTLAY_DISCRETE, choice, 4);
  /* One draw of each value, from some seed, so that the median is between them. */
  for (int kept = 0; kept < 2; kept++) {
    size_t found = 0;
    for (uint64_t seed = 1; seed <= 20; seed++) {
      outlay_options options = options_of(2, 1);
      options.seed = seed;
      options.keep_bytes = kept == 1 ? 1000 : 0;
      outlay_result *result = evaluated(g, &x, 1, &options);
      double ends[3];
      assert_int_equal(outlay_result_quantiles(result, 0, 0, (double[]){0, 0.5, 1}, 3, ends, NULL),
                       OUTLAY_OK);
      if (ends[0] < ends[2]) {
        assert_true(ends[1] == 0);
        found++;
      }
      outlay_result_free(result);
    }
    assert_true(found > 0);
  }
}

static void a_result_stands_on_its_own(void **state) {
  outlay_graph *g = *state;
  const outlay_node p = quantity(g, "2");
  const outlay_node x = binary(g, OUTLAY_MULTIPLY, p, uniform(g, 0, 1));
  outlay_options options = options_of(20000, 2);
  options.keep_bytes = 0;
  outlay_result *result = evaluated(g, &x, 1, &options);
  assert_int_equal(outlay_parameter_set(g, p, 1000, 0, NULL), OUTLAY_OK);
  double top = 0;
  assert_int_equal(outlay_result_quantiles(result, 0, 0, (double[]){1}, 1, &top, NULL), OUTLAY_OK);
  assert_true(top < 2);
  outlay_result_free(result);
  assert_true(moments_of(g, x, 1000).maximum > 900);
}

/* ---- values that are not finite ---- */

static void division_by_zero_names_the_divisor_and_the_sample(void **state) {
  outlay_graph *g = *state;
  const outlay_node u = uniform(g, 0, 1);
  const outlay_node margin =
      named(g, choose(g, binary(g, OUTLAY_LESS, u, number(g, 0.0005)), number(g, 0), u), "margin");
  const outlay_node bad = binary(g, OUTLAY_DIVIDE, number(g, 1), margin);
  const outlay_node output = binary(g, OUTLAY_ADD, number(g, 1), unary(g, OUTLAY_NEGATE, bad));
  /* The lowest such sample, by looking at all of them. */
  const outlay_options options = options_of(50000, 1);
  outlay_result *draws = evaluated(g, &u, 1, &options);
  size_t n = 0, lowest = 0;
  const double *values = outlay_result_samples(draws, 0, 0, &n);
  while (values[lowest] >= 0.0005) lowest++;
  outlay_result_free(draws);
  char expected[128];
  (void)snprintf(expected, sizeof expected, "division by zero: 'margin' is 0 in sample %zu",
                 lowest);
  for (uint32_t threads = 1; threads <= 4; threads++) {
    outlay_error error;
    assert_int_equal(try_evaluate(g, output, 50000, threads, &error), OUTLAY_ERROR_DOMAIN);
    assert_string_equal(error.message, expected);
    assert_int_equal(error.sample, lowest);
    assert_int_equal(error.node, bad);
    assert_int_equal(error.left, number(g, 1));
    assert_int_equal(error.right, margin);
    assert_string_not_equal(error.advice, "");
  }
}

static void assert_domain(outlay_graph *g, outlay_node output, outlay_node node,
                          const char *beginning) {
  outlay_error error;
  assert_int_equal(try_evaluate(g, output, 5000, 2, &error), OUTLAY_ERROR_DOMAIN);
  if (strncmp(error.message, beginning, strlen(beginning)) != 0) {
    fail_msg("\"%s\" does not begin with \"%s\"", error.message, beginning);
  }
  assert_int_equal(error.node, node);
}

static void every_domain_error_says_what_happened(void **state) {
  outlay_graph *g = *state;
  const outlay_node x = named(g, normal(g, 0, 1), "x"), zero = quantity(g, "0");
  const outlay_node log = unary(g, OUTLAY_LOG, x);
  assert_domain(g, log, log, "log of a negative number: 'x' is -");
  const outlay_node log_zero = unary(g, OUTLAY_LOG, zero);
  assert_domain(g, log_zero, log_zero, "log of zero: its argument is 0");
  const outlay_node root = unary(g, OUTLAY_SQUARE_ROOT, x);
  assert_domain(g, root, root, "square root of a negative number: 'x' is -");
  const outlay_node power = binary(g, OUTLAY_POWER, x, number(g, 0.3));
  assert_domain(g, power, power, "a negative number to a fractional power: 'x' is -");
  const outlay_node inverse = binary(g, OUTLAY_POWER, zero, number(g, -1));
  assert_domain(g, inverse, inverse, "zero to a negative power: the base is 0");
  const outlay_node big =
      binary(g, OUTLAY_MULTIPLY, number(g, 400), binary(g, OUTLAY_ADD, x, number(g, 4)));
  const outlay_node overflow = unary(g, OUTLAY_EXP, big);
  assert_domain(g, overflow, overflow, "exp of a number beyond 709: its argument is ");
  const outlay_node huge = number(g, 1e300);
  const outlay_node product =
      named(g, binary(g, OUTLAY_MULTIPLY, huge, binary(g, OUTLAY_MULTIPLY, x, huge)), "product");
  outlay_error error;
  assert_int_equal(try_evaluate(g, product, 100, 1, &error), OUTLAY_ERROR_DOMAIN);
  assert_non_null(strstr(error.message, "multiply"));
  const outlay_node quotient = binary(g, OUTLAY_DIVIDE, number(g, 1), number(g, 0));
  assert_domain(g, quotient, quotient, "division by zero: the divisor is 0");
}

static void a_name_in_a_message_is_fit_for_a_terminal(void **state) {
  outlay_graph *g = *state;
  const outlay_node x = named(g, quantity(g, "0"), "50%n \x1B[31m\xFF\xC2\x9B\xE2\x82\xAC");
  outlay_error error;
  const outlay_node bad = binary(g, OUTLAY_DIVIDE, number(g, 1), x);
  assert_int_equal(try_evaluate(g, bad, 10, 1, &error), OUTLAY_ERROR_DOMAIN);
  assert_non_null(strstr(error.message, "'50%n ?[31m???\xE2\x82\xAC'"));
}

static void nothing_hides_a_value_that_is_not_finite(void **state) {
  outlay_graph *g = *state;
  const outlay_node x = normal(g, 0, 1), one = number(g, 1);
  const outlay_node bad = unary(g, OUTLAY_LOG, x);
  const outlay_node infinite = unary(g, OUTLAY_EXP, binary(g, OUTLAY_MULTIPLY, number(g, 1e4), x));
  const outlay_axis a = numbered_axis(g, "a", 2);
  outlay_node pair = 0;
  assert_int_equal(outlay_stack(g, a, (outlay_node[]){one, bad}, 2, &pair, NULL), OUTLAY_OK);
  const outlay_node hides[] = {
      binary(g, OUTLAY_MINIMUM, bad, one),
      binary(g, OUTLAY_MAXIMUM, one, bad),
      binary(g, OUTLAY_LESS, bad, one),
      binary(g, OUTLAY_NOT_EQUAL, one, bad),
      binary(g, OUTLAY_POWER, bad, number(g, 0)),
      binary(g, OUTLAY_POWER, number(g, 1), bad),
      unary(g, OUTLAY_NOT, binary(g, OUTLAY_LESS, bad, one)),
      binary(g, OUTLAY_OR, number(g, 1), binary(g, OUTLAY_LESS, bad, one)),
      binary(g, OUTLAY_DIVIDE, one, infinite),
      unary(g, OUTLAY_EXP, unary(g, OUTLAY_NEGATE, infinite)),
      binary(g, OUTLAY_MINIMUM, infinite, one),
      choose(g, binary(g, OUTLAY_LESS, bad, one), one, number(g, 2)),
      reduced(g, OUTLAY_LEAST, pair, a),
      reduced(g, OUTLAY_GREATEST, pair, a),
      unary(g, OUTLAY_FLOOR, bad),
  };
  for (size_t i = 0; i < sizeof hides / sizeof hides[0]; i++) {
    outlay_error error;
    if (try_evaluate(g, hides[i], 1000, 1, &error) != OUTLAY_ERROR_DOMAIN) fail_msg("case %zu", i);
    if (error.node != bad && error.node != infinite) fail_msg("case %zu: %u", i, error.node);
  }
}

static void a_branch_not_taken_may_be_anything(void **state) {
  outlay_graph *g = *state;
  const outlay_node x = normal(g, 0, 1), zero = number(g, 0);
  const outlay_node log = binary(g, OUTLAY_MAXIMUM, unary(g, OUTLAY_LOG, x), number(g, -3));
  const outlay_node safe = choose(g, binary(g, OUTLAY_GREATER, x, zero), log, zero);
  assert_int_equal(try_evaluate(g, safe, 20000, 2, NULL), OUTLAY_OK);
  const outlay_node wrong = choose(g, binary(g, OUTLAY_LESS, x, zero), log, zero);
  outlay_error error;
  assert_int_equal(try_evaluate(g, wrong, 20000, 2, &error), OUTLAY_ERROR_DOMAIN);
  assert_int_equal(error.node, unary(g, OUTLAY_LOG, x));
  const outlay_node p = quantity(g, "0");
  const outlay_node fixed = choose(g, binary(g, OUTLAY_GREATER, p, zero),
                                   binary(g, OUTLAY_DIVIDE, number(g, 1), p), zero);
  assert_int_equal(try_evaluate(g, binary(g, OUTLAY_ADD, x, fixed), 100, 1, NULL), OUTLAY_OK);
}

static void an_error_knows_its_label(void **state) {
  outlay_graph *g = *state;
  const outlay_axis year = numbered_axis(g, "year", 3);
  const outlay_node x = stacked(g, year, (double[]){1, 0, 2});
  const outlay_node bad = binary(g, OUTLAY_DIVIDE, normal(g, 0, 1), x);
  outlay_error error;
  assert_int_equal(try_evaluate(g, reduced(g, OUTLAY_SUM, bad, year), 100, 1, &error),
                   OUTLAY_ERROR_DOMAIN);
  assert_string_equal(error.message, "division by zero: the divisor is 0 in sample 0 at year = 2");
}

static void impossible_parameters_are_found_when_drawn(void **state) {
  outlay_graph *g = *state;
  const outlay_node sd = normal(g, 1, 1);
  const outlay_node x = input_of(g, OUTLAY_NORMAL, (outlay_node[]){number(g, 0), sd}, 2);
  outlay_error error;
  assert_int_equal(try_evaluate(g, x, 5000, 2, &error), OUTLAY_ERROR_DOMAIN);
  assert_int_equal(error.node, x);
  assert_non_null(strstr(error.message, "in sample"));
  const outlay_node p = quantity(g, "1");
  const outlay_node y = input_of(g, OUTLAY_NORMAL, (outlay_node[]){number(g, 0), p}, 2);
  assert_int_equal(try_evaluate(g, y, 100, 1, NULL), OUTLAY_OK);
  assert_int_equal(outlay_parameter_set(g, p, -1, 0, NULL), OUTLAY_OK);
  assert_int_equal(try_evaluate(g, y, 100, 1, &error), OUTLAY_ERROR_DOMAIN);
  assert_int_equal(error.node, y);
  const outlay_node infinite =
      binary(g, OUTLAY_DIVIDE, number(g, 1), binary(g, OUTLAY_ADD, p, number(g, 1)));
  const outlay_node z = input_of(g, OUTLAY_NORMAL, (outlay_node[]){infinite, number(g, 1)}, 2);
  assert_int_equal(try_evaluate(g, z, 100, 1, &error), OUTLAY_ERROR_DOMAIN);
  assert_int_equal(error.node, infinite);
}

/* ---- stopping ---- */

static double seconds(void) {
  struct timespec now;
  (void)clock_gettime(CLOCK_MONOTONIC, &now);
  return (double)now.tv_sec + 1e-9 * (double)now.tv_nsec;
}

typedef struct watching {
  volatile int32_t cancel;
  pthread_t thread;
  int calls;
  double last, begin, end;
  bool stops;
} watching;

static void watch(void *context, double fraction) {
  watching *w = context;
  assert_true(pthread_equal(w->thread, pthread_self()));
  assert_true(fraction >= w->last && fraction <= 1);
  w->last = fraction;
  w->calls++;
  if (w->stops && w->calls == 2) {
    w->begin = seconds();
    __atomic_store_n(&w->cancel, 1, __ATOMIC_RELAXED);
  }
}

static void a_thousand_million_samples_can_be_stopped(void **state) {
  outlay_graph *g = *state;
  const outlay_node model = some_model(g, normal(g, 0, 1), uniform(g, 1, 2));
  watching w = {.thread = pthread_self(), .stops = true};
  outlay_options options = options_of(1000000000, 2);
  options.cancel = &w.cancel;
  options.progress = watch;
  options.progress_context = &w;
  outlay_result *result = NULL;
  outlay_error error;
  assert_int_equal(outlay_evaluate(g, &model, 1, &options, &result, &error),
                   OUTLAY_ERROR_CANCELLED);
  assert_true(seconds() - w.begin < 0.5); /* 50 ms on a machine with nothing else to do */
  assert_int_equal(w.calls, 2);
}

static void progress_is_rare_and_by_the_calling_thread(void **state) {
  outlay_graph *g = *state;
  const outlay_node model = some_model(g, normal(g, 0, 1), uniform(g, 1, 2));
  watching w = {.thread = pthread_self()};
  outlay_options options = options_of(20000000, 2);
  options.keep_bytes = 0;
  options.progress = watch;
  options.progress_context = &w;
  const double begin = seconds();
  outlay_result *result = evaluated(g, &model, 1, &options);
  outlay_result_free(result);
  assert_true(w.calls <= 21 * (seconds() - begin) + 1);
}

static void a_cancelled_result_stops_drawing_again(void **state) {
  outlay_graph *g = *state;
  const outlay_node x = normal(g, 0, 1);
  volatile int32_t cancel = 0;
  outlay_options options = options_of(200000, 2);
  options.keep_bytes = 0;
  options.cancel = &cancel;
  outlay_result *result = evaluated(g, &x, 1, &options);
  cancel = 1;
  double median = 0;
  uint64_t counts[2];
  assert_int_equal(outlay_result_quantiles(result, 0, 0, (double[]){0.5}, 1, &median, NULL),
                   OUTLAY_ERROR_CANCELLED);
  assert_int_equal(outlay_result_histogram(result, 0, 0, -1, 1, counts, 2, NULL),
                   OUTLAY_ERROR_CANCELLED);
  cancel = 0;
  assert_int_equal(outlay_result_quantiles(result, 0, 0, (double[]){0.5}, 1, &median, NULL),
                   OUTLAY_OK);
  outlay_result_free(result);
}

static void a_large_plan_can_be_stopped_before_it_runs(void **state) {
  outlay_graph *g = *state;
  outlay_node x = normal(g, 1, 0.1);
  for (int i = 0; i < 5000; i++) x = binary(g, OUTLAY_ADD, x, number(g, i));
  const volatile int32_t cancel = 1;
  outlay_options options = options_of(1, 1);
  options.cancel = &cancel;
  outlay_result *result = NULL;
  assert_int_equal(outlay_evaluate(g, &x, 1, &options, &result, NULL), OUTLAY_ERROR_CANCELLED);
}

static void requests_without_sense_are_refused(void **state) {
  outlay_graph *g = *state;
  const outlay_node x = normal(g, 0, 1);
  outlay_options options = options_of(0, 1);
  outlay_result *result = NULL;
  assert_int_equal(outlay_evaluate(g, &x, 1, &options, &result, NULL), OUTLAY_ERROR_ARGUMENT);
  options.samples = 10;
  assert_int_equal(outlay_evaluate(g, &x, 0, &options, &result, NULL), OUTLAY_ERROR_ARGUMENT);
  const outlay_node none = 0;
  assert_int_equal(outlay_evaluate(g, &none, 1, &options, &result, NULL), OUTLAY_ERROR_ARGUMENT);
  result = evaluated(g, &x, 1, &options);
  double out = 0;
  uint64_t count = 0;
  assert_int_equal(outlay_result_quantiles(result, 0, 0, (double[]){-0.1}, 1, &out, NULL),
                   OUTLAY_ERROR_ARGUMENT);
  assert_int_equal(outlay_result_histogram(result, 0, 0, 1, 1, &count, 1, NULL),
                   OUTLAY_ERROR_ARGUMENT);
  assert_int_equal(outlay_result_histogram(result, 0, 0, 0, 1, &count, 0, NULL),
                   OUTLAY_ERROR_ARGUMENT);
  outlay_result_free(result);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      graph_test(the_same_node_is_the_same_draw),
      graph_test(different_inputs_are_independent),
      graph_test(a_draw_does_not_depend_on_what_else_is_evaluated),
      graph_test(inputs_made_apart_move_no_other_draw),
      graph_test(another_seed_is_another_draw),
      graph_test(uncertain_parameters_are_drawn_sample_by_sample),
      graph_test(moments_and_quantiles_are_those_of_the_samples),
      graph_test(an_output_without_uncertainty_has_one_value),
      graph_test(a_statistic_is_a_fixed_part_of_a_graph),
      cmocka_unit_test(a_choice_does_not_depend_on_the_order_of_its_values),
      graph_test(statistics_of_cells_are_apart),
      graph_test(rank_correlation_needs_kept_samples),
      graph_test(threads_do_not_change_a_digit),
      graph_test(a_larger_plan_does_not_change_a_digit),
      graph_test(samples_drawn_again_are_the_same),
      graph_test(a_quantile_between_values_far_apart_is_between_them),
      graph_test(a_result_stands_on_its_own),
      graph_test(division_by_zero_names_the_divisor_and_the_sample),
      graph_test(every_domain_error_says_what_happened),
      graph_test(a_name_in_a_message_is_fit_for_a_terminal),
      graph_test(nothing_hides_a_value_that_is_not_finite),
      graph_test(a_branch_not_taken_may_be_anything),
      graph_test(an_error_knows_its_label),
      graph_test(impossible_parameters_are_found_when_drawn),
      graph_test(a_thousand_million_samples_can_be_stopped),
      graph_test(progress_is_rare_and_by_the_calling_thread),
      graph_test(a_cancelled_result_stops_drawing_again),
      graph_test(a_large_plan_can_be_stopped_before_it_runs),
      graph_test(requests_without_sense_are_refused),
  };
  return cmocka_run_group_tests_name("evaluate", tests, NULL, NULL);
}
