/* The kernels' functions against MPFR with 160 bits (Fousse et al., ACM Transactions on
 * Mathematical Software 33, 2007), on the instruction set that is used here; test_kernels.c shows
 * that the others give the same bits. exp, log and power are within 1 unit in the last place (ulp),
 * as kernels.h says; Phi and its inverse within those stated below. */
#include <math.h>
#include <mpfr.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "kernel_sets.h"

enum { N = 4096, ROUNDS = 8, PRECISION = 160 };

static double a[N], b[N], got[N];
static mpfr_t exact, left, right;

static double unit_of(uint64_t *state) { return (double)(next_word(state) >> 11) * 0x1p-53; }

/* |got - exact| in units of the last place of a double near exact. */
static double error_of(double value) {
  const double near = mpfr_get_d(exact, MPFR_RNDN);
  if (near == value) return 0; /* rounded as well as can be: below 1/2 */
  const double next = nextafter(fabs(near), INFINITY) - fabs(near);
  mpfr_sub_d(exact, exact, value, MPFR_RNDN);
  mpfr_div_d(exact, exact, next, MPFR_RNDN);
  return fabs(mpfr_get_d(exact, MPFR_RNDN));
}

static void assert_within(const char *what, size_t i, double most) {
  const double error = error_of(got[i]);
  if (error > most) fail_msg("%s at %a, %a is off by %g ulp", what, a[i], b[i], error);
}

static void exp_is_within_one_ulp(void **state) {
  (void)state;
  uint64_t random = 1;
  for (int round = 0; round < ROUNDS; round++) {
    for (size_t i = 0; i < N; i++) {
      a[i] = round % 2 ? unit_of(&random) * 1454 - 745 : unit_of(&random) * 4 - 2;
    }
    outlay_kernels_best()->unary[OUTLAY_EXP](got, a, N);
    for (size_t i = 0; i < N; i++) {
      mpfr_set_d(left, a[i], MPFR_RNDN);
      mpfr_exp(exact, left, MPFR_RNDN);
      assert_within("exp", i, 1);
    }
  }
}

static void log_is_within_one_ulp(void **state) {
  (void)state;
  uint64_t random = 2;
  for (int round = 0; round < ROUNDS; round++) {
    for (size_t i = 0; i < N; i++) {
      const double unit = unit_of(&random);
      a[i] = round % 2 ? ldexp(0.5 + unit, (int)(next_word(&random) % 2040) - 1020)
                       : 1 + (unit - 0.5) * ldexp(1, -(int)(i % 40));
    }
    outlay_kernels_best()->unary[OUTLAY_LOG](got, a, N);
    for (size_t i = 0; i < N; i++) {
      mpfr_set_d(left, a[i], MPFR_RNDN);
      mpfr_log(exact, left, MPFR_RNDN);
      assert_within("log", i, 1);
    }
  }
}

static void power_is_within_one_ulp(void **state) {
  (void)state;
  uint64_t random = 3;
  for (int round = 0; round < ROUNDS; round++) {
    for (size_t i = 0; i < N; i++) {
      a[i] = round % 2 ? unit_of(&random) + 0.5 : exp((unit_of(&random) - 0.5) * 1400);
      b[i] = (unit_of(&random) - 0.5) * (round % 2 ? 1000 : 2);
    }
    outlay_kernels_best()->binary[OUTLAY_POWER][OUTLAY_BOTH_VARY](got, a, b, N);
    for (size_t i = 0; i < N; i++) {
      mpfr_set_d(left, a[i], MPFR_RNDN);
      mpfr_set_d(right, b[i], MPFR_RNDN);
      mpfr_pow(exact, left, right, MPFR_RNDN);
      assert_within("power", i, 1);
    }
  }
}

/* exact = Phi(x) for left = x */
static void exact_cdf(double x) {
  mpfr_set_d(left, x, MPFR_RNDN);
  mpfr_sqrt_ui(right, 2, MPFR_RNDN);
  mpfr_div(left, left, right, MPFR_RNDN);
  mpfr_neg(left, left, MPFR_RNDN);
  mpfr_erfc(exact, left, MPFR_RNDN);
  mpfr_div_ui(exact, exact, 2, MPFR_RNDN);
}

static void the_normal_distribution_is_within_four_ulp(void **state) {
  (void)state;
  uint64_t random = 4;
  for (int round = 0; round < 2; round++) {
    for (size_t i = 0; i < N; i++) a[i] = unit_of(&random) * 45 - 37;
    outlay_kernels_best()->normal_cdf(got, a, N);
    for (size_t i = 0; i < N; i++) {
      exact_cdf(a[i]);
      assert_within("Phi", i, 4);
    }
  }
}

/* An error e of z is one of density(z) e in Phi(z): so the quantile's is known from Phi of it. */
static void normal_quantiles_are_within_eight_ulp(void **state) {
  (void)state;
  uint64_t random = 5;
  for (size_t i = 0; i < N; i++) {
    const double unit = unit_of(&random);
    a[i] = i % 2 ? 0.5 * unit : ldexp(unit + 0.5, -(int)(i % 1000) - 1);
  }
  outlay_kernels_best()->normal_quantile(got, a, N);
  for (size_t i = 0; i < N; i++) {
    const double z = got[i];
    if (a[i] == 0 || z > -1e-3) continue; /* Phi cannot tell so small scores apart */
    exact_cdf(z);
    mpfr_sub_d(exact, exact, a[i], MPFR_RNDN);
    mpfr_set_d(left, -z * z / 2, MPFR_RNDN);
    mpfr_exp(left, left, MPFR_RNDN);
    mpfr_mul_d(left, left, 0.39894228040143268, MPFR_RNDN);
    mpfr_div(exact, exact, left, MPFR_RNDN);
    const double error = fabs(mpfr_get_d(exact, MPFR_RNDN)) / (nextafter(-z, INFINITY) + z);
    if (error > 8) fail_msg("the quantile of %a is off by %g ulp", a[i], error);
  }
}

int main(void) {
  mpfr_inits2(PRECISION, exact, left, right, (mpfr_ptr)NULL);
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(exp_is_within_one_ulp),
      cmocka_unit_test(log_is_within_one_ulp),
      cmocka_unit_test(power_is_within_one_ulp),
      cmocka_unit_test(the_normal_distribution_is_within_four_ulp),
      cmocka_unit_test(normal_quantiles_are_within_eight_ulp),
  };
  const int failed = cmocka_run_group_tests_name("precision", tests, NULL, NULL);
  mpfr_clears(exact, left, right, (mpfr_ptr)NULL);
  mpfr_free_cache();
  return failed;
}
