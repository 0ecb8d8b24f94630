/* The order in which a plan computes its nodes. Any order with arguments first gives the same
 * values; a good one needs few columns at a time, so that they stay in the cache. */
#ifndef OUTLAY_PLAN_ORDER_H
#define OUTLAY_PLAN_ORDER_H

#include "graph_walk.h"

/* The nodes at and below `outputs`, arguments first. */
outlay_status outlay_plan_order(const outlay_graph *graph, const outlay_node *outputs, size_t count,
                                outlay_node_list *out, outlay_error *error);

#endif
