#include "data_parallel.h"

#include <math.h>

/* Bytes of memory traffic a weight in Adam's step: gradient, weight and two moments in FP32 read,
 * three of them and the 16-bit weight written (30); the gradient zeroed, its norm taken, scaled
 * (12). */
static const double optimizer_bytes = 42;

/* Gradients are reduced in buckets of 40 M weights, or a million for each rank where that is more
 * (Megatron-Core, DistributedDataParallelConfig.bucket_size). */
static const double bucket_weights = 40e6, bucket_weights_a_rank = 1e6;

/* What communication beside work takes from it. NCCL's kernels hold multiprocessors; all-gathers
 * of weights for every layer also run into each other. */
static const double reduce_tax = 0.3, sharded_tax = 0.6;

/* DeepSpeed's ZeRO-3 of 2021 gathered each matrix of a layer by a collective of its own, into a
 * list that it copied together, and waited for it. What it reached of a ring's bandwidth, and what
 * each rank added to a collective (NCCL's src/graph/tuning.cc has 14 us for a hop of the Simple
 * protocol over a network), are set by the six such rows of Narayanan et al. 2021, table 2. */
static const double tensor_share = 0.35, tensor_hop = 12e-6;
enum { LAYER_MATRICES = 4 };

static double positive(double value) { return value > 0 ? value : 0; }

/* Each bucket, or with ZeRO-3 each layer, is a collective of its own. */
static double more_latency(const outlay_network *network, const outlay_strategy *s,
                           outlay_group group, double weights, double layers) {
  const double bucket = fmax(bucket_weights, bucket_weights_a_rank * group.size);
  const double more = s->zero >= 3 ? layers : floor(weights / bucket);
  return more * outlay_reduce_scatter(network, group, 0);
}

static void add_data(outlay_data_time *data, const outlay_platform *platform,
                     const outlay_strategy *s, outlay_group group, double weights, double layers) {
  const outlay_network used = outlay_network_of(platform, s->data_network);
  const outlay_network *network = &used;
  if (group.size <= 1 || weights <= 0) return;
  const double latency = more_latency(network, s, group, weights, layers);
  if (s->zero == 0) {
    data->reduce += outlay_all_reduce(network, group, s->gradient_bytes * weights) + latency;
    return;
  }
  data->reduce += outlay_reduce_scatter(network, group, s->gradient_bytes * weights) + latency;
  data->gather += outlay_all_gather(network, group, 2 * weights) + latency;
}

void outlay_data_times(const outlay_workload *w, const outlay_platform *platform,
                       const outlay_strategy *s, const outlay_local_weights *weights,
                       outlay_data_time *out) {
  outlay_data_time data = {0};
  outlay_stage_split split;
  outlay_stage_split_of(w, s, &split);
  const double fullest = split.fullest;
  add_data(&data, platform, s, outlay_dense_group(s), weights->dense, fullest);
  add_data(&data, platform, s, outlay_expert_group(s), weights->experts, fullest);
  data.layer_gather = data.gather / fullest;
  data.layer_reduce = data.reduce / fullest;
  *out = data;
}

double outlay_beside(double communication, double window, double last, double tax) {
  if (communication <= 0) return 0;
  return positive(communication - window) + fmin(communication, last) +
         tax * fmin(communication, window);
}

/* Once a step: the reduction hides behind the last micro-batch's backward pass, the gathering of
 * the new weights behind the first forward pass. */
static double exposed_once(const outlay_strategy *s, const outlay_data_time *data,
                           const outlay_stage *stage, double layers) {
  if (!s->data_overlap) return data->reduce + data->gather;
  return outlay_beside(data->reduce, stage->backward, data->reduce / layers, reduce_tax) +
         outlay_beside(data->gather, stage->forward, data->gather / layers, reduce_tax);
}

/* Matrix by matrix, without overlap: weights are gathered for the forward pass, for its
 * recomputation and for the backward pass (Rajbhandari et al., ZeRO-Infinity, arXiv:2104.07857,
 * section 4.1). */
static double exposed_by_matrix(const outlay_strategy *s, const outlay_data_time *data,
                                double layers) {
  const double ranks = outlay_dense_group(s).size;
  const double gathers = s->recompute == OUTLAY_RECOMPUTE_FULL ? 3 : 2;
  if (ranks <= 1) return 0;
  return (gathers * data->gather + data->reduce) / tensor_share +
         (gathers + 1) * layers * LAYER_MATRICES * ranks * tensor_hop;
}

/* ZeRO-3 gathers each layer before its forward and its backward pass and reduces its gradients,
 * for every micro-batch; the next layer's gathering runs beside this layer's work. */
static double exposed_sharded(const outlay_strategy *s, const outlay_data_time *data,
                              const outlay_stage *stage, double layers) {
  const double forward = data->gather, backward = data->gather + data->reduce;
  if (!s->data_overlap) return exposed_by_matrix(s, data, layers);
  return outlay_beside(forward, stage->forward, data->layer_gather, sharded_tax) +
         outlay_beside(backward, stage->backward, data->layer_gather + data->layer_reduce,
                       sharded_tax);
}

double outlay_optimizer_time(const outlay_platform *platform, const outlay_strategy *s,
                             const outlay_local_weights *weights) {
  const double dense = s->zero > 0 ? outlay_dense_group(s).size : 1;
  const double experts = s->zero > 0 ? outlay_expert_group(s).size : 1;
  const double local = weights->dense / dense + weights->experts / experts;
  return outlay_stream_time(&platform->rates, local * optimizer_bytes);
}

double outlay_exposed_data(const outlay_strategy *s, const outlay_data_time *data,
                           const outlay_stages *stages, double batches) {
  if (s->zero >= 3) {
    return batches * exposed_sharded(s, data, &stages->slowest, stages->layers);
  }
  return exposed_once(s, data, &stages->slowest, stages->layers);
}
