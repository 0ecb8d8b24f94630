/* Streams: the standard draws of a graph's inputs, and which of them are correlated.
 *
 * An input draws from a stream of uniforms or of normals. A truncated or shifted input has the
 * stream of the one it was made from; all others have one of their own. A stream's number says
 * which random numbers it gets, so that an input keeps its samples whatever else is added or
 * evaluated.
 *
 * Correlated streams are in a group. Its members' independent draws, as normal scores, are combined
 * by a lower triangular factor: the first member keeps its draws, each other depends on those
 * before it. */
#ifndef OUTLAY_GRAPH_STREAM_H
#define OUTLAY_GRAPH_STREAM_H

#include <stdbool.h>

#include "memory.h"

/* Inputs are counted in series, so that one more of a series moves no draw of another: those of
 * a script, their copies, and those numbered apart. */
typedef enum outlay_series {
  OUTLAY_PLAIN = 0,
  OUTLAY_COPIES,
  OUTLAY_APART,
  OUTLAY_SERIES /* how many there are */
} outlay_series;

enum { OUTLAY_STREAM_COUNTS = 2 * OUTLAY_SERIES }; /* streams are counted by series and draw */

#define OUTLAY_SERIES_ROOM UINT32_C(0x40000000) /* streams of each */

/* Dimensions of Sobol's net that are for a script's own inputs; the rest is for the other series.
 */
enum { OUTLAY_OWN_DIMENSIONS = 900 };

typedef struct outlay_stream {
  uint32_t dimension; /* its number among all streams, of either draw */
  uint32_t group;     /* index + 1 of its group; 0: independent */
  uint32_t place;     /* in the group */
} outlay_stream;

typedef struct outlay_streams {
  outlay_stream *records;
  size_t count, capacity;
} outlay_streams;

typedef struct outlay_stream_name {
  uint32_t draw;   /* outlay_draw, and two more for each series before its own */
  uint32_t stream; /* its place among those */
} outlay_stream_name;

/* The number that says which random numbers a stream gets. */
static inline uint32_t outlay_stream_number(outlay_stream_name name) {
  return name.draw / 2 * OUTLAY_SERIES_ROOM + name.stream;
}

typedef struct outlay_group {
  outlay_stream_name *members;
  double *matrix;  /* correlations of the scores, count by count */
  double *factor;  /* L L' = matrix */
  uint8_t *stated; /* pairs that were asked for; the others are independent of each other */
  size_t count;    /* 0: it was joined with another group */
} outlay_group;

typedef struct outlay_groups {
  outlay_group *groups;
  size_t count, capacity;
} outlay_groups;

void outlay_groups_clear(outlay_groups *groups, const outlay_allocator *allocator);

struct outlay_graph;

/* A new stream of a draw (of the name's `draw`, series included). */
outlay_status outlay_stream_new(struct outlay_graph *graph, uint32_t draw, uint32_t *stream,
                                outlay_error *error);

/* Correlates streams, all different. OUTLAY_ERROR_ARGUMENT where that is impossible; `left` and
 * `right` of `clash` are then the places of a pair that was correlated before, if that is why. */
typedef struct outlay_clash {
  size_t left, right;
  double rho;
  bool found;
} outlay_clash;
outlay_status outlay_streams_correlate(struct outlay_graph *graph, const outlay_stream_name *names,
                                       size_t count, const double *matrix, outlay_clash *clash,
                                       outlay_error *error);

/* The correlation of two streams' scores; 1 for the same. */
double outlay_streams_correlation(const struct outlay_graph *graph, outlay_stream_name a,
                                  outlay_stream_name b);

#endif
