/* Workload: the shape of a transformer, and what follows from the shape alone.
 *
 * Parameters, FLOPs a token and activation bytes; nothing here knows a machine. Counts are
 * doubles (exact up to 2^53). Dense and mixture-of-experts models; multi-head, grouped-query
 * and multi-query attention by `kv_heads`, multi-head latent attention by `kv_rank`. */
#ifndef OUTLAY_WORKLOAD_H
#define OUTLAY_WORKLOAD_H

#include <stdbool.h>

#include "outlay.h"

typedef struct outlay_workload {
  double layers;
  double hidden;
  double heads;
  double kv_heads;   /* = heads: multi-head; 1: multi-query */
  double head_dim;   /* of queries and keys (without the rotary part of latent attention) */
  double value_dim;  /* of values; 0: head_dim */
  double query_rank; /* latent attention: rank of the query's compression; 0: none */
  double kv_rank;    /* latent attention: rank of the key-value compression; 0: not latent */
  double rope_dim;   /* latent attention: the rotary part of queries and of the shared key */
  double ffn;        /* width of a dense layer's MLP */
  bool gated;        /* SwiGLU, GeGLU: three matrices instead of two */
  double vocabulary;
  double sequence;     /* tokens */
  double window;       /* sliding or chunked attention: tokens that are seen; 0: all */
  double window_share; /* share of the layers that have the window */
  bool tied;           /* the LM head is the embedding's matrix */

  double experts;      /* routed experts of a layer; 0: a dense model */
  double top_k;        /* routed experts a token goes to */
  double expert_ffn;   /* width of one routed expert */
  double shared_ffn;   /* width of all shared experts together */
  double dense_layers; /* layers with a dense MLP in a mixture of experts */
  bool expert_bias;    /* experts' products have biases, added by kernels of their own */
  double predicted;    /* further tokens that are predicted, each by a layer of its own */
} outlay_workload;

typedef struct outlay_parameters {
  double embedding, head;         /* whole model */
  double attention, norm;         /* one layer */
  double mlp;                     /* one dense layer */
  double experts, shared, router; /* one mixture layer */
  double total, active;           /* whole model; active: what one token passes through */
} outlay_parameters;

/* FLOPs of the forward pass for one token, whole model, a multiply-add counted as two. */
typedef struct outlay_flops {
  double projections; /* of attention */
  double scores;      /* queries times keys, probabilities times values */
  double mlp;         /* dense MLPs and shared experts */
  double experts;     /* routed */
  double router;
  double logits;
  double forward, backward; /* backward: twice the forward (Narayanan et al. 2021, appendix) */
} outlay_flops;

typedef enum outlay_attention_count {
  OUTLAY_CAUSAL, /* only what a causal kernel computes: (s + 1) / 2 positions a token */
  OUTLAY_FULL    /* all s positions: the older publications, and kernels without a mask */
} outlay_attention_count;

/* What is wrong with a workload, in `error`: a missing size, more chosen experts than there are. */
outlay_status outlay_workload_check(const outlay_workload *workload, outlay_error *error);

/* Layers with routed experts. */
double outlay_mixture_layers(const outlay_workload *workload);
double outlay_value_dim(const outlay_workload *workload);
/* Positions that a token attends to, mean over the layers. */
double outlay_attended(const outlay_workload *workload, outlay_attention_count count);

void outlay_count_parameters(const outlay_workload *workload, outlay_parameters *out);
void outlay_count_flops(const outlay_workload *workload, outlay_attention_count count,
                        outlay_flops *out);

#endif
