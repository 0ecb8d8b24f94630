/* Quantile functions as piecewise polynomials of the normal score z. A kind without a closed form
 * is evaluated exactly at some hundred points, once, and then costs a few multiplications a
 * sample. Pieces are equal where that will do, which is faster; else as narrow as each must be. */
#ifndef OUTLAY_DISTRIBUTION_FIT_H
#define OUTLAY_DISTRIBUTION_FIT_H

#include "distribution_kind.h"

/* Normal draws reach 8.58; see kernels_random.inc. */
static const double outlay_greatest_draw = 8.6;

enum {
  OUTLAY_FIT_NODES = OUTLAY_PIECEWISE_DEGREE + 1, /* points a piece, where it is interpolated */
  OUTLAY_FIT_CHECKS = 16,                         /* points a piece, where its error is measured */
  OUTLAY_FIT_FEW_CHECKS = 5                       /* of them, that do for a smooth function */
};

/* The points of a piece, each from -1 to 1 within it. */
extern const double outlay_fit_nodes[OUTLAY_FIT_NODES];
extern const double outlay_fit_checks[OUTLAY_FIT_CHECKS];

/* The score at place x of a piece. */
double outlay_fit_score(double low, double high, size_t pieces, size_t piece, double x);

/* Room for the coefficients of so many pieces, a multiple of OUTLAY_LANES, in sampler->table. */
outlay_status outlay_fit_table(outlay_sampler *sampler, size_t pieces, outlay_error *error);

/* Makes the coefficients from values[piece][node]. The polynomials interpolate at Chebyshev's
 * nodes. Sets all of `fit` but low, width, transform. */
void outlay_fit_set(outlay_piecewise *fit, double low, double high, size_t pieces,
                    const double *values);

/* The polynomial, by powers, through values at the nodes. */
void outlay_fit_polynomial(const double values[OUTLAY_FIT_NODES], double powers[OUTLAY_FIT_NODES]);

/* Makes a normal-driven sampler ready by a fit of its kind's from_draw, or leaves it exact: tries
 * the transforms in their order, on 16, then 64 equal pieces; then, where `narrow`, the last one on
 * pieces of any widths. */
outlay_status outlay_fit_quantile(outlay_sampler *sampler, const outlay_transform *transforms,
                                  size_t count, bool narrow, outlay_error *error);
/* The sampler's fit, or its kind's from_draw where it is exact. */
void outlay_fit_apply(const outlay_sampler *sampler, const outlay_kernels *kernels, double *out,
                      const double *draw, size_t n);

#endif
