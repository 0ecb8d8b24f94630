#include "search_space.h"

#include <math.h>

outlay_space outlay_space_usual(const outlay_workload *w, const outlay_strategy *base,
                                uint32_t devices, uint32_t global_batch) {
  return (outlay_space){
      .base = *base,
      .devices = devices,
      .global_batch = global_batch,
      .exact_batch = true,
      .most_tp = 64,
      .most_cp = w->sequence > 8192 ? 64 : 2,
      .most_ep = w->experts > 0 ? (uint32_t)w->experts : 1,
      .most_micro_batch = 64,
      .interleave = true,
      .vary_micro_batch = true,
      /* Fused attention redoes its scores anyway: nothing is left to select. */
      .recompute = base->attention == OUTLAY_ATTENTION_UNFUSED ? 7 : 5,
      .zero = 1 << 1 | 1 << 3,
      .exchange = OUTLAY_EXCHANGE_SEQUENCE,
      .tensor_overlap = 1 << OUTLAY_TENSOR_EXPOSED | 1 << OUTLAY_TENSOR_RING,
      .keep_gathered = OUTLAY_OFF,
      .data_overlap = OUTLAY_ON,
      .offload_weights = OUTLAY_OFF,
      .offload_activations = OUTLAY_OFF,
      .offload_optimizer = OUTLAY_OFF,
      .networks = 1 << OUTLAY_PLACED,
  };
}

outlay_space outlay_space_calculon(const outlay_strategy *base, uint32_t devices,
                                   uint32_t most_batch) {
  return (outlay_space){
      .base = *base,
      .devices = devices,
      .global_batch = most_batch,
      .most_cp = 1,
      .most_ep = 1,
      .interleave = true,
      .divide_layers = true,
      .vary_micro_batch = true,
      .recompute = 7,
      .zero = 1 << 0 | 1 << 1,
      .exchange = OUTLAY_EXCHANGE_ALL_REDUCE | OUTLAY_EXCHANGE_CUT | OUTLAY_EXCHANGE_SEQUENCE,
      .tensor_overlap =
          1 << OUTLAY_TENSOR_EXPOSED | 1 << OUTLAY_TENSOR_RING | 1 << OUTLAY_TENSOR_PIPE,
      .keep_gathered = OUTLAY_EITHER,
      .data_overlap = OUTLAY_EITHER,
      .offload_weights = OUTLAY_EITHER,
      .offload_activations = OUTLAY_EITHER,
      .offload_optimizer = OUTLAY_EITHER,
      .networks = 1 << OUTLAY_FAST_ONLY | 1 << OUTLAY_FABRIC_ONLY,
      .offload_layers = 2,
  };
}

/* ---- degrees of parallelism ---------------------------------------------------------------- */

static bool divides(uint32_t part, double whole) { return fmod(whole, part) == 0; }

static bool tensor_fits(const outlay_space *space, const outlay_workload *w, uint32_t tp) {
  return divides(tp, space->devices) && divides(tp, w->heads) && divides(tp, w->hidden) &&
         (space->most_tp == 0 || tp <= space->most_tp);
}

static bool pipeline_fits(const outlay_space *space, const outlay_workload *w, uint32_t tp,
                          uint32_t pp) {
  if (!divides(pp, space->devices / (double)tp) || pp > w->layers) return false;
  if (space->most_pp > 0 && pp > space->most_pp) return false;
  outlay_strategy stated = space->base;
  stated.pp = pp;
  if (!outlay_stage_split_fits(w, &stated)) return false;
  if (stated.schedule == OUTLAY_SCHEDULE_DUALPIPE && pp % 2 != 0) return false;
  if (!space->divide_layers) return true;
  /* Calculon takes divisors of the lesser of devices and layers. */
  const double most = fmin(space->devices / (double)tp, w->layers);
  return divides(pp, w->layers) && divides(pp, most);
}

static bool expert_fits(const outlay_workload *w, const outlay_degrees *d) {
  if (d->ep == 1) return true;
  return divides(d->ep, w->experts) && divides(d->ep, (double)d->tp * d->cp * d->dp);
}

/* Fills in dp and the batch; false where these degrees are not of the space. */
static bool complete(const outlay_space *space, const outlay_workload *w, outlay_degrees *d) {
  const double model = (double)d->tp * d->pp * d->cp;
  if (model > space->devices || !divides((uint32_t)model, space->devices)) return false;
  d->dp = (uint32_t)(space->devices / model);
  if (d->dp > space->global_batch) return false;
  d->global_batch = space->global_batch / d->dp * d->dp;
  if (space->exact_batch && d->global_batch != space->global_batch) return false;
  return divides(d->cp, w->sequence) && expert_fits(w, d);
}

bool outlay_space_next(const outlay_space *space, const outlay_workload *w, outlay_degrees *d) {
  const uint32_t most_cp = space->most_cp > 0 ? space->most_cp : 1;
  const uint32_t most_ep = space->most_ep > 0 ? space->most_ep : 1;
  uint32_t tp = d->tp > 0 ? d->tp : 1, pp = d->tp > 0 ? d->pp : 1, cp = d->tp > 0 ? d->cp : 1;
  uint32_t ep = d->tp > 0 ? d->ep * 2 : 1;
  for (; tp <= space->devices; tp++, pp = 1) {
    if (!tensor_fits(space, w, tp)) continue;
    for (; pp <= space->devices / tp; pp++, cp = 1) {
      if (!pipeline_fits(space, w, tp, pp)) continue;
      for (; cp <= most_cp; cp *= 2, ep = 1) {
        for (; ep <= most_ep; ep *= 2) {
          outlay_degrees next = {.tp = tp, .pp = pp, .cp = cp, .ep = ep};
          if (!complete(space, w, &next)) continue;
          *d = next;
          return true;
        }
      }
    }
  }
  return false;
}

size_t outlay_space_interleaves(const outlay_space *space, const outlay_workload *w,
                                const outlay_degrees *d, uint32_t *out, size_t capacity) {
  size_t n = 0;
  const double layers = ceil(w->layers / d->pp);
  const uint32_t most = space->interleave && d->pp > 1 ? (uint32_t)layers : 1;
  for (uint32_t v = 1; v <= most; v++) {
    if (divides(v, layers) && n < capacity) out[n++] = v;
  }
  return n;
}

/* ---- the strategies that share a plan ------------------------------------------------------- */

/* The choices of an outer strategy as digits of one number. */
enum { EXCHANGES = 3, OVERLAPS = 3, RECOMPUTES = 3, KEEPS = 2, PLACEMENTS = 3 };
enum { OUTER_STEPS = EXCHANGES * OVERLAPS * RECOMPUTES * KEEPS * PLACEMENTS };

static bool in(uint32_t mask, uint32_t option) { return (mask >> option & 1) != 0; }

/* The options of a digit; false where the mask has not this one. */
static uint32_t digit(uint32_t *number, uint32_t base) {
  const uint32_t value = *number % base;
  *number /= base;
  return value;
}

/* Sets the choices of step number `step`; false where the space has them not. */
static bool set_outer(const outlay_space *space, outlay_strategy *s, uint32_t step) {
  const uint32_t exchange = digit(&step, EXCHANGES), overlap = digit(&step, OVERLAPS);
  const uint32_t recompute = digit(&step, RECOMPUTES), keep = digit(&step, KEEPS);
  const uint32_t network = digit(&step, PLACEMENTS);
  if (!in(space->exchange, exchange) || !in(space->recompute, recompute)) return false;
  const bool sequence = 1U << exchange == OUTLAY_EXCHANGE_SEQUENCE;
  /* Inputs can only be kept or gathered again where they are gathered, and full recompute
   * gathers them anyway. */
  const bool choice = sequence && recompute != OUTLAY_RECOMPUTE_FULL;
  if (choice ? !in(space->keep_gathered, keep) : keep != 0) return false;
  if (s->tp > 1 ? !in(space->tensor_overlap, overlap) : overlap != OUTLAY_TENSOR_EXPOSED) {
    return false;
  }
  if (!in(outlay_space_networks(space, s->tp), network)) return false;
  s->sequence_parallel = sequence;
  s->scatter_gather = 1U << exchange == OUTLAY_EXCHANGE_CUT;
  s->tensor_overlap = (outlay_tensor_overlap)overlap;
  s->recompute = (outlay_recompute)recompute;
  s->keep_gathered = choice && keep == 1;
  s->tensor_network = (outlay_placement)network;
  return true;
}

/* The next micro-batch that divides a rank's batch, after `last`; 0: none. */
static uint32_t next_micro_batch(const outlay_space *space, const outlay_workload *w,
                                 const outlay_degrees *d, uint32_t last) {
  const uint32_t local = d->global_batch / d->dp;
  if (!space->vary_micro_batch) {
    return last == 0 && divides(space->base.micro_batch, local) ? space->base.micro_batch : 0;
  }
  const uint32_t most = space->most_micro_batch > 0 && space->most_micro_batch < local
                            ? space->most_micro_batch
                            : local;
  for (uint32_t b = last + 1; b <= most; b++) {
    if (divides(b, local) && divides(d->tp, b * w->sequence)) return b;
  }
  return 0;
}

bool outlay_outer_next(const outlay_space *space, const outlay_workload *w, const outlay_degrees *d,
                       outlay_outer *outer) {
  outlay_strategy *s = &outer->strategy;
  if (outer->step == 0) {
    *s = space->base;
    s->tp = d->tp;
    s->pp = d->pp;
    s->cp = d->cp;
    s->ep = d->ep;
    s->dp = d->dp;
    s->global_batch = d->global_batch;
    s->micro_batch = next_micro_batch(space, w, d, 0);
  }
  while (s->micro_batch > 0) {
    while (outer->step < OUTER_STEPS) {
      if (set_outer(space, s, outer->step++)) return true;
    }
    s->micro_batch = next_micro_batch(space, w, d, s->micro_batch);
    outer->step = 0;
  }
  return false;
}

/* ---- the choices within a plan -------------------------------------------------------------- */

static bool offload_in(uint32_t mask, uint32_t offload, uint32_t which) {
  return in(mask, (offload & which) != 0 ? 1 : 0);
}

bool outlay_space_offloads(const outlay_space *space, const outlay_strategy *outer,
                           uint32_t offload) {
  const bool recomputed = outer->recompute == OUTLAY_RECOMPUTE_FULL;
  const uint32_t activations = recomputed ? OUTLAY_OFF : space->offload_activations;
  return offload_in(space->offload_weights, offload, OUTLAY_OFFLOAD_WEIGHTS) &&
         offload_in(activations, offload, OUTLAY_OFFLOAD_ACTIVATIONS) &&
         offload_in(space->offload_optimizer, offload, OUTLAY_OFFLOAD_OPTIMIZER);
}

/* Without data parallelism there is nothing to shard: the least sharding of the space stands. */
bool outlay_space_shards(const outlay_space *space, const outlay_strategy *outer, uint32_t zero) {
  if (!in(space->zero, zero)) return false;
  return outer->dp > 1 || (space->zero & ((1U << zero) - 1)) == 0;
}

uint32_t outlay_space_networks(const outlay_space *space, uint32_t ranks) {
  if (ranks > 1) return space->networks;
  return space->networks & (~space->networks + 1); /* the lowest */
}

uint32_t outlay_space_data_overlap(const outlay_space *space, uint32_t dp) {
  if (dp > 1) return space->data_overlap;
  return space->data_overlap & (~space->data_overlap + 1);
}

/* ---- counting ---------------------------------------------------------------------------------
 */

static uint64_t bits(uint32_t mask) {
  uint64_t n = 0;
  for (; mask != 0; mask &= mask - 1) n++;
  return n;
}

static uint64_t inner_count(const outlay_space *space, const outlay_strategy *outer) {
  uint64_t shards = 0, offloads = 0;
  for (uint32_t zero = 0; zero < 4; zero++) shards += outlay_space_shards(space, outer, zero);
  for (uint32_t o = 0; o < 8; o++) offloads += outlay_space_offloads(space, outer, o);
  return shards * offloads * bits(outlay_space_data_overlap(space, outer->dp)) *
         bits(outlay_space_networks(space, outer->pp)) *
         bits(outlay_space_networks(space, outer->dp));
}

uint64_t outlay_space_count(const outlay_space *space, const outlay_workload *w) {
  uint64_t total = 0;
  for (outlay_degrees d = {0}; outlay_space_next(space, w, &d);) {
    uint32_t interleaves[64];
    const uint64_t chunks = outlay_space_interleaves(space, w, &d, interleaves, 64);
    for (outlay_outer outer = {.step = 0}; outlay_outer_next(space, w, &d, &outer);) {
      total += chunks * inner_count(space, &outer.strategy);
    }
  }
  return total;
}
