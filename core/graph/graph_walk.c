#include "graph_walk.h"

#include "status.h"

bool outlay_node_list_add(outlay_node_list *list, const outlay_allocator *allocator,
                          outlay_node node) {
  if (!outlay_memory_reserve(allocator, (void **)&list->nodes, &list->capacity, list->count + 1,
                             sizeof *list->nodes)) {
    return false;
  }
  list->nodes[list->count++] = node;
  return true;
}

void outlay_node_list_clear(outlay_node_list *list, const outlay_allocator *allocator) {
  outlay_memory_free(allocator, list->nodes, list->capacity, sizeof *list->nodes);
  *list = (outlay_node_list){0};
}

/* A node on the way down, and the next of its arguments to look at. */
typedef struct step {
  outlay_node node;
  uint32_t next;
} step;

typedef struct walk {
  const outlay_graph *graph;
  outlay_walk_filter *filter;
  bool statistics;
  uint64_t *seen; /* a bit for each node up to the highest root */
  size_t seen_words;
  step *stack;
  size_t depth, capacity;
  outlay_node_list *out;
} walk;

static bool enter(walk *w, outlay_node node) {
  const uint64_t bit = UINT64_C(1) << (node % 64);
  if ((w->seen[node / 64] & bit) != 0) return true;
  w->seen[node / 64] |= bit;
  if (w->filter != NULL && !w->filter(w->graph, node)) return true;
  if (!outlay_memory_reserve(&w->graph->allocator, (void **)&w->stack, &w->capacity, w->depth + 1,
                             sizeof *w->stack)) {
    return false;
  }
  w->stack[w->depth++] = (step){.node = node};
  return true;
}

/* Visits all that is below the nodes on the stack. */
static bool descend(walk *w) {
  while (w->depth > 0) {
    step *top = &w->stack[w->depth - 1];
    size_t count = 0;
    const outlay_node *arguments = outlay_graph_arguments(w->graph, top->node, &count);
    if (w->graph->nodes[top->node].operation == OUTLAY_STATISTIC && !w->statistics) count = 0;
    if (top->next < count) {
      if (!enter(w, arguments[top->next++])) return false;
    } else {
      if (!outlay_node_list_add(w->out, &w->graph->allocator, top->node)) return false;
      w->depth--;
    }
  }
  return true;
}

outlay_status outlay_graph_walk(const outlay_graph *graph, const outlay_node *roots, size_t count,
                                outlay_walk_filter *filter, bool statistics, outlay_node_list *out,
                                outlay_error *error) {
  outlay_node highest = 0;
  for (size_t i = 0; i < count; i++) {
    if (roots[i] > highest) highest = roots[i];
  }
  walk w = {.graph = graph, .filter = filter, .statistics = statistics, .out = out};
  w.seen_words = highest / 64 + 1;
  w.seen = outlay_memory_new(&graph->allocator, w.seen_words, sizeof *w.seen);
  bool fine = w.seen != NULL;
  for (size_t i = 0; fine && i < count; i++) fine = enter(&w, roots[i]) && descend(&w);
  outlay_memory_free(&graph->allocator, w.seen, w.seen_words, sizeof *w.seen);
  outlay_memory_free(&graph->allocator, w.stack, w.capacity, sizeof *w.stack);
  return fine ? OUTLAY_OK : outlay_fail_memory(error);
}
