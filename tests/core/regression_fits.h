/* What tests of fits share. */
#ifndef OUTLAY_REGRESSION_FITS_H
#define OUTLAY_REGRESSION_FITS_H

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "outlay.h"

static inline void assert_near(double got, double expected, double tolerance) {
  if (!(fabs(got - expected) <= tolerance * fabs(expected))) {
    fail_msg("%.15g is not %.15g within %g", got, expected, tolerance);
  }
}

static inline outlay_regression *fit_of(const outlay_regression_data *data,
                                        outlay_regression_method method, double quantile) {
  outlay_regression *fit = NULL;
  outlay_error error;
  const outlay_status status = outlay_regression_fit(NULL, data, method, quantile, &fit, &error);
  if (status != OUTLAY_OK) fail_msg("%s", error.message);
  return fit;
}

static inline double error_of(const outlay_regression *fit, size_t i) {
  outlay_regression_info info;
  outlay_regression_describe(fit, &info);
  return sqrt(outlay_regression_covariance(fit)[i * (info.terms + 2)]);
}

static inline void expect_error(const outlay_regression_data *data, outlay_regression_method method,
                                outlay_status expected, const char *part) {
  outlay_regression *fit = NULL;
  outlay_error error;
  assert_int_equal(outlay_regression_fit(NULL, data, method, 0.5, &fit, &error), expected);
  if (strstr(error.message, part) == NULL) fail_msg("'%s' is not in '%s'", part, error.message);
}

#endif
