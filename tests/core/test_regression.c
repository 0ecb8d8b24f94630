/* Regression: certified and published results, closed forms, and what is said of data that cannot
 * be fitted. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "failing_allocator.h"
#include "outlay.h"

static void assert_near(double got, double expected, double tolerance) {
  if (!(fabs(got - expected) <= tolerance * fabs(expected))) {
    fail_msg("%.15g is not %.15g within %g", got, expected, tolerance);
  }
}

static outlay_regression *fit_of(const outlay_regression_data *data,
                                 outlay_regression_method method, double quantile) {
  outlay_regression *fit = NULL;
  outlay_error error;
  const outlay_status status = outlay_regression_fit(NULL, data, method, quantile, &fit, &error);
  if (status != OUTLAY_OK) fail_msg("%s", error.message);
  return fit;
}

static double error_of(const outlay_regression *fit, size_t i) {
  outlay_regression_info info;
  outlay_regression_describe(fit, &info);
  return sqrt(outlay_regression_covariance(fit)[i * (info.terms + 2)]);
}

/* ---- NIST Statistical Reference Datasets, linear regression ------------------------------------
 */

static const double norris[36][2] = {
    {0.1, 0.2},     {338.8, 337.4}, {118.1, 118.2}, {888.0, 884.6}, {9.2, 10.1},    {228.1, 226.5},
    {668.5, 666.3}, {998.5, 996.3}, {449.1, 448.6}, {778.9, 777.0}, {559.2, 558.2}, {0.3, 0.4},
    {0.1, 0.6},     {778.1, 775.5}, {668.8, 666.9}, {339.3, 338.0}, {448.9, 447.5}, {10.8, 11.6},
    {557.7, 556.0}, {228.3, 228.1}, {998.0, 995.8}, {888.8, 887.6}, {119.6, 120.2}, {0.3, 0.3},
    {0.6, 0.3},     {557.6, 556.8}, {339.3, 339.1}, {888.0, 887.2}, {998.5, 999.0}, {778.9, 779.0},
    {10.2, 11.1},   {117.6, 118.3}, {228.9, 229.2}, {668.4, 669.1}, {449.2, 448.9}, {0.2, 0.5},
};

static void norris_is_as_certified(void **state) {
  (void)state;
  double x[36], y[36];
  for (int i = 0; i < 36; i++) y[i] = norris[i][0], x[i] = norris[i][1];
  const outlay_regression_data data = {.x = x, .y = y, .count = 36, .terms = 1};
  outlay_regression *fit = fit_of(&data, OUTLAY_LEAST_SQUARES, 0);
  const double *b = outlay_regression_coefficients(fit);
  assert_near(b[0], -0.262323073774029, 1e-12);
  assert_near(b[1], 1.00211681802045, 1e-14);
  assert_near(error_of(fit, 0), 0.232818234301152, 1e-12);
  assert_near(error_of(fit, 1), 0.429796848199937e-03, 1e-12);
  outlay_regression_info info;
  outlay_regression_describe(fit, &info);
  assert_near(info.scale, 0.884796396144373, 1e-12);
  assert_near(info.r_squared, 0.999993745883712, 1e-14);
  assert_true(info.degrees == 34 && info.count == 36);
  outlay_regression_free(fit);
}

/* deflator, GNP, unemployed, armed forces, population, year; employed */
static const double longley[16][7] = {
    {83.0, 234289, 2356, 1590, 107608, 1947, 60323},
    {88.5, 259426, 2325, 1456, 108632, 1948, 61122},
    {88.2, 258054, 3682, 1616, 109773, 1949, 60171},
    {89.5, 284599, 3351, 1650, 110929, 1950, 61187},
    {96.2, 328975, 2099, 3099, 112075, 1951, 63221},
    {98.1, 346999, 1932, 3594, 113270, 1952, 63639},
    {99.0, 365385, 1870, 3547, 115094, 1953, 64989},
    {100.0, 363112, 3578, 3350, 116219, 1954, 63761},
    {101.2, 397469, 2904, 3048, 117388, 1955, 66019},
    {104.6, 419180, 2822, 2857, 118734, 1956, 67857},
    {108.4, 442769, 2936, 2798, 120445, 1957, 68169},
    {110.8, 444546, 4681, 2637, 121950, 1958, 66513},
    {112.6, 482704, 3813, 2552, 123366, 1959, 68655},
    {114.2, 502601, 3931, 2514, 125368, 1960, 69564},
    {115.7, 518173, 4806, 2572, 127852, 1961, 69331},
    {116.9, 554894, 4007, 2827, 130081, 1962, 70551},
};

static void longley_is_as_certified(void **state) {
  (void)state;
  static const double b[7] = {-3482258.63459582, 15.0618722713733,  -0.358191792925910e-01,
                              -2.02022980381683, -1.03322686717359, -0.511041056535807e-01,
                              1829.15146461355};
  static const double se[7] = {890420.383607373,  84.9149257747669,  0.334910077722432e-01,
                               0.488399681651699, 0.214274163161675, 0.226073200069370,
                               455.478499142212};
  double x[6 * 16], y[16];
  for (int i = 0; i < 16; i++) {
    for (int j = 0; j < 6; j++) x[j * 16 + i] = longley[i][j];
    y[i] = longley[i][6];
  }
  const outlay_regression_data data = {.x = x, .y = y, .count = 16, .terms = 6};
  outlay_regression *fit = fit_of(&data, OUTLAY_LEAST_SQUARES, 0);
  for (size_t j = 0; j < 7; j++) {
    assert_near(outlay_regression_coefficients(fit)[j], b[j], 1e-10);
    assert_near(error_of(fit, j), se[j], 1e-10);
  }
  outlay_regression_info info;
  outlay_regression_describe(fit, &info);
  assert_near(info.scale, 304.854073561965, 1e-11);
  assert_near(info.r_squared, 0.995479004577296, 1e-13);
  outlay_regression_free(fit);
}

/* Wampler's polynomial of degree 5: 1 + x + ... + x^5 at 0 to 20, exactly. */
static void polynomial_through_its_own_points_is_itself(void **state) {
  (void)state;
  double x[5 * 21], y[21];
  for (int i = 0; i < 21; i++) {
    y[i] = 1;
    double power = 1;
    for (int j = 0; j < 5; j++) power *= i, x[j * 21 + i] = power, y[i] += power;
  }
  const outlay_regression_data data = {.x = x, .y = y, .count = 21, .terms = 5};
  outlay_regression *fit = fit_of(&data, OUTLAY_LEAST_SQUARES, 0);
  for (size_t j = 0; j < 6; j++) assert_near(outlay_regression_coefficients(fit)[j], 1, 1e-7);
  outlay_regression_free(fit);
}

/* A row of weight 2 is two rows, but for the degrees of freedom. */
static void weights_count_rows(void **state) {
  (void)state;
  const double x[4] = {1, 2, 3, 5}, y[4] = {1, 3, 2, 6}, w[4] = {1, 2, 1, 0};
  const double x2[4] = {1, 2, 2, 3}, y2[4] = {1, 3, 3, 2};
  const outlay_regression_data one = {.x = x, .y = y, .weights = w, .count = 4, .terms = 1};
  const outlay_regression_data two = {.x = x2, .y = y2, .count = 4, .terms = 1};
  outlay_regression *a = fit_of(&one, OUTLAY_LEAST_SQUARES, 0);
  outlay_regression *b = fit_of(&two, OUTLAY_LEAST_SQUARES, 0);
  for (int i = 0; i < 2; i++) {
    assert_near(outlay_regression_coefficients(a)[i], outlay_regression_coefficients(b)[i], 1e-13);
  }
  outlay_regression_info info;
  outlay_regression_describe(a, &info);
  assert_true(info.count == 3 && info.degrees == 1);
  outlay_regression_free(a);
  outlay_regression_free(b);
}

/* Student's t at 0.95 with 34 degrees: 1.690924. At the mean of x the error is s / sqrt(n). */
static void intervals_are_students(void **state) {
  (void)state;
  double x[36], y[36], mean = 0;
  for (int i = 0; i < 36; i++) y[i] = norris[i][0], x[i] = norris[i][1], mean += x[i] / 36;
  const outlay_regression_data data = {.x = x, .y = y, .count = 36, .terms = 1};
  outlay_regression *fit = fit_of(&data, OUTLAY_LEAST_SQUARES, 0);
  outlay_prediction p;
  assert_int_equal(outlay_regression_predict(fit, &mean, 0.9, &p, NULL), OUTLAY_OK);
  const double s = 0.884796396144373, t = 1.690924255;
  assert_near(p.standard_error, s / 6, 1e-9);
  assert_near(p.high - p.value, t * s / 6, 1e-8);
  assert_near(p.outcome_high - p.value, t * s * sqrt(1 + 1.0 / 36), 1e-8);
  assert_near(p.value - p.low, p.high - p.value, 1e-6);
  assert_int_equal(outlay_regression_predict(fit, &mean, 1, &p, NULL), OUTLAY_ERROR_ARGUMENT);
  outlay_regression_free(fit);
}

/* ---- robust -----------------------------------------------------------------------------------
 */

/* Brownlee's stack losses: air flow, water temperature, acid; loss. */
static const double stack[21][4] = {
    {80, 27, 89, 42}, {80, 27, 88, 37}, {75, 25, 90, 37}, {62, 24, 87, 28}, {62, 22, 87, 18},
    {62, 23, 87, 18}, {62, 24, 93, 19}, {62, 24, 93, 20}, {58, 23, 87, 15}, {58, 18, 80, 14},
    {58, 18, 89, 14}, {58, 17, 88, 13}, {58, 18, 82, 11}, {58, 19, 93, 12}, {50, 18, 89, 8},
    {50, 18, 86, 7},  {50, 19, 72, 8},  {50, 19, 79, 8},  {50, 20, 80, 9},  {56, 20, 82, 15},
    {70, 20, 91, 15},
};

/* As printed for rlm(stack.loss ~ ., stackloss) in Venables and Ripley, Modern Applied Statistics
 * with S, and by MASS's example. */
static void huber_on_stack_losses_is_as_published(void **state) {
  (void)state;
  static const double b[4] = {-41.0265, 0.8294, 0.9261, -0.1278};
  static const double se[4] = {9.8073, 0.1112, 0.3034, 0.1289};
  double x[3 * 21], y[21];
  for (int i = 0; i < 21; i++) {
    for (int j = 0; j < 3; j++) x[j * 21 + i] = stack[i][j];
    y[i] = stack[i][3];
  }
  const outlay_regression_data data = {.x = x, .y = y, .count = 21, .terms = 3};
  outlay_regression *fit = fit_of(&data, OUTLAY_HUBER, 0);
  for (size_t j = 0; j < 4; j++) {
    assert_near(outlay_regression_coefficients(fit)[j], b[j], 1e-3);
    assert_near(error_of(fit, j), se[j], 1e-3);
  }
  outlay_regression_info info;
  outlay_regression_describe(fit, &info);
  assert_near(info.scale, 2.441, 1e-3);
  outlay_regression_free(fit);
}

/* Sen (1968), the example of section 6: slope 4, interval of the ranks. */
static void theil_sen_is_the_median_of_slopes(void **state) {
  (void)state;
  const double x[7] = {1, 2, 3, 4, 10, 12, 18}, y[7] = {9, 15, 19, 20, 45, 55, 78};
  const outlay_regression_data data = {.x = x, .y = y, .count = 7, .terms = 1};
  outlay_regression *fit = fit_of(&data, OUTLAY_THEIL_SEN, 0);
  assert_near(outlay_regression_coefficients(fit)[1], 4, 1e-15);
  assert_true(error_of(fit, 1) > 0);
  outlay_regression_free(fit);
}

static void one_outlier_moves_least_squares_alone(void **state) {
  (void)state;
  double x[20], y[20];
  for (int i = 0; i < 20; i++) x[i] = i, y[i] = 2 * i + (i % 3) * 0.1;
  y[19] += 500;
  const outlay_regression_data data = {.x = x, .y = y, .count = 20, .terms = 1};
  for (int m = 0; m < 3; m++) {
    outlay_regression *fit = fit_of(&data, (outlay_regression_method)m, 0.5);
    const double slope = outlay_regression_coefficients(fit)[1];
    assert_true(m == 0 ? slope > 5 : fabs(slope - 2) < 0.05);
    outlay_regression_free(fit);
  }
}

static double tilted(const double *x, const double *y, size_t n, double a, double b, double q) {
  double sum = 0;
  for (size_t i = 0; i < n; i++) {
    const double off = y[i] - a - b * x[i];
    sum += off * (off > 0 ? q : q - 1);
  }
  return sum;
}

/* No line through two of the points is better. */
static void quantile_line_has_the_least_loss(void **state) {
  (void)state;
  for (int q = 1; q <= 9; q++) {
    double x[21], y[21];
    for (int i = 0; i < 21; i++) x[i] = stack[i][0] + 0.01 * i, y[i] = stack[i][3];
    const outlay_regression_data data = {.x = x, .y = y, .count = 21, .terms = 1};
    outlay_regression *fit = fit_of(&data, OUTLAY_QUANTILE_REGRESSION, 0.1 * q);
    const double *b = outlay_regression_coefficients(fit);
    const double loss = tilted(x, y, 21, b[0], b[1], 0.1 * q);
    for (int i = 0; i < 21; i++) {
      for (int j = i + 1; j < 21; j++) {
        const double slope = (y[j] - y[i]) / (x[j] - x[i]);
        assert_true(loss <= tilted(x, y, 21, y[i] - slope * x[i], slope, 0.1 * q) + 1e-9);
      }
    }
    outlay_regression_free(fit);
  }
}

/* ---- counts -----------------------------------------------------------------------------------
 */

/* Dobson, An Introduction to Statistical Modelling (1990), page 93: R's example of glm. */
static void poisson_is_dobsons(void **state) {
  (void)state;
  static const double y[9] = {18, 17, 15, 20, 10, 20, 25, 13, 12};
  static const double b[5] = {3.0445, -0.4543, -0.2930, 0, 0};
  static const double se[5] = {0.1709, 0.2022, 0.1927, 0.2000, 0.2000};
  double x[4 * 9];
  for (int i = 0; i < 9; i++) {
    x[i] = i % 3 == 1, x[9 + i] = i % 3 == 2, x[18 + i] = i / 3 == 1, x[27 + i] = i / 3 == 2;
  }
  const outlay_regression_data data = {.x = x, .y = y, .count = 9, .terms = 4};
  outlay_regression *fit = fit_of(&data, OUTLAY_COUNTS_POISSON, 0);
  for (size_t j = 0; j < 5; j++) {
    assert_true(fabs(outlay_regression_coefficients(fit)[j] - b[j]) < 1e-4);
    assert_true(fabs(error_of(fit, j) - se[j]) < 1e-4);
  }
  outlay_regression_info info;
  outlay_regression_describe(fit, &info);
  assert_near(info.deviance, 5.1291, 1e-4);
  outlay_regression_free(fit);
}

/* A rate that is measured for half the time is the rate. */
static void exposure_is_time_counted(void **state) {
  (void)state;
  const double x[4] = {0, 1, 2, 3}, y[4] = {10, 20, 40, 40}, w[4] = {1, 1, 1, 0.5};
  const outlay_regression_data data = {.x = x, .y = y, .weights = w, .count = 4, .terms = 1};
  outlay_regression *fit = fit_of(&data, OUTLAY_COUNTS_POISSON, 0);
  assert_near(outlay_regression_coefficients(fit)[0], log(10), 1e-9);
  assert_near(outlay_regression_coefficients(fit)[1], log(2), 1e-9);
  outlay_regression_free(fit);
}

/* The score of the dispersion is zero at the maximum, for counts that vary more than Poisson's. */
static void negative_binomial_is_at_the_maximum(void **state) {
  (void)state;
  double x[12], y[12] = {0, 9, 1, 22, 3, 30, 5, 60, 2, 80, 14, 150};
  for (int i = 0; i < 12; i++) x[i] = i;
  const outlay_regression_data data = {.x = x, .y = y, .count = 12, .terms = 1};
  outlay_regression *fit = fit_of(&data, OUTLAY_COUNTS_NEGATIVE_BINOMIAL, 0);
  outlay_regression_info info;
  outlay_regression_describe(fit, &info);
  const double a = info.dispersion, *b = outlay_regression_coefficients(fit);
  assert_true(a > 0.1 && a < 10);
  double best = 0, around[4] = {0};
  for (int k = 0; k < 5; k++) {
    const double at = a * (k == 1 ? 1.01 : k == 2 ? 0.99 : 1);
    const double slope = b[1] + (k == 3 ? 0.01 : k == 4 ? -0.01 : 0);
    double sum = 0;
    for (int i = 0; i < 12; i++) {
      const double m = exp(b[0] + slope * x[i]);
      sum += lgamma(y[i] + 1 / at) - lgamma(1 / at) + y[i] * log(at * m / (1 + at * m)) -
             log1p(at * m) / at;
    }
    if (k == 0)
      best = sum;
    else
      around[k - 1] = sum;
  }
  for (int k = 0; k < 4; k++) assert_true(best > around[k]);
  outlay_regression_free(fit);
}

/* ---- bootstrap ---------------------------------------------------------------------------------
 */

static void bootstrap_errors_are_near_least_squares(void **state) {
  (void)state;
  enum { N = 60, R = 2000 };
  double x[N], y[N];
  for (int i = 0; i < N; i++) x[i] = i, y[i] = 0.5 * i + 3 * sin(97.0 * i);
  const outlay_regression_data data = {.x = x, .y = y, .count = N, .terms = 1};
  double *out = malloc(sizeof *out * R * 2), *again = malloc(sizeof *again * R * 2);
  assert_int_equal(
      outlay_regression_bootstrap(NULL, &data, OUTLAY_LEAST_SQUARES, 0, 7, R, out, NULL),
      OUTLAY_OK);
  assert_int_equal(
      outlay_regression_bootstrap(NULL, &data, OUTLAY_LEAST_SQUARES, 0, 7, 100, again, NULL),
      OUTLAY_OK);
  assert_memory_equal(out, again, sizeof *out * 200);
  double mean = 0, square = 0;
  for (int i = 0; i < R; i++) mean += out[2 * i + 1] / R;
  for (int i = 0; i < R; i++) square += (out[2 * i + 1] - mean) * (out[2 * i + 1] - mean) / R;
  outlay_regression *fit = fit_of(&data, OUTLAY_LEAST_SQUARES, 0);
  assert_near(mean, outlay_regression_coefficients(fit)[1], 0.01);
  assert_near(sqrt(square), error_of(fit, 1), 0.15);
  outlay_regression_free(fit);
  free(out);
  free(again);
}

/* Resamples of few points are often degenerate. */
static void bootstrap_of_few_points_draws_until_they_differ(void **state) {
  (void)state;
  const double x[3] = {1, 1, 2}, y[3] = {1, 2, 5};
  const outlay_regression_data data = {.x = x, .y = y, .count = 3, .terms = 1};
  double out[200];
  assert_int_equal(
      outlay_regression_bootstrap(NULL, &data, OUTLAY_LEAST_SQUARES, 0, 1, 100, out, NULL),
      OUTLAY_OK);
  for (int i = 0; i < 200; i++) assert_true(isfinite(out[i]));
}

/* ---- breaks and frontier -----------------------------------------------------------------------
 */

static void bends_are_found_where_they_are(void **state) {
  (void)state;
  double x[60], y[60];
  for (int i = 0; i < 60; i++) {
    x[i] = 2000 + 0.5 * i;
    y[i] = x[i] - 2000 + 2 * fmax(x[i] - 2010.3, 0) - 4 * fmax(x[i] - 2021.7, 0) +
           0.05 * sin(1.0 * i * i);
  }
  outlay_breaks out[4];
  size_t found = 0;
  assert_int_equal(outlay_find_breaks(NULL, x, y, 60, 3, out, &found, NULL), OUTLAY_OK);
  assert_int_equal(found, 4);
  assert_true(out[2].bic < out[1].bic && out[1].bic < out[0].bic && out[2].bic < out[3].bic);
  assert_true(fabs(out[2].places[0] - 2010.3) < 0.1 && fabs(out[2].places[1] - 2021.7) < 0.1);
  assert_near(out[2].slopes[0], 1, 0.02);
  assert_near(out[2].slopes[1], 3, 0.02);
  assert_near(out[2].slopes[2], -1, 0.02);
}

static void straight_noise_has_no_bend(void **state) {
  (void)state;
  double x[40], y[40];
  for (int i = 0; i < 40; i++) x[i] = i, y[i] = 3 * i + sin(91.0 * i);
  outlay_breaks out[3];
  size_t found = 0;
  assert_int_equal(outlay_find_breaks(NULL, x, y, 40, 2, out, &found, NULL), OUTLAY_OK);
  assert_true(found == 3 && out[0].bic < out[1].bic && out[0].bic < out[2].bic);
}

static void too_few_points_for_a_bend_are_a_line(void **state) {
  (void)state;
  const double x[4] = {1, 2, 3, 4}, y[4] = {1, 2, 4, 4};
  outlay_breaks out[2];
  size_t found = 0;
  assert_int_equal(outlay_find_breaks(NULL, x, y, 4, 1, out, &found, NULL), OUTLAY_OK);
  assert_int_equal(found, 1);
}

static void frontier_is_what_was_highest_then(void **state) {
  (void)state;
  const double x[6] = {3, 1, 2, 4, 5, 5}, y[6] = {2, 1, 3, 3, 9, 4};
  static const int32_t records[6] = {0, 1, 1, 0, 1, 0}, top_two[6] = {1, 1, 1, 1, 1, 1};
  int32_t members[6];
  assert_int_equal(outlay_frontier(x, y, 6, 1, members, NULL), OUTLAY_OK);
  assert_memory_equal(members, records, sizeof members);
  assert_int_equal(outlay_frontier(x, y, 6, 2, members, NULL), OUTLAY_OK);
  assert_memory_equal(members, top_two, sizeof members);
}

/* ---- what cannot be fitted ---------------------------------------------------------------------
 */

static void expect_error(const outlay_regression_data *data, outlay_regression_method method,
                         outlay_status expected, const char *part) {
  outlay_regression *fit = NULL;
  outlay_error error;
  assert_int_equal(outlay_regression_fit(NULL, data, method, 0.5, &fit, &error), expected);
  if (strstr(error.message, part) == NULL) fail_msg("'%s' is not in '%s'", part, error.message);
}

static void impossible_data_are_errors_that_say_so(void **state) {
  (void)state;
  const double x[4] = {1, 2, 3, 4}, same[4] = {2, 2, 2, 2}, twice[8] = {1, 2, 3, 4, 2, 4, 6, 8};
  const double y[4] = {1, 2, 3, 5}, nan_y[4] = {1, NAN, 3, 4}, half[4] = {1, 2.5, 3, 4};
  const double none[4] = {0, 0, 0, 0}, minus[4] = {1, 1, 1, -1};
  expect_error(&(outlay_regression_data){.x = x, .y = y, .count = 2, .terms = 1},
               OUTLAY_LEAST_SQUARES, OUTLAY_ERROR_ARGUMENT, "2 points cannot give 2");
  for (int m = 0; m < OUTLAY_REGRESSION_METHODS; m++) {
    expect_error(&(outlay_regression_data){.x = same, .y = y, .count = 4, .terms = 1},
                 (outlay_regression_method)m, OUTLAY_ERROR_ARGUMENT, "same x");
    expect_error(&(outlay_regression_data){.x = x, .y = nan_y, .count = 4, .terms = 1},
                 (outlay_regression_method)m, OUTLAY_ERROR_DOMAIN, "nan");
  }
  expect_error(&(outlay_regression_data){.x = twice, .y = y, .count = 4, .terms = 2},
               OUTLAY_LEAST_SQUARES, OUTLAY_ERROR_ARGUMENT, "follows from");
  expect_error(&(outlay_regression_data){.x = x, .y = half, .count = 4, .terms = 1},
               OUTLAY_COUNTS_POISSON, OUTLAY_ERROR_DOMAIN, "whole");
  expect_error(&(outlay_regression_data){.x = x, .y = none, .count = 4, .terms = 1},
               OUTLAY_COUNTS_POISSON, OUTLAY_ERROR_ARGUMENT, "all counts are zero");
  expect_error(&(outlay_regression_data){.x = x, .y = y, .weights = minus, .count = 4, .terms = 1},
               OUTLAY_LEAST_SQUARES, OUTLAY_ERROR_DOMAIN, "weight");
  expect_error(&(outlay_regression_data){.x = x, .y = y, .weights = y, .count = 4, .terms = 1},
               OUTLAY_THEIL_SEN, OUTLAY_ERROR_ARGUMENT, "no weights");
}

/* Points on a line have no residuals, and every method still answers. */
static void points_on_a_line_give_it_without_error(void **state) {
  (void)state;
  const double x[6] = {2019, 2020, 2021, 2022, 2023, 2024}, y[6] = {1, 3, 5, 7, 9, 11};
  const outlay_regression_data data = {.x = x, .y = y, .count = 6, .terms = 1};
  for (int m = 0; m <= OUTLAY_QUANTILE_REGRESSION; m++) {
    outlay_regression *fit = fit_of(&data, (outlay_regression_method)m, 0.5);
    assert_near(outlay_regression_coefficients(fit)[1], 2, 1e-12);
    assert_true(error_of(fit, 1) < 1e-10);
    outlay_regression_free(fit);
  }
}

static void failing_allocations_leave_nothing(void **state) {
  (void)state;
  double x[12], y[12];
  for (int i = 0; i < 12; i++) x[i] = i, y[i] = (i * 7) % 5 + i;
  const outlay_regression_data data = {.x = x, .y = y, .count = 12, .terms = 1};
  for (int m = 0; m < OUTLAY_REGRESSION_METHODS + 2; m++) {
    for (size_t n = 0;; n++) {
      failing_allocator memory;
      failing_allocator_arm(&memory, n, true);
      outlay_regression *fit = NULL;
      outlay_breaks breaks[2];
      double draws[6];
      size_t found = 0;
      outlay_status status = OUTLAY_OK;
      if (m < OUTLAY_REGRESSION_METHODS) {
        status = outlay_regression_fit(&memory.allocator, &data, (outlay_regression_method)m, 0.5,
                                       &fit, NULL);
      } else if (m == OUTLAY_REGRESSION_METHODS) {
        status = outlay_regression_bootstrap(&memory.allocator, &data, OUTLAY_HUBER, 0.5, 1, 3,
                                             draws, NULL);
      } else {
        status = outlay_find_breaks(&memory.allocator, x, y, 12, 1, breaks, &found, NULL);
      }
      assert_int_equal(status, memory.failed ? OUTLAY_ERROR_MEMORY : OUTLAY_OK);
      outlay_regression_free(fit);
      assert_int_equal(memory.live, 0);
      if (!memory.failed) break;
    }
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(norris_is_as_certified),
      cmocka_unit_test(longley_is_as_certified),
      cmocka_unit_test(polynomial_through_its_own_points_is_itself),
      cmocka_unit_test(weights_count_rows),
      cmocka_unit_test(intervals_are_students),
      cmocka_unit_test(huber_on_stack_losses_is_as_published),
      cmocka_unit_test(theil_sen_is_the_median_of_slopes),
      cmocka_unit_test(one_outlier_moves_least_squares_alone),
      cmocka_unit_test(quantile_line_has_the_least_loss),
      cmocka_unit_test(poisson_is_dobsons),
      cmocka_unit_test(exposure_is_time_counted),
      cmocka_unit_test(negative_binomial_is_at_the_maximum),
      cmocka_unit_test(bootstrap_errors_are_near_least_squares),
      cmocka_unit_test(bootstrap_of_few_points_draws_until_they_differ),
      cmocka_unit_test(bends_are_found_where_they_are),
      cmocka_unit_test(straight_noise_has_no_bend),
      cmocka_unit_test(too_few_points_for_a_bend_are_a_line),
      cmocka_unit_test(frontier_is_what_was_highest_then),
      cmocka_unit_test(impossible_data_are_errors_that_say_so),
      cmocka_unit_test(points_on_a_line_give_it_without_error),
      cmocka_unit_test(failing_allocations_leave_nothing),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
