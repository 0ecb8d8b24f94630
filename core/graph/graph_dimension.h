/* Dimensions of nodes: their algebra, and what is said when two do not fit. */
#ifndef OUTLAY_GRAPH_DIMENSION_H
#define OUTLAY_GRAPH_DIMENSION_H

#include "graph.h"

outlay_status outlay_graph_multiply_dimensions(outlay_graph *graph, outlay_dimension left,
                                               outlay_dimension right, outlay_dimension *out,
                                               outlay_error *error);
outlay_status outlay_graph_divide_dimensions(outlay_graph *graph, outlay_dimension left,
                                             outlay_dimension right, outlay_dimension *out,
                                             outlay_error *error);

/* A dimension as one says it: "money per time", "a plain number". Always terminated. */
void outlay_dimension_words(const outlay_units *units, outlay_dimension dimension, char *buffer,
                            size_t size);

/* True for the dimension of a counted thing (GPU, person, token), whose whole numbers mean
 * something whatever the unit. */
bool outlay_dimension_counted(const outlay_units *units, outlay_dimension dimension);

/* The two nodes have different dimensions where `operation` needs equal ones. The message is a
 * single line; the advice names the missing factor where there is exactly one. */
outlay_status outlay_graph_fail_dimensions(const outlay_graph *graph, outlay_operation operation,
                                           outlay_node left, outlay_node right,
                                           outlay_error *error);

/* The node has a dimension where `what` ("exp", "a weight") needs a plain number. */
outlay_status outlay_graph_fail_number(const outlay_graph *graph, const char *what,
                                       outlay_node node, outlay_error *error);

#endif
