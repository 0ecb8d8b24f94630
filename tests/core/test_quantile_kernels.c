/* The kernels of quantile functions and of evenly spread draws, against the plainest C there is for
 * each, on every instruction set. Where all steps are single operations the bits are the same. */
#include <float.h>
#include <inttypes.h>
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "kernel_sets.h"

enum { N = 1024, MOST_PIECES = 64 };
static const uint64_t recorded_digest = UINT64_C(0xcf69ec6ace53ecbe);

static double input[N], got[N];

/* Scores of all sizes, both ends of the range, zeros and a NaN. */
static void fill_scores(double *column) {
  uint64_t state = 7;
  for (int i = 0; i < N; i++) {
    column[i] = ((double)(next_word(&state) >> 11) * 0x1p-53 - 0.5) * (i % 3 == 0 ? 40 : 12);
  }
  const double edges[] = {0, -0.0, 8.6, -8.6, 8.7, -8.7, 1e300, -1e300, NAN, INFINITY, -INFINITY};
  memcpy(column, edges, sizeof edges);
}

/* Uniforms from 0 to 1, both included, and some next to round ones. */
static void fill_uniforms(double *column) {
  uint64_t state = 11;
  for (int i = 0; i < N; i++) column[i] = (double)(next_word(&state) >> 11) * 0x1p-53;
  const double edges[] = {0,   0x1p-53, 0.25,    0.5, 0.75, 0x1.fffffffffffffp-1, 1, NAN, 0.3,
                          0.7, 0.1,     0x1p-30, 0.2, 0.4};
  memcpy(column, edges, sizeof edges);
}

static void assert_value(const char *what, int set, int i, double expected, double digits) {
  if (same_value(expected, got[i])) return;
  if (fabs(expected - got[i]) <= digits * DBL_EPSILON * fabs(expected)) return;
  fail_msg("%s on %s at %.17g: %.17g instead of %.17g", what, kernel_set(set)->name, input[i],
           got[i], expected);
}

/* ---- closed forms ---- */

static void affine_and_exponential_functions_are_what_they_say(void **state) {
  (void)state;
  fill_scores(input);
  for (int set = 0; set < KERNEL_SETS; set++) {
    if (kernel_set(set) == NULL) continue;
    kernel_set(set)->affine(got, input, N, 0.7, -3.25);
    for (int i = 0; i < N; i++) assert_value("affine", set, i, fma(input[i], 0.7, -3.25), 0);
    kernel_set(set)->exp_affine(got, input, N, 0.7, -3.25);
    for (int i = 0; i < N; i++) {
      assert_value("exp", set, i, exp(fma(input[i], 0.7, -3.25)), 2);
    }
    double sum[N];
    memcpy(sum, input, sizeof sum);
    kernel_set(set)->add_scaled(sum, input, N, 0.6);
    memcpy(got, sum, sizeof got);
    for (int i = 0; i < N; i++) assert_value("sum", set, i, fma(input[i], 0.6, input[i]), 0);
  }
}

static double triangular_of(double u, double low, double mode, double high) {
  const double width = high - low;
  if (u * width < mode - low) return sqrt(u * (width * (mode - low))) + low;
  return high - sqrt((1 - u) * (width * (high - mode)));
}

static void triangular_quantiles_follow_the_inverse(void **state) {
  (void)state;
  static const double shapes[][3] = {{6, 9, 18}, {-1, -1, 1}, {0, 4, 4}, {-3, 0.5, 2}};
  fill_uniforms(input);
  for (int set = 0; set < KERNEL_SETS; set++) {
    for (int k = 0; k < 4 && kernel_set(set) != NULL; k++) {
      const double *s = shapes[k];
      kernel_set(set)->triangular(got, input, N, s[0], s[1], s[2]);
      for (int i = 0; i < N; i++) {
        assert_value("triangular", set, i, triangular_of(input[i], s[0], s[1], s[2]), 0);
      }
    }
  }
}

static void exponential_quantiles_lose_nothing_near_0(void **state) {
  (void)state;
  fill_uniforms(input);
  for (int set = 0; set < KERNEL_SETS; set++) {
    if (kernel_set(set) == NULL) continue;
    kernel_set(set)->exponential(got, input, N);
    for (int i = 0; i < N; i++) {
      if (input[i] > 0) assert_value("exponential", set, i, -log1p(-input[i]), 3);
    }
    assert_true(got[0] == 0);
  }
}

static void uniforms_of_normals_stay_within_the_range_of_draws(void **state) {
  (void)state;
  fill_scores(input);
  for (int set = 0; set < KERNEL_SETS; set++) {
    if (kernel_set(set) == NULL) continue;
    kernel_set(set)->uniform_of_normal(got, input, N);
    for (int i = 0; i < N; i++) {
      double expected = 0.5 * erfc(-input[i] * 0.70710678118654752440);
      if (expected < 0x1p-53) expected = 0x1p-53;
      if (expected > 0x1.fffffffffffffp-1) expected = 0x1.fffffffffffffp-1;
      assert_value("uniform", set, i, expected, 200);
    }
  }
}

/* ---- staircases and tables ---- */

static double step_of(double u, const double *thresholds, const double *values, size_t count) {
  size_t j = 0;
  while (j + 1 < count && thresholds[j] <= u) j++;
  return values[j];
}

static void steps_are_counted_whatever_their_number(void **state) {
  (void)state;
  enum { MOST = 100 };
  double thresholds[MOST], values[MOST];
  fill_uniforms(input);
  for (size_t count = 1; count <= MOST; count++) {
    for (size_t j = 0; j < count; j++) {
      thresholds[j] = (double)(j + 1) / (double)count;
      values[j] = 100.0 - 3.0 * (double)j;
    }
    for (int i = 0; i < 100; i++) input[20 + i] = thresholds[(size_t)i % count];
    for (int set = 0; set < KERNEL_SETS; set++) {
      if (kernel_set(set) == NULL) continue;
      kernel_set(set)->steps(got, input, N, thresholds, values, count);
      for (int i = 0; i < N; i++) {
        assert_value("steps", set, i, step_of(input[i], thresholds, values, count), 0);
      }
    }
  }
}

static void a_table_is_the_straight_line_between_its_values(void **state) {
  (void)state;
  static const double values[] = {-3, 1, 1.5, 7, 100, 101};
  fill_uniforms(input);
  for (size_t count = 2; count <= 6; count++) {
    for (int set = 0; set < KERNEL_SETS; set++) {
      if (kernel_set(set) == NULL) continue;
      kernel_set(set)->table(got, input, N, values, count);
      for (int i = 0; i < N; i++) {
        const double position = input[i] * (double)(count - 1);
        if (isnan(position)) {
          assert_true(isnan(got[i]));
          continue;
        }
        const double piece = fmin(floor(position), (double)count - 2);
        const double *at = values + (size_t)piece;
        assert_value("table", set, i, fma(position - piece, at[1] - at[0], at[0]), 0);
      }
    }
  }
}

/* ---- polynomials on pieces ---- */

static double transformed(double y, outlay_transform transform) {
  switch (transform) {
    case OUTLAY_TRANSFORM_LOGISTIC:
      return 1 / (1 + exp(-y));
    case OUTLAY_TRANSFORM_EXP:
      return exp(y);
    case OUTLAY_TRANSFORM_SINH:
      return (exp(y) - exp(-y)) / 2;
    default:
      return y;
  }
}

static double piecewise_of(double z, const outlay_piecewise *fit) {
  if (isnan(z)) return z;
  double position = fma(z, fit->scale, fit->offset);
  if (position < 0) position = 0;
  if (position > fit->last) position = fit->last;
  const double piece = floor(position);
  const double x = fma(position - piece, 2, -1);
  double y = 0;
  for (int i = OUTLAY_PIECEWISE_DEGREE; i >= 0; i--) {
    y = fma(y, x, fit->by_term[(size_t)i * fit->pieces + (size_t)piece]);
  }
  return fma(transformed(y, fit->transform), fit->width, fit->low);
}

static void piecewise_polynomials_are_evaluated_in_their_piece(void **state) {
  (void)state;
  enum { TERMS = OUTLAY_PIECEWISE_DEGREE + 1 };
  static double by_term[TERMS * MOST_PIECES], by_piece[OUTLAY_PIECEWISE_ROW * MOST_PIECES];
  fill_scores(input);
  for (size_t pieces = 16; pieces <= MOST_PIECES; pieces += 48) {
    uint64_t word = 3;
    for (size_t piece = 0; piece < pieces; piece++) {
      for (size_t i = 0; i < TERMS; i++) {
        const double term = ((double)(next_word(&word) >> 11) * 0x1p-53 - 0.5) / (double)(i + 1);
        by_term[i * pieces + piece] = by_piece[piece * OUTLAY_PIECEWISE_ROW + i] = term;
      }
    }
    const outlay_piecewise fit = {.scale = (double)pieces / 17.2,
                                  .offset = (double)pieces / 2,
                                  .last = nextafter((double)pieces, 0),
                                  .low = -2,
                                  .width = 3.5,
                                  .pieces = pieces,
                                  .by_term = by_term,
                                  .by_piece = by_piece};
    for (int transform = OUTLAY_TRANSFORM_NONE; transform <= OUTLAY_TRANSFORM_SINH; transform++) {
      outlay_piecewise with = fit;
      with.transform = (outlay_transform)transform;
      for (int set = 0; set < KERNEL_SETS; set++) {
        if (kernel_set(set) == NULL) continue;
        kernel_set(set)->piecewise(got, input, N, &with);
        /* Sums may cancel: digits are of the width. */
        for (int i = 0; i < N; i++) {
          const double expected = piecewise_of(input[i], &with);
          const double off = transform == OUTLAY_TRANSFORM_NONE ? 0 : 40 * DBL_EPSILON;
          if (isnan(expected) ? isnan(got[i]) : fabs(got[i] - expected) <= off) continue;
          assert_value("piecewise", set, i, expected, 0);
        }
      }
    }
  }
}

static double knotted_of(double z, const outlay_knotted *fit) {
  size_t piece = 0;
  while (piece + 1 < fit->pieces && fit->knots[piece] <= z) piece++;
  const double *terms = fit->terms + piece * (OUTLAY_PIECEWISE_DEGREE + 3);
  double x = fma(z, terms[0], terms[1]);
  if (x > 1) x = 1;
  if (x < -1) x = -1;
  double y = 0;
  for (int i = OUTLAY_PIECEWISE_DEGREE; i >= 0; i--) y = fma(y, x, terms[2 + i]);
  return fma(y, fit->width, fit->low);
}

static void knotted_polynomials_are_evaluated_between_their_knots(void **state) {
  (void)state;
  enum { PIECES = 5, TERMS = OUTLAY_PIECEWISE_DEGREE + 3 };
  static double knots[PIECES - 1] = {-3, 0, 0.5, 6}, terms[PIECES * TERMS];
  static const double ends[PIECES + 1] = {-8.6, -3, 0, 0.5, 6, 8.6};
  uint64_t word = 5;
  for (int piece = 0; piece < PIECES; piece++) {
    const double scale = 2 / (ends[piece + 1] - ends[piece]);
    terms[piece * TERMS] = scale;
    terms[piece * TERMS + 1] = -1 - ends[piece] * scale;
    for (int i = 2; i < TERMS; i++) {
      terms[piece * TERMS + i] = (double)(next_word(&word) >> 11) * 0x1p-53 - 0.5;
    }
  }
  for (size_t pieces = 1; pieces <= PIECES; pieces++) {
    const outlay_knotted fit = {
        .low = 1.5, .width = -2, .pieces = pieces, .knots = knots, .terms = terms};
    fill_scores(input);
    memcpy(input + 20, knots, sizeof knots);
    for (int set = 0; set < KERNEL_SETS; set++) {
      if (kernel_set(set) == NULL) continue;
      kernel_set(set)->knotted(got, input, N, &fit);
      for (int i = 0; i < N; i++) {
        if (!isnan(input[i])) assert_value("knotted", set, i, knotted_of(input[i], &fit), 0);
      }
    }
  }
}

/* ---- parts of the normal ---- */

/* Phi(z) by the smaller tail. */
static long double lower_tail(long double z) { return erfcl(-z / sqrtl(2.0L)) / 2; }

static void a_truncated_score_has_its_share_of_the_part_inside(void **state) {
  (void)state;
  static const double limits[][2] = {{-1, 2}, {0.5, 3}, {-4, -1.5}, {-9, 9}};
  fill_scores(input);
  for (int k = 0; k < 4; k++) {
    const long double below = lower_tail(limits[k][0]), above = lower_tail(-limits[k][1]);
    const long double inside =
        limits[k][0] > 0 ? lower_tail(-limits[k][0]) - above : lower_tail(limits[k][1]) - below;
    const outlay_truncation part = {
        .below_low = (double)below, .above_high = (double)above, .inside = (double)inside};
    for (int set = 0; set < KERNEL_SETS; set++) {
      if (kernel_set(set) == NULL) continue;
      kernel_set(set)->truncate(got, input, N, &part);
      for (int i = 0; i < N; i++) {
        if (isnan(input[i])) {
          assert_true(isnan(got[i]));
          continue;
        }
        if (fabs(input[i]) > 8) continue;
        /* The probability below the answer, by the tail that is small. */
        const bool left = got[i] < 0;
        const long double here = lower_tail(left ? got[i] : -got[i]);
        const long double wanted =
            left ? below + lower_tail(input[i]) * inside : above + lower_tail(-input[i]) * inside;
        if (fabsl(here - wanted) <= 1e-13L * wanted) continue;
        fail_msg("%s at %g: tail %Lg instead of %Lg", kernel_set(set)->name, input[i], here,
                 wanted);
      }
    }
  }
}

/* ---- evenly spread draws ---- */

static void points_of_a_net_are_sums_of_its_directions(void **state) {
  (void)state;
  outlay_net net = {.shift = UINT64_C(0x123456789abcdef0)};
  uint64_t word = 9;
  for (int i = 0; i < OUTLAY_NET_BITS; i++) net.directions[i] = next_word(&word);
  static const uint64_t starts[] = {0, 8, 4096, 1000000, (UINT64_C(1) << 32) - 512};
  for (int k = 0; k < 5; k++) {
    for (int set = 0; set < KERNEL_SETS; set++) {
      if (kernel_set(set) == NULL) continue;
      kernel_set(set)->net(got, starts[k], N, &net);
      for (int i = 0; i < N; i++) {
        uint64_t point = net.shift;
        for (int bit = 0; bit < OUTLAY_NET_BITS; bit++) {
          if (((starts[k] + (uint64_t)i) >> bit & 1) != 0) point ^= net.directions[bit];
        }
        assert_value("net", set, i, ((double)(point >> 12) + 0.5) * 0x1p-52, 0);
      }
    }
  }
}

static void strata_are_each_visited_once(void **state) {
  (void)state;
  fill_uniforms(input);
  input[6] = input[7] = 0.5; /* draws lie between 0 and 1 */
  for (uint32_t bits = 3; bits <= 10; bits++) {
    const outlay_shuffle shuffle = {.bits = bits, .keys = {1, 22, 333, 4444, 5, 66, 777, 8888}};
    const size_t strata = (size_t)1 << bits;
    for (int set = 0; set < KERNEL_SETS; set++) {
      if (kernel_set(set) == NULL) continue;
      bool visited[N] = {false};
      kernel_set(set)->stratify(got, input, 0, strata, &shuffle);
      for (size_t i = 0; i < strata; i++) {
        const double place = got[i] * (double)strata;
        const size_t stratum = (size_t)place;
        assert_true(got[i] > 0 && got[i] < 1 && stratum < strata && !visited[stratum]);
        visited[stratum] = true;
        const double within = floor(input[i] * 0x1p32) * 0x1p-32 + 0x1p-33;
        const double expected =
            fmin(((double)stratum + within) / (double)strata, 0x1.fffffffffffffp-1);
        assert_true(got[i] == expected);
      }
    }
  }
}

/* ---- the same digits in every release ---- */

static uint64_t add_bits(uint64_t digest, const double *values, size_t n) { /* FNV-1a by words */
  for (size_t i = 0; i < n; i++) {
    uint64_t bits = 0;
    if (!isnan(values[i])) memcpy(&bits, &values[i], sizeof bits);
    digest = (digest ^ bits) * UINT64_C(0x100000001b3);
  }
  return digest;
}

/* Whoever changes a digit on purpose changes this number, and says so in CHANGELOG.md. */
static void the_digits_are_those_of_the_last_release(void **state) {
  (void)state;
  for (int set = 0; set < KERNEL_SETS; set++) {
    const outlay_kernels *kernels = kernel_set(set);
    if (kernels == NULL) continue;
    uint64_t digest = UINT64_C(0xcbf29ce484222325);
    double other[N];
    fill_scores(input);
    uint64_t word = 13;
    for (int i = 0; i < N; i++) other[i] = (double)(next_word(&word) >> 11) * 0x1p-43;
    outlay_unary_kernel *const of_scores[] = {kernels->unary[OUTLAY_EXP], kernels->normal_cdf,
                                              kernels->uniform_of_normal};
    for (size_t k = 0; k < 3; k++) {
      of_scores[k](got, input, N);
      digest = add_bits(digest, got, N);
    }
    kernels->unary[OUTLAY_LOG](got, other, N);
    digest = add_bits(digest, got, N);
    kernels->binary[OUTLAY_POWER][OUTLAY_BOTH_VARY](got, other, input, N);
    digest = add_bits(digest, got, N);
    fill_uniforms(input);
    kernels->normal_quantile(got, input, N);
    digest = add_bits(digest, got, N);
    kernels->binary[OUTLAY_POWER][OUTLAY_BOTH_VARY](got, input, other, N);
    digest = add_bits(digest, got, N);
    kernels->exponential(got, input, N);
    digest = add_bits(digest, got, N);
    kernels->uniform_pair(got, other, 12, 34, 0, N);
    digest = add_bits(add_bits(digest, got, N), other, N);
    kernels->normal_pair(got, other, 12, 34, 4096, N);
    digest = add_bits(add_bits(digest, got, N), other, N);
    if (digest != recorded_digest) {
      fail_msg("%s gives 0x%016" PRIx64, kernels->name, digest);
    }
  }
}

/* ---- ends of columns ---- */

static void what_lies_beyond_a_column_is_neither_read_nor_written(void **state) {
  (void)state;
  enum { LEAST = 8, MOST = 80, BEYOND = 16 };
  const outlay_net net = {.directions = {1}, .shift = 77};
  double column[MOST + BEYOND], out[MOST + BEYOND], sums[4];
  for (size_t n = LEAST; n <= MOST; n += OUTLAY_LANES) {
    for (size_t i = 0; i < n; i++) column[i] = 1.0 + (double)(i % 7);
    for (size_t i = n; i < MOST + BEYOND; i++) column[i] = out[i] = 1e9;
    for (int set = 0; set < KERNEL_SETS; set++) {
      const outlay_kernels *kernels = kernel_set(set);
      if (kernels == NULL) continue;
      kernels->accumulate(column, n, 0.5, sums);
      double sum = 0;
      for (size_t i = 0; i < n; i++) sum += column[i] - 0.5;
      assert_true(sums[0] == sum && sums[2] == 1.0 && sums[3] == 7.0);
      kernels->affine(out, column, n, 1, 0);
      kernels->exp_affine(out, column, n, 1, 0);
      kernels->triangular(out, column, n, 0, 1, 2);
      kernels->add_scaled(out, column, n, 1);
      kernels->net(out, 0, n, &net);
      kernels->uniform_of_normal(out, column, n);
      kernels->exponential(out, column, n);
      kernels->normal_cdf(out, column, n);
      kernels->normal_quantile(out, column, n);
      kernels->fill(out, 3, n);
      kernels->uniform_pair(out, NULL, 1, 2, 0, n);
      kernels->normal_pair(NULL, out, 1, 2, 0, n);
      for (size_t i = n; i < MOST + BEYOND; i++) assert_true(out[i] == 1e9);
    }
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(affine_and_exponential_functions_are_what_they_say),
      cmocka_unit_test(triangular_quantiles_follow_the_inverse),
      cmocka_unit_test(exponential_quantiles_lose_nothing_near_0),
      cmocka_unit_test(uniforms_of_normals_stay_within_the_range_of_draws),
      cmocka_unit_test(steps_are_counted_whatever_their_number),
      cmocka_unit_test(a_table_is_the_straight_line_between_its_values),
      cmocka_unit_test(piecewise_polynomials_are_evaluated_in_their_piece),
      cmocka_unit_test(knotted_polynomials_are_evaluated_between_their_knots),
      cmocka_unit_test(a_truncated_score_has_its_share_of_the_part_inside),
      cmocka_unit_test(points_of_a_net_are_sums_of_its_directions),
      cmocka_unit_test(strata_are_each_visited_once),
      cmocka_unit_test(the_digits_are_those_of_the_last_release),
      cmocka_unit_test(what_lies_beyond_a_column_is_neither_read_nor_written),
  };
  return cmocka_run_group_tests_name("quantile kernels", tests, NULL, NULL);
}
