/* A vector of two lanes for 64-bit ARM, all of whose processors have it. See
 * kernels_vector_scalar.h for the names. */
#ifndef OUTLAY_KERNELS_VECTOR_NEON_H
#define OUTLAY_KERNELS_VECTOR_NEON_H

#include <arm_neon.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "kernels.h"

#define INLINE static inline __attribute__((always_inline, unused))

typedef double vec __attribute__((vector_size(16)));
typedef uint64_t bits __attribute__((vector_size(16)));
typedef uint64x2_t mask;
enum { VECTOR_LANES = 2 };

INLINE vec v_set(double x) { return (vec)vdupq_n_f64(x); }
INLINE bits v_set_bits(uint64_t x) { return (bits)vdupq_n_u64(x); }
INLINE vec v_load(const double *p) { return (vec)vld1q_f64(p); }
INLINE void v_store(double *p, vec x) { vst1q_f64(p, (float64x2_t)x); }
INLINE bits v_count_from(uint64_t base) { return v_set_bits(base) + (bits){0, 1}; }
INLINE bits v_bits(vec x) { return (bits)x; }
INLINE vec v_value(bits b) { return (vec)b; }

INLINE vec v_fma(vec a, vec b, vec c) {
  return (vec)vfmaq_f64((float64x2_t)c, (float64x2_t)a, (float64x2_t)b);
}
INLINE vec v_sqrt(vec x) { return (vec)vsqrtq_f64((float64x2_t)x); }
INLINE vec v_floor(vec x) { return (vec)vrndmq_f64((float64x2_t)x); }
INLINE vec v_ceil(vec x) { return (vec)vrndpq_f64((float64x2_t)x); }
INLINE vec v_round(vec x) { return (vec)vrndnq_f64((float64x2_t)x); }

INLINE mask v_lt(vec a, vec b) { return vcltq_f64((float64x2_t)a, (float64x2_t)b); }
INLINE mask v_le(vec a, vec b) { return vcleq_f64((float64x2_t)a, (float64x2_t)b); }
INLINE mask v_eq(vec a, vec b) { return vceqq_f64((float64x2_t)a, (float64x2_t)b); }
INLINE mask m_and(mask a, mask b) { return vandq_u64(a, b); }
INLINE mask m_or(mask a, mask b) { return vorrq_u64(a, b); }
INLINE mask m_not(mask a) { return veorq_u64(a, vdupq_n_u64(UINT64_MAX)); }
INLINE mask v_ne(vec a, vec b) { return m_not(v_eq(a, b)); }
INLINE bool m_any(mask a) { return (vgetq_lane_u64(a, 0) | vgetq_lane_u64(a, 1)) != 0; }
INLINE size_t m_count(mask a) { return (size_t)(0 - vaddvq_u64(a)); }
INLINE vec v_select(mask m, vec a, vec b) {
  return (vec)vbslq_f64(m, (float64x2_t)a, (float64x2_t)b);
}
INLINE vec v_or_zero(mask m, vec a) { return (vec)vandq_u64(m, (uint64x2_t)a); }

/* The instructions for these treat NaN and zeros in another way. */
INLINE vec v_lesser(vec a, vec b) { return v_select(v_lt(a, b), a, b); }
INLINE vec v_greater(vec a, vec b) { return v_select(v_lt(b, a), a, b); }

INLINE bits v_multiply_low(bits a, bits b) {
  return (bits)vmull_u32(vmovn_u64((uint64x2_t)a), vmovn_u64((uint64x2_t)b));
}
INLINE bits v_high(bits a) { return a >> 32; }
INLINE bits v_swap(bits a) { return (bits)vrev64q_u32((uint32x4_t)a); }

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

INLINE vec v_lookup(const double *table, bits index) {
  return (vec){table[index[0]], table[index[1]]};
}

INLINE void v_terms(vec terms[OUTLAY_PIECEWISE_ROW], const outlay_piecewise *fit, bits index) {
  const double *a = fit->by_piece + index[0] * OUTLAY_PIECEWISE_ROW;
  const double *b = fit->by_piece + index[1] * OUTLAY_PIECEWISE_ROW;
#pragma GCC unroll 6
  for (int i = 0; i < OUTLAY_PIECEWISE_ROW; i += 2) {
    terms[i] = (vec)vzip1q_f64(vld1q_f64(a + i), vld1q_f64(b + i));
    terms[i + 1] = (vec)vzip2q_f64(vld1q_f64(a + i), vld1q_f64(b + i));
  }
}

INLINE size_t v_store_some(double *p, mask m, vec x) {
  p[0] = x[0];
  if (vgetq_lane_u64(m, 1) != 0) p[vgetq_lane_u64(m, 0) & 1] = x[1];
  return m_count(m);
}

#endif
