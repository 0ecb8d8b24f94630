/* Copies of nodes in their own graph, in which some nodes have others in their place. */
#ifndef OUTLAY_GRAPH_COPY_H
#define OUTLAY_GRAPH_COPY_H

#include "graph.h"

typedef struct outlay_copying {
  outlay_graph *graph;
  const outlay_node *originals; /* ascending */
  outlay_node *copies;          /* side by side with them; may be the originals themselves */
  size_t count;
  /* The number of the stream that the copy of an input draws from. NULL: the input's own. */
  outlay_status (*stream)(void *context, outlay_stream_name from, uint32_t *to);
  void *context;
  outlay_error *error;
} outlay_copying;

/* A node's copy, or itself where it has none. */
outlay_node outlay_copy_of(const outlay_copying *copying, outlay_node node);

/* A copy with the copies of the arguments, the original's place, name and source. */
outlay_status outlay_copy_node(const outlay_copying *copying, outlay_node original,
                               outlay_node *out);

#endif
