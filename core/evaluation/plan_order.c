#include "plan_order.h"

#include <string.h>

#include "status.h"

/* Up to so many columns a chunk is long enough to hide what a step costs beside its loop. */
enum { GOOD_COLUMNS = 64 };

/* What an order needs, worked out in arrays that are indexed by node. */
typedef struct ordering {
  const outlay_graph *graph;
  const outlay_node_list *depth_first;
  size_t size; /* of the arrays: beyond the highest node */
  uint32_t *last;
  uint64_t *wanted;
} ordering;

static uint32_t cells_of(const ordering *o, outlay_node node) {
  return o->graph->axes.sets[o->graph->nodes[node].axes].cells;
}

/* The most columns in use at a time if the nodes are computed in this order. */
static uint64_t most_columns(const ordering *o, const outlay_node *nodes, size_t count) {
  enum { RELEASED = 0 }; /* positions are counted from 1 */
  const outlay_graph *graph = o->graph;
  for (size_t i = 0; i < count; i++) {
    const uint8_t operation = graph->nodes[nodes[i]].operation;
    if (operation == OUTLAY_STATISTIC || operation == OUTLAY_ALIAS) continue;
    size_t arguments = 0;
    const outlay_node *below = outlay_graph_arguments(graph, nodes[i], &arguments);
    for (size_t k = 0; k < arguments; k++) {
      o->last[outlay_graph_resolve(graph, below[k])] = (uint32_t)i + 1;
    }
  }
  uint64_t live = 0, most = 0;
  for (size_t i = 0; i < count; i++) {
    if (!outlay_graph_uncertain(graph, nodes[i])) continue;
    if (graph->nodes[nodes[i]].operation == OUTLAY_ALIAS) continue;
    live += cells_of(o, nodes[i]);
    if (live > most) most = live;
    size_t arguments = 0;
    const outlay_node *below = outlay_graph_arguments(graph, nodes[i], &arguments);
    for (size_t k = 0; k < arguments; k++) {
      const outlay_node argument = outlay_graph_resolve(graph, below[k]);
      if (!outlay_graph_uncertain(graph, argument) || o->last[argument] != i + 1) continue;
      o->last[argument] = RELEASED;
      live -= cells_of(o, argument);
    }
    if (o->last[nodes[i]] == 0) live -= cells_of(o, nodes[i]); /* only an output */
  }
  return most;
}

/* An input that needs no other uncertain value can wait until it is used. */
static bool can_wait(const ordering *o, outlay_node node) {
  if (o->graph->nodes[node].operation != OUTLAY_INPUT) return false;
  size_t count = 0;
  const outlay_node *arguments = outlay_graph_arguments(o->graph, node, &count);
  for (size_t i = 0; i < count; i++) {
    if (outlay_graph_uncertain(o->graph, arguments[i])) return false;
  }
  return true;
}

static bool is_wanted(const ordering *o, outlay_node node) {
  return (o->wanted[node / 64] >> (node % 64) & 1) != 0;
}

static void forget(const ordering *o, outlay_node node) {
  o->wanted[node / 64] &= ~(UINT64_C(1) << (node % 64));
}

/* The order in which the nodes were made, except that inputs wait. */
static void order_as_made(const ordering *o, const outlay_node *outputs, size_t output_count,
                          outlay_node *out) {
  size_t count = 0;
  for (size_t i = 0; i < o->depth_first->count; i++) {
    const outlay_node node = o->depth_first->nodes[i];
    o->wanted[node / 64] |= UINT64_C(1) << (node % 64);
  }
  for (outlay_node node = 1; node < o->size; node++) {
    if (!is_wanted(o, node) || can_wait(o, node)) continue;
    size_t arguments = 0;
    const outlay_node *below = outlay_graph_arguments(o->graph, node, &arguments);
    if (o->graph->nodes[node].operation == OUTLAY_STATISTIC) arguments = 0;
    for (size_t k = 0; k < arguments; k++) {
      if (!is_wanted(o, below[k]) || !can_wait(o, below[k])) continue;
      out[count++] = below[k];
      forget(o, below[k]);
    }
    out[count++] = node;
    forget(o, node);
  }
  for (size_t i = 0; i < output_count; i++) { /* inputs that are outputs and nothing else */
    if (!is_wanted(o, outputs[i])) continue;
    out[count++] = outputs[i];
    forget(o, outputs[i]);
  }
}

/* Takes the order in which the nodes were made if it needs fewer columns. */
static outlay_status improve(const ordering *o, const outlay_node *outputs, size_t output_count,
                             outlay_node_list *list, outlay_error *error) {
  const uint64_t most = most_columns(o, list->nodes, list->count);
  if (most <= GOOD_COLUMNS) return OUTLAY_OK;
  const outlay_allocator *allocator = &o->graph->allocator;
  outlay_node *other = outlay_memory_new(allocator, list->count, sizeof *other);
  if (other == NULL) return outlay_fail_memory(error);
  order_as_made(o, outputs, output_count, other);
  memset(o->last, 0, o->size * sizeof *o->last);
  if (most_columns(o, other, list->count) < most) {
    memcpy(list->nodes, other, list->count * sizeof *other);
  }
  outlay_memory_free(allocator, other, list->count, sizeof *other);
  return OUTLAY_OK;
}

outlay_status outlay_plan_order(const outlay_graph *graph, const outlay_node *outputs, size_t count,
                                outlay_node_list *out, outlay_error *error) {
  outlay_status status = outlay_graph_walk(graph, outputs, count, NULL, false, out, error);
  if (status != OUTLAY_OK || out->count <= GOOD_COLUMNS) return status;
  ordering o = {.graph = graph, .depth_first = out};
  for (size_t i = 0; i < out->count; i++) {
    if (out->nodes[i] >= o.size) o.size = (size_t)out->nodes[i] + 1;
  }
  const outlay_allocator *allocator = &graph->allocator;
  const size_t words = o.size / 64 + 1;
  o.last = outlay_memory_new(allocator, o.size, sizeof *o.last);
  o.wanted = outlay_memory_new(allocator, words, sizeof *o.wanted);
  status = o.last == NULL || o.wanted == NULL ? outlay_fail_memory(error)
                                              : improve(&o, outputs, count, out, error);
  outlay_memory_free(allocator, o.last, o.size, sizeof *o.last);
  outlay_memory_free(allocator, o.wanted, words, sizeof *o.wanted);
  return status;
}
