/* Running the steps of a plan on a chunk of samples. */
#ifndef OUTLAY_EVALUATE_STEPS_H
#define OUTLAY_EVALUATE_STEPS_H

#include "design.h"
#include "evaluate_memory.h"
#include "plan.h"

/* What one thread works in. Columns are `stride` doubles apart. */
typedef struct outlay_workspace {
  outlay_column_memory columns;
  size_t stride; /* the most samples at a time */
  outlay_column_memory scratch;
  outlay_column_memory parameters;
  double *sink; /* where STORE puts this chunk's values of the first output column */
  size_t sink_stride;

  /* Asked now and then, at most a few milliseconds apart: true to stop. May be NULL. */
  bool (*stop)(void *context);
  void *stop_context;
  size_t work; /* values computed since it was asked */
} outlay_workspace;

bool outlay_workspace_new(const outlay_plan *plan, size_t stride, outlay_workspace *out);
void outlay_workspace_free(const outlay_plan *plan, outlay_workspace *workspace);

/* Computes samples first .. first + n - 1; first is a multiple of OUTLAY_LANES, n at most the
 * workspace's stride. `design` may be NULL where nothing is drawn. False if it was stopped. */
bool outlay_steps_run(const outlay_plan *plan, outlay_workspace *workspace,
                      const outlay_design *design, uint64_t first, size_t n);

/* The same for some steps alone, in this order; none of them a DRAW. */
bool outlay_steps_run_some(const outlay_plan *plan, outlay_workspace *workspace,
                           const uint32_t *steps, size_t count, size_t n);

#endif
