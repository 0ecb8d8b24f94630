#include "workload.h"

#include <math.h>

#include "status.h"

static outlay_status check_experts(const outlay_workload *w, outlay_error *error) {
  if (w->experts <= 0) {
    if (w->top_k <= 0 && w->expert_ffn <= 0) return OUTLAY_OK;
    return outlay_fail(error, OUTLAY_ERROR_ARGUMENT,
                       "top_k and expert_ffn are of a model with experts, and experts is missing");
  }
  if (!(w->top_k >= 1 && w->top_k <= w->experts)) {
    return outlay_fail(error, OUTLAY_ERROR_ARGUMENT,
                       "top_k is %g; it must be from 1 to the %g experts", w->top_k, w->experts);
  }
  if (!(w->expert_ffn >= 1)) {
    return outlay_fail(error, OUTLAY_ERROR_ARGUMENT,
                       "experts need a width: expert_ffn is missing or below 1");
  }
  if (!(w->dense_layers >= 0 && w->dense_layers < w->layers)) {
    return outlay_fail(error, OUTLAY_ERROR_ARGUMENT,
                       "dense_layers is %g; it must be below the %g layers", w->dense_layers,
                       w->layers);
  }
  return OUTLAY_OK;
}

typedef struct named_count {
  const char *name;
  double value, least;
} named_count;

/* Sizes that are numbers of things. */
static outlay_status check_counts(const outlay_workload *w, outlay_error *error) {
  const named_count counts[] = {
      {"layers", w->layers, 1},       {"hidden", w->hidden, 1},
      {"heads", w->heads, 1},         {"head_dim", w->head_dim, 1},
      {"sequence", w->sequence, 1},   {"vocabulary", w->vocabulary, 1},
      {"kv_heads", w->kv_heads, 0},   {"experts", w->experts, 0},
      {"predicted", w->predicted, 0}, {"dense_layers", w->dense_layers, 0},
  };
  for (size_t i = 0; i < sizeof counts / sizeof counts[0]; i++) {
    const named_count *c = &counts[i];
    if (c->value >= c->least && c->value == floor(c->value) && c->value <= 1e15) continue;
    return outlay_fail(error, OUTLAY_ERROR_ARGUMENT,
                       "%s is %g; a transformer needs a whole number of them, at least %g", c->name,
                       c->value, c->least);
  }
  return OUTLAY_OK;
}

outlay_status outlay_workload_check(const outlay_workload *w, outlay_error *error) {
  outlay_status status = check_counts(w, error);
  if (status == OUTLAY_OK) status = check_experts(w, error);
  if (status != OUTLAY_OK) return status;
  if (w->kv_rank <= 0 && !(w->kv_heads >= 1 && fmod(w->heads, w->kv_heads) == 0)) {
    return outlay_fail(error, OUTLAY_ERROR_ARGUMENT,
                       "kv_heads is %g; it must be at least 1 and divide the %g heads", w->kv_heads,
                       w->heads);
  }
  if (!(w->window_share <= 1)) {
    return outlay_fail(error, OUTLAY_ERROR_ARGUMENT, "window_share is %g; it is from 0 to 1",
                       w->window_share);
  }
  if (outlay_mixture_layers(w) < w->layers && !(w->ffn >= 1)) {
    return outlay_fail(error, OUTLAY_ERROR_ARGUMENT,
                       "dense layers need a width: ffn is missing or below 1");
  }
  return OUTLAY_OK;
}

double outlay_mixture_layers(const outlay_workload *w) {
  return w->experts > 0 ? w->layers - w->dense_layers : 0;
}

double outlay_value_dim(const outlay_workload *w) {
  return w->value_dim > 0 ? w->value_dim : w->head_dim;
}

/* Positions that are seen through a window of `seen` tokens in a sequence of s. */
static double attended_within(double s, double seen, outlay_attention_count count) {
  if (seen <= 0 || seen >= s) return count == OUTLAY_FULL ? s : (s + 1) / 2;
  if (count == OUTLAY_FULL) return seen;
  /* The first `seen` tokens see (seen + 1) / 2 on average, the others `seen`. */
  return seen - seen * (seen - 1) / (2 * s);
}

double outlay_attended(const outlay_workload *w, outlay_attention_count count) {
  const double all = attended_within(w->sequence, 0, count);
  if (w->window <= 0) return all;
  const double some = attended_within(w->sequence, w->window, count);
  return w->window_share * some + (1 - w->window_share) * all;
}

/* Multi-head latent attention: DeepSeek-V2 (arXiv:2405.04434), section 2.1.2. */
static double latent_attention(const outlay_workload *w) {
  const double query_width = w->heads * (w->head_dim + w->rope_dim);
  const double query =
      w->query_rank > 0 ? w->query_rank * (w->hidden + query_width) : w->hidden * query_width;
  const double down = w->hidden * (w->kv_rank + w->rope_dim);
  const double up = w->kv_rank * w->heads * (w->head_dim + outlay_value_dim(w));
  return query + down + up + w->heads * outlay_value_dim(w) * w->hidden;
}

/* Weights of one layer's attention: queries, keys, values, output. */
static double attention_weights(const outlay_workload *w) {
  if (w->kv_rank > 0) return latent_attention(w);
  const double query_output = 2 * w->heads * w->head_dim;
  return w->hidden * (query_output + 2 * w->kv_heads * w->head_dim);
}

void outlay_count_parameters(const outlay_workload *w, outlay_parameters *out) {
  const double matrices = w->gated ? 3 : 2;
  const double mixture = outlay_mixture_layers(w);
  outlay_parameters p = {0};
  p.embedding = w->vocabulary * w->hidden;
  p.head = w->tied ? 0 : p.embedding;
  p.attention = attention_weights(w);
  p.norm = 2 * w->hidden;
  p.mlp = matrices * w->hidden * w->ffn;
  if (mixture > 0) {
    p.experts = w->experts * matrices * w->hidden * w->expert_ffn;
    p.shared = matrices * w->hidden * w->shared_ffn;
    p.router = w->hidden * w->experts;
  }
  const double every = w->layers * (p.attention + p.norm) + (w->layers - mixture) * p.mlp;
  const double ends = p.embedding + p.head + w->hidden;
  p.total = every + mixture * (p.experts + p.shared + p.router) + ends;
  p.active = every + ends;
  if (mixture > 0) {
    p.active += mixture * (p.experts * w->top_k / w->experts + p.shared + p.router);
  }
  /* Multi-token prediction: a layer and a projection of two states to one for each further token,
   * with the model's own embedding and head (DeepSeek-V3, arXiv:2412.19437, section 2.2). */
  const double more = w->predicted * (p.attention + p.norm + 2 * w->hidden * w->hidden);
  const double wide = mixture > 0 ? p.experts + p.shared + p.router : p.mlp;
  const double used = mixture > 0 ? p.experts * w->top_k / w->experts + p.shared + p.router : p.mlp;
  p.total += more + w->predicted * wide;
  p.active += more + w->predicted * used;
  *out = p;
}

/* Narayanan et al., "Efficient Large-Scale Language Model Training on GPU Clusters Using
 * Megatron-LM" (SC 2021), appendix, generalised to grouped queries, gates and experts: two
 * FLOPs a weight and token, and 2 x 2 x attended x heads x dimension for the scores. */
void outlay_count_flops(const outlay_workload *w, outlay_attention_count count, outlay_flops *out) {
  const double matrices = w->gated ? 3 : 2;
  const double layers = w->layers + w->predicted;
  const double dense = w->layers - outlay_mixture_layers(w) + (w->experts > 0 ? 0 : w->predicted);
  const double mixture = layers - dense;
  const double score_width = w->head_dim + (w->kv_rank > 0 ? w->rope_dim : 0) + outlay_value_dim(w);
  outlay_flops f = {0};
  f.projections = 2 * layers * attention_weights(w) + 4 * w->predicted * w->hidden * w->hidden;
  f.scores = 2 * layers * outlay_attended(w, count) * w->heads * score_width;
  f.mlp = 2 * matrices * w->hidden * (dense * w->ffn + mixture * w->shared_ffn);
  f.experts = 2 * matrices * w->hidden * mixture * w->expert_ffn * w->top_k;
  f.router = 2 * w->hidden * mixture * w->experts;
  f.logits = 2 * (1 + w->predicted) * w->hidden * w->vocabulary;
  f.forward = f.projections + f.scores + f.mlp + f.experts + f.router + f.logits;
  f.backward = 2 * f.forward;
  *out = f;
}
