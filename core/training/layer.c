#include "layer.h"

#include <math.h>

/* Kernels that a pass over a layer launches: counted in Megatron-LM's and Transformer Engine's
 * layers. They only matter where the device is quicker than the host. */
enum { EAGER_KERNELS = 30, FUSED_KERNELS = 16, MIXTURE_KERNELS = 30, END_KERNELS = 12 };

/* Where experts run one after the other, each linear layer of each expert is a product and, in 8
 * bit and below, the quantising of its operands with their scales: launches and allocations of
 * Transformer Engine's GroupedLinear before it was fused (Megatron-Bridge's recipes up to 26.04;
 * from 26.06 they set NVTE_CUTEDSL_FUSED_GROUPED_MLP and replay whole iterations). The numbers are
 * set by Qwen3-30B with micro-batches of 1, which waits for the host. */
enum { LOOPED_KERNELS = 3, LOOPED_QUANTISED_KERNELS = 12 };

/* The backward pass of fused attention redoes the scores: five products for two in the forward
 * pass, at some 0.8 of its speed (Dao, FlashAttention-2, arXiv:2307.08691, section 4.1). */
static const double attention_backward = 2.5 / 0.8;

/* A collective that runs beside a GEMM takes multiprocessors and memory bandwidth from it. */
static const double overlap_tax = 0.1;

void outlay_platform_of(const outlay_machine *machine, const outlay_efficiency *efficiency,
                        outlay_platform *out) {
  out->machine = *machine;
  outlay_rates_of(&machine->accelerator, efficiency, &out->rates);
  out->network = (outlay_network){
      .domain = machine->domain,
      .fast_bandwidth = efficiency->fast * machine->fast_bandwidth,
      .fast_latency = machine->fast_latency,
      .board = machine->board,
      .board_bandwidth = efficiency->fast * machine->board_bandwidth,
      .fabric_bandwidth = efficiency->fabric * machine->fabric_bandwidth,
      .fabric_latency = machine->fabric_latency,
  };
}

outlay_network outlay_network_of(const outlay_platform *platform, outlay_placement placement) {
  if (placement == OUTLAY_PLACED) return platform->network;
  return outlay_network_only(&platform->network, placement == OUTLAY_FAST_ONLY
                                                     ? OUTLAY_NETWORK_FAST
                                                     : OUTLAY_NETWORK_FABRIC);
}

double outlay_local_tokens(const outlay_workload *w, const outlay_strategy *s) {
  return s->micro_batch * w->sequence / s->cp;
}

/* The passes of a layer while they are added up. */
typedef struct layer_sum {
  const outlay_rates *rates;
  const outlay_strategy *strategy;
  outlay_pass forward, input, weight;
} layer_sum;

/* Quantising to FP8 or FP4 reads an operand in 16 bit and writes it in 8, as it is and
 * transposed; scales for blocks need a pass each way (Transformer Engine's documentation). */
static double quantise_bytes(const outlay_strategy *s, double elements) {
  if (s->precision != OUTLAY_FP8 && s->precision != OUTLAY_FP4) return 0;
  return elements * (s->block_scaled ? 4 : 3);
}

/* A linear layer of `inputs` to `outputs` for `tokens`: three products. */
static void add_linear(layer_sum *sum, double batch, double tokens, double inputs, double outputs) {
  const outlay_precision p = sum->strategy->precision;
  const double weights = batch * inputs * outputs;
  const bool fused = sum->strategy->fused_accumulation;
  const double accumulate = fused ? weights * 2 * sum->strategy->gradient_bytes : 0;
  sum->forward.gemm += outlay_gemm_time(sum->rates, p, batch, tokens, outputs, inputs, 0);
  sum->input.gemm += outlay_gemm_time(sum->rates, p, batch, tokens, inputs, outputs, 0);
  /* Tokens are not the inner dimension of any operand here, so they need no alignment. */
  const double padded = 16 * ceil(tokens / 16);
  sum->weight.gemm += outlay_gemm_time(sum->rates, p, batch, inputs, outputs, padded, accumulate);
  const double in = quantise_bytes(sum->strategy, batch * tokens * inputs);
  const double out = quantise_bytes(sum->strategy, batch * tokens * outputs);
  sum->forward.stream += outlay_stream_time(sum->rates, in);
  sum->input.stream += outlay_stream_time(sum->rates, out);
  /* Gradients of one micro-batch are added to those before; ZeRO-3 reduces them instead. */
  if (!fused && sum->strategy->zero < 3) {
    const double bytes = sum->strategy->gradient_bytes > 2 ? 18 : 6;
    sum->weight.stream += outlay_stream_time(sum->rates, bytes * weights);
  }
}

/* Bytes that one pass of the layer's elementwise kernels moves. */
static void add_stream(layer_sum *sum, double forward, double backward) {
  sum->forward.stream += outlay_stream_time(sum->rates, forward);
  sum->input.stream += outlay_stream_time(sum->rates, backward);
}

/* Projections of queries, keys and values and of the output. */
static void add_projections(layer_sum *sum, const outlay_workload *w, double tokens) {
  const double tp = sum->strategy->tp;
  const double heads = w->heads / tp;
  if (w->kv_rank > 0) {
    const double query = heads * (w->head_dim + w->rope_dim);
    if (w->query_rank > 0) {
      add_linear(sum, 1, tokens, w->hidden, w->query_rank);
      add_linear(sum, 1, tokens, w->query_rank, query);
    } else {
      add_linear(sum, 1, tokens, w->hidden, query);
    }
    add_linear(sum, 1, tokens, w->hidden, w->kv_rank + w->rope_dim);
    add_linear(sum, 1, tokens, w->kv_rank, heads * (w->head_dim + outlay_value_dim(w)));
  } else {
    const double kv = w->kv_heads > tp ? w->kv_heads / tp : 1;
    add_linear(sum, 1, tokens, w->hidden, (heads + 2 * kv) * w->head_dim);
  }
  add_linear(sum, 1, tokens, heads * outlay_value_dim(w), w->hidden);
}

/* Attention whose probabilities go through memory: batched products over all positions, masked
 * softmax and dropout as kernels of their own (Megatron-LM before FlashAttention). Bytes an
 * element, 16 bit: softmax 4, dropout 5; backward: dropout 5, softmax 6. */
static void add_unfused_attention(layer_sum *sum, const outlay_workload *w, double tokens) {
  const outlay_precision p = OUTLAY_16BIT;
  const double s = w->sequence;
  const double batch = tokens / s * w->heads / sum->strategy->tp;
  const double d = w->head_dim + (w->kv_rank > 0 ? w->rope_dim : 0);
  const double scores = outlay_gemm_time(sum->rates, p, batch, s, s, d, 0);
  const double values = outlay_gemm_time(sum->rates, p, batch, s, outlay_value_dim(w), s, 0);
  const double elements = batch * s * s;
  sum->forward.attention += scores + values + outlay_stream_time(sum->rates, 9 * elements);
  sum->input.attention += 2 * (scores + values) + outlay_stream_time(sum->rates, 11 * elements);
}

static void add_attention(layer_sum *sum, const outlay_workload *w, double tokens) {
  if (sum->strategy->attention == OUTLAY_ATTENTION_UNFUSED) {
    add_unfused_attention(sum, w, tokens);
    return;
  }
  const double full = w->head_dim + (w->kv_rank > 0 ? w->rope_dim : 0) + outlay_value_dim(w);
  const double width = full > sum->rates->narrowest ? full : sum->rates->narrowest;
  const double flops =
      2 * tokens * outlay_attended(w, OUTLAY_CAUSAL) * w->heads / sum->strategy->tp * width;
  const bool vendor = sum->strategy->attention == OUTLAY_ATTENTION_VENDOR;
  const double time = flops / (vendor ? sum->rates->attention : sum->rates->portable_attention);
  sum->forward.attention += time;
  sum->input.attention += attention_backward * time;
}

/* Elementwise kernels around attention and MLP, bytes a token and layer in 16 bit. Forward: two
 * norms (4 h), two dropout-and-residual additions (6 h; without dropout fused into the norm
 * they are 4 h); backward: norms 6 h, additions 5 h, sums of the residual's gradients 6 h. In the
 * tensor-parallel part: transposing and rotating queries and keys, and the activation. */
static void add_elementwise(layer_sum *sum, const outlay_workload *w, double tokens, double ffn) {
  const outlay_strategy *s = sum->strategy;
  const double split = s->sequence_parallel ? s->tp : 1;
  const bool eager = s->software == OUTLAY_SOFTWARE_EAGER;
  const double h = tokens * w->hidden / split;
  add_stream(sum, (eager ? 22 : 16) * h, (eager ? 34 : 24) * h);
  const double kv = w->kv_rank > 0 ? w->heads : w->kv_heads;
  const double heads = tokens * (w->heads + 2 * kv) * w->head_dim / s->tp;
  add_stream(sum, (eager ? 8 : 4) * heads, (eager ? 8 : 4) * heads);
  const double wide = tokens * ffn / s->tp;
  const double forward = w->gated ? 6 : 4, backward = w->gated ? 10 : 6;
  add_stream(sum, forward * wide, backward * wide);
}

/* Bytes a routed element that kernels of their own move, where experts run one after the other:
 * tokens are padded to what 8-bit products want and quantised row- and column-wise by passes of
 * their own. */
static double looped_bytes(const outlay_strategy *s) {
  return s->precision == OUTLAY_FP8 || s->precision == OUTLAY_FP4 ? 24 : 8;
}

/* Kernels that a pass launches for the experts of a device beside those of any mixture. */
static double looped_kernels(const outlay_workload *w, const outlay_strategy *s) {
  if (s->experts != OUTLAY_EXPERTS_LOOPED) return 0;
  const bool quantised = s->precision == OUTLAY_FP8 || s->precision == OUTLAY_FP4;
  const double local = w->experts / (s->ep > 1 ? s->ep : 1);
  return 2 * local * (quantised ? LOOPED_QUANTISED_KERNELS : LOOPED_KERNELS);
}

/* Routed and shared experts. Tokens are spread evenly. */
static void add_experts(layer_sum *sum, const outlay_workload *w, double tokens) {
  const outlay_strategy *s = sum->strategy;
  const double ep = s->ep > 1 ? s->ep : 1;
  const double etp = s->etp > 1 ? s->etp : 1;
  const double local_experts = w->experts / ep;
  /* Sequence parallelism deals the tokens out over tp first; etp gathers them again. */
  const double routed = tokens * w->top_k / s->tp * etp;
  const double each = routed / local_experts;
  const double width = w->expert_ffn / etp;
  add_linear(sum, local_experts, each, w->hidden, (w->gated ? 2 : 1) * width);
  add_linear(sum, local_experts, each, width, w->hidden);
  add_stream(sum, (w->gated ? 6 : 4) * routed * width, (w->gated ? 10 : 6) * routed * width);
  /* Permuted before and after the exchange, and back: four passes of reading and writing, of which
   * dispatch kernels that know the experts save two. */
  const double copies = tokens / s->tp * w->top_k * w->hidden;
  const double permuted = s->dispatch == OUTLAY_DISPATCH_ONCE ? 4 : 16;
  add_stream(sum, permuted * copies, permuted * copies);
  if (s->experts == OUTLAY_EXPERTS_LOOPED) {
    add_stream(sum, looped_bytes(s) * copies, looped_bytes(s) * copies);
  }
  if (w->expert_bias) {
    const double outputs = routed * ((w->gated ? 2 : 1) * width + w->hidden);
    const double forward = s->experts == OUTLAY_EXPERTS_LOOPED ? 24 : 6;
    const double backward = s->experts == OUTLAY_EXPERTS_LOOPED ? 40 : 8;
    add_stream(sum, forward * outputs, backward * outputs);
  }
  add_linear(sum, 1, tokens / s->tp, w->hidden, w->experts);
  if (w->shared_ffn > 0) {
    add_linear(sum, 1, tokens, w->hidden, (w->gated ? 2 : 1) * w->shared_ffn / s->tp);
    add_linear(sum, 1, tokens, w->shared_ffn / s->tp, w->hidden);
  }
}

static void add_mlp(layer_sum *sum, const outlay_workload *w, double tokens) {
  const double ffn = w->ffn / sum->strategy->tp;
  add_linear(sum, 1, tokens, w->hidden, (w->gated ? 2 : 1) * ffn);
  add_linear(sum, 1, tokens, ffn, w->hidden);
}

/* Two all-reduces a pass (Shoeybi et al., Megatron-LM, arXiv:1909.08053), or with sequence
 * parallelism two all-gathers and two reduce-scatters (Korthikanti et al., arXiv:2205.05198). */
static double tensor_time(const outlay_platform *platform, const outlay_strategy *s, double bytes,
                          double count) {
  const outlay_group group = {s->tp, 1};
  if (s->tp <= 1) return 0;
  const outlay_network network = outlay_network_of(platform, s->tensor_network);
  if (!s->sequence_parallel) return count * outlay_all_reduce(&network, group, bytes);
  return count * (outlay_all_gather(&network, group, bytes) +
                  outlay_reduce_scatter(&network, group, bytes));
}

static void add_tensor(layer_sum *sum, const outlay_workload *w, const outlay_platform *platform,
                       double tokens, double count) {
  const outlay_strategy *s = sum->strategy;
  const double bytes = 2 * tokens * w->hidden;
  sum->forward.tensor = tensor_time(platform, s, bytes, count);
  sum->input.tensor = sum->forward.tensor;
  if (s->tp > 1 && s->sequence_parallel && !s->keep_gathered) {
    /* The inputs are gathered again for the weights' gradients: half of both ways' time. */
    sum->weight.tensor = 0.5 * sum->forward.tensor;
  }
}

/* Dispatch and combine, forward and backward. */
static void add_expert_exchange(layer_sum *sum, const outlay_workload *w,
                                const outlay_platform *platform, double tokens) {
  const outlay_strategy *s = sum->strategy;
  if (s->ep <= 1) return;
  const double bytes = 2 * tokens / s->tp * w->top_k * w->hidden;
  const outlay_group group = {s->ep, s->etp > 1 ? s->etp : 1};
  const double one =
      outlay_all_to_all(&platform->network, group, bytes, w->top_k, s->dispatch, s->node_limit);
  sum->forward.expert = 2 * one;
  sum->input.expert = 2 * one;
}

/* Keys and values go round the ring of the sequence's parts, their gradients come back
 * (Liu, Zaharia and Abbeel, Ring Attention, arXiv:2310.01889). */
static void add_context(layer_sum *sum, const outlay_workload *w, const outlay_platform *platform,
                        double tokens) {
  const outlay_strategy *s = sum->strategy;
  if (s->cp <= 1) return;
  const double kv = w->kv_rank > 0 ? w->heads : w->kv_heads;
  const double heads = kv / s->tp > 1 ? kv / s->tp : 1;
  const double bytes = 2 * tokens * s->cp * 2 * heads * w->head_dim;
  const outlay_group group = {s->cp, s->tp};
  sum->forward.context = outlay_all_gather(&platform->network, group, bytes);
  sum->input.context = 2 * sum->forward.context;
}

/* What of a collective shows when it is cut in `pieces` beside `compute` seconds of work. */
static double exposed_ring(double communication, double compute, double pieces) {
  const double first = communication / pieces;
  const double beside = communication - first;
  const double rest = beside > compute ? beside - compute : 0;
  return first + rest + overlap_tax * (beside < compute ? beside : compute);
}

static double exposed_tensor(const outlay_strategy *s, const outlay_pass *pass) {
  if (pass->tensor <= 0 || s->tensor_overlap == OUTLAY_TENSOR_EXPOSED) return pass->tensor;
  return exposed_ring(pass->tensor, pass->gemm,
                      s->tensor_overlap == OUTLAY_TENSOR_RING ? s->tp : 4);
}

static double exposed_expert(const outlay_strategy *s, const outlay_pass *pass) {
  if (pass->expert <= 0 || !s->expert_overlap) return pass->expert;
  return exposed_ring(pass->expert, pass->gemm + pass->attention, 8);
}

static void finish(const outlay_strategy *s, outlay_pass *pass) {
  pass->exposed_tensor = exposed_tensor(s, pass);
  pass->exposed_expert = exposed_expert(s, pass);
  pass->exposed_context =
      pass->context > 0 ? exposed_ring(pass->context, pass->attention, s->cp) : 0;
  const double device = pass->gemm + pass->attention + pass->stream + pass->exposed_tensor +
                        pass->exposed_context + pass->exposed_expert;
  pass->stall = pass->host > device ? pass->host - device : 0;
  pass->time = device + pass->stall;
}

static double host_time(const outlay_platform *platform, const outlay_strategy *s, double eager,
                        double fused) {
  if (s->software == OUTLAY_SOFTWARE_GRAPHED) return 0;
  return platform->rates.host * (s->software == OUTLAY_SOFTWARE_EAGER ? eager : fused);
}

/* The gathers for the weights' gradients run beside the inputs' gradients, which need none. */
static void hide_regather(outlay_pass *weight) {
  const double taxed = overlap_tax * weight->tensor;
  weight->time += taxed - weight->exposed_tensor;
  weight->exposed_tensor = taxed;
}

/* Pieces of a collective run beside a GEMM over the fast links only (userbuffers, symmetric
 * memory): groups that reach over the fabric are exposed. */
static outlay_strategy placed(const outlay_platform *platform, const outlay_strategy *s) {
  outlay_strategy t = *s;
  if (s->tensor_network == OUTLAY_PLACED && s->tp > platform->network.domain) {
    t.tensor_overlap = OUTLAY_TENSOR_EXPOSED;
  }
  return t;
}

/* Norms, activations and up-projections that are redone for the backward pass. */
static double redone_parts(const outlay_workload *w, const outlay_platform *platform,
                           const outlay_strategy *s, double tokens, bool mixture) {
  const outlay_rates *rates = &platform->rates;
  double time = 0;
  if (s->recompute_norms) {
    const double split = s->sequence_parallel ? s->tp : 1;
    time += outlay_stream_time(rates, 8 * tokens * w->hidden / split);
  }
  if (s->recompute_activations) {
    const double wide = mixture ? w->top_k * w->expert_ffn + w->shared_ffn : w->ffn;
    time += outlay_stream_time(rates, (w->gated ? 6 : 4) * tokens * wide / s->tp);
  }
  if (s->recompute_up_projections && w->kv_rank > 0) {
    const double heads = w->heads / s->tp;
    const double query = heads * (w->head_dim + w->rope_dim);
    const double values = heads * (w->head_dim + outlay_value_dim(w));
    const outlay_precision p = s->precision;
    if (w->query_rank > 0) {
      time += outlay_gemm_time(rates, p, 1, tokens, query, w->query_rank, 0);
    }
    time += outlay_gemm_time(rates, p, 1, tokens, values, w->kv_rank, 0);
  }
  return time;
}

void outlay_layer_times(const outlay_workload *w, const outlay_platform *platform,
                        const outlay_strategy *strategy, bool mixture, outlay_layer_time *out) {
  const outlay_strategy local = placed(platform, strategy);
  const outlay_strategy *s = &local;
  layer_sum sum = {.rates = &platform->rates, .strategy = s};
  const double tokens = outlay_local_tokens(w, s);
  add_projections(&sum, w, tokens);
  add_attention(&sum, w, tokens);
  const outlay_pass core = sum.forward;
  if (mixture) {
    add_experts(&sum, w, tokens);
    add_expert_exchange(&sum, w, platform, tokens);
  } else {
    add_mlp(&sum, w, tokens);
  }
  add_elementwise(&sum, w, tokens, mixture ? w->shared_ffn : w->ffn);
  /* Experts of their own (etp 1) need no reduction behind them unless some are shared. */
  const bool whole = !mixture || s->etp > 1 || w->shared_ffn > 0;
  add_tensor(&sum, w, platform, tokens, whole ? 2 : 1);
  add_context(&sum, w, platform, tokens);
  const double more = mixture ? MIXTURE_KERNELS + looped_kernels(w, s) : 0;
  sum.forward.host = host_time(platform, s, EAGER_KERNELS + more, FUSED_KERNELS + more);
  sum.input.host = sum.forward.host;
  sum.weight.host = 0.5 * sum.forward.host;
  finish(s, &sum.forward);
  finish(s, &sum.input);
  finish(s, &sum.weight);
  hide_regather(&sum.weight);
  out->forward = sum.forward;
  out->input_gradient = sum.input;
  out->weight_gradient = sum.weight;
  out->recompute = (outlay_pass){0};
  if (s->recompute != OUTLAY_RECOMPUTE_FULL) {
    out->recompute.time = redone_parts(w, platform, s, tokens, mixture);
  }
  if (s->recompute == OUTLAY_RECOMPUTE_FULL) out->recompute = sum.forward;
  if (s->recompute == OUTLAY_RECOMPUTE_SELECTIVE && s->attention == OUTLAY_ATTENTION_UNFUSED) {
    out->recompute.attention = core.attention;
    out->recompute.time += core.attention;
  }
}

/* The logits' loss in FP32: without fusion some 40 bytes a logit forward (to 32 bit, maximum,
 * difference, exponential, sum, quotient) and 12 backward; fused 4 and 4. */
void outlay_ends_times(const outlay_workload *w, const outlay_platform *platform,
                       const outlay_strategy *s, outlay_ends_time *out) {
  layer_sum head = {.rates = &platform->rates, .strategy = s};
  outlay_strategy wide = *s;
  wide.precision = OUTLAY_16BIT; /* the head is left in 16 bit by all FP8 recipes */
  head.strategy = &wide;
  const double tokens = outlay_local_tokens(w, s);
  /* Frameworks pad the vocabulary to whole tiles. */
  const double words = 128 * ceil(w->vocabulary / (128.0 * s->tp));
  const double logits = tokens * words;
  add_linear(&head, 1, tokens, w->hidden, words);
  add_stream(&head, (s->fused_loss ? 4 : 40) * logits, (s->fused_loss ? 4 : 12) * logits);
  head.forward.host = host_time(platform, s, END_KERNELS, END_KERNELS);
  head.input.host = head.forward.host;
  const double bytes = 2 * tokens * w->hidden;
  head.input.tensor = tensor_time(platform, s, bytes, 0.5);
  if (s->sequence_parallel) head.forward.tensor = head.input.tensor;
  head.input.gemm += head.weight.gemm;
  head.input.stream += head.weight.stream;
  finish(s, &head.forward);
  finish(s, &head.input);
  layer_sum embedding = {.rates = &platform->rates, .strategy = s};
  add_stream(&embedding, 4 * tokens * w->hidden, 8 * tokens * w->hidden);
  embedding.forward.tensor = tensor_time(platform, s, bytes, 0.5);
  finish(s, &embedding.forward);
  finish(s, &embedding.input);
  *out = (outlay_ends_time){
      .embedding = embedding.forward,
      .head = head.forward,
      .embedding_backward = embedding.input,
      .head_backward = head.input,
      .head_weight = head.weight.gemm,
  };
}
