/* A node in which another one has the place of one below it. */
#include <stdlib.h>

#include "graph_copy.h"
#include "graph_walk.h"
#include "status.h"

static int by_number(const void *a, const void *b) {
  const outlay_node left = *(const outlay_node *)a, right = *(const outlay_node *)b;
  return (left > right) - (left < right);
}

static outlay_status check(const outlay_graph *graph, outlay_node from, outlay_node to,
                           outlay_error *error) {
  const outlay_node_record *old = outlay_graph_node(graph, from);
  const outlay_node_record *new = outlay_graph_node(graph, to);
  if (old->dimension == new->dimension && old->money == new->money && old->axes == new->axes) {
    return OUTLAY_OK;
  }
  outlay_fail(error, OUTLAY_ERROR_DIMENSION,
              "what takes a value's place has its dimension, money and axes");
  if (error != NULL) {
    error->left = from;
    error->right = to;
  }
  return OUTLAY_ERROR_DIMENSION;
}

/* Whether a node's copy has another argument than the node. */
static bool differs(const outlay_copying *c, outlay_node node) {
  size_t count = 0;
  const outlay_node *arguments = outlay_graph_arguments(c->graph, node, &count);
  for (size_t i = 0; i < count; i++) {
    if (outlay_copy_of(c, arguments[i]) != arguments[i]) return true;
  }
  return false;
}

/* Arguments come before what they are arguments of. The copies of nodes that nothing changes are
 * themselves; so is the last one, while it is being looked at. */
static outlay_status copy_all(outlay_copying *c, size_t count, outlay_node from, outlay_node to) {
  const uint32_t file = c->graph->file, line = c->graph->line;
  outlay_status status = OUTLAY_OK;
  for (size_t i = 0; status == OUTLAY_OK && i < count; i++) {
    const outlay_node node = c->originals[i];
    c->count = i; /* those before it have their copies */
    c->copies[i] = node;
    if (node == from) {
      c->copies[i] = to;
    } else if (differs(c, node)) {
      status = outlay_copy_node(c, node, &c->copies[i]);
    }
  }
  c->count = count;
  c->graph->file = file;
  c->graph->line = line;
  return status;
}

outlay_status outlay_replaced(outlay_graph *graph, outlay_node node, outlay_node from,
                              outlay_node to, outlay_node *out, outlay_error *error) {
  const outlay_node given[3] = {node, from, to};
  outlay_status status = outlay_graph_check(graph, given, 3, error);
  if (status == OUTLAY_OK) status = check(graph, from, to, error);
  if (status != OUTLAY_OK) return status;
  outlay_node_list below = {0};
  outlay_node *copies = NULL;
  status = outlay_graph_walk(graph, &node, 1, NULL, true, &below, error);
  if (status == OUTLAY_OK) {
    copies = outlay_memory_new(&graph->allocator, below.count, sizeof *copies);
    if (copies == NULL) status = outlay_fail_memory(error);
  }
  if (status == OUTLAY_OK) {
    qsort(below.nodes, below.count, sizeof *below.nodes, by_number);
    outlay_copying c = {.graph = graph, .originals = below.nodes, .copies = copies, .error = error};
    status = copy_all(&c, below.count, from, to);
    if (status == OUTLAY_OK) *out = outlay_copy_of(&c, node);
  }
  outlay_memory_free(&graph->allocator, copies, below.count, sizeof *copies);
  outlay_node_list_clear(&below, &graph->allocator);
  return status;
}
