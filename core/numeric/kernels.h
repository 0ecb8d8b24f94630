/* Kernels: the loops over a block of samples, one set for each instruction set.
 *
 * The same source (kernels.inc) is compiled for any processor, for x86-64 with AVX2 and FMA or
 * with AVX-512, and for 64-bit ARM; outlay_kernels_best() picks one at run time. All sets give
 * the same bits: each operation is one IEEE operation, fused multiply-adds are written out,
 * and nothing depends on the vector's width. Only a NaN's sign and payload are not defined.
 *
 * Columns are arrays of doubles, aligned to 64 bytes, whose length is a multiple of
 * OUTLAY_LANES; a kernel may write the padding. `out` may be the same column as an argument,
 * but columns do not overlap otherwise. */
#ifndef OUTLAY_KERNELS_H
#define OUTLAY_KERNELS_H

#include <stdbool.h>

#include "outlay.h"

enum { OUTLAY_LANES = 8 };

/* Which arguments of a two-argument kernel are a single value, for all samples alike. */
typedef enum outlay_broadcast {
  OUTLAY_BOTH_VARY = 0,
  OUTLAY_RIGHT_FIXED, /* b points to one double */
  OUTLAY_LEFT_FIXED,  /* a points to one double */
  OUTLAY_BROADCASTS
} outlay_broadcast;

typedef void outlay_unary_kernel(double *out, const double *a, size_t n);
typedef void outlay_binary_kernel(double *out, const double *a, const double *b, size_t n);

/* What is done to the value y of a fit: nothing, 1 / (1 + exp(-y)), exp(y), sinh(y). */
typedef enum outlay_transform {
  OUTLAY_TRANSFORM_NONE = 0,
  OUTLAY_TRANSFORM_LOGISTIC,
  OUTLAY_TRANSFORM_EXP,
  OUTLAY_TRANSFORM_SINH
} outlay_transform;

/* A function on an interval as polynomials on equal pieces: piece number floor(offset + scale z),
 * clamped to the ends, and in it a polynomial in its own variable, from -1 to 1; transformed, it is
 * y, and the result is low + width y. */
enum { OUTLAY_PIECEWISE_DEGREE = 10, OUTLAY_PIECEWISE_ROW = 12 };
typedef struct outlay_piecewise {
  double scale, offset;
  double last; /* the largest double below `pieces` */
  double low, width;
  size_t pieces; /* 16 is fastest */
  outlay_transform transform;
  /* The same coefficients twice, the constants first: term by term, for vectors that look up in
   * registers, and piece by piece, for those that load each lane's. */
  double *by_term;  /* [degree + 1][pieces] */
  double *by_piece; /* [pieces][OUTLAY_PIECEWISE_ROW], what is beyond the degree unused */
} outlay_piecewise;

/* The same on pieces of any widths, for functions that bend sharply in places. Piece i is between
 * knots[i - 1] and knots[i]; the first and the last have no outer knot. */
typedef struct outlay_knotted {
  double low, width;
  size_t pieces;
  outlay_transform transform;
  double *knots; /* pieces - 1, rising */
  double *terms; /* of each piece: scale, offset of its variable; then the polynomial's terms */
} outlay_knotted;

/* The part of a distribution between two points: probabilities below and above each. */
typedef struct outlay_truncation {
  double below_low, above_high;
  double inside; /* between them */
} outlay_truncation;

/* A random order of 2^bits places: see kernels_sampling.inc. */
enum { OUTLAY_SHUFFLE_ROUNDS = 8 };
typedef struct outlay_shuffle {
  uint32_t bits; /* at most 62 */
  uint32_t keys[OUTLAY_SHUFFLE_ROUNDS];
} outlay_shuffle;

/* A scrambled digital net in one dimension: point i is the exclusive or of `shift` and the
 * directions of the bits of i. */
enum { OUTLAY_NET_BITS = 40 };
typedef struct outlay_net {
  uint64_t directions[OUTLAY_NET_BITS];
  uint64_t shift;
} outlay_net;

typedef struct outlay_kernels {
  const char *name; /* "portable", "avx2", "avx512", "neon" */

  /* NULL where the operation has no such kernel. NEGATE to ROUND and NOT in `unary`, ADD to
   * MAXIMUM, the comparisons, AND and OR in `binary`. Conditions are 0.0 and 1.0. Comparisons are
   * IEEE's: with NaN only NOT_EQUAL holds. MINIMUM and MAXIMUM are NaN where an argument is. EXP,
   * LOG and POWER are within 1 ulp; x^1, x^2, x^-1, x^0.5 are exactly x, x x, 1 / x, sqrt(x). */
  outlay_unary_kernel *unary[OUTLAY_OPERATIONS];
  outlay_binary_kernel *binary[OUTLAY_OPERATIONS][OUTLAY_BROADCASTS];

  /* out = condition != 0 ? x : y; x_fixed, y_fixed: a single value. */
  void (*select)(double *out, const double *condition, const double *x, const double *y, size_t n,
                 bool x_fixed, bool y_fixed);
  void (*fill)(double *out, double value, size_t n);

  /* Random draws of samples first .. first + n - 1, first a multiple of OUTLAY_LANES. Streams
   * 2 pair and 2 pair + 1 come from one Philox block, so both are drawn together; either
   * column may be NULL. Uniforms lie strictly between 0 and 1; normals and uniforms of the
   * same stream are independent of each other (they use different counters). */
  void (*uniform_pair)(double *even, double *odd, uint64_t seed, uint64_t pair, uint64_t first,
                       size_t n);
  void (*normal_pair)(double *even, double *odd, uint64_t seed, uint64_t pair, uint64_t first,
                      size_t n);

  /* Standard normal quantile and distribution function of a column. */
  outlay_unary_kernel *normal_quantile;
  outlay_unary_kernel *normal_cdf;

  /* True if all of the first n values are finite. */
  bool (*all_finite)(const double *a, size_t n);

  /* Sum, sum of squares of (x - shift), least and greatest of n values, in an order of
   * additions that is fixed by n alone. out[0..3]. */
  void (*accumulate)(const double *a, size_t n, double shift, double out[4]);

  /* Quantile functions: offset + scale a; exp(offset + scale a); the triangular distribution's of
   * a uniform; values[j] of a uniform that j of the count - 1 rising thresholds do not exceed. */
  void (*affine)(double *out, const double *a, size_t n, double scale, double offset);
  void (*exp_affine)(double *out, const double *a, size_t n, double scale, double offset);
  void (*triangular)(double *out, const double *u, size_t n, double low, double mode, double high);
  void (*steps)(double *out, const double *u, size_t n, const double *thresholds,
                const double *values, size_t count);
  void (*piecewise)(double *out, const double *z, size_t n, const outlay_piecewise *fit);
  void (*knotted)(double *out, const double *z, size_t n, const outlay_knotted *fit);

  /* -log(1 - u), without loss for small u: the exponential distribution's quantile. */
  outlay_unary_kernel *exponential;
  /* The straight line through count >= 2 values, equally spaced on 0 <= u <= 1. */
  void (*table)(double *out, const double *u, size_t n, const double *values, size_t count);
  /* The score whose probability is what Phi(z) is of the part inside; precise in both tails. */
  void (*truncate)(double *out, const double *z, size_t n, const outlay_truncation *part);
  /* Phi(z), and a score's probability as a uniform draw: 2^-53 to 1 - 2^-53. */
  outlay_unary_kernel *uniform_of_normal;
  /* out + scale a. */
  void (*add_scaled)(double *out, const double *a, size_t n, double scale);

  /* Points first .. first + n - 1 of a net as uniforms; first a multiple of OUTLAY_LANES. */
  void (*net)(double *out, uint64_t first, size_t n, const outlay_net *net);
  /* Uniforms to one uniform in each of 2^bits equal strata: in stratum number `shuffle` of the
   * sample. */
  void (*stratify)(double *out, const double *u, uint64_t first, size_t n,
                   const outlay_shuffle *shuffle);

  /* Copies those of n values that lie strictly between low and high, in their order, and returns
   * how many; adds to *not_above how many are at most low. `out` has room for n + OUTLAY_LANES
   * values. Neither column need be aligned or padded. */
  size_t (*between)(double *out, const double *a, size_t n, double low, double high,
                    size_t *not_above);
} outlay_kernels;

const outlay_kernels *outlay_kernels_portable(void);
/* NULL where the program was built without it or the processor lacks it. */
const outlay_kernels *outlay_kernels_avx2(void);
const outlay_kernels *outlay_kernels_avx512(void);
const outlay_kernels *outlay_kernels_neon(void);
/* The fastest of them; OUTLAY_KERNELS=portable|avx2|avx512|neon in the environment chooses. */
const outlay_kernels *outlay_kernels_best(void);

#endif
