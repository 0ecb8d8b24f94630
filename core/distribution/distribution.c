#include "distribution.h"

#include <math.h>
#include <string.h>

#include "distribution_kind.h"
#include "special.h"
#include "status.h"

static const outlay_distribution_kind *const kinds[OUTLAY_DISTRIBUTIONS] = {
    [OUTLAY_NORMAL] = &outlay_kind_normal,
    [OUTLAY_LOGNORMAL] = &outlay_kind_lognormal,
    [OUTLAY_UNIFORM] = &outlay_kind_uniform,
    [OUTLAY_TRIANGULAR] = &outlay_kind_triangular,
    [OUTLAY_BETA] = &outlay_kind_beta,
    [OUTLAY_DISCRETE] = &outlay_kind_discrete,
    [OUTLAY_PERT] = &outlay_kind_pert,
    [OUTLAY_GAMMA] = &outlay_kind_gamma,
    [OUTLAY_EXPONENTIAL] = &outlay_kind_exponential,
    [OUTLAY_WEIBULL] = &outlay_kind_weibull,
    [OUTLAY_PARETO] = &outlay_kind_pareto,
    [OUTLAY_STUDENT_T] = &outlay_kind_student_t,
    [OUTLAY_POISSON] = &outlay_kind_poisson,
    [OUTLAY_BINOMIAL] = &outlay_kind_binomial,
    [OUTLAY_EMPIRICAL] = &outlay_kind_empirical,
    [OUTLAY_QUANTILES] = &outlay_kind_quantiles,
    [OUTLAY_MIXTURE] = &outlay_kind_mixture,
    [OUTLAY_TRUNCATED] = &outlay_kind_truncated,
    [OUTLAY_SHIFTED] = &outlay_kind_shifted,
};

const outlay_distribution_kind *outlay_kind_of(outlay_distribution kind) {
  return (size_t)kind < OUTLAY_DISTRIBUTIONS ? kinds[kind] : &outlay_kind_normal;
}

/* The parameters of a truncated or a shifted distribution that come before the one within. */
static size_t parameters_before(outlay_distribution kind) {
  return kind == OUTLAY_TRUNCATED ? 3 : kind == OUTLAY_SHIFTED ? 1 : 0;
}

outlay_draw outlay_distribution_draw(outlay_distribution kind, const double *parameters,
                                     size_t count) {
  outlay_component inner = {.kind = kind, .parameters = parameters, .count = count};
  for (size_t skip = parameters_before(kind); skip > 0; skip = parameters_before(inner.kind)) {
    if (inner.count < skip) break;
    if (!outlay_component_read(inner.parameters + skip, inner.count - skip, &inner)) break;
  }
  return outlay_kind_of(inner.kind)->draw;
}

bool outlay_distribution_takes(outlay_distribution kind, size_t count) {
  const outlay_distribution_kind *k = outlay_kind_of(kind);
  if (k->composite) return count >= k->count;
  return k->repeated ? count > 0 && count % k->count == 0 : count == k->count;
}

const char *outlay_distribution_parameter(outlay_distribution kind, size_t index) {
  const outlay_distribution_kind *k = outlay_kind_of(kind);
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

outlay_status outlay_check_mode(const char *kind, double low, double mode, double high,
                                outlay_error *error) {
  const outlay_status status = outlay_check_interval(kind, low, high, error);
  if (status != OUTLAY_OK || (low <= mode && mode <= high)) return status;
  (void)outlay_fail(error, OUTLAY_ERROR_ARGUMENT,
                    "a %s's mode is %.6g; it must lie between low and high, %.6g and %.6g", kind,
                    mode, low, high);
  outlay_advise(error, mode < low ? "low = %.6g, or a higher mode" : "high = %.6g, or a lower mode",
                mode);
  return OUTLAY_ERROR_ARGUMENT;
}

outlay_status outlay_check_range(const char *kind, const char *parameter, double value,
                                 double least, double greatest, outlay_error *error) {
  if (value >= least && value <= greatest) return OUTLAY_OK;
  return outlay_fail(error, OUTLAY_ERROR_ARGUMENT,
                     "a %s's %s is %.6g; it must be between %g and %g", kind, parameter, value,
                     least, greatest);
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
  return outlay_kind_of(kind)->check(parameters, count, error);
}

/* ---- samplers ---- */

outlay_status outlay_sampler_table(outlay_sampler *sampler, size_t size, outlay_error *error) {
  sampler->table = outlay_memory_new(&sampler->allocator, size, sizeof *sampler->table);
  if (sampler->table == NULL) return outlay_fail_memory(error);
  sampler->table_size = size;
  return OUTLAY_OK;
}

outlay_status outlay_sampler_new(const outlay_allocator *allocator, outlay_distribution kind,
                                 const double *parameters, size_t count, bool exact,
                                 outlay_sampler **out, outlay_error *error) {
  outlay_status status = outlay_distribution_check(kind, parameters, count, error);
  if (status != OUTLAY_OK) return status;
  const outlay_allocator memory = outlay_memory_or_default(allocator);
  outlay_sampler *sampler = outlay_memory_new(&memory, 1, sizeof *sampler);
  if (sampler == NULL) return outlay_fail_memory(error);
  sampler->allocator = memory;
  sampler->kind = kind;
  sampler->exact = exact;
  sampler->count = count;
  sampler->parameters = outlay_memory_new(&memory, count, sizeof *parameters);
  if (sampler->parameters == NULL) {
    status = outlay_fail_memory(error);
  } else {
    memcpy(sampler->parameters, parameters, count * sizeof *parameters);
    status = outlay_kind_of(kind)->prepare(sampler, error);
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
  outlay_sampler_free(sampler->inner);
  outlay_memory_free(&memory, sampler->table, sampler->table_size, sizeof *sampler->table);
  outlay_memory_free(&memory, sampler->parameters, sampler->count, sizeof *sampler->parameters);
  outlay_memory_free(&memory, sampler, 1, sizeof *sampler);
}

void outlay_sampler_apply(const outlay_sampler *sampler, const outlay_kernels *kernels, double *out,
                          const double *draw, size_t n) {
  outlay_kind_of(sampler->kind)->apply(sampler, kernels, out, draw, n);
}

double outlay_sampler_error(const outlay_sampler *sampler) { return sampler->error; }

/* ---- one value at a time ---- */

outlay_tails outlay_tails_of_step(double value, double at) {
  return value < at ? (outlay_tails){0.0, 1.0} : (outlay_tails){1.0, 0.0};
}

outlay_tails outlay_tails_of_draw(outlay_draw draw, double value) {
  if (draw == OUTLAY_DRAW_UNIFORM) return (outlay_tails){value, 1.0 - value};
  return (outlay_tails){outlay_normal_cdf(value), outlay_normal_cdf(-value)};
}

double outlay_draw_of_tails(outlay_draw draw, outlay_tails tails) {
  const bool low = tails.lower < tails.upper;
  if (draw == OUTLAY_DRAW_UNIFORM) return low ? tails.lower : 1.0 - tails.upper;
  return low ? outlay_normal_quantile(tails.lower) : -outlay_normal_quantile(tails.upper);
}

double outlay_value_at(const outlay_component *component, outlay_tails tails) {
  const outlay_distribution_kind *kind = outlay_kind_of(component->kind);
  if (kind->from_tails != NULL) {
    return kind->from_tails(component->parameters, component->count, tails);
  }
  const outlay_draw draw =
      outlay_distribution_draw(component->kind, component->parameters, component->count);
  return kind->from_draw(component->parameters, component->count,
                         outlay_draw_of_tails(draw, tails));
}

outlay_tails outlay_tails_at(const outlay_component *component, double value) {
  return outlay_kind_of(component->kind)->tails(component->parameters, component->count, value);
}

double outlay_distribution_from_draw(outlay_distribution kind, const double *parameters,
                                     size_t count, double draw) {
  return outlay_kind_of(kind)->from_draw(parameters, count, draw);
}

void outlay_distribution_arrange(outlay_distribution kind, double *parameters, size_t count) {
  const outlay_distribution_kind *k = outlay_kind_of(kind);
  if (k->arrange != NULL) k->arrange(parameters, count);
}

double outlay_distribution_quantile(outlay_distribution kind, const double *parameters,
                                    size_t count, double probability) {
  if (!(probability >= 0.0 && probability <= 1.0)) return NAN;
  const outlay_component whole = {kind, parameters, count};
  return outlay_value_at(&whole, (outlay_tails){probability, 1.0 - probability});
}

double outlay_distribution_cdf(outlay_distribution kind, const double *parameters, size_t count,
                               double value) {
  return outlay_kind_of(kind)->tails(parameters, count, value).lower;
}

double outlay_distribution_mean(outlay_distribution kind, const double *parameters, size_t count) {
  return outlay_kind_of(kind)->mean(parameters, count);
}

double outlay_distribution_sd(outlay_distribution kind, const double *parameters, size_t count) {
  return outlay_kind_of(kind)->sd(parameters, count);
}
