/* A byte string builds a graph and evaluates it: whatever the operations and their order, the
 * core must answer with a result or an error, and a result must be finite and the same when its
 * samples are drawn again. */
#include <math.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include "outlay.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { MOST_NODES = 256, MOST_AXES = 6, SAMPLES = 130 };

typedef struct building {
  const uint8_t *data;
  size_t size, at;
  outlay_units *units;
  outlay_graph *graph;
  outlay_node nodes[MOST_NODES];
  size_t count;
  outlay_axis axes[MOST_AXES];
  size_t axis_count;
} building;

static void require(bool fine, const char *what) {
  if (fine) return;
  (void)fprintf(stderr, "fuzz_plan: %s\n", what);
  abort();
}

static uint8_t next(building *b) { return b->at < b->size ? b->data[b->at++] : 0; }

static outlay_node any(building *b) { return b->count == 0 ? 0 : b->nodes[next(b) % b->count]; }
static outlay_axis any_axis(building *b) {
  return b->axis_count == 0 ? 0 : b->axes[next(b) % b->axis_count];
}

static void keep(building *b, outlay_status status, outlay_node node) {
  if (status == OUTLAY_OK && b->count < MOST_NODES) b->nodes[b->count++] = node;
}

static double some_number(building *b) {
  static const double special[] = {0, 1, -1, 0.5, 2, 1e300, -1e-300, 1e308};
  const uint8_t byte = next(b);
  return byte < 8 ? special[byte] : ((double)byte - 100) / 16;
}

static void add_leaf(building *b) {
  static const char *const texts[] = {"", "USD", "USD2019", "USD2024", "h", "GPU", "MWh", "EUR/h"};
  outlay_unit unit = 0;
  outlay_node out = 0;
  const double value = some_number(b);
  const uint8_t kind = next(b);
  if (kind % 2 == 0) {
    keep(b, outlay_constant(b->graph, value, &out, NULL), out);
  } else if (outlay_unit_parse(b->units, texts[kind / 2 % 8], &unit, NULL) == OUTLAY_OK) {
    keep(b, outlay_parameter(b->graph, value, unit, &out, NULL), out);
  }
}

static void add_input(building *b) {
  outlay_node parameters[6], out = 0;
  const size_t count = next(b) % 7;
  const outlay_distribution kind = (outlay_distribution)(next(b) % (OUTLAY_DISTRIBUTIONS + 1));
  for (size_t i = 0; i < count; i++) parameters[i] = any(b);
  keep(b, outlay_input(b->graph, kind, parameters, count, &out, NULL), out);
}

static void add_axis(building *b) {
  static const char *const labels[] = {"p", "q", "r", "s"};
  static const char *const names[] = {"a", "b", "c"};
  static const double values[] = {1, 2, 4, 8};
  outlay_axis axis = 0;
  const uint8_t byte = next(b);
  const outlay_status status =
      outlay_axis_new(b->graph, names[byte % 3], labels, byte & 64 ? values : NULL, 0,
                      (size_t)(byte / 4 % 5), &axis, NULL);
  if (status == OUTLAY_OK && b->axis_count < MOST_AXES) b->axes[b->axis_count++] = axis;
}

static void add_over_axis(building *b) {
  outlay_node out = 0, entries[4];
  const outlay_axis axis = any_axis(b);
  const uint8_t byte = next(b);
  switch (byte % 5) {
    case 0:
      for (size_t i = 0; i < 4; i++) entries[i] = any(b);
      keep(b, outlay_stack(b->graph, axis, entries, outlay_axis_size(b->graph, axis), &out, NULL),
           out);
      break;
    case 1:
      keep(b, outlay_at(b->graph, any(b), axis, byte / 5 % 5, &out, NULL), out);
      break;
    case 2:
      entries[0] = any(b);
      entries[1] = byte & 64 ? any(b) : 0;
      keep(b, outlay_lag(b->graph, entries[0], axis, byte / 5 % 8 - 4, entries[1], &out, NULL),
           out);
      break;
    case 3:
      keep(b, outlay_labels(b->graph, axis, &out, NULL), out);
      break;
    default:
      keep(b,
           outlay_reduce(b->graph, (outlay_operation)(OUTLAY_SUM + byte / 5 % 10), any(b), axis,
                         &out, NULL),
           out);
  }
}

static void add_operation(building *b) {
  outlay_node arguments[3], out = 0;
  const uint8_t byte = next(b);
  for (size_t i = 0; i < 3; i++) arguments[i] = any(b);
  outlay_error error;
  keep(b,
       outlay_apply(b->graph, (outlay_operation)(byte % (OUTLAY_OPERATIONS + 1)), arguments,
                    1 + byte / 64 % 3, &out, &error),
       out);
}

/* Distributions made of others, and correlation. */
static void add_composite(building *b) {
  outlay_node out = 0;
  const uint8_t byte = next(b);
  const outlay_node first = any(b), second = any(b), third = any(b);
  const double rho = (double)(byte / 4) / 32 - 1;
  const outlay_node both[2] = {first, second};
  const double matrix[4] = {1, rho, rho, 1};
  switch (byte % 4) {
    case 0:
      keep(b, outlay_mixture(b->graph, both, NULL, 1 + byte / 4 % 2, &out, NULL), out);
      break;
    case 1:
      keep(b,
           outlay_truncated(b->graph, first, byte & 4 ? second : 0, byte & 8 ? third : 0, &out,
                            NULL),
           out);
      break;
    case 2:
      keep(b, outlay_shifted(b->graph, first, second, &out, NULL), out);
      break;
    default:
      (void)outlay_correlate(b->graph, both, 2, matrix, NULL);
  }
}

static void add_other(building *b) {
  outlay_node out = 0;
  const uint8_t byte = next(b);
  const outlay_node node = any(b);
  if (byte >= 240) {
    add_composite(b);
    return;
  }
  switch (byte % 4) {
    case 0:
      keep(b, outlay_fresh(b->graph, node, &out, NULL), out);
      break;
    case 1:
      keep(b,
           outlay_statistic_of(b->graph, (outlay_statistic)(byte / 4 % 5), byte / 200.0, node, &out,
                               NULL),
           out);
      break;
    case 2:
      keep(b,
           outlay_annotate(b->graph, node, (outlay_annotation)(byte / 4 % 5),
                           byte & 128 ? "one" : "other", &out, NULL),
           out);
      break;
    default:
      (void)outlay_parameter_set(b->graph, node, some_number(b), 0, NULL);
  }
}

static void grow(building *b) {
  while (b->at < b->size && b->count < MOST_NODES) {
    switch (next(b) % 8) {
      case 0:
        add_leaf(b);
        break;
      case 1:
        add_input(b);
        break;
      case 2:
        add_axis(b);
        break;
      case 3:
        add_over_axis(b);
        break;
      case 4:
        add_other(b);
        break;
      default:
        add_operation(b);
    }
  }
}

static void check_again(outlay_result *kept, outlay_result *again, size_t output) {
  static const double probabilities[2] = {0.3, 1};
  const size_t cells = outlay_result_cells(kept, output);
  for (size_t cell = 0; cell < cells && cell < 4; cell++) {
    size_t n = 0;
    const double *values = outlay_result_samples(kept, output, cell, &n);
    require(values != NULL, "a column was not kept");
    for (size_t i = 0; i < n; i++) require(isfinite(values[i]), "a value is not finite");
    double a[2], b[2];
    require(outlay_result_quantiles(kept, output, cell, probabilities, 2, a, NULL) == OUTLAY_OK,
            "no quantiles of kept samples");
    require(outlay_result_quantiles(again, output, cell, probabilities, 2, b, NULL) == OUTLAY_OK,
            "no quantiles of samples drawn again");
    require(a[1] == b[1], "the greatest sample differs when drawn again");
  }
}

static void evaluate(building *b) {
  outlay_node outputs[3];
  for (size_t i = 0; i < 3; i++) outputs[i] = b->nodes[b->count - 1 - (i < b->count ? i : 0)];
  outlay_options options;
  outlay_options_default(&options);
  options.samples = SAMPLES;
  options.threads = 1;
  options.sampling = (outlay_sampling)(b->size % OUTLAY_SAMPLINGS);
  outlay_result *kept = NULL, *again = NULL;
  outlay_error error = {0};
  const outlay_status status = outlay_evaluate(b->graph, outputs, 3, &options, &kept, &error);
  if (status == OUTLAY_ERROR_DOMAIN) require(error.node != 0, "an error without a node");
  if (status != OUTLAY_OK) {
    require(error.message[0] != '\0', "an error without a message");
    return;
  }
  options.keep_bytes = 0;
  require(outlay_evaluate(b->graph, outputs, 3, &options, &again, &error) == OUTLAY_OK,
          "samples were evaluated once, but not again");
  for (size_t i = 0; i < 3; i++) check_again(kept, again, i);
  outlay_result_free(kept);
  outlay_result_free(again);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  building b = {.data = data, .size = size};
  require(outlay_units_new(NULL, &b.units) == OUTLAY_OK, "no units");
  require(outlay_graph_new(b.units, NULL, &b.graph) == OUTLAY_OK, "no graph");
  (void)outlay_money_set_index(b.units, "USD", 2019, 100, "an index", NULL);
  (void)outlay_money_set_index(b.units, "USD", 2024, 125, "an index", NULL);
  grow(&b);
  if (b.count > 0) evaluate(&b);
  outlay_graph_free(b.graph);
  outlay_units_free(b.units);
  return 0;
}
