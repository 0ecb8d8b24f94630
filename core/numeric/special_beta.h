/* The beta distribution on (0, 1), one value at a time. */
#ifndef OUTLAY_SPECIAL_BETA_H
#define OUTLAY_SPECIAL_BETA_H

/* Its parameters and what follows from them alone. */
typedef struct outlay_beta_shape {
  double a, b;
  double scale; /* sqrt(a b / (2 pi (a + b))) times the Stirling factors: see the density */
} outlay_beta_shape;

/* Both parameters within [1e-3, 1e8]. */
outlay_beta_shape outlay_beta_shape_of(double a, double b);

/* A point x of (0, 1) by its log-odds log(x / (1 - x)): precise at both ends. */
typedef struct outlay_beta_point {
  double log_odds;
  double x, y;         /* y = 1 - x */
  double slope;        /* of the distribution function by the log-odds: x^a y^b / B(a, b) */
  double lower, upper; /* the probabilities below and above x; the smaller one is precise */
} outlay_beta_point;

void outlay_beta_at(const outlay_beta_shape *shape, double x, double y, outlay_beta_point *out);

/* The point below which the probability is Phi(z), |z| <= 38. The search starts from `near`, a
 * point that is not far, or from nothing (NULL). A point that is closer to an end than e^-650 is
 * put there. */
void outlay_beta_quantile(const outlay_beta_shape *shape, double z, const outlay_beta_point *near,
                          outlay_beta_point *out);

#endif
