/* Robust fits and quantile lines: published results, closed forms, and the least loss. */
#include <stdlib.h>
#include <string.h>

#include "regression_fits.h"

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
  /* Kendall's S has the variance 7 6 19 / 18: the 90 % interval has the ranks 0.5 -+ 0.2608 of the
   * 21 slopes, sorted and interpolated by hand. */
  assert_near(error_of(fit, 1), (4.1699276707 - 3.8153978113) / (2 * 1.6448536269514722), 1e-9);
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

/* Where many points lie on a common line, slopes of their pairs differ by rounding alone. */
static void quantile_line_has_the_least_loss_beside_points_on_a_line(void **state) {
  (void)state;
  enum { N = 60 };
  uint64_t seed = 7;
  for (int trial = 0; trial < 20; trial++) {
    double x[N], y[N];
    for (int i = 0; i < N; i++) {
      double u[2];
      for (int k = 0; k < 2; k++)
        seed = seed * 16807 % 2147483647, u[k] = (double)seed / 2147483647;
      x[i] = 20 * u[0];
      y[i] = i < 22 ? 0.1 * x[i] + 3 : i < 40 ? 0.37 * x[i] + 1 : 5 * u[1] + 0.25 * x[i];
    }
    const outlay_regression_data data = {.x = x, .y = y, .count = N, .terms = 1};
    for (int q = 1; q <= 9; q += 2) {
      outlay_regression *fit = fit_of(&data, OUTLAY_QUANTILE_REGRESSION, 0.1 * q);
      const double *b = outlay_regression_coefficients(fit);
      const double loss = tilted(x, y, N, b[0], b[1], 0.1 * q);
      for (int i = 0; i < N; i++) {
        for (int j = i + 1; j < N; j++) {
          const double slope = (y[j] - y[i]) / (x[j] - x[i]);
          assert_true(loss <= tilted(x, y, N, y[i] - slope * x[i], slope, 0.1 * q) + 1e-9);
        }
      }
      outlay_regression_free(fit);
    }
  }
}

/* For normal residuals the median's standard error is sqrt(pi / 2) of least squares', and the
 * quantile line of 0.9 has sqrt(0.9 0.1) / density(1.2816) = 1.709 of it. */
static void quantile_lines_error_is_that_of_the_density(void **state) {
  (void)state;
  enum { N = 4000 };
  double *x = malloc(2 * N * sizeof *x), *y = x + N;
  for (int i = 0; i < N; i++) {
    double z = 0;
    assert_int_equal(outlay_quantile_of(OUTLAY_NORMAL, (const double[]){0, 1}, 2,
                                        ((i * 1597) % N + 0.5) / N, &z, NULL),
                     OUTLAY_OK);
    x[i] = i, y[i] = 0.01 * i + z;
  }
  const outlay_regression_data data = {.x = x, .y = y, .count = N, .terms = 1};
  outlay_regression *plain = fit_of(&data, OUTLAY_LEAST_SQUARES, 0);
  outlay_regression *middle = fit_of(&data, OUTLAY_QUANTILE_REGRESSION, 0.5);
  outlay_regression *high = fit_of(&data, OUTLAY_QUANTILE_REGRESSION, 0.9);
  assert_near(error_of(middle, 1) / error_of(plain, 1), 1.2533, 0.03);
  assert_near(error_of(high, 1) / error_of(plain, 1), 1.709, 0.03);
  outlay_prediction p;
  const double at = 10;
  assert_int_equal(outlay_regression_predict(high, &at, 0.9, &p, NULL), OUTLAY_OK);
  assert_true(p.high > p.low && isnan(p.outcome_low) && isnan(p.outcome_high));
  outlay_regression_free(plain);
  outlay_regression_free(middle);
  outlay_regression_free(high);
  free(x);
}

/* Half of the points say nothing of how far the others lie. */
static void robust_fits_through_most_points_know_no_spread(void **state) {
  (void)state;
  double x[30], y[30];
  for (int i = 0; i < 30; i++) x[i] = 2000 + i, y[i] = 0.1 * i + 0.7 + (i % 10 == 9) * 5;
  const outlay_regression_data data = {.x = x, .y = y, .count = 30, .terms = 1};
  for (int m = OUTLAY_HUBER; m <= OUTLAY_THEIL_SEN; m++) {
    outlay_regression *fit = fit_of(&data, (outlay_regression_method)m, 0.5);
    outlay_regression_info info;
    outlay_regression_describe(fit, &info);
    outlay_prediction p;
    const double at = 2031;
    assert_int_equal(outlay_regression_predict(fit, &at, 0.9, &p, NULL), OUTLAY_OK);
    assert_true(info.scale == 0 && isnan(p.outcome_low));
    outlay_regression_free(fit);
  }
}

static void theil_sen_says_how_many_points_it_takes(void **state) {
  (void)state;
  enum { N = 10001 };
  double *x = malloc(2 * N * sizeof *x), *y = x + N;
  for (int i = 0; i < N; i++) x[i] = i, y[i] = 2 * i;
  expect_error(&(outlay_regression_data){.x = x, .y = y, .count = N, .terms = 1}, OUTLAY_THEIL_SEN,
               OUTLAY_ERROR_ARGUMENT, "at most 10000");
  free(x);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(huber_on_stack_losses_is_as_published),
      cmocka_unit_test(theil_sen_is_the_median_of_slopes),
      cmocka_unit_test(one_outlier_moves_least_squares_alone),
      cmocka_unit_test(quantile_line_has_the_least_loss),
      cmocka_unit_test(quantile_line_has_the_least_loss_beside_points_on_a_line),
      cmocka_unit_test(quantile_lines_error_is_that_of_the_density),
      cmocka_unit_test(robust_fits_through_most_points_know_no_spread),
      cmocka_unit_test(theil_sen_says_how_many_points_it_takes),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
