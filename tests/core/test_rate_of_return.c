#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "graph_fixture.h"
#include "outlay.h"
#include "rate_of_return.h"

static void near(double value, double expected, double relative) {
  if (!(fabs(value - expected) <= relative * fabs(expected))) {
    fail_msg("%.17g is not %.17g within %.2g", value, expected, relative);
  }
}

#define RATE(...) \
  outlay_rate_of_return((double[]){__VA_ARGS__}, sizeof((double[]){__VA_ARGS__}) / sizeof(double))

static void two_payments_have_a_closed_form(void **state) {
  (void)state;
  near(RATE(-100, 110), 0.1, 1e-14);
  near(RATE(-100, 50), -0.5, 1e-14);
  near(RATE(100, -150), 0.5, 1e-14); /* a loan's */
  near(RATE(-100, 0, 0, 133.1), 0.1, 1e-13);
  near(RATE(-1, 1e9), 1e9 - 1, 1e-12);
  near(RATE(-1e9, 1) + 1, 1e-9, 1e-7);
  assert_true(RATE(-100, 100) == 0);
}

static void an_annuity_has_the_rate_it_was_made_with(void **state) {
  (void)state;
  const double rates[] = {-0.2, -0.001, 0.0025, 0.08, 0.5, 3};
  for (size_t i = 0; i < sizeof rates / sizeof rates[0]; i++) {
    enum { PERIODS = 48 };
    double payments[PERIODS + 1] = {0};
    for (int k = 1; k <= PERIODS; k++) {
      payments[k] = 1;
      payments[0] -= pow(1 + rates[i], -k);
    }
    near(outlay_rate_of_return(payments, PERIODS + 1), rates[i], 1e-10);
  }
}

/* x = 1 / (1 + r) solves -100 + 60 x + 60 x^2 = 0. */
static void a_quadratic_has_a_closed_form(void **state) {
  (void)state;
  const double x = (-60 + sqrt(60.0 * 60 + 4 * 60.0 * 100)) / 120;
  near(RATE(-100, 60, 60), 1 / x - 1, 1e-13);
}

static void empty_periods_before_and_after_change_nothing(void **state) {
  (void)state;
  assert_true(RATE(0, 0, -100, 60, 60, 0, 0) == RATE(-100, 60, 60));
}

static void payments_of_one_sign_have_none(void **state) {
  (void)state;
  assert_true(isnan(RATE(-1, -2)));
  assert_true(isnan(RATE(1, 2, 3)));
  assert_true(isnan(RATE(0, 0)));
  assert_true(isnan(RATE(5)));
  assert_false(outlay_has_rate_of_return(NULL, 0));
  assert_true(isnan(RATE(-1, INFINITY)));
  assert_true(isnan(RATE(-1, NAN, 2)));
}

/* -1 + 5 x - 6 x^2 is zero at x = 1/2 and 1/3: rates of 100 % and 200 %. */
static void several_rates_are_none(void **state) {
  (void)state;
  assert_true(isnan(RATE(-1, 5, -6)));
}

/* Decommissioning: two changes of sign, but the running total -10, -2, 6, 5 changes once. */
static void norstroms_rule_finds_the_one_above_zero(void **state) {
  (void)state;
  const double r = RATE(-10, 8, 8, -1);
  near(-10 + 8 / (1 + r) + 8 / pow(1 + r, 2) - 1 / pow(1 + r, 3) + 10, 10, 1e-13);
  assert_true(r > 0);
}

static void a_graph_takes_it_along_an_axis(void **state) {
  outlay_graph *g = *state;
  const outlay_axis year = numbered_axis(g, "year", 3), site = numbered_axis(g, "site", 2);
  const outlay_node flow = stacked(g, year, (double[]){-100, 60, 60});
  const outlay_node less = binary(g, OUTLAY_SUBTRACT, flow, stacked(g, site, (double[]){0, 15}));
  const outlay_node rate = reduced(g, OUTLAY_RATE_OF_RETURN, less, year);
  near(cell_of(g, rate, 0), RATE(-100, 60, 60), 1e-15);
  near(cell_of(g, rate, 1), RATE(-115, 45, 45), 1e-15);
  const outlay_node money = binary(g, OUTLAY_MULTIPLY, flow, quantity(g, "1 USD"));
  near(value_of(g, reduced(g, OUTLAY_RATE_OF_RETURN, money, year)), RATE(-100, 60, 60), 1e-14);
  assert_true(value_of(g, reduced(g, OUTLAY_HAS_RATE_OF_RETURN, money, year)) == 1);
}

/* A payment of 110 give or take: the rate is the payment / 100 - 1 in every sample. */
static void every_sample_has_its_own(void **state) {
  outlay_graph *g = *state;
  const outlay_axis year = numbered_axis(g, "year", 2);
  const outlay_node back = uniform(g, 105, 115);
  const outlay_node flow =
      binary(g, OUTLAY_ADD, stacked(g, year, (double[]){-100, 0}),
             binary(g, OUTLAY_MULTIPLY, back, stacked(g, year, (double[]){0, 1})));
  const outlay_node outputs[] = {back, reduced(g, OUTLAY_RATE_OF_RETURN, flow, year)};
  const outlay_options options = options_of(3000, 2);
  outlay_result *result = evaluated(g, outputs, 2, &options);
  size_t n = 0;
  const double *payments = outlay_result_samples(result, 0, 0, &n);
  const double *rates = outlay_result_samples(result, 1, 0, &n);
  for (size_t i = 0; i < n; i++) near(rates[i], payments[i] / 100 - 1, 1e-11);
  outlay_result_free(result);
}

static void a_sample_without_a_rate_is_an_error_that_says_so(void **state) {
  outlay_graph *g = *state;
  const outlay_axis year = numbered_axis(g, "year", 2);
  const outlay_node flow =
      binary(g, OUTLAY_ADD, stacked(g, year, (double[]){-100, 100}), uniform(g, -150, -50));
  const outlay_node rate = reduced(g, OUTLAY_RATE_OF_RETURN, flow, year);
  outlay_options options = options_of(1000, 1);
  outlay_result *result = NULL;
  outlay_error error;
  assert_int_equal(outlay_evaluate(g, &rate, 1, &options, &result, &error), OUTLAY_ERROR_DOMAIN);
  assert_int_equal(error.node, rate);
  assert_non_null(strstr(error.message, "have no internal rate of return, or more than one"));
  /* Where the condition keeps them out, they do no harm. */
  const outlay_node has = reduced(g, OUTLAY_HAS_RATE_OF_RETURN, flow, year);
  const outlay_moments moments = moments_of(g, choose(g, has, rate, number(g, -1)), 1000);
  assert_true(moments.minimum == -1 && moments.maximum > -1);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(two_payments_have_a_closed_form),
      cmocka_unit_test(an_annuity_has_the_rate_it_was_made_with),
      cmocka_unit_test(a_quadratic_has_a_closed_form),
      cmocka_unit_test(empty_periods_before_and_after_change_nothing),
      cmocka_unit_test(payments_of_one_sign_have_none),
      cmocka_unit_test(several_rates_are_none),
      cmocka_unit_test(norstroms_rule_finds_the_one_above_zero),
      graph_test(a_graph_takes_it_along_an_axis),
      graph_test(every_sample_has_its_own),
      graph_test(a_sample_without_a_rate_is_an_error_that_says_so),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
