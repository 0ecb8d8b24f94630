/* Checking the parameters of inputs. */
#ifndef OUTLAY_GRAPH_INPUT_H
#define OUTLAY_GRAPH_INPUT_H

#include "distribution.h"
#include "graph.h"

/* As outlay_distribution_check, for values in base units of parameters that are nodes: the message
 * gives them in a unit of theirs, and names it. */
outlay_status outlay_graph_check_input(const outlay_graph *graph, outlay_distribution kind,
                                       const outlay_node *parameters, const double *values,
                                       size_t count, outlay_error *error);

#endif
