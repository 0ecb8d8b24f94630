/* Stage split: how many layers each pipeline stage holds. */
#ifndef OUTLAY_STAGE_SPLIT_H
#define OUTLAY_STAGE_SPLIT_H

#include "layer.h"

/* Layers of the stages; those between the first and the last differ by at most one. */
typedef struct outlay_stage_split {
  double first, last;
  double middle;  /* of the fullest between them */
  double fullest; /* of the fullest device */
} outlay_stage_split;

/* The split that a strategy states (first_layers, last_layers), else the even one: where stages do
 * not divide, the first and the last, which hold the ends, have fewer. */
void outlay_stage_split_of(const outlay_workload *workload, const outlay_strategy *strategy,
                           outlay_stage_split *out);

/* Whether a stated split leaves a layer to every stage, and each layer a stage. */
bool outlay_stage_split_fits(const outlay_workload *workload, const outlay_strategy *strategy);

/* Where a strategy asks for a balanced split and states none, states the one whose slowest stage
 * is quickest, with embedding, logits and predicted tokens counted; of equals the one with the
 * fewest layers on the fullest device. Frameworks can since 2024: Megatron-Core 0.9 (its
 * CHANGELOG, "Uneven pipeline parallelism": decoder-first- and decoder-last-pipeline-num-layers).
 */
void outlay_balance_stages(const outlay_workload *workload, const outlay_platform *platform,
                           outlay_strategy *strategy);

/* Dense layers among the `layers` of a stage of a mixture of experts. */
double outlay_stage_dense_layers(const outlay_workload *workload, const outlay_strategy *strategy,
                                 double layers, bool first);

#endif
