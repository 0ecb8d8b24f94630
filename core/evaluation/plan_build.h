/* A plan as it is being built: what plan.c and plan_emit.c share. */
#ifndef OUTLAY_PLAN_BUILD_H
#define OUTLAY_PLAN_BUILD_H

#include "graph_walk.h"
#include "plan.h"
#include "plan_columns.h"

/* What is known of a node's value while the plan is built. */
typedef struct outlay_plan_value {
  outlay_location location; /* once there is a step for it */
  uint32_t uses;            /* steps still to read it from columns */
  uint32_t sink;            /* outputs: the first of its columns there, else OUTLAY_NO_COLUMN */
  bool exported;            /* a value without uncertainty that samples need */
} outlay_plan_value;

/* A standard draw while the plan is built. */
typedef enum outlay_draw_state {
  OUTLAY_DRAW_NONE = 0,
  OUTLAY_DRAW_INDEPENDENT, /* drawn, but still to be correlated with others */
  OUTLAY_DRAW_READY
} outlay_draw_state;

typedef struct outlay_plan_draw {
  uint32_t column;
  uint32_t uses; /* inputs still to read it */
  uint8_t state; /* outlay_draw_state */
  bool wanted;   /* by an input, or for one that it is correlated with */
} outlay_plan_draw;

typedef struct outlay_plan_map {
  uint32_t from, to, map; /* sets of axes; map 0 is free */
} outlay_plan_map;

enum { OUTLAY_PLAN_MAPS = 64 };

typedef struct outlay_planning {
  const outlay_plan_request *request;
  const outlay_graph *graph;
  outlay_plan *plan;
  outlay_error *error;
  outlay_node bad; /* a parameter that is not finite */

  outlay_node_list order; /* arguments first */
  uint32_t *where;        /* by node: index + 1 of its value, an alias's is its argument's */
  size_t where_size;
  outlay_plan_value *values;                     /* one for each node of `order` */
  outlay_plan_draw *draws[OUTLAY_STREAM_COUNTS]; /* by outlay_stream_name */
  size_t draw_sizes[OUTLAY_STREAM_COUNTS];
  uint32_t *reach; /* of each group of streams: how many of its members are wanted */
  outlay_columns columns;
  outlay_plan_map maps[OUTLAY_PLAN_MAPS]; /* maps made before; each may be displaced */
} outlay_planning;

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
