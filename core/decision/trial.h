/* Trials: the values of some certain nodes for other values of some parameters, with the same draws
 * each time, so that two trials differ by their parameters alone. */
#ifndef OUTLAY_TRIAL_H
#define OUTLAY_TRIAL_H

#include "graph.h"
#include "progress.h"

typedef struct outlay_trial {
  outlay_graph *graph;
  outlay_options options; /* its progress is that of the whole */
  outlay_progress progress;
  double expected;         /* how many trials there will be, for progress */
  outlay_node *parameters; /* owned, resolved */
  double *before;          /* their values at the beginning */
  size_t count;
  const outlay_node *outputs;
  size_t output_count;
  uint64_t done;
  outlay_error *error;
} outlay_trial;

/* OUTLAY_ERROR_ARGUMENT unless the parameters are such, and the outputs certain values of one cell.
 */
outlay_status outlay_trial_begin(outlay_trial *trial, outlay_graph *graph,
                                 const outlay_node *parameters, size_t count,
                                 const outlay_node *outputs, size_t output_count,
                                 const outlay_options *options, outlay_error *error);
/* The outputs' values in base units for the parameters' values `x` in base units. */
outlay_status outlay_trial_run(outlay_trial *trial, const double *x, double *out);
/* Gives the parameters their values back. */
void outlay_trial_end(outlay_trial *trial);

#endif
