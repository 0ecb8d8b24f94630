/* Statistics over all samples that are themselves parts of a graph: worked out before what is
 * above them, level by level, and then used as fixed values. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "evaluate.h"
#include "graph_walk.h"
#include "status.h"

typedef struct leveling {
  outlay_evaluation *evaluation;
  const outlay_graph *graph;
  outlay_node_list order;
  uint32_t *levels; /* of each node up to the highest: statistics on the way down, at most */
  size_t level_size;
  uint32_t highest;
} leveling;

void outlay_evaluation_clear(outlay_evaluation *evaluation) {
  const outlay_allocator *allocator = &evaluation->graph->allocator;
  for (size_t i = 0; i < evaluation->known_count; i++) {
    const outlay_known *known = &evaluation->known[i];
    const uint32_t axes = evaluation->graph->nodes[known->node].axes;
    outlay_memory_free(allocator, (double *)(uintptr_t)known->values,
                       evaluation->graph->axes.sets[axes].cells, sizeof(double));
  }
  outlay_memory_free(allocator, evaluation->known, evaluation->known_capacity,
                     sizeof *evaluation->known);
  evaluation->known = NULL;
  evaluation->known_count = evaluation->known_capacity = 0;
}

static outlay_status find_levels(leveling *l, const outlay_node *outputs, size_t count) {
  outlay_error *error = l->evaluation->error;
  const outlay_status status =
      outlay_graph_walk(l->graph, outputs, count, NULL, true, &l->order, error);
  if (status != OUTLAY_OK) return status;
  for (size_t i = 0; i < l->order.count; i++) {
    if (l->order.nodes[i] >= l->level_size) l->level_size = (size_t)l->order.nodes[i] + 1;
  }
  l->levels = outlay_memory_new(&l->graph->allocator, l->level_size, sizeof *l->levels);
  if (l->levels == NULL) return outlay_fail_memory(error);
  for (size_t i = 0; i < l->order.count; i++) {
    const outlay_node node = l->order.nodes[i];
    size_t arguments = 0;
    const outlay_node *below = outlay_graph_arguments(l->graph, node, &arguments);
    uint32_t level = 0;
    for (size_t k = 0; k < arguments; k++) {
      if (l->levels[below[k]] > level) level = l->levels[below[k]];
    }
    if (l->graph->nodes[node].operation == OUTLAY_STATISTIC) level++;
    l->levels[node] = level;
    if (level > l->highest) l->highest = level;
  }
  return OUTLAY_OK;
}

/* ---- one level ---- */

/* A spread whose square is beyond the range of a double, with the node that has it. */
static outlay_status fail_spread(const outlay_graph *graph, outlay_node node, outlay_error *error) {
  const char *name = outlay_annotation_of(graph, node, OUTLAY_NAME);
  if (name[0] == '\0') {
    outlay_fail(error, OUTLAY_ERROR_LIMIT, "the spread of the samples is too large to represent");
  } else {
    outlay_fail(error, OUTLAY_ERROR_LIMIT, "the spread of '%.80s' is too large to represent", name);
  }
  outlay_advise(error, "check the units and the ranges of the inputs");
  error->node = node;
  return OUTLAY_ERROR_LIMIT;
}

static outlay_status value_of(const outlay_graph *graph, outlay_result *result,
                              const outlay_node_record *record, size_t output, size_t cell,
                              double *out, outlay_error *error) {
  if (record->detail == OUTLAY_STATISTIC_QUANTILE) {
    return outlay_result_quantiles(result, output, cell, &record->number.value, 1, out, error);
  }
  outlay_moments moments;
  const outlay_status status = outlay_result_moments(result, output, cell, &moments);
  if (status != OUTLAY_OK) return fail_spread(graph, record->number.argument, error);
  *out = record->detail == OUTLAY_STATISTIC_MEAN ? moments.mean
         : record->detail == OUTLAY_STATISTIC_SD ? moments.sd
                                                 : moments.standard_error;
  return OUTLAY_OK;
}

/* Makes a statistic known; its argument is the output of this number. */
static outlay_status add_known(outlay_evaluation *evaluation, outlay_node node,
                               outlay_result *result, size_t output) {
  const outlay_allocator *allocator = &evaluation->graph->allocator;
  const size_t cells = outlay_result_cells(result, output);
  if (!outlay_memory_reserve(allocator, (void **)&evaluation->known, &evaluation->known_capacity,
                             evaluation->known_count + 1, sizeof *evaluation->known)) {
    return outlay_fail_memory(evaluation->error);
  }
  double *values = outlay_memory_new(allocator, cells, sizeof *values);
  if (values == NULL) return outlay_fail_memory(evaluation->error);
  evaluation->known[evaluation->known_count++] = (outlay_known){.node = node, .values = values};
  const outlay_node_record *record = outlay_graph_node(evaluation->graph, node);
  for (size_t cell = 0; cell < cells; cell++) {
    const outlay_status status =
        value_of(evaluation->graph, result, record, output, cell, &values[cell], evaluation->error);
    if (status != OUTLAY_OK) return status;
  }
  return OUTLAY_OK;
}

static int by_node(const void *a, const void *b) {
  const outlay_node left = ((const outlay_known *)a)->node, right = ((const outlay_known *)b)->node;
  return (left > right) - (left < right);
}

/* `statistics` and their `arguments`, all of one level. */
static outlay_status evaluate_group(outlay_evaluation *evaluation, const outlay_node *statistics,
                                    const outlay_node *arguments, size_t count) {
  outlay_result *result = NULL;
  outlay_status status = outlay_evaluate_known(evaluation, arguments, count, &result);
  for (size_t i = 0; status == OUTLAY_OK && i < count; i++) {
    status = add_known(evaluation, statistics[i], result, i);
  }
  if (result != NULL) {
    outlay_result_info info;
    outlay_result_describe(result, &info);
    evaluation->relative_error = fmax(evaluation->relative_error, info.relative_error);
  }
  outlay_result_free(result);
  if (status == OUTLAY_OK) {
    qsort(evaluation->known, evaluation->known_count, sizeof *evaluation->known, by_node);
  }
  return status;
}

static outlay_status evaluate_level(leveling *l, uint32_t level) {
  outlay_node_list statistics = {0}, arguments = {0};
  const outlay_allocator *allocator = &l->graph->allocator;
  outlay_status status = OUTLAY_OK;
  for (size_t i = 0; status == OUTLAY_OK && i < l->order.count; i++) {
    const outlay_node node = l->order.nodes[i];
    const outlay_node_record *record = outlay_graph_node(l->graph, node);
    if (record->operation != OUTLAY_STATISTIC || l->levels[node] != level) continue;
    if (!outlay_node_list_add(&statistics, allocator, node) ||
        !outlay_node_list_add(&arguments, allocator, record->number.argument)) {
      status = outlay_fail_memory(l->evaluation->error);
    }
  }
  if (status == OUTLAY_OK) {
    status = evaluate_group(l->evaluation, statistics.nodes, arguments.nodes, statistics.count);
  }
  outlay_node_list_clear(&statistics, allocator);
  outlay_node_list_clear(&arguments, allocator);
  return status;
}

outlay_status outlay_evaluate_statistics(outlay_evaluation *evaluation, const outlay_node *outputs,
                                         size_t count) {
  if (evaluation->graph->statistics == 0) return OUTLAY_OK;
  leveling l = {.evaluation = evaluation, .graph = evaluation->graph};
  outlay_status status = find_levels(&l, outputs, count);
  for (uint32_t level = 1; status == OUTLAY_OK && level <= l.highest; level++) {
    evaluation->begin = (double)(level - 1) / ((double)l.highest + 1);
    evaluation->end = (double)level / ((double)l.highest + 1);
    status = evaluate_level(&l, level);
  }
  evaluation->begin = evaluation->end;
  evaluation->end = 1;
  if (l.highest == 0) evaluation->begin = 0;
  outlay_memory_free(&l.graph->allocator, l.levels, l.level_size, sizeof *l.levels);
  outlay_node_list_clear(&l.order, &l.graph->allocator);
  return status;
}
