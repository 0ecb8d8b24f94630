/* What is known of an input's sampler without an evaluation. */
#include "distribution.h"
#include "graph.h"
#include "status.h"

/* The error of the fit for values of the parameters; 0 where one is not at hand. */
static outlay_status error_of(const outlay_graph *graph, const outlay_node_record *record,
                              double *values, bool exact, double *out, outlay_error *error) {
  for (uint32_t i = 0; i < record->many.count; i++) {
    const outlay_node_record *parameter =
        outlay_graph_node(graph, outlay_graph_resolve(graph, graph->pool[record->many.first + i]));
    if (parameter->operation != OUTLAY_CONSTANT && parameter->operation != OUTLAY_PARAMETER) {
      *out = 0;
      return OUTLAY_OK;
    }
    values[i] = parameter->number.value;
  }
  outlay_shared_sampler *shared = NULL;
  const outlay_status status = outlay_shared_sampler_get(
      graph->samplers, &graph->allocator, (outlay_distribution)record->detail, values,
      record->many.count, exact, &shared, error);
  if (status != OUTLAY_OK) return status;
  *out = outlay_sampler_error(shared->sampler);
  outlay_shared_sampler_release(shared);
  return OUTLAY_OK;
}

outlay_status outlay_input_error(outlay_graph *graph, outlay_node input, int32_t exact, double *out,
                                 outlay_error *error) {
  outlay_status status = outlay_graph_check(graph, &input, 1, error);
  if (status != OUTLAY_OK) return status;
  const outlay_node_record *record = outlay_graph_node(graph, outlay_graph_resolve(graph, input));
  if (record->operation != OUTLAY_INPUT) {
    return outlay_fail(error, OUTLAY_ERROR_ARGUMENT, "only an input has a quantile function");
  }
  double *values = outlay_memory_new(&graph->allocator, record->many.count, sizeof *values);
  if (values == NULL) return outlay_fail_memory(error);
  status = error_of(graph, record, values, exact != 0, out, error);
  outlay_memory_free(&graph->allocator, values, record->many.count, sizeof *values);
  return status;
}
