/* Strategy: how a transformer's training is laid out over a machine's devices.
 *
 * Devices are numbered as Megatron-LM does by default: tensor-parallel ranks innermost, then
 * context, then expert and data, then pipeline. A plain value: copy it freely. */
#ifndef OUTLAY_STRATEGY_H
#define OUTLAY_STRATEGY_H

#include <stdbool.h>

#include "collective.h"
#include "machine.h"

typedef enum outlay_recompute {
  OUTLAY_RECOMPUTE_NONE = 0,
  OUTLAY_RECOMPUTE_SELECTIVE, /* only the attention core (Korthikanti et al. 2022) */
  OUTLAY_RECOMPUTE_FULL       /* the whole layer from its input */
} outlay_recompute;

typedef enum outlay_schedule {
  OUTLAY_SCHEDULE_1F1B = 0, /* interleaved where `interleave` > 1 */
  OUTLAY_SCHEDULE_ZB_H1,    /* zero bubble with the memory of 1F1B */
  OUTLAY_SCHEDULE_ZB_V,     /* zero bubble, two chunks in a V */
  OUTLAY_SCHEDULE_DUALPIPE  /* both directions at once, two copies of the parameters */
} outlay_schedule;

/* How layers are dealt out to pipeline stages. */
typedef enum outlay_split {
  OUTLAY_SPLIT_EVEN = 0, /* as many on each; where they do not divide, fewer on first and last */
  OUTLAY_SPLIT_BALANCED  /* so that the slowest stage is quickest: core/training/stage_split.h */
} outlay_split;

/* How attention is computed. */
typedef enum outlay_attention_kernel {
  OUTLAY_ATTENTION_UNFUSED = 0, /* probabilities go through memory */
  OUTLAY_ATTENTION_PORTABLE,    /* FlashAttention 1 and 2, Triton, PyTorch's SDPA */
  OUTLAY_ATTENTION_VENDOR       /* written for the accelerator: cuDNN, FlashAttention 3 */
} outlay_attention_kernel;

/* How much of a layer runs in fused kernels, and who launches them. */
typedef enum outlay_software {
  OUTLAY_SOFTWARE_EAGER = 0, /* one kernel an operation, but for the common pairs */
  OUTLAY_SOFTWARE_FUSED,     /* Transformer Engine, torch.compile, XLA */
  OUTLAY_SOFTWARE_GRAPHED    /* fused, and replayed as CUDA graphs: no work on the host */
} outlay_software;

/* How the experts of a device run. */
typedef enum outlay_expert_kernels {
  OUTLAY_EXPERTS_GROUPED = 0, /* all in one kernel, which quantises and activates, too */
  OUTLAY_EXPERTS_LOOPED /* one after the other, launched by a host that waits for their loads */
} outlay_expert_kernels;

typedef enum outlay_tensor_overlap {
  OUTLAY_TENSOR_EXPOSED = 0,
  OUTLAY_TENSOR_RING, /* collectives cut in tp pieces that run beside their GEMMs */
  OUTLAY_TENSOR_PIPE  /* in four */
} outlay_tensor_overlap;

/* The network of a group's communication. */
typedef enum outlay_placement {
  OUTLAY_PLACED = 0, /* by where its ranks lie */
  OUTLAY_FAST_ONLY,  /* all of it in fast domains */
  OUTLAY_FABRIC_ONLY
} outlay_placement;

typedef struct outlay_strategy {
  uint32_t tp, pp, dp, cp;
  uint32_t ep;  /* expert parallel, out of the ranks of tp, cp and dp; 0 or 1: none */
  uint32_t etp; /* tensor parallel within experts; 0: 1 */
  uint32_t micro_batch;
  uint32_t global_batch; /* sequences a step */
  uint32_t interleave;   /* chunks a device holds; 0: 1 */
  outlay_split split;
  uint32_t first_layers, last_layers; /* of the first and the last stage; 0: by the split */
  outlay_schedule schedule;
  outlay_recompute recompute;
  double recompute_share; /* of the layers that recompute is applied to; 0: all */
  /* Parts of every layer that are redone beside that: norms, the activation between the MLP's
   * products, the up-projections of latent attention. They cost little time and keep much
   * (DeepSeek-V3, arXiv:2412.19437, section 3.2.3). */
  bool recompute_norms, recompute_activations, recompute_up_projections;
  bool quantised_activations; /* what is kept of MLPs, and routed tokens, in the GEMMs' precision */
  double optimizer_bytes;     /* a weight's FP32 copy and moments; 0: 12 */
  uint32_t zero;              /* 0: none, 1: optimizer, 2: and gradients, 3: and weights (FSDP) */
  outlay_precision precision; /* of the linear layers' GEMMs */
  bool block_scaled;          /* FP8 and FP4 with scales for blocks (MX, NV): quantised twice */
  double gradient_bytes;      /* of a gradient that is accumulated and reduced: 4 or 2 */
  bool sequence_parallel;
  outlay_attention_kernel attention;
  bool fused_accumulation; /* weight gradients are added up by their GEMM */
  bool fused_loss;         /* softmax and cross entropy of the logits in one pass */
  outlay_software software;
  outlay_tensor_overlap tensor_overlap;
  bool data_overlap, pipeline_overlap, expert_overlap;
  bool scatter_gather;           /* pipeline messages are cut by tp (Narayanan et al. 2021, 4.1) */
  outlay_dispatch dispatch;      /* MoE */
  outlay_expert_kernels experts; /* MoE */
  double node_limit;             /* MoE: nodes a token may go to; 0: any */
  bool keep_gathered; /* with sequence parallelism: keep gathered inputs, do not gather again */
  outlay_placement tensor_network, pipeline_network, data_network;
  bool offload_weights, offload_activations, offload_optimizer;
} outlay_strategy;

/* Devices that the strategy takes. */
double outlay_strategy_devices(const outlay_strategy *strategy);
/* Micro-batches of one pipeline in a step. */
double outlay_micro_batches(const outlay_strategy *strategy);

#endif
