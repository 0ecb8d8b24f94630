/* Statistics of columns: moments, exact quantiles, rank correlation. */
#define _POSIX_C_SOURCE 200809L /* setenv */

#include <float.h>
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "failing_allocator.h"
#include "kernel_sets.h"
#include "selection.h"
#include "statistics.h"

static void assert_near(const char *what, double got, double expected, double tolerance) {
  if (fabs(got - expected) <= tolerance) return;
  fail_msg("%s is %.17g, not %.17g", what, got, expected);
}

/* ---- kernels that end in a few numbers ---- */

static void accumulate_has_the_same_bits_on_every_set_for_every_length(void **state) {
  (void)state;
  enum { N = 4096 };
  double *a = new_column(N);
  fill_moderate(a, N, 3);
  for (size_t n = 0; n <= N; n += n < 70 ? 1 : 111) {
    double expected[4], got[4];
    kernel_set(0)->accumulate(a, n, 0.25, expected);
    for (int set = 1; set < KERNEL_SETS; set++) {
      if (kernel_set(set) == NULL) continue;
      kernel_set(set)->accumulate(a, n, 0.25, got);
      assert_memory_equal(got, expected, sizeof got);
    }
    long double sum = 0.0L, square = 0.0L;
    double least = INFINITY, greatest = -INFINITY;
    for (size_t i = 0; i < n; i++) {
      const long double d = (long double)a[i] - 0.25L;
      sum += d;
      square += d * d;
      least = fmin(least, a[i]);
      greatest = fmax(greatest, a[i]);
    }
    assert_near("the sum", expected[0], (double)sum, 1e-13 * 1e6 * (double)(n + 1));
    assert_near("the squares", expected[1], (double)square, 1e-14 * (double)square);
    assert_true(expected[2] == least && expected[3] == greatest);
  }
  free(a);
}

static void all_finite_sees_every_position_and_nothing_beyond(void **state) {
  (void)state;
  enum { N = 64 };
  double *a = new_column(N);
  const double strange[] = {NAN, INFINITY, -INFINITY};
  for (int set = 0; set < KERNEL_SETS; set++) {
    if (kernel_set(set) == NULL) continue;
    for (size_t n = 0; n < N; n++) {
      assert_true(kernel_set(set)->all_finite(a, n));
      for (size_t at = 0; at < N; at++) {
        const double kept = a[at];
        a[at] = strange[at % 3];
        assert_true(kernel_set(set)->all_finite(a, n) == (at >= n));
        a[at] = kept;
      }
      a[n] = n % 2 ? DBL_MAX : -DBL_TRUE_MIN;
    }
  }
  free(a);
}

static void between_copies_what_lies_between_in_order(void **state) {
  (void)state;
  enum { N = 1000 };
  double a[N], got[N + OUTLAY_LANES];
  uint64_t random = 5;
  for (size_t i = 0; i < N; i++) a[i] = (double)(next_word(&random) % 40);
  const double brackets[][2] = {{10, 20},       {10, 10},       {-1, 50},
                                {-INFINITY, 5}, {39, INFINITY}, {5, 6}};
  for (int set = 0; set < KERNEL_SETS; set++) {
    if (kernel_set(set) == NULL) continue;
    for (int b = 0; b < 6; b++) {
      for (size_t n = 0; n < N; n += 97) {
        const double low = brackets[b][0], high = brackets[b][1];
        size_t not_above = 5, expected_not_above = 5, inside = 0;
        const size_t count = kernel_set(set)->between(got, a + 3, n, low, high, &not_above);
        for (size_t i = 3; i < n + 3; i++) {
          expected_not_above += a[i] <= low;
          if (a[i] > low && a[i] < high) assert_true(got[inside++] == a[i]);
        }
        assert_int_equal(count, inside);
        assert_int_equal(not_above, expected_not_above);
      }
    }
  }
}

/* ---- moments ---- */

static void moments_are_those_of_a_long_double_sum(void **state) {
  (void)state;
  enum { N = 100003 };
  double *a = new_column(N + 5);
  const double offsets[] = {0.0, 1e6, -1e12};
  for (int k = 0; k < 3; k++) {
    fill_moderate(a, N + 5, 9);
    for (size_t i = 0; i < N; i++) a[i] = a[i] * 1e-3 + offsets[k];
    outlay_accumulator sums;
    outlay_moments got;
    outlay_accumulate(outlay_kernels_best(), a, N, &sums);
    outlay_accumulator_moments(&sums, &got);
    long double mean = 0.0L, square = 0.0L;
    for (size_t i = 0; i < N; i++) mean += (long double)a[i] / N;
    for (size_t i = 0; i < N; i++)
      square += ((long double)a[i] - mean) * ((long double)a[i] - mean);
    const double sd = (double)sqrtl(square / N);
    assert_true(got.count == N);
    assert_near("the mean", got.mean, (double)mean, 1e-14 * fabs((double)mean) + 1e-13 * sd);
    /* A block's mean is rounded: with a far mean, some of the spread's digits go. */
    const double blur = 1e-12 * sd + 0.01 * DBL_EPSILON * fabs((double)mean);
    assert_near("the sd", got.sd, sd, blur);
    assert_near("the error", got.standard_error, (double)sqrtl(square / (N - 1.0L) / N), blur);
  }
  free(a);
}

static void a_constant_column_has_no_spread(void **state) {
  (void)state;
  double *a = new_column(10000);
  for (size_t i = 0; i < 10000; i++) a[i] = 0.1;
  outlay_accumulator sums;
  outlay_moments got;
  outlay_accumulate(outlay_kernels_best(), a, 9999, &sums);
  outlay_accumulator_moments(&sums, &got);
  assert_true(got.mean == 0.1 && got.sd == 0.0 && got.standard_error == 0.0);
  assert_true(got.minimum == 0.1 && got.maximum == 0.1);
  outlay_accumulate(outlay_kernels_best(), a, 1, &sums);
  outlay_accumulator_moments(&sums, &got);
  assert_true(got.count == 1.0 && got.mean == 0.1 && got.sd == 0.0 && got.standard_error == 0.0);
  outlay_accumulate(outlay_kernels_best(), a, 0, &sums);
  outlay_accumulator_moments(&sums, &got);
  assert_true(got.count == 0.0 && isnan(got.mean) && isnan(got.sd));
  free(a);
}

static void two_values_have_their_textbook_moments(void **state) {
  (void)state;
  const double a[] = {1.0, 4.0};
  outlay_accumulator sums;
  outlay_moments got;
  outlay_accumulate(outlay_kernels_best(), a, 2, &sums);
  outlay_accumulator_moments(&sums, &got);
  assert_true(got.mean == 2.5 && got.sd == 1.5 && got.standard_error == 1.5);
  assert_true(got.minimum == 1.0 && got.maximum == 4.0);
}

static void blocks_merged_in_order_give_the_columns_digits(void **state) {
  (void)state;
  enum { N = 50000, BLOCK = 4096 };
  double *a = new_column(N);
  fill_moderate(a, N, 4);
  outlay_accumulator whole, merged = {0.0, 0.0, 0.0, INFINITY, -INFINITY};
  outlay_accumulate(outlay_kernels_best(), a, N, &whole);
  for (size_t begin = 0; begin < N; begin += BLOCK) {
    outlay_accumulator block;
    outlay_accumulate(outlay_kernels_portable(), a + begin, N - begin < BLOCK ? N - begin : BLOCK,
                      &block);
    outlay_accumulator_merge(&merged, &block);
  }
  assert_memory_equal(&merged, &whole, sizeof whole);
  const outlay_accumulator nothing = {0.0, 0.0, 0.0, INFINITY, -INFINITY};
  outlay_accumulator_merge(&merged, &nothing);
  assert_memory_equal(&merged, &whole, sizeof whole);
  free(a);
}

/* ---- quantiles ---- */

static int compare(const void *a, const void *b) {
  const double x = *(const double *)a, y = *(const double *)b;
  return (x > y) - (x < y);
}

/* Type 7 from a sorted copy. */
static double sorted_quantile(const double *sorted, size_t n, double p) {
  const double place = p * (double)(n - 1);
  const size_t k = (size_t)place;
  const double fraction = place - (double)k;
  return fraction > 0.0 ? sorted[k] + fraction * (sorted[k + 1] - sorted[k]) : sorted[k];
}

enum { SHAPES = 14 };

static void fill_shape(int shape, double *a, size_t n) {
  uint64_t random = 77;
  double *normal = new_column((n + 7) / 8 * 8);
  outlay_kernels_best()->normal_pair(normal, NULL, 1, 2, 0, (n + 7) / 8 * 8);
  for (size_t i = 0; i < n; i++) {
    const double x = normal[i], u = (double)(next_word(&random) >> 11) * 0x1p-53;
    switch (shape) {
      case 0:
        a[i] = x;
        break;
      case 1:
        a[i] = exp(4.0 * x);
        break;
      case 2:
        a[i] = (double)i;
        break;
      case 3:
        a[i] = -(double)i;
        break;
      case 4:
        a[i] = 3.5;
        break;
      case 5:
        a[i] = x < 0.0 ? 0.0 : x;
        break; /* a point mass at the median */
      case 6:
        a[i] = floor(2.0 * x);
        break; /* many ties */
      case 7:
        a[i] = u < 0.97 ? 0.0 : 1.0;
        break; /* two values */
      case 8:
        a[i] = i == n / 2 ? 1e300 : x;
        break; /* an outlier */
      case 9:
        a[i] = i % 2 ? 1e9 + x : x;
        break; /* two clusters */
      case 10:
        a[i] = (double)(i < n / 2 ? i : n - i);
        break; /* up and down */
      case 11:
        a[i] = i % 61 == 0 ? x : 1e6 * u;
        break; /* what a stride could see alone */
      case 12:
        a[i] = 1e6 + 1e-6 * x;
        break; /* far from zero, narrow */
      default:
        a[i] = x * ldexp(1.0, (int)(u * 1200.0) - 600);
    }
  }
  free(normal);
}

static void quantiles_are_those_of_a_sorted_copy(void **state) {
  (void)state;
  static const size_t sizes[] = {1, 2, 3, 10, 25, 1000, 2047, 2048, 2049, 5000, 100000, 262147};
  static const double probabilities[] = {0.5,   0.05, 0.95,  0.25, 0.75, 0.0,    1.0,
                                         0.001, 0.37, 0.999, 0.9,  0.5,  1e-300, 1.0 - 0x1p-53};
  enum { COUNT = sizeof probabilities / sizeof probabilities[0], MOST = 262147 };
  double *a = malloc(MOST * sizeof *a), *sorted = malloc(MOST * sizeof *a);
  assert_non_null(a);
  assert_non_null(sorted);
  for (int shape = 0; shape < SHAPES; shape++) {
    for (size_t s = 0; s < sizeof sizes / sizeof sizes[0]; s++) {
      const size_t n = sizes[s];
      double got[COUNT];
      fill_shape(shape, a, n);
      memcpy(sorted, a, n * sizeof *a);
      qsort(sorted, n, sizeof *sorted, compare);
      for (int t = 0; t < (n < 131072 ? 1 : 4); t++) {
        const uint32_t threads = (uint32_t[]){1, 2, 3, 8}[t];
        assert_int_equal(outlay_quantiles(NULL, threads, a, n, probabilities, COUNT, got, NULL),
                         OUTLAY_OK);
        for (int i = 0; i < COUNT; i++) {
          const double expected = sorted_quantile(sorted, n, probabilities[i]);
          if (got[i] == expected) continue;
          fail_msg("shape %d, n %zu, %u threads, p %g: %.17g, not %.17g", shape, n, threads,
                   probabilities[i], got[i], expected);
        }
      }
      double *again = sorted; /* the column itself is untouched */
      fill_shape(shape, again, n);
      assert_memory_equal(a, again, n * sizeof *a);
    }
  }
  free(a);
  free(sorted);
}

static void quantiles_do_not_depend_on_the_kernel_set(void **state) {
  (void)state;
  enum { N = 50000 };
  double *a = new_column(N);
  fill_shape(0, a, N);
  const double p[] = {0.05, 0.5, 0.95};
  double expected[3], got[3];
  assert_int_equal(outlay_quantiles(NULL, 1, a, N, p, 3, expected, NULL), OUTLAY_OK);
  for (int set = 0; set < KERNEL_SETS; set++) {
    if (kernel_set(set) == NULL) continue;
    assert_int_equal(setenv("OUTLAY_KERNELS", kernel_set(set)->name, 1), 0);
    assert_int_equal(outlay_quantiles(NULL, 1, a, N, p, 3, got, NULL), OUTLAY_OK);
    assert_memory_equal(got, expected, sizeof got);
  }
  assert_int_equal(unsetenv("OUTLAY_KERNELS"), 0);
  free(a);
}

static void huge_values_are_interpolated_without_overflow(void **state) {
  (void)state;
  const double a[] = {-DBL_MAX, DBL_MAX};
  const double p = 0.5;
  double got = 1.0;
  assert_int_equal(outlay_quantiles(NULL, 1, a, 2, &p, 1, &got, NULL), OUTLAY_OK);
  assert_true(got == 0.0);
}

static void impossible_quantiles_are_refused(void **state) {
  (void)state;
  const double a[] = {1.0, 2.0}, bad[] = {-0.1, 1.1, NAN};
  double got = 7.0;
  outlay_error error;
  for (int i = 0; i < 3; i++) {
    assert_int_equal(outlay_quantiles(NULL, 1, a, 2, &bad[i], 1, &got, &error),
                     OUTLAY_ERROR_ARGUMENT);
    assert_non_null(strstr(error.message, "between 0 and 1"));
  }
  assert_int_equal(outlay_quantiles(NULL, 1, a, 0, a, 1, &got, &error), OUTLAY_ERROR_ARGUMENT);
  assert_int_equal(outlay_quantiles(NULL, 1, a, 2, NULL, 0, NULL, &error), OUTLAY_OK);
  assert_true(got == 7.0);
}

static void selection_puts_each_rank_in_its_place(void **state) {
  (void)state;
  enum { N = 3000 };
  double *a = malloc(N * sizeof *a), *sorted = malloc(N * sizeof *a);
  assert_non_null(a);
  assert_non_null(sorted);
  for (int shape = 0; shape < SHAPES; shape++) {
    for (size_t n = 1; n <= N; n = n * 3 + 1) {
      size_t ranks[5] = {0, n / 4, n / 2, n - 1 - n / 5, n - 1};
      if (ranks[3] < ranks[2]) ranks[3] = ranks[2];
      fill_shape(shape, a, n);
      memcpy(sorted, a, n * sizeof *a);
      qsort(sorted, n, sizeof *sorted, compare);
      outlay_select(a, n, ranks, 5);
      for (int i = 0; i < 5; i++) assert_true(a[ranks[i]] == sorted[ranks[i]]);
      qsort(a, n, sizeof *a, compare);
      assert_memory_equal(a, sorted, n * sizeof *a);
    }
  }
  for (size_t i = 0; i < N; i++) a[i] = i % 3 ? NAN : (double)i;
  const size_t rank = N / 2;
  outlay_select(a, N, &rank, 1); /* it ends */
  free(a);
  free(sorted);
}

/* ---- rank correlation ---- */

static double rank_correlation(const double *a, const double *b, size_t n) {
  double out = 7.0;
  assert_int_equal(outlay_rank_correlation(NULL, a, b, n, &out, NULL), OUTLAY_OK);
  return out;
}

/* scipy 1.10.1: scipy.stats.spearmanr. */
static void rank_correlations_are_scipys(void **state) {
  (void)state;
  const double a[] = {1, 2, 2, 4, 5, 6, -7, 8, 9, 2}, b[] = {3, 1, 4, 1, 5, 9, 2, 6, 5, 3};
  assert_near("with ties", rank_correlation(a, b, 10), 0.68111781536987559, 1e-15);
  const double c[] = {0.0, -0.0, 1.0, -1e300, 1e-310}, d[] = {5, 5, 4, 3, -2};
  assert_near("with zeros of both signs", rank_correlation(c, d, 5), -0.15789473684210528, 1e-15);
}

static void rank_correlation_is_1_for_any_rising_function(void **state) {
  (void)state;
  enum { N = 10000 };
  double *a = new_column(N), *b = new_column(N);
  outlay_kernels_best()->normal_pair(a, NULL, 3, 1, 0, N);
  for (size_t i = 0; i < N; i++) b[i] = exp(3.0 * a[i]);
  assert_near("rising", rank_correlation(a, b, N), 1.0, 1e-15);
  for (size_t i = 0; i < N; i++) b[i] = -a[i] * a[i] * a[i];
  assert_near("falling", rank_correlation(a, b, N), -1.0, 1e-15);
  outlay_kernels_best()->normal_pair(NULL, b, 3, 1, 0, N);
  assert_true(fabs(rank_correlation(a, b, N)) < 0.05);
  free(a);
  free(b);
}

static void a_constant_column_is_correlated_with_nothing(void **state) {
  (void)state;
  const double a[] = {2, 2, 2, 2}, b[] = {1, 2, 3, 4};
  assert_true(rank_correlation(a, b, 4) == 0.0 && rank_correlation(b, a, 4) == 0.0);
  assert_true(rank_correlation(a, b, 1) == 0.0 && rank_correlation(a, b, 0) == 0.0);
}

/* ---- memory ---- */

/* Quantiles by this many threads, and a rank correlation, with each allocation failing. */
static void fail_each_allocation(const double *a, size_t n, uint32_t threads, bool sticky) {
  const double p[] = {0.1, 0.5, 0.9};
  for (size_t nth = 0;; nth++) {
    failing_allocator memory;
    failing_allocator_arm(&memory, nth, sticky);
    double got[3] = {7.0, 7.0, 7.0}, rho = 7.0;
    outlay_status status = outlay_quantiles(&memory.allocator, threads, a, n, p, 3, got, NULL);
    if (status == OUTLAY_OK) {
      status = outlay_rank_correlation(&memory.allocator, a, a, 100, &rho, NULL);
    } else {
      assert_true(got[0] == 7.0);
    }
    assert_int_equal(status, memory.failed ? OUTLAY_ERROR_MEMORY : OUTLAY_OK);
    assert_int_equal(memory.live, 0);
    if (!memory.failed) break;
    assert_true(nth < 20);
  }
}

static void a_failed_allocation_is_reported_and_leaks_nothing(void **state) {
  (void)state;
  enum { SHORT = 20000, LONG = 140000 }; /* the long one is counted in two parts */
  double *a = new_column(LONG + 8);
  /* brackets find the first column; one that misleads them needs a whole copy as well */
  for (int misleading = 0; misleading <= 1; misleading++) {
    for (size_t i = 0; i < LONG; i++) a[i] = misleading && i % 9 == 0 ? 1e9 : (double)i;
    for (int sticky = 0; sticky <= 1; sticky++) {
      fail_each_allocation(a, SHORT, 1, sticky == 1);
      fail_each_allocation(a, LONG, 2, sticky == 1);
    }
  }
  free(a);
}

/* y = x1 + 2 x2 + 0 x3 for independent uniforms: shares 1/5, 4/5 and 0; and y = |x - 1/2|, of which
 * rank correlation sees nothing and x explains everything. */
static void a_variance_share_is_the_first_order_sobol_index(void **state) {
  (void)state;
  enum { COUNT = 100000 };
  double *columns = malloc(5 * COUNT * sizeof *columns);
  assert_non_null(columns);
  double *x1 = columns, *x2 = x1 + COUNT, *x3 = x2 + COUNT, *y = x3 + COUNT, *bent = y + COUNT;
  uint64_t state64 = 12345;
  for (size_t i = 0; i < 3 * (size_t)COUNT; i++) {
    state64 = state64 * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    columns[i] = (double)(state64 >> 11) / 9007199254740992.0;
  }
  for (size_t i = 0; i < COUNT; i++) {
    y[i] = x1[i] + 2.0 * x2[i];
    bent[i] = fabs(x1[i] - 0.5);
  }
  const struct {
    const double *y, *x;
    double share;
  } cases[] = {{y, x1, 0.2}, {y, x2, 0.8}, {y, x3, 0.0}, {bent, x1, 1.0}, {bent, x2, 0.0}};
  for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
    double share = -1.0;
    assert_int_equal(outlay_variance_share(NULL, cases[i].y, cases[i].x, COUNT, &share, NULL), 0);
    assert_true(fabs(share - cases[i].share) < 0.01);
  }
  free(columns);
}

static void a_constant_column_has_no_variance_to_share(void **state) {
  (void)state;
  const double constant[] = {3.0, 3.0, 3.0, 3.0}, other[] = {1.0, 2.0, 3.0, 4.0};
  double share = -1.0;
  assert_int_equal(outlay_variance_share(NULL, constant, other, 4, &share, NULL), OUTLAY_OK);
  assert_true(share == 0.0);
  assert_int_equal(outlay_variance_share(NULL, other, constant, 4, &share, NULL), OUTLAY_OK);
  assert_true(share == 0.0);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(accumulate_has_the_same_bits_on_every_set_for_every_length),
      cmocka_unit_test(all_finite_sees_every_position_and_nothing_beyond),
      cmocka_unit_test(between_copies_what_lies_between_in_order),
      cmocka_unit_test(moments_are_those_of_a_long_double_sum),
      cmocka_unit_test(a_constant_column_has_no_spread),
      cmocka_unit_test(two_values_have_their_textbook_moments),
      cmocka_unit_test(blocks_merged_in_order_give_the_columns_digits),
      cmocka_unit_test(quantiles_are_those_of_a_sorted_copy),
      cmocka_unit_test(quantiles_do_not_depend_on_the_kernel_set),
      cmocka_unit_test(huge_values_are_interpolated_without_overflow),
      cmocka_unit_test(impossible_quantiles_are_refused),
      cmocka_unit_test(selection_puts_each_rank_in_its_place),
      cmocka_unit_test(rank_correlations_are_scipys),
      cmocka_unit_test(rank_correlation_is_1_for_any_rising_function),
      cmocka_unit_test(a_constant_column_is_correlated_with_nothing),
      cmocka_unit_test(a_failed_allocation_is_reported_and_leaks_nothing),
      cmocka_unit_test(a_variance_share_is_the_first_order_sobol_index),
      cmocka_unit_test(a_constant_column_has_no_variance_to_share),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
