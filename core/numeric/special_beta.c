#include "special_beta.h"

#include <math.h>
#include <stdbool.h>
#include <stddef.h>

#include "special.h"
#include "special_gamma.h"

static const double greatest_log_odds = 650.0;

outlay_beta_shape outlay_beta_shape_of(double a, double b) {
  const double n = a + b;
  const double rest = outlay_stirling_rest(n) - outlay_stirling_rest(a) - outlay_stirling_rest(b);
  const double inverse_two_pi = 0x1.45f306dc9c883p-3;
  return (outlay_beta_shape){
      .a = a, .b = b, .scale = sqrt(a / n * b * inverse_two_pi) * outlay_exp(rest)};
}

/* n x - a = b - n y, from the one of x and y that carries more digits; n = a + b. */
static double off_mean(const outlay_beta_shape *shape, double x, double y) {
  const double n = shape->a + shape->b;
  return x < y ? fma(n, x, -shape->a) : fma(-n, y, shape->b);
}

/* x^a y^b / B(a, b), in Loader's form: no loss for large a and b. */
static double slope_at(const outlay_beta_shape *shape, double x, double y) {
  const double a = shape->a, b = shape->b, n = a + b;
  const double off = off_mean(shape, x, y);
  const double far = outlay_deviance(a, n * x, off) + outlay_deviance(b, n * y, -off);
  return shape->scale * outlay_exp(-far);
}

/* The continued fraction C of I_x(a, b) = x^a y^b / B(a, b) C: equation 9 of DiDonato and Morris,
 * "Significant digit computation of the incomplete beta function ratios", ACM Transactions on
 * Mathematical Software 18, 1992, by Lentz's method (Applied Optics 15, 1976). `short_of` is
 * a - (a + b) x. For x < (a + 1) / (a + b + 2). */
static double continued_fraction(double a, double b, double x, double y, double short_of) {
  const double least = 1e-300;
  double f = a / (a + 1.0) * (short_of + 1.0);
  double c = f, d = 0.0;
  for (double m = 1.0; m < 1e6; m += 1.0) {
    const double r = x / (a + 2.0 * m - 1.0);
    const double numerator = (a + m - 1.0) * (a + b + m - 1.0) * r * (m * (b - m) * r);
    const double term =
        m + m * (b - m) * r + (a + m) / (a + 2.0 * m + 1.0) * (short_of + 1.0 + m * (1.0 + y));
    d = term + numerator * d;
    c = term + numerator / c;
    if (fabs(d) < least) d = least;
    if (fabs(c) < least) c = least;
    d = 1.0 / d;
    const double factor = c * d;
    f *= factor;
    if (fabs(factor - 1.0) < 2.3e-16) break;
  }
  return 1.0 / f;
}

/* Fills in the probabilities of a point whose other fields are there. */
static void set_probabilities(const outlay_beta_shape *shape, outlay_beta_point *point) {
  const double a = shape->a, b = shape->b, x = point->x, y = point->y;
  const double off = off_mean(shape, x, y);
  if (x * (a + b + 2.0) < a + 1.0) {
    point->lower = point->slope * continued_fraction(a, b, x, y, -off);
    point->upper = 1.0 - point->lower;
  } else {
    point->upper = point->slope * continued_fraction(b, a, y, x, off);
    point->lower = 1.0 - point->upper;
  }
}

static void set_place(const outlay_beta_shape *shape, double log_odds, outlay_beta_point *point) {
  const double odds = outlay_exp(-fabs(log_odds));
  const double large = 1.0 / (1.0 + odds), small = odds / (1.0 + odds);
  point->log_odds = log_odds;
  point->x = log_odds < 0.0 ? small : large;
  point->y = log_odds < 0.0 ? large : small;
  point->slope = slope_at(shape, point->x, point->y);
}

/* Where the search begins: the tails' own power laws for shapes below 1, else a normal in the
 * log-odds. */
static double first_guess(const outlay_beta_shape *shape, double z) {
  const double a = shape->a, b = shape->b;
  if (a >= 1.0 && b >= 1.0) return outlay_log(a / b) + z * sqrt(1.0 / a + 1.0 / b);
  /* x^a / (a B) = p and y^b / (b B) = q; 1 / B from the slope at x = 1/2 */
  const double log_beta = -outlay_log(slope_at(shape, 0.5, 0.5)) - (a + b) * 0x1.62e42fefa39efp-1;
  const double left = (outlay_log(outlay_normal_cdf(z) * a) + log_beta) / a;
  const double right = -(outlay_log(outlay_normal_cdf(-z) * b) + log_beta) / b;
  if (left < -1.0) return left;
  if (right > 1.0) return right;
  return 0.5 * (left + right);
}

/* The normal score of a point: Phi of it is the probability below. */
static double normal_score(const outlay_beta_point *point) {
  if (point->lower < point->upper) return outlay_normal_quantile(point->lower);
  return -outlay_normal_quantile(point->upper);
}

/* Halley's step for score(log-odds) = z, a function that is nearly straight. */
static double halley_step(const outlay_beta_shape *shape, const outlay_beta_point *point,
                          double score, double z) {
  const double slope = point->slope / outlay_normal_density(score);
  const double bend = shape->a * point->y - shape->b * point->x + score * slope;
  const double newton = (z - score) / slope;
  const double correction = 1.0 + 0.5 * newton * bend;
  return correction > 0.5 && correction < 2.0 ? newton / correction : newton;
}

void outlay_beta_quantile(const outlay_beta_shape *shape, double z, const outlay_beta_point *near,
                          outlay_beta_point *out) {
  double low = -greatest_log_odds, high = greatest_log_odds;
  double guess = near == NULL ? first_guess(shape, z)
                              : near->log_odds + halley_step(shape, near, normal_score(near), z);
  /* A step's error is the cube of the distance, in units of the score's sharpest bend. */
  const double close = shape->a < 0.5 || shape->b < 0.5 ? 1e-8 : 3e-6;
  for (int round = 0; round < 100; round++) {
    if (!(guess > low && guess < high)) guess = 0.5 * (low + high);
    set_place(shape, guess, out);
    set_probabilities(shape, out);
    const double score = normal_score(out);
    if (score < z) {
      low = guess;
    } else {
      high = guess;
    }
    guess += halley_step(shape, out, score, z);
    if (fabs(score - z) < close || high - low < 1e-15 * (1.0 + fabs(low))) break;
  }
  set_place(shape, fmin(fmax(guess, -greatest_log_odds), greatest_log_odds), out);
  out->lower = outlay_normal_cdf(z);
  out->upper = outlay_normal_cdf(-z);
}

void outlay_beta_at(const outlay_beta_shape *shape, double x, double y, outlay_beta_point *out) {
  *out = (outlay_beta_point){.log_odds = outlay_log(x) - outlay_log(y), .x = x, .y = y};
  out->slope = slope_at(shape, x, y);
  set_probabilities(shape, out);
}
