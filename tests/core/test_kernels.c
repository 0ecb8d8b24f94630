/* Kernels: the same bits on every instruction set, and the right ones. */
#define _POSIX_C_SOURCE 200809L /* setenv */

#include <float.h>
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "kernel_sets.h"
#include "special.h"

enum { N = 4096, ROUNDS = 60 }; /* 245,760 arguments for each kernel */

typedef struct columns {
  double *a, *b, *c, *expected, *got;
} columns;

static columns new_columns(void) {
  return (columns){new_column(N), new_column(N), new_column(N), new_column(N), new_column(N)};
}

static void free_columns(columns *k) {
  free(k->a);
  free(k->b);
  free(k->c);
  free(k->expected);
  free(k->got);
}

/* ---- the same bits ---- */

typedef void run_kernel(const outlay_kernels *kernels, int detail, columns *k, double *out);

/* Runs a kernel on hard arguments with all sets and compares. */
static void assert_same_everywhere(const char *what, int detail, run_kernel *run, bool unit) {
  columns k = new_columns();
  for (uint64_t round = 0; round < ROUNDS; round++) {
    fill_hard(k.a, N, 3 * round + 1);
    fill_hard(k.b, N, 3 * round + 2);
    fill_hard(k.c, N, 3 * round + 3);
    if (unit) {
      outlay_kernels_portable()->uniform_pair(k.a, k.b, round, 1, 0, N);
      for (size_t i = 0; i < N; i += 3) k.a[i] *= ldexp(1.0, -(int)i / 8);
    }
    run(kernel_set(0), detail, &k, k.expected);
    for (int set = 1; set < KERNEL_SETS; set++) {
      if (kernel_set(set) == NULL) continue;
      run(kernel_set(set), detail, &k, k.got);
      assert_same_columns(what, kernel_set(set), k.expected, k.got, k.a, k.b, N);
    }
  }
  free_columns(&k);
}

static void run_unary(const outlay_kernels *kernels, int detail, columns *k, double *out) {
  kernels->unary[detail](out, k->a, N);
}
static void run_both(const outlay_kernels *kernels, int detail, columns *k, double *out) {
  kernels->binary[detail][OUTLAY_BOTH_VARY](out, k->a, k->b, N);
}
static void run_right(const outlay_kernels *kernels, int detail, columns *k, double *out) {
  kernels->binary[detail][OUTLAY_RIGHT_FIXED](out, k->a, k->b, N);
}
static void run_left(const outlay_kernels *kernels, int detail, columns *k, double *out) {
  kernels->binary[detail][OUTLAY_LEFT_FIXED](out, k->a, k->b, N);
}
static void run_select(const outlay_kernels *kernels, int detail, columns *k, double *out) {
  kernels->select(out, k->c, k->a, k->b, N, (detail & 1) != 0, (detail & 2) != 0);
}
static void run_quantile(const outlay_kernels *kernels, int detail, columns *k, double *out) {
  (void)detail;
  kernels->normal_quantile(out, k->a, N);
}
static void run_cdf(const outlay_kernels *kernels, int detail, columns *k, double *out) {
  (void)detail;
  kernels->normal_cdf(out, k->a, N);
}
static void run_affine(const outlay_kernels *kernels, int detail, columns *k, double *out) {
  (void)detail;
  kernels->affine(out, k->a, N, 0.3, 1.7);
}
static void run_exp_affine(const outlay_kernels *kernels, int detail, columns *k, double *out) {
  (void)detail;
  kernels->exp_affine(out, k->a, N, 0.3, 1.7);
}
static void run_triangular(const outlay_kernels *kernels, int detail, columns *k, double *out) {
  (void)detail;
  kernels->triangular(out, k->a, N, 6.0, 9.0, 18.0);
}

static void all_sets_give_the_same_bits_for_every_operation(void **state) {
  (void)state;
  const outlay_kernels *kernels = outlay_kernels_portable();
  int count = 0;
  for (int op = 0; op < OUTLAY_OPERATIONS; op++) {
    const char *name = "an operation";
    if (kernels->unary[op] != NULL) assert_same_everywhere(name, op, run_unary, false);
    count += kernels->unary[op] != NULL;
    if (kernels->binary[op][OUTLAY_BOTH_VARY] == NULL) continue;
    assert_same_everywhere(name, op, run_both, false);
    assert_same_everywhere(name, op, run_right, false);
    assert_same_everywhere(name, op, run_left, false);
    count++;
  }
  assert_int_equal(count, 9 + 15);
}

static void all_sets_give_the_same_bits_for_the_other_kernels(void **state) {
  (void)state;
  for (int fixed = 0; fixed < 4; fixed++)
    assert_same_everywhere("select", fixed, run_select, false);
  assert_same_everywhere("normal_quantile", 0, run_quantile, true);
  assert_same_everywhere("normal_quantile", 0, run_quantile, false);
  assert_same_everywhere("normal_cdf", 0, run_cdf, false);
  assert_same_everywhere("affine", 0, run_affine, false);
  assert_same_everywhere("exp_affine", 0, run_exp_affine, false);
  assert_same_everywhere("triangular", 0, run_triangular, true);
}

static void the_three_broadcasts_agree(void **state) {
  (void)state;
  const outlay_kernels *kernels = outlay_kernels_best();
  columns k = new_columns();
  const double fixed[] = {0.0, -0.0, 1.0,  2.0,  -1.0, 0.5,   3.0,      -2.5,
                          1.5, 2.5,  -0.5, -1.5, 0.25, 1e300, INFINITY, NAN};
  for (size_t f = 0; f < sizeof fixed / sizeof fixed[0]; f++) {
    fill_hard(k.a, N, f + 77);
    kernels->fill(k.b, fixed[f], N);
    for (int op = 0; op < OUTLAY_OPERATIONS; op++) {
      outlay_binary_kernel *const *kernel = kernels->binary[op];
      if (kernel[OUTLAY_BOTH_VARY] == NULL) continue;
      kernel[OUTLAY_BOTH_VARY](k.expected, k.a, k.b, N);
      kernel[OUTLAY_RIGHT_FIXED](k.got, k.a, &fixed[f], N);
      assert_same_columns("right fixed", kernels, k.expected, k.got, k.a, k.b, N);
      kernel[OUTLAY_BOTH_VARY](k.expected, k.b, k.a, N);
      kernel[OUTLAY_LEFT_FIXED](k.got, &fixed[f], k.a, N);
      assert_same_columns("left fixed", kernels, k.expected, k.got, k.b, k.a, N);
    }
  }
  free_columns(&k);
}

static void a_kernel_may_write_over_its_argument(void **state) {
  (void)state;
  const outlay_kernels *kernels = outlay_kernels_best();
  columns k = new_columns();
  for (int op = 0; op < OUTLAY_OPERATIONS; op++) {
    fill_moderate(k.a, N, 5);
    fill_moderate(k.b, N, 6);
    if (kernels->unary[op] != NULL) {
      kernels->unary[op](k.expected, k.a, N);
      memcpy(k.got, k.a, N * sizeof(double));
      kernels->unary[op](k.got, k.got, N);
      assert_same_columns("in place", kernels, k.expected, k.got, k.a, k.a, N);
    }
    if (kernels->binary[op][0] == NULL) continue;
    kernels->binary[op][0](k.expected, k.a, k.b, N);
    memcpy(k.got, k.b, N * sizeof(double));
    kernels->binary[op][0](k.got, k.a, k.got, N);
    assert_same_columns("in place", kernels, k.expected, k.got, k.a, k.b, N);
  }
  free_columns(&k);
}

/* ---- exp, log, power ---- */

/* The result of a kernel on one value. */
static double one(outlay_unary_kernel *kernel, double x) {
  double a[OUTLAY_LANES] = {0.0};
  a[0] = x;
  kernel(a, a, OUTLAY_LANES);
  return a[0];
}
static double one_of_two(int op, double x, double y) {
  double a[OUTLAY_LANES] = {0.0}, b[OUTLAY_LANES] = {0.0};
  a[0] = x;
  b[0] = y;
  outlay_kernels_best()->binary[op][OUTLAY_BOTH_VARY](a, a, b, OUTLAY_LANES);
  return a[0];
}
static double power(double x, double y) { return one_of_two(OUTLAY_POWER, x, y); }
static double best_exp(double x) { return one(outlay_kernels_best()->unary[OUTLAY_EXP], x); }
static double best_log(double x) { return one(outlay_kernels_best()->unary[OUTLAY_LOG], x); }

/* The C library's long double functions are the reference: their own error is some thousandths of
 * a double's last digit. */
static void exp_is_within_one_ulp(void **state) {
  (void)state;
  if (LDBL_MANT_DIG < 64) skip();
  columns k = new_columns();
  uint64_t random = 99;
  for (int round = 0; round < 250; round++) {
    for (size_t i = 0; i < N; i++) {
      const double unit = (double)(next_word(&random) >> 11) * 0x1p-53;
      k.a[i] = round % 2 ? unit * 1456.0 - 746.0 : unit * 4.0 - 2.0;
    }
    outlay_kernels_best()->unary[OUTLAY_EXP](k.got, k.a, N);
    for (size_t i = 0; i < N; i++) {
      const double error = ulps(k.got[i], expl((long double)k.a[i]));
      if (error > 1.0) fail_msg("exp(%a) is off by %g ulp", k.a[i], error);
    }
  }
  free_columns(&k);
}

static void exp_is_right_at_its_edges(void **state) {
  (void)state;
  assert_true(best_exp(0.0) == 1.0 && best_exp(-0.0) == 1.0);
  assert_true(best_exp(INFINITY) == INFINITY && best_exp(-INFINITY) == 0.0);
  assert_true(isnan(best_exp(NAN)));
  assert_true(isfinite(best_exp(0x1.62e42fefa39efp+9)));
  assert_true(best_exp(0x1.62e42fefa39f0p+9) == INFINITY);
  assert_true(best_exp(DBL_MAX) == INFINITY && best_exp(-DBL_MAX) == 0.0);
  assert_true(best_exp(-745.1) == DBL_TRUE_MIN);
  assert_true(best_exp(-745.2) == 0.0);
  assert_true(best_exp(DBL_TRUE_MIN) == 1.0);
}

static void log_is_within_one_ulp(void **state) {
  (void)state;
  if (LDBL_MANT_DIG < 64) skip();
  columns k = new_columns();
  uint64_t random = 98;
  for (int round = 0; round < 250; round++) {
    for (size_t i = 0; i < N; i++) {
      const uint64_t word = next_word(&random);
      const double unit = (double)(word >> 11) * 0x1p-53;
      const uint64_t any = word & INT64_MAX; /* any exponent, subnormals too */
      switch (round % 4) {
        case 0:
          memcpy(&k.a[i], &any, sizeof any);
          break;
        case 1:
          k.a[i] = 0.5 + unit;
          break;
        case 2:
          k.a[i] = 1.0 + (unit - 0.5) * ldexp(1.0, -(int)(word & 31));
          break;
        default:
          k.a[i] = unit * DBL_MIN;
      }
    }
    outlay_kernels_best()->unary[OUTLAY_LOG](k.got, k.a, N);
    for (size_t i = 0; i < N; i++) {
      const double error = ulps(k.got[i], logl((long double)k.a[i]));
      if (error > 1.0) fail_msg("log(%a) is off by %g ulp", k.a[i], error);
    }
  }
  free_columns(&k);
}

static void log_is_right_at_its_edges(void **state) {
  (void)state;
  assert_true(same_value(best_log(1.0), 0.0));
  assert_true(best_log(0.0) == -INFINITY && best_log(-0.0) == -INFINITY);
  assert_true(best_log(INFINITY) == INFINITY);
  assert_true(isnan(best_log(-1.0)) && isnan(best_log(-INFINITY)) && isnan(best_log(NAN)));
  assert_true(isnan(best_log(-DBL_TRUE_MIN)));
}

static void power_is_within_one_ulp(void **state) {
  (void)state;
  if (LDBL_MANT_DIG < 64) skip();
  columns k = new_columns();
  uint64_t random = 97;
  for (int round = 0; round < 60; round++) {
    for (size_t i = 0; i < N; i++) {
      const double x = (double)(next_word(&random) >> 11) * 0x1p-53;
      const double y = (double)(next_word(&random) >> 11) * 0x1p-53 - 0.5;
      const double wide = exp((x - 0.5) * 1400.0);
      k.a[i] = round % 3 == 0 ? wide : round % 3 == 1 ? x + 0.5 : x * 1e3;
      k.b[i] = round % 3 == 0 ? y * 2.0 : round % 3 == 1 ? y * 1000.0 : y * 40.0;
    }
    outlay_kernels_best()->binary[OUTLAY_POWER][OUTLAY_BOTH_VARY](k.got, k.a, k.b, N);
    for (size_t i = 0; i < N; i++) {
      const double error = ulps(k.got[i], powl((long double)k.a[i], (long double)k.b[i]));
      if (error > 1.0) fail_msg("%a ^ %a is off by %g ulp", k.a[i], k.b[i], error);
    }
  }
  free_columns(&k);
}

static void simple_powers_are_exact(void **state) {
  (void)state;
  columns k = new_columns();
  fill_hard(k.a, N, 4);
  for (size_t i = 0; i < N; i++) {
    const double x = k.a[i];
    assert_true(same_value(power(x, 1.0), x));
    assert_true(same_value(power(x, 2.0), x * x));
    assert_true(same_value(power(x, -1.0), 1.0 / x));
    assert_true(same_value(power(x, 0.5), sqrt(x)));
    if (!isnan(x)) assert_true(same_value(power(x, 0.0), 1.0));
  }
  for (int i = -300; i <= 300; i++) {
    assert_true(power(2.0, i) == ldexp(1.0, i));
    assert_true(power(-2.0, i) == (i % 2 ? -1.0 : 1.0) * ldexp(1.0, i));
  }
  double exact = 1.0;
  for (int i = 0; i <= 22; i++, exact *= 10.0) assert_true(power(10.0, i) == exact);
  exact = 1.0;
  for (int i = 0; i <= 33; i++, exact *= 3.0) assert_true(power(3.0, i) == exact);
  free_columns(&k);
}

static void power_at_its_edges_is_as_in_c(void **state) {
  (void)state;
  const double values[] = {0.0, -0.0,    1.0,      -1.0,   0.5,  -0.5,        2.0,   -2.0,
                           3.0, -3.0,    INFINITY, 1.5,    -1.5, -INFINITY,   1e300, -1e300,
                           7.0, DBL_MAX, DBL_MIN,  1e-300, 1e17, DBL_TRUE_MIN};
  const size_t count = sizeof values / sizeof values[0];
  for (size_t i = 0; i < count; i++) {
    for (size_t j = 0; j < count; j++) {
      const double x = values[i], y = values[j];
      if (y == 0.5) continue; /* the square root, which differs for -0 and -infinity */
      const double got = power(x, y), expected = pow(x, y);
      if (same_value(got, expected) || (isfinite(got) && ulps(got, (long double)expected) <= 1.0)) {
        continue;
      }
      fail_msg("%g ^ %g is %g, not %g", x, y, got, expected);
    }
  }
  assert_true(isnan(power(NAN, 0.0)) && isnan(power(1.0, NAN)));
}

/* ---- the plain operations ---- */

static void minimum_and_maximum_are_nan_where_an_argument_is(void **state) {
  (void)state;
  for (int op = OUTLAY_MINIMUM; op <= OUTLAY_MAXIMUM; op++) {
    assert_true(isnan(one_of_two(op, NAN, 1.0)) && isnan(one_of_two(op, 1.0, NAN)));
    assert_true(isnan(one_of_two(op, NAN, NAN)));
  }
  assert_true(one_of_two(OUTLAY_MINIMUM, 1.0, 2.0) == 1.0);
  assert_true(one_of_two(OUTLAY_MINIMUM, 2.0, -INFINITY) == -INFINITY);
  assert_true(one_of_two(OUTLAY_MAXIMUM, 1.0, 2.0) == 2.0);
  assert_true(one_of_two(OUTLAY_MAXIMUM, 2.0, -INFINITY) == 2.0);
}

static void comparisons_are_those_of_c(void **state) {
  (void)state;
  const double values[] = {0.0, -0.0, 1.0, -1.0, INFINITY, -INFINITY, NAN, DBL_TRUE_MIN};
  for (size_t i = 0; i < 8; i++) {
    for (size_t j = 0; j < 8; j++) {
      const double x = values[i], y = values[j];
      assert_true(one_of_two(OUTLAY_LESS, x, y) == (double)(x < y));
      assert_true(one_of_two(OUTLAY_LESS_EQUAL, x, y) == (double)(x <= y));
      assert_true(one_of_two(OUTLAY_GREATER, x, y) == (double)(x > y));
      assert_true(one_of_two(OUTLAY_GREATER_EQUAL, x, y) == (double)(x >= y));
      assert_true(one_of_two(OUTLAY_EQUAL, x, y) == (double)(x == y));
      assert_true(one_of_two(OUTLAY_NOT_EQUAL, x, y) == (double)(x != y));
    }
  }
}

static void conditions_combine(void **state) {
  (void)state;
  for (int x = 0; x <= 1; x++) {
    for (int y = 0; y <= 1; y++) {
      assert_true(one_of_two(OUTLAY_AND, x, y) == (double)(x && y));
      assert_true(one_of_two(OUTLAY_OR, x, y) == (double)(x || y));
    }
    assert_true(one(outlay_kernels_best()->unary[OUTLAY_NOT], x) == (double)!x);
  }
}

static void arithmetic_and_rounding_are_those_of_c(void **state) {
  (void)state;
  const outlay_kernels *kernels = outlay_kernels_best();
  columns k = new_columns();
  fill_hard(k.a, N, 11);
  fill_hard(k.b, N, 12);
  for (size_t i = 0; i < N; i++) {
    const double x = k.a[i], y = k.b[i];
    assert_true(same_value(one_of_two(OUTLAY_ADD, x, y), x + y));
    assert_true(same_value(one_of_two(OUTLAY_SUBTRACT, x, y), x - y));
    assert_true(same_value(one_of_two(OUTLAY_MULTIPLY, x, y), x * y));
    assert_true(same_value(one_of_two(OUTLAY_DIVIDE, x, y), x / y));
    assert_true(same_value(one(kernels->unary[OUTLAY_NEGATE], x), -x));
    assert_true(same_value(one(kernels->unary[OUTLAY_ABSOLUTE], x), fabs(x)));
    assert_true(same_value(one(kernels->unary[OUTLAY_SQUARE_ROOT], x), sqrt(x)));
    assert_true(same_value(one(kernels->unary[OUTLAY_FLOOR], x), floor(x)));
    assert_true(same_value(one(kernels->unary[OUTLAY_CEILING], x), ceil(x)));
    assert_true(same_value(one(kernels->unary[OUTLAY_ROUND], x), rint(x)));
  }
  assert_true(one(kernels->unary[OUTLAY_ROUND], 2.5) == 2.0);
  assert_true(one(kernels->unary[OUTLAY_ROUND], 3.5) == 4.0);
  free_columns(&k);
}

static void select_takes_the_value_that_the_condition_says(void **state) {
  (void)state;
  columns k = new_columns();
  fill_moderate(k.a, N, 1);
  fill_moderate(k.b, N, 2);
  for (size_t i = 0; i < N; i++) k.c[i] = i % 3 == 0 ? 1.0 : 0.0;
  for (int fixed = 0; fixed < 4; fixed++) {
    const bool x_fixed = fixed & 1, y_fixed = fixed & 2;
    outlay_kernels_best()->select(k.got, k.c, k.a, k.b, N, x_fixed, y_fixed);
    for (size_t i = 0; i < N; i++) {
      const double x = k.a[x_fixed ? 0 : i], y = k.b[y_fixed ? 0 : i];
      assert_true(k.got[i] == (i % 3 == 0 ? x : y));
    }
  }
  free_columns(&k);
}

/* ---- the normal distribution ---- */

static void normal_cdf_is_precise_in_both_tails(void **state) {
  (void)state;
  if (LDBL_MANT_DIG < 64) skip();
  columns k = new_columns();
  for (int round = 0; round < 20; round++) {
    for (size_t i = 0; i < N; i++) k.a[i] = -38.4 + 47.0 * ((double)i + round / 20.0) / N;
    outlay_kernels_best()->normal_cdf(k.got, k.a, N);
    for (size_t i = 0; i < N; i++) {
      const long double x = (long double)k.a[i];
      const double error = ulps(k.got[i], erfcl(-x * 0.707106781186547524400844362104849039L) / 2);
      if (error > 4.0) fail_msg("Phi(%a) is off by %g ulp", k.a[i], error);
    }
  }
  outlay_unary_kernel *cdf = outlay_kernels_best()->normal_cdf;
  assert_true(one(cdf, -INFINITY) == 0.0 && one(cdf, INFINITY) == 1.0 && isnan(one(cdf, NAN)));
  assert_true(one(cdf, 0.0) == 0.5 && one(cdf, -1e300) == 0.0 && one(cdf, 1e300) == 1.0);
  free_columns(&k);
}

/* By the long double distribution function: dz = dp / density. */
static void normal_quantile_is_precise_to_1e_15(void **state) {
  (void)state;
  if (LDBL_MANT_DIG < 64) skip();
  columns k = new_columns();
  for (int round = 0; round < 12; round++) {
    for (size_t i = 0; i < N; i++) {
      const double u = ((double)i + 0.5 + 0.07 * round) / (N + 1.0);
      k.a[i] = round % 3 == 0 ? u : round % 3 == 1 ? exp(-700.0 * u) / 2 : 1.0 - u * 0.01;
    }
    outlay_kernels_best()->normal_quantile(k.got, k.a, N);
    for (size_t i = 0; i < N; i++) {
      const long double z = (long double)k.got[i], root_half = 0.707106781186547524400844362104849L;
      const bool low = k.a[i] < 0.5;
      const long double p = low ? (long double)k.a[i] : 1.0L - (long double)k.a[i];
      const long double back = erfcl((low ? -z : z) * root_half) / 2;
      const long double density = expl(-z * z / 2) * 0.398942280401432677939946059934L;
      const long double off = fabsl(back - p) / density / fmaxl(fabsl(z), 1e-3L);
      if (off > 1e-15L) fail_msg("the quantile of %a is off by %Lg, relatively", k.a[i], off);
    }
  }
  outlay_unary_kernel *quantile = outlay_kernels_best()->normal_quantile;
  assert_true(one(quantile, 0.0) == -INFINITY && one(quantile, 1.0) == INFINITY);
  assert_true(one(quantile, 0.5) == 0.0);
  assert_true(isnan(one(quantile, -1e-9)) && isnan(one(quantile, 1.0 + 1e-9)));
  assert_true(isnan(one(quantile, NAN)));
  free_columns(&k);
}

/* ---- single values ---- */

static void single_values_have_the_kernels_bits(void **state) {
  (void)state;
  columns k = new_columns();
  const outlay_kernels *kernels = outlay_kernels_best();
  fill_hard(k.a, N, 21);
  kernels->unary[OUTLAY_EXP](k.got, k.a, N);
  for (size_t i = 0; i < N; i++) assert_true(same_value(outlay_exp(k.a[i]), k.got[i]));
  kernels->unary[OUTLAY_LOG](k.got, k.a, N);
  for (size_t i = 0; i < N; i++) assert_true(same_value(outlay_log(k.a[i]), k.got[i]));
  kernels->normal_cdf(k.got, k.a, N);
  for (size_t i = 0; i < N; i++) assert_true(same_value(outlay_normal_cdf(k.a[i]), k.got[i]));
  kernels->uniform_pair(k.a, NULL, 1, 0, 0, N);
  kernels->normal_quantile(k.got, k.a, N);
  for (size_t i = 0; i < N; i++) assert_true(same_value(outlay_normal_quantile(k.a[i]), k.got[i]));
  free_columns(&k);
}

static void small_arguments_lose_nothing_in_expm1_and_log1p(void **state) {
  (void)state;
  if (LDBL_MANT_DIG < 64) skip();
  for (int i = 0; i < 4000; i++) {
    const double x = ldexp(1.0 + i * 0x1p-12, i % 60 - 58);
    assert_true(ulps(outlay_expm1(x), expm1l((long double)x)) <= 3.0);
    assert_true(ulps(outlay_expm1(-x), expm1l(-(long double)x)) <= 3.0);
    assert_true(ulps(outlay_log1p(x), log1pl((long double)x)) <= 3.0);
    if (x >= 1.0) continue;
    assert_true(ulps(outlay_log1p(-x), log1pl(-(long double)x)) <= 3.0);
    /* The reference itself cancels below 1e-6. */
    if (x > 0.5 || x < 1e-6) continue;
    const long double y = (long double)x;
    const long double direct = y - log1pl(y);
    assert_true(fabsl((long double)outlay_log1p_excess(x) - direct) <=
                1e-15L * direct + 1.1e-19L * y);
  }
  assert_true(outlay_log1p(-1.0) == -INFINITY && outlay_log1p(INFINITY) == INFINITY);
  assert_true(outlay_expm1(-INFINITY) == -1.0 && outlay_expm1(INFINITY) == INFINITY);
}

/* Results stored with a numeric version are compared with later ones bit by bit: whoever changes a
 * digit on purpose changes this number and says so. It is the same for all compilers. */
static void the_digits_have_not_changed(void **state) {
  (void)state;
  const outlay_kernels *kernels = outlay_kernels_best();
  columns k = new_columns();
  uint64_t digest = UINT64_C(14695981039346656037); /* FNV-1a, by words */
  fill_hard(k.a, N, 31);
  fill_hard(k.b, N, 32);
  for (int op = 0; op < OUTLAY_OPERATIONS + 4; op++) {
    if (op < OUTLAY_OPERATIONS && kernels->unary[op] != NULL) {
      kernels->unary[op](k.got, k.a, N);
    } else if (op < OUTLAY_OPERATIONS && kernels->binary[op][0] != NULL) {
      kernels->binary[op][0](k.got, k.a, k.b, N);
    } else if (op == OUTLAY_OPERATIONS) {
      kernels->normal_pair(k.got, k.b, 1, 2, 3 * N, N);
    } else if (op == OUTLAY_OPERATIONS + 1) {
      kernels->normal_cdf(k.got, k.a, N);
    } else if (op == OUTLAY_OPERATIONS + 2) {
      kernels->uniform_pair(k.a, k.b, 1, 2, 3 * N, N);
      kernels->normal_quantile(k.got, k.a, N);
    } else {
      continue;
    }
    for (size_t i = 0; i < N; i++) {
      uint64_t word = 1;
      if (!isnan(k.got[i])) memcpy(&word, &k.got[i], sizeof word);
      digest = (digest ^ word) * UINT64_C(1099511628211);
    }
  }
  if (digest != UINT64_C(0xf8b8169b19b0e9b9))
    fail_msg("the digest is 0x%016llx", (unsigned long long)digest);
  free_columns(&k);
}

static void the_environment_chooses_the_set(void **state) {
  (void)state;
  for (int i = 0; i < KERNEL_SETS; i++) {
    if (kernel_set(i) == NULL) continue;
    assert_int_equal(setenv("OUTLAY_KERNELS", kernel_set(i)->name, 1), 0);
    assert_ptr_equal(outlay_kernels_best(), kernel_set(i));
  }
  assert_int_equal(setenv("OUTLAY_KERNELS", "no such set", 1), 0);
  const outlay_kernels *best = outlay_kernels_best();
  assert_int_equal(unsetenv("OUTLAY_KERNELS"), 0);
  assert_ptr_equal(outlay_kernels_best(), best);
  assert_non_null(best);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(all_sets_give_the_same_bits_for_every_operation),
      cmocka_unit_test(all_sets_give_the_same_bits_for_the_other_kernels),
      cmocka_unit_test(the_three_broadcasts_agree),
      cmocka_unit_test(a_kernel_may_write_over_its_argument),
      cmocka_unit_test(exp_is_within_one_ulp),
      cmocka_unit_test(exp_is_right_at_its_edges),
      cmocka_unit_test(log_is_within_one_ulp),
      cmocka_unit_test(log_is_right_at_its_edges),
      cmocka_unit_test(power_is_within_one_ulp),
      cmocka_unit_test(simple_powers_are_exact),
      cmocka_unit_test(power_at_its_edges_is_as_in_c),
      cmocka_unit_test(minimum_and_maximum_are_nan_where_an_argument_is),
      cmocka_unit_test(comparisons_are_those_of_c),
      cmocka_unit_test(conditions_combine),
      cmocka_unit_test(arithmetic_and_rounding_are_those_of_c),
      cmocka_unit_test(select_takes_the_value_that_the_condition_says),
      cmocka_unit_test(normal_cdf_is_precise_in_both_tails),
      cmocka_unit_test(normal_quantile_is_precise_to_1e_15),
      cmocka_unit_test(single_values_have_the_kernels_bits),
      cmocka_unit_test(small_arguments_lose_nothing_in_expm1_and_log1p),
      cmocka_unit_test(the_digits_have_not_changed),
      cmocka_unit_test(the_environment_chooses_the_set),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
