#include "stage_split.h"

#include <math.h>

static double fullest_of(const outlay_strategy *s, const outlay_stage_split *split) {
  /* DualPipe's devices hold two stages, one from either end of the pipeline. */
  if (s->schedule == OUTLAY_SCHEDULE_DUALPIPE) {
    const double ends = (split->first + split->last) / 2;
    return s->pp > 2 ? fmax(split->middle, ends) : ends;
  }
  return fmax(split->middle, fmax(split->first, split->last));
}

static void even_split(double layers, double pp, outlay_stage_split *out) {
  const double fullest = ceil(layers / pp);
  const double missing = fullest * pp - layers;
  const double last = fmax(fullest - ceil(missing / 2), 0);
  *out = (outlay_stage_split){pp > 2 ? last : fullest, last, fullest, fullest};
}

void outlay_stage_split_of(const outlay_workload *w, const outlay_strategy *s,
                           outlay_stage_split *out) {
  const double layers = w->layers, pp = s->pp;
  even_split(layers, pp, out);
  if (pp <= 1 || (s->first_layers == 0 && s->last_layers == 0)) return;
  const double other = pp > 2 ? floor((layers - s->first_layers - s->last_layers) / (pp - 1))
                              : layers - s->first_layers - s->last_layers;
  out->first = s->first_layers > 0 ? s->first_layers : other;
  out->last = s->last_layers > 0 ? s->last_layers : other;
  out->middle = pp > 2 ? ceil((layers - out->first - out->last) / (pp - 2)) : 0;
  out->fullest = fullest_of(s, out);
}

bool outlay_stage_split_fits(const outlay_workload *w, const outlay_strategy *s) {
  if (s->first_layers == 0 && s->last_layers == 0) return true;
  if (s->pp <= 1) return false;
  outlay_stage_split split;
  outlay_stage_split_of(w, s, &split);
  const double between = s->pp - 2.0, rest = w->layers - split.first - split.last;
  return split.first >= 1 && split.last >= 1 && (between > 0 ? rest >= between : rest == 0);
}

double outlay_stage_dense_layers(const outlay_workload *w, const outlay_strategy *s, double layers,
                                 bool first) {
  if (w->experts <= 0) return layers;
  if (s->pp == 1) return w->dense_layers;
  /* Many dense layers are between the others, every second one say; few are at the start. */
  if (w->dense_layers > 4) return layers * w->dense_layers / w->layers;
  return first ? fmin(layers, w->dense_layers) : 0;
}

/* ---- the balanced split ---------------------------------------------------------------------- */

/* Seconds of a micro-batch, forward and backward. */
typedef struct weights {
  double dense, mixture; /* of a layer */
  double first, last;    /* of what is beside the layers */
} weights;

static double layer_total(const outlay_layer_time *layer, const outlay_strategy *s) {
  const double share = s->recompute_share > 0 ? s->recompute_share : 1;
  return layer->forward.time + layer->input_gradient.time + layer->weight_gradient.time +
         share * layer->recompute.time;
}

static void weigh(const outlay_workload *w, const outlay_platform *platform,
                  const outlay_strategy *s, weights *out) {
  outlay_layer_time dense = {0}, mixture = {0};
  outlay_ends_time ends;
  if (outlay_mixture_layers(w) < w->layers) outlay_layer_times(w, platform, s, false, &dense);
  if (w->experts > 0) outlay_layer_times(w, platform, s, true, &mixture);
  outlay_ends_times(w, platform, s, &ends);
  const double head = ends.head.time + ends.head_backward.time;
  out->dense = layer_total(&dense, s);
  out->mixture = layer_total(&mixture, s);
  out->first = ends.embedding.time + ends.embedding_backward.time;
  out->last = head + w->predicted * (head + (w->experts > 0 ? out->mixture : out->dense));
}

static double stage_weight(const outlay_workload *w, const outlay_strategy *s, const weights *each,
                           double layers, bool first) {
  const double dense = outlay_stage_dense_layers(w, s, layers, first);
  return dense * each->dense + (layers - dense) * each->mixture;
}

static double slowest_of(const outlay_workload *w, const outlay_strategy *s, const weights *each,
                         const outlay_stage_split *split) {
  const double first = each->first + stage_weight(w, s, each, split->first, true);
  const double last = each->last + stage_weight(w, s, each, split->last, false);
  const double middle = stage_weight(w, s, each, split->middle, false);
  const double ends =
      s->schedule == OUTLAY_SCHEDULE_DUALPIPE ? (first + last) / 2 : fmax(first, last);
  return fmax(middle, ends);
}

void outlay_balance_stages(const outlay_workload *w, const outlay_platform *platform,
                           outlay_strategy *s) {
  if (s->split != OUTLAY_SPLIT_BALANCED || s->pp < 2 || s->pp > w->layers) return;
  if (s->first_layers > 0 || s->last_layers > 0) return;
  weights each;
  weigh(w, platform, s, &each);
  outlay_stage_split best, tried;
  outlay_stage_split_of(w, s, &best);
  double quickest = slowest_of(w, s, &each, &best);
  const double between = s->pp - 2.0;
  /* Each number of layers between the ends leaves the fewest for the ends. */
  for (double middle = floor(w->layers / s->pp);; middle++) {
    const double left = between > 0 ? w->layers - between * middle : w->layers;
    for (double first = 1; first < left; first++) {
      tried = (outlay_stage_split){first, left - first, between > 0 ? middle : 0, 0};
      tried.fullest = fullest_of(s, &tried);
      const double slowest = slowest_of(w, s, &each, &tried);
      const bool quicker = slowest < quickest * (1 - 1e-9);
      const bool leaner = slowest <= quickest && tried.fullest < best.fullest;
      if (!quicker && !leaner) continue;
      quickest = slowest;
      best = tried;
      s->first_layers = (uint32_t)first;
      s->last_layers = (uint32_t)(left - first);
    }
    if (between <= 0 || left <= 2 || stage_weight(w, s, &each, middle, false) >= quickest) return;
  }
}
