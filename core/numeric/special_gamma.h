/* The gamma distribution of scale 1, one value at a time, and logarithms of the gamma function. */
#ifndef OUTLAY_SPECIAL_GAMMA_H
#define OUTLAY_SPECIAL_GAMMA_H

/* log Gamma(a + 1), a > 0; within some 1e-15 of its size, or of 1. */
double outlay_log_gamma_next(double a);

/* k log(k / m) + m - k: how far m = k + off is from k (Loader, "Fast and accurate computation of
 * binomial probabilities", 2000). */
double outlay_deviance(double k, double m, double off);

/* A point x by its logarithm, and the probabilities below and above; the smaller is precise. */
typedef struct outlay_gamma_point {
  double log_x, x;
  double slope; /* of the distribution function by log x: x^a e^-x / Gamma(a) */
  double lower, upper;
} outlay_gamma_point;

/* Shapes within [0.1, 1e8]; x > 0. */
void outlay_gamma_at(double shape, double x, outlay_gamma_point *out);

/* The point below which the probability is Phi(z), |z| <= 38. One closer to 0 than e^-700 is put
 * there. */
void outlay_gamma_quantile(double shape, double z, outlay_gamma_point *out);

#endif
