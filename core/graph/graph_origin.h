/* Which cells of its arguments a cell of a node is worked out from. */
#ifndef OUTLAY_GRAPH_ORIGIN_H
#define OUTLAY_GRAPH_ORIGIN_H

#include "graph.h"

typedef struct outlay_cell_origin {
  outlay_node node;
  uint32_t cell;
} outlay_cell_origin;

/* What a cell of a STACK, AT or LAG is a copy of. */
outlay_cell_origin outlay_graph_origin(const outlay_graph *graph, outlay_node node, uint32_t cell);

/* How many cells of arguments a cell of any node depends on, and the index-th of them. */
size_t outlay_graph_origins(const outlay_graph *graph, outlay_node node, uint32_t cell);
outlay_cell_origin outlay_graph_origin_at(const outlay_graph *graph, outlay_node node,
                                          uint32_t cell, size_t index);

#endif
