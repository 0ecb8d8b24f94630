/* A vector of four lanes for AVX2 with FMA. See kernels_vector_scalar.h for the names. */
#ifndef OUTLAY_KERNELS_VECTOR_AVX2_H
#define OUTLAY_KERNELS_VECTOR_AVX2_H

#include <immintrin.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "kernels.h"

#define INLINE static inline __attribute__((always_inline, unused))

typedef double vec __attribute__((vector_size(32)));
typedef uint64_t bits __attribute__((vector_size(32)));
typedef __m256d mask;
enum { VECTOR_LANES = 4 };

INLINE vec v_set(double x) { return (vec)_mm256_set1_pd(x); }
INLINE bits v_set_bits(uint64_t x) { return (bits)_mm256_set1_epi64x((long long)x); }
INLINE vec v_load(const double *p) { return (vec)_mm256_loadu_pd(p); }
INLINE void v_store(double *p, vec x) { _mm256_storeu_pd(p, (__m256d)x); }
INLINE bits v_count_from(uint64_t base) { return v_set_bits(base) + (bits){0, 1, 2, 3}; }
INLINE bits v_bits(vec x) { return (bits)x; }
INLINE vec v_value(bits b) { return (vec)b; }

INLINE vec v_fma(vec a, vec b, vec c) {
  return (vec)_mm256_fmadd_pd((__m256d)a, (__m256d)b, (__m256d)c);
}
INLINE vec v_sqrt(vec x) { return (vec)_mm256_sqrt_pd((__m256d)x); }
INLINE vec v_floor(vec x) { return (vec)_mm256_floor_pd((__m256d)x); }
INLINE vec v_ceil(vec x) { return (vec)_mm256_ceil_pd((__m256d)x); }
INLINE vec v_round(vec x) {
  return (vec)_mm256_round_pd((__m256d)x, _MM_FROUND_TO_NEAREST_INT | _MM_FROUND_NO_EXC);
}
INLINE vec v_lesser(vec a, vec b) { return (vec)_mm256_min_pd((__m256d)a, (__m256d)b); }
INLINE vec v_greater(vec a, vec b) { return (vec)_mm256_max_pd((__m256d)a, (__m256d)b); }

INLINE mask v_lt(vec a, vec b) { return _mm256_cmp_pd((__m256d)a, (__m256d)b, _CMP_LT_OQ); }
INLINE mask v_le(vec a, vec b) { return _mm256_cmp_pd((__m256d)a, (__m256d)b, _CMP_LE_OQ); }
INLINE mask v_eq(vec a, vec b) { return _mm256_cmp_pd((__m256d)a, (__m256d)b, _CMP_EQ_OQ); }
INLINE mask v_ne(vec a, vec b) { return _mm256_cmp_pd((__m256d)a, (__m256d)b, _CMP_NEQ_UQ); }
INLINE mask m_and(mask a, mask b) { return _mm256_and_pd(a, b); }
INLINE mask m_or(mask a, mask b) { return _mm256_or_pd(a, b); }
INLINE mask m_not(mask a) { return _mm256_xor_pd(a, _mm256_castsi256_pd(_mm256_set1_epi64x(-1))); }
INLINE bool m_any(mask a) { return _mm256_movemask_pd(a) != 0; }
INLINE size_t m_count(mask a) {
  return (size_t)__builtin_popcount((unsigned)_mm256_movemask_pd(a));
}
INLINE vec v_select(mask m, vec a, vec b) {
  return (vec)_mm256_blendv_pd((__m256d)b, (__m256d)a, m);
}
INLINE vec v_or_zero(mask m, vec a) { return (vec)_mm256_and_pd(m, (__m256d)a); }

INLINE bits v_multiply_low(bits a, bits b) {
  return (bits)_mm256_mul_epu32((__m256i)a, (__m256i)b);
}
INLINE bits v_high(bits a) { return (bits)_mm256_shuffle_epi32((__m256i)a, 0xf5); }
INLINE bits v_swap(bits a) { return (bits)_mm256_shuffle_epi32((__m256i)a, 0xb1); }

INLINE vec v_scale(vec p, vec n, vec shifted, bool plain) {
  (void)n;
  const uint64_t magic_half = UINT64_C(0x4338000000000000) / 2;
  const bits s = v_bits(shifted);
  if (__builtin_expect(plain, 1)) return v_value(v_bits(p) + (s << 52));
  const bits half = s >> 1;
  const vec first = v_value((half - magic_half + 1023) << 52);
  const vec second = v_value((s - half - magic_half + 1023) << 52);
  return p * first * second;
}

/* Single loads: since the mend of "gather data sampling" (2023) they are quicker than a gather. */
INLINE vec v_lookup(const double *table, bits index) {
  return (vec){table[index[0]], table[index[1]], table[index[2]], table[index[3]]};
}

/* Rows of four lanes to columns: nine times as fast as gathering the columns. */
INLINE void v_terms(vec terms[OUTLAY_PIECEWISE_ROW], const outlay_piecewise *fit, bits index) {
  const double *a = fit->by_piece + index[0] * OUTLAY_PIECEWISE_ROW;
  const double *b = fit->by_piece + index[1] * OUTLAY_PIECEWISE_ROW;
  const double *c = fit->by_piece + index[2] * OUTLAY_PIECEWISE_ROW;
  const double *d = fit->by_piece + index[3] * OUTLAY_PIECEWISE_ROW;
#pragma GCC unroll 3
  for (int i = 0; i < OUTLAY_PIECEWISE_ROW; i += 4) {
    const __m256d ab_even = _mm256_unpacklo_pd(_mm256_loadu_pd(a + i), _mm256_loadu_pd(b + i));
    const __m256d ab_odd = _mm256_unpackhi_pd(_mm256_loadu_pd(a + i), _mm256_loadu_pd(b + i));
    const __m256d cd_even = _mm256_unpacklo_pd(_mm256_loadu_pd(c + i), _mm256_loadu_pd(d + i));
    const __m256d cd_odd = _mm256_unpackhi_pd(_mm256_loadu_pd(c + i), _mm256_loadu_pd(d + i));
    terms[i] = (vec)_mm256_permute2f128_pd(ab_even, cd_even, 0x20);
    terms[i + 1] = (vec)_mm256_permute2f128_pd(ab_odd, cd_odd, 0x20);
    terms[i + 2] = (vec)_mm256_permute2f128_pd(ab_even, cd_even, 0x31);
    terms[i + 3] = (vec)_mm256_permute2f128_pd(ab_odd, cd_odd, 0x31);
  }
}

/* For each set of lanes, the 32-bit halves of its lanes in order. */
static const int compress_halves[16][8] __attribute__((aligned(32), unused)) = {
    {0},
    {0, 1},
    {2, 3},
    {0, 1, 2, 3},
    {4, 5},
    {0, 1, 4, 5},
    {2, 3, 4, 5},
    {0, 1, 2, 3, 4, 5},
    {6, 7},
    {0, 1, 6, 7},
    {2, 3, 6, 7},
    {0, 1, 2, 3, 6, 7},
    {4, 5, 6, 7},
    {0, 1, 4, 5, 6, 7},
    {2, 3, 4, 5, 6, 7},
    {0, 1, 2, 3, 4, 5, 6, 7},
};

INLINE size_t v_store_some(double *p, mask m, vec x) {
  const int lanes = _mm256_movemask_pd(m);
  const __m256i order = _mm256_load_si256((const __m256i *)compress_halves[lanes]);
  const __m256 packed = _mm256_permutevar8x32_ps(_mm256_castpd_ps((__m256d)x), order);
  _mm256_storeu_pd(p, _mm256_castps_pd(packed));
  return (size_t)__builtin_popcount((unsigned)lanes);
}

#endif
