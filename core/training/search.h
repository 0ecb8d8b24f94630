/* Search: the best strategies of a space, exactly.
 *
 * Every strategy is either timed and its memory checked, or it belongs to a part whose lower
 * bound cannot come among the best: the result is that of trying them all, and the same for any
 * number of threads. */
#ifndef OUTLAY_SEARCH_H
#define OUTLAY_SEARCH_H

#include <stdatomic.h>

#include "memory.h"
#include "search_space.h"

typedef enum outlay_objective {
  OUTLAY_LEAST_TIME = 0,    /* seconds a token */
  OUTLAY_LEAST_DEVICE_TIME, /* device-seconds a token: cost at a price a device-hour */
  OUTLAY_LEAST_BY_DEADLINE  /* device-seconds a token, of those that are done in time */
} outlay_objective;

typedef struct outlay_search_options {
  outlay_objective objective;
  double tokens, deadline;        /* for OUTLAY_LEAST_BY_DEADLINE: tokens in seconds */
  size_t top;                     /* best strategies wanted, at least 1 */
  bool front;                     /* collect the Pareto front of time, device time and memory */
  bool exhaustive;                /* time every strategy, without bounds */
  unsigned threads;               /* 0: 1 */
  const atomic_bool *cancel;      /* NULL, or set to stop */
  atomic_uint_fast64_t *progress; /* NULL, or counts points as they are done */
} outlay_search_options;

typedef struct outlay_candidate {
  outlay_strategy strategy;
  double time;       /* seconds a step */
  double token_time; /* seconds a token */
  double memory;     /* bytes of the fullest device */
  double value;      /* of the objective */
  uint64_t index;    /* its place in the space's order, which breaks ties */
} outlay_candidate;

typedef struct outlay_search_result {
  outlay_allocator allocator;
  outlay_candidate *best; /* `count` of them, best first */
  size_t count, best_capacity;
  outlay_candidate *front; /* by time */
  size_t front_count, front_capacity;
  uint64_t points, feasible, infeasible, pruned; /* points: their sum */
} outlay_search_result;

/* Searches several spaces as one (say for several numbers of devices): `spaces` and `platforms`
 * side by side. OUTLAY_ERROR_CANCELLED leaves what was found so far in `out`; free it. */
outlay_status outlay_search(const outlay_allocator *allocator, const outlay_workload *workload,
                            const outlay_space *spaces, const outlay_platform *platforms,
                            size_t count, const outlay_search_options *options,
                            outlay_search_result *out, outlay_error *error);
void outlay_search_free(outlay_search_result *result);

#endif
