/* Quantile functions as piecewise polynomials of the normal score z. A kind without a closed form
 * is evaluated exactly at some hundred points, once, and then costs a few multiplications a
 * sample. */
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

/* Makes fit->coefficients (allocated: (degree + 1) * pieces) from values[piece][node]. The
 * polynomials interpolate at Chebyshev's nodes. Sets all of `fit` but low, width, logistic. */
void outlay_fit_set(outlay_piecewise *fit, double low, double high, size_t pieces,
                    const double *values);

#endif
