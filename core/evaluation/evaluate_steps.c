#include "evaluate_steps.h"

#include <math.h>
#include <string.h>

#include "rate_of_return.h"

enum { WORK_BETWEEN_STOPS = 1 << 17 /* values: below a millisecond for most operations */ };

bool outlay_workspace_new(const outlay_plan *plan, size_t stride, outlay_workspace *out) {
  *out = (outlay_workspace){.stride = stride};
  const outlay_allocator *allocator = &plan->allocator;
  if (outlay_column_memory_new(allocator, plan->columns, stride, &out->columns) &&
      outlay_column_memory_new(allocator, 1, stride, &out->scratch) &&
      outlay_column_memory_new(allocator, 1, plan->parameters, &out->parameters)) {
    return true;
  }
  outlay_workspace_free(plan, out);
  return false;
}

void outlay_workspace_free(const outlay_plan *plan, outlay_workspace *workspace) {
  outlay_column_memory_free(&plan->allocator, &workspace->columns);
  outlay_column_memory_free(&plan->allocator, &workspace->scratch);
  outlay_column_memory_free(&plan->allocator, &workspace->parameters);
}

/* ---- columns ---- */

/* A chunk as it is computed. */
typedef struct chunk {
  const outlay_plan *plan;
  const outlay_kernels *kernels;
  outlay_workspace *workspace;
  const outlay_design *design;
  uint64_t first;
  size_t n;
} chunk;

/* The values of an argument: n samples, or one for all where it is fixed. */
typedef struct values {
  const double *data;
  bool fixed;
} values;

/* Some cells of a step, from begin up to but not including end. */
typedef struct cells {
  uint32_t begin, end;
} cells;

static double *column(const chunk *c, uint32_t index) {
  return c->workspace->columns.data + index * c->workspace->stride;
}

static values at_location(const chunk *c, outlay_location location) {
  if ((location & OUTLAY_FIXED) != 0) {
    return (values){.data = c->plan->fixed + (location & ~OUTLAY_FIXED), .fixed = true};
  }
  return (values){.data = column(c, location), .fixed = false};
}

static uint32_t map_cell(const chunk *c, const outlay_source *source, uint32_t cell) {
  if (source->map == OUTLAY_MAP_SAME) return cell;
  return source->map == OUTLAY_MAP_FIRST ? 0 : c->plan->maps[source->map + cell];
}

static values source_at(const chunk *c, const outlay_source *source, uint32_t cell) {
  return at_location(c, source->location + map_cell(c, source, cell));
}

static const outlay_source *sources_of(const chunk *c, const outlay_step *step) {
  return c->plan->sources + step->sources;
}

/* ---- values that are not finite ---- */

static bool finite(const chunk *c, values v) {
  return v.fixed ? isfinite(v.data[0]) != 0 : c->kernels->all_finite(v.data, c->n);
}

/* NaN wherever `v` is not finite. */
static void poison(const chunk *c, double *out, values v) {
  for (size_t i = 0; i < c->n; i++) {
    if (!isfinite(v.data[v.fixed ? 0 : i])) out[i] = NAN;
  }
}

/* ---- operations ---- */

static void copy(const chunk *c, double *out, values v) {
  if (v.fixed) {
    c->kernels->fill(out, v.data[0], c->n);
  } else if (v.data != out) {
    memcpy(out, v.data, c->n * sizeof *out);
  }
}

static void unary(const chunk *c, outlay_operation operation, double *out, values a) {
  if (a.fixed) {
    c->kernels->fill(out, a.data[0], c->n);
    a = (values){.data = out};
  }
  c->kernels->unary[operation](out, a.data, c->n);
}

static void binary(const chunk *c, outlay_operation operation, double *out, values a, values b) {
  if (operation == OUTLAY_POWER && b.fixed) {
    operation = outlay_power_form(b.data[0]);
    if (operation == OUTLAY_SQUARE_ROOT) {
      unary(c, operation, out, a);
      return;
    }
    if (operation == OUTLAY_MULTIPLY) b = a;
  }
  if (a.fixed && b.fixed) {
    c->kernels->fill(out, a.data[0], c->n);
    a = (values){.data = out};
  }
  const outlay_broadcast form = a.fixed   ? OUTLAY_LEFT_FIXED
                                : b.fixed ? OUTLAY_RIGHT_FIXED
                                          : OUTLAY_BOTH_VARY;
  c->kernels->binary[operation][form](out, a.data, b.data, c->n);
}

static void run_unary(const chunk *c, const outlay_step *step, cells range) {
  const outlay_operation operation = (outlay_operation)step->operation;
  for (uint32_t cell = range.begin; cell < range.end; cell++) {
    double *out = column(c, step->out + cell);
    const values a = source_at(c, sources_of(c, step), cell);
    if (step->absorbs == 0 || finite(c, a)) {
      unary(c, operation, out, a);
      continue;
    }
    double *scratch = c->workspace->scratch.data;
    unary(c, operation, scratch, a);
    poison(c, scratch, a);
    copy(c, out, (values){.data = scratch});
  }
}

static void run_binary(const chunk *c, const outlay_step *step, cells range) {
  const outlay_operation operation = (outlay_operation)step->operation;
  for (uint32_t cell = range.begin; cell < range.end; cell++) {
    double *out = column(c, step->out + cell);
    const values a = source_at(c, sources_of(c, step), cell);
    const values b = source_at(c, sources_of(c, step) + 1, cell);
    if (((step->absorbs & 1) == 0 || finite(c, a)) && ((step->absorbs & 2) == 0 || finite(c, b))) {
      binary(c, operation, out, a, b);
      continue;
    }
    double *scratch = c->workspace->scratch.data;
    binary(c, operation, scratch, a, b);
    if ((step->absorbs & 1) != 0) poison(c, scratch, a);
    if ((step->absorbs & 2) != 0) poison(c, scratch, b);
    copy(c, out, (values){.data = scratch});
  }
}

static void select_one(const chunk *c, double *out, values condition, values x, values y) {
  if (condition.fixed) {
    const bool known = isfinite(condition.data[0]) != 0;
    copy(c, out, condition.data[0] != 0 ? x : y);
    if (!known) c->kernels->fill(out, NAN, c->n);
    return;
  }
  if (c->kernels->all_finite(condition.data, c->n)) {
    c->kernels->select(out, condition.data, x.data, y.data, c->n, x.fixed, y.fixed);
    return;
  }
  double *scratch = c->workspace->scratch.data;
  c->kernels->select(scratch, condition.data, x.data, y.data, c->n, x.fixed, y.fixed);
  poison(c, scratch, condition);
  copy(c, out, (values){.data = scratch});
}

static void run_select(const chunk *c, const outlay_step *step, cells range) {
  const outlay_source *sources = sources_of(c, step);
  for (uint32_t cell = range.begin; cell < range.end; cell++) {
    select_one(c, column(c, step->out + cell), source_at(c, &sources[0], cell),
               source_at(c, &sources[1], cell), source_at(c, &sources[2], cell));
  }
}

/* ---- axes ---- */

static void run_gather(const chunk *c, const outlay_step *step, cells range) {
  const outlay_location *from = c->plan->gathers + step->sources;
  for (uint32_t cell = range.begin; cell < range.end; cell++) {
    copy(c, column(c, step->out + cell), at_location(c, from[cell]));
  }
}

/* What a reduction does with two values. */
static outlay_operation reduction_of(outlay_operation operation) {
  switch (operation) {
    case OUTLAY_PRODUCT:
    case OUTLAY_CUMULATIVE_PRODUCT:
      return OUTLAY_MULTIPLY;
    case OUTLAY_LEAST:
      return OUTLAY_MINIMUM;
    case OUTLAY_GREATEST:
      return OUTLAY_MAXIMUM;
    default:
      return OUTLAY_ADD;
  }
}

static void run_reduce(const chunk *c, const outlay_step *step, cells range) {
  const outlay_operation operation = (outlay_operation)step->operation;
  const outlay_operation pairwise = reduction_of(operation);
  const bool absorbs = operation == OUTLAY_LEAST || operation == OUTLAY_GREATEST;
  for (uint32_t cell = range.begin; cell < range.end; cell++) {
    double *out = column(c, step->out + cell);
    const outlay_source *source = sources_of(c, step);
    const outlay_location first = source->location + map_cell(c, source, cell);
    copy(c, out, at_location(c, first));
    for (uint32_t i = 1; i < step->length; i++) {
      binary(c, pairwise, out, (values){.data = out}, at_location(c, first + i * step->stride));
    }
    for (uint32_t i = 0; absorbs && i < step->length; i++) {
      const values next = at_location(c, first + i * step->stride);
      if (!finite(c, next)) poison(c, out, next);
    }
    if (operation == OUTLAY_MEAN) {
      const double length = step->length;
      binary(c, OUTLAY_DIVIDE, out, (values){.data = out}, (values){&length, true});
    }
  }
}

/* The payments of one sample, in `out`: those of a cell lie `stride` columns apart. */
static bool gather_payments(const chunk *c, const outlay_step *step, outlay_location first,
                            size_t sample, double *out) {
  bool good = true;
  for (uint32_t i = 0; i < step->length; i++) {
    const values next = at_location(c, first + i * step->stride);
    out[i] = next.data[next.fixed ? 0 : sample];
    good = good && isfinite(out[i]);
  }
  return good;
}

static void run_rate_of_return(const chunk *c, const outlay_step *step, cells range) {
  const outlay_source *source = sources_of(c, step);
  double *payments = c->workspace->parameters.data;
  for (uint32_t cell = range.begin; cell < range.end; cell++) {
    double *out = column(c, step->out + cell);
    const outlay_location first = source->location + map_cell(c, source, cell);
    for (size_t i = 0; i < c->n; i++) {
      if (!gather_payments(c, step, first, i, payments)) {
        out[i] = NAN;
      } else if (step->operation == OUTLAY_RATE_OF_RETURN) {
        out[i] = outlay_rate_of_return(payments, step->length);
      } else {
        out[i] = outlay_has_rate_of_return(payments, step->length) ? 1 : 0;
      }
    }
  }
}

static void run_cumulate(const chunk *c, const outlay_step *step, cells range) {
  const outlay_operation pairwise = reduction_of((outlay_operation)step->operation);
  for (uint32_t cell = range.begin; cell < range.end; cell++) {
    double *out = column(c, step->out + cell);
    const values next = source_at(c, sources_of(c, step), cell);
    if (cell / step->stride % step->length == 0) {
      copy(c, out, next);
    } else {
      const values before = {.data = column(c, step->out + cell - step->stride)};
      binary(c, pairwise, out, before, next);
    }
  }
}

/* ---- inputs ---- */

static void run_draw(const chunk *c, const outlay_step *step) {
  double *even = step->out == OUTLAY_NO_COLUMN ? NULL : column(c, step->out);
  double *odd = step->extra == OUTLAY_NO_COLUMN ? NULL : column(c, step->extra);
  outlay_design_draw(c->design, c->kernels, step, even, odd, c->first, c->n);
}

/* Independent draws to correlated ones: scores, times the factor, and back. Each needs those before
 * it as they were, so the last comes first. */
static void run_correlate(const chunk *c, const outlay_step *step) {
  const outlay_source *members = sources_of(c, step);
  const size_t count = step->count;
  double *first = column(c, members[0].location), *kept = c->workspace->scratch.data;
  memcpy(kept, first, c->n * sizeof *kept);
  for (size_t i = 0; i < count; i++) {
    double *draws = column(c, members[i].location);
    if ((members[i].map & OUTLAY_MEMBER_NORMAL) != 0) continue;
    c->kernels->normal_quantile(draws, draws, c->n);
  }
  for (size_t i = count - 1; i > 0; i--) {
    if ((members[i].map & OUTLAY_MEMBER_WANTED) == 0) continue;
    const double *row = c->plan->factors + step->extra + i * count;
    double *draws = column(c, members[i].location);
    c->kernels->affine(draws, draws, c->n, row[i], 0.0);
    for (size_t j = 0; j < i; j++) {
      if (row[j] == 0.0) continue;
      c->kernels->add_scaled(draws, column(c, members[j].location), c->n, row[j]);
    }
    if ((members[i].map & OUTLAY_MEMBER_NORMAL) != 0) continue;
    c->kernels->uniform_of_normal(draws, draws, c->n);
  }
  memcpy(first, kept, c->n * sizeof *kept);
}

static void run_sample(const chunk *c, const outlay_step *step, cells range) {
  const double *draw = column(c, sources_of(c, step)->location);
  for (uint32_t cell = range.begin; cell < range.end; cell++) {
    outlay_sampler_apply(c->plan->samplers[step->extra + cell]->sampler, c->kernels,
                         column(c, step->out + cell), draw, c->n);
  }
}

/* One sample of an input with parameters of its own; NaN where they are impossible. */
static double sample_once(const chunk *c, const outlay_step *step, uint32_t cell, size_t i,
                          double draw) {
  const outlay_source *sources = sources_of(c, step) + 1;
  const outlay_distribution kind = (outlay_distribution)step->operation;
  double *parameters = c->workspace->parameters.data;
  const size_t count = step->count - 1;
  for (size_t k = 0; k < count; k++) {
    const values v = source_at(c, &sources[k], cell);
    parameters[k] = v.data[v.fixed ? 0 : i];
    if (!isfinite(parameters[k])) return NAN;
  }
  if (outlay_distribution_check(kind, parameters, count, NULL) != OUTLAY_OK) return NAN;
  outlay_distribution_arrange(kind, parameters, count);
  return outlay_distribution_from_draw(kind, parameters, count, draw);
}

static void run_sample_each(const chunk *c, const outlay_step *step, cells range) {
  const double *draw = column(c, sources_of(c, step)->location);
  for (uint32_t cell = range.begin; cell < range.end; cell++) {
    double *out = column(c, step->out + cell);
    for (size_t i = 0; i < c->n; i++) out[i] = sample_once(c, step, cell, i, draw[i]);
  }
}

/* ---- results ---- */

static void run_store(const chunk *c, const outlay_step *step, cells range) {
  const outlay_workspace *workspace = c->workspace;
  if (workspace->sink == NULL) return;
  for (uint32_t cell = range.begin; cell < range.end; cell++) {
    memcpy(workspace->sink + (step->extra + cell) * workspace->sink_stride,
           column(c, step->out + cell), c->n * sizeof(double));
  }
}

static void run_export(const chunk *c, const outlay_step *step, cells range) {
  for (uint32_t cell = range.begin; cell < range.end; cell++) {
    c->plan->fixed[step->extra + cell] = column(c, step->out + cell)[0];
  }
}

static void run_step(const chunk *c, const outlay_step *step, cells range) {
  switch ((outlay_step_code)step->code) {
    case OUTLAY_STEP_UNARY:
      run_unary(c, step, range);
      break;
    case OUTLAY_STEP_BINARY:
      run_binary(c, step, range);
      break;
    case OUTLAY_STEP_SELECT:
      run_select(c, step, range);
      break;
    case OUTLAY_STEP_GATHER:
      run_gather(c, step, range);
      break;
    case OUTLAY_STEP_REDUCE:
      run_reduce(c, step, range);
      break;
    case OUTLAY_STEP_RATE_OF_RETURN:
      run_rate_of_return(c, step, range);
      break;
    case OUTLAY_STEP_CUMULATE:
      run_cumulate(c, step, range);
      break;
    case OUTLAY_STEP_DRAW:
      run_draw(c, step);
      break;
    case OUTLAY_STEP_CORRELATE:
      run_correlate(c, step);
      break;
    case OUTLAY_STEP_SAMPLE:
      run_sample(c, step, range);
      break;
    case OUTLAY_STEP_SAMPLE_EACH:
      run_sample_each(c, step, range);
      break;
    case OUTLAY_STEP_STORE:
      run_store(c, step, range);
      break;
    case OUTLAY_STEP_EXPORT:
      run_export(c, step, range);
      break;
  }
}

/* ---- a chunk ---- */

/* How much work a cell of a step is, in values of a simple operation. */
static size_t cost_of(const chunk *c, const outlay_step *step) {
  enum { DISTRIBUTION_COST = 256, RATE_COST = 32 };
  if (step->code == OUTLAY_STEP_SAMPLE_EACH) return c->n * DISTRIBUTION_COST;
  if (step->code == OUTLAY_STEP_RATE_OF_RETURN) return c->n * step->length * RATE_COST;
  return c->n * (step->length > 0 ? step->length : 1);
}

/* True to go on. */
static bool count_work(const chunk *c, size_t work) {
  outlay_workspace *workspace = c->workspace;
  workspace->work += work;
  if (workspace->work < WORK_BETWEEN_STOPS || workspace->stop == NULL) return true;
  workspace->work = 0;
  return !workspace->stop(workspace->stop_context);
}

/* A step with many cells is run in parts, so that it can be stopped between them. */
static bool run_in_parts(const chunk *c, const outlay_step *step) {
  const size_t cost = cost_of(c, step);
  const size_t most = cost >= WORK_BETWEEN_STOPS ? 1 : WORK_BETWEEN_STOPS / cost;
  for (uint32_t begin = 0; begin < step->cells;) {
    const uint32_t left = step->cells - begin;
    const uint32_t part = left < most ? left : (uint32_t)most;
    run_step(c, step, (cells){begin, begin + part});
    begin += part;
    if (!count_work(c, cost * part)) return false;
  }
  return true;
}

bool outlay_steps_run(const outlay_plan *plan, outlay_workspace *workspace,
                      const outlay_design *design, uint64_t first, size_t n) {
  const chunk c = {.plan = plan,
                   .kernels = plan->kernels,
                   .workspace = workspace,
                   .design = design,
                   .first = first,
                   .n = n};
  for (size_t i = 0; i < plan->step_count; i++) {
    if (!run_in_parts(&c, &plan->steps[i])) return false;
  }
  return true;
}

bool outlay_steps_run_some(const outlay_plan *plan, outlay_workspace *workspace,
                           const uint32_t *steps, size_t count, size_t n) {
  const chunk c = {.plan = plan, .kernels = plan->kernels, .workspace = workspace, .n = n};
  for (size_t i = 0; i < count; i++) {
    if (!run_in_parts(&c, &plan->steps[steps[i]])) return false;
  }
  return true;
}
