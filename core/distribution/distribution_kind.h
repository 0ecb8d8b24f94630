/* What each kind of distribution is: one table row, written beside the kind's mathematics and
 * collected in distribution.c. Internal to core/distribution*. */
#ifndef OUTLAY_DISTRIBUTION_KIND_H
#define OUTLAY_DISTRIBUTION_KIND_H

#include "distribution.h"

struct outlay_sampler {
  outlay_allocator allocator;
  outlay_distribution kind;
  double *parameters; /* as given */
  size_t count;
  double constants[2]; /* scale and offset where one affine step is all there is */
  /* Before it is made ready: an exact sampler is wanted. Then: the exact quantile function is
   * applied to each draw. */
  bool exact;
  double error;  /* relative to the sd */
  double *table; /* coefficients of the fit; or thresholds, then values */
  size_t table_size;
  size_t steps; /* of a discrete choice or a count */
  outlay_piecewise fit;
  outlay_knotted knotted; /* used where it has pieces */
  outlay_sampler *inner;  /* of the distribution that is truncated or shifted */
  outlay_truncation part;
};

/* The probabilities below and above a point. The smaller one is precise. */
typedef struct outlay_tails {
  double lower, upper;
} outlay_tails;

typedef struct outlay_distribution_kind {
  outlay_draw draw;
  size_t count;     /* of parameters; of a group's where groups repeat; the least of composites */
  bool repeated;    /* any number of groups but none */
  bool composite;   /* made of other distributions: see distribution_composite.c */
  uint32_t numbers; /* bit i: parameter i is a plain number, whatever the value's dimension */
  bool unitless;    /* the value is a plain number */
  const char *parameters[4];

  /* All functions below but `check` may rely on checked parameters. */
  outlay_status (*check)(const double *parameters, size_t count, outlay_error *error);
  double (*from_draw)(const double *parameters, size_t count, double draw);
  /* Optional: from_draw for a point by its tails, where a draw would lose digits. */
  double (*from_tails)(const double *parameters, size_t count, outlay_tails tails);
  outlay_tails (*tails)(const double *parameters, size_t count, double value);
  double (*mean)(const double *parameters, size_t count);
  double (*sd)(const double *parameters, size_t count);

  /* Optional: parameters of the same distribution with which from_draw is quicker. */
  void (*arrange)(double *parameters, size_t count);

  /* Fills in constants or a table; what it allocates goes to `table`, freed with the sampler. */
  outlay_status (*prepare)(outlay_sampler *sampler, outlay_error *error);
  void (*apply)(const outlay_sampler *sampler, const outlay_kernels *kernels, double *out,
                const double *draw, size_t n);
} outlay_distribution_kind;

extern const outlay_distribution_kind outlay_kind_normal;
extern const outlay_distribution_kind outlay_kind_lognormal;
extern const outlay_distribution_kind outlay_kind_uniform;
extern const outlay_distribution_kind outlay_kind_triangular;
extern const outlay_distribution_kind outlay_kind_beta;
extern const outlay_distribution_kind outlay_kind_discrete;
extern const outlay_distribution_kind outlay_kind_pert;
extern const outlay_distribution_kind outlay_kind_gamma;
extern const outlay_distribution_kind outlay_kind_exponential;
extern const outlay_distribution_kind outlay_kind_weibull;
extern const outlay_distribution_kind outlay_kind_pareto;
extern const outlay_distribution_kind outlay_kind_student_t;
extern const outlay_distribution_kind outlay_kind_poisson;
extern const outlay_distribution_kind outlay_kind_binomial;
extern const outlay_distribution_kind outlay_kind_empirical;
extern const outlay_distribution_kind outlay_kind_quantiles;
extern const outlay_distribution_kind outlay_kind_mixture;
extern const outlay_distribution_kind outlay_kind_truncated;
extern const outlay_distribution_kind outlay_kind_shifted;

const outlay_distribution_kind *outlay_kind_of(outlay_distribution kind);

/* A distribution within a composite: parameters that are checked. */
typedef struct outlay_component {
  outlay_distribution kind;
  const double *parameters;
  size_t count;
} outlay_component;

/* The distribution in what is left of a composite's parameters: its kind, how many parameters,
 * these. False if that is not what they are. */
bool outlay_component_read(const double *parameters, size_t count, outlay_component *out);

outlay_tails outlay_tails_at(const outlay_component *component, double value);
double outlay_value_at(const outlay_component *component, outlay_tails tails);

/* The tails of a standard draw, and the draw for them. */
outlay_tails outlay_tails_of_draw(outlay_draw draw, double value);
double outlay_draw_of_tails(outlay_draw draw, outlay_tails tails);
/* Those of a distribution that has the one value `at`. */
outlay_tails outlay_tails_of_step(double value, double at);

/* The 95 % quantile of the standard normal. */
static const double outlay_normal_p95 = 1.6448536269514722;

/* sampler->table of `size` doubles. */
outlay_status outlay_sampler_table(outlay_sampler *sampler, size_t size, outlay_error *error);

/* Where low .. high is upside down: an error that says so. */
outlay_status outlay_check_interval(const char *kind, double low, double high, outlay_error *error);

/* Where low <= mode <= high does not hold: an error that says so. */
outlay_status outlay_check_mode(const char *kind, double low, double mode, double high,
                                outlay_error *error);
/* Where a parameter is not within [least, greatest]: an error that says so. */
outlay_status outlay_check_range(const char *kind, const char *parameter, double value,
                                 double least, double greatest, outlay_error *error);

#endif
