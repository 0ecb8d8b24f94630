#include "trial.h"

#include <math.h>

#include "status.h"

static outlay_status check(outlay_trial *t, const outlay_node *parameters,
                           const outlay_node *outputs) {
  outlay_status status = outlay_graph_check(t->graph, parameters, t->count, t->error);
  if (status == OUTLAY_OK) {
    status = outlay_graph_check(t->graph, outputs, t->output_count, t->error);
  }
  if (status != OUTLAY_OK) return status;
  for (size_t i = 0; i < t->count; i++) {
    const outlay_node node = outlay_graph_resolve(t->graph, parameters[i]);
    if (t->graph->nodes[node].operation != OUTLAY_PARAMETER) {
      return outlay_fail(t->error, OUTLAY_ERROR_ARGUMENT, "only parameters can be varied");
    }
  }
  for (size_t i = 0; i < t->output_count; i++) {
    const outlay_node_record *record = outlay_graph_node(t->graph, outputs[i]);
    if ((record->flags & OUTLAY_UNCERTAIN) != 0 || t->graph->axes.sets[record->axes].cells != 1) {
      return outlay_fail(t->error, OUTLAY_ERROR_ARGUMENT,
                         "what is looked at is one certain value, such as a mean");
    }
  }
  return OUTLAY_OK;
}

/* An evaluation's progress as a part of all of them. */
static void report(void *context, double fraction) {
  outlay_trial *t = context;
  const double done = ((double)t->done + fraction) / t->expected;
  outlay_progress_report(&t->progress, done < 1 ? done : 1);
}

outlay_status outlay_trial_begin(outlay_trial *trial, outlay_graph *graph,
                                 const outlay_node *parameters, size_t count,
                                 const outlay_node *outputs, size_t output_count,
                                 const outlay_options *options, outlay_error *error) {
  *trial = (outlay_trial){.graph = graph,
                          .options = *options,
                          .expected = 1,
                          .count = count,
                          .outputs = outputs,
                          .output_count = output_count,
                          .error = error};
  const outlay_status status = check(trial, parameters, outputs);
  if (status != OUTLAY_OK) return status;
  trial->parameters = outlay_memory_new(&graph->allocator, count, sizeof *trial->parameters);
  trial->before = outlay_memory_new(&graph->allocator, count, sizeof *trial->before);
  if (trial->parameters == NULL || trial->before == NULL) {
    outlay_memory_free(&graph->allocator, trial->parameters, count, sizeof *trial->parameters);
    outlay_memory_free(&graph->allocator, trial->before, count, sizeof *trial->before);
    return outlay_fail_memory(error);
  }
  for (size_t i = 0; i < count; i++) {
    trial->parameters[i] = outlay_graph_resolve(graph, parameters[i]);
    trial->before[i] = graph->nodes[trial->parameters[i]].number.value;
  }
  trial->progress =
      (outlay_progress){.call = options->progress, .context = options->progress_context, .end = 1};
  if (options->progress != NULL) {
    trial->options.progress = report;
    trial->options.progress_context = trial;
  }
  outlay_progress_begin(&trial->progress);
  return OUTLAY_OK;
}

static void set_values(const outlay_trial *trial, const double *x) {
  for (size_t i = 0; i < trial->count; i++) {
    trial->graph->nodes[trial->parameters[i]].number.value = x[i];
  }
}

outlay_status outlay_trial_run(outlay_trial *trial, const double *x, double *out) {
  set_values(trial, x);
  outlay_result *result = NULL;
  outlay_status status = outlay_evaluate(trial->graph, trial->outputs, trial->output_count,
                                         &trial->options, &result, trial->error);
  set_values(trial, trial->before);
  for (size_t i = 0; status == OUTLAY_OK && i < trial->output_count; i++) {
    outlay_moments moments;
    status = outlay_result_moments(result, i, 0, &moments);
    out[i] = moments.mean;
  }
  outlay_result_free(result);
  trial->done++;
  return status;
}

void outlay_trial_end(outlay_trial *trial) {
  outlay_memory_free(&trial->graph->allocator, trial->parameters, trial->count,
                     sizeof *trial->parameters);
  outlay_memory_free(&trial->graph->allocator, trial->before, trial->count, sizeof *trial->before);
}
