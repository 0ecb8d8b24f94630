/* The design of the samples: how the draws of one input are spread over all samples.
 *
 * Monte Carlo draws each sample on its own. The other designs are made of independent replicates of
 * 2^bits samples each, one after the other; in each replicate an input's draws are spread evenly
 * over its probabilities. What replicates differ by is what the design's errors are known by. */
#ifndef OUTLAY_DESIGN_H
#define OUTLAY_DESIGN_H

#include "plan.h"

enum { OUTLAY_REPLICATES = 16, OUTLAY_LEAST_REPLICATE_BITS = 3 };

typedef struct outlay_design {
  outlay_allocator allocator;
  outlay_sampling sampling;
  uint64_t seed;
  uint32_t replicates; /* 1 for Monte Carlo */
  uint32_t bits;       /* of a replicate */
  outlay_net *nets;    /* SOBOL: replicate by replicate, those of the dimensions that are drawn */
  size_t net_count;    /* of a replicate */
  uint16_t *slots;     /* SOBOL: by dimension, the number of its net + 1, or 0 */
  uint32_t beyond;     /* inputs whose dimension has no net */
} outlay_design;

/* How many samples a design takes for as many as were asked; 0 if it cannot be so many. */
uint64_t outlay_design_samples(outlay_sampling sampling, uint64_t asked);

/* For the draws of a plan; `samples` from outlay_design_samples. */
outlay_status outlay_design_new(const outlay_plan *plan, outlay_sampling sampling, uint64_t seed,
                                uint64_t samples, outlay_design *out, outlay_error *error);
/* Two designs of the same size that are independent of each other, for comparing samples with
 * samples drawn anew. The first is that of outlay_design_new for Monte Carlo and Latin hypercube
 * samples; the nets of both are of different dimensions. */
outlay_status outlay_design_new_twins(const outlay_plan *plan, outlay_sampling sampling,
                                      uint64_t seed, uint64_t samples, outlay_design twins[2],
                                      outlay_error *error);
void outlay_design_clear(outlay_design *design);

/* The samples of one replicate; all of `samples` for Monte Carlo. */
uint64_t outlay_design_replicate(const outlay_design *design, uint64_t samples);

/* The standard draws of a step's pair of streams, samples first .. first + n - 1. Either column may
 * be NULL. */
void outlay_design_draw(const outlay_design *design, const outlay_kernels *kernels,
                        const outlay_step *step, double *even, double *odd, uint64_t first,
                        size_t n);

#endif
