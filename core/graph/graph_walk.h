/* Walks over what is below a node, without recursion: a chain of a million nodes is fine. */
#ifndef OUTLAY_GRAPH_WALK_H
#define OUTLAY_GRAPH_WALK_H

#include "graph.h"

/* A list of nodes and its place in memory. */
typedef struct outlay_node_list {
  outlay_node *nodes;
  size_t count, capacity;
} outlay_node_list;

bool outlay_node_list_add(outlay_node_list *list, const outlay_allocator *allocator,
                          outlay_node node);
void outlay_node_list_clear(outlay_node_list *list, const outlay_allocator *allocator);

/* Whether a walk visits a node and what is below it. */
typedef bool outlay_walk_filter(const outlay_graph *graph, outlay_node node);

/* Appends the nodes at and below `roots` that pass the filter (NULL: all), arguments before
 * what they are arguments of and each once, depth first: so that values are worked out close to
 * where they are used. What is below a STATISTIC is visited only if `statistics`. */
outlay_status outlay_graph_walk(const outlay_graph *graph, const outlay_node *roots, size_t count,
                                outlay_walk_filter *filter, bool statistics, outlay_node_list *out,
                                outlay_error *error);

#endif
