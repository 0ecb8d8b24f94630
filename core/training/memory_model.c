#include "memory_model.h"

#include <math.h>

static const char *const kind_names[OUTLAY_MEMORY_KINDS] = {
    [OUTLAY_MEMORY_WEIGHTS] = "weights",     [OUTLAY_MEMORY_GRADIENTS] = "gradients",
    [OUTLAY_MEMORY_OPTIMIZER] = "optimizer", [OUTLAY_MEMORY_ACTIVATIONS] = "activations",
    [OUTLAY_MEMORY_LOGITS] = "logits",       [OUTLAY_MEMORY_BUFFERS] = "buffers",
    [OUTLAY_MEMORY_RUNTIME] = "runtime",
};

const char *outlay_memory_kind_name(outlay_memory_kind kind) {
  return (unsigned)kind < OUTLAY_MEMORY_KINDS ? kind_names[kind] : "unknown";
}

/* The CUDA context with the libraries' code and workspaces, and the buffers of each of NCCL's
 * communicators (its channels times their 4 MB, NCCL_BUFFSIZE, for each protocol and way). */
static const double context_bytes = 2.2e9, communicator_bytes = 0.6e9;

/* What the caching allocator holds without using it, as a share of activations and logits: more
 * where every operation allocates its output. */
static const double fragmentation = 0.04, eager_fragmentation = 0.1;

/* DeepSpeed's ZeRO holds two buckets of 5e8 elements, for gathering and for reducing, each twice.
 */
static const double deepspeed_elements = 2e9;

/* Elements that communication buckets hold: gradients of 40 M weights, twice (Megatron-LM). */
static const double bucket_elements = 80e6;

/* ---- activations ---------------------------------------------------------------------------- */

/* Bytes a token that every rank of a tensor-parallel group keeps in full without sequence
 * parallelism: both norms' inputs and outputs; eager stacks also keep two dropout masks. This is
 * the 10 h of Korthikanti et al. 2022 (arXiv:2205.05198), equation 2. */
static double replicated(const outlay_workload *w, const outlay_strategy *s) {
  const double output = s->precision == OUTLAY_FP8 || s->precision == OUTLAY_FP4 ? 1 : 2;
  if (s->software == OUTLAY_SOFTWARE_EAGER) return (s->recompute_norms ? 6 : 10) * w->hidden;
  return (4 + (s->recompute_norms ? 0 : 2 * output)) * w->hidden;
}

/* Queries, keys, values and the attention's output, bytes a token. */
static double attention_kept(const outlay_workload *w, const outlay_strategy *s, double output) {
  if (w->kv_rank > 0) {
    const double expanded = w->heads * (2 * (w->head_dim + w->rope_dim) + outlay_value_dim(w));
    const double up = s->recompute_up_projections ? 0 : expanded;
    return 2 * (up + 2 * w->query_rank + 2 * w->kv_rank) + output * w->heads * outlay_value_dim(w);
  }
  return 2 * (w->heads + 2 * w->kv_heads) * w->head_dim + output * w->heads * w->head_dim;
}

/* An MLP's first products and its activation's output, bytes a token. */
static double mlp_kept(const outlay_workload *w, const outlay_strategy *s, double ffn,
                       double output) {
  const double first = s->quantised_activations ? output : 2;
  return (w->gated ? 2 : 1) * first * ffn + (s->recompute_activations ? 0 : output * ffn);
}

double outlay_activation_bytes(const outlay_workload *w, const outlay_strategy *s, bool mixture) {
  const double tokens = outlay_local_tokens(w, s);
  const double output = s->precision == OUTLAY_FP8 || s->precision == OUTLAY_FP4 ? 1 : 2;
  const double split = s->sequence_parallel ? s->tp : 1;
  double sharded = attention_kept(w, s, output);
  if (mixture) {
    /* What experts return is kept for the gradient of their weights, unless those are applied
     * before the second product. */
    const double returned = s->quantised_activations ? 0 : 2;
    const double routed = (output + returned) * w->hidden + mlp_kept(w, s, w->expert_ffn, output);
    sharded += w->top_k * routed + mlp_kept(w, s, w->shared_ffn, output);
  } else {
    sharded += mlp_kept(w, s, w->ffn, output);
  }
  double bytes = tokens * (replicated(w, s) / split + sharded / s->tp);
  /* Both gathered inputs in full instead of this rank's part. */
  if (s->sequence_parallel && s->keep_gathered) {
    bytes += tokens * 2 * output * w->hidden * (1 - 1.0 / s->tp);
  }
  if (s->attention == OUTLAY_ATTENTION_UNFUSED && s->recompute == OUTLAY_RECOMPUTE_NONE) {
    bytes += 5 * tokens * w->sequence * w->heads / s->tp; /* scores, probabilities, their mask */
  }
  return bytes;
}

/* What full recompute keeps of a layer: its input. */
static double checkpoint_bytes(const outlay_workload *w, const outlay_strategy *s) {
  return 2 * outlay_local_tokens(w, s) * w->hidden / (s->sequence_parallel ? s->tp : 1);
}

/* The scores of one layer while it is worked on. */
static double working_scores(const outlay_workload *w, const outlay_strategy *s) {
  if (s->attention != OUTLAY_ATTENTION_UNFUSED) return 0;
  return 5 * outlay_local_tokens(w, s) * w->sequence * w->heads / s->tp;
}

/* Interleaving: 1 + (p - 1) / (p v) times as much (Korthikanti et al. 2022, section 4.2.3). */
double outlay_micro_batches_held(const outlay_strategy *s) {
  const double m = outlay_micro_batches(s), p = s->pp;
  if (p <= 1) return 1;
  if (s->schedule == OUTLAY_SCHEDULE_DUALPIPE) return fmin(m, p + 1);
  const double v = s->interleave > 1 ? s->interleave : 1;
  const double most = v > 1 ? p * (1 + (p - 1) / (p * v)) : p;
  return fmin(m, most);
}

static double stage_activations(const outlay_workload *w, const outlay_strategy *s, double layers,
                                double held) {
  const double mixtures = fmin(layers, outlay_mixture_layers(w));
  const double dense = outlay_activation_bytes(w, s, false);
  const double mixture = mixtures > 0 ? outlay_activation_bytes(w, s, true) : 0;
  const double kept = (layers - mixtures) * dense + mixtures * mixture;
  double bytes = held * kept;
  if (s->recompute == OUTLAY_RECOMPUTE_FULL) {
    const double share = s->recompute_share > 0 ? s->recompute_share : 1;
    /* The layer that is redone, and the gradients of its activations. */
    const double once = 2 * fmax(dense, mixture) + working_scores(w, s);
    bytes = held * (share * layers * checkpoint_bytes(w, s) + (1 - share) * kept) + share * once;
  } else if (s->recompute == OUTLAY_RECOMPUTE_SELECTIVE) {
    bytes += working_scores(w, s);
  }
  return bytes;
}

/* Logits in 16 bit and FP32, their gradients; without fusion the probabilities as well. */
static double logits_bytes(const outlay_workload *w, const outlay_strategy *s) {
  const double each = s->fused_loss ? 6 : 10;
  return each * outlay_local_tokens(w, s) * w->vocabulary / s->tp;
}

/* ---- state ------------------------------------------------------------------------------------
 */

/* Mixed precision with Adam (Rajbhandari et al., ZeRO, arXiv:1910.02054, section 3.1): weight 2,
 * gradient 2 or 4, FP32 weight and two moments 12; where gradients are accumulated in 16 bit the
 * optimizer keeps an FP32 copy of its shard. */
static void add_state(outlay_memory_use *use, const outlay_strategy *s, double weights,
                      double ranks) {
  const double usual = s->gradient_bytes < 4 && s->software == OUTLAY_SOFTWARE_EAGER ? 16 : 12;
  const double optimizer = s->optimizer_bytes > 0 ? s->optimizer_bytes : usual;
  const double quantised = s->precision == OUTLAY_FP8 || s->precision == OUTLAY_FP4 ? 1 : 0;
  const double copies = s->schedule == OUTLAY_SCHEDULE_DUALPIPE ? 2 : 1;
  const double weight_ranks = s->zero >= 3 ? ranks : 1;
  const double gradient_ranks = s->zero >= 2 ? ranks : 1;
  const double optimizer_ranks = s->zero >= 1 ? ranks : 1;
  use->kinds[OUTLAY_MEMORY_WEIGHTS] += copies * (2 + quantised) * weights / weight_ranks;
  /* An unfused FP32 accumulation also holds the 16-bit gradients that it adds. */
  const double added = s->gradient_bytes >= 4 && !s->fused_accumulation ? 2 : 0;
  use->kinds[OUTLAY_MEMORY_GRADIENTS] += (s->gradient_bytes + added) * weights / gradient_ranks;
  use->kinds[OUTLAY_MEMORY_OPTIMIZER] += optimizer * weights / optimizer_ranks;
}

static void fill_state(const outlay_workload *w, const outlay_strategy *s, outlay_memory_use *use) {
  outlay_local_weights weights;
  outlay_local_weights_of(w, s, &weights);
  add_state(use, s, weights.dense, outlay_dense_group(s).size);
  add_state(use, s, weights.experts, outlay_expert_group(s).size);
  if (s->offload_optimizer) {
    use->host += use->kinds[OUTLAY_MEMORY_OPTIMIZER];
    use->kinds[OUTLAY_MEMORY_OPTIMIZER] = 0;
  }
  outlay_stage_split split;
  outlay_stage_split_of(w, s, &split);
  const double layer = (weights.dense + weights.experts) / split.fullest;
  if (s->offload_weights) {
    use->host += use->kinds[OUTLAY_MEMORY_WEIGHTS];
    use->kinds[OUTLAY_MEMORY_WEIGHTS] = 2 * 2 * layer;
  }
  /* ZeRO-3 holds this layer's and the next one's weights, and this one's gradients. */
  if (s->zero >= 3) use->kinds[OUTLAY_MEMORY_BUFFERS] = (2 * 2 + s->gradient_bytes) * layer;
  if (s->zero > 0 && s->zero < 3) {
    const bool eager = s->software == OUTLAY_SOFTWARE_EAGER;
    use->kinds[OUTLAY_MEMORY_BUFFERS] = 2 * (eager ? deepspeed_elements : bucket_elements);
  }
}

/* ---- the fullest device ---------------------------------------------------------------------- */

static void finish(outlay_memory_use *use, const outlay_strategy *s) {
  const bool eager = s->software == OUTLAY_SOFTWARE_EAGER;
  const double *k = use->kinds;
  const int groups = (s->tp > 1) + (s->pp > 1) + (s->dp > 1) + (s->cp > 1) + (s->ep > 1);
  use->kinds[OUTLAY_MEMORY_RUNTIME] = context_bytes + groups * communicator_bytes +
                                      (eager ? eager_fragmentation : fragmentation) *
                                          (k[OUTLAY_MEMORY_ACTIVATIONS] + k[OUTLAY_MEMORY_LOGITS]);
  use->bytes = 0;
  for (int i = 0; i < OUTLAY_MEMORY_KINDS; i++) use->bytes += use->kinds[i];
}

void outlay_memory_peak(const outlay_workload *w, const outlay_machine *machine,
                        const outlay_strategy *s, outlay_memory_use *out) {
  outlay_stage_split split;
  outlay_stage_split_of(w, s, &split);
  outlay_memory_use first = {.available = machine->accelerator.memory};
  fill_state(w, s, &first);
  outlay_memory_use final = first;
  first.kinds[OUTLAY_MEMORY_ACTIVATIONS] =
      stage_activations(w, s, split.fullest, outlay_micro_batches_held(s));
  if (s->offload_activations) {
    /* Two layers' worth stays: one that is worked on and one that is moved. */
    const double all = first.kinds[OUTLAY_MEMORY_ACTIVATIONS];
    first.kinds[OUTLAY_MEMORY_ACTIVATIONS] = all * fmin(1, 2 / split.fullest);
    first.host += all - first.kinds[OUTLAY_MEMORY_ACTIVATIONS];
  }
  if (s->pp == 1) first.kinds[OUTLAY_MEMORY_LOGITS] = logits_bytes(w, s);
  finish(&first, s);
  final.kinds[OUTLAY_MEMORY_ACTIVATIONS] =
      stage_activations(w, s, split.last > 0 ? split.last : 1, 1);
  final.kinds[OUTLAY_MEMORY_LOGITS] = logits_bytes(w, s);
  finish(&final, s);
  *out = first.bytes > final.bytes ? first : final;
}
