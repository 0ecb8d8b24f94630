#include "evaluate.h"

#include <math.h>
#include <string.h>

#include "locate.h"
#include "pool.h"
#include "status.h"

void outlay_options_default(outlay_options *options) {
  *options = (outlay_options){
      .samples = 100000, .seed = 1, .keep_bytes = UINT64_C(1) << 30, .most_samples = 100000000};
}

/* ---- the first pass ---- */

/* What a block shows: the accumulators of all columns beside it, or a value that is not finite. */
typedef struct block_finding {
  bool failed;
  uint32_t column;
  uint64_t sample;
} block_finding;

typedef struct first_pass {
  outlay_result *result;
  uint32_t columns, window;
  size_t parts;                     /* of a block, where replicates are shorter than it, else 1 */
  size_t part_size;                 /* samples of one */
  outlay_accumulator *accumulators; /* of each block in the window: one a column, part by part */
  block_finding *findings;          /* of each block in the window */
  block_finding failure;
} first_pass;

/* Accumulating a NaN or an infinity leaves a mark, so the values are looked at only then. */
static bool marked(const outlay_accumulator *a) {
  return !isfinite(a->mean) || !isfinite(a->m2) || !isfinite(a->minimum) || !isfinite(a->maximum);
}

static size_t first_bad(const double *values, size_t n) {
  size_t i = 0;
  while (i < n && isfinite(values[i])) i++;
  return i;
}

/* Accumulates one part of a block; the lowest place of a bad value so far is `*lowest`. */
static void look_at_part(const first_pass *pass, const outlay_block *block, size_t begin, size_t n,
                         outlay_accumulator *accumulators, block_finding *finding, size_t *lowest) {
  for (uint32_t k = 0; k < pass->columns; k++) {
    const double *values = block->columns + k * block->stride;
    outlay_accumulate(pass->result->plan->kernels, values + begin, n, &accumulators[k]);
    if (!marked(&accumulators[k])) continue;
    const size_t bad = first_bad(values, *lowest);
    if (bad == *lowest) continue;
    *lowest = bad;
    finding->column = k;
  }
}

static void look(void *context, uint32_t thread, const outlay_block *block) {
  first_pass *pass = context;
  (void)thread;
  const size_t place = (size_t)(block->number % pass->window);
  block_finding *finding = &pass->findings[place];
  size_t lowest = block->n;
  for (size_t part = 0; part < pass->parts; part++) {
    const size_t begin = part * pass->part_size;
    if (begin >= block->n) break;
    const size_t left = block->n - begin;
    look_at_part(pass, block, begin, left < pass->part_size ? left : pass->part_size,
                 pass->accumulators + (place * pass->parts + part) * pass->columns, finding,
                 &lowest);
  }
  finding->failed = lowest < block->n;
  finding->sample = block->first + lowest;
}

static void merge_all(outlay_accumulator *to, const outlay_accumulator *from, uint32_t columns) {
  for (uint32_t k = 0; k < columns; k++) outlay_accumulator_merge(&to[k], &from[k]);
}

static bool take(void *context, uint64_t block) {
  first_pass *pass = context;
  const size_t place = (size_t)(block % pass->window);
  if (pass->findings[place].failed) {
    pass->failure = pass->findings[place];
    return false;
  }
  outlay_result *result = pass->result;
  for (size_t part = 0; part < pass->parts; part++) {
    const uint64_t first = block * OUTLAY_BLOCK + part * pass->part_size;
    if (first >= result->samples) break;
    const outlay_accumulator *from =
        pass->accumulators + (place * pass->parts + part) * pass->columns;
    merge_all(result->accumulators, from, pass->columns);
    if (result->replicates == NULL) continue;
    merge_all(result->replicates + (first >> result->design.bits) * pass->columns, from,
              pass->columns);
  }
  return true;
}

/* Memory for all samples of all outputs, if they are to be kept. */
static outlay_status keep_columns(outlay_result *result, uint64_t keep_bytes, outlay_error *error) {
  const uint64_t columns = result->plan->sink_columns;
  const uint64_t most = keep_bytes / sizeof(double);
  if (columns == 0 || result->samples > most / columns) return OUTLAY_OK;
  result->stride = (size_t)((result->samples + OUTLAY_LANES - 1) / OUTLAY_LANES * OUTLAY_LANES);
  if (outlay_column_memory_new(&result->allocator, (size_t)columns, result->stride,
                               &result->columns)) {
    return OUTLAY_OK;
  }
  return outlay_fail_memory(error);
}

static outlay_status run_first_pass(const outlay_evaluation *evaluation, outlay_result *result,
                                    block_finding *failure) {
  const outlay_options *options = evaluation->options;
  const outlay_allocator *allocator = &result->allocator;
  const outlay_plan *plan = result->plan;
  const uint64_t replicate = outlay_design_replicate(&result->design, result->samples);
  const bool short_ones = result->replicates != NULL && replicate < OUTLAY_BLOCK;
  first_pass first = {.result = result,
                      .columns = plan->sink_columns,
                      .parts = short_ones ? OUTLAY_BLOCK / (size_t)replicate : 1,
                      .part_size = short_ones ? (size_t)replicate : OUTLAY_BLOCK};
  outlay_pass pass = outlay_result_again(result);
  pass.columns = result->columns.data;
  pass.stride = result->stride;
  pass.threads = outlay_pass_threads(plan, result->samples, options->threads, pass.columns != NULL);
  pass.progress = (outlay_progress){.call = options->progress,
                                    .context = options->progress_context,
                                    .begin = evaluation->begin,
                                    .end = evaluation->end};
  pass.context = &first;
  pass.look = look;
  pass.take = take;
  first.window = outlay_pool_window(pass.threads);
  const size_t places = (size_t)first.window * first.parts * first.columns;
  first.accumulators = outlay_memory_new(allocator, places, sizeof *first.accumulators);
  first.findings = outlay_memory_new(allocator, first.window, sizeof *first.findings);
  const outlay_status status = first.accumulators == NULL || first.findings == NULL
                                   ? outlay_fail_memory(evaluation->error)
                                   : outlay_pass_run(&pass, evaluation->error);
  outlay_memory_free(allocator, first.accumulators, places, sizeof *first.accumulators);
  outlay_memory_free(allocator, first.findings, first.window, sizeof *first.findings);
  *failure = first.failure;
  return status;
}

/* ---- outputs ---- */

static outlay_status fail_at(const outlay_evaluation *evaluation, outlay_node node, uint32_t cell,
                             uint64_t sample) {
  const outlay_failure failure = {.graph = evaluation->graph,
                                  .known = evaluation->known,
                                  .known_count = evaluation->known_count,
                                  .options = evaluation->options,
                                  .node = node,
                                  .cell = cell,
                                  .sample = sample};
  return outlay_locate(&failure, evaluation->error);
}

/* Outputs without uncertainty are there already. */
static outlay_status check_fixed(const outlay_evaluation *evaluation, const outlay_plan *plan) {
  for (size_t i = 0; i < plan->output_count; i++) {
    const outlay_plan_output *output = &plan->outputs[i];
    for (uint32_t cell = 0; output->fixed && cell < output->cells; cell++) {
      if (isfinite(plan->fixed[output->first + cell])) continue;
      return fail_at(evaluation, output->node, cell, 0);
    }
  }
  return OUTLAY_OK;
}

static outlay_status fail_column(const outlay_evaluation *evaluation, const outlay_plan *plan,
                                 const block_finding *finding) {
  size_t i = 0; /* the output whose column it is */
  while (plan->outputs[i].fixed || finding->column < plan->outputs[i].first ||
         finding->column - plan->outputs[i].first >= plan->outputs[i].cells) {
    i++;
  }
  return fail_at(evaluation, plan->outputs[i].node, finding->column - plan->outputs[i].first,
                 finding->sample);
}

static outlay_status sample_outputs(const outlay_evaluation *evaluation, outlay_result *result) {
  const outlay_plan *plan = result->plan;
  outlay_status status = check_fixed(evaluation, plan);
  if (status != OUTLAY_OK || plan->sink_columns == 0) return status;
  result->accumulators =
      outlay_memory_new(&result->allocator, plan->sink_columns, sizeof *result->accumulators);
  if (result->accumulators == NULL) return outlay_fail_memory(evaluation->error);
  if (result->design.replicates > 1) {
    result->replicates =
        outlay_memory_new(&result->allocator, plan->sink_columns * (size_t)OUTLAY_REPLICATES,
                          sizeof *result->replicates);
    if (result->replicates == NULL) return outlay_fail_memory(evaluation->error);
  }
  status = keep_columns(result, evaluation->options->keep_bytes, evaluation->error);
  block_finding failure = {0};
  if (status == OUTLAY_OK) status = run_first_pass(evaluation, result, &failure);
  if (status != OUTLAY_OK || !failure.failed) return status;
  return fail_column(evaluation, plan, &failure);
}

static outlay_status make_plan(const outlay_evaluation *evaluation, const outlay_node *outputs,
                               size_t count, outlay_plan **out) {
  const outlay_plan_request request = {.graph = evaluation->graph,
                                       .outputs = outputs,
                                       .output_count = count,
                                       .known = evaluation->known,
                                       .known_count = evaluation->known_count,
                                       .exact = evaluation->options->exact != 0,
                                       .cancel = evaluation->options->cancel};
  outlay_node bad = 0;
  const outlay_status status = outlay_plan_new(&request, out, &bad, evaluation->error);
  if (status != OUTLAY_OK && bad != 0) {
    return outlay_locate_any(evaluation->graph, evaluation->known, evaluation->known_count, bad,
                             evaluation->error);
  }
  return status;
}

outlay_status outlay_evaluate_known(const outlay_evaluation *evaluation, const outlay_node *outputs,
                                    size_t count, outlay_result **out) {
  const outlay_options *options = evaluation->options;
  const outlay_allocator *allocator = &evaluation->graph->allocator;
  outlay_result *result = outlay_memory_new(allocator, 1, sizeof *result);
  if (result == NULL) return outlay_fail_memory(evaluation->error);
  result->allocator = *allocator;
  result->samples = outlay_design_samples(options->sampling, options->samples);
  result->reached = true;
  result->threads = options->threads;
  result->cancel = options->cancel;
  outlay_status status = make_plan(evaluation, outputs, count, &result->plan);
  if (status == OUTLAY_OK) {
    status = outlay_design_new(result->plan, options->sampling, options->seed, result->samples,
                               &result->design, evaluation->error);
  }
  if (status == OUTLAY_OK) status = sample_outputs(evaluation, result);
  if (status != OUTLAY_OK) {
    outlay_result_free(result);
    return status;
  }
  *out = result;
  return OUTLAY_OK;
}

/* ---- the public function ---- */

static outlay_status check_request(const outlay_graph *graph, const outlay_node *outputs,
                                   size_t count, const outlay_options *options,
                                   outlay_error *error) {
  if (count == 0) return outlay_fail(error, OUTLAY_ERROR_ARGUMENT, "there is nothing to evaluate");
  const uint64_t most = UINT64_C(1) << 53; /* counts are doubles too */
  if (options->samples == 0 || options->samples > most) {
    return outlay_fail(error, OUTLAY_ERROR_ARGUMENT, "the number of samples is from 1 to 2^53");
  }
  if ((unsigned)options->sampling >= OUTLAY_SAMPLINGS) {
    return outlay_fail(error, OUTLAY_ERROR_ARGUMENT, "there is no sampling %d",
                       (int)options->sampling);
  }
  if (outlay_design_samples(options->sampling, options->samples) == 0) {
    return outlay_fail(error, OUTLAY_ERROR_LIMIT, "%s takes up to 2^%d samples",
                       outlay_sampling_name(options->sampling), OUTLAY_NET_BITS + 4);
  }
  if (!(options->relative_error >= 0) || !isfinite(options->relative_error)) {
    return outlay_fail(error, OUTLAY_ERROR_ARGUMENT, "a relative error is not negative");
  }
  return outlay_graph_check(graph, outputs, count, error);
}

static outlay_status evaluate_once(outlay_graph *graph, const outlay_node *outputs, size_t count,
                                   const outlay_options *options, outlay_result **out,
                                   double *relative_error, outlay_error *error) {
  outlay_evaluation evaluation = {
      .graph = graph, .options = options, .begin = 0, .end = 1, .error = error};
  outlay_status status = outlay_evaluate_statistics(&evaluation, outputs, count);
  if (status == OUTLAY_OK) status = outlay_evaluate_known(&evaluation, outputs, count, out);
  outlay_evaluation_clear(&evaluation);
  if (status != OUTLAY_OK || relative_error == NULL) return status;
  outlay_result_info info;
  outlay_result_describe(*out, &info);
  *relative_error = fmax(evaluation.relative_error, info.relative_error);
  return OUTLAY_OK;
}

/* How many samples would do, by what these have shown: errors fall with the root of the number, or
 * faster for evenly spread samples. At least twice as many, so that there are few looks: each look
 * is a chance to stop by luck. */
static uint64_t next_samples(const outlay_options *options, uint64_t samples, double error) {
  double factor = error / options->relative_error;
  if (options->sampling != OUTLAY_SOBOL) factor *= factor * 1.1;
  const double most = (double)options->most_samples;
  const double next = fmax(2.0, factor) * (double)samples;
  return next < most ? (uint64_t)next : options->most_samples;
}

/* Draws ever more samples until they are good enough. All samples are drawn again each time; draws
 * depend on nothing but seed and sample, so the last look is what it would have been at once. */
static outlay_status evaluate_until(outlay_graph *graph, const outlay_node *outputs, size_t count,
                                    const outlay_options *options, outlay_result **out,
                                    outlay_error *error) {
  outlay_options now = *options;
  while (true) {
    outlay_result *result = NULL;
    double shown = 0;
    const outlay_status status = evaluate_once(graph, outputs, count, &now, &result, &shown, error);
    if (status != OUTLAY_OK) return status;
    const bool enough = shown <= options->relative_error;
    if (enough || now.samples >= options->most_samples) {
      result->reached = enough;
      *out = result;
      return OUTLAY_OK;
    }
    now.samples = next_samples(options, result->samples, shown);
    outlay_result_free(result);
  }
}

outlay_status outlay_evaluate(outlay_graph *graph, const outlay_node *outputs, size_t count,
                              const outlay_options *options, outlay_result **out,
                              outlay_error *error) {
  outlay_error unread;
  outlay_options standard;
  if (error == NULL) error = &unread;
  if (options == NULL) {
    outlay_options_default(&standard);
    options = &standard;
  }
  const outlay_status status = check_request(graph, outputs, count, options, error);
  if (status != OUTLAY_OK) return status;
  if (options->relative_error > 0) {
    return evaluate_until(graph, outputs, count, options, out, error);
  }
  return evaluate_once(graph, outputs, count, options, out, NULL, error);
}
