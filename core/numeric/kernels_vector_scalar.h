/* A vector of one lane: plain C, for any processor.
 *
 * The kernels_vector_*.h define the same names: the types `vec` (doubles), `bits` (64-bit
 * words) and `mask` (truths) and the operations v_... on them, beside + - * / & | ^ << >> which
 * the compiler provides. Every operation is one IEEE operation, or exact, so that what is built
 * on them gives the same bits whichever header is included. (Of a NaN only that it is one: sign
 * and payload are not defined.)
 *
 * Without a fused multiply-add in the instruction set, v_fma is the C library's exact one. */
#ifndef OUTLAY_KERNELS_VECTOR_SCALAR_H
#define OUTLAY_KERNELS_VECTOR_SCALAR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "kernels.h"

#define INLINE static inline __attribute__((always_inline, unused))

typedef double vec;
typedef uint64_t bits;
typedef bool mask;
enum { VECTOR_LANES = 1 };

INLINE vec v_set(double x) { return x; }
INLINE bits v_set_bits(uint64_t x) { return x; }
INLINE vec v_load(const double *p) { return *p; }
INLINE void v_store(double *p, vec x) { *p = x; }
/* base, base + 1, ... */
INLINE bits v_count_from(uint64_t base) { return base; }

INLINE bits v_bits(vec x) {
  bits b;
  memcpy(&b, &x, sizeof b);
  return b;
}
INLINE vec v_value(bits b) {
  vec x;
  memcpy(&x, &b, sizeof x);
  return x;
}

INLINE vec v_fma(vec a, vec b, vec c) { return __builtin_fma(a, b, c); }
INLINE vec v_sqrt(vec x) { return __builtin_sqrt(x); }
INLINE vec v_floor(vec x) { return __builtin_floor(x); }
INLINE vec v_ceil(vec x) { return __builtin_ceil(x); }
INLINE vec v_round(vec x) { return __builtin_rint(x); } /* halves to even */

/* a < b ? a : b and a > b ? a : b; b where one is NaN. */
INLINE vec v_lesser(vec a, vec b) { return a < b ? a : b; }
INLINE vec v_greater(vec a, vec b) { return a > b ? a : b; }

INLINE mask v_lt(vec a, vec b) { return a < b; }
INLINE mask v_le(vec a, vec b) { return a <= b; }
INLINE mask v_eq(vec a, vec b) { return a == b; }
INLINE mask v_ne(vec a, vec b) { return a != b; } /* true where one is NaN */
INLINE mask m_and(mask a, mask b) { return a && b; }
INLINE mask m_or(mask a, mask b) { return a || b; }
INLINE mask m_not(mask a) { return !a; }
INLINE bool m_any(mask a) { return a; }
INLINE size_t m_count(mask a) { return a ? 1 : 0; }
INLINE vec v_select(mask m, vec a, vec b) { return m ? a : b; }
INLINE vec v_or_zero(mask m, vec a) { return m ? a : 0.0; }

/* Product of the low halves; the high half moved to the low (the rest is undefined for the
 * caller); halves swapped. */
INLINE bits v_multiply_low(bits a, bits b) { return (a & 0xffffffffu) * (b & 0xffffffffu); }
INLINE bits v_high(bits a) { return a >> 32; }
INLINE bits v_swap(bits a) { return a >> 32 | a << 32; }

/* p 2^n, rounded once. `shifted` is n + 0x1.8p52; |n| < 2000. `plain` tells that no lane's
 * result is out of the normal range. */
INLINE vec v_scale(vec p, vec n, vec shifted, bool plain) {
  (void)n;
  const bits magic_half = UINT64_C(0x4338000000000000) / 2;
  const bits s = v_bits(shifted);
  if (plain) return v_value(v_bits(p) + (s << 52));
  const bits half = s >> 1;
  const vec first = v_value((half - magic_half + 1023) << 52);
  const vec second = v_value((s - half - magic_half + 1023) << 52);
  return p * first * second;
}

/* The coefficients of the pieces of these numbers, those beyond the degree undefined. */
INLINE void v_terms(vec terms[OUTLAY_PIECEWISE_ROW], const outlay_piecewise *fit, bits index) {
  memcpy(terms, fit->by_piece + index * OUTLAY_PIECEWISE_ROW, OUTLAY_PIECEWISE_ROW * sizeof *terms);
}

/* table[index] */
INLINE vec v_lookup(const double *table, bits index) { return table[index]; }

/* Stores the lanes of x where m holds, one after another; room for all lanes is needed. */
INLINE size_t v_store_some(double *p, mask m, vec x) {
  *p = x;
  return m ? 1 : 0;
}

#endif
