/* Parameters from what people know of a quantity: its mean and sd, or two quantiles. */
#include <math.h>

#include "distribution_kind.h"
#include "special.h"
#include "status.h"

static outlay_status fail_narrow_beta(double mean, double sd, outlay_error *error) {
  (void)outlay_fail(error, OUTLAY_ERROR_ARGUMENT,
                    "a beta with mean %.6g and standard deviation %.6g is too narrow for its range",
                    mean, sd);
  outlay_advise(error, "normal{ mean = %.6g, sd = %.6g }, which is the same to many digits", mean,
                sd);
  return OUTLAY_ERROR_ARGUMENT;
}

outlay_status outlay_beta_from_mean_sd(double mean, double sd, double low, double high,
                                       double *alpha, double *beta, outlay_error *error) {
  if (!(low < high)) {
    return outlay_fail(error, OUTLAY_ERROR_ARGUMENT, "a beta from %.6g to %.6g has no width", low,
                       high);
  }
  if (!(mean > low && mean < high)) {
    return outlay_fail(error, OUTLAY_ERROR_ARGUMENT,
                       "a beta on [%.6g, %.6g] cannot have the mean %.6g; it lies between them",
                       low, high, mean);
  }
  const double largest = sqrt((mean - low) * (high - mean));
  if (!(sd > 0.0 && sd < largest)) {
    (void)outlay_fail(error, OUTLAY_ERROR_ARGUMENT,
                      "a beta on [%.6g, %.6g] with mean %.6g cannot have a standard deviation of "
                      "%.6g",
                      low, high, mean, sd);
    outlay_advise(error, "a standard deviation above 0 and below %.6g", largest);
    return OUTLAY_ERROR_ARGUMENT;
  }
  const double width = high - low;
  const double share = (mean - low) / width, rest = (high - mean) / width;
  const double ratio = largest / sd;
  /* alpha + beta = share rest / variance - 1 */
  const double size = (ratio - 1.0) * (ratio + 1.0);
  const double a = share * size, b = rest * size;
  const double parameters[] = {a, b, low, high};
  if (outlay_distribution_check(OUTLAY_BETA, parameters, 4, NULL) != OUTLAY_OK) {
    if (fmax(a, b) > 1.0) return fail_narrow_beta(mean, sd, error);
    const double least = 1e-3 / fmin(share, rest);
    (void)outlay_fail(error, OUTLAY_ERROR_ARGUMENT,
                      "a beta on [%.6g, %.6g] with mean %.6g and standard deviation %.6g is too "
                      "close to a choice between its ends",
                      low, high, mean, sd);
    outlay_advise(error, "a standard deviation below %.6g", largest / sqrt(1.0 + least));
    return OUTLAY_ERROR_ARGUMENT;
  }
  *alpha = a;
  *beta = b;
  return OUTLAY_OK;
}

outlay_status outlay_lognormal_from_mean_sd(double mean, double sd, double *p5, double *p95,
                                            outlay_error *error) {
  if (!(mean > 0.0) || !isfinite(mean)) {
    return outlay_fail(error, OUTLAY_ERROR_ARGUMENT,
                       "a lognormal is positive; its mean cannot be %.6g", mean);
  }
  if (!(sd >= 0.0) || !isfinite(sd)) {
    return outlay_fail(error, OUTLAY_ERROR_ARGUMENT,
                       "a lognormal's standard deviation is %.6g; it must not be negative", sd);
  }
  const double variance = outlay_log1p(sd / mean * (sd / mean)); /* of the logarithm */
  const double spread = sqrt(variance) * outlay_normal_p95;
  const double low = mean * outlay_exp(-0.5 * variance - spread);
  const double high = mean * outlay_exp(-0.5 * variance + spread);
  if (!(low > 0.0) || !isfinite(high)) {
    return outlay_fail(error, OUTLAY_ERROR_ARGUMENT,
                       "a lognormal with mean %.6g and standard deviation %.6g is too wide", mean,
                       sd);
  }
  *p5 = low;
  *p95 = high;
  return OUTLAY_OK;
}

outlay_status outlay_normal_from_quantiles(double p5, double p95, double *mean, double *sd,
                                           outlay_error *error) {
  if (!(p5 <= p95) || !isfinite(p95 - p5)) {
    (void)outlay_fail(error, OUTLAY_ERROR_ARGUMENT,
                      "the 5 %% quantile %.6g is above the 95 %% quantile %.6g", p5, p95);
    outlay_advise(error, "p5 = %.6g, p95 = %.6g", p95, p5);
    return OUTLAY_ERROR_ARGUMENT;
  }
  *mean = 0.5 * p5 + 0.5 * p95;
  *sd = (p95 - p5) / (2.0 * outlay_normal_p95);
  return OUTLAY_OK;
}
