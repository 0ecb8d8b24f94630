/* Layer: how long one layer of a transformer takes one device for one micro-batch.
 *
 * Every matrix product, attention kernel and streaming pass of a layer is written out with its
 * shape, and timed by core/training/efficiency.h. All times are seconds. */
#ifndef OUTLAY_LAYER_H
#define OUTLAY_LAYER_H

#include "collective.h"
#include "efficiency.h"
#include "strategy.h"
#include "workload.h"

/* What the times are computed from; made once for a machine and its efficiency. */
typedef struct outlay_platform {
  outlay_machine machine;
  outlay_rates rates;
  outlay_network network; /* with the reached bandwidths */
} outlay_platform;

void outlay_platform_of(const outlay_machine *machine, const outlay_efficiency *efficiency,
                        outlay_platform *out);

/* The network that a group uses which is placed so. */
outlay_network outlay_network_of(const outlay_platform *platform, outlay_placement placement);

/* One pass over a layer. `time` is what the device needs, exposed communication included. */
typedef struct outlay_pass {
  double gemm, attention, stream; /* computing */
  double host;                    /* launching; the device waits where it is more than the rest */
  double tensor, context, expert; /* communication, before any overlap */
  double exposed_tensor, exposed_context, exposed_expert;
  double stall; /* of the device, waiting for the host */
  double time;
} outlay_pass;

typedef struct outlay_layer_time {
  outlay_pass forward;
  outlay_pass input_gradient;  /* of activations, "B" in zero-bubble schedules */
  outlay_pass weight_gradient; /* "W" */
  outlay_pass recompute;
} outlay_layer_time;

/* A layer with the dense MLP, or (`mixture`) with experts. */
void outlay_layer_times(const outlay_workload *workload, const outlay_platform *platform,
                        const outlay_strategy *strategy, bool mixture, outlay_layer_time *out);

/* Embedding and logits with their loss, forward and backward, on the stages that hold them. */
typedef struct outlay_ends_time {
  outlay_pass embedding, head; /* forward */
  outlay_pass embedding_backward, head_backward;
  double head_weight; /* of head_backward, the weights' gradient */
} outlay_ends_time;

void outlay_ends_times(const outlay_workload *workload, const outlay_platform *platform,
                       const outlay_strategy *strategy, outlay_ends_time *out);

/* Tokens of a micro-batch on one device. */
double outlay_local_tokens(const outlay_workload *workload, const outlay_strategy *strategy);

#endif
