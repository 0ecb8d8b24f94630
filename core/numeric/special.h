/* Special functions, one value at a time, by our own arithmetic: the same bits on every machine,
 * which the C library's functions do not promise. */
#ifndef OUTLAY_SPECIAL_H
#define OUTLAY_SPECIAL_H

/* Within 1 ulp, as the kernels' and bit for bit the same. */
double outlay_exp(double x);
double outlay_log(double x);
/* log(1 + x) within 2 ulp, also for small x. */
double outlay_log1p(double x);
/* As the kernels of these names. */
double outlay_power(double x, double y);
double outlay_exponential(double u);
double outlay_uniform_of_normal(double z);
/* x - log(1 + x), x > -1, without loss for small x. */
double outlay_log1p_excess(double x);

/* e^x - 1 within 2 ulp, also for small x. */
double outlay_expm1(double x);

/* The standard normal's density, distribution function and quantile function, as the kernels'. */
double outlay_normal_density(double z);
double outlay_normal_cdf(double z);
double outlay_normal_quantile(double p);

/* As the kernel: the quantile of a uniform. */
double outlay_triangular_quantile(double u, double low, double mode, double high);

/* log Gamma(a + 1) - (a + 1/2) log a + a - log(2 pi) / 2, a > 0: what Stirling's formula leaves. */
double outlay_stirling_rest(double a);

#endif
