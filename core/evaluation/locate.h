/* Finding the node behind a value that is not finite: one sample is evaluated again with all
 * values at hand, and followed down to the first node whose arguments are all finite. */
#ifndef OUTLAY_LOCATE_H
#define OUTLAY_LOCATE_H

#include "plan.h"

typedef struct outlay_failure {
  const outlay_graph *graph;
  const outlay_known *known;
  size_t known_count;
  const outlay_options *options; /* NULL for a node without uncertainty */
  outlay_node node;              /* whose value is not finite */
  uint32_t cell;
  uint64_t sample;
} outlay_failure;

/* Always fails: OUTLAY_ERROR_DOMAIN with node, left, right, sample, message and advice. */
outlay_status outlay_locate(const outlay_failure *failure, outlay_error *error);

/* The same for a node without uncertainty, one of whose cells is not finite. */
outlay_status outlay_locate_any(const outlay_graph *graph, const outlay_known *known,
                                size_t known_count, outlay_node node, outlay_error *error);

/* ---- shared with locate_message.c ---- */

/* The node where it begins, with the values of its arguments there. */
typedef struct outlay_culprit {
  const outlay_graph *graph;
  outlay_node node;
  outlay_node user; /* the node above it on the way from the output, 0 for none */
  uint32_t cell;
  uint64_t sample;
  const double *arguments; /* as outlay_graph_origins counts them */
  size_t count;
} outlay_culprit;

void outlay_culprit_describe(const outlay_culprit *culprit, outlay_error *error);

#endif
