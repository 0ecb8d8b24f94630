/* What the tests of graphs share: a graph for each test, and short ways to build in it. These
 * fail the test where the core reports an error. */
#ifndef OUTLAY_TEST_GRAPH_FIXTURE_H
#define OUTLAY_TEST_GRAPH_FIXTURE_H

#include "outlay.h"

/* A test whose state is a graph over units of its own. */
#define graph_test(f) cmocka_unit_test_setup_teardown(f, graph_set_up, graph_tear_down)
int graph_set_up(void **state);
int graph_tear_down(void **state);

outlay_node number(outlay_graph *graph, double value);
/* A parameter from a text such as "3 USD". */
outlay_node quantity(outlay_graph *graph, const char *text);
outlay_node unary(outlay_graph *graph, outlay_operation operation, outlay_node a);
outlay_node binary(outlay_graph *graph, outlay_operation operation, outlay_node a, outlay_node b);
outlay_node choose(outlay_graph *graph, outlay_node condition, outlay_node yes, outlay_node no);
outlay_node input_of(outlay_graph *graph, outlay_distribution kind, const outlay_node *parameters,
                     size_t count);
outlay_node normal(outlay_graph *graph, double mean, double sd);
outlay_node uniform(outlay_graph *graph, double low, double high);
outlay_node named(outlay_graph *graph, outlay_node node, const char *name);

/* An axis whose labels are "1", "2" ... with these numbers. */
outlay_axis numbered_axis(outlay_graph *graph, const char *name, size_t count);
outlay_node stacked(outlay_graph *graph, outlay_axis axis, const double *values);
outlay_node reduced(outlay_graph *graph, outlay_operation operation, outlay_node node,
                    outlay_axis axis);

outlay_options options_of(uint64_t samples, uint32_t threads);
outlay_result *evaluated(outlay_graph *graph, const outlay_node *outputs, size_t count,
                         const outlay_options *options);
/* The only value of a node without uncertainty, or of one cell of it. */
double value_of(outlay_graph *graph, outlay_node node);
double cell_of(outlay_graph *graph, outlay_node node, size_t cell);
outlay_moments moments_of(outlay_graph *graph, outlay_node node, uint64_t samples);

#endif
