/* Step: the time of one training step and where it goes.
 *
 * The slowest pipeline stage sets the pace; its layers are timed by core/layer.h. Terms are
 * seconds of the critical path and add up to `time`. */
#ifndef OUTLAY_STEP_H
#define OUTLAY_STEP_H

#include "layer.h"

typedef enum outlay_term {
  OUTLAY_TERM_GEMM = 0,  /* matrix products, forward and backward */
  OUTLAY_TERM_ATTENTION, /* scores, softmax and values */
  OUTLAY_TERM_STREAM,    /* memory-bound kernels */
  OUTLAY_TERM_ENDS,      /* embedding, logits and loss */
  OUTLAY_TERM_STALL,     /* the device waiting for the host */
  OUTLAY_TERM_RECOMPUTE,
  OUTLAY_TERM_TENSOR, /* exposed communication, by kind */
  OUTLAY_TERM_CONTEXT,
  OUTLAY_TERM_EXPERT,
  OUTLAY_TERM_PIPELINE,
  OUTLAY_TERM_DATA,
  OUTLAY_TERM_BUBBLE,
  OUTLAY_TERM_OPTIMIZER,
  OUTLAY_TERM_OFFLOAD,
  OUTLAY_TERMS
} outlay_term;

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

/* The share of the ideal time that a schedule idles: the bubble over the time of m micro-batches
 * (forward F, backward B = input and weight gradients, of which W for weights). */
double outlay_bubble(outlay_schedule schedule, double pp, double interleave, double forward,
                     double backward, double weight);

/* Layers of the fullest stage and of the last one: stages are filled evenly, and where they do not
 * divide, the first and the last, which hold the ends, have one fewer. */
void outlay_stage_layers(double layers, double pp, double *fullest, double *last);

/* Weights that one device of the fullest stage holds: not sharded over data parallelism. */
typedef struct outlay_local_weights {
  double dense;   /* attention, norms, dense MLP, shared experts, router, an end */
  double experts; /* routed */
} outlay_local_weights;
void outlay_local_weights_of(const outlay_workload *workload, const outlay_strategy *strategy,
                             outlay_local_weights *out);

/* Ranks that hold copies of a device's dense weights, and of its experts. */
outlay_group outlay_dense_group(const outlay_strategy *strategy);
outlay_group outlay_expert_group(const outlay_strategy *strategy);

#endif
