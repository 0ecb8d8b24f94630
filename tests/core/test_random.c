/* Random draws: the published generator, the documented mapping, and no visible structure. */
#include <float.h>
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "goodness.h"
#include "kernel_sets.h"

/* Philox4x32-10 as published, a block at a time. */
static void reference_philox(const uint32_t counter[4], const uint32_t key[2], uint32_t out[4]) {
  uint32_t x[4], k[2] = {key[0], key[1]};
  memcpy(x, counter, sizeof x);
  for (int round = 0; round < 10; round++) {
    const uint64_t p0 = UINT64_C(0xD2511F53) * x[0], p1 = UINT64_C(0xCD9E8D57) * x[2];
    const uint32_t next[4] = {(uint32_t)(p1 >> 32) ^ x[1] ^ k[0], (uint32_t)p1,
                              (uint32_t)(p0 >> 32) ^ x[3] ^ k[1], (uint32_t)p0};
    memcpy(x, next, sizeof x);
    k[0] += UINT32_C(0x9E3779B9);
    k[1] += UINT32_C(0xBB67AE85);
  }
  memcpy(out, x, sizeof x);
}

/* The known-answer vectors of philox4x32-10 in the Random123 distribution. */
static void the_reference_gives_the_known_answers(void **state) {
  (void)state;
  static const struct {
    uint32_t counter[4], key[2], expected[4];
  } known[] = {
      {{0, 0, 0, 0}, {0, 0}, {0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8}},
      {{0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff},
       {0xffffffff, 0xffffffff},
       {0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd}},
      {{0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344},
       {0xa4093822, 0x299f31d0},
       {0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1}},
  };
  for (size_t i = 0; i < sizeof known / sizeof known[0]; i++) {
    uint32_t got[4];
    reference_philox(known[i].counter, known[i].key, got);
    assert_memory_equal(got, known[i].expected, sizeof got);
  }
}

/* The uniforms that a counter stands for, by the documented layout and mapping. */
static void expected_uniforms(uint64_t seed, uint64_t pair, uint64_t sample, double out[2]) {
  const uint32_t counter[4] = {(uint32_t)sample, (uint32_t)(sample >> 32), (uint32_t)pair,
                               (uint32_t)(pair >> 32)};
  const uint32_t key[2] = {(uint32_t)seed, (uint32_t)(seed >> 32)};
  uint32_t x[4];
  reference_philox(counter, key, x);
  for (int i = 0; i < 2; i++) {
    const uint64_t word = (uint64_t)x[2 * i + 1] << 32 | x[2 * i];
    out[i] = ((double)(word >> 12) + 0.5) * 0x1p-52;
  }
}

static const uint64_t seeds[] = {0, 1, 7, UINT64_C(0x299f31d0a4093822), UINT64_MAX};
static const uint64_t pairs[] = {
    0, 1, 12345, UINT32_MAX, UINT64_C(1) << 32, UINT64_C(0xabcdef12345678)};
static const uint64_t firsts[] = {
    0, 8, 4096, (UINT64_C(1) << 32) - 16, UINT64_C(0x85a308d3243f6a88), UINT64_MAX - 63};

static void every_set_draws_the_documented_uniforms(void **state) {
  (void)state;
  enum { N = 48 };
  double *even = new_column(N), *odd = new_column(N);
  for (int set = 0; set < KERNEL_SETS; set++) {
    if (kernel_set(set) == NULL) continue;
    for (size_t s = 0; s < sizeof seeds / sizeof seeds[0]; s++) {
      for (size_t p = 0; p < sizeof pairs / sizeof pairs[0]; p++) {
        for (size_t f = 0; f < sizeof firsts / sizeof firsts[0]; f++) {
          kernel_set(set)->uniform_pair(even, odd, seeds[s], pairs[p], firsts[f], N);
          for (size_t i = 0; i < N; i++) {
            double expected[2];
            expected_uniforms(seeds[s], pairs[p], firsts[f] + i, expected);
            assert_true(even[i] == expected[0] && odd[i] == expected[1]);
          }
        }
      }
    }
  }
  free(even);
  free(odd);
}

static void all_sets_draw_the_same_normals(void **state) {
  (void)state;
  enum { N = 1 << 16 };
  double *even[2] = {new_column(N), new_column(N)}, *odd[2] = {new_column(N), new_column(N)};
  for (uint64_t round = 0; round < 8; round++) {
    const uint64_t first = firsts[round % 5];
    kernel_set(0)->normal_pair(even[0], odd[0], round, round << 30, first, N);
    for (int set = 1; set < KERNEL_SETS; set++) {
      if (kernel_set(set) == NULL) continue;
      kernel_set(set)->normal_pair(even[1], odd[1], round, round << 30, first, N);
      assert_same_columns("normal", kernel_set(set), even[0], even[1], even[0], odd[0], N);
      assert_same_columns("normal", kernel_set(set), odd[0], odd[1], even[0], odd[0], N);
    }
  }
  for (int i = 0; i < 2; i++) {
    free(even[i]);
    free(odd[i]);
  }
}

static void a_sample_is_the_same_wherever_its_block_begins(void **state) {
  (void)state;
  enum { N = 1024 };
  const outlay_kernels *kernels = outlay_kernels_best();
  double *whole = new_column(N), *other = new_column(N), *part = new_column(N);
  const uint64_t first = (UINT64_C(1) << 32) - 512;
  kernels->normal_pair(whole, other, 3, 4, first, N);
  for (size_t begin = 0, step = 8; begin < N; begin += step, step = step % 136 + 8) {
    if (step > N - begin) step = N - begin;
    kernels->normal_pair(part, NULL, 3, 4, first + begin, step);
    assert_memory_equal(part, whole + begin, step * sizeof(double));
    kernels->normal_pair(NULL, part, 3, 4, first + begin, step);
    assert_memory_equal(part, other + begin, step * sizeof(double));
    kernels->normal_pair(NULL, NULL, 3, 4, first + begin, step);
  }
  free(whole);
  free(other);
  free(part);
}

/* ---- distribution ---- */

enum { MANY = 1 << 20, FEW = 100000 };

static void uniforms_lie_strictly_between_0_and_1(void **state) {
  (void)state;
  double *a = new_column(MANY), *b = new_column(MANY);
  outlay_kernels_best()->uniform_pair(a, b, 1, 0, 0, MANY);
  double least = 1.0, greatest = 0.0;
  for (size_t i = 0; i < MANY; i++) {
    least = fmin(least, fmin(a[i], b[i]));
    greatest = fmax(greatest, fmax(a[i], b[i]));
  }
  assert_true(least > 0.0 && greatest < 1.0);
  assert_true(least < 1e-5 && greatest > 1.0 - 1e-5);
  free(a);
  free(b);
}

static void uniforms_fit_the_uniform_distribution(void **state) {
  (void)state;
  double *a = new_column(FEW), *b = new_column(FEW);
  for (uint64_t seed = 1; seed <= 5; seed++) {
    outlay_kernels_best()->uniform_pair(a, b, seed, seed * 7, 0, FEW);
    assert_uniform("even stream", a, FEW);
    assert_uniform("odd stream", b, FEW);
  }
  free(a);
  free(b);
}

static void normals_fit_the_normal_distribution(void **state) {
  (void)state;
  double *a = new_column(FEW), *b = new_column(FEW);
  const outlay_kernels *kernels = outlay_kernels_best();
  for (uint64_t seed = 1; seed <= 5; seed++) {
    kernels->normal_pair(a, b, seed, seed * 11, 0, FEW);
    kernels->normal_cdf(a, a, FEW);
    kernels->normal_cdf(b, b, FEW);
    assert_uniform("even normals", a, FEW);
    assert_uniform("odd normals", b, FEW);
  }
  free(a);
  free(b);
}

/* Powers up to the fourth, whose own variances are 1, 2, 15 and 96. */
static void normals_have_the_moments_of_a_normal(void **state) {
  (void)state;
  double *a = new_column(MANY), *b = new_column(MANY);
  outlay_kernels_best()->normal_pair(a, b, 21, 5, 0, MANY);
  const double expected[] = {0.0, 1.0, 0.0, 3.0}, variance[] = {1.0, 2.0, 15.0, 96.0};
  for (int power = 1; power <= 4; power++) {
    double sum = 0.0;
    for (size_t i = 0; i < MANY; i++) sum += pow(a[i], power) + pow(b[i], power);
    assert_mean("a power of normals", sum / (2.0 * MANY), expected[power - 1],
                sqrt(variance[power - 1]), 2 * (size_t)MANY);
  }
  free(a);
  free(b);
}

static void normals_reach_into_the_tails(void **state) {
  (void)state;
  double *a = new_column(MANY), *b = new_column(MANY);
  size_t beyond = 0;
  for (uint64_t round = 0; round < 4; round++) {
    outlay_kernels_best()->normal_pair(a, b, 5, 6, round * MANY, MANY);
    for (size_t i = 0; i < MANY; i++) beyond += (size_t)(fabs(a[i]) > 4.0) + (fabs(b[i]) > 4.0);
  }
  /* 2^23 draws; P(|z| > 4) = 6.334e-5 */
  const double expected = 8.0 * MANY * 6.3342484e-5;
  const double z = ((double)beyond - expected) / sqrt(expected);
  assert_true(fabs(z) < 4.8916384757);
  free(a);
  free(b);
}

static void each_bit_of_the_uniforms_is_fair(void **state) {
  (void)state;
  double *a = new_column(FEW), *b = new_column(FEW);
  outlay_kernels_best()->uniform_pair(a, b, 17, 3, 0, FEW);
  for (int bit = 0; bit < 52; bit++) {
    size_t ones = 0;
    for (size_t i = 0; i < FEW; i++) {
      ones += (uint64_t)(a[i] * 0x1p52) >> bit & 1;
      ones += (uint64_t)(b[i] * 0x1p52) >> bit & 1;
    }
    const double z = ((double)ones - FEW) / sqrt(FEW / 2.0);
    assert_true(fabs(z) < 4.8916384757);
  }
  free(a);
  free(b);
}

/* ---- independence ---- */

static void columns_are_independent(void **state) {
  (void)state;
  enum { COLUMNS = 6 };
  const outlay_kernels *kernels = outlay_kernels_best();
  double *c[COLUMNS];
  for (int i = 0; i < COLUMNS; i++) c[i] = new_column(FEW);
  kernels->uniform_pair(c[0], c[1], 1, 2, 0, FEW); /* even and odd of a pair */
  kernels->uniform_pair(c[2], c[3], 1, 3, 0, FEW); /* the next pair */
  kernels->normal_pair(c[4], c[5], 1, 2, 0, FEW);  /* normals of the first */
  for (int i = 0; i < COLUMNS; i++) {
    for (int j = 0; j < i; j++) {
      assert_uncorrelated("streams", c[i], c[j], FEW);
      /* a lag of one sample, and the squares */
      assert_uncorrelated("streams, one later", c[i] + 1, c[j], FEW - 1);
    }
    assert_uncorrelated("a stream and itself, one later", c[i] + 1, c[i], FEW - 1);
  }
  for (int i = 0; i < COLUMNS; i++) {
    const double centre = i < 4 ? 0.5 : 0.0;
    for (size_t k = 0; k < FEW; k++) c[i][k] = (c[i][k] - centre) * (c[i][k] - centre);
  }
  for (int i = 0; i < COLUMNS; i++) {
    for (int j = 0; j < i; j++) assert_uncorrelated("squares of streams", c[i], c[j], FEW);
  }
  for (int i = 0; i < COLUMNS; i++) free(c[i]);
}

static void seeds_are_independent(void **state) {
  (void)state;
  const outlay_kernels *kernels = outlay_kernels_best();
  double *a = new_column(FEW), *b = new_column(FEW);
  kernels->uniform_pair(a, NULL, 1, 0, 0, FEW);
  for (uint64_t seed = 2; seed < 6; seed++) {
    kernels->uniform_pair(b, NULL, seed, 0, 0, FEW);
    assert_uncorrelated("seeds", a, b, FEW);
    kernels->uniform_pair(b, NULL, seed << 32 | 1, 0, 0, FEW);
    assert_uncorrelated("seeds that differ above", a, b, FEW);
  }
  free(a);
  free(b);
}

/* Cells of a 32 by 32 grid, for the two normals of a Box-Muller pair and for two uniforms. */
static void pairs_fill_the_square_evenly(void **state) {
  (void)state;
  enum { SIDE = 32, BINS = SIDE * SIDE };
  const outlay_kernels *kernels = outlay_kernels_best();
  double *a = new_column(MANY), *b = new_column(MANY);
  for (int normal = 0; normal <= 1; normal++) {
    if (normal) {
      kernels->normal_pair(a, b, 9, 1, 0, MANY);
      kernels->normal_cdf(a, a, MANY);
      kernels->normal_cdf(b, b, MANY);
    } else {
      kernels->uniform_pair(a, b, 9, 1, 0, MANY);
    }
    size_t counts[BINS] = {0};
    double expected[BINS];
    for (size_t i = 0; i < MANY; i++)
      counts[(size_t)(a[i] * SIDE) * SIDE + (size_t)(b[i] * SIDE)]++;
    for (size_t i = 0; i < BINS; i++) expected[i] = (double)MANY / BINS;
    assert_counts("a grid of pairs", counts, expected, BINS);
  }
  free(a);
  free(b);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(the_reference_gives_the_known_answers),
      cmocka_unit_test(every_set_draws_the_documented_uniforms),
      cmocka_unit_test(all_sets_draw_the_same_normals),
      cmocka_unit_test(a_sample_is_the_same_wherever_its_block_begins),
      cmocka_unit_test(uniforms_lie_strictly_between_0_and_1),
      cmocka_unit_test(uniforms_fit_the_uniform_distribution),
      cmocka_unit_test(normals_fit_the_normal_distribution),
      cmocka_unit_test(normals_have_the_moments_of_a_normal),
      cmocka_unit_test(normals_reach_into_the_tails),
      cmocka_unit_test(each_bit_of_the_uniforms_is_fair),
      cmocka_unit_test(columns_are_independent),
      cmocka_unit_test(seeds_are_independent),
      cmocka_unit_test(pairs_fill_the_square_evenly),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
