/* Distributions: from a standard draw to an input's value.
 *
 * Each kind is driven by one standard draw, a uniform or a normal (which of the two,
 * outlay_distribution_draw says), through its monotone quantile function; so correlation,
 * Latin hypercube and Sobol points can later be imposed on the draw without knowing the
 * kind. */
#ifndef OUTLAY_DISTRIBUTION_H
#define OUTLAY_DISTRIBUTION_H

#include "kernels.h"
#include "memory.h"

typedef enum outlay_draw { OUTLAY_DRAW_UNIFORM = 0, OUTLAY_DRAW_NORMAL } outlay_draw;

/* `parameters` matter only for a truncated or a shifted distribution, whose draw is that of the one
 * within; of them, only the kinds within need to be there. */
outlay_draw outlay_distribution_draw(outlay_distribution kind, const double *parameters,
                                     size_t count);

/* What a parameter is: an amount of the value's dimension, a plain number, or a number that only
 * says how a composite is made up (how many, which kind). */
typedef enum outlay_role {
  OUTLAY_ROLE_AMOUNT = 0,
  OUTLAY_ROLE_NUMBER,
  OUTLAY_ROLE_STRUCTURE
} outlay_role;

/* The role of each parameter. Of `parameters` only those that are structure need to be there. False
 * if they do not make a distribution. */
bool outlay_distribution_roles(outlay_distribution kind, const double *parameters, size_t count,
                               uint8_t *roles);

/* Whether the value has no unit, a count for instance. */
bool outlay_distribution_unitless(outlay_distribution kind);

/* Parameters of the kind: OUTLAY_DISCRETE takes pairs, others a fixed number; a composite at least
 * some. */
bool outlay_distribution_takes(outlay_distribution kind, size_t count);
/* The name of a parameter, such as "sd". */
const char *outlay_distribution_parameter(outlay_distribution kind, size_t index);

/* Says what is wrong with parameters (one value each) in `error`, e.g. a negative sd, and what
 * would be possible. Values are finite and in base units; messages give them as they are, so
 * the caller names the units. */
outlay_status outlay_distribution_check(outlay_distribution kind, const double *parameters,
                                        size_t count, outlay_error *error);

/* A distribution with fixed parameters, made ready: constants worked out once, a quantile
 * table fitted where the kind has no closed form. With `exact`, a fit is used only where it is as
 * good as the quantile function itself. */
typedef struct outlay_sampler outlay_sampler;
outlay_status outlay_sampler_new(const outlay_allocator *allocator, outlay_distribution kind,
                                 const double *parameters, size_t count, bool exact,
                                 outlay_sampler **out, outlay_error *error);
void outlay_sampler_free(outlay_sampler *sampler);
/* out[i] = quantile of draw[i] (a uniform or a standard normal by outlay_distribution_draw). */
void outlay_sampler_apply(const outlay_sampler *sampler, const outlay_kernels *kernels, double *out,
                          const double *draw, size_t n);
/* The largest error of the sampler's quantiles, relative to the sd (for a distribution that may
 * have none: to the 90 % interval / 3.29, or to the distance from the median if that is larger); 0
 * where they are computed one by one or by a closed form. */
double outlay_sampler_error(const outlay_sampler *sampler);

/* The exact quantile function and distribution function, one value at a time. Used for
 * parameters that vary from sample to sample, and by tests. */
double outlay_distribution_quantile(outlay_distribution kind, const double *parameters,
                                    size_t count, double probability);
double outlay_distribution_cdf(outlay_distribution kind, const double *parameters, size_t count,
                               double value);
/* Exact value for a standard draw of the kind (no loss in a normal draw's tail). */
double outlay_distribution_from_draw(outlay_distribution kind, const double *parameters,
                                     size_t count, double draw);
/* Brings checked parameters into the order in which values are drawn from them most quickly. */
void outlay_distribution_arrange(outlay_distribution kind, double *parameters, size_t count);
double outlay_distribution_mean(outlay_distribution kind, const double *parameters, size_t count);
double outlay_distribution_sd(outlay_distribution kind, const double *parameters, size_t count);

/* Parameters from what people know. An impossible request is an error that says what would be
 * possible. */

/* alpha and beta of a beta on [low, high]; sd < sqrt((mean - low) (high - mean)). */
outlay_status outlay_beta_from_mean_sd(double mean, double sd, double low, double high,
                                       double *alpha, double *beta, outlay_error *error);
/* The 5 % and 95 % quantile of a lognormal. */
outlay_status outlay_lognormal_from_mean_sd(double mean, double sd, double *p5, double *p95,
                                            outlay_error *error);
/* Mean and sd of a normal with these quantiles. */
outlay_status outlay_normal_from_quantiles(double p5, double p95, double *mean, double *sd,
                                           outlay_error *error);

#endif
