/* A plan as it is being built: what plan.c and plan_emit.c share. */
#ifndef OUTLAY_PLAN_BUILD_H
#define OUTLAY_PLAN_BUILD_H

#include "distribution.h"
#include "graph_walk.h"
#include "plan.h"
#include "plan_columns.h"

/* What is known of a node's value while the plan is built. */
typedef struct outlay_plan_value {
  outlay_location location; /* once there is a step for it */
  uint32_t uses;            /* steps still to read it from columns */
  uint32_t draw; /* INPUT: the column of its standard draw, OUTLAY_NO_COLUMN: not drawn */
  uint32_t sink; /* outputs: the first of its columns there, else OUTLAY_NO_COLUMN */
  bool exported; /* a value without uncertainty that samples need */
} outlay_plan_value;

typedef struct outlay_plan_map {
  uint32_t from, to, map; /* sets of axes; map 0 is free */
} outlay_plan_map;

enum { OUTLAY_PLAN_MAPS = 64 };

/* Streams are counted by series and outlay_draw. */
enum { OUTLAY_COUNTS = 2 * OUTLAY_SERIES };

typedef struct outlay_planning {
  const outlay_plan_request *request;
  const outlay_graph *graph;
  outlay_plan *plan;
  outlay_error *error;
  outlay_node bad; /* a parameter that is not finite */

  outlay_node_list order; /* arguments first */
  uint32_t *where;        /* by node: index + 1 of its value, an alias's is its argument's */
  size_t where_size;
  outlay_plan_value *values;      /* one for each node of `order` */
  uint32_t *pairs[OUTLAY_COUNTS]; /* by stream: index + 1 of the input's value */
  size_t pair_sizes[OUTLAY_COUNTS];
  outlay_columns columns;
  outlay_plan_map maps[OUTLAY_PLAN_MAPS]; /* maps made before; each may be displaced */
} outlay_planning;

/* The count that an input is in, and its place there. */
static inline size_t outlay_planning_count(const outlay_node_record *input, size_t *place) {
  const outlay_draw draw = outlay_distribution_draw((outlay_distribution)input->detail);
  *place = input->many.stream % OUTLAY_SERIES_ROOM;
  return 2 * (size_t)(input->many.stream / OUTLAY_SERIES_ROOM) + (size_t)draw;
}

static inline outlay_plan_value *outlay_planning_value(const outlay_planning *planning,
                                                       outlay_node node) {
  return &planning->values[planning->where[node] - 1];
}

static inline uint32_t outlay_planning_cells(const outlay_planning *planning, outlay_node node) {
  return planning->graph->axes.sets[planning->graph->nodes[node].axes].cells;
}

/* Room for `cells` more doubles in `fixed`; the index of the first. */
outlay_status outlay_planning_fix(outlay_planning *planning, uint32_t cells, uint32_t *first);

/* The steps that compute one node, whose arguments have been computed. */
outlay_status outlay_plan_emit(outlay_planning *planning, outlay_node node);

#endif
