#include "special.h"

/* The vector of one lane first: what follows is written in its terms. */
/* clang-format off */
#include "kernels_vector_scalar.h"
#include "kernels_math.inc"
#include "kernels_functions.inc"
/* clang-format on */

double outlay_exp(double x) { return v_exp(x); }

double outlay_log(double x) { return v_log(x); }

double outlay_log1p(double x) { return v_log1p(x); }

double outlay_power(double x, double y) { return v_power(x, y); }

double outlay_exponential(double u) { return v_exponential(u); }

double outlay_uniform_of_normal(double z) { return v_uniform_of_normal(z); }

double outlay_expm1(double x) {
  const double u = v_exp(x);
  if (u == 1.0) return x;
  if (u == 0.0 || u == OUTLAY_INFINITY) return u - 1.0;
  return (u - 1.0) * (x / v_log(u));
}

double outlay_log1p_excess(double x) {
  if (x > 0.3 || x < -0.25) return x - outlay_log1p(x);
  /* With s = x / (2 + x): log(1 + x) = 2 s + 2 s^3 / 3 + ..., and x - 2 s = x s. */
  const double s = x / (2.0 + x);
  const double z = s * s;
  double series = 0.0;
  for (int k = 19; k >= 3; k -= 2) series = series * z + 1.0 / k;
  return s * (x - 2.0 * z * series);
}

double outlay_normal_density(double z) {
  const double square = z * z;
  const double rest = v_fma(z, z, -square);
  return v_exp_sum(-0.5 * square, -0.5 * rest) * 0x1.9884533d43651p-2; /* 1 / sqrt(2 pi) */
}

double outlay_normal_cdf(double z) { return v_normal_cdf(z); }

double outlay_normal_quantile(double p) { return v_normal_quantile(p); }

double outlay_triangular_quantile(double u, double low, double mode, double high) {
  return v_triangular(u, low, mode, high);
}

double outlay_stirling_rest(double a) {
  /* Upwards by Gamma(a + 1) = a Gamma(a) to where Stirling's series is exact to 1e-17. */
  double below = 0.0;
  for (; a < 16.0; a += 1.0) below += (a + 0.5) * outlay_log1p(1.0 / a) - 1.0;
  const double r = 1.0 / (a * a);
  const double series =
      1.0 / 12.0 -
      r * (1.0 / 360.0 -
           r * (1.0 / 1260.0 - r * (1.0 / 1680.0 - r * (1.0 / 1188.0 - r * (691.0 / 360360.0)))));
  return below + series / a;
}
