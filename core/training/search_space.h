/* Search space: which strategies a search goes through, said as sets for each choice.
 *
 * A set of options is a mask: bit i stands for the i-th value of the choice's enumeration. */
#ifndef OUTLAY_SEARCH_SPACE_H
#define OUTLAY_SEARCH_SPACE_H

#include "step.h"

/* How the activations of tensor parallelism are exchanged. */
enum {
  OUTLAY_EXCHANGE_ALL_REDUCE = 1 << 0,
  OUTLAY_EXCHANGE_CUT = 1 << 1,     /* and pipeline messages are cut by tp (scatter-gather) */
  OUTLAY_EXCHANGE_SEQUENCE = 1 << 2 /* sequence parallelism */
};
enum { OUTLAY_OFF = 1 << 0, OUTLAY_ON = 1 << 1, OUTLAY_EITHER = 3 };

typedef struct outlay_space {
  outlay_strategy base; /* what is not varied: precision, software, attention, schedule, ... */
  uint32_t devices;
  uint32_t global_batch; /* the largest multiple of dp that is no more than this is taken */
  bool exact_batch;      /* only strategies whose dp divides it */
  uint32_t most_tp, most_pp, most_cp, most_ep, most_micro_batch; /* 0: no limit; cp, ep: 1 */
  bool interleave;         /* all divisors of a stage's layers, else 1 */
  bool divide_layers;      /* only pp that divides the layers */
  bool vary_micro_batch;   /* all divisors of a rank's batch, else base's */
  uint32_t recompute;      /* mask of outlay_recompute */
  uint32_t zero;           /* mask of 0 to 3 */
  uint32_t exchange;       /* mask of OUTLAY_EXCHANGE_ */
  uint32_t tensor_overlap; /* mask of outlay_tensor_overlap */
  uint32_t keep_gathered;  /* OUTLAY_OFF, OUTLAY_ON or OUTLAY_EITHER, and so on */
  uint32_t data_overlap;
  uint32_t offload_weights, offload_activations, offload_optimizer;
  uint32_t networks;       /* mask of outlay_placement, for each of tensor, pipeline and data */
  uint32_t offload_layers; /* offloading needs more layers on a stage than this */
} outlay_space;

/* Everything that today's frameworks offer for this workload. */
outlay_space outlay_space_usual(const outlay_workload *workload, const outlay_strategy *base,
                                uint32_t devices, uint32_t global_batch);

/* The space of Calculon's exhaustive search (calculon-ai/calculon, llm-optimal-execution; Isaev,
 * McDonald, Dennison and Vuduc, SC 2023) point for point, for a machine of two networks and with
 * host memory: GPT-3 175B on 512 devices with batches of at most 1,024 has 7,679,648 points. */
outlay_space outlay_space_calculon(const outlay_strategy *base, uint32_t devices,
                                   uint32_t most_batch);

/* The degrees of parallelism of one part of a space: one work item of a search. */
typedef struct outlay_degrees {
  uint32_t tp, pp, cp, ep, dp, global_batch;
} outlay_degrees;

/* The next degrees after `*degrees` (all zero: the first); false after the last. */
bool outlay_space_next(const outlay_space *space, const outlay_workload *workload,
                       outlay_degrees *degrees);

/* Points of a space, by enumeration. */
uint64_t outlay_space_count(const outlay_space *space, const outlay_workload *workload);

/* The strategies of some degrees that share a plan: all but the choices below. */
typedef struct outlay_outer {
  outlay_strategy strategy;
  uint32_t step; /* internal: where the enumeration is */
} outlay_outer;
bool outlay_outer_next(const outlay_space *space, const outlay_workload *workload,
                       const outlay_degrees *degrees, outlay_outer *outer);

/* Interleaving degrees of some degrees: up to `capacity` of them; the answer is their number. */
size_t outlay_space_interleaves(const outlay_space *space, const outlay_workload *workload,
                                const outlay_degrees *degrees, uint32_t *out, size_t capacity);

/* The choices that a plan's strategies differ in, but for interleaving. */
typedef struct outlay_inner {
  uint32_t zero, offload, data_overlap, pipeline_network, data_network;
} outlay_inner;
enum { OUTLAY_OFFLOAD_WEIGHTS = 1, OUTLAY_OFFLOAD_ACTIVATIONS = 2, OUTLAY_OFFLOAD_OPTIMIZER = 4 };

/* Whether a mask of offloads (0 to 7) and a sharding are in the space for an outer strategy. */
bool outlay_space_offloads(const outlay_space *space, const outlay_strategy *outer,
                           uint32_t offload);
bool outlay_space_shards(const outlay_space *space, const outlay_strategy *outer, uint32_t zero);
/* The options of a group of `ranks` for overlap and networks: masks. */
uint32_t outlay_space_networks(const outlay_space *space, uint32_t ranks);
uint32_t outlay_space_data_overlap(const outlay_space *space, uint32_t dp);

#endif
