/* Data parallelism: reducing gradients, gathering weights and the optimizer's step. */
#ifndef OUTLAY_DATA_PARALLEL_H
#define OUTLAY_DATA_PARALLEL_H

#include "stage.h"

/* Seconds of a step's reductions and gathers, before any overlap. */
typedef struct outlay_data_time {
  double gather, reduce;
  double layer_gather, layer_reduce; /* of one layer */
} outlay_data_time;

void outlay_data_times(const outlay_workload *workload, const outlay_platform *platform,
                       const outlay_strategy *strategy, const outlay_local_weights *weights,
                       outlay_data_time *out);

/* What of them shows in a step of `batches` micro-batches. */
double outlay_exposed_data(const outlay_strategy *strategy, const outlay_data_time *data,
                           const outlay_stages *stages, double batches);

double outlay_optimizer_time(const outlay_platform *platform, const outlay_strategy *strategy,
                             const outlay_local_weights *weights);

/* Communication of `time` seconds that runs beside `window` seconds of work: what is longer shows,
 * and its last part, and it slows the work by `tax` of its time. */
double outlay_beside(double time, double window, double last, double tax);

#endif
