/* Axes of a graph and the operations over them: stacking, picking, lagging, reducing. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "graph.h"
#include "graph_dimension.h"
#include "graph_money.h"
#include "status.h"
#include "unit.h"

/* ---- making an axis ---- */

static int by_number(const void *a, const void *b) {
  const uint32_t left = *(const uint32_t *)a, right = *(const uint32_t *)b;
  return (left > right) - (left < right);
}

static outlay_status intern_labels(outlay_graph *graph, const char *const *labels, size_t count,
                                   uint32_t *out, outlay_error *error) {
  for (size_t i = 0; i < count; i++) {
    if (labels[i] == NULL || labels[i][0] == '\0') {
      return outlay_fail(error, OUTLAY_ERROR_ARGUMENT, "label %zu of an axis is empty", i + 1);
    }
    if (!outlay_strings_intern(&graph->strings, labels[i], strlen(labels[i]), &out[i])) {
      return outlay_fail_memory(error);
    }
  }
  return OUTLAY_OK;
}

/* `sorted` is a scratch copy of the labels. */
static outlay_status check_distinct(const outlay_graph *graph, const char *name, uint32_t *sorted,
                                    size_t count, outlay_error *error) {
  qsort(sorted, count, sizeof *sorted, by_number);
  for (size_t i = 1; i < count; i++) {
    if (sorted[i] != sorted[i - 1]) continue;
    return outlay_fail(error, OUTLAY_ERROR_ARGUMENT, "axis '%.60s' has the label '%.60s' twice",
                       name, outlay_strings_get(&graph->strings, sorted[i]));
  }
  return OUTLAY_OK;
}

static outlay_status convert_values(const double *values, double factor, size_t count, double *out,
                                    outlay_error *error) {
  for (size_t i = 0; i < count; i++) {
    out[i] = values[i] * factor;
    if (!isfinite(out[i])) {
      return outlay_fail(error, OUTLAY_ERROR_ARGUMENT, "label %zu of an axis is not finite", i + 1);
    }
    if (out[i] == 0) out[i] = 0;
  }
  return OUTLAY_OK;
}

/* Scratch memory for an axis as it is made. */
typedef struct axis_draft {
  uint32_t *labels, *sorted;
  double *values;
} axis_draft;

static outlay_status make_axis(outlay_graph *graph, const char *name, const char *const *labels,
                               const double *values, outlay_unit unit, size_t count,
                               const axis_draft *draft, outlay_axis *out, outlay_error *error) {
  outlay_axis_definition definition = {.labels = draft->labels, .size = count, .unit = unit};
  if (!outlay_strings_intern(&graph->strings, name, strlen(name), &definition.name)) {
    return outlay_fail_memory(error);
  }
  outlay_status status = intern_labels(graph, labels, count, draft->labels, error);
  if (status != OUTLAY_OK) return status;
  memcpy(draft->sorted, draft->labels, count * sizeof *draft->labels);
  status = check_distinct(graph, name, draft->sorted, count, error);
  if (status != OUTLAY_OK) return status;
  if (values != NULL) {
    outlay_unit_info info;
    outlay_unit_describe(graph->units, unit, &info);
    status = convert_values(values, info.factor, count, draft->values, error);
    if (status != OUTLAY_OK) return status;
    definition.values = draft->values;
    definition.dimension = info.dimension;
    definition.money = info.money;
  }
  return outlay_axes_add(&graph->axes, &definition, out, error);
}

outlay_status outlay_axis_new(outlay_graph *graph, const char *name, const char *const *labels,
                              const double *values, outlay_unit unit, size_t count,
                              outlay_axis *out, outlay_error *error) {
  if (name == NULL || name[0] == '\0' || labels == NULL || count == 0) {
    return outlay_fail(error, OUTLAY_ERROR_ARGUMENT, "an axis needs a name and at least one label");
  }
  if (outlay_unit_entry_of(graph->units, unit) == NULL) {
    return outlay_fail(error, OUTLAY_ERROR_ARGUMENT, "there is no unit %u", unit);
  }
  const outlay_allocator *allocator = &graph->allocator;
  const axis_draft draft = {
      .labels = outlay_memory_new(allocator, count, sizeof *draft.labels),
      .sorted = outlay_memory_new(allocator, count, sizeof *draft.sorted),
      .values = outlay_memory_new(allocator, count, sizeof *draft.values),
  };
  const outlay_status status =
      draft.labels == NULL || draft.sorted == NULL || draft.values == NULL
          ? outlay_fail_memory(error)
          : make_axis(graph, name, labels, values, unit, count, &draft, out, error);
  outlay_memory_free(allocator, draft.labels, count, sizeof *draft.labels);
  outlay_memory_free(allocator, draft.sorted, count, sizeof *draft.sorted);
  outlay_memory_free(allocator, draft.values, count, sizeof *draft.values);
  return status;
}

/* ---- reading an axis ---- */

/* Record 0, which has no labels, stands in for what is no axis. */
static const outlay_axis_record *record_of(const outlay_graph *graph, outlay_axis axis) {
  return &graph->axes.records[axis < graph->axes.count ? axis : 0];
}

const char *outlay_axis_name(const outlay_graph *graph, outlay_axis axis) {
  return outlay_strings_get(&graph->strings, record_of(graph, axis)->name);
}

size_t outlay_axis_size(const outlay_graph *graph, outlay_axis axis) {
  return record_of(graph, axis)->size;
}

const char *outlay_axis_label(const outlay_graph *graph, outlay_axis axis, size_t index) {
  const outlay_axis_record *record = record_of(graph, axis);
  if (index >= record->size) return "";
  return outlay_strings_get(&graph->strings, graph->axes.labels[record->first_label + index]);
}

int64_t outlay_axis_find(const outlay_graph *graph, outlay_axis axis, const char *label) {
  const uint32_t text = outlay_strings_find(&graph->strings, label, strlen(label));
  const outlay_axis_record *record = record_of(graph, axis);
  for (size_t i = 0; text != 0 && i < record->size; i++) {
    if (graph->axes.labels[record->first_label + i] == text) return (int64_t)i;
  }
  return -1;
}

static outlay_status check_axis(const outlay_graph *graph, outlay_axis axis, outlay_error *error) {
  if (axis != 0 && axis < graph->axes.count) return OUTLAY_OK;
  return outlay_fail(error, OUTLAY_ERROR_ARGUMENT, "%u is not an axis of this graph", axis);
}

/* The node and the axis are there, and the node's value has the axis. */
static outlay_status check_over(const outlay_graph *graph, outlay_node node, outlay_axis axis,
                                const char *what, outlay_error *error) {
  outlay_status status = outlay_graph_check(graph, &node, 1, error);
  if (status == OUTLAY_OK) status = check_axis(graph, axis, error);
  if (status != OUTLAY_OK) return status;
  const uint32_t set = outlay_graph_node(graph, node)->axes;
  if (outlay_axes_has(&graph->axes, set, axis)) return OUTLAY_OK;

  const char *name = outlay_axis_name(graph, axis);
  outlay_fail(error, OUTLAY_ERROR_AXIS,
              "cannot take the %s over '%.60s': the value has no such axis", what, name);
  const outlay_axis_set *axes = outlay_axes_set(&graph->axes, set);
  if (axes->count == 0) {
    outlay_advise(error, "the value is the same for every '%.60s': use it as it is", name);
  } else {
    outlay_advise(error, "its axes are '%.60s'%s",
                  outlay_axis_name(graph, outlay_axes_members(&graph->axes, set)[0]),
                  axes->count > 1 ? " and others" : "");
  }
  if (error != NULL) error->left = node;
  return OUTLAY_ERROR_AXIS;
}

/* ---- operations ---- */

outlay_status outlay_labels(outlay_graph *graph, outlay_axis axis, outlay_node *out,
                            outlay_error *error) {
  outlay_status status = check_axis(graph, axis, error);
  if (status != OUTLAY_OK) return status;
  const outlay_axis_record *definition = record_of(graph, axis);
  if (!definition->has_values) {
    outlay_fail(error, OUTLAY_ERROR_AXIS, "the labels of axis '%.60s' are not numbers",
                outlay_axis_name(graph, axis));
    outlay_advise(error, "make the axis with a number for each label");
    return OUTLAY_ERROR_AXIS;
  }
  outlay_node_record record = {
      .operation = OUTLAY_LABELS, .dimension = definition->dimension, .money = definition->money};
  record.word[OUTLAY_AXIS_WORD] = axis;
  status = outlay_axes_with(&graph->axes, &graph->strings, 0, axis, &record.axes, error);
  if (status != OUTLAY_OK) return status;
  return outlay_graph_add(graph, &record, out, error);
}

outlay_status outlay_at(outlay_graph *graph, outlay_node node, outlay_axis axis, size_t index,
                        outlay_node *out, outlay_error *error) {
  outlay_status status = check_over(graph, node, axis, "value at a label", error);
  if (status != OUTLAY_OK) return status;
  if (index >= record_of(graph, axis)->size) {
    return outlay_fail(error, OUTLAY_ERROR_AXIS, "axis '%.60s' has %u labels, and no label %zu",
                       outlay_axis_name(graph, axis), record_of(graph, axis)->size, index + 1);
  }
  outlay_node_record record = *outlay_graph_node(graph, node);
  const uint32_t axes = record.axes;
  record.operation = OUTLAY_AT;
  record.detail = 0;
  record.arity = 1;
  record.word[0] = node;
  record.word[1] = 0;
  record.word[OUTLAY_AXIS_WORD] = axis;
  record.word[OUTLAY_DETAIL_WORD] = (uint32_t)index;
  status = outlay_axes_without(&graph->axes, axes, axis, &record.axes, error);
  if (status != OUTLAY_OK) return status;
  return outlay_graph_add(graph, &record, out, error);
}

static outlay_status blame(outlay_status status, outlay_node left, outlay_node right,
                           outlay_error *error) {
  if (status != OUTLAY_OK && error != NULL) {
    error->left = left;
    error->right = right;
  }
  return status;
}

/* The fill of a lag is to be like the value: `pair` is both, the value first. */
static outlay_status check_fill(outlay_graph *graph, outlay_node *pair, outlay_error *error) {
  outlay_status status = outlay_graph_check(graph, &pair[1], 1, error);
  if (status != OUTLAY_OK) return status;
  if (outlay_graph_node(graph, pair[0])->dimension !=
      outlay_graph_node(graph, pair[1])->dimension) {
    return outlay_graph_fail_dimensions(graph, OUTLAY_LAG, pair[0], pair[1], error);
  }
  return outlay_graph_common_money(graph, pair, 2, error);
}

outlay_status outlay_lag(outlay_graph *graph, outlay_node node, outlay_axis axis, int32_t steps,
                         outlay_node fill, outlay_node *out, outlay_error *error) {
  outlay_status status = check_over(graph, node, axis, "lag", error);
  outlay_node pair[2] = {node, fill};
  if (status == OUTLAY_OK && fill != 0) status = check_fill(graph, pair, error);
  if (status != OUTLAY_OK) return status;
  outlay_node_record record = *outlay_graph_node(graph, pair[0]);
  record.operation = OUTLAY_LAG;
  record.detail = 0;
  record.arity = fill != 0 ? 2 : 1;
  record.word[0] = pair[0];
  record.word[1] = pair[1];
  record.word[OUTLAY_AXIS_WORD] = axis;
  record.word[OUTLAY_DETAIL_WORD] = (uint32_t)steps;
  if (fill != 0) {
    const outlay_node_record *filled = outlay_graph_node(graph, pair[1]);
    record.flags |= filled->flags & OUTLAY_UNCERTAIN;
    if (!outlay_graph_condition(graph, pair[1])) record.flags &= (uint8_t)~OUTLAY_CONDITION;
    status = outlay_axes_union(&graph->axes, &graph->strings, record.axes, filled->axes,
                               &record.axes, error);
    if (status != OUTLAY_OK) return blame(status, pair[0], pair[1], error);
  }
  return outlay_graph_add(graph, &record, out, error);
}

outlay_status outlay_reduce(outlay_graph *graph, outlay_operation operation, outlay_node node,
                            outlay_axis axis, outlay_node *out, outlay_error *error) {
  if (operation < OUTLAY_SUM || operation > OUTLAY_HAS_RATE_OF_RETURN) {
    return outlay_fail(error, OUTLAY_ERROR_ARGUMENT, "%s is not a reduction over an axis",
                       outlay_operation_name(operation));
  }
  outlay_status status = check_over(graph, node, axis, outlay_operation_name(operation), error);
  if (status != OUTLAY_OK) return status;
  outlay_node_record record = *outlay_graph_node(graph, node);
  const bool product = operation == OUTLAY_PRODUCT || operation == OUTLAY_CUMULATIVE_PRODUCT;
  if (product && record.dimension != 0) {
    return outlay_graph_fail_number(graph, outlay_operation_name(operation), node, error);
  }
  const bool picks = operation == OUTLAY_LEAST || operation == OUTLAY_GREATEST;
  const bool cumulative =
      operation == OUTLAY_CUMULATIVE_SUM || operation == OUTLAY_CUMULATIVE_PRODUCT;
  if (operation == OUTLAY_RATE_OF_RETURN || operation == OUTLAY_HAS_RATE_OF_RETURN) {
    record.dimension = 0;
    record.money = 0;
  }
  const uint32_t axes = record.axes;
  record.operation = (uint8_t)operation;
  if (operation == OUTLAY_HAS_RATE_OF_RETURN) {
    record.flags |= OUTLAY_CONDITION;
  } else if (!picks)
    record.flags &= (uint8_t)~OUTLAY_CONDITION;
  record.detail = 0;
  record.arity = 1;
  record.word[0] = node;
  record.word[1] = 0;
  record.word[OUTLAY_AXIS_WORD] = axis;
  record.word[OUTLAY_DETAIL_WORD] = 0;
  if (!cumulative) status = outlay_axes_without(&graph->axes, axes, axis, &record.axes, error);
  if (status != OUTLAY_OK) return status;
  return outlay_graph_add(graph, &record, out, error);
}

/* ---- stacking ---- */

static outlay_status check_entries(const outlay_graph *graph, outlay_axis axis,
                                   const outlay_node *values, size_t count, bool *money,
                                   outlay_error *error) {
  const outlay_node_record *first = outlay_graph_node(graph, values[0]);
  *money = false;
  for (size_t i = 0; i < count; i++) {
    const outlay_node_record *next = outlay_graph_node(graph, values[i]);
    if (next->dimension != first->dimension) {
      return outlay_graph_fail_dimensions(graph, OUTLAY_STACK, values[0], values[i], error);
    }
    if (next->money != first->money) *money = true;
    if (outlay_axes_has(&graph->axes, next->axes, axis)) {
      outlay_fail(error, OUTLAY_ERROR_AXIS,
                  "the value for label '%.60s' already has the axis '%.60s'",
                  outlay_axis_label(graph, axis, i), outlay_axis_name(graph, axis));
      outlay_advise(error, "pick its value at the label first");
      if (error != NULL) error->left = values[i];
      return OUTLAY_ERROR_AXIS;
    }
  }
  return OUTLAY_OK;
}

static outlay_status stack(outlay_graph *graph, outlay_axis axis, outlay_node *values, size_t count,
                           outlay_node *out, outlay_error *error) {
  bool money = false;
  outlay_status status = check_entries(graph, axis, values, count, &money, error);
  if (status == OUTLAY_OK && money) {
    status = outlay_graph_common_money(graph, values, count, error);
  }
  if (status != OUTLAY_OK) return status;
  const outlay_node_record *first = outlay_graph_node(graph, values[0]);
  outlay_node_record record = {.operation = OUTLAY_STACK,
                               .flags = OUTLAY_CONDITION,
                               .dimension = first->dimension,
                               .money = first->money};
  for (size_t i = 0; i < count; i++) {
    const outlay_node_record *next = outlay_graph_node(graph, values[i]);
    record.flags |= next->flags & OUTLAY_UNCERTAIN;
    if (!outlay_graph_condition(graph, values[i])) record.flags &= (uint8_t)~OUTLAY_CONDITION;
    status = outlay_axes_union(&graph->axes, &graph->strings, record.axes, next->axes, &record.axes,
                               error);
    if (status != OUTLAY_OK) return blame(status, values[0], values[i], error);
  }
  status = outlay_axes_with(&graph->axes, &graph->strings, record.axes, axis, &record.axes, error);
  if (status != OUTLAY_OK) return status;
  record.many.axis = axis;
  return outlay_graph_add_many(graph, &record, values, count, out, error);
}

outlay_status outlay_stack(outlay_graph *graph, outlay_axis axis, const outlay_node *values,
                           size_t count, outlay_node *out, outlay_error *error) {
  outlay_status status = check_axis(graph, axis, error);
  if (status == OUTLAY_OK) status = outlay_graph_check(graph, values, count, error);
  if (status != OUTLAY_OK) return status;
  if (count != record_of(graph, axis)->size) {
    return outlay_fail(error, OUTLAY_ERROR_AXIS, "axis '%.60s' has %u labels, not %zu",
                       outlay_axis_name(graph, axis), record_of(graph, axis)->size, count);
  }
  outlay_node *copy = outlay_memory_new(&graph->allocator, count, sizeof *copy);
  if (copy == NULL) return outlay_fail_memory(error);
  memcpy(copy, values, count * sizeof *copy);
  status = stack(graph, axis, copy, count, out, error);
  outlay_memory_free(&graph->allocator, copy, count, sizeof *copy);
  return status;
}
