#include "distribution.h"

#include <math.h>
#include <string.h>

#include "distribution_kind.h"
#include "special.h"
#include "status.h"

static const outlay_distribution_kind *kind_of(outlay_distribution kind) {
  switch (kind) {
    case OUTLAY_NORMAL:
      return &outlay_kind_normal;
    case OUTLAY_LOGNORMAL:
      return &outlay_kind_lognormal;
    case OUTLAY_UNIFORM:
      return &outlay_kind_uniform;
    case OUTLAY_TRIANGULAR:
      return &outlay_kind_triangular;
    case OUTLAY_BETA:
      return &outlay_kind_beta;
    case OUTLAY_DISCRETE:
      return &outlay_kind_discrete;
    case OUTLAY_DISTRIBUTIONS:
      break;
  }
  return &outlay_kind_normal;
}

outlay_draw outlay_distribution_draw(outlay_distribution kind) { return kind_of(kind)->draw; }

bool outlay_distribution_takes(outlay_distribution kind, size_t count) {
  const outlay_distribution_kind *k = kind_of(kind);
  return k->repeated ? count > 0 && count % k->count == 0 : count == k->count;
}

const char *outlay_distribution_parameter(outlay_distribution kind, size_t index) {
  const outlay_distribution_kind *k = kind_of(kind);
  if (k->repeated) return k->parameters[index % k->count];
  return index < k->count ? k->parameters[index] : "";
}

outlay_status outlay_check_interval(const char *kind, double low, double high,
                                    outlay_error *error) {
  if (low <= high) return OUTLAY_OK;
  (void)outlay_fail(error, OUTLAY_ERROR_ARGUMENT, "a %s from %.6g to %.6g: low is above high", kind,
                    low, high);
  outlay_advise(error, "low = %.6g, high = %.6g", high, low);
  return OUTLAY_ERROR_ARGUMENT;
}

outlay_status outlay_distribution_check(outlay_distribution kind, const double *parameters,
                                        size_t count, outlay_error *error) {
  if (!outlay_distribution_takes(kind, count)) {
    return outlay_fail(error, OUTLAY_ERROR_ARGUMENT, "%zu parameters do not make a distribution",
                       count);
  }
  for (size_t i = 0; i < count; i++) {
    if (isfinite(parameters[i])) continue;
    return outlay_fail(error, OUTLAY_ERROR_ARGUMENT, "the parameter \"%s\" is not a finite number",
                       outlay_distribution_parameter(kind, i));
  }
  return kind_of(kind)->check(parameters, count, error);
}

/* ---- samplers ---- */

outlay_status outlay_sampler_table(outlay_sampler *sampler, size_t size, outlay_error *error) {
  sampler->table = outlay_memory_new(&sampler->allocator, size, sizeof *sampler->table);
  if (sampler->table == NULL) return outlay_fail_memory(error);
  sampler->table_size = size;
  return OUTLAY_OK;
}

outlay_status outlay_sampler_new(const outlay_allocator *allocator, outlay_distribution kind,
                                 const double *parameters, size_t count, outlay_sampler **out,
                                 outlay_error *error) {
  outlay_status status = outlay_distribution_check(kind, parameters, count, error);
  if (status != OUTLAY_OK) return status;
  const outlay_allocator memory = outlay_memory_or_default(allocator);
  outlay_sampler *sampler = outlay_memory_new(&memory, 1, sizeof *sampler);
  if (sampler == NULL) return outlay_fail_memory(error);
  sampler->allocator = memory;
  sampler->kind = kind;
  sampler->count = count;
  sampler->parameters = outlay_memory_new(&memory, count, sizeof *parameters);
  if (sampler->parameters == NULL) {
    status = outlay_fail_memory(error);
  } else {
    memcpy(sampler->parameters, parameters, count * sizeof *parameters);
    status = kind_of(kind)->prepare(sampler, error);
  }
  if (status != OUTLAY_OK) {
    outlay_sampler_free(sampler);
    return status;
  }
  *out = sampler;
  return OUTLAY_OK;
}

void outlay_sampler_free(outlay_sampler *sampler) {
  if (sampler == NULL) return;
  const outlay_allocator memory = sampler->allocator;
  outlay_memory_free(&memory, sampler->table, sampler->table_size, sizeof *sampler->table);
  outlay_memory_free(&memory, sampler->parameters, sampler->count, sizeof *sampler->parameters);
  outlay_memory_free(&memory, sampler, 1, sizeof *sampler);
}

void outlay_sampler_apply(const outlay_sampler *sampler, const outlay_kernels *kernels, double *out,
                          const double *draw, size_t n) {
  kind_of(sampler->kind)->apply(sampler, kernels, out, draw, n);
}

double outlay_sampler_error(const outlay_sampler *sampler) { return sampler->error; }

/* ---- one value at a time ---- */

double outlay_distribution_from_draw(outlay_distribution kind, const double *parameters,
                                     size_t count, double draw) {
  return kind_of(kind)->from_draw(parameters, count, draw);
}

double outlay_distribution_quantile(outlay_distribution kind, const double *parameters,
                                    size_t count, double probability) {
  if (!(probability >= 0.0 && probability <= 1.0)) return NAN;
  const outlay_distribution_kind *k = kind_of(kind);
  const double draw =
      k->draw == OUTLAY_DRAW_NORMAL ? outlay_normal_quantile(probability) : probability;
  return k->from_draw(parameters, count, draw);
}

double outlay_distribution_cdf(outlay_distribution kind, const double *parameters, size_t count,
                               double value) {
  return kind_of(kind)->cdf(parameters, count, value);
}

double outlay_distribution_mean(outlay_distribution kind, const double *parameters, size_t count) {
  return kind_of(kind)->mean(parameters, count);
}

double outlay_distribution_sd(outlay_distribution kind, const double *parameters, size_t count) {
  return kind_of(kind)->sd(parameters, count);
}
