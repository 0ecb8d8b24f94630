#include "result.h"

#include <math.h>
#include <string.h>

#include "status.h"

void outlay_result_free(outlay_result *result) {
  if (result == NULL) return;
  const outlay_allocator memory = result->allocator;
  const size_t columns = result->plan != NULL ? result->plan->sink_columns : 0;
  outlay_memory_free(&memory, result->accumulators, columns, sizeof *result->accumulators);
  outlay_memory_free(&memory, result->replicates, columns * OUTLAY_REPLICATES,
                     sizeof *result->replicates);
  if (result->plan != NULL) {
    outlay_result_forget(result);
    outlay_design_clear(&result->design);
  }
  outlay_column_memory_free(&memory, &result->columns);
  outlay_plan_free(result->plan);
  outlay_memory_free(&memory, result, 1, sizeof *result);
}

size_t outlay_result_cells(const outlay_result *result, size_t output) {
  return output < result->plan->output_count ? result->plan->outputs[output].cells : 0;
}

outlay_status outlay_result_find(const outlay_result *result, size_t output, size_t cell,
                                 outlay_result_cell *out, outlay_error *error) {
  if (cell >= outlay_result_cells(result, output)) {
    return outlay_fail(error, OUTLAY_ERROR_ARGUMENT, "the result has no output %zu with a cell %zu",
                       output, cell);
  }
  const outlay_plan_output *found = &result->plan->outputs[output];
  const uint32_t index = found->first + (uint32_t)cell;
  *out = (outlay_result_cell){.fixed = found->fixed ? result->plan->fixed + index : NULL,
                              .column = index};
  return OUTLAY_OK;
}

static const double *kept_column(const outlay_result *result, outlay_result_cell cell) {
  if (cell.fixed != NULL || result->columns.data == NULL) return NULL;
  return result->columns.data + cell.column * result->stride;
}

outlay_pass outlay_result_again(const outlay_result *result) {
  return (outlay_pass){
      .plan = result->plan,
      .design = &result->design,
      .samples = result->samples,
      .threads = outlay_pass_threads(result->plan, result->samples, result->threads, false),
      .cancel = result->cancel};
}

/* ---- moments and samples ---- */

/* Of the mean over independent replicates, by how they differ. */
static double replicate_error(const outlay_result *result, uint32_t column) {
  const size_t columns = result->plan->sink_columns;
  const uint32_t count = result->design.replicates;
  double mean = 0, square = 0;
  for (uint32_t r = 0; r < count; r++) mean += result->replicates[r * columns + column].mean;
  mean /= count;
  for (uint32_t r = 0; r < count; r++) {
    const double off = result->replicates[r * columns + column].mean - mean;
    square += off * off;
  }
  return sqrt(square / (count - 1) / count);
}

void outlay_result_describe(const outlay_result *result, outlay_result_info *out) {
  *out = (outlay_result_info){.samples = result->samples,
                              .sampling = result->design.sampling,
                              .replicates = result->design.replicates,
                              .reached = result->reached,
                              .inputs_beyond = result->design.beyond};
  for (size_t i = 0; i < result->plan->output_count; i++) {
    for (uint32_t cell = 0; cell < result->plan->outputs[i].cells; cell++) {
      outlay_moments moments;
      if (outlay_result_moments(result, i, cell, &moments) != OUTLAY_OK) continue;
      if (!(moments.standard_error > 0)) continue;
      const double error = moments.standard_error / fabs(moments.mean);
      if (!(error <= out->relative_error)) out->relative_error = error;
    }
  }
}

outlay_status outlay_result_moments(const outlay_result *result, size_t output, size_t cell,
                                    outlay_moments *out) {
  outlay_result_cell where = {0};
  const outlay_status status = outlay_result_find(result, output, cell, &where, NULL);
  if (status != OUTLAY_OK) return status;
  if (where.fixed != NULL) {
    *out = (outlay_moments){.count = (double)result->samples,
                            .mean = where.fixed[0],
                            .minimum = where.fixed[0],
                            .maximum = where.fixed[0]};
    return OUTLAY_OK;
  }
  outlay_moments moments;
  outlay_accumulator_moments(&result->accumulators[where.column], &moments);
  /* Finite samples whose squares are beyond the range of a double. */
  if (!isfinite(moments.mean) || !isfinite(moments.sd)) return OUTLAY_ERROR_LIMIT;
  if (result->replicates != NULL) {
    moments.standard_error = replicate_error(result, where.column);
  }
  *out = moments;
  return OUTLAY_OK;
}

const double *outlay_result_samples(const outlay_result *result, size_t output, size_t cell,
                                    size_t *count) {
  outlay_result_cell where = {0};
  *count = 0;
  if (outlay_result_find(result, output, cell, &where, NULL) != OUTLAY_OK) return NULL;
  if (where.fixed != NULL) {
    *count = 1;
    return where.fixed;
  }
  const double *column = kept_column(result, where);
  if (column != NULL) *count = (size_t)result->samples;
  return column;
}

/* ---- quantiles ---- */

outlay_status outlay_result_quantiles(outlay_result *result, size_t output, size_t cell,
                                      const double *probabilities, size_t count, double *out,
                                      outlay_error *error) {
  outlay_result_cell where = {0};
  const outlay_status status = outlay_result_find(result, output, cell, &where, error);
  if (status != OUTLAY_OK) return status;
  for (size_t i = 0; i < count; i++) {
    if (probabilities[i] >= 0 && probabilities[i] <= 1) continue;
    return outlay_fail(error, OUTLAY_ERROR_ARGUMENT,
                       "a quantile's probability is from 0 to 1, not %g", probabilities[i]);
  }
  if (where.fixed != NULL) {
    for (size_t i = 0; i < count; i++) out[i] = where.fixed[0];
    return OUTLAY_OK;
  }
  const double *column = kept_column(result, where);
  if (column == NULL) {
    return outlay_result_redraw(result, where.column, probabilities, count, out, error);
  }
  const uint32_t threads =
      outlay_pass_threads(result->plan, result->samples, result->threads, true);
  return outlay_quantiles(&result->allocator, threads, column, (size_t)result->samples,
                          probabilities, count, out, error);
}

/* A measure of two kept columns; 0 where one is constant. */
typedef outlay_status measure_of_two(const outlay_allocator *allocator, const double *a,
                                     const double *b, size_t n, double *out, outlay_error *error);

static outlay_status measure(const outlay_result *result, measure_of_two *of, outlay_result_cell a,
                             outlay_result_cell b, double *out, outlay_error *error) {
  if (a.fixed != NULL || b.fixed != NULL) {
    *out = 0;
    return OUTLAY_OK;
  }
  const double *left = kept_column(result, a), *right = kept_column(result, b);
  if (left == NULL || right == NULL) {
    outlay_fail(error, OUTLAY_ERROR_ARGUMENT,
                "comparing two outputs needs the samples, which were too many to keep");
    outlay_advise(error, "take fewer samples, or keep more bytes");
    return OUTLAY_ERROR_ARGUMENT;
  }
  return of(&result->allocator, left, right, (size_t)result->samples, out, error);
}

static outlay_status find_and_measure(outlay_result *result, measure_of_two *of,
                                      const size_t places[4], double *out, outlay_error *error) {
  outlay_result_cell a = {0}, b = {0};
  outlay_status status = outlay_result_find(result, places[0], places[1], &a, error);
  if (status == OUTLAY_OK) status = outlay_result_find(result, places[2], places[3], &b, error);
  return status == OUTLAY_OK ? measure(result, of, a, b, out, error) : status;
}

outlay_status outlay_result_rank_correlation(outlay_result *result, size_t output, size_t cell,
                                             size_t other, size_t other_cell, double *out,
                                             outlay_error *error) {
  const size_t places[4] = {output, cell, other, other_cell};
  return find_and_measure(result, outlay_rank_correlation, places, out, error);
}

outlay_status outlay_result_variance_share(outlay_result *result, size_t output, size_t cell,
                                           size_t other, size_t other_cell, double *out,
                                           outlay_error *error) {
  const size_t places[4] = {output, cell, other, other_cell};
  return find_and_measure(result, outlay_variance_share, places, out, error);
}

/* ---- choices ---- */

static outlay_status inform(const outlay_result *result, const outlay_choice *choices, size_t count,
                            const double *about, bool greatest, size_t *best, double *value,
                            double *standard_error, outlay_error *error) {
  const outlay_allocator *memory = &result->allocator;
  const size_t n = (size_t)result->samples;
  uint32_t *group_of = outlay_memory_new(memory, n, sizeof *group_of);
  if (group_of == NULL) return outlay_fail_memory(error);
  size_t groups = 1; /* all in one, where there is nothing to know */
  outlay_status status = OUTLAY_OK;
  if (about != NULL) status = outlay_rank_groups(memory, about, n, group_of, &groups, error);
  if (status == OUTLAY_OK) {
    status = outlay_information(memory, choices, count, group_of, groups, n, greatest, best, value,
                                standard_error, error);
  }
  outlay_memory_free(memory, group_of, n, sizeof *group_of);
  return status;
}

static outlay_status find_choice(const outlay_result *result, size_t output, outlay_choice *out,
                                 outlay_error *error) {
  outlay_result_cell where = {0};
  const outlay_status status = outlay_result_find(result, output, 0, &where, error);
  if (status != OUTLAY_OK) return status;
  *out = (outlay_choice){.column = kept_column(result, where)};
  if (where.fixed != NULL) out->fixed = where.fixed[0];
  if (out->column != NULL || where.fixed != NULL) return OUTLAY_OK;
  outlay_fail(error, OUTLAY_ERROR_ARGUMENT,
              "comparing choices needs the samples, which were too many to keep");
  outlay_advise(error, "take fewer samples, or keep more bytes");
  return OUTLAY_ERROR_ARGUMENT;
}

outlay_status outlay_result_information(outlay_result *result, const size_t *choices, size_t count,
                                        size_t about, int32_t greatest, size_t *best, double *value,
                                        double *standard_error, outlay_error *error) {
  if (count == 0) return outlay_fail(error, OUTLAY_ERROR_ARGUMENT, "there is nothing to choose");
  const outlay_allocator *memory = &result->allocator;
  outlay_choice known = {0};
  outlay_status status = find_choice(result, about, &known, error);
  if (status != OUTLAY_OK) return status;
  outlay_choice *found = outlay_memory_new(memory, count, sizeof *found);
  if (found == NULL) return outlay_fail_memory(error);
  for (size_t i = 0; status == OUTLAY_OK && i < count; i++) {
    status = find_choice(result, choices[i], &found[i], error);
  }
  if (status == OUTLAY_OK) {
    status = inform(result, found, count, known.column, greatest != 0, best, value, standard_error,
                    error);
  }
  outlay_memory_free(memory, found, count, sizeof *found);
  return status;
}

/* ---- histograms ---- */

/* Counting into bins; one set of counts for each thread. */
typedef struct counting {
  uint32_t column;
  double low, scale;
  size_t bins;
  uint64_t *counts;
} counting;

static size_t bin_of(const counting *c, double value) {
  const double bin = (value - c->low) * c->scale;
  if (!(bin > 0)) return 0;
  return bin < (double)(c->bins - 1) ? (size_t)bin : c->bins - 1;
}

static void count_values(const counting *c, const double *values, size_t n, uint64_t *counts) {
  for (size_t i = 0; i < n; i++) counts[bin_of(c, values[i])]++;
}

static void count_block(void *context, uint32_t thread, const outlay_block *block) {
  const counting *c = context;
  count_values(c, block->columns + c->column * block->stride, block->n,
               c->counts + thread * c->bins);
}

static outlay_status count_again(const outlay_result *result, counting *c, uint64_t *counts,
                                 outlay_error *error) {
  outlay_pass pass = outlay_result_again(result);
  c->counts = NULL;
  if (c->bins <= SIZE_MAX / pass.threads) {
    c->counts = outlay_memory_new(&result->allocator, c->bins * pass.threads, sizeof *c->counts);
  }
  if (c->counts == NULL) return outlay_fail_memory(error);
  pass.context = c;
  pass.look = count_block;
  const outlay_status status = outlay_pass_run(&pass, error);
  for (size_t i = 0; status == OUTLAY_OK && i < c->bins * pass.threads; i++) {
    counts[i % c->bins] += c->counts[i];
  }
  outlay_memory_free(&result->allocator, c->counts, c->bins * pass.threads, sizeof *c->counts);
  return status;
}

outlay_status outlay_result_histogram(outlay_result *result, size_t output, size_t cell, double low,
                                      double high, uint64_t *counts, size_t bins,
                                      outlay_error *error) {
  outlay_result_cell where = {0};
  const outlay_status status = outlay_result_find(result, output, cell, &where, error);
  if (status != OUTLAY_OK) return status;
  const double scale = (double)bins / (high - low);
  if (bins == 0 || !(low < high) || !isfinite(scale) || !(scale > 0)) {
    return outlay_fail(error, OUTLAY_ERROR_ARGUMENT,
                       "a histogram needs at least one bin, and low < high; not %zu, %g and %g",
                       bins, low, high);
  }
  counting c = {.column = where.column, .low = low, .scale = scale, .bins = bins};
  if (where.fixed == NULL && result->columns.data == NULL) {
    uint64_t *fresh = outlay_memory_new(&result->allocator, bins, sizeof *fresh);
    if (fresh == NULL) return outlay_fail_memory(error);
    const outlay_status counted = count_again(result, &c, fresh, error);
    if (counted == OUTLAY_OK) memcpy(counts, fresh, bins * sizeof *counts);
    outlay_memory_free(&result->allocator, fresh, bins, sizeof *fresh);
    return counted;
  }
  memset(counts, 0, bins * sizeof *counts);
  if (where.fixed == NULL) {
    count_values(&c, kept_column(result, where), (size_t)result->samples, counts);
    return OUTLAY_OK;
  }
  counts[bin_of(&c, where.fixed[0])] = result->samples;
  return OUTLAY_OK;
}
