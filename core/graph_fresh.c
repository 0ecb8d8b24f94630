/* The uncertain inputs below a node, and copies in which they are drawn anew. */
#include <stdlib.h>
#include <string.h>

#include "distribution.h"
#include "graph.h"
#include "graph_walk.h"
#include "status.h"

static int by_number(const void *a, const void *b) {
  const outlay_node left = *(const outlay_node *)a, right = *(const outlay_node *)b;
  return (left > right) - (left < right);
}

outlay_status outlay_inputs_of(const outlay_graph *graph, outlay_node node, outlay_node *out,
                               size_t capacity, size_t *count, outlay_error *error) {
  outlay_status status = outlay_graph_check(graph, &node, 1, error);
  if (status != OUTLAY_OK) return status;
  outlay_node_list below = {0};
  status = outlay_graph_walk(graph, &node, 1, outlay_graph_uncertain, false, &below, error);
  if (status == OUTLAY_OK) {
    size_t inputs = 0;
    for (size_t i = 0; i < below.count; i++) {
      if (graph->nodes[below.nodes[i]].operation != OUTLAY_INPUT) continue;
      below.nodes[inputs++] = below.nodes[i];
    }
    if (inputs > 0) qsort(below.nodes, inputs, sizeof *below.nodes, by_number);
    for (size_t i = 0; out != NULL && i < inputs && i < capacity; i++) out[i] = below.nodes[i];
    *count = inputs;
  }
  outlay_node_list_clear(&below, &graph->allocator);
  return status;
}

/* ---- copies ---- */

typedef struct copying {
  outlay_graph *graph;
  const outlay_node *originals; /* ascending */
  outlay_node *copies;
  size_t count;
  outlay_error *error;
} copying;

/* A node's copy, or itself where it has none. */
static outlay_node copy_of(const copying *c, outlay_node node) {
  size_t low = 0, high = c->count;
  while (low < high) {
    const size_t middle = low + (high - low) / 2;
    if (c->originals[middle] < node) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low < c->count && c->originals[low] == node ? c->copies[low] : node;
}

static outlay_status copy_annotations(const copying *c, outlay_node from, outlay_node to) {
  outlay_annotations *annotations = &c->graph->annotations;
  for (int kind = 0; kind < OUTLAY_ANNOTATIONS; kind++) {
    const uint32_t text = outlay_annotations_find(annotations, from, (outlay_annotation)kind);
    if (text != 0 && !outlay_annotations_set(annotations, to, (outlay_annotation)kind, text)) {
      return outlay_fail_memory(c->error);
    }
  }
  return OUTLAY_OK;
}

/* Inputs and stacks: their arguments are in the pool. */
static outlay_status copy_many(const copying *c, outlay_node_record *record, outlay_node *out) {
  const size_t count = record->many.count;
  outlay_node *arguments = outlay_memory_new(&c->graph->allocator, count, sizeof *arguments);
  if (arguments == NULL) return outlay_fail_memory(c->error);
  for (size_t i = 0; i < count; i++) {
    arguments[i] = copy_of(c, c->graph->pool[record->many.first + i]);
  }
  uint32_t *stream = NULL;
  if (record->operation == OUTLAY_INPUT) {
    const outlay_draw draw = outlay_distribution_draw((outlay_distribution)record->detail);
    stream = &c->graph->streams[OUTLAY_COPIES][draw];
    record->many.stream = *stream;
  }
  const outlay_status status =
      outlay_graph_add_many(c->graph, record, arguments, count, out, c->error);
  if (status == OUTLAY_OK && stream != NULL) *stream += 1;
  outlay_memory_free(&c->graph->allocator, arguments, count, sizeof *arguments);
  return status;
}

static outlay_status copy_node(const copying *c, outlay_node original, outlay_node *out) {
  const outlay_place place = outlay_graph_place_of(c->graph, original);
  c->graph->file = place.file;
  c->graph->line = place.line;
  outlay_node_record record = *outlay_graph_node(c->graph, original);
  outlay_status status = OUTLAY_OK;
  if (record.operation == OUTLAY_INPUT || record.operation == OUTLAY_STACK) {
    status = copy_many(c, &record, out);
  } else {
    for (uint8_t i = 0; i < record.arity; i++) record.word[i] = copy_of(c, record.word[i]);
    status = outlay_graph_add(c->graph, &record, out, c->error);
  }
  return status == OUTLAY_OK ? copy_annotations(c, original, *out) : status;
}

static outlay_status copy_all(copying *c) {
  const uint32_t file = c->graph->file, line = c->graph->line;
  outlay_status status = OUTLAY_OK;
  for (size_t i = 0; status == OUTLAY_OK && i < c->count; i++) {
    status = copy_node(c, c->originals[i], &c->copies[i]);
  }
  c->graph->file = file;
  c->graph->line = line;
  return status;
}

outlay_status outlay_fresh(outlay_graph *graph, outlay_node node, outlay_node *out,
                           outlay_error *error) {
  outlay_status status = outlay_graph_check(graph, &node, 1, error);
  if (status != OUTLAY_OK) return status;
  outlay_node_list below = {0};
  outlay_node *copies = NULL;
  status = outlay_graph_walk(graph, &node, 1, outlay_graph_uncertain, false, &below, error);
  if (status == OUTLAY_OK) {
    copies = outlay_memory_new(&graph->allocator, below.count, sizeof *copies);
    if (copies == NULL) status = outlay_fail_memory(error);
  }
  if (status == OUTLAY_OK) {
    if (below.count > 0) qsort(below.nodes, below.count, sizeof *below.nodes, by_number);
    copying c = {.graph = graph,
                 .originals = below.nodes,
                 .copies = copies,
                 .count = below.count,
                 .error = error};
    status = copy_all(&c);
    if (status == OUTLAY_OK) *out = copy_of(&c, node);
  }
  outlay_memory_free(&graph->allocator, copies, below.count, sizeof *copies);
  outlay_node_list_clear(&below, &graph->allocator);
  return status;
}
