/* Memory: the peak bytes of the fullest device, by kind. */
#ifndef OUTLAY_MEMORY_MODEL_H
#define OUTLAY_MEMORY_MODEL_H

#include "step.h"

typedef enum outlay_memory_kind {
  OUTLAY_MEMORY_WEIGHTS = 0, /* as the forward pass uses them, 16 bit */
  OUTLAY_MEMORY_GRADIENTS,
  OUTLAY_MEMORY_OPTIMIZER, /* FP32 weights and two moments */
  OUTLAY_MEMORY_ACTIVATIONS,
  OUTLAY_MEMORY_LOGITS,  /* of the last stage, with their loss */
  OUTLAY_MEMORY_BUFFERS, /* gathered weights, communication */
  OUTLAY_MEMORY_RUNTIME, /* context, libraries and what the allocator cannot use */
  OUTLAY_MEMORY_KINDS
} outlay_memory_kind;

typedef struct outlay_memory_use {
  double bytes;
  double kinds[OUTLAY_MEMORY_KINDS];
  double available; /* of the accelerator */
  double host;      /* bytes offloaded to the host's memory */
} outlay_memory_use;

const char *outlay_memory_kind_name(outlay_memory_kind kind);

/* Peak bytes of the fullest device, the first pipeline stage or the last. */
void outlay_memory_peak(const outlay_workload *workload, const outlay_machine *machine,
                        const outlay_strategy *strategy, outlay_memory_use *out);

/* Activation bytes that one layer keeps for one micro-batch on one device. */
double outlay_activation_bytes(const outlay_workload *workload, const outlay_strategy *strategy,
                               bool mixture);

/* Micro-batches whose activations the first stage holds at once, interleaving counted as the
 * larger share that it costs. */
double outlay_micro_batches_held(const outlay_strategy *strategy);

/* OUTLAY_OK where the strategy fits; else the error says what is largest and advises the change
 * that makes it fit at the least loss of time (core/training/memory_advice.c). */
outlay_status outlay_memory_check(const outlay_workload *workload, const outlay_machine *machine,
                                  const outlay_strategy *strategy, outlay_error *error);

#endif
