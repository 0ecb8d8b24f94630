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
  bool exact;          /* apply the exact quantile function to each draw */
  double error;        /* relative to the sd */
  double *table;       /* coefficients of the fit; or thresholds, then values */
  size_t table_size;
  size_t steps; /* of a discrete choice */
  outlay_piecewise fit;
};

typedef struct outlay_distribution_kind {
  outlay_draw draw;
  size_t count;  /* of parameters; of a group's where groups repeat */
  bool repeated; /* any number of groups but none */
  const char *parameters[4];

  /* All functions below but `check` may rely on checked parameters. */
  outlay_status (*check)(const double *parameters, size_t count, outlay_error *error);
  double (*from_draw)(const double *parameters, size_t count, double draw);
  double (*cdf)(const double *parameters, size_t count, double value);
  double (*mean)(const double *parameters, size_t count);
  double (*sd)(const double *parameters, size_t count);

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

/* The 95 % quantile of the standard normal. */
static const double outlay_normal_p95 = 1.6448536269514722;

/* sampler->table of `size` doubles. */
outlay_status outlay_sampler_table(outlay_sampler *sampler, size_t size, outlay_error *error);

/* Where low .. high is upside down: an error that says so. */
outlay_status outlay_check_interval(const char *kind, double low, double high, outlay_error *error);

#endif
