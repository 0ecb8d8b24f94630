/* Regression of counts: published results, the maximum of the likelihood, what has none. */
#include <stdlib.h>
#include <string.h>

#include "regression_fits.h"

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

/* Any growth would do: the likelihood rises for ever. */
static void counts_that_rise_from_nothing_are_an_error(void **state) {
  (void)state;
  const double x[5] = {2020, 2021, 2022, 2023, 2024};
  const double late[5] = {0, 0, 0, 0, 5}, early[5] = {7, 0, 0, 0, 0}, two[5] = {0, 0, 0, 1, 5};
  const double middle[5] = {0, 0, 4, 0, 0};
  for (int m = OUTLAY_COUNTS_POISSON; m <= OUTLAY_COUNTS_NEGATIVE_BINOMIAL; m++) {
    const outlay_regression_method method = (outlay_regression_method)m;
    outlay_regression_data data = {.x = x, .y = late, .count = 5, .terms = 1};
    expect_error(&data, method, OUTLAY_ERROR_ARGUMENT, "all at one end");
    data.y = early;
    expect_error(&data, method, OUTLAY_ERROR_ARGUMENT, "all at one end");
    data.y = two;
    outlay_regression_free(fit_of(&data, method, 0));
    data.y = middle;
    outlay_regression_free(fit_of(&data, method, 0));
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(poisson_is_dobsons),
      cmocka_unit_test(exposure_is_time_counted),
      cmocka_unit_test(negative_binomial_is_at_the_maximum),
      cmocka_unit_test(counts_that_rise_from_nothing_are_an_error),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
