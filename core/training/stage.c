#include "stage.h"

#include <math.h>

/* ---- what a device holds ---------------------------------------------------------------- */

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
  outlay_stage_split split;
  outlay_stage_split_of(w, s, &split);
  const double fullest = split.fullest;
  const double mixture = outlay_mixture_layers(w) < fullest ? outlay_mixture_layers(w) : fullest;
  const double dense_layers = s->pp > 1 ? fullest - mixture : w->layers - mixture;
  const double end = s->pp > 1 ? p.embedding : p.embedding + p.head;
  const double mlp = dense_layers * p.mlp + mixture * (p.shared + p.router * s->tp);
  out->dense = (fullest * p.attention + mlp + end) / s->tp + fullest * p.norm;
  const double taken = (double)(s->ep > 1 ? s->ep : 1) * (s->etp > 1 ? s->etp : 1);
  out->experts = mixture * p.experts / taken;
}

/* ---- one stage ---------------------------------------------------------------------------- */

static void add_pass(outlay_stage *stage, const outlay_pass *pass, double count) {
  stage->terms[OUTLAY_TERM_GEMM] += count * pass->gemm;
  stage->terms[OUTLAY_TERM_ATTENTION] += count * pass->attention;
  stage->terms[OUTLAY_TERM_STREAM] += count * pass->stream;
  stage->terms[OUTLAY_TERM_STALL] += count * pass->stall;
  stage->terms[OUTLAY_TERM_TENSOR] += count * pass->exposed_tensor;
  stage->terms[OUTLAY_TERM_CONTEXT] += count * pass->exposed_context;
  stage->terms[OUTLAY_TERM_EXPERT] += count * pass->exposed_expert;
}

static void add_layers(outlay_stage *stage, const outlay_strategy *s,
                       const outlay_layer_time *layer, double count) {
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

/* `weight` of the backward pass is the weights' gradient, which zero-bubble schedules defer. */
static void add_end(outlay_stage *stage, const outlay_pass *forward, const outlay_pass *backward,
                    double weight) {
  stage->terms[OUTLAY_TERM_ENDS] += forward->time + backward->time;
  stage->forward += forward->time;
  stage->backward += backward->time;
  stage->weight += weight;
}

/* Layers of both kinds on a stage with `layers` of them: the dense ones come first. */
static void fill_stage(outlay_stage *stage, const outlay_workload *w, const outlay_strategy *s,
                       const outlay_layer_time *dense, const outlay_layer_time *mixture,
                       double layers, bool first) {
  const double plain = outlay_stage_dense_layers(w, s, layers, first);
  if (plain > 0) add_layers(stage, s, dense, plain);
  if (layers > plain) add_layers(stage, s, mixture, layers - plain);
}

static double stage_total(const outlay_stage *stage) { return stage->forward + stage->backward; }

/* What a device does that holds a stage from either end, and half of the micro-batches of each. */
static outlay_stage mean_of(const outlay_stage *a, const outlay_stage *b) {
  outlay_stage mean = {(a->forward + b->forward) / 2,
                       (a->backward + b->backward) / 2,
                       (a->weight + b->weight) / 2,
                       {0}};
  for (int t = 0; t < OUTLAY_TERMS; t++) mean.terms[t] = (a->terms[t] + b->terms[t]) / 2;
  return mean;
}

static const outlay_stage *slower(const outlay_stage *a, const outlay_stage *b) {
  return stage_total(b) > stage_total(a) ? b : a;
}

void outlay_stages_of(const outlay_workload *w, const outlay_platform *platform,
                      const outlay_strategy *s, outlay_stages *out) {
  outlay_layer_time dense = {0}, mixture = {0};
  if (outlay_mixture_layers(w) < w->layers) outlay_layer_times(w, platform, s, false, &dense);
  if (w->experts > 0) outlay_layer_times(w, platform, s, true, &mixture);
  outlay_ends_time ends;
  outlay_ends_times(w, platform, s, &ends);

  outlay_stage_split split;
  outlay_stage_split_of(w, s, &split);
  outlay_stage first_stage = {0}, middle_stage = {0}, last_stage = {0};
  fill_stage(&middle_stage, w, s, &dense, &mixture, split.middle, false);
  fill_stage(&first_stage, w, s, &dense, &mixture, split.first, true);
  fill_stage(&last_stage, w, s, &dense, &mixture, split.last, s->pp == 1);
  add_end(&first_stage, &ends.embedding, &ends.embedding_backward, 0);
  add_end(&last_stage, &ends.head, &ends.head_backward, ends.head_weight);
  if (s->pp == 1) add_end(&last_stage, &ends.embedding, &ends.embedding_backward, 0);
  /* Further tokens are predicted on the last stage. */
  for (double k = 0; k < w->predicted; k++) {
    add_layers(&last_stage, s, w->experts > 0 ? &mixture : &dense, 1);
    add_end(&last_stage, &ends.head, &ends.head_backward, ends.head_weight);
  }
  if (s->pp > 1 && s->schedule == OUTLAY_SCHEDULE_DUALPIPE) {
    /* DeepSeek-V3's report, section 3.2.3: the shallowest and the deepest layers, with embedding
     * and output head, are on the same rank. */
    first_stage = last_stage = mean_of(&first_stage, &last_stage);
  }

  const outlay_stage *slowest = &last_stage;
  if (s->pp > 1) slowest = slower(slowest, &first_stage);
  if (s->pp > 2) slowest = slower(slowest, &middle_stage);
  out->slowest = *slowest;
  out->layers = split.fullest;
  out->others = 0;
  if (s->pp > 1) {
    out->others = stage_total(&first_stage) + stage_total(&last_stage) +
                  (s->pp - 2.0) * stage_total(&middle_stage) - stage_total(slowest);
  }
}
