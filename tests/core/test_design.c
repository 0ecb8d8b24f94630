/* Designs: strata, nets, standard errors that are true, and stopping when the answer is good
 * enough. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "design.h"
#include "goodness.h"
#include "graph_fixture.h"
#include "kernel_sets.h"
#include "sobol.h"
#include "special.h"

enum { REPLICATES = OUTLAY_REPLICATES };

static outlay_options options_with(outlay_sampling sampling, uint64_t samples, uint64_t seed) {
  outlay_options options = options_of(samples, 1);
  options.sampling = sampling;
  options.seed = seed;
  return options;
}

static const outlay_sampling even[2] = {OUTLAY_LATIN_HYPERCUBE, OUTLAY_SOBOL};

/* ---- the sequence ---- */

/* Rows of a digital net's matrix are independent up to `rows` of each of two dimensions. */
static bool independent(const uint64_t *a, const uint64_t *b, int m, int first, int second) {
  uint64_t basis[64] = {0};
  for (int i = 0; i < first + second; i++) {
    const uint64_t *directions = i < first ? a : b;
    const int digit = i < first ? i : i - first;
    uint64_t row = 0;
    for (int bit = 0; bit < m; bit++) row |= (directions[bit] >> (63 - digit) & 1) << bit;
    while (row != 0) {
      const int highest = 63 - __builtin_clzll(row);
      if (basis[highest] == 0) break;
      row ^= basis[highest];
    }
    if (row == 0) return false;
    basis[63 - __builtin_clzll(row)] = row;
  }
  return true;
}

static int quality(const uint64_t *a, const uint64_t *b, int m) {
  int t = 0;
  for (; t < m; t++) {
    bool good = true;
    for (int first = 0; good && first <= m - t; first++) {
      good = independent(a, b, m, first, m - t - first);
    }
    if (good) break;
  }
  return t;
}

static void each_dimension_is_stratified(void **state) {
  (void)state;
  for (uint32_t d = 0; d < OUTLAY_SOBOL_DIMENSIONS; d++) {
    uint64_t directions[OUTLAY_NET_BITS];
    outlay_sobol_directions(d, OUTLAY_NET_BITS, directions);
    assert_true(independent(directions, directions, 40, 40, 0)); /* a (0, 40, 1)-net */
  }
}

static void dimensions_differ(void **state) {
  (void)state;
  static uint64_t all[OUTLAY_SOBOL_DIMENSIONS][20];
  for (uint32_t d = 0; d < OUTLAY_SOBOL_DIMENSIONS; d++) {
    outlay_sobol_directions(d, 20, all[d]);
    for (uint32_t other = 0; other < d; other++) {
      assert_true(memcmp(all[d], all[other], sizeof all[d]) != 0);
    }
  }
}

/* The quality of pairs: 0 for the first two, and low on average. */
static void pairs_of_dimensions_are_nets_of_good_quality(void **state) {
  (void)state;
  enum { DIMENSIONS = 32, M = 12 };
  uint64_t all[DIMENSIONS][M];
  for (uint32_t d = 0; d < DIMENSIONS; d++) outlay_sobol_directions(d, M, all[d]);
  assert_int_equal(quality(all[0], all[1], M), 0);
  int sum = 0, worst = 0, pairs = 0;
  for (uint32_t d = 0; d < DIMENSIONS; d++) {
    for (uint32_t other = 0; other < d; other++, pairs++) {
      const int t = quality(all[other], all[d], M);
      sum += t;
      if (t > worst) worst = t;
    }
  }
  assert_true((double)sum / pairs < 3.0); /* random directions: 3.5 */
  assert_true(worst <= 7);
}

/* ---- kernels ---- */

static void make_net(uint32_t dimension, outlay_net *net) {
  outlay_sobol_directions(dimension, OUTLAY_NET_BITS, net->directions);
  net->shift = UINT64_C(0x123456789abcdef0);
}

static void nets_are_the_same_on_all_kernels_and_from_any_point(void **state) {
  (void)state;
  enum { N = 4096 };
  outlay_net net;
  make_net(17, &net);
  double *whole = new_column(N), *part = new_column(N);
  kernel_set(0)->net(whole, 0, N, &net);
  for (int set = 0; set < KERNEL_SETS; set++) {
    if (kernel_set(set) == NULL) continue;
    for (uint64_t first = 0; first < N; first += 1016) {
      kernel_set(set)->net(part, first, N - first, &net);
      assert_memory_equal(part, whole + first, (N - first) * sizeof *part);
    }
  }
  for (int i = 0; i < N; i++) assert_true(whole[i] > 0 && whole[i] < 1);
  free(whole);
  free(part);
}

static void strata_are_the_same_on_all_kernels(void **state) {
  (void)state;
  enum { N = 1024 };
  double *u = new_column(N), *expected = new_column(N), *got = new_column(N);
  outlay_kernels_best()->uniform_pair(u, NULL, 5, 1, 0, N);
  for (uint32_t bits = 3; bits <= 40; bits++) {
    outlay_shuffle shuffle = {.bits = bits, .keys = {1, 22, 333, 4444, 55555, 6, 77, 888}};
    const uint64_t first = bits > 12 ? (UINT64_C(1) << bits) - N : 0;
    const size_t n = bits < 10 ? (size_t)1 << bits : N;
    kernel_set(0)->stratify(expected, u, first, n, &shuffle);
    for (size_t i = 0; i < n; i++) assert_true(expected[i] > 0 && expected[i] < 1);
    for (int set = 1; set < KERNEL_SETS; set++) {
      if (kernel_set(set) == NULL) continue;
      kernel_set(set)->stratify(got, u, first, n, &shuffle);
      assert_memory_equal(got, expected, n * sizeof *got);
    }
  }
  free(u);
  free(expected);
  free(got);
}

static void shuffles_put_each_place_once(void **state) {
  (void)state;
  for (uint32_t bits = 3; bits <= 13; bits++) {
    const size_t n = (size_t)1 << bits;
    double *u = new_column(n);
    bool *seen = calloc(n, sizeof *seen);
    for (size_t i = 0; i < n; i++) u[i] = 0.5;
    const outlay_shuffle shuffle = {.bits = bits, .keys = {9, 8, 7, 6, 5, 4, 3, 2}};
    outlay_kernels_best()->stratify(u, u, 0, n, &shuffle);
    for (size_t i = 0; i < n; i++) {
      const size_t place = (size_t)(u[i] * (double)n);
      assert_false(seen[place]);
      seen[place] = true;
    }
    free(u);
    free(seen);
  }
}

/* Which of 8 places the first of 8 comes to, over many keys; and of two neighbours. */
static void shuffles_are_even(void **state) {
  (void)state;
  enum { KEYS = 20000, PLACES = 8 };
  size_t first[PLACES] = {0}, both[PLACES * PLACES] = {0};
  double expected[PLACES * PLACES];
  double *u = new_column(PLACES);
  uint64_t random = 88172645463325252u;
  for (int k = 0; k < KEYS; k++) {
    outlay_shuffle shuffle = {.bits = 3};
    for (int i = 0; i < OUTLAY_SHUFFLE_ROUNDS; i++) {
      shuffle.keys[i] = (uint32_t)(next_word(&random) >> 32);
    }
    for (int i = 0; i < PLACES; i++) u[i] = 0.5;
    outlay_kernels_best()->stratify(u, u, 0, PLACES, &shuffle);
    first[(size_t)(u[0] * PLACES)]++;
    both[(size_t)(u[3] * PLACES) * PLACES + (size_t)(u[4] * PLACES)]++;
  }
  for (int i = 0; i < PLACES; i++) expected[i] = (double)KEYS / PLACES;
  assert_counts("place of the first", first, expected, PLACES);
  size_t pairs[PLACES * PLACES], used = 0;
  for (size_t i = 0; i < PLACES * PLACES; i++) {
    if (i / PLACES == i % PLACES) {
      assert_int_equal(both[i], 0);
    } else {
      pairs[used] = both[i];
      expected[used++] = (double)KEYS / (PLACES * (PLACES - 1));
    }
  }
  assert_counts("places of two", pairs, expected, used);
  free(u);
}

/* ---- samples ---- */

static void samples_are_rounded_up(void **state) {
  (void)state;
  assert_int_equal(outlay_design_samples(OUTLAY_MONTE_CARLO, 1001), 1001);
  for (int i = 0; i < 2; i++) {
    assert_int_equal(outlay_design_samples(even[i], 1), 128);
    assert_int_equal(outlay_design_samples(even[i], 128), 128);
    assert_int_equal(outlay_design_samples(even[i], 129), 256);
    assert_int_equal(outlay_design_samples(even[i], 100000), 131072);
    assert_int_equal(outlay_design_samples(even[i], UINT64_C(1) << 44), UINT64_C(1) << 44);
    assert_int_equal(outlay_design_samples(even[i], (UINT64_C(1) << 44) + 1), 0);
  }
}

/* One sample of each input in each stratum of each replicate; for uniform and for normal draws. */
static void each_stratum_has_one_sample(void **state) {
  outlay_graph *graph = *state;
  const outlay_node inputs[3] = {uniform(graph, 0, 1), normal(graph, 0, 1), uniform(graph, 0, 1)};
  for (int i = 0; i < 2; i++) {
    for (uint64_t samples = 128; samples <= 65536 * 2; samples *= 32) {
      const outlay_options options = options_with(even[i], samples, 3);
      outlay_result *result = evaluated(graph, inputs, 3, &options);
      const size_t each = (size_t)samples / REPLICATES;
      bool *seen = calloc(each, sizeof *seen);
      for (size_t k = 0; k < 3; k++) {
        size_t count = 0;
        const double *column = outlay_result_samples(result, k, 0, &count);
        assert_int_equal(count, samples);
        for (size_t s = 0; s < count; s++) {
          if (s % each == 0) memset(seen, 0, each * sizeof *seen);
          const double u = k == 1 ? outlay_normal_cdf(column[s]) : column[s];
          const size_t stratum = (size_t)(u * (double)each);
          assert_false(seen[stratum]);
          seen[stratum] = true;
        }
      }
      free(seen);
      outlay_result_free(result);
    }
  }
}

/* The first two inputs are a (0, m, 2)-net in each replicate: one sample in every rectangle of
 * dyadic sides and area 2^-m, scrambled as they are. */
static void first_inputs_are_a_net(void **state) {
  outlay_graph *graph = *state;
  enum { M = 8, EACH = 1 << M };
  const outlay_node inputs[2] = {uniform(graph, 0, 1), uniform(graph, 0, 1)};
  const outlay_options options = options_with(OUTLAY_SOBOL, EACH * REPLICATES, 5);
  outlay_result *result = evaluated(graph, inputs, 2, &options);
  size_t count = 0;
  const double *x = outlay_result_samples(result, 0, 0, &count);
  const double *y = outlay_result_samples(result, 1, 0, &count);
  for (size_t r = 0; r < REPLICATES; r++) {
    for (int wide = 0; wide <= M; wide++) {
      bool seen[EACH] = {false};
      for (size_t i = r * EACH; i < (r + 1) * EACH; i++) {
        const size_t column = (size_t)(x[i] * (double)(1 << wide));
        const size_t row = (size_t)(y[i] * (double)(1 << (M - wide)));
        const size_t cell = column << (M - wide) | row;
        assert_false(seen[cell]);
        seen[cell] = true;
      }
    }
  }
  outlay_result_free(result);
}

static void inputs_are_uniform_and_independent(void **state) {
  outlay_graph *graph = *state;
  enum { N = 1 << 15 };
  outlay_node inputs[12];
  for (int k = 0; k < 12; k++) inputs[k] = uniform(graph, 0, 1);
  for (int i = 0; i < 2; i++) {
    const outlay_options options = options_with(even[i], N, 11);
    outlay_result *result = evaluated(graph, inputs, 12, &options);
    for (size_t a = 0; a < 12; a++) {
      for (size_t b = 0; b < a; b++) {
        double rank = 0;
        assert_int_equal(outlay_result_rank_correlation(result, a, 0, b, 0, &rank, NULL),
                         OUTLAY_OK);
        assert_true(fabs(rank) < 4.9 / sqrt(N)); /* less than a false alarm in 10^6 */
      }
    }
    outlay_result_free(result);
  }
}

/* x of an input depends on nothing else that is evaluated. */
static void input_keeps_its_samples_whatever_is_evaluated(void **state) {
  outlay_graph *graph = *state;
  const outlay_node a = normal(graph, 0, 1), b = uniform(graph, 0, 1);
  const outlay_node sum = binary(graph, OUTLAY_ADD, a, b);
  for (int i = 0; i < 2; i++) {
    outlay_options options = options_with(even[i], 20000, 11);
    outlay_result *alone = evaluated(graph, &b, 1, &options);
    options.threads = 3;
    const outlay_node both[2] = {sum, b};
    outlay_result *beside = evaluated(graph, both, 2, &options);
    size_t n = 0;
    const double *x = outlay_result_samples(alone, 0, 0, &n);
    const double *y = outlay_result_samples(beside, 1, 0, &n);
    assert_memory_equal(x, y, n * sizeof *x);
    outlay_result_free(alone);
    outlay_result_free(beside);
  }
}

/* ---- errors ---- */

/* A smooth model of six inputs whose mean is known: the product of 1 + (u - 1/2) / 2, each of mean
 * 1. */
static outlay_node smooth_model(outlay_graph *graph) {
  outlay_node product = number(graph, 1);
  for (int i = 0; i < 6; i++) {
    product = binary(graph, OUTLAY_MULTIPLY, product, uniform(graph, 0.75, 1.25));
  }
  return product;
}

/* The root mean square of the errors, and of errors over standard errors, over some seeds. */
static void measure(outlay_graph *graph, outlay_node model, outlay_sampling sampling,
                    uint64_t samples, double *error, double *score) {
  enum { SEEDS = 40 };
  double square = 0, scores = 0;
  for (uint64_t seed = 1; seed <= SEEDS; seed++) {
    const outlay_options options = options_with(sampling, samples, seed);
    outlay_result *result = evaluated(graph, &model, 1, &options);
    outlay_moments moments;
    assert_int_equal(outlay_result_moments(result, 0, 0, &moments), OUTLAY_OK);
    const double off = moments.mean - 1;
    square += off * off / SEEDS;
    scores += off / moments.standard_error * (off / moments.standard_error) / SEEDS;
    outlay_result_free(result);
  }
  *error = sqrt(square);
  *score = sqrt(scores);
}

static void standard_errors_are_true(void **state) {
  outlay_graph *graph = *state;
  const outlay_node model = smooth_model(graph);
  for (int sampling = 0; sampling < OUTLAY_SAMPLINGS; sampling++) {
    double error = 0, score = 0;
    measure(graph, model, (outlay_sampling)sampling, 4096, &error, &score);
    /* The mean square of 40 such scores (Student's t of 15 degrees) is 1.15 with sd 0.33. */
    assert_true(score > 0.6 && score < 1.6);
  }
}

static void errors_of_even_samples_fall_faster(void **state) {
  outlay_graph *graph = *state;
  const outlay_node model = smooth_model(graph);
  double few[OUTLAY_SAMPLINGS], many[OUTLAY_SAMPLINGS], score = 0;
  for (int sampling = 0; sampling < OUTLAY_SAMPLINGS; sampling++) {
    measure(graph, model, (outlay_sampling)sampling, 1 << 11, &few[sampling], &score);
    measure(graph, model, (outlay_sampling)sampling, 1 << 15, &many[sampling], &score);
  }
  assert_true(few[OUTLAY_MONTE_CARLO] / many[OUTLAY_MONTE_CARLO] > 2.5); /* 4, by the root of 16 */
  assert_true(few[OUTLAY_MONTE_CARLO] / many[OUTLAY_MONTE_CARLO] < 6.5);
  assert_true(few[OUTLAY_SOBOL] / many[OUTLAY_SOBOL] > 9);
  assert_true(many[OUTLAY_LATIN_HYPERCUBE] < 0.3 * many[OUTLAY_MONTE_CARLO]);
  assert_true(many[OUTLAY_SOBOL] < 0.02 * many[OUTLAY_MONTE_CARLO]);
}

static void many_inputs_are_drawn_beyond_the_last_net(void **state) {
  outlay_graph *graph = *state;
  enum { INPUTS = OUTLAY_OWN_DIMENSIONS + 9 };
  outlay_node sum = number(graph, 0);
  for (int i = 0; i < INPUTS; i++) {
    sum = binary(graph, OUTLAY_ADD, sum, uniform(graph, 0, 2.0 / INPUTS));
  }
  const outlay_options options = options_with(OUTLAY_SOBOL, 2048, 1);
  outlay_result *result = evaluated(graph, &sum, 1, &options);
  outlay_result_info info;
  outlay_result_describe(result, &info);
  assert_int_equal(info.inputs_beyond, 9);
  assert_int_equal(info.replicates, REPLICATES);
  outlay_moments moments;
  assert_int_equal(outlay_result_moments(result, 0, 0, &moments), OUTLAY_OK);
  assert_true(fabs(moments.mean - 1) < 8 * moments.standard_error);
  assert_true(fabs(moments.sd / (2 / sqrt(12.0 * INPUTS)) - 1) < 0.1);
  outlay_result_free(result);
}

/* ---- stopping ---- */

static void sampling_stops_when_the_answer_is_good_enough(void **state) {
  outlay_graph *graph = *state;
  const outlay_node model = smooth_model(graph);
  for (int sampling = 0; sampling < OUTLAY_SAMPLINGS; sampling++) {
    outlay_options options = options_with((outlay_sampling)sampling, 200, 1);
    options.relative_error = 1e-3;
    double means[3];
    for (uint32_t threads = 1; threads <= 3; threads++) {
      options.threads = threads;
      outlay_result *result = evaluated(graph, &model, 1, &options);
      outlay_result_info info;
      outlay_result_describe(result, &info);
      assert_true(info.reached);
      assert_true(info.relative_error <= 1e-3 && info.relative_error > 0);
      assert_true(info.samples < 400000);
      if (sampling == OUTLAY_MONTE_CARLO) assert_true(info.samples > 50000);
      outlay_moments moments;
      assert_int_equal(outlay_result_moments(result, 0, 0, &moments), OUTLAY_OK);
      means[threads - 1] = moments.mean;
      outlay_result_free(result);
    }
    assert_true(means[0] == means[1] && means[1] == means[2]);
  }
}

static void the_most_samples_are_a_limit(void **state) {
  outlay_graph *graph = *state;
  outlay_options options = options_with(OUTLAY_MONTE_CARLO, 100, 1);
  options.relative_error = 1e-6;
  options.most_samples = 5000;
  const outlay_node model = smooth_model(graph);
  outlay_result *result = evaluated(graph, &model, 1, &options);
  outlay_result_info info;
  outlay_result_describe(result, &info);
  assert_false(info.reached);
  assert_int_equal(info.samples, 5000);
  outlay_result_free(result);
}

static void statistics_within_the_graph_count_too(void **state) {
  outlay_graph *graph = *state;
  outlay_node mean = 0;
  assert_int_equal(
      outlay_statistic_of(graph, OUTLAY_STATISTIC_MEAN, 0, smooth_model(graph), &mean, NULL),
      OUTLAY_OK);
  outlay_options options = options_with(OUTLAY_MONTE_CARLO, 100, 1);
  options.relative_error = 1e-3;
  outlay_result *result = evaluated(graph, &mean, 1, &options);
  outlay_result_info info;
  outlay_result_describe(result, &info);
  assert_true(info.samples > 50000);
  outlay_result_free(result);
}

/* ---- exact quantiles ---- */

static void exact_option_makes_fits_as_good_as_formulas(void **state) {
  outlay_graph *graph = *state;
  const outlay_node p[4] = {number(graph, 4), number(graph, 8), number(graph, 0), number(graph, 1)};
  const outlay_node beta = input_of(graph, OUTLAY_BETA, p, 4);
  double fitted = 0, exact = 0;
  assert_int_equal(outlay_input_error(graph, beta, 0, &fitted, NULL), OUTLAY_OK);
  assert_int_equal(outlay_input_error(graph, beta, 1, &exact, NULL), OUTLAY_OK);
  assert_true(fitted > 0 && fitted <= 1e-9);
  assert_true(exact <= 1e-13);
  assert_int_equal(outlay_input_error(graph, normal(graph, 0, 1), 0, &fitted, NULL), OUTLAY_OK);
  assert_true(fitted == 0);
  assert_int_equal(outlay_input_error(graph, p[0], 0, &fitted, NULL), OUTLAY_ERROR_ARGUMENT);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(each_dimension_is_stratified),
      cmocka_unit_test(dimensions_differ),
      cmocka_unit_test(pairs_of_dimensions_are_nets_of_good_quality),
      cmocka_unit_test(nets_are_the_same_on_all_kernels_and_from_any_point),
      cmocka_unit_test(strata_are_the_same_on_all_kernels),
      cmocka_unit_test(shuffles_put_each_place_once),
      cmocka_unit_test(shuffles_are_even),
      cmocka_unit_test(samples_are_rounded_up),
      graph_test(each_stratum_has_one_sample),
      graph_test(first_inputs_are_a_net),
      graph_test(inputs_are_uniform_and_independent),
      graph_test(input_keeps_its_samples_whatever_is_evaluated),
      graph_test(standard_errors_are_true),
      graph_test(errors_of_even_samples_fall_faster),
      graph_test(many_inputs_are_drawn_beyond_the_last_net),
      graph_test(sampling_stops_when_the_answer_is_good_enough),
      graph_test(the_most_samples_are_a_limit),
      graph_test(statistics_within_the_graph_count_too),
      graph_test(exact_option_makes_fits_as_good_as_formulas),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
