/* Kinds of money in the graph: amounts of different kinds meet in one of them. */
#ifndef OUTLAY_GRAPH_MONEY_H
#define OUTLAY_GRAPH_MONEY_H

#include "graph.h"

/* `node` in another kind of money: multiplied by a factor that is a parameter of its own, named
 * "USD2019 to USD2024", with the facts it comes from as its source. */
outlay_status outlay_graph_convert(outlay_graph *graph, outlay_node node, outlay_money money,
                                   outlay_node *out, outlay_error *error);

/* Converts nodes of one dimension into one common kind, in place. */
outlay_status outlay_graph_common_money(outlay_graph *graph, outlay_node *nodes, size_t count,
                                        outlay_error *error);

/* The kind of a value of this dimension: `money` if there is money in it, else 0. */
outlay_money outlay_graph_money_in(const outlay_graph *graph, outlay_dimension dimension,
                                   outlay_money money);

#endif
