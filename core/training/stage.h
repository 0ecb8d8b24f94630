/* Stage: what one pipeline stage does for a micro-batch, and which weights its devices hold. */
#ifndef OUTLAY_STAGE_H
#define OUTLAY_STAGE_H

#include "layer.h"
#include "stage_split.h"

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

/* Times of one micro-batch on one stage, all its chunks, in seconds. */
typedef struct outlay_stage {
  double forward;
  double backward; /* with the weights' gradients and what is recomputed */
  double weight;   /* of it, the weights' gradients */
  double terms[OUTLAY_TERMS];
} outlay_stage;

/* All stages of a pipeline, as far as a step's time depends on them. */
typedef struct outlay_stages {
  outlay_stage slowest; /* sets the pace */
  double others;        /* forward and backward of all the other stages together */
  double layers;        /* of the fullest stage */
} outlay_stages;

void outlay_stages_of(const outlay_workload *workload, const outlay_platform *platform,
                      const outlay_strategy *strategy, outlay_stages *out);

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
