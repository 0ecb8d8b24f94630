/* Step: the time of one training step and where it goes.
 *
 * The slowest pipeline stage sets the pace; its layers are timed by core/training/layer.h. Terms
 * are seconds of the critical path and add up to `time`. */
#ifndef OUTLAY_STEP_H
#define OUTLAY_STEP_H

#include "data_parallel.h"

typedef struct outlay_step {
  double time; /* seconds */
  double terms[OUTLAY_TERMS];
  double model_flops;    /* forward and backward, causal, whole step */
  double hardware_flops; /* and what recompute repeats */
  double mfu, hfu;       /* of the machine's 16-bit peak */
  double tokens;         /* of a step */
} outlay_step;

const char *outlay_term_name(outlay_term term);

/* What is wrong with a strategy for this workload and machine. */
outlay_status outlay_strategy_check(const outlay_workload *workload, const outlay_machine *machine,
                                    const outlay_strategy *strategy, outlay_error *error);

/* The step's time; the strategy passed outlay_strategy_check. */
void outlay_step_time(const outlay_workload *workload, const outlay_platform *platform,
                      const outlay_strategy *strategy, outlay_step *out);

/* ---- the parts of a step, for who times many strategies that share them ---------------------- */

/* What of a strategy does not depend on interleave, sharding, overlap of data parallelism and
 * offloading. */
typedef struct outlay_plan {
  outlay_stages stages;
  outlay_local_weights weights;
  double activations; /* bytes of a micro-batch on a stage, for offloading */
} outlay_plan;

void outlay_plan_make(const outlay_workload *workload, const outlay_platform *platform,
                      const outlay_strategy *strategy, outlay_plan *out);
/* Seconds to pass one micro-batch on to the next stage and its gradients back, for one chunk. */
double outlay_send_time(const outlay_workload *workload, const outlay_platform *platform,
                        const outlay_strategy *strategy);
/* The step's seconds, and its terms. */
double outlay_plan_time(const outlay_plan *plan, const outlay_platform *platform,
                        const outlay_strategy *strategy, const outlay_data_time *data, double send,
                        double terms[OUTLAY_TERMS]);

/* Why one step is slower than another: the terms that are greater in `slower`, by how much more
 * they are, greatest first, until those left out come to less than a tenth of all that is greater.
 * Returns how many were written. */
size_t outlay_step_differences(const outlay_step *quicker, const outlay_step *slower,
                               outlay_term out[OUTLAY_TERMS]);

/* The seconds that a schedule idles (forward F, backward B = input and weight gradients, of which
 * W for weights). */
double outlay_bubble(outlay_schedule schedule, double pp, double interleave, double forward,
                     double backward, double weight);

#endif
