#include "step.h"

#include <math.h>

#include "memory_model.h"
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

static double positive(double value) { return value > 0 ? value : 0; }

/* ---- checks ------------------------------------------------------------------------------- */

/* `part` must divide `whole`: says what the next smaller one is that does. */
static outlay_status check_divides(const char *name, double part, const char *of, double whole,
                                   outlay_error *error) {
  if (fmod(whole, part) == 0) return OUTLAY_OK;
  double fits = fmin(part, whole);
  while (fits > 1 && fmod(whole, fits) != 0) fits--;
  const outlay_status status =
      outlay_fail(error, OUTLAY_ERROR_ARGUMENT, "%s is %g, which does not divide the %g %s", name,
                  part, whole, of);
  outlay_advise(error, "write %s = %g", name, fits);
  return status;
}

static outlay_status check_batch(const outlay_strategy *s, outlay_error *error) {
  const double batches = outlay_micro_batches(s);
  if (batches >= 1 && fmod(batches, 1) == 0) return OUTLAY_OK;
  const double at_once = (double)s->dp * s->micro_batch;
  const outlay_status status =
      outlay_fail(error, OUTLAY_ERROR_ARGUMENT,
                  "dp %u times micro_batch %u does not divide the batch of %u sequences", s->dp,
                  s->micro_batch, s->global_batch);
  outlay_advise(
      error,
      "write a batch that is a multiple of %g sequences, or a strategy that leaves another "
      "dp",
      at_once);
  return status;
}

static outlay_status check_experts(const outlay_workload *w, const outlay_strategy *s,
                                   outlay_error *error) {
  if (s->ep <= 1) return OUTLAY_OK;
  if (w->experts <= 0) {
    const outlay_status status =
        outlay_fail(error, OUTLAY_ERROR_ARGUMENT, "ep is %u, and the model has no experts", s->ep);
    outlay_advise(error, "leave ep out, or give the model experts, top_k and expert_ffn");
    return status;
  }
  const outlay_status status = check_divides("ep", s->ep, "experts", w->experts, error);
  if (status != OUTLAY_OK) return status;
  const double ranks = (double)s->tp * s->cp * s->dp;
  return check_divides(s->etp > 1 ? "ep times etp" : "ep",
                       (double)s->ep * (s->etp > 1 ? s->etp : 1), "ranks of tp x cp x dp", ranks,
                       error);
}

static outlay_status check_stages(const outlay_workload *w, const outlay_strategy *s,
                                  outlay_error *error) {
  if (s->pp > w->layers) {
    const outlay_status status = outlay_fail(error, OUTLAY_ERROR_ARGUMENT,
                                             "pp is %u, more than the %g layers", s->pp, w->layers);
    outlay_advise(error, "write a pp of at most %g: each stage holds a layer", w->layers);
    return status;
  }
  if (s->schedule == OUTLAY_SCHEDULE_DUALPIPE && s->pp % 2 != 0) {
    const outlay_status status = outlay_fail(
        error, OUTLAY_ERROR_ARGUMENT, "dualpipe pairs stages from either end, and pp is %u", s->pp);
    outlay_advise(error, "write an even pp, or schedule = \"1f1b\"");
    return status;
  }
  if (!outlay_stage_split_fits(w, s)) {
    const outlay_status status =
        outlay_fail(error, OUTLAY_ERROR_ARGUMENT,
                    "first_layers (%u) and last_layers (%u; 0: not given) do not leave each of %u "
                    "stages one of %g layers",
                    s->first_layers, s->last_layers, s->pp, w->layers);
    outlay_advise(error, "leave them out for stages that are balanced");
    return status;
  }
  outlay_stage_split split;
  outlay_stage_split_of(w, s, &split);
  /* Chunks need not be equal (61 layers in 8 chunks), but none is empty. */
  if (s->pp > 1 && s->interleave > 1 && s->interleave > split.fullest) {
    const outlay_status status = outlay_fail(error, OUTLAY_ERROR_ARGUMENT,
                                             "interleave is %u, more than the %g layers of a stage",
                                             s->interleave, split.fullest);
    outlay_advise(error, "write interleave = %g, or less", split.fullest);
    return status;
  }
  return OUTLAY_OK;
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
  outlay_status status = check_divides("tp", s->tp, "heads", w->heads, error);
  if (status == OUTLAY_OK) status = check_divides("cp", s->cp, "tokens", w->sequence, error);
  if (status == OUTLAY_OK) status = check_stages(w, s, error);
  if (status == OUTLAY_OK) status = check_batch(s, error);
  if (status == OUTLAY_OK) status = check_experts(w, s, error);
  return status;
}

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
      return positive((pp / 2 - 1) * (f + b + b - 3 * w));
    case OUTLAY_SCHEDULE_1F1B: /* Narayanan et al. 2021, sections 2.2.1 and 2.2.2 */
    default:
      return (pp - 1) * (f + b) / interleave;
  }
}

double outlay_send_time(const outlay_workload *w, const outlay_platform *platform,
                        const outlay_strategy *s) {
  if (s->pp <= 1) return 0;
  const outlay_network network = outlay_network_of(platform, s->pipeline_network);
  const bool cut = s->sequence_parallel || s->scatter_gather;
  const double bytes = 2 * outlay_local_tokens(w, s) * w->hidden / (cut ? s->tp : 1);
  const double stride = (double)s->tp * s->cp * s->dp;
  double time = outlay_send(&network, stride, bytes);
  if (s->scatter_gather && !s->sequence_parallel) {
    const outlay_network inside = outlay_network_of(platform, s->tensor_network);
    time += outlay_all_gather(&inside, (outlay_group){s->tp, 1}, bytes * s->tp);
  }
  return (s->schedule == OUTLAY_SCHEDULE_ZB_V ? 4 : 2) * time;
}

static double bubble_time(const outlay_strategy *s, const outlay_stages *stages, double chunks) {
  const outlay_stage *slowest = &stages->slowest;
  if (s->schedule == OUTLAY_SCHEDULE_1F1B) return stages->others / chunks;
  return outlay_bubble(s->schedule, s->pp, 1, slowest->forward, slowest->backward, slowest->weight);
}

/* ---- offloading ------------------------------------------------------------------------------ */

/* Of a PCIe link's rate, what transfers reach. */
static const double host_share = 0.8;

/* What moving to and from the host's memory takes beyond the computing that hides it: weights come
 * in for both passes of a micro-batch, activations go out in the forward pass and come back in
 * the backward pass, the optimizer's state (12 bytes a weight) goes in and out once a step. */
static double offload_time(const outlay_plan *plan, const outlay_platform *platform,
                           const outlay_strategy *s, double batches) {
  const outlay_stage *stage = &plan->stages.slowest;
  const double link = host_share * platform->machine.host_bandwidth;
  const double weights = plan->weights.dense + plan->weights.experts;
  const double in = s->offload_weights ? 2 * weights / link : 0;
  const double kept = s->offload_activations ? plan->activations / link : 0;
  /* Both directions at once: what comes in and what goes out do not add. */
  const double forward = positive(fmax(in, kept) - stage->forward);
  const double backward = positive(in + kept - stage->backward);
  double time = batches * (forward + backward);
  if (s->offload_optimizer) {
    const double ranks = s->zero > 0 ? (double)s->dp * s->cp : 1;
    time += 12 * weights / ranks / link;
  }
  return time;
}

/* ---- the step ------------------------------------------------------------------------------ */

void outlay_plan_make(const outlay_workload *w, const outlay_platform *platform,
                      const outlay_strategy *s, outlay_plan *out) {
  outlay_stages_of(w, platform, s, &out->stages);
  outlay_local_weights_of(w, s, &out->weights);
  out->activations = out->stages.layers * outlay_activation_bytes(w, s, w->experts > 0);
}

double outlay_plan_time(const outlay_plan *plan, const outlay_platform *platform,
                        const outlay_strategy *s, const outlay_data_time *data, double send,
                        double terms[OUTLAY_TERMS]) {
  const outlay_stages *stages = &plan->stages;
  const double batches = outlay_micro_batches(s);
  for (int i = 0; i < OUTLAY_TERMS; i++) terms[i] = batches * stages->slowest.terms[i];
  if (s->pp > 1) {
    const double chunks = s->interleave > 1 ? s->interleave : 1;
    const double window = 0.5 * (stages->slowest.forward + stages->slowest.backward);
    const double all = chunks * send;
    const double each = s->pipeline_overlap ? outlay_beside(all, window, 0, 0) : all;
    terms[OUTLAY_TERM_BUBBLE] = bubble_time(s, stages, chunks);
    terms[OUTLAY_TERM_PIPELINE] = batches * each + (s->pp - 1.0) * send;
  }
  terms[OUTLAY_TERM_DATA] = outlay_exposed_data(s, data, stages, batches);
  terms[OUTLAY_TERM_OPTIMIZER] = outlay_optimizer_time(platform, s, &plan->weights);
  if (s->offload_weights || s->offload_activations || s->offload_optimizer) {
    terms[OUTLAY_TERM_OFFLOAD] = offload_time(plan, platform, s, batches);
  }
  double time = 0;
  for (int i = 0; i < OUTLAY_TERMS; i++) time += terms[i];
  return time;
}

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
  outlay_plan plan;
  outlay_data_time data;
  outlay_plan_make(w, platform, s, &plan);
  outlay_data_times(w, platform, s, &plan.weights, &data);
  *out = (outlay_step){0};
  out->time =
      outlay_plan_time(&plan, platform, s, &data, outlay_send_time(w, platform, s), out->terms);
  fill_flops(w, platform, s, out);
}

size_t outlay_step_differences(const outlay_step *quicker, const outlay_step *slower,
                               outlay_term out[OUTLAY_TERMS]) {
  double more[OUTLAY_TERMS], all = 0;
  size_t n = 0;
  for (int t = 0; t < OUTLAY_TERMS; t++) {
    more[t] = positive(slower->terms[t] - quicker->terms[t]);
    all += more[t];
    if (more[t] <= 0) continue;
    size_t place = n++;
    for (; place > 0 && more[out[place - 1]] < more[t]; place--) out[place] = out[place - 1];
    out[place] = (outlay_term)t;
  }
  double left = all;
  for (size_t i = 0; i < n; i++) {
    left -= more[out[i]];
    if (left < 0.1 * all) return i + 1;
  }
  return n;
}
