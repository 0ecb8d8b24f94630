/* Uncertain inputs: distributions with nodes for parameters, each with a draw of its own.
 *
 * An input whose parameters have axes has one draw for all its cells: a price that is uncertain
 * in each year by its own interval is high in all years or low in all. Inputs that are to vary
 * by themselves are made one by one and stacked. */
#include <stdio.h>
#include <string.h>

#include "distribution.h"
#include "graph.h"
#include "graph_dimension.h"
#include "graph_money.h"
#include "status.h"

/* Whether a parameter is a plain number, whatever the dimension of the input. */
static bool is_plain(outlay_distribution kind, size_t index) {
  if (kind == OUTLAY_BETA) return index < 2;
  return kind == OUTLAY_DISCRETE && index % 2 == 1;
}

/* The first parameter that the input's value is like. */
static size_t first_amount(outlay_distribution kind) { return is_plain(kind, 0) ? 2 : 0; }

static outlay_status check_dimensions(const outlay_graph *graph, outlay_distribution kind,
                                      const outlay_node *parameters, size_t count,
                                      outlay_error *error) {
  const outlay_node first = parameters[first_amount(kind)];
  for (size_t i = 0; i < count; i++) {
    const outlay_dimension dimension = outlay_graph_node(graph, parameters[i])->dimension;
    if (is_plain(kind, i)) {
      if (dimension == 0) continue;
      char what[96];
      (void)snprintf(what, sizeof what, "the %s of a distribution",
                     outlay_distribution_parameter(kind, i));
      return outlay_graph_fail_number(graph, what, parameters[i], error);
    }
    if (dimension != outlay_graph_node(graph, first)->dimension) {
      return outlay_graph_fail_dimensions(graph, OUTLAY_INPUT, first, parameters[i], error);
    }
  }
  return OUTLAY_OK;
}

/* Brings the parameters that are amounts of money into one kind. */
static outlay_status unite_money(outlay_graph *graph, outlay_distribution kind,
                                 outlay_node *parameters, size_t count, outlay_error *error) {
  outlay_node *amounts = outlay_memory_new(&graph->allocator, count, sizeof *amounts);
  if (amounts == NULL) return outlay_fail_memory(error);
  size_t found = 0;
  for (size_t i = 0; i < count; i++) {
    if (!is_plain(kind, i)) amounts[found++] = parameters[i];
  }
  const outlay_status status = outlay_graph_common_money(graph, amounts, found, error);
  for (size_t i = count; status == OUTLAY_OK && i > 0; i--) {
    if (!is_plain(kind, i - 1)) parameters[i - 1] = amounts[--found];
  }
  outlay_memory_free(&graph->allocator, amounts, count, sizeof *amounts);
  return status;
}

/* Checks the parameters now if their values are at hand; the evaluation does it otherwise. */
static outlay_status check_values(const outlay_graph *graph, outlay_distribution kind,
                                  const outlay_node *parameters, double *values, size_t count,
                                  outlay_error *error) {
  for (size_t i = 0; i < count; i++) {
    const outlay_node_record *record =
        outlay_graph_node(graph, outlay_graph_resolve(graph, parameters[i]));
    if (record->operation != OUTLAY_CONSTANT && record->operation != OUTLAY_PARAMETER) {
      return OUTLAY_OK;
    }
    values[i] = record->number.value;
  }
  return outlay_distribution_check(kind, values, count, error);
}

static outlay_status join_axes(outlay_graph *graph, const outlay_node *parameters, size_t count,
                               uint32_t *out, outlay_error *error) {
  *out = 0;
  for (size_t i = 0; i < count; i++) {
    const outlay_status status =
        outlay_axes_union(&graph->axes, &graph->strings, *out,
                          outlay_graph_node(graph, parameters[i])->axes, out, error);
    if (status == OUTLAY_OK) continue;
    if (error != NULL) {
      error->left = parameters[0];
      error->right = parameters[i];
    }
    return status;
  }
  return OUTLAY_OK;
}

static outlay_status make_input(outlay_graph *graph, outlay_distribution kind,
                                outlay_node *parameters, double *values, size_t count,
                                outlay_node *out, outlay_error *error) {
  outlay_status status = check_dimensions(graph, kind, parameters, count, error);
  if (status != OUTLAY_OK) return status;
  if (outlay_graph_node(graph, parameters[first_amount(kind)])->money != 0) {
    status = unite_money(graph, kind, parameters, count, error);
    if (status != OUTLAY_OK) return status;
  }
  const outlay_node first = parameters[first_amount(kind)];
  status = check_values(graph, kind, parameters, values, count, error);
  if (status != OUTLAY_OK) return status;

  outlay_node_record record = {.operation = OUTLAY_INPUT,
                               .flags = OUTLAY_UNCERTAIN,
                               .detail = (uint8_t)kind,
                               .dimension = outlay_graph_node(graph, first)->dimension,
                               .money = outlay_graph_node(graph, first)->money};
  status = join_axes(graph, parameters, count, &record.axes, error);
  if (status != OUTLAY_OK) return status;
  uint32_t *stream =
      &graph->streams[graph->apart ? OUTLAY_APART : OUTLAY_PLAIN][outlay_distribution_draw(kind)];
  record.many.stream = *stream;
  status = outlay_graph_add_many(graph, &record, parameters, count, out, error);
  if (status == OUTLAY_OK) *stream += 1;
  return status;
}

outlay_status outlay_input(outlay_graph *graph, outlay_distribution distribution,
                           const outlay_node *parameters, size_t count, outlay_node *out,
                           outlay_error *error) {
  if ((unsigned)distribution >= OUTLAY_DISTRIBUTIONS || count == 0 ||
      !outlay_distribution_takes(distribution, count)) {
    return outlay_fail(error, OUTLAY_ERROR_ARGUMENT,
                       "a %s distribution does not take %zu parameters",
                       outlay_distribution_name(distribution), count);
  }
  outlay_status status = outlay_graph_check(graph, parameters, count, error);
  if (status != OUTLAY_OK) return status;
  outlay_node *copy = outlay_memory_new(&graph->allocator, count, sizeof *copy);
  double *values = outlay_memory_new(&graph->allocator, count, sizeof *values);
  if (copy == NULL || values == NULL) {
    status = outlay_fail_memory(error);
  } else {
    memcpy(copy, parameters, count * sizeof *copy);
    status = make_input(graph, distribution, copy, values, count, out, error);
  }
  outlay_memory_free(&graph->allocator, copy, count, sizeof *copy);
  outlay_memory_free(&graph->allocator, values, count, sizeof *values);
  return status;
}
