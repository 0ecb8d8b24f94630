#include "step.h"

#include <math.h>

#include "status.h"

static const char *const term_names[OUTLAY_TERMS] = {
    [OUTLAY_TERM_GEMM] = "gemm",           [OUTLAY_TERM_ATTENTION] = "attention",
    [OUTLAY_TERM_STREAM] = "stream",       [OUTLAY_TERM_ENDS] = "ends",
    [OUTLAY_TERM_STALL] = "stall",         [OUTLAY_TERM_RECOMPUTE] = "recompute",
    [OUTLAY_TERM_TENSOR] = "tensor",       [OUTLAY_TERM_CONTEXT] = "context",
    [OUTLAY_TERM_EXPERT] = "expert",       [OUTLAY_TERM_PIPELINE] = "pipeline",
    [OUTLAY_TERM_DATA] = "data",           [OUTLAY_TERM_BUBBLE] = "bubble",
    [OUTLAY_TERM_OPTIMIZER] = "optimizer", [OUTLAY_TERM_OFFLOAD] = "offload",
};

const char *outlay_term_name(outlay_term term) {
  return (unsigned)term < OUTLAY_TERMS ? term_names[term] : "unknown";
}

/* Bytes of memory traffic a weight in Adam's step: gradient, weight and two moments in FP32 read,
 * three of them and the 16-bit weight written (30); the gradient zeroed, its norm taken, scaled
 * (12). */
static const double optimizer_bytes = 42;

/* Gradients are reduced in buckets of 40 M weights, or a million for each rank where that is more
 * (Megatron-Core, DistributedDataParallelConfig.bucket_size). */
static const double bucket_weights = 40e6, bucket_weights_a_rank = 1e6;

/* Host links, one direction, of an accelerator: PCIe 4 x16 (PCI-SIG). */
static const double host_link = 25e9;

/* What communication beside work takes from it. NCCL's kernels hold multiprocessors; all-gathers
 * of weights for every layer also run into each other. */
static const double reduce_tax = 0.3, sharded_tax = 0.6;

static double positive(double value) { return value > 0 ? value : 0; }

/* ---- checks ------------------------------------------------------------------------------- */

static outlay_status misfit(outlay_error *error, const char *what, double part, double whole) {
  return outlay_fail(error, OUTLAY_ERROR_ARGUMENT, "%s: %g does not divide %g", what, part, whole);
}

outlay_status outlay_strategy_check(const outlay_workload *w, const outlay_machine *machine,
                                    const outlay_strategy *s, outlay_error *error) {
  if (s->tp < 1 || s->pp < 1 || s->dp < 1 || s->cp < 1 || s->micro_batch < 1) {
    return outlay_fail(error, OUTLAY_ERROR_ARGUMENT, "tp, pp, dp, cp and micro_batch start at 1");
  }
  if (outlay_strategy_devices(s) > machine->devices) {
    return outlay_fail(error, OUTLAY_ERROR_ARGUMENT, "the strategy takes %g of %g devices",
                       outlay_strategy_devices(s), machine->devices);
  }
  if (fmod(w->heads, s->tp) != 0) return misfit(error, "tp and heads", s->tp, w->heads);
  if (s->pp > w->layers) {
    return outlay_fail(error, OUTLAY_ERROR_ARGUMENT, "pp is %u for %g layers", s->pp, w->layers);
  }
  const double batches = outlay_micro_batches(s);
  if (!(batches >= 1) || fmod(batches, 1) != 0) {
    return misfit(error, "dp times micro_batch and global_batch", (double)s->dp * s->micro_batch,
                  s->global_batch);
  }
  if (s->ep > 1) {
    if (fmod(w->experts, s->ep) != 0) return misfit(error, "ep and experts", s->ep, w->experts);
    const double ranks = (double)s->tp * s->cp * s->dp;
    const double needed = (double)s->ep * (s->etp > 1 ? s->etp : 1);
    if (fmod(ranks, needed) != 0) return misfit(error, "ep and tp x cp x dp", needed, ranks);
  }
  if (s->interleave > 1 && s->pp > 1) {
    double fullest, last;
    outlay_stage_layers(w->layers, s->pp, &fullest, &last);
    /* Chunks need not be equal (61 layers in 8 chunks), but none is empty. */
    if (s->interleave > fullest) {
      return outlay_fail(error, OUTLAY_ERROR_ARGUMENT,
                         "interleave is %u, more than the %g layers of a stage", s->interleave,
                         fullest);
    }
  }
  return OUTLAY_OK;
}

/* ---- what a device holds ---------------------------------------------------------------- */

void outlay_stage_layers(double layers, double pp, double *fullest, double *last) {
  *fullest = ceil(layers / pp);
  const double missing = *fullest * pp - layers;
  *last = *fullest - ceil(missing / 2);
  if (*last < 0) *last = 0;
}

outlay_group outlay_dense_group(const outlay_strategy *s) {
  return (outlay_group){(double)s->dp * s->cp, s->tp};
}

outlay_group outlay_expert_group(const outlay_strategy *s) {
  const double taken = (double)(s->ep > 1 ? s->ep : 1) * (s->etp > 1 ? s->etp : 1);
  const double ranks = (double)s->tp * s->cp * s->dp / taken;
  return (outlay_group){ranks > 1 ? ranks : 1, taken};
}

void outlay_local_weights_of(const outlay_workload *w, const outlay_strategy *s,
                             outlay_local_weights *out) {
  outlay_parameters p;
  outlay_count_parameters(w, &p);
  double fullest, last;
  outlay_stage_layers(w->layers, s->pp, &fullest, &last);
  const double mixture = outlay_mixture_layers(w) < fullest ? outlay_mixture_layers(w) : fullest;
  const double dense_layers = s->pp > 1 ? fullest - mixture : w->layers - mixture;
  const double end = s->pp > 1 ? p.embedding : p.embedding + p.head;
  const double mlp = dense_layers * p.mlp + mixture * (p.shared + p.router * s->tp);
  out->dense = (fullest * p.attention + mlp + end) / s->tp + fullest * p.norm;
  const double taken = (double)(s->ep > 1 ? s->ep : 1) * (s->etp > 1 ? s->etp : 1);
  out->experts = mixture * p.experts / taken;
}

/* ---- one stage ---------------------------------------------------------------------------- */

/* Times of one micro-batch on one stage, all its chunks. */
typedef struct stage_time {
  double forward, backward, weight; /* backward: with the weights' gradients and recompute */
  double terms[OUTLAY_TERMS];
} stage_time;

static void add_pass(stage_time *stage, const outlay_pass *pass, double count) {
  stage->terms[OUTLAY_TERM_GEMM] += count * pass->gemm;
  stage->terms[OUTLAY_TERM_ATTENTION] += count * pass->attention;
  stage->terms[OUTLAY_TERM_STREAM] += count * pass->stream;
  stage->terms[OUTLAY_TERM_STALL] += count * pass->stall;
  stage->terms[OUTLAY_TERM_TENSOR] += count * pass->exposed_tensor;
  stage->terms[OUTLAY_TERM_CONTEXT] += count * pass->exposed_context;
  stage->terms[OUTLAY_TERM_EXPERT] += count * pass->exposed_expert;
}

static void add_layers(stage_time *stage, const outlay_strategy *s, const outlay_layer_time *layer,
                       double count) {
  const double share = s->recompute_share > 0 ? s->recompute_share : 1;
  const double again = layer->recompute.time * share;
  add_pass(stage, &layer->forward, count);
  add_pass(stage, &layer->input_gradient, count);
  add_pass(stage, &layer->weight_gradient, count);
  stage->terms[OUTLAY_TERM_RECOMPUTE] += count * again;
  stage->forward += count * layer->forward.time;
  stage->weight += count * layer->weight_gradient.time;
  stage->backward += count * (layer->input_gradient.time + layer->weight_gradient.time + again);
}

static void add_end(stage_time *stage, const outlay_pass *forward, const outlay_pass *backward) {
  stage->terms[OUTLAY_TERM_ENDS] += forward->time + backward->time;
  stage->forward += forward->time;
  stage->backward += backward->time;
}

/* Layers of both kinds on a stage with `layers` of them: the dense ones come first. */
static void fill_stage(stage_time *stage, const outlay_workload *w, const outlay_strategy *s,
                       const outlay_layer_time *dense, const outlay_layer_time *mixture,
                       double layers, bool first) {
  double plain = layers;
  if (w->experts > 0) {
    plain = s->pp == 1 ? w->dense_layers : 0;
    /* Many dense layers are between the others, every second one say; few are at the start. */
    if (s->pp > 1 && w->dense_layers > 4) plain = layers * w->dense_layers / w->layers;
    if (s->pp > 1 && first && w->dense_layers <= 4) plain = fmin(layers, w->dense_layers);
  }
  if (plain > 0) add_layers(stage, s, dense, plain);
  if (layers > plain) add_layers(stage, s, mixture, layers - plain);
}

static double stage_total(const stage_time *stage) { return stage->forward + stage->backward; }

/* ---- pipeline -------------------------------------------------------------------------------- */

double outlay_bubble(outlay_schedule schedule, double pp, double interleave, double forward,
                     double backward, double weight) {
  const double f = forward, b = backward, w = weight;
  switch (schedule) {
    case OUTLAY_SCHEDULE_ZB_H1: /* Qi et al., Zero Bubble, arXiv:2401.10241, table 1 */
      return positive((pp - 1) * (f + b - 2 * w));
    case OUTLAY_SCHEDULE_ZB_V: /* the same authors, Controllable Memory, arXiv:2405.15362 */
      return 0;
    case OUTLAY_SCHEDULE_DUALPIPE: /* DeepSeek-V3, arXiv:2412.19437, table 2: F&B run as one */
      return positive((pp / 2 - 1) * (f + b + (b - w) - 3 * w));
    case OUTLAY_SCHEDULE_1F1B: /* Narayanan et al. 2021, sections 2.2.1 and 2.2.2 */
    default:
      return (pp - 1) * (f + b) / interleave;
  }
}

/* Sending activations on and gradients back, for one micro-batch. */
static double pipeline_time(const outlay_workload *w, const outlay_platform *platform,
                            const outlay_strategy *s) {
  if (s->pp <= 1) return 0;
  const double chunks = s->interleave > 1 ? s->interleave : 1;
  const bool cut = s->sequence_parallel || s->scatter_gather;
  const double bytes = 2 * outlay_local_tokens(w, s) * w->hidden / (cut ? s->tp : 1);
  const double stride = (double)s->tp * s->cp * s->dp;
  double time = outlay_send(&platform->network, stride, bytes);
  if (s->scatter_gather && !s->sequence_parallel) {
    time += outlay_all_gather(&platform->network, (outlay_group){s->tp, 1}, bytes * s->tp);
  }
  const double twice = s->schedule == OUTLAY_SCHEDULE_ZB_V ? 2 : 1;
  return 2 * chunks * twice * time;
}

/* ---- data parallelism and optimizer -------------------------------------------------------- */

typedef struct data_time {
  double gather, reduce;             /* once a step */
  double layer_gather, layer_reduce; /* ZeRO-3: for each layer and micro-batch */
} data_time;

/* Each bucket, or with ZeRO-3 each layer, is a collective of its own. */
static double more_latency(const outlay_network *network, const outlay_strategy *s,
                           outlay_group group, double weights, double layers) {
  const double bucket = fmax(bucket_weights, bucket_weights_a_rank * group.size);
  const double more = s->zero >= 3 ? layers : floor(weights / bucket);
  return more * outlay_reduce_scatter(network, group, 0);
}

static void add_data(data_time *data, const outlay_platform *platform, const outlay_strategy *s,
                     outlay_group group, double weights, double layers) {
  const outlay_network *network = &platform->network;
  if (group.size <= 1 || weights <= 0) return;
  const double latency = more_latency(network, s, group, weights, layers);
  if (s->zero == 0) {
    data->reduce += outlay_all_reduce(network, group, s->gradient_bytes * weights) + latency;
    return;
  }
  data->reduce += outlay_reduce_scatter(network, group, s->gradient_bytes * weights) + latency;
  data->gather += outlay_all_gather(network, group, 2 * weights) + latency;
}

static data_time data_times(const outlay_workload *w, const outlay_platform *platform,
                            const outlay_strategy *s, const outlay_local_weights *weights) {
  data_time data = {0};
  double fullest, last;
  outlay_stage_layers(w->layers, s->pp, &fullest, &last);
  add_data(&data, platform, s, outlay_dense_group(s), weights->dense, fullest);
  add_data(&data, platform, s, outlay_expert_group(s), weights->experts, fullest);
  data.layer_gather = data.gather / fullest;
  data.layer_reduce = data.reduce / fullest;
  return data;
}

/* Communication that runs beside `window` seconds of work shows what is longer, and its last part;
 * and it slows the work by `tax` of its time, for it takes multiprocessors and bandwidth. */
static double beside(double communication, double window, double last, double tax) {
  if (communication <= 0) return 0;
  return positive(communication - window) + fmin(communication, last) +
         tax * fmin(communication, window);
}

/* Once a step: the reduction hides behind the last micro-batch's backward pass, the gathering of
 * the new weights behind the first forward pass. */
static double exposed_data(const outlay_strategy *s, const data_time *data, const stage_time *stage,
                           double layers) {
  if (!s->data_overlap) return data->reduce + data->gather;
  return beside(data->reduce, stage->backward, data->reduce / layers, reduce_tax) +
         beside(data->gather, stage->forward, data->gather / layers, reduce_tax);
}

/* ZeRO-3 gathers each layer before its forward and its backward pass and reduces its gradients,
 * for every micro-batch; the next layer's gathering runs beside this layer's work. */
static double exposed_sharded(const outlay_strategy *s, const data_time *data,
                              const stage_time *stage) {
  const double forward = data->gather, backward = data->gather + data->reduce;
  if (!s->data_overlap) return forward + backward;
  return beside(forward, stage->forward, data->layer_gather, sharded_tax) +
         beside(backward, stage->backward, data->layer_gather + data->layer_reduce, sharded_tax);
}

static double optimizer_time(const outlay_platform *platform, const outlay_strategy *s,
                             const outlay_local_weights *weights) {
  const double dense = s->zero > 0 ? outlay_dense_group(s).size : 1;
  const double experts = s->zero > 0 ? outlay_expert_group(s).size : 1;
  const double local = weights->dense / dense + weights->experts / experts;
  if (s->offload_optimizer) return local * 16 / host_link;
  return outlay_stream_time(&platform->rates, local * optimizer_bytes);
}

/* ---- the step ------------------------------------------------------------------------------ */

static void fill_flops(const outlay_workload *w, const outlay_platform *platform,
                       const outlay_strategy *s, outlay_step *out) {
  outlay_flops flops;
  outlay_count_flops(w, OUTLAY_CAUSAL, &flops);
  const double share = s->recompute_share > 0 ? s->recompute_share : 1;
  double again = 0;
  if (s->recompute == OUTLAY_RECOMPUTE_FULL) again = share * (flops.forward - flops.logits);
  if (s->recompute == OUTLAY_RECOMPUTE_SELECTIVE) again = flops.scores;
  out->tokens = s->global_batch * w->sequence;
  out->model_flops = out->tokens * (flops.forward + flops.backward);
  out->hardware_flops = out->model_flops + out->tokens * again;
  const double peak = outlay_peak(&platform->machine.accelerator, OUTLAY_16BIT);
  const double possible = peak * outlay_strategy_devices(s) * out->time;
  out->mfu = out->model_flops / possible;
  out->hfu = out->hardware_flops / possible;
}

void outlay_step_time(const outlay_workload *w, const outlay_platform *platform,
                      const outlay_strategy *s, outlay_step *out) {
  outlay_layer_time dense = {0}, mixture = {0};
  if (outlay_mixture_layers(w) < w->layers) outlay_layer_times(w, platform, s, false, &dense);
  if (w->experts > 0) outlay_layer_times(w, platform, s, true, &mixture);
  outlay_ends_time ends;
  outlay_ends_times(w, platform, s, &ends);

  double fullest, last;
  outlay_stage_layers(w->layers, s->pp, &fullest, &last);
  stage_time first_stage = {0}, middle_stage = {0}, last_stage = {0};
  fill_stage(&middle_stage, w, s, &dense, &mixture, fullest, false);
  fill_stage(&first_stage, w, s, &dense, &mixture, s->pp > 2 ? last : fullest, true);
  fill_stage(&last_stage, w, s, &dense, &mixture, last, s->pp == 1);
  if (s->pp > 2 && last == fullest) {
    first_stage = (stage_time){0};
    fill_stage(&first_stage, w, s, &dense, &mixture, fullest, true);
  }
  add_end(&first_stage, &ends.embedding, &ends.embedding_backward);
  add_end(&last_stage, &ends.head, &ends.head_backward);
  if (s->pp == 1) add_end(&last_stage, &ends.embedding, &ends.embedding_backward);
  const stage_time *slowest = &last_stage;
  if (s->pp > 1 && stage_total(&first_stage) > stage_total(slowest)) slowest = &first_stage;
  if (s->pp > 2 && stage_total(&middle_stage) > stage_total(slowest)) slowest = &middle_stage;

  const double batches = outlay_micro_batches(s);
  const double chunks = s->interleave > 1 && s->pp > 1 ? s->interleave : 1;
  *out = (outlay_step){0};
  for (int i = 0; i < OUTLAY_TERMS; i++) out->terms[i] = batches * slowest->terms[i];

  if (s->pp > 1) {
    double others = stage_total(&first_stage) + stage_total(&last_stage) +
                    (s->pp - 2.0) * stage_total(&middle_stage) - stage_total(slowest);
    if (s->schedule == OUTLAY_SCHEDULE_1F1B) {
      out->terms[OUTLAY_TERM_BUBBLE] = others / chunks;
    } else {
      out->terms[OUTLAY_TERM_BUBBLE] = outlay_bubble(s->schedule, s->pp, 1, slowest->forward,
                                                     slowest->backward, slowest->weight);
    }
    const double send = pipeline_time(w, platform, s);
    const double window = stage_total(slowest);
    const double each = s->pipeline_overlap ? beside(send, 0.5 * window, 0, 0) : send;
    out->terms[OUTLAY_TERM_PIPELINE] = batches * each + (s->pp - 1.0) * send / chunks;
  }

  outlay_local_weights weights;
  outlay_local_weights_of(w, s, &weights);
  const data_time data = data_times(w, platform, s, &weights);
  if (s->zero >= 3) {
    out->terms[OUTLAY_TERM_DATA] = batches * exposed_sharded(s, &data, slowest);
  } else {
    out->terms[OUTLAY_TERM_DATA] = exposed_data(s, &data, slowest, fullest);
  }
  out->terms[OUTLAY_TERM_OPTIMIZER] = optimizer_time(platform, s, &weights);
  for (int i = 0; i < OUTLAY_TERMS; i++) out->time += out->terms[i];
  fill_flops(w, platform, s, out);
}
