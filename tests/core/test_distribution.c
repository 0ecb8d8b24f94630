/* Distributions: quantiles, moments, samplers and what is said of impossible parameters. */
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

enum { N = 100000, MOST = 200 };

/* One of each kind, and the awkward ones. */
typedef struct example {
  outlay_distribution kind;
  size_t count;
  double parameters[12];
} example;

static const example examples[] = {
    {OUTLAY_NORMAL, 2, {90.0, 15.0}},         {OUTLAY_NORMAL, 2, {-1e12, 1e-3}},
    {OUTLAY_LOGNORMAL, 2, {2e25, 1e26}},      {OUTLAY_LOGNORMAL, 2, {0.05, 0.5}},
    {OUTLAY_UNIFORM, 2, {1.08, 1.35}},        {OUTLAY_UNIFORM, 2, {-5.0, 1e6}},
    {OUTLAY_TRIANGULAR, 3, {6.0, 9.0, 18.0}}, {OUTLAY_TRIANGULAR, 3, {-1.0, -1.0, 3.0}},
    {OUTLAY_TRIANGULAR, 3, {-1.0, 3.0, 3.0}}, {OUTLAY_BETA, 4, {40.0, 60.0, 0.0, 1.0}},
    {OUTLAY_BETA, 4, {2.0, 18.0, 0.0, 1.0}},  {OUTLAY_BETA, 4, {18.0, 2.0, -3.0, 5.0}},
    {OUTLAY_BETA, 4, {0.5, 0.5, 0.0, 1.0}},   {OUTLAY_BETA, 4, {0.1, 3.0, 0.0, 10.0}},
    {OUTLAY_BETA, 4, {1.0, 1.0, 0.0, 1.0}},   {OUTLAY_BETA, 4, {1e6, 1e6, 0.0, 1.0}},
};
enum { EXAMPLES = sizeof examples / sizeof examples[0] };

static outlay_sampler *new_sampler(const example *e) {
  outlay_sampler *sampler = NULL;
  outlay_error error;
  if (outlay_sampler_new(NULL, e->kind, e->parameters, e->count, false, &sampler, &error) !=
      OUTLAY_OK) {
    fail_msg("%s", error.message);
  }
  return sampler;
}

static void draw(const example *e, uint64_t seed, double *column, size_t n) {
  const outlay_kernels *kernels = outlay_kernels_best();
  if (outlay_distribution_draw(e->kind, e->parameters, e->count) == OUTLAY_DRAW_NORMAL) {
    kernels->normal_pair(column, NULL, seed, 3, 0, n);
  } else {
    kernels->uniform_pair(column, NULL, seed, 3, 0, n);
  }
}

static double cdf(const example *e, double x) {
  return outlay_distribution_cdf(e->kind, e->parameters, e->count, x);
}
static double quantile(const example *e, double p) {
  return outlay_distribution_quantile(e->kind, e->parameters, e->count, p);
}
static double sd_of(const example *e) {
  return outlay_distribution_sd(e->kind, e->parameters, e->count);
}
static double mean_of(const example *e) {
  return outlay_distribution_mean(e->kind, e->parameters, e->count);
}

static void assert_near(const char *what, double got, double expected, double tolerance) {
  if (fabs(got - expected) <= tolerance) return;
  fail_msg("%s is %.17g, not %.17g", what, got, expected);
}

/* ---- quantiles and distribution functions ---- */

/* By scipy 1.10.1's scipy.stats.beta.ppf; 0 where it underflows. */
static void beta_quantiles_are_scipys(void **state) {
  (void)state;
  static const double probabilities[5] = {1e-4, 0.05, 0.5, 0.95, 0.9999};
  static const struct {
    double alpha, beta, quantiles[5];
  } known[] = {
      {0.001, 1, {0, 0, 0, 5.2918227477448317e-23, 0.90483289355855623}},
      {0.001, 40, {0, 0, 0, 7.5277734501621629e-25, 0.037284840680950483}},
      {0.01,
       0.3,
       {0, 1.3961809623406107e-129, 1.3961809623406031e-29, 0.097638490462413477,
        0.99999999571449283}},
      {0.1,
       0.1,
       {8.8692806555502567e-38, 8.6614068895719733e-11, 0.50000000000000011, 0.99999999991338595,
        1}},
      {0.1,
       1000,
       {6.075782213665216e-44, 5.9333810680327399e-17, 5.9365804993434055e-07,
        0.00058052781057237556, 0.0053045166833659693}},
      {0.5,
       0.5,
       {2.4674010799787785e-08, 0.0061558297024311365, 0.49999999999999989, 0.99384417029756889,
        0.99999997532598905}},
      {0.8,
       40,
       {2.2931686891484483e-07, 0.00054865454804029932, 0.012486431740831198, 0.062969734839776942,
        0.19402373703326573}},
      {1, 1, {0.0001, 0.050000000000000003, 0.5, 0.94999999999999996, 0.99990000000000001}},
      {1,
       7,
       {1.4286326568515828e-05, 0.0073008319790147016, 0.094276335736093328, 0.34816365513116077,
        0.73173042047203163}},
      {1.5,
       2,
       {0.001170154864357748, 0.076009541604771816, 0.41362749312256225, 0.83175000518486797,
        0.99268810422672382}},
      {2,
       18,
       {0.00076805379884410836, 0.019033120121624, 0.086775163655694959, 0.22637424927237804,
        0.47092250346805165}},
      {4,
       8,
       {0.024279599885429971, 0.13507547291964123, 0.32380446258518741, 0.56437418828922947,
        0.82183557563411247}},
      {18,
       2,
       {0.52907749653195191, 0.77362575072762196, 0.91322483634430507, 0.98096687987837594,
        0.99923194620115596}},
      {30,
       10,
       {0.46381640735233032, 0.63184709887116497, 0.75419893247998737, 0.8537813696094062,
        0.93803765513481907}},
      {40,
       60,
       {0.23175016055246539, 0.3209226565527139, 0.39933074269813285, 0.48136336327156576,
        0.58482618166136069}},
      {1000,
       3,
       {0.98618207901913624, 0.99373022806008238, 0.99733217458057266, 0.99918345865158076,
        0.99991391371132832}},
      {1000.0,
       1000.0,
       {0.45848674708359705, 0.48161389870296328, 0.5, 0.51838610129703666, 0.54151325291640329}},
      {20000.0,
       1000000.0,
       {0.019101313496077174, 0.019382570618616337, 0.019607529156206501, 0.019834186672948055,
        0.020122430135745231}},
      {1000000.0,
       1000000.0,
       {0.49868513122079483, 0.49941845654714268, 0.5, 0.50058154345285732, 0.50131486877920517}},
  };
  for (size_t i = 0; i < sizeof known / sizeof known[0]; i++) {
    const example e = {OUTLAY_BETA, 4, {known[i].alpha, known[i].beta, 0.0, 1.0}};
    for (int j = 0; j < 5; j++) {
      const double expected = known[i].quantiles[j], got = quantile(&e, probabilities[j]);
      assert_near("a beta's quantile", got, expected, 1e-11 * fmin(expected, sd_of(&e)) + 1e-275);
    }
  }
}

/* The distribution of 1 - x, x's powers and x for beta(1, b), beta(a, 1) and beta(1/2, 1/2). */
static void beta_quantiles_have_their_closed_forms(void **state) {
  (void)state;
  for (int i = 1; i < 400; i++) {
    const double p = i / 400.0;
    const double shapes[] = {1e-2, 0.3, 1.0, 2.0, 7.5, 1e3, 1e6};
    for (int j = 0; j < 7; j++) {
      const double a = shapes[j];
      const example left = {OUTLAY_BETA, 4, {a, 1.0, 0.0, 1.0}};
      const double power = exp(log(p) / a);
      assert_near("beta(a, 1)", quantile(&left, p), power,
                  4e-14 * power * fmax(1.0, fabs(log(power))));
      const example right = {OUTLAY_BETA, 4, {1.0, a, 0.0, 1.0}};
      const double rest = -expm1(log1p(-p) / a);
      assert_near("beta(1, b)", quantile(&right, p), rest, 4e-14 * rest);
    }
    const example arcsine = {OUTLAY_BETA, 4, {0.5, 0.5, 0.0, 1.0}};
    const double sine = sin(p * 1.5707963267948966);
    assert_near("the arcsine law", quantile(&arcsine, p), sine * sine, 4e-15);
  }
}

static void quantile_and_distribution_function_are_inverse(void **state) {
  (void)state;
  for (int i = 0; i < EXAMPLES; i++) {
    const example *e = &examples[i];
    double last = -INFINITY;
    for (int j = 1; j < 1000; j++) {
      const double p = j / 1000.0, x = quantile(e, p);
      assert_true(x >= last);
      last = x;
      /* x itself is rounded: by up to 2^-53 of its size, worth a probability by the density */
      const double blur = fabs(x) * DBL_EPSILON / sd_of(e);
      assert_near("F(Q(p))", cdf(e, x), p, 1e-13 + blur * 10.0);
    }
  }
}

static void quantiles_end_where_the_distribution_does(void **state) {
  (void)state;
  for (int i = 0; i < EXAMPLES; i++) {
    const example *e = &examples[i];
    const double *p = e->parameters;
    const double low = quantile(e, 0.0), high = quantile(e, 1.0);
    switch (e->kind) {
      case OUTLAY_NORMAL:
        assert_true(low == -INFINITY && high == INFINITY);
        break;
      case OUTLAY_LOGNORMAL:
        assert_true(low == 0.0 && high == INFINITY);
        break;
      case OUTLAY_UNIFORM:
        assert_true(low == p[0] && high == p[1]);
        break;
      case OUTLAY_TRIANGULAR:
        assert_true(low == p[0] && high == p[2]);
        break;
      default:
        assert_true(low == p[2] && high == p[3]);
    }
    assert_true(isnan(quantile(e, -0.1)) && isnan(quantile(e, 1.1)) && isnan(quantile(e, NAN)));
    assert_true(cdf(e, -DBL_MAX) == 0.0 && cdf(e, DBL_MAX) == 1.0);
  }
}

static void a_lognormal_has_the_quantiles_it_was_given(void **state) {
  (void)state;
  for (int i = 2; i < 4; i++) {
    const double *p = examples[i].parameters;
    assert_near("p5", quantile(&examples[i], 0.05), p[0], 1e-12 * p[0]);
    assert_near("p95", quantile(&examples[i], 0.95), p[1], 1e-12 * p[1]);
  }
}

/* ---- moments ---- */

static void moments_have_their_closed_forms(void **state) {
  (void)state;
  static const struct {
    example e;
    double mean, sd;
  } known[] = {
      {{OUTLAY_NORMAL, 2, {3.0, 2.0}}, 3.0, 2.0},
      {{OUTLAY_UNIFORM, 2, {2.0, 8.0}}, 5.0, 1.7320508075688772},
      {{OUTLAY_TRIANGULAR, 3, {6.0, 9.0, 18.0}}, 11.0, 2.5495097567963922},
      {{OUTLAY_BETA, 4, {2.0, 3.0, 0.0, 1.0}}, 0.4, 0.2},
      {{OUTLAY_BETA, 4, {2.0, 3.0, 10.0, 20.0}}, 14.0, 2.0},
      {{OUTLAY_DISCRETE, 4, {0.0, 3.0, 1.0, 1.0}}, 0.25, 0.43301270189221935},
      /* a lognormal with sd 1 of its logarithm: exp(1/2), exp(1/2) sqrt(e - 1) */
      {{OUTLAY_LOGNORMAL, 2, {0.19304081669873654, 5.180251602233015}},
       1.6487212707001282,
       2.1611974158950877},
  };
  for (size_t i = 0; i < sizeof known / sizeof known[0]; i++) {
    assert_near("a mean", mean_of(&known[i].e), known[i].mean, 4e-15 * known[i].mean);
    assert_near("an sd", sd_of(&known[i].e), known[i].sd, 1e-14 * known[i].sd);
  }
}

/* The mean and mean square of the quantile function by 64,000 midpoints. */
static void moments_agree_with_the_quantile_function(void **state) {
  (void)state;
  for (int i = 0; i < EXAMPLES; i++) {
    const example *e = &examples[i];
    const double mean = mean_of(e), sd = sd_of(e);
    double first = 0.0, second = 0.0;
    const int steps = 64000;
    for (int j = 0; j < steps; j++) {
      const double z = (quantile(e, (j + 0.5) / steps) - mean) / sd;
      first += z / steps;
      second += z * z / steps;
    }
    const double blur = fabs(mean) / sd * DBL_EPSILON;
    assert_near("the standardised mean", first, 0.0, 1e-4 + blur);
    assert_near("the standardised square", second, 1.0, 3e-3 + blur);
  }
}

/* ---- samplers ---- */

static void closed_forms_are_sampled_without_error(void **state) {
  (void)state;
  enum { SOME = 4096 };
  double *draws = new_column(SOME), *got = new_column(SOME);
  for (int i = 0; i < EXAMPLES && examples[i].kind != OUTLAY_BETA; i++) {
    const example *e = &examples[i];
    outlay_sampler *sampler = new_sampler(e);
    assert_true(outlay_sampler_error(sampler) == 0.0);
    draw(e, 1, draws, SOME);
    for (int set = 0; set < KERNEL_SETS; set++) {
      if (kernel_set(set) == NULL) continue;
      outlay_sampler_apply(sampler, kernel_set(set), got, draws, SOME);
      for (size_t j = 0; j < SOME; j++) {
        assert_true(got[j] ==
                    outlay_distribution_from_draw(e->kind, e->parameters, e->count, draws[j]));
      }
    }
    outlay_sampler_free(sampler);
  }
  free(draws);
  free(got);
}

/* A dense grid of scores out to the last draw there can be, for shapes of every size. */
static void fitted_betas_are_as_near_as_they_say(void **state) {
  (void)state;
  enum { GRID = 2000 };
  static const double shapes[] = {1e-3, 0.03, 0.3, 0.8, 1.0, 1.5, 2.0, 18.0, 60.0, 1e3, 1e6, 1e8};
  const int count = sizeof shapes / sizeof shapes[0];
  double *z = new_column(GRID), *got = new_column(GRID);
  for (int i = 0; i < count * count; i++) {
    const example e = {OUTLAY_BETA, 4, {shapes[i / count], shapes[i % count], 2.0, 5.0}};
    outlay_sampler *sampler = new_sampler(&e);
    const double said = outlay_sampler_error(sampler);
    assert_true(said <= (fmin(e.parameters[0], e.parameters[1]) < 0.01 ? 1e-7 : 1e-9));
    for (int j = 0; j < GRID; j++) z[j] = 8.58 * (2.0 * (j + 0.37) / GRID - 1.0);
    outlay_sampler_apply(sampler, outlay_kernels_best(), got, z, GRID);
    for (int j = 0; j < GRID; j += 1 + (said == 0.0) * 100) {
      const double exact = outlay_distribution_from_draw(e.kind, e.parameters, e.count, z[j]);
      /* and the last digit of the scaled value */
      const double off = fabs(got[j] - exact) - 2.0 * DBL_EPSILON * fabs(exact);
      if (off > said * sd_of(&e)) {
        fail_msg("beta(%g, %g) is off by %g sd at %g; it says %g", e.parameters[0], e.parameters[1],
                 off / sd_of(&e), z[j], said);
      }
      assert_true(got[j] >= 2.0 && got[j] <= 5.0);
    }
    outlay_sampler_free(sampler);
  }
  free(z);
  free(got);
}

/* Shares are divided by and taken logarithms of: they are precise near 0 and 1 too. */
static void fitted_betas_keep_their_digits_near_the_ends(void **state) {
  (void)state;
  enum { GRID = 2000 };
  static const double shapes[] = {0.3, 1.0, 1.5, 2.0, 18.0, 60.0};
  double *z = new_column(GRID), *got = new_column(GRID);
  for (int i = 0; i < 36; i++) {
    const example e = {OUTLAY_BETA, 4, {shapes[i / 6], shapes[i % 6], 0.0, 1.0}};
    outlay_sampler *sampler = new_sampler(&e);
    for (int j = 0; j < GRID; j++) z[j] = 8.58 * (2.0 * (j + 0.37) / GRID - 1.0);
    outlay_sampler_apply(sampler, outlay_kernels_best(), got, z, GRID);
    for (int j = 0; j < GRID; j++) {
      const double exact = outlay_distribution_from_draw(e.kind, e.parameters, e.count, z[j]);
      const double tolerance = fabs(z[j]) < 6.0 ? 1e-6 : 0.02;
      assert_true(got[j] > 0.0 && got[j] <= 1.0);
      assert_near("a share", got[j], exact, tolerance * fmin(exact, 1.0 - exact) + DBL_EPSILON);
      assert_near("a small share", got[j], exact, tolerance * exact);
    }
    outlay_sampler_free(sampler);
  }
  free(z);
  free(got);
}

static void fitted_betas_have_the_same_bits_on_every_set(void **state) {
  (void)state;
  enum { SOME = 1 << 14 };
  static const double shapes[][2] = {{40, 60}, {0.3, 2}, {0.1, 0.1}, {1e-3, 1e-3}, {1e6, 3}};
  double *z = new_column(SOME), *expected = new_column(SOME), *got = new_column(SOME);
  for (int i = 0; i < 5; i++) {
    const example e = {OUTLAY_BETA, 4, {shapes[i][0], shapes[i][1], -1.0, 2.0}};
    outlay_sampler *sampler = new_sampler(&e);
    for (uint64_t round = 0; round < 4; round++) {
      if (round % 2) {
        fill_hard(z, SOME, round);
      } else {
        draw(&e, round, z, SOME);
      }
      outlay_sampler_apply(sampler, kernel_set(0), expected, z, SOME);
      for (int set = 1; set < KERNEL_SETS; set++) {
        if (kernel_set(set) == NULL) continue;
        outlay_sampler_apply(sampler, kernel_set(set), got, z, SOME);
        assert_same_columns("a beta", kernel_set(set), expected, got, z, z, SOME);
      }
    }
    outlay_sampler_free(sampler);
  }
  free(z);
  free(expected);
  free(got);
}

static void samples_fit_their_distribution(void **state) {
  (void)state;
  const size_t n = N - N % OUTLAY_LANES;
  double *column = new_column(n);
  for (int i = 0; i < EXAMPLES; i++) {
    const example *e = &examples[i];
    outlay_sampler *sampler = new_sampler(e);
    draw(e, 100 + (uint64_t)i, column, n);
    outlay_sampler_apply(sampler, outlay_kernels_best(), column, column, n);
    double sum = 0.0;
    for (size_t j = 0; j < n; j++) sum += (column[j] - mean_of(e)) / sd_of(e);
    assert_mean("a sampler", sum / (double)n, 0.0, 1.0, n);
    /* A far mean leaves a value few digits of its spread: no test of fit can be made of it. */
    const bool coarse = fabs(mean_of(e)) > 1e9 * sd_of(e);
    for (size_t j = 0; j < n; j++) column[j] = cdf(e, column[j]);
    if (!coarse) assert_uniform("a sampler", column, n);
    outlay_sampler_free(sampler);
  }
  free(column);
}

/* ---- discrete choice ---- */

static void discrete_choices_come_in_proportion(void **state) {
  (void)state;
  const example e = {OUTLAY_DISCRETE, 10, {7, 1, -2, 3, 5, 0, 1e9, 4, 0, 2}};
  static const double values[] = {-2, 0, 7, 1e9}, weights[] = {3, 2, 1, 4};
  const size_t n = N - N % OUTLAY_LANES;
  double *column = new_column(n);
  outlay_sampler *sampler = new_sampler(&e);
  draw(&e, 5, column, n);
  outlay_sampler_apply(sampler, outlay_kernels_best(), column, column, n);
  size_t counts[4] = {0};
  double expected[4];
  for (size_t i = 0; i < n; i++) {
    size_t j = 0;
    while (j < 4 && values[j] != column[i]) j++;
    assert_true(j < 4);
    counts[j]++;
  }
  for (int j = 0; j < 4; j++) expected[j] = (double)n * weights[j] / 10.0;
  assert_counts("a discrete choice", counts, expected, 4);
  assert_true(cdf(&e, -3.0) == 0.0 && cdf(&e, -2.0) == 0.3 && cdf(&e, 6.9) == 0.5);
  assert_true(quantile(&e, 0.0) == -2.0 && quantile(&e, 1.0) == 1e9);
  assert_true(quantile(&e, 0.29) == -2.0 && quantile(&e, 0.31) == 0.0);
  outlay_sampler_free(sampler);
  free(column);
}

/* Few values are compared with each, many are searched; both as one value at a time. */
static void discrete_choices_of_any_size_agree_on_every_set(void **state) {
  (void)state;
  enum { SOME = 4096 };
  static const size_t sizes[] = {1, 2, 3, 5, 16, 17, 33, 100};
  double *draws = new_column(SOME), *got = new_column(SOME);
  double parameters[MOST];
  uint64_t random = 3;
  for (size_t s = 0; s < sizeof sizes / sizeof sizes[0]; s++) {
    const size_t count = 2 * sizes[s];
    for (size_t i = 0; i < count; i += 2) {
      parameters[i] = (double)(next_word(&random) % 50);
      parameters[i + 1] = i == 0 ? 1.0 : (double)(next_word(&random) % 4);
    }
    outlay_sampler *sampler = NULL;
    assert_int_equal(
        outlay_sampler_new(NULL, OUTLAY_DISCRETE, parameters, count, false, &sampler, NULL),
        OUTLAY_OK);
    outlay_kernels_best()->uniform_pair(draws, NULL, s, 0, 0, SOME);
    for (int set = 0; set < KERNEL_SETS; set++) {
      if (kernel_set(set) == NULL) continue;
      outlay_sampler_apply(sampler, kernel_set(set), got, draws, SOME);
      for (size_t i = 0; i < SOME; i++) {
        assert_true(got[i] ==
                    outlay_distribution_from_draw(OUTLAY_DISCRETE, parameters, count, draws[i]));
      }
    }
    outlay_sampler_free(sampler);
  }
  free(draws);
  free(got);
}

/* ---- parameters ---- */

static void assert_refused(outlay_distribution kind, size_t count, const double *parameters,
                           const char *message, const char *advice) {
  outlay_error error;
  assert_int_equal(outlay_distribution_check(kind, parameters, count, &error),
                   OUTLAY_ERROR_ARGUMENT);
  if (strstr(error.message, message) == NULL || strstr(error.advice, advice) == NULL) {
    fail_msg("'%s' and '%s', without '%s' and '%s'", error.message, error.advice, message, advice);
  }
  outlay_sampler *sampler = NULL;
  assert_int_equal(outlay_sampler_new(NULL, kind, parameters, count, false, &sampler, NULL),
                   OUTLAY_ERROR_ARGUMENT);
  assert_null(sampler);
}

static void impossible_parameters_are_refused_with_a_reason(void **state) {
  (void)state;
  assert_refused(OUTLAY_NORMAL, 2, (double[]){1, -3}, "-3", "");
  assert_refused(OUTLAY_NORMAL, 2, (double[]){NAN, 1}, "mean", "");
  assert_refused(OUTLAY_NORMAL, 1, (double[]){1}, "1 parameters", "");
  assert_refused(OUTLAY_LOGNORMAL, 2, (double[]){5, 2}, "above", "2 to 5");
  assert_refused(OUTLAY_LOGNORMAL, 2, (double[]){-1, 2}, "positive", "normal{ p5 = -1, p95 = 2 }");
  assert_refused(OUTLAY_LOGNORMAL, 2, (double[]){0, 2}, "positive", "normal{");
  assert_refused(OUTLAY_UNIFORM, 2, (double[]){2, 1}, "low is above high", "low = 1, high = 2");
  assert_refused(OUTLAY_TRIANGULAR, 3, (double[]){1, 5, 4}, "mode", "");
  assert_refused(OUTLAY_TRIANGULAR, 3, (double[]){4, 2, 1}, "low is above high", "");
  assert_refused(OUTLAY_BETA, 4, (double[]){0, 1, 0, 1}, "alpha", "");
  assert_refused(OUTLAY_BETA, 4, (double[]){1, -1, 0, 1}, "beta", "");
  assert_refused(OUTLAY_BETA, 4, (double[]){1, 1, 1, 0}, "low is above high", "");
  assert_refused(OUTLAY_DISCRETE, 4, (double[]){1, 1, 2, -1}, "weight", "");
  assert_refused(OUTLAY_DISCRETE, 2, (double[]){1, 0}, "zero", "");
  assert_refused(OUTLAY_DISCRETE, 3, (double[]){1, 1, 2}, "3 parameters", "");
  assert_refused(OUTLAY_DISCRETE, 0, (double[]){0}, "0 parameters", "");
  assert_refused(OUTLAY_DISCRETE, 4, (double[]){1, DBL_MAX, 2, DBL_MAX}, "infinity", "");
}

static void a_distribution_without_spread_is_its_value(void **state) {
  (void)state;
  const example flat[] = {
      {OUTLAY_NORMAL, 2, {3.0, 0.0}},         {OUTLAY_LOGNORMAL, 2, {3.0, 3.0}},
      {OUTLAY_UNIFORM, 2, {3.0, 3.0}},        {OUTLAY_TRIANGULAR, 3, {3.0, 3.0, 3.0}},
      {OUTLAY_BETA, 4, {2.0, 5.0, 3.0, 3.0}}, {OUTLAY_DISCRETE, 2, {3.0, 9.0}},
  };
  double out[OUTLAY_LANES], draws[OUTLAY_LANES] = {0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8};
  for (size_t i = 0; i < sizeof flat / sizeof flat[0]; i++) {
    outlay_sampler *sampler = new_sampler(&flat[i]);
    outlay_sampler_apply(sampler, outlay_kernels_best(), out, draws, OUTLAY_LANES);
    for (int j = 0; j < OUTLAY_LANES; j++) assert_near("a value", out[j], 3.0, 4e-15);
    assert_near("a mean", mean_of(&flat[i]), 3.0, 4e-15);
    assert_near("an sd", sd_of(&flat[i]), 0.0, 1e-15);
    assert_near("a quantile", quantile(&flat[i], 1.0), 3.0, 4e-15);
    assert_true(cdf(&flat[i], 2.9) == 0.0 && cdf(&flat[i], 3.1) == 1.0);
    outlay_sampler_free(sampler);
  }
}

static void parameters_have_names(void **state) {
  (void)state;
  assert_string_equal(outlay_distribution_parameter(OUTLAY_NORMAL, 1), "sd");
  assert_string_equal(outlay_distribution_parameter(OUTLAY_LOGNORMAL, 0), "p5");
  assert_string_equal(outlay_distribution_parameter(OUTLAY_TRIANGULAR, 1), "mode");
  assert_string_equal(outlay_distribution_parameter(OUTLAY_BETA, 3), "high");
  assert_string_equal(outlay_distribution_parameter(OUTLAY_DISCRETE, 6), "value");
  assert_string_equal(outlay_distribution_parameter(OUTLAY_DISCRETE, 7), "weight");
  assert_string_equal(outlay_distribution_parameter(OUTLAY_NORMAL, 2), "");
  assert_true(outlay_distribution_takes(OUTLAY_DISCRETE, 8));
  assert_false(outlay_distribution_takes(OUTLAY_DISCRETE, 7));
  assert_false(outlay_distribution_takes(OUTLAY_BETA, 2));
}

/* ---- parameters from what people know ---- */

static void a_beta_has_the_mean_and_sd_it_was_made_from(void **state) {
  (void)state;
  static const double wanted[][4] = {
      {0.4, 0.03, 0.0, 1.0}, {0.4, 0.4, 0.0, 1.0}, {12.0, 0.5, 10.0, 20.0}, {-5.0, 1.0, -9.0, 2.0}};
  for (int i = 0; i < 4; i++) {
    const double *w = wanted[i];
    example e = {OUTLAY_BETA, 4, {0.0, 0.0, w[2], w[3]}};
    assert_int_equal(
        outlay_beta_from_mean_sd(w[0], w[1], w[2], w[3], &e.parameters[0], &e.parameters[1], NULL),
        OUTLAY_OK);
    assert_near("the mean", mean_of(&e), w[0], 1e-14 * fabs(w[0]));
    assert_near("the sd", sd_of(&e), w[1], 1e-13 * w[1]);
  }
}

static void a_beta_that_cannot_be_says_what_could(void **state) {
  (void)state;
  double a = 1.0, b = 2.0;
  outlay_error error;
  assert_int_equal(outlay_beta_from_mean_sd(0.4, 0.6, 0.0, 1.0, &a, &b, &error),
                   OUTLAY_ERROR_ARGUMENT);
  assert_non_null(strstr(error.message, "0.6"));
  assert_non_null(strstr(error.advice, "below 0.489898"));
  assert_int_equal(outlay_beta_from_mean_sd(1.4, 0.1, 0.0, 1.0, &a, &b, &error),
                   OUTLAY_ERROR_ARGUMENT);
  assert_non_null(strstr(error.message, "mean 1.4"));
  assert_int_equal(outlay_beta_from_mean_sd(0.4, 0.0, 0.0, 1.0, &a, &b, &error),
                   OUTLAY_ERROR_ARGUMENT);
  assert_int_equal(outlay_beta_from_mean_sd(0.4, 0.1, 1.0, 0.0, &a, &b, &error),
                   OUTLAY_ERROR_ARGUMENT);
  assert_int_equal(outlay_beta_from_mean_sd(NAN, 0.1, 0.0, 1.0, &a, &b, &error),
                   OUTLAY_ERROR_ARGUMENT);
  assert_int_equal(outlay_beta_from_mean_sd(0.4, 1e-6, 0.0, 1.0, &a, &b, &error),
                   OUTLAY_ERROR_ARGUMENT);
  assert_non_null(strstr(error.advice, "normal{ mean = 0.4, sd = 1e-06 }"));
  assert_int_equal(outlay_beta_from_mean_sd(0.4, 0.489897, 0.0, 1.0, &a, &b, &error),
                   OUTLAY_ERROR_ARGUMENT);
  assert_non_null(strstr(error.advice, "below 0.489"));
  assert_true(a == 1.0 && b == 2.0);
}

static void a_lognormal_has_the_mean_and_sd_it_was_made_from(void **state) {
  (void)state;
  static const double wanted[][2] = {{100.0, 1.0}, {3.0, 30.0}, {1e-9, 1e-10}, {7.0, 0.0}};
  for (int i = 0; i < 4; i++) {
    example e = {OUTLAY_LOGNORMAL, 2, {0.0, 0.0}};
    assert_int_equal(outlay_lognormal_from_mean_sd(wanted[i][0], wanted[i][1], &e.parameters[0],
                                                   &e.parameters[1], NULL),
                     OUTLAY_OK);
    assert_near("the mean", mean_of(&e), wanted[i][0], 1e-13 * wanted[i][0]);
    assert_near("the sd", sd_of(&e), wanted[i][1], 1e-11 * wanted[i][1] + 1e-7 * (i == 3));
  }
  double a, b;
  assert_int_equal(outlay_lognormal_from_mean_sd(0.0, 1.0, &a, &b, NULL), OUTLAY_ERROR_ARGUMENT);
  assert_int_equal(outlay_lognormal_from_mean_sd(-1.0, 1.0, &a, &b, NULL), OUTLAY_ERROR_ARGUMENT);
  assert_int_equal(outlay_lognormal_from_mean_sd(1.0, -1.0, &a, &b, NULL), OUTLAY_ERROR_ARGUMENT);
  assert_int_equal(outlay_lognormal_from_mean_sd(1.0, INFINITY, &a, &b, NULL),
                   OUTLAY_ERROR_ARGUMENT);
}

static void a_normal_has_the_quantiles_it_was_made_from(void **state) {
  (void)state;
  example e = {OUTLAY_NORMAL, 2, {0.0, 0.0}};
  assert_int_equal(
      outlay_normal_from_quantiles(-3.0, 7.0, &e.parameters[0], &e.parameters[1], NULL), OUTLAY_OK);
  assert_near("p5", quantile(&e, 0.05), -3.0, 1e-14);
  assert_near("p95", quantile(&e, 0.95), 7.0, 1e-14);
  outlay_error error;
  assert_int_equal(
      outlay_normal_from_quantiles(7.0, -3.0, &e.parameters[0], &e.parameters[1], &error),
      OUTLAY_ERROR_ARGUMENT);
  assert_non_null(strstr(error.advice, "p5 = -3, p95 = 7"));
}

/* ---- memory ---- */

static void a_failed_allocation_is_reported_and_leaks_nothing(void **state) {
  (void)state;
  const example all[] = {examples[0], examples[2], examples[4],
                         examples[6], examples[9], {OUTLAY_DISCRETE, 4, {1, 2, 3, 4}}};
  for (size_t i = 0; i < sizeof all / sizeof all[0]; i++) {
    for (int sticky = 0; sticky <= 1; sticky++) {
      for (size_t n = 0;; n++) {
        failing_allocator memory;
        failing_allocator_arm(&memory, n, sticky == 1);
        outlay_sampler *sampler = NULL;
        outlay_error error;
        const outlay_status status =
            outlay_sampler_new(&memory.allocator, all[i].kind, all[i].parameters, all[i].count,
                               false, &sampler, &error);
        assert_int_equal(status, memory.failed ? OUTLAY_ERROR_MEMORY : OUTLAY_OK);
        assert_true((sampler == NULL) == memory.failed);
        outlay_sampler_free(sampler);
        assert_int_equal(memory.live, 0);
        if (!memory.failed) break;
        assert_true(n < 10);
      }
    }
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(beta_quantiles_are_scipys),
      cmocka_unit_test(beta_quantiles_have_their_closed_forms),
      cmocka_unit_test(quantile_and_distribution_function_are_inverse),
      cmocka_unit_test(quantiles_end_where_the_distribution_does),
      cmocka_unit_test(a_lognormal_has_the_quantiles_it_was_given),
      cmocka_unit_test(moments_have_their_closed_forms),
      cmocka_unit_test(moments_agree_with_the_quantile_function),
      cmocka_unit_test(closed_forms_are_sampled_without_error),
      cmocka_unit_test(fitted_betas_are_as_near_as_they_say),
      cmocka_unit_test(fitted_betas_keep_their_digits_near_the_ends),
      cmocka_unit_test(fitted_betas_have_the_same_bits_on_every_set),
      cmocka_unit_test(samples_fit_their_distribution),
      cmocka_unit_test(discrete_choices_come_in_proportion),
      cmocka_unit_test(discrete_choices_of_any_size_agree_on_every_set),
      cmocka_unit_test(impossible_parameters_are_refused_with_a_reason),
      cmocka_unit_test(a_distribution_without_spread_is_its_value),
      cmocka_unit_test(parameters_have_names),
      cmocka_unit_test(a_beta_has_the_mean_and_sd_it_was_made_from),
      cmocka_unit_test(a_beta_that_cannot_be_says_what_could),
      cmocka_unit_test(a_lognormal_has_the_mean_and_sd_it_was_made_from),
      cmocka_unit_test(a_normal_has_the_quantiles_it_was_made_from),
      cmocka_unit_test(a_failed_allocation_is_reported_and_leaks_nothing),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
