/* A vector of eight lanes for AVX-512 (F, DQ, VL). See kernels_vector_scalar.h for the names. */
#ifndef OUTLAY_KERNELS_VECTOR_AVX512_H
#define OUTLAY_KERNELS_VECTOR_AVX512_H

#include <immintrin.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "kernels.h"

/* Without optimisation gcc's intrinsics are macros, whose own conversions warn here. */
#pragma GCC diagnostic ignored "-Wsign-conversion"

#define INLINE static inline __attribute__((always_inline, unused))

typedef double vec __attribute__((vector_size(64)));
typedef uint64_t bits __attribute__((vector_size(64)));
typedef __mmask8 mask;
enum { VECTOR_LANES = 8 };

INLINE vec v_set(double x) { return (vec)_mm512_set1_pd(x); }
INLINE bits v_set_bits(uint64_t x) { return (bits)_mm512_set1_epi64((long long)x); }
INLINE vec v_load(const double *p) { return (vec)_mm512_loadu_pd(p); }
INLINE void v_store(double *p, vec x) { _mm512_storeu_pd(p, (__m512d)x); }
INLINE bits v_count_from(uint64_t base) {
  return v_set_bits(base) + (bits){0, 1, 2, 3, 4, 5, 6, 7};
}
INLINE bits v_bits(vec x) { return (bits)x; }
INLINE vec v_value(bits b) { return (vec)b; }

INLINE vec v_fma(vec a, vec b, vec c) {
  return (vec)_mm512_fmadd_pd((__m512d)a, (__m512d)b, (__m512d)c);
}
INLINE vec v_sqrt(vec x) { return (vec)_mm512_sqrt_pd((__m512d)x); }
INLINE vec v_floor(vec x) {
  return (vec)_mm512_roundscale_pd((__m512d)x, _MM_FROUND_TO_NEG_INF | _MM_FROUND_NO_EXC);
}
INLINE vec v_ceil(vec x) {
  return (vec)_mm512_roundscale_pd((__m512d)x, _MM_FROUND_TO_POS_INF | _MM_FROUND_NO_EXC);
}
INLINE vec v_round(vec x) {
  return (vec)_mm512_roundscale_pd((__m512d)x, _MM_FROUND_TO_NEAREST_INT | _MM_FROUND_NO_EXC);
}
INLINE vec v_lesser(vec a, vec b) { return (vec)_mm512_min_pd((__m512d)a, (__m512d)b); }
INLINE vec v_greater(vec a, vec b) { return (vec)_mm512_max_pd((__m512d)a, (__m512d)b); }

INLINE mask v_lt(vec a, vec b) { return _mm512_cmp_pd_mask((__m512d)a, (__m512d)b, _CMP_LT_OQ); }
INLINE mask v_le(vec a, vec b) { return _mm512_cmp_pd_mask((__m512d)a, (__m512d)b, _CMP_LE_OQ); }
INLINE mask v_eq(vec a, vec b) { return _mm512_cmp_pd_mask((__m512d)a, (__m512d)b, _CMP_EQ_OQ); }
INLINE mask v_ne(vec a, vec b) { return _mm512_cmp_pd_mask((__m512d)a, (__m512d)b, _CMP_NEQ_UQ); }
INLINE mask m_and(mask a, mask b) { return (mask)(a & b); }
INLINE mask m_or(mask a, mask b) { return (mask)(a | b); }
INLINE mask m_not(mask a) { return (mask)~a; }
INLINE bool m_any(mask a) { return a != 0; }
INLINE size_t m_count(mask a) { return (size_t)__builtin_popcount(a); }
INLINE vec v_select(mask m, vec a, vec b) {
  return (vec)_mm512_mask_blend_pd(m, (__m512d)b, (__m512d)a);
}
INLINE vec v_or_zero(mask m, vec a) { return (vec)_mm512_maskz_mov_pd(m, (__m512d)a); }

INLINE bits v_multiply_low(bits a, bits b) {
  return (bits)_mm512_mul_epu32((__m512i)a, (__m512i)b);
}
/* A shuffle rather than a shift: it runs beside the multiplications, not on their port. */
INLINE bits v_high(bits a) { return (bits)_mm512_shuffle_epi32((__m512i)a, (_MM_PERM_ENUM)0xf5); }
INLINE bits v_swap(bits a) { return (bits)_mm512_shuffle_epi32((__m512i)a, (_MM_PERM_ENUM)0xb1); }

INLINE vec v_scale(vec p, vec n, vec shifted, bool plain) {
  (void)shifted;
  (void)plain;
  return (vec)_mm512_scalef_pd((__m512d)p, (__m512d)n);
}

INLINE vec v_lookup(const double *table, bits index) {
  return (vec)_mm512_i64gather_pd((__m512i)index, table, 8);
}

/* Sixteen pieces fit into two registers. */
INLINE void v_terms(vec terms[OUTLAY_PIECEWISE_ROW], const outlay_piecewise *fit, bits index) {
  const double *row = fit->by_term;
#pragma GCC unroll 16
  for (int i = 0; i <= OUTLAY_PIECEWISE_DEGREE; i++, row += fit->pieces) {
    terms[i] = fit->pieces == 16 ? (vec)_mm512_permutex2var_pd(_mm512_loadu_pd(row), (__m512i)index,
                                                               _mm512_loadu_pd(row + 8))
                                 : v_lookup(row, index);
  }
}

INLINE size_t v_store_some(double *p, mask m, vec x) {
  _mm512_storeu_pd(p, _mm512_maskz_compress_pd(m, (__m512d)x));
  return m_count(m);
}

#endif
