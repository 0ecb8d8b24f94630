#include "special_gamma.h"

#include <math.h>

#include "special.h"

static const double half_log_two_pi = 0x1.d67f1c864beb5p-1;
static const double inverse_two_pi = 0x1.45f306dc9c883p-3;
static const double least_log = -700.0, greatest_log = 700.0;

double outlay_log_gamma_next(double a) {
  return (a + 0.5) * outlay_log(a) - a + half_log_two_pi + outlay_stirling_rest(a);
}

double outlay_deviance(double k, double m, double off) {
  if (fabs(off) < 0.25 * k) return k * outlay_log1p_excess(off / k);
  return off - k * outlay_log(m / k);
}

/* The lower probability over slope / shape: 1 + x / (a + 1) + x^2 / ((a + 1) (a + 2)) + ... */
static double series(double a, double x) {
  double term = 1.0, sum = 1.0;
  for (double n = 1.0; n < 1e7; n += 1.0) {
    term *= x / (a + n);
    sum += term;
    if (term < 1e-17 * sum) break;
  }
  return sum;
}

/* The upper probability over the slope: Legendre's continued fraction (Abramowitz and Stegun
 * 6.5.31, contracted) by Lentz's method (Applied Optics 15, 1976). For x >= a + 1. */
static double fraction(double a, double x) {
  const double least = 1e-300;
  double b = x + 1.0 - a;
  double c = 1.0 / least, d = 1.0 / b, f = d;
  for (double n = 1.0; n < 1e7; n += 1.0) {
    const double numerator = n * (a - n);
    b += 2.0;
    d = b + numerator * d;
    c = b + numerator / c;
    if (fabs(d) < least) d = least;
    if (fabs(c) < least) c = least;
    d = 1.0 / d;
    const double factor = c * d;
    f *= factor;
    if (fabs(factor - 1.0) < 2.3e-16) break;
  }
  return f;
}

static void set_point(double a, double log_x, double x, outlay_gamma_point *out) {
  *out = (outlay_gamma_point){.log_x = log_x, .x = x};
  out->slope = sqrt(a * inverse_two_pi) *
               outlay_exp(-outlay_stirling_rest(a) - outlay_deviance(a, x, x - a));
  if (x < a + 1.0) {
    out->lower = out->slope / a * series(a, x);
    out->upper = 1.0 - out->lower;
  } else {
    out->upper = out->slope * fraction(a, x);
    out->lower = 1.0 - out->upper;
  }
}

void outlay_gamma_at(double shape, double x, outlay_gamma_point *out) {
  set_point(shape, outlay_log(x), x, out);
}

/* Wilson and Hilferty's cube (Proceedings of the National Academy of Sciences 17, 1931); where that
 * is not positive, the power law of the lower tail. */
static double first_guess(double a, double z) {
  const double root = 1.0 - 1.0 / (9.0 * a) + z / (3.0 * sqrt(a));
  if (root > 0.2) return outlay_log(a) + 3.0 * outlay_log(root);
  return (outlay_log(outlay_normal_cdf(z)) + outlay_log_gamma_next(a)) / a;
}

void outlay_gamma_quantile(double shape, double z, outlay_gamma_point *out) {
  double low = least_log, high = greatest_log;
  double guess = first_guess(shape, z);
  for (int round = 0; round < 100; round++) {
    if (!(guess > low && guess < high)) guess = 0.5 * (low + high);
    set_point(shape, guess, outlay_exp(guess), out);
    const double score = out->lower < out->upper ? outlay_normal_quantile(out->lower)
                                                 : -outlay_normal_quantile(out->upper);
    if (score < z) {
      low = guess;
    } else {
      high = guess;
    }
    /* Halley's step for score(log x) = z, a function that is nearly straight. */
    const double slope = out->slope / outlay_normal_density(score);
    const double newton = (z - score) / slope;
    const double correction = 1.0 + 0.5 * newton * (shape - out->x + score * slope);
    guess += correction > 0.5 && correction < 2.0 ? newton / correction : newton;
    if (fabs(score - z) < 1e-6 || high - low < 1e-15 * (1.0 + fabs(low))) break;
  }
  out->log_x = fmin(fmax(guess, least_log), greatest_log);
  out->x = outlay_exp(out->log_x);
  out->lower = outlay_normal_cdf(z);
  out->upper = outlay_normal_cdf(-z);
}
