/* A program outside the tree: 16 GPUs for a day at 2 to 3 USD a GPU-hour. Prints the mean and the
 * 95 % quantile, in USD, with all digits. */
#include <outlay.h>
#include <stdio.h>
#include <stdlib.h>

static void need(outlay_status status, const outlay_error *error) {
  if (status == OUTLAY_OK) return;
  fprintf(stderr, "%s: %s\n", outlay_status_name(status), error->message);
  exit(1);
}

/* A quantity from its text: a parameter, or a lognormal input for an interval. */
static outlay_node quantity(outlay_graph *graph, const char *text) {
  outlay_error error;
  outlay_quantity parsed;
  outlay_node ends[2], node;
  need(outlay_quantity_parse(outlay_graph_units(graph), text, &parsed, &error), &error);
  need(outlay_parameter(graph, parsed.low, parsed.unit, &ends[0], &error), &error);
  if (!parsed.interval) return ends[0];
  need(outlay_parameter(graph, parsed.high, parsed.unit, &ends[1], &error), &error);
  need(outlay_input(graph, OUTLAY_LOGNORMAL, ends, 2, &node, &error), &error);
  return node;
}

static outlay_node multiply(outlay_graph *graph, outlay_node a, outlay_node b) {
  outlay_error error;
  outlay_node node;
  need(outlay_apply(graph, OUTLAY_MULTIPLY, (outlay_node[]){a, b}, 2, &node, &error), &error);
  return node;
}

int main(void) {
  outlay_error error;
  outlay_units *units;
  outlay_graph *graph;
  need(outlay_units_new(NULL, &units), &error);
  need(outlay_graph_new(units, NULL, &graph), &error);
  const outlay_node gpus = quantity(graph, "16 GPU");
  const outlay_node price = quantity(graph, "2 to 3 USD/GPU/h");
  const outlay_node cost = multiply(graph, multiply(graph, gpus, price), quantity(graph, "1 day"));

  outlay_options options;
  outlay_options_default(&options);
  options.samples = 10000;
  outlay_result *result;
  outlay_moments moments;
  double p95;
  need(outlay_evaluate(graph, &cost, 1, &options, &result, &error), &error);
  need(outlay_result_moments(result, 0, 0, &moments), &error);
  need(outlay_result_quantiles(result, 0, 0, (double[]){0.95}, 1, &p95, &error), &error);
  printf("%.17g %.17g\n", moments.mean, p95);
  outlay_result_free(result);
  outlay_graph_free(graph);
  outlay_units_free(units);
  return 0;
}
