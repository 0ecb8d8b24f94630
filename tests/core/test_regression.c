/* Regression: certified and published results, closed forms, and what is said of data that cannot
 * be fitted. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "failing_allocator.h"
#include "regression_fits.h"

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

/* Years since 1970 in seconds, or any x far from 0: the interval is the same. */
static void intervals_do_not_depend_on_where_x_begins(void **state) {
  (void)state;
  double near[20], far[20], y[20];
  for (int i = 0; i < 20; i++) near[i] = i, far[i] = 1e9 + i, y[i] = 0.5 * i + sin(7.0 * i);
  for (int m = 0; m <= OUTLAY_QUANTILE_REGRESSION; m++) {
    const outlay_regression_method method = (outlay_regression_method)m;
    const outlay_regression_data a = {.x = near, .y = y, .count = 20, .terms = 1};
    const outlay_regression_data b = {.x = far, .y = y, .count = 20, .terms = 1};
    outlay_regression *here = fit_of(&a, method, 0.5), *there = fit_of(&b, method, 0.5);
    outlay_regression_info one, two;
    outlay_regression_describe(here, &one);
    outlay_regression_describe(there, &two);
    assert_true(one.level_error > 0.01);
    assert_near(two.level_error, one.level_error, 1e-7);
    assert_near(two.level, one.level, 1e-7);
    assert_near(outlay_regression_means(there)[0], 1e9 + outlay_regression_means(here)[0], 1e-15);
    const double at = 25, later = 1e9 + 25;
    outlay_prediction p, q;
    assert_int_equal(outlay_regression_predict(here, &at, 0.9, &p, NULL), OUTLAY_OK);
    assert_int_equal(outlay_regression_predict(there, &later, 0.9, &q, NULL), OUTLAY_OK);
    assert_near(q.low, p.low, 1e-6);
    assert_near(q.high, p.high, 1e-6);
    outlay_regression_free(here);
    outlay_regression_free(there);
  }
}

/* ---- what cannot be fitted ---------------------------------------------------------------------
 */

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
                                             NULL, draws, NULL);
      } else {
        status = outlay_find_breaks(&memory.allocator, &data, 1, NULL, breaks, &found, NULL);
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
      cmocka_unit_test(intervals_do_not_depend_on_where_x_begins),
      cmocka_unit_test(impossible_data_are_errors_that_say_so),
      cmocka_unit_test(points_on_a_line_give_it_without_error),
      cmocka_unit_test(failing_allocations_leave_nothing),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
