/* Fits of lines: what the methods share. The public part is in outlay_api.h.
 *
 * A method gets rows that were checked and writes coefficients and their covariance; it may take
 * memory from the fit's allocator and leaves none. */
#ifndef OUTLAY_REGRESSION_H
#define OUTLAY_REGRESSION_H

#include "memory.h"

struct outlay_regression {
  outlay_allocator allocator;
  outlay_regression_info info;
  size_t rows;          /* of the data, with those of weight 0 */
  double *coefficients; /* [terms + 1], the constant first */
  double *covariance;   /* [terms + 1][terms + 1] */
  double *fitted;       /* [rows] */
  double *residuals;    /* [rows] */
  double *weights;      /* [rows], those in force: of the last iteration */
  double *means;        /* [terms]: where the level is taken, which varies apart from the slopes */
  double level_variance;
};

/* A fit with room for data like these, all zero; NULL when out of memory. */
outlay_regression *outlay_regression_new(const outlay_allocator *allocator,
                                         const outlay_regression_data *data);

/* The weighted least squares fit: coefficients, fitted values, residuals; the covariance is that of
 * residuals with variance 1 / weight. `weights` may be the fit's own, and NULL is 1. Also sets
 * deviance and r_squared. */
outlay_status outlay_least_squares(outlay_regression *fit, const outlay_regression_data *data,
                                   const double *weights, outlay_error *error);

/* The methods; `fit` is empty but for its info. */
outlay_status outlay_fit_least_squares(outlay_regression *fit, const outlay_regression_data *data,
                                       outlay_error *error);
outlay_status outlay_fit_huber(outlay_regression *fit, const outlay_regression_data *data,
                               outlay_error *error);
outlay_status outlay_fit_theil_sen(outlay_regression *fit, const outlay_regression_data *data,
                                   outlay_error *error);
outlay_status outlay_fit_quantile_line(outlay_regression *fit, const outlay_regression_data *data,
                                       double quantile, outlay_error *error);
outlay_status outlay_fit_counts(outlay_regression *fit, const outlay_regression_data *data,
                                outlay_error *error);

/* The constant and its covariance from info.level, its variance, and the slopes and theirs. */
void outlay_take_constant(outlay_regression *fit);

/* Multiplies the covariance by a factor. */
void outlay_scale_covariance(outlay_regression *fit, double factor);

/* Residuals and fitted values of the coefficients; sets deviance and r_squared. */
void outlay_take_residuals(outlay_regression *fit, const outlay_regression_data *data,
                           const double *weights);

/* Distances below this are rounding of such y. */
double outlay_rounding_of(const outlay_regression_data *data);

/* Type 7 quantile of n values, which are reordered. */
double outlay_quantile_of_values(double *values, size_t n, double probability);

#endif
