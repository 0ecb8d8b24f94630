/* The kinds without a short formula, and distributions made of others: quantiles against scipy's,
 * samplers against quantiles, goodness of fit, moments, fits and what is said of the impossible. */
#include <float.h>
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "distribution.h"
#include "failing_allocator.h"
#include "goodness.h"
#include "kernel_sets.h"
#include "special.h"

enum { N = 40000, MOST = 16, PROBABILITIES = 7 };

typedef struct example {
  outlay_distribution kind;
  size_t count;
  double parameters[MOST];
  double quantiles[PROBABILITIES]; /* at these probabilities: */
} example;

static const double probabilities[PROBABILITIES] = {1e-6, 0.01, 0.3, 0.5, 0.9, 0.999, 1 - 1e-6};

static const example examples[] = {
#include "distribution_reference.inc"
    {OUTLAY_EMPIRICAL,
     4,
     {1.0, 2.0, 2.5, 5.0},
     {1.000003, 1.03, 1.9, 2.25, 4.25, 4.9925, 4.9999925}},
};
enum { EXAMPLES = sizeof examples / sizeof examples[0] };

static const char *name_of(const example *e) { return outlay_distribution_name(e->kind); }

static bool is_count(const example *e) {
  return e->kind == OUTLAY_POISSON || e->kind == OUTLAY_BINOMIAL;
}

static double quantile(const example *e, double p) {
  return outlay_distribution_quantile(e->kind, e->parameters, e->count, p);
}

static double cdf(const example *e, double x) {
  return outlay_distribution_cdf(e->kind, e->parameters, e->count, x);
}

static double from_draw(const example *e, double draw) {
  return outlay_distribution_from_draw(e->kind, e->parameters, e->count, draw);
}

/* Half the width of the 90 % interval, about 1.6 sd, where there is no sd. */
static double spread_of(const example *e) { return 0.5 * (quantile(e, 0.95) - quantile(e, 0.05)); }

static outlay_sampler *sampler_of(const example *e, bool exact) {
  outlay_sampler *sampler = NULL;
  outlay_error error;
  if (outlay_sampler_new(NULL, e->kind, e->parameters, e->count, exact, &sampler, &error) !=
      OUTLAY_OK) {
    fail_msg("%s: %s", name_of(e), error.message);
  }
  return sampler;
}

static void draw(const example *e, uint64_t seed, double *column, size_t n) {
  const outlay_kernels *kernels = outlay_kernels_best();
  if (outlay_distribution_draw(e->kind, e->parameters, e->count) == OUTLAY_DRAW_NORMAL) {
    kernels->normal_pair(column, NULL, seed, 11, 0, n);
  } else {
    kernels->uniform_pair(column, NULL, seed, 11, 0, n);
  }
}

static void samples_of(const example *e, uint64_t seed, double *column, size_t n) {
  outlay_sampler *sampler = sampler_of(e, false);
  draw(e, seed, column, n);
  outlay_sampler_apply(sampler, outlay_kernels_best(), column, column, n);
  outlay_sampler_free(sampler);
}

/* ---- quantile functions ---- */

static void quantiles_are_scipys(void **state) {
  (void)state;
  for (size_t i = 0; i < EXAMPLES; i++) {
    const example *e = &examples[i];
    for (int j = 0; j < PROBABILITIES; j++) {
      const double expected = e->quantiles[j], got = quantile(e, probabilities[j]);
      /* Near 0 a value is as good as the spread allows; a gamma of shape 0.1 has none there. */
      const double tolerance = 1e-9 * fabs(expected) + 1e-13 * spread_of(e);
      if (fabs(got - expected) <= tolerance) continue;
      fail_msg("%s %g %g ...: quantile %g is %.17g, not %.17g", name_of(e), e->parameters[0],
               e->parameters[1], probabilities[j], got, expected);
    }
  }
}

static void small_gamma_quantiles_keep_their_digits(void **state) {
  (void)state;
  const example *e = &examples[0];
  assert_true(e->kind == OUTLAY_GAMMA && e->parameters[0] == 0.1);
  for (int j = 0; j < PROBABILITIES; j++) {
    assert_true(fabs(quantile(e, probabilities[j]) / e->quantiles[j] - 1.0) < 1e-10);
  }
}

/* By mpmath 1.2.1 with 40 digits; scipy 1.10.1 is off by 1e-9 here. */
static void large_gamma_quantiles_keep_their_digits(void **state) {
  (void)state;
  const double parameters[] = {1e6, 1.0};
  const double x = outlay_distribution_quantile(OUTLAY_GAMMA, parameters, 2, 1e-6);
  assert_true(fabs(x / 995253.77197750009912 - 1.0) < 1e-13);
}

static void distribution_function_is_the_inverse(void **state) {
  (void)state;
  for (size_t i = 0; i < EXAMPLES; i++) {
    const example *e = &examples[i];
    if (is_count(e)) continue;
    for (double p = 0.001; p < 1.0; p += 0.0437) {
      const double x = quantile(e, p), back = cdf(e, x);
      if (e->kind == OUTLAY_QUANTILES && (back - p > 1e-9)) continue; /* a flat piece */
      if (fabs(back - p) > 2e-10) fail_msg("%s: cdf(quantile(%g)) is %.17g", name_of(e), p, back);
    }
  }
}

static void counts_are_the_least_that_reach_a_probability(void **state) {
  (void)state;
  for (size_t i = 0; i < EXAMPLES; i++) {
    const example *e = &examples[i];
    if (!is_count(e)) continue;
    for (double u = 0.0003; u < 1.0; u += 0.0137) {
      const double k = from_draw(e, u);
      assert_true(k >= 0.0 && floor(k) == k);
      assert_true(cdf(e, k) > u);
      assert_true(k == 0.0 || cdf(e, k - 1.0) <= u);
    }
  }
}

/* ---- samplers ---- */

static void samplers_are_as_near_as_they_say(void **state) {
  (void)state;
  double *z = new_column(N), *x = new_column(N);
  for (int exact = 0; exact <= 1; exact++) {
    for (size_t i = 0; i < EXAMPLES; i++) {
      const example *e = &examples[i];
      outlay_sampler *sampler = sampler_of(e, exact == 1);
      const double said = outlay_sampler_error(sampler);
      assert_true(said <= (exact == 1 ? 1e-13 : 1e-6));
      draw(e, 5, z, N);
      const bool normal =
          outlay_distribution_draw(e->kind, e->parameters, e->count) == OUTLAY_DRAW_NORMAL;
      for (int k = 0; k < 64; k++) z[k] = normal ? (k - 32) * 0.26 : (k + 0.5) / 64.0;
      const size_t n = exact == 1 ? 200 : 2000; /* one by one is slow */
      outlay_sampler_apply(sampler, outlay_kernels_best(), x, z, n);
      const double median = quantile(e, 0.5), spread = spread_of(e) / 1.6448536269514722;
      for (size_t k = 0; k < n; k++) {
        const double expected = from_draw(e, z[k]);
        const double scale = fmax(spread, fabs(expected - median));
        if (fabs(x[k] - expected) <= (said + 4e-12) * scale) continue;
        fail_msg("%s %g %g: %.17g at %.17g, not %.17g; error %g", name_of(e), e->parameters[0],
                 e->parameters[1], x[k], z[k], expected, said);
      }
      outlay_sampler_free(sampler);
    }
  }
  free(z);
  free(x);
}

static void samplers_give_the_same_digits_on_all_kernels(void **state) {
  (void)state;
  double *z = new_column(N), *expected = new_column(N), *got = new_column(N);
  for (size_t i = 0; i < EXAMPLES; i++) {
    const example *e = &examples[i];
    outlay_sampler *sampler = sampler_of(e, false);
    draw(e, 9, z, N);
    outlay_sampler_apply(sampler, kernel_set(0), expected, z, N);
    for (int set = 1; set < KERNEL_SETS; set++) {
      if (kernel_set(set) == NULL) continue;
      outlay_sampler_apply(sampler, kernel_set(set), got, z, N);
      assert_same_columns(name_of(e), kernel_set(set), expected, got, z, NULL, N);
    }
    outlay_sampler_free(sampler);
  }
  free(z);
  free(expected);
  free(got);
}

static void samples_have_the_distribution(void **state) {
  (void)state;
  double *x = new_column(N);
  for (size_t i = 0; i < EXAMPLES; i++) {
    const example *e = &examples[i];
    if (is_count(e) || (e->kind == OUTLAY_QUANTILES && e->parameters[1] == e->parameters[3])) {
      continue; /* steps and flat pieces: below */
    }
    samples_of(e, 100 + i, x, N);
    for (size_t k = 0; k < N; k++) x[k] = cdf(e, x[k]);
    if (e->kind == OUTLAY_QUANTILES && e->count == 10) continue;
    assert_uniform(name_of(e), x, N);
  }
  free(x);
}

static void counts_have_the_distribution(void **state) {
  (void)state;
  enum { BINS = 20 };
  double *x = new_column(N);
  for (size_t i = 0; i < EXAMPLES; i++) {
    const example *e = &examples[i];
    if (!is_count(e) || e->parameters[0] < 4.0) continue;
    double edges[BINS], expected[BINS + 1];
    size_t counts[BINS + 1] = {0}, bins = 0;
    double before = 0.0;
    for (int b = 1; b < BINS; b++) { /* merged where steps are higher than a bin */
      const double edge = quantile(e, (double)b / BINS);
      if (bins > 0 && edges[bins - 1] == edge) continue;
      expected[bins] = (cdf(e, edge) - before) * N;
      before = cdf(e, edge);
      edges[bins++] = edge;
    }
    expected[bins] = (1.0 - before) * N;
    samples_of(e, 200 + i, x, N);
    for (size_t k = 0; k < N; k++) {
      size_t b = 0;
      while (b < bins && x[k] > edges[b]) b++;
      counts[b]++;
    }
    assert_counts(name_of(e), counts, expected, bins + 1);
  }
  free(x);
}

static void moments_are_those_of_the_samples(void **state) {
  (void)state;
  double *x = new_column(N);
  for (size_t i = 0; i < EXAMPLES; i++) {
    const example *e = &examples[i];
    const double mean = outlay_distribution_mean(e->kind, e->parameters, e->count);
    const double sd = outlay_distribution_sd(e->kind, e->parameters, e->count);
    /* A heavy tail's mean is not normal in so few samples. */
    if (!isfinite(mean) || !isfinite(sd) || e->kind == OUTLAY_PARETO ||
        (e->kind == OUTLAY_WEIBULL && e->parameters[0] < 1.0) ||
        (e->kind == OUTLAY_STUDENT_T && e->parameters[0] < 5.0)) {
      continue;
    }
    samples_of(e, 300 + i, x, N);
    double sum = 0.0, square = 0.0;
    for (size_t k = 0; k < N; k++) sum += x[k] / N;
    assert_mean(name_of(e), sum, mean, sd, N);
    for (size_t k = 0; k < N; k++) square += (x[k] - mean) * (x[k] - mean) / N;
    if (fabs(sqrt(square) / sd - 1.0) > 0.05)
      fail_msg("%s: sd %g, not %g", name_of(e), sqrt(square), sd);
  }
  free(x);
}

static void truncation_stays_within_its_limits(void **state) {
  (void)state;
  double *x = new_column(N);
  for (size_t i = 0; i < EXAMPLES; i++) {
    const example *e = &examples[i];
    if (e->kind != OUTLAY_TRUNCATED) continue;
    samples_of(e, 7, x, N);
    for (size_t k = 0; k < N; k++) {
      assert_true(e->parameters[0] == 2.0 || x[k] >= e->parameters[1]);
      assert_true(e->parameters[0] == 1.0 || x[k] <= e->parameters[2]);
    }
  }
  free(x);
}

static void a_jump_between_components_is_sampled(void **state) {
  (void)state;
  const example e = {OUTLAY_MIXTURE,
                     10,
                     {1.0, OUTLAY_UNIFORM, 2.0, 0.0, 1.0, 3.0, OUTLAY_UNIFORM, 2.0, 5.0, 6.0},
                     {0}};
  double *x = new_column(N);
  samples_of(&e, 8, x, N);
  size_t low = 0, between = 0;
  for (size_t k = 0; k < N; k++) {
    low += x[k] <= 1.0;
    between += x[k] > 1.0 + 1e-6 && x[k] < 5.0 - 1e-6;
  }
  assert_int_equal(between, 0);
  assert_mean("share of the first component", (double)low / N, 0.25, sqrt(0.25 * 0.75), N);
  free(x);
}

/* ---- parameters from what people know ---- */

static void two_quantiles_are_met(void **state) {
  (void)state;
  static const outlay_distribution kinds[] = {OUTLAY_NORMAL, OUTLAY_LOGNORMAL, OUTLAY_UNIFORM,
                                              OUTLAY_GAMMA,  OUTLAY_WEIBULL,   OUTLAY_PARETO,
                                              OUTLAY_BETA};
  static const double given[][4] = {
      {0.05, 0.2, 0.95, 0.6}, {0.1, 0.3, 0.5, 0.4}, {0.5, 0.1, 0.9, 0.7}};
  for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++) {
    for (size_t j = 0; j < 3; j++) {
      const double *g = given[j];
      double p[4];
      outlay_error error;
      if (outlay_from_quantiles(kinds[i], g[0], g[1], g[2], g[3], p, &error) != OUTLAY_OK) {
        fail_msg("%s: %s", outlay_distribution_name(kinds[i]), error.message);
      }
      const size_t count = kinds[i] == OUTLAY_BETA ? 4 : 2;
      double x = 0.0, y = 0.0;
      assert_int_equal(outlay_quantile_of(kinds[i], p, count, g[0], &x, NULL), OUTLAY_OK);
      assert_int_equal(outlay_quantile_of(kinds[i], p, count, g[2], &y, NULL), OUTLAY_OK);
      assert_true(fabs(x - g[1]) < 1e-9 && fabs(y - g[3]) < 1e-9);
    }
  }
}

static void mean_and_sd_are_met(void **state) {
  (void)state;
  static const outlay_distribution kinds[] = {OUTLAY_NORMAL, OUTLAY_LOGNORMAL, OUTLAY_UNIFORM,
                                              OUTLAY_GAMMA,  OUTLAY_WEIBULL,   OUTLAY_PARETO,
                                              OUTLAY_BETA};
  for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++) {
    for (double sd = 0.02; sd < 0.4; sd *= 2.1) {
      double p[4];
      assert_int_equal(outlay_from_moments(kinds[i], 0.4, sd, p, NULL), OUTLAY_OK);
      const size_t count = kinds[i] == OUTLAY_BETA ? 4 : 2;
      assert_true(fabs(outlay_distribution_mean(kinds[i], p, count) - 0.4) < 1e-12);
      assert_true(fabs(outlay_distribution_sd(kinds[i], p, count) / sd - 1.0) < 1e-9);
    }
  }
  double p[4];
  assert_int_equal(outlay_from_moments(OUTLAY_BINOMIAL, 6.0, sqrt(4.2), p, NULL), OUTLAY_OK);
  assert_true(p[0] == 20.0 && fabs(p[1] - 0.3) < 1e-15);
}

static void assert_advice(outlay_status status, const outlay_error *error, const char *advice) {
  assert_int_equal(status, OUTLAY_ERROR_ARGUMENT);
  if (strstr(error->advice, advice) == NULL) fail_msg("%s | %s", error->message, error->advice);
}

static void impossible_requests_say_what_is_possible(void **state) {
  (void)state;
  double p[4];
  outlay_error error;
  assert_advice(outlay_from_moments(OUTLAY_GAMMA, 1, 5, p, &error), &error, "0.001 to 3.16228");
  assert_advice(outlay_from_moments(OUTLAY_WEIBULL, 2, 1e-4, p, &error), &error, "from 0.00256");
  assert_advice(outlay_from_moments(OUTLAY_BINOMIAL, 6, 2.1, p, &error), &error, "23 trials");
  assert_advice(outlay_from_moments(OUTLAY_BETA, 0.5, 0.6, p, &error), &error, "below 0.5");
  assert_advice(outlay_from_quantiles(OUTLAY_GAMMA, .05, 1, .95, 1.0001, p, &error), &error,
                "whose ratio is from 1.003");
  assert_advice(outlay_from_quantiles(OUTLAY_NORMAL, .05, 2, .95, 1, p, &error), &error,
                "the other way round");
  assert_advice(outlay_from_quantiles(OUTLAY_LOGNORMAL, .05, -2, .95, 1, p, &error), &error,
                "shifted");
  static const struct {
    example e;
    const char *advice;
  } wrong[] = {
      {{OUTLAY_POISSON, 1, {1e9}, {0}}, "normal{ mean = 1e+09, sd = 31622.8 }"},
      {{OUTLAY_BINOMIAL, 2, {1e9, 0.5}, {0}}, "normal{ mean = 5e+08"},
      {{OUTLAY_GAMMA, 2, {1e7, 1}, {0}}, "normal{"},
      {{OUTLAY_PERT, 3, {1, 7, 5}, {0}}, "high = 7"},
      {{OUTLAY_QUANTILES, 4, {0.0, 1.0, 0.5, 2.0}, {0}}, "the greatest value"},
      {{OUTLAY_TRUNCATED, 7, {1, 10, 10, OUTLAY_NORMAL, 2, 0, 1}, {0}}, "-3.09023 to 3.09023"},
      {{OUTLAY_TRUNCATED, 7, {3, 2, 1, OUTLAY_NORMAL, 2, 0, 1}, {0}}, "low = 1, high = 2"},
  };
  for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
    const example *e = &wrong[i].e;
    assert_advice(outlay_distribution_check(e->kind, e->parameters, e->count, &error), &error,
                  wrong[i].advice);
  }
}

static void parameters_that_make_nothing_are_refused(void **state) {
  (void)state;
  static const example wrong[] = {
      {OUTLAY_WEIBULL, 2, {1, 0}, {0}},
      {OUTLAY_WEIBULL, 2, {0.01, 1}, {0}},
      {OUTLAY_PARETO, 2, {2, -1}, {0}},
      {OUTLAY_EXPONENTIAL, 1, {0}, {0}},
      {OUTLAY_STUDENT_T, 3, {0.1, 0, 1}, {0}},
      {OUTLAY_STUDENT_T, 3, {3, 0, -1}, {0}},
      {OUTLAY_POISSON, 1, {-1}, {0}},
      {OUTLAY_BINOMIAL, 2, {2.5, 0.5}, {0}},
      {OUTLAY_BINOMIAL, 2, {2, 1.5}, {0}},
      {OUTLAY_EMPIRICAL, 2, {2, 1}, {0}},
      {OUTLAY_QUANTILES, 2, {0.5, 1}, {0}},
      {OUTLAY_QUANTILES, 4, {0.5, 1, 0.4, 2}, {0}},
      {OUTLAY_QUANTILES, 4, {0.1, 2, 0.4, 1}, {0}},
      {OUTLAY_MIXTURE, 4, {1, 99, 1, 1}, {0}},
      {OUTLAY_MIXTURE, 5, {1, OUTLAY_NORMAL, 3, 0, 1}, {0}},
      {OUTLAY_MIXTURE, 5, {-1, OUTLAY_NORMAL, 2, 0, 1}, {0}},
      {OUTLAY_MIXTURE, 5, {0, OUTLAY_NORMAL, 2, 0, 1}, {0}},
      {OUTLAY_MIXTURE, 5, {1, OUTLAY_NORMAL, 2, 0, -1}, {0}},
      {OUTLAY_TRUNCATED, 7, {4, 0, 1, OUTLAY_NORMAL, 2, 0, 1}, {0}},
      {OUTLAY_SHIFTED, 5, {1, OUTLAY_NORMAL, 1, 0, 1}, {0}},
  };
  for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
    outlay_error error;
    const outlay_status status =
        outlay_distribution_check(wrong[i].kind, wrong[i].parameters, wrong[i].count, &error);
    if (status != OUTLAY_ERROR_ARGUMENT) fail_msg("example %zu is taken", i);
    assert_true(error.message[0] != '\0');
  }
}

static void deep_nesting_is_refused(void **state) {
  (void)state;
  enum { DEPTH = 40 };
  double p[3 * DEPTH + 2] = {0.0};
  for (int i = 0; i < DEPTH; i++) { /* shifted by 1, 40 times, of an exponential */
    p[3 * i] = 1.0;
    p[3 * i + 1] = i + 1 < DEPTH ? OUTLAY_SHIFTED : OUTLAY_EXPONENTIAL;
    p[3 * i + 2] = i + 1 < DEPTH ? 3.0 * (DEPTH - i - 1) + 1.0 : 1.0;
  }
  p[3 * DEPTH] = 1.0;
  assert_int_equal(outlay_distribution_check(OUTLAY_SHIFTED, p, 3 * DEPTH + 1, NULL),
                   OUTLAY_ERROR_ARGUMENT);
  uint8_t roles[3 * DEPTH + 2];
  assert_false(outlay_distribution_roles(OUTLAY_SHIFTED, p, 3 * DEPTH + 1, roles));
  /* Ten of them are fine. */
  const size_t skip = (size_t)3 * (DEPTH - 10);
  assert_int_equal(outlay_distribution_check(OUTLAY_SHIFTED, p + skip, 3 * DEPTH + 1 - skip, NULL),
                   OUTLAY_OK);
}

static void every_failed_allocation_is_reported(void **state) {
  (void)state;
  for (size_t i = 0; i < EXAMPLES; i++) {
    const example *e = &examples[i];
    if (e->kind == OUTLAY_MIXTURE && e->parameters[0] != 0.7) continue; /* one will do */
    for (int sticky = 0; sticky <= 1; sticky++) {
      for (size_t n = 0;; n++) {
        failing_allocator memory;
        failing_allocator_arm(&memory, n, sticky == 1);
        outlay_sampler *sampler = NULL;
        outlay_error error;
        const outlay_status status = outlay_sampler_new(&memory.allocator, e->kind, e->parameters,
                                                        e->count, false, &sampler, &error);
        assert_int_equal(status, memory.failed ? OUTLAY_ERROR_MEMORY : OUTLAY_OK);
        assert_true((sampler == NULL) == memory.failed);
        outlay_sampler_free(sampler);
        assert_int_equal(memory.live, 0);
        if (!memory.failed) break;
        assert_true(n < 30);
      }
    }
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(quantiles_are_scipys),
      cmocka_unit_test(small_gamma_quantiles_keep_their_digits),
      cmocka_unit_test(large_gamma_quantiles_keep_their_digits),
      cmocka_unit_test(distribution_function_is_the_inverse),
      cmocka_unit_test(counts_are_the_least_that_reach_a_probability),
      cmocka_unit_test(samplers_are_as_near_as_they_say),
      cmocka_unit_test(samplers_give_the_same_digits_on_all_kernels),
      cmocka_unit_test(samples_have_the_distribution),
      cmocka_unit_test(counts_have_the_distribution),
      cmocka_unit_test(moments_are_those_of_the_samples),
      cmocka_unit_test(truncation_stays_within_its_limits),
      cmocka_unit_test(a_jump_between_components_is_sampled),
      cmocka_unit_test(two_quantiles_are_met),
      cmocka_unit_test(mean_and_sd_are_met),
      cmocka_unit_test(impossible_requests_say_what_is_possible),
      cmocka_unit_test(parameters_that_make_nothing_are_refused),
      cmocka_unit_test(deep_nesting_is_refused),
      cmocka_unit_test(every_failed_allocation_is_reported),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
