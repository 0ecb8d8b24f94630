#include "graph_origin.h"

static outlay_cell_origin same_labels(const outlay_graph *graph, outlay_node node, uint32_t cell,
                                      outlay_node argument) {
  return (outlay_cell_origin){.node = argument,
                              .cell = outlay_axes_project(&graph->axes, graph->nodes[node].axes,
                                                          cell, graph->nodes[argument].axes)};
}

static outlay_cell_origin lag_origin(const outlay_graph *graph, outlay_node node, uint32_t cell) {
  const outlay_node_record *record = &graph->nodes[node];
  const outlay_axis axis = outlay_graph_axis(record);
  const int64_t size = graph->axes.records[axis].size;
  const int64_t here = outlay_axes_coordinate(&graph->axes, record->axes, axis, cell);
  int64_t there = here - (int32_t)record->word[OUTLAY_DETAIL_WORD];
  if (there < 0 || there >= size) {
    if (record->arity == 2) return same_labels(graph, node, cell, record->word[1]);
    there = there < 0 ? 0 : size - 1;
  }
  outlay_cell_origin origin = same_labels(graph, node, cell, record->word[0]);
  const int64_t stride = outlay_axes_stride(&graph->axes, graph->nodes[origin.node].axes, axis);
  origin.cell = (uint32_t)(origin.cell + (there - here) * stride);
  return origin;
}

outlay_cell_origin outlay_graph_origin(const outlay_graph *graph, outlay_node node, uint32_t cell) {
  const outlay_node_record *record = &graph->nodes[node];
  const outlay_axis axis = outlay_graph_axis(record);
  if (record->operation == OUTLAY_LAG) return lag_origin(graph, node, cell);
  if (record->operation == OUTLAY_STACK) {
    const uint32_t entry = outlay_axes_coordinate(&graph->axes, record->axes, axis, cell);
    return same_labels(graph, node, cell, graph->pool[record->many.first + entry]);
  }
  outlay_cell_origin origin = same_labels(graph, node, cell, record->word[0]);
  origin.cell += record->word[OUTLAY_DETAIL_WORD] *
                 outlay_axes_stride(&graph->axes, graph->nodes[origin.node].axes, axis);
  return origin;
}

static bool is_copy(const outlay_node_record *record) {
  return record->operation == OUTLAY_STACK || record->operation == OUTLAY_AT ||
         record->operation == OUTLAY_LAG;
}

static bool is_reduction(const outlay_node_record *record) {
  return record->operation >= OUTLAY_SUM && record->operation <= OUTLAY_HAS_RATE_OF_RETURN;
}

size_t outlay_graph_origins(const outlay_graph *graph, outlay_node node, uint32_t cell) {
  const outlay_node_record *record = &graph->nodes[node];
  if (is_copy(record)) return 1;
  if (is_reduction(record)) {
    const outlay_axis axis = outlay_graph_axis(record);
    if (record->operation == OUTLAY_CUMULATIVE_SUM ||
        record->operation == OUTLAY_CUMULATIVE_PRODUCT) {
      return (size_t)outlay_axes_coordinate(&graph->axes, record->axes, axis, cell) + 1;
    }
    return graph->axes.records[axis].size;
  }
  size_t count = 0;
  (void)outlay_graph_arguments(graph, node, &count);
  return count;
}

outlay_cell_origin outlay_graph_origin_at(const outlay_graph *graph, outlay_node node,
                                          uint32_t cell, size_t index) {
  const outlay_node_record *record = &graph->nodes[node];
  if (is_copy(record)) return outlay_graph_origin(graph, node, cell);
  size_t count = 0;
  const outlay_node *arguments = outlay_graph_arguments(graph, node, &count);
  if (!is_reduction(record)) return same_labels(graph, node, cell, arguments[index]);
  const outlay_axis axis = outlay_graph_axis(record);
  outlay_cell_origin origin = same_labels(graph, node, cell, arguments[0]);
  const uint32_t set = graph->nodes[origin.node].axes;
  const uint32_t stride = outlay_axes_stride(&graph->axes, set, axis);
  /* From the first label on, whether or not the result has the axis itself. */
  origin.cell -= outlay_axes_coordinate(&graph->axes, set, axis, origin.cell) * stride;
  origin.cell += (uint32_t)index * stride;
  return origin;
}
