#include "kernel_sets.h"

#include <float.h>
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

const outlay_kernels *kernel_set(int i) {
  switch (i) {
    case 0:
      return outlay_kernels_portable();
    case 1:
      return outlay_kernels_avx2();
    case 2:
      return outlay_kernels_avx512();
    default:
      return outlay_kernels_neon();
  }
}

double *new_column(size_t n) {
  double *column = aligned_alloc(64, n * sizeof *column);
  if (column == NULL) abort();
  memset(column, 0, n * sizeof *column);
  return column;
}

bool same_value(double a, double b) {
  return (isnan(a) && isnan(b)) || memcmp(&a, &b, sizeof a) == 0;
}

void assert_same_columns(const char *what, const outlay_kernels *set, const double *expected,
                         const double *got, const double *a, const double *b, size_t n) {
  for (size_t i = 0; i < n; i++) {
    if (same_value(expected[i], got[i])) continue;
    fail_msg("%s on %s differs from portable: %a, not %a, for %a and %a", what, set->name, got[i],
             expected[i], a[i], b[i]);
  }
}

double ulps(double got, long double exact) {
  if (isnan(got) || isnan(exact)) return isnan(got) && isnan(exact) ? 0.0 : INFINITY;
  if (fabsl(exact) > (long double)DBL_MAX) return fabs(got) >= DBL_MAX ? 0.0 : INFINITY;
  int exponent;
  (void)frexpl(exact, &exponent);
  if (exponent < DBL_MIN_EXP) exponent = DBL_MIN_EXP;
  return (double)(fabsl((long double)got - exact) / ldexpl(1.0L, exponent - DBL_MANT_DIG));
}

uint64_t next_word(uint64_t *state) {
  *state ^= *state >> 12;
  *state ^= *state << 25;
  *state ^= *state >> 27;
  return *state * UINT64_C(0x2545F4914F6CDD1D);
}

static const double edges[] = {
    0.0,
    -0.0,
    INFINITY,
    -INFINITY,
    NAN,
    DBL_TRUE_MIN,
    -DBL_TRUE_MIN,
    DBL_MIN,
    -DBL_MIN,
    DBL_MIN - DBL_TRUE_MIN,
    DBL_MAX,
    -DBL_MAX,
    1.0,
    -1.0,
    1.0 + DBL_EPSILON,
    1.0 - DBL_EPSILON / 2,
    0.5,
    -0.5,
    1.5,
    2.5,
    -1.5,
    -2.5,
    2.0,
    -2.0,
    3.0,
    -3.0,
    0.075,
    0.925,
    0.07499999999999998,
    4503599627370495.5,
    4503599627370496.0,
    9007199254740991.0,
    9007199254740992.0,
    -4503599627370495.5,
    -9007199254740993.0,
    1e300,
    -1e300,
    1e-300,
    709.782712893384,
    709.7827128933841,
    -708.3964185322641,
    -745.1332191019411,
    -745.1332191019412,
    708.0,
    -708.0,
    800.0,
    -800.0,
    38.5,
    -38.5,
    -38.6,
    8.25,
    -8.25,
    0x1.6a09e667f3bcdp-1,
    0x1.6a09e667f3bcdp0,
    0x1.6a09e667f3bccp-1,
};

void fill_hard(double *column, size_t n, uint64_t seed) {
  const size_t count = sizeof edges / sizeof edges[0];
  uint64_t state = seed * 2 + 1;
  for (size_t i = 0; i < n; i++) {
    const uint64_t word = next_word(&state);
    switch (word % 4) {
      case 0:
        column[i] = edges[(word >> 8) % count];
        break;
      case 1: {
        const uint64_t any = next_word(&state);
        memcpy(&column[i], &any, sizeof any);
        break;
      }
      case 2:
        column[i] = ldexp((double)(word >> 11), (int)(word >> 2 & 31) - 70);
        break;
      default:
        column[i] = ((double)(word >> 11) * 0x1p-53 - 0.5) * 1600.0;
    }
  }
}

void fill_moderate(double *column, size_t n, uint64_t seed) {
  uint64_t state = seed * 2 + 1;
  for (size_t i = 0; i < n; i++) {
    const uint64_t word = next_word(&state);
    const double size = pow(10.0, (double)(word >> 11) * 0x1p-53 * 12.0 - 6.0);
    column[i] = word & 1 ? size : -size;
  }
}
