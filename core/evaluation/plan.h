/* A plan: what is to be computed for each chunk of samples, as data.
 *
 * A plan is made from the nodes below some outputs and stands on its own: changing the graph
 * or a parameter afterwards does not change what it computes.
 *
 *  - Nodes without uncertainty are computed once, when the plan is made; only the values that
 *    samples need are kept, one double a cell, in `fixed`.
 *  - The others become steps in an order in which arguments come first. Each value has one
 *    column of samples for each of its cells; columns are used again when their value has been
 *    read for the last time.
 *  - A step computes all cells of one node. Where an argument has fewer axes, a map says which
 *    of its cells belongs to a cell of the result.
 *
 * A value that is not finite is never lost: an operation whose result could hide it (a
 * comparison, a minimum, a divisor) gives NaN for it. The only way out is the branch of a WHEN
 * that is not taken. So it is enough to look at the outputs. */
#ifndef OUTLAY_PLAN_H
#define OUTLAY_PLAN_H

#include <stdbool.h>

#include "distribution.h"
#include "graph.h"

typedef enum outlay_step_code {
  OUTLAY_STEP_UNARY = 0,
  OUTLAY_STEP_BINARY,
  OUTLAY_STEP_SELECT,
  OUTLAY_STEP_GATHER,         /* each cell is a copy of a column: STACK, AT, LAG */
  OUTLAY_STEP_REDUCE,         /* over `length` columns, `stride` apart */
  OUTLAY_STEP_CUMULATE,       /* the same, keeping the partial results */
  OUTLAY_STEP_DRAW,           /* one or both standard draws of a pair of streams */
  OUTLAY_STEP_CORRELATE,      /* independent draws to correlated ones, in place */
  OUTLAY_STEP_SAMPLE,         /* an input by its samplers, one for each cell */
  OUTLAY_STEP_RATE_OF_RETURN, /* payments along an axis to their rate, or whether there is one */
  OUTLAY_STEP_SAMPLE_EACH,    /* an input whose parameters are themselves uncertain */
  OUTLAY_STEP_STORE,          /* an output's columns, to where they are wanted */
  OUTLAY_STEP_EXPORT          /* a value without uncertainty, to `fixed` */
} outlay_step_code;

/* Where the columns of a value begin: an index of columns, or of `fixed` if its highest bit is
 * set. */
typedef uint32_t outlay_location;
static const outlay_location OUTLAY_FIXED = UINT32_C(1) << 31;
static const uint32_t OUTLAY_NO_COLUMN = UINT32_MAX;

/* An argument of a step. */
typedef struct outlay_source {
  outlay_location location;
  uint32_t map; /* from the step's cells to the argument's */
} outlay_source;

enum {
  OUTLAY_MAP_SAME = 0, /* the cell itself */
  OUTLAY_MAP_FIRST,    /* the only cell */
  OUTLAY_MAP_TABLE     /* this and above: an index of `maps` */
};

/* In the `map` of a source of CORRELATE. */
enum { OUTLAY_MEMBER_NORMAL = 1, OUTLAY_MEMBER_WANTED = 2 };

typedef struct outlay_step {
  uint8_t code;      /* outlay_step_code */
  uint8_t operation; /* outlay_operation; outlay_draw or outlay_distribution of inputs */
  uint8_t absorbs;   /* see outlay_operation_traits */
  uint32_t cells;
  uint32_t out;            /* first column of the result */
  uint32_t sources, count; /* in the plan's sources; GATHER: in its gathers, one a cell; DRAW: the
                              dimensions of both streams */
  uint32_t length, stride; /* REDUCE, CUMULATE */
  uint32_t extra; /* DRAW: second column; SAMPLE: first sampler; CORRELATE: first of the factor;
                     STORE, EXPORT: to */
  uint64_t pair;  /* DRAW: the pair of streams */
} outlay_step;

/* An output: its cells are in `fixed`, or in columns of the sink from `first` on. */
typedef struct outlay_plan_output {
  outlay_node node;
  uint32_t cells;
  uint32_t first;
  bool fixed;
} outlay_plan_output;

/* The value of a STATISTIC that was worked out before. */
typedef struct outlay_known {
  outlay_node node;
  const double *values; /* one a cell */
} outlay_known;

typedef struct outlay_plan {
  outlay_allocator allocator;
  const outlay_kernels *kernels;
  outlay_step *steps;
  size_t step_count, step_capacity;
  outlay_source *sources;
  size_t source_count, source_capacity;
  outlay_location *gathers;
  size_t gather_count, gather_capacity;
  uint32_t *maps;
  size_t map_count, map_capacity;
  double *fixed;
  size_t fixed_count, fixed_capacity;
  outlay_shared_sampler **samplers;
  size_t sampler_count, sampler_capacity;
  double *factors; /* of groups of correlated draws: count by count, row by row */
  size_t factor_count, factor_capacity;

  outlay_plan_output *outputs;
  size_t output_count;
  uint32_t columns;      /* that a chunk needs */
  uint32_t sink_columns; /* of all outputs with uncertainty, each node once */
  uint32_t parameters;   /* the most that an input of SAMPLE_EACH or a RATE_OF_RETURN has */
  uint32_t chunk;        /* samples worked on at a time */

  /* Where each node's value is, by node; only in a plan that keeps everything. */
  outlay_location *locations;
  size_t location_count;
} outlay_plan;

typedef struct outlay_plan_request {
  const outlay_graph *graph;
  const outlay_node *outputs;
  size_t output_count;
  const outlay_known *known; /* all statistics below the outputs, ascending by node */
  size_t known_count;
  bool exact;           /* of samplers */
  bool keep_everything; /* no column is used twice: for finding an error, for computing in part */
  const volatile int32_t *cancel;
} outlay_plan_request;

/* OUTLAY_ERROR_DOMAIN with error->node set if the parameters of an input are impossible. If they
 * are not finite, `*bad` is the parameter, the status OUTLAY_ERROR_DOMAIN, and the message is
 * the caller's to find. `error` may not be NULL. */
outlay_status outlay_plan_new(const outlay_plan_request *request, outlay_plan **out,
                              outlay_node *bad, outlay_error *error);
void outlay_plan_free(outlay_plan *plan);

#endif
