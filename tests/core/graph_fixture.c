#include "graph_fixture.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

int graph_set_up(void **state) {
  outlay_units *units = NULL;
  outlay_graph *graph = NULL;
  if (outlay_units_new(NULL, &units) != OUTLAY_OK) return -1;
  if (outlay_graph_new(units, NULL, &graph) != OUTLAY_OK) return -1;
  *state = graph;
  return 0;
}

int graph_tear_down(void **state) {
  outlay_graph *graph = *state;
  outlay_units *units = outlay_graph_units(graph);
  outlay_graph_free(graph);
  outlay_units_free(units);
  return 0;
}

static void need(outlay_status status, const outlay_error *error) {
  if (status != OUTLAY_OK) fail_msg("%s: %s", outlay_status_name(status), error->message);
}

outlay_node number(outlay_graph *graph, double value) {
  outlay_error error = {0};
  outlay_node out = 0;
  need(outlay_constant(graph, value, &out, &error), &error);
  return out;
}

outlay_node quantity(outlay_graph *graph, const char *text) {
  outlay_error error = {0};
  outlay_quantity parsed;
  outlay_node out = 0;
  need(outlay_quantity_parse(outlay_graph_units(graph), text, &parsed, &error), &error);
  need(outlay_parameter(graph, parsed.low, parsed.unit, &out, &error), &error);
  return out;
}

static outlay_node applied(outlay_graph *graph, outlay_operation operation,
                           const outlay_node *arguments, size_t count) {
  outlay_error error = {0};
  outlay_node out = 0;
  need(outlay_apply(graph, operation, arguments, count, &out, &error), &error);
  return out;
}

outlay_node unary(outlay_graph *graph, outlay_operation operation, outlay_node a) {
  return applied(graph, operation, &a, 1);
}

outlay_node binary(outlay_graph *graph, outlay_operation operation, outlay_node a, outlay_node b) {
  return applied(graph, operation, (outlay_node[]){a, b}, 2);
}

outlay_node choose(outlay_graph *graph, outlay_node condition, outlay_node yes, outlay_node no) {
  return applied(graph, OUTLAY_WHEN, (outlay_node[]){condition, yes, no}, 3);
}

outlay_node input_of(outlay_graph *graph, outlay_distribution kind, const outlay_node *parameters,
                     size_t count) {
  outlay_error error = {0};
  outlay_node out = 0;
  need(outlay_input(graph, kind, parameters, count, &out, &error), &error);
  return out;
}

outlay_node normal(outlay_graph *graph, double mean, double sd) {
  return input_of(graph, OUTLAY_NORMAL, (outlay_node[]){number(graph, mean), number(graph, sd)}, 2);
}

outlay_node uniform(outlay_graph *graph, double low, double high) {
  return input_of(graph, OUTLAY_UNIFORM, (outlay_node[]){number(graph, low), number(graph, high)},
                  2);
}

outlay_node named(outlay_graph *graph, outlay_node node, const char *name) {
  outlay_error error = {0};
  outlay_node out = 0;
  need(outlay_annotate(graph, node, OUTLAY_NAME, name, &out, &error), &error);
  return out;
}

outlay_axis numbered_axis(outlay_graph *graph, const char *name, size_t count) {
  enum { MOST = 256 };
  char texts[MOST][8];
  const char *labels[MOST];
  double values[MOST];
  for (size_t i = 0; i < count; i++) {
    (void)snprintf(texts[i], sizeof texts[i], "%u", (unsigned)i + 1);
    labels[i] = texts[i];
    values[i] = (double)i + 1;
  }
  outlay_error error = {0};
  outlay_axis axis = 0;
  need(outlay_axis_new(graph, name, labels, values, 0, count, &axis, &error), &error);
  return axis;
}

outlay_node stacked(outlay_graph *graph, outlay_axis axis, const double *values) {
  enum { MOST = 256 };
  outlay_node nodes[MOST];
  const size_t count = outlay_axis_size(graph, axis);
  for (size_t i = 0; i < count; i++) nodes[i] = number(graph, values[i]);
  outlay_error error = {0};
  outlay_node out = 0;
  need(outlay_stack(graph, axis, nodes, count, &out, &error), &error);
  return out;
}

outlay_node reduced(outlay_graph *graph, outlay_operation operation, outlay_node node,
                    outlay_axis axis) {
  outlay_error error = {0};
  outlay_node out = 0;
  need(outlay_reduce(graph, operation, node, axis, &out, &error), &error);
  return out;
}

outlay_options options_of(uint64_t samples, uint32_t threads) {
  outlay_options options;
  outlay_options_default(&options);
  options.samples = samples;
  options.threads = threads;
  return options;
}

outlay_result *evaluated(outlay_graph *graph, const outlay_node *outputs, size_t count,
                         const outlay_options *options) {
  outlay_error error = {0};
  outlay_result *result = NULL;
  need(outlay_evaluate(graph, outputs, count, options, &result, &error), &error);
  return result;
}

double cell_of(outlay_graph *graph, outlay_node node, size_t cell) {
  const outlay_options options = options_of(1, 1);
  outlay_result *result = evaluated(graph, &node, 1, &options);
  size_t count = 0;
  const double *values = outlay_result_samples(result, 0, cell, &count);
  assert_non_null(values);
  assert_int_equal(count, 1);
  const double value = values[0];
  outlay_result_free(result);
  return value;
}

double value_of(outlay_graph *graph, outlay_node node) { return cell_of(graph, node, 0); }

outlay_moments moments_of(outlay_graph *graph, outlay_node node, uint64_t samples) {
  const outlay_options options = options_of(samples, 2);
  outlay_result *result = evaluated(graph, &node, 1, &options);
  outlay_moments moments;
  assert_int_equal(outlay_result_moments(result, 0, 0, &moments), OUTLAY_OK);
  outlay_result_free(result);
  return moments;
}
