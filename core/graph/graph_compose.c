/* Inputs made of other inputs' distributions, and inputs that go together. */
#include <math.h>
#include <string.h>

#include "distribution.h"
#include "graph.h"
#include "graph_dimension.h"
#include "graph_walk.h"
#include "status.h"

/* A list of parameters as it is put together; `failed` when out of memory. */
typedef struct parameter_list {
  outlay_graph *graph;
  outlay_node_list nodes;
  outlay_error *error;
  outlay_status status;
} parameter_list;

static void put_node(parameter_list *list, outlay_node node) {
  if (list->status != OUTLAY_OK) return;
  if (!outlay_node_list_add(&list->nodes, &list->graph->allocator, node)) {
    list->status = outlay_fail_memory(list->error);
  }
}

static void put_number(parameter_list *list, double value) {
  outlay_node node = 0;
  if (list->status == OUTLAY_OK) {
    list->status = outlay_constant(list->graph, value, &node, list->error);
  }
  put_node(list, node);
}

/* The distribution of an input: its kind, how many parameters, these. */
static void put_distribution(parameter_list *list, outlay_node input) {
  const outlay_node_record *record = outlay_graph_node(list->graph, input);
  const uint32_t first = record->many.first, count = record->many.count;
  put_number(list, record->detail);
  put_number(list, count);
  for (uint32_t i = 0; i < count; i++) put_node(list, list->graph->pool[first + i]);
}

static outlay_status finish(parameter_list *list, outlay_distribution kind,
                            const outlay_stream_name *stream, outlay_node *out) {
  outlay_status status = list->status;
  if (status == OUTLAY_OK) {
    status = outlay_graph_add_input(list->graph, kind, list->nodes.nodes, list->nodes.count, stream,
                                    out, list->error);
  }
  outlay_node_list_clear(&list->nodes, &list->graph->allocator);
  return status;
}

/* The input behind a node's names; 0 where it is no input. */
static outlay_node input_behind(const outlay_graph *graph, outlay_node node) {
  const outlay_node resolved = outlay_graph_resolve(graph, node);
  return graph->nodes[resolved].operation == OUTLAY_INPUT ? resolved : 0;
}

static outlay_status fail_no_input(outlay_node node, const char *what, const char *instead,
                                   outlay_error *error) {
  (void)outlay_fail(error, OUTLAY_ERROR_ARGUMENT, "%s", what);
  outlay_advise(error, "%s", instead);
  if (error != NULL) error->node = node;
  return OUTLAY_ERROR_ARGUMENT;
}

static outlay_status check_same_dimension(const outlay_graph *graph, outlay_node a, outlay_node b,
                                          outlay_error *error) {
  if (graph->nodes[a].dimension == graph->nodes[b].dimension) return OUTLAY_OK;
  return outlay_graph_fail_dimensions(graph, OUTLAY_INPUT, a, b, error);
}

/* ---- mixture ---- */

/* Whether a node made after it has the input for an argument: then it is a value. */
static bool is_used(const outlay_graph *graph, outlay_node input) {
  for (outlay_node node = input + 1; node < graph->count; node++) {
    size_t count = 0;
    const outlay_node *arguments = outlay_graph_arguments(graph, node, &count);
    for (size_t i = 0; i < count; i++) {
      if (arguments[i] == input) return true;
    }
  }
  return false;
}

/* A component gives its distribution away. One that is a value too, in its own name or with a
 * correlation, would not be what the mixture is where it is chosen. */
static outlay_status check_component(const outlay_graph *graph, outlay_node node,
                                     outlay_error *error) {
  const char *const instead =
      "to mix quantities, sample by sample and with all that they share: "
      "pick(choice{ values = { 1, 2 }, weights = { ... } }, { a, b })";
  const outlay_node_record *record = &graph->nodes[node];
  if (record->operation != OUTLAY_INPUT) {
    return fail_no_input(node, "a mixture is made of distributions; this is a quantity", instead,
                         error);
  }
  const outlay_stream_name stream = outlay_graph_stream(record);
  const bool named = outlay_annotation_of(graph, node, OUTLAY_NAME)[0] != '\0';
  if (named || graph->streams[stream.draw].records[stream.stream].group != 0 ||
      is_used(graph, node)) {
    return fail_no_input(node,
                         "a mixture is made of distributions; this one is a quantity already, with "
                         "a name, a correlation or another use",
                         instead, error);
  }
  return OUTLAY_OK;
}

outlay_status outlay_mixture(outlay_graph *graph, const outlay_node *components,
                             const outlay_node *weights, size_t count, outlay_node *out,
                             outlay_error *error) {
  if (count == 0) return outlay_fail(error, OUTLAY_ERROR_ARGUMENT, "a mixture of nothing");
  outlay_status status = outlay_graph_check(graph, components, count, error);
  if (status == OUTLAY_OK && weights != NULL) {
    status = outlay_graph_check(graph, weights, count, error);
  }
  for (size_t i = 0; status == OUTLAY_OK && i < count; i++) {
    status = check_component(graph, components[i], error);
    if (status == OUTLAY_OK) {
      status = check_same_dimension(graph, components[0], components[i], error);
    }
  }
  if (status != OUTLAY_OK) return status;
  parameter_list list = {.graph = graph, .error = error};
  for (size_t i = 0; i < count; i++) {
    if (weights == NULL) {
      put_number(&list, 1.0);
    } else {
      put_node(&list, weights[i]);
    }
    put_distribution(&list, components[i]);
  }
  status = finish(&list, OUTLAY_MIXTURE, NULL, out);
  for (size_t i = 0; status == OUTLAY_OK && i < count; i++) {
    graph->nodes[components[i]].flags |= OUTLAY_TAKEN;
  }
  return status;
}

/* ---- truncated, shifted ---- */

static outlay_status check_inner(const outlay_graph *graph, outlay_node node, outlay_node *input,
                                 outlay_error *error) {
  const outlay_status status = outlay_graph_check(graph, &node, 1, error);
  if (status != OUTLAY_OK) return status;
  *input = input_behind(graph, node);
  if (*input != 0) return OUTLAY_OK;
  return fail_no_input(node,
                       "only an input can be truncated or shifted; this is a computed quantity",
                       "max(low, min(high, x)) for a value that stops at limits", error);
}

outlay_status outlay_truncated(outlay_graph *graph, outlay_node input, outlay_node low,
                               outlay_node high, outlay_node *out, outlay_error *error) {
  outlay_node inner = 0;
  outlay_status status = check_inner(graph, input, &inner, error);
  const outlay_node limits[2] = {low != 0 ? low : high, high != 0 ? high : low};
  if (status == OUTLAY_OK && low == 0 && high == 0) {
    return outlay_fail(error, OUTLAY_ERROR_ARGUMENT, "a truncation needs a limit, low or high");
  }
  if (status == OUTLAY_OK) status = outlay_graph_check(graph, limits, 2, error);
  for (int i = 0; status == OUTLAY_OK && i < 2; i++) {
    status = check_same_dimension(graph, inner, limits[i], error);
  }
  if (status != OUTLAY_OK) return status;
  parameter_list list = {.graph = graph, .error = error};
  put_number(&list, (low != 0 ? 1.0 : 0.0) + (high != 0 ? 2.0 : 0.0));
  put_node(&list, limits[0]);
  put_node(&list, limits[1]);
  put_distribution(&list, inner);
  const outlay_stream_name stream = outlay_graph_stream(outlay_graph_node(graph, inner));
  return finish(&list, OUTLAY_TRUNCATED, &stream, out);
}

outlay_status outlay_shifted(outlay_graph *graph, outlay_node input, outlay_node by,
                             outlay_node *out, outlay_error *error) {
  outlay_node inner = 0;
  outlay_status status = check_inner(graph, input, &inner, error);
  if (status == OUTLAY_OK) status = outlay_graph_check(graph, &by, 1, error);
  if (status == OUTLAY_OK) status = check_same_dimension(graph, inner, by, error);
  if (status != OUTLAY_OK) return status;
  parameter_list list = {.graph = graph, .error = error};
  put_node(&list, by);
  put_distribution(&list, inner);
  const outlay_stream_name stream = outlay_graph_stream(outlay_graph_node(graph, inner));
  return finish(&list, OUTLAY_SHIFTED, &stream, out);
}

/* ---- correlation ---- */

/* What messages call an input. */
static const char *name_of(const outlay_graph *graph, outlay_node node) {
  const char *name = outlay_annotation_of(graph, node, OUTLAY_NAME);
  return name[0] != '\0' ? name : "an input without a name";
}

static outlay_status find_streams(const outlay_graph *graph, const outlay_node *inputs,
                                  size_t count, outlay_stream_name *names, outlay_error *error) {
  for (size_t i = 0; i < count; i++) {
    const outlay_node input = input_behind(graph, inputs[i]);
    if (input == 0) {
      return fail_no_input(inputs[i], "only inputs can be correlated; this is a computed quantity",
                           "correlate the inputs that it is made of", error);
    }
    names[i] = outlay_graph_stream(outlay_graph_node(graph, input));
    for (size_t k = 0; k < i; k++) {
      if (names[k].draw != names[i].draw || names[k].stream != names[i].stream) continue;
      if (input_behind(graph, inputs[k]) == input) {
        return outlay_fail(error, OUTLAY_ERROR_ARGUMENT,
                           "an input cannot be correlated with itself (%s)",
                           name_of(graph, inputs[i]));
      }
      return outlay_fail(error, OUTLAY_ERROR_ARGUMENT,
                         "%s and %s have the same draw already: one distribution, truncated or "
                         "shifted",
                         name_of(graph, inputs[k]), name_of(graph, inputs[i]));
    }
  }
  return OUTLAY_OK;
}

static outlay_status check_matrix(size_t count, const double *matrix, outlay_error *error) {
  for (size_t i = 0; i < count; i++) {
    if (matrix[i * count + i] != 1.0) {
      return outlay_fail(error, OUTLAY_ERROR_ARGUMENT,
                         "the diagonal of a correlation matrix is 1, not %.6g",
                         matrix[i * count + i]);
    }
    for (size_t j = 0; j < i; j++) {
      const double below = matrix[i * count + j], above = matrix[j * count + i];
      if (below != above) {
        return outlay_fail(
            error, OUTLAY_ERROR_ARGUMENT,
            "a correlation matrix is symmetric; row %zu, column %zu is %.6g, and row "
            "%zu, column %zu is %.6g",
            i + 1, j + 1, below, j + 1, i + 1, above);
      }
      if (below >= -1.0 && below <= 1.0) continue;
      return outlay_fail(error, OUTLAY_ERROR_ARGUMENT,
                         "a correlation is between -1 and 1, not %.6g", below);
    }
  }
  return OUTLAY_OK;
}

static outlay_status correlate(outlay_graph *graph, const outlay_node *inputs, size_t count,
                               const double *matrix, outlay_stream_name *names,
                               outlay_error *error) {
  outlay_status status = find_streams(graph, inputs, count, names, error);
  if (status == OUTLAY_OK) status = check_matrix(count, matrix, error);
  if (status != OUTLAY_OK) return status;
  outlay_clash clash;
  status = outlay_streams_correlate(graph, names, count, matrix, &clash, error);
  if (status == OUTLAY_OK || !clash.found) return status;
  (void)outlay_fail(error, OUTLAY_ERROR_ARGUMENT, "%s and %s are correlated already, with %.6g",
                    name_of(graph, inputs[clash.left]), name_of(graph, inputs[clash.right]),
                    clash.rho);
  outlay_advise(error, "state the correlation of two inputs once");
  return OUTLAY_ERROR_ARGUMENT;
}

outlay_status outlay_correlate(outlay_graph *graph, const outlay_node *inputs, size_t count,
                               const double *matrix, outlay_error *error) {
  if (count < 2) {
    return outlay_fail(error, OUTLAY_ERROR_ARGUMENT, "a correlation is between two inputs or more");
  }
  outlay_status status = outlay_graph_check(graph, inputs, count, error);
  if (status != OUTLAY_OK) return status;
  outlay_stream_name *names = outlay_memory_new(&graph->allocator, count, sizeof *names);
  if (names == NULL) return outlay_fail_memory(error);
  status = correlate(graph, inputs, count, matrix, names, error);
  outlay_memory_free(&graph->allocator, names, count, sizeof *names);
  return status;
}

outlay_status outlay_correlation_of(const outlay_graph *graph, outlay_node a, outlay_node b,
                                    double *out, outlay_error *error) {
  const outlay_node both[2] = {a, b};
  outlay_status status = outlay_graph_check(graph, both, 2, error);
  if (status != OUTLAY_OK) return status;
  outlay_stream_name names[2];
  for (int i = 0; i < 2; i++) {
    const outlay_node input = input_behind(graph, both[i]);
    if (input == 0) {
      return fail_no_input(both[i], "only inputs are correlated; this is a computed quantity",
                           "ask for the correlation of samples", error);
    }
    names[i] = outlay_graph_stream(outlay_graph_node(graph, input));
  }
  *out = outlay_streams_correlation(graph, names[0], names[1]);
  return OUTLAY_OK;
}
