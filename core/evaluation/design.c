#include "design.h"

#include <string.h>

#include "sobol.h"
#include "status.h"

const char *outlay_sampling_name(outlay_sampling sampling) {
  static const char *const names[OUTLAY_SAMPLINGS] = {"mc", "lhs", "sobol"};
  return (size_t)sampling < OUTLAY_SAMPLINGS ? names[sampling] : "unknown";
}

uint64_t outlay_design_samples(outlay_sampling sampling, uint64_t asked) {
  if (sampling == OUTLAY_MONTE_CARLO) return asked;
  uint32_t bits = OUTLAY_LEAST_REPLICATE_BITS;
  while (bits <= OUTLAY_NET_BITS && (uint64_t)OUTLAY_REPLICATES << bits < asked) bits++;
  return bits > OUTLAY_NET_BITS ? 0 : (uint64_t)OUTLAY_REPLICATES << bits;
}

uint64_t outlay_design_replicate(const outlay_design *design, uint64_t samples) {
  return design->sampling == OUTLAY_MONTE_CARLO ? samples : UINT64_C(1) << design->bits;
}

void outlay_design_clear(outlay_design *design) {
  outlay_memory_free(&design->allocator, design->nets, design->net_count * design->replicates,
                     sizeof *design->nets);
  outlay_memory_free(&design->allocator, design->slots, OUTLAY_SOBOL_DIMENSIONS,
                     sizeof *design->slots);
  design->nets = NULL;
  design->slots = NULL;
}

/* ---- random numbers of a replicate and a dimension ---- */

typedef struct mixing {
  uint64_t state;
} mixing;

static mixing mixing_of(const outlay_design *design, uint64_t replicate, uint32_t dimension) {
  const uint64_t golden = UINT64_C(0x9e3779b97f4a7c15);
  uint64_t state = outlay_mix(design->seed + golden * (uint64_t)design->sampling);
  state = outlay_mix(state + golden * (replicate + 1));
  return (mixing){outlay_mix(state + golden * ((uint64_t)dimension + 1))};
}

static uint64_t next_random(mixing *m) {
  m->state += UINT64_C(0x9e3779b97f4a7c15);
  return outlay_mix(m->state);
}

/* ---- scrambled nets ---- */

static uint64_t parity(uint64_t x) { return (uint64_t)__builtin_parityll(x); }

/* Scrambles by a random lower triangular matrix over the digits and a random shift (Matousek, "On
 * the L2-discrepancy for anchored boxes", Journal of Complexity 14, 1998). The variance of means is
 * that of Owen's nested scrambling (Owen, "Variance with alternative scramblings of digital nets",
 * ACM Transactions on Modeling and Computer Simulation 13, 2003). */
static void scramble(const uint64_t *directions, mixing random, outlay_net *out) {
  enum { DIGITS = 53 }; /* of a uniform; see kernels_random.inc */
  memset(out, 0, sizeof *out);
  for (uint32_t digit = 0; digit < DIGITS; digit++) {
    const uint64_t own = UINT64_C(1) << (63 - digit);
    const uint64_t before = digit == 0 ? 0 : ~((own << 1) - 1);
    const uint64_t row = (next_random(&random) & before) | own;
    for (uint32_t bit = 0; bit < OUTLAY_NET_BITS; bit++) {
      out->directions[bit] |= parity(directions[bit] & row) << (63 - digit);
    }
  }
  out->shift = next_random(&random);
}

/* Which dimensions of the nets a design takes: each stream its own, or of twins, each the first or
 * the second of a pair of dimensions, in the order of the draws. */
typedef enum net_choice { NETS_OF_STREAMS = -1, NETS_FIRST, NETS_SECOND } net_choice;

static bool has_net(const outlay_design *design, uint32_t dimension, net_choice choice) {
  if (dimension >= OUTLAY_SOBOL_DIMENSIONS) return false;
  return choice == NETS_OF_STREAMS || 2 * design->net_count + 1 < OUTLAY_SOBOL_DIMENSIONS;
}

/* A net for each dimension that the plan draws. */
static void number_dimensions(outlay_design *design, const outlay_plan *plan, net_choice choice) {
  for (size_t i = 0; i < plan->step_count; i++) {
    const outlay_step *step = &plan->steps[i];
    if (step->code != OUTLAY_STEP_DRAW) continue;
    const uint32_t columns[2] = {step->out, step->extra};
    const uint32_t dimensions[2] = {step->sources, step->count};
    for (int k = 0; k < 2; k++) {
      if (columns[k] == OUTLAY_NO_COLUMN) continue;
      if (has_net(design, dimensions[k], choice)) {
        design->slots[dimensions[k]] = (uint16_t)++design->net_count;
      } else {
        design->beyond++;
      }
    }
  }
}

static outlay_status make_nets(outlay_design *design, const outlay_plan *plan, net_choice choice,
                               outlay_error *error) {
  design->slots =
      outlay_memory_new(&design->allocator, OUTLAY_SOBOL_DIMENSIONS, sizeof *design->slots);
  if (design->slots == NULL) return outlay_fail_memory(error);
  number_dimensions(design, plan, choice);
  design->nets = outlay_memory_new(&design->allocator, design->net_count * design->replicates,
                                   sizeof *design->nets);
  if (design->nets == NULL) return outlay_fail_memory(error);
  for (uint32_t dimension = 0; dimension < OUTLAY_SOBOL_DIMENSIONS; dimension++) {
    if (design->slots[dimension] == 0) continue;
    const size_t slot = design->slots[dimension] - (size_t)1;
    const uint32_t net =
        choice == NETS_OF_STREAMS ? dimension : (uint32_t)(2 * slot) + (choice == NETS_SECOND);
    uint64_t directions[OUTLAY_NET_BITS];
    outlay_sobol_directions(net, OUTLAY_NET_BITS, directions);
    for (uint32_t r = 0; r < design->replicates; r++) {
      scramble(directions, mixing_of(design, r, net), &design->nets[r * design->net_count + slot]);
    }
  }
  return OUTLAY_OK;
}

static outlay_status design_new(const outlay_plan *plan, outlay_sampling sampling, uint64_t seed,
                                uint64_t samples, net_choice choice, outlay_design *out,
                                outlay_error *error) {
  *out = (outlay_design){
      .allocator = plan->allocator, .sampling = sampling, .seed = seed, .replicates = 1};
  if (sampling == OUTLAY_MONTE_CARLO) return OUTLAY_OK;
  out->replicates = OUTLAY_REPLICATES;
  while ((uint64_t)OUTLAY_REPLICATES << out->bits < samples) out->bits++;
  if (sampling != OUTLAY_SOBOL) return OUTLAY_OK;
  const outlay_status status = make_nets(out, plan, choice, error);
  if (status != OUTLAY_OK) outlay_design_clear(out);
  return status;
}

outlay_status outlay_design_new(const outlay_plan *plan, outlay_sampling sampling, uint64_t seed,
                                uint64_t samples, outlay_design *out, outlay_error *error) {
  return design_new(plan, sampling, seed, samples, NETS_OF_STREAMS, out, error);
}

outlay_status outlay_design_new_twins(const outlay_plan *plan, outlay_sampling sampling,
                                      uint64_t seed, uint64_t samples, outlay_design twins[2],
                                      outlay_error *error) {
  outlay_status status = design_new(plan, sampling, seed, samples, NETS_FIRST, &twins[0], error);
  if (status != OUTLAY_OK) return status;
  const uint64_t other = outlay_mix(seed + UINT64_C(0xd1b54a32d192ed03));
  status = design_new(plan, sampling, other, samples, NETS_SECOND, &twins[1], error);
  if (status != OUTLAY_OK) outlay_design_clear(&twins[0]);
  return status;
}

/* ---- draws ---- */

/* Strata: uniforms are those of Monte Carlo, from a place that no other input has. */
static void stratify(const outlay_design *design, const outlay_kernels *kernels,
                     const outlay_step *step, uint32_t dimension, double *even, double *odd,
                     uint64_t first, uint64_t index, size_t n) {
  const uint64_t pair = step->pair | (uint64_t)(step->operation == OUTLAY_DRAW_NORMAL) << 40;
  double *out = even != NULL ? even : odd;
  kernels->uniform_pair(even, odd, design->seed, pair, first, n);
  mixing random = mixing_of(design, first >> design->bits, dimension);
  outlay_shuffle shuffle = {.bits = design->bits};
  for (int i = 0; i < OUTLAY_SHUFFLE_ROUNDS; i++) shuffle.keys[i] = (uint32_t)next_random(&random);
  kernels->stratify(out, out, index, n, &shuffle);
}

/* One column, within one replicate. */
static void draw_evenly(const outlay_design *design, const outlay_kernels *kernels,
                        const outlay_step *step, bool is_odd, double *out, uint64_t first,
                        size_t n) {
  const uint32_t dimension = is_odd ? step->count : step->sources;
  const uint64_t replicate = first >> design->bits;
  const uint64_t index = first - (replicate << design->bits);
  if (design->sampling == OUTLAY_SOBOL && dimension < OUTLAY_SOBOL_DIMENSIONS &&
      design->slots[dimension] != 0) {
    const size_t slot = design->slots[dimension] - (size_t)1;
    kernels->net(out, index, n, &design->nets[replicate * design->net_count + slot]);
  } else {
    stratify(design, kernels, step, dimension, is_odd ? NULL : out, is_odd ? out : NULL, first,
             index, n);
  }
  if (step->operation == OUTLAY_DRAW_NORMAL) kernels->normal_quantile(out, out, n);
}

void outlay_design_draw(const outlay_design *design, const outlay_kernels *kernels,
                        const outlay_step *step, double *even, double *odd, uint64_t first,
                        size_t n) {
  if (design->sampling == OUTLAY_MONTE_CARLO) {
    if (step->operation == OUTLAY_DRAW_NORMAL) {
      kernels->normal_pair(even, odd, design->seed, step->pair, first, n);
    } else {
      kernels->uniform_pair(even, odd, design->seed, step->pair, first, n);
    }
    return;
  }
  const uint64_t replicate = UINT64_C(1) << design->bits;
  for (size_t begin = 0; begin < n;) {
    const uint64_t left = replicate - ((first + begin) & (replicate - 1));
    const size_t part = n - begin < left ? n - begin : (size_t)left;
    if (even != NULL) {
      draw_evenly(design, kernels, step, false, even + begin, first + begin, part);
    }
    if (odd != NULL) draw_evenly(design, kernels, step, true, odd + begin, first + begin, part);
    begin += part;
  }
}
